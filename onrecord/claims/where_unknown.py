"""Scenes that no gazetteer has: the name keeps its words, and takes the tightest unit that is known to hold it."""

from dataclasses import replace
from functools import cache
from typing import Final

from onrecord.claims.part import Part
from onrecord.claims.proximity import binding_cost
from onrecord.model.document import Span
from onrecord.model.reading import EventMention, Mention, Reading, Sentence, Token
from onrecord.model.values import Place
from onrecord.registry import lexicon

SCENE: Final = frozenset({"in", "at", "near", "outside", "inside", "around"})
# Acts that are done to places: "the shelling of Arlen".
DONE_TO_PLACES: Final = frozenset(
    {"shelling", "bombardment", "bombing", "siege", "capture", "fall", "seizure", "storming", "recapture", "raid"}
)
SHELLING: Final = frozenset({"shell", "bombard"})
MAX_COST: Final = 3.5  # of the way through the tree from the act to the name
NOT_PLACES: Final = ("never", "calendar", "titles", "organization_after", "directions", "given_names")


def unresolved_scene(reading: Reading, sentence: Sentence, event: EventMention, country: Mention | None) -> Part | None:
    """The nearest name of the sentence that is used as a scene and that no gazetteer knows."""
    found = [(m.span, sentence.at(m.span)) for m in reading.mentions_in(sentence.span, "PLACE") if m.value is None]
    known = [(span, token) for span, token in found if token is not None]
    ranked = [(binding_cost(sentence, event, token), span) for span, token in known]
    return _part(reading, event, ranked, country) or new_scene(reading, sentence, event, country)


def new_scene(reading: Reading, sentence: Sentence, event: EventMention, holder: Mention | None) -> Part | None:
    """The nearest name that only its place in the sentence makes a scene; it lies in the place of `holder`."""
    return _part(reading, event, _new_names(reading, sentence, event), holder)


def _part(
    reading: Reading, event: EventMention, ranked: list[tuple[float, Span]], holder: Mention | None
) -> Part | None:
    if not ranked:
        return None
    span = min(ranked, key=lambda row: (row[0], row[1].start))[1]
    return Part(event.id, "where", span, named_place(span.text_in(reading.document.text), holder))


def named_place(name: str, country: Mention | None) -> Place:
    """A place known by its name alone: it takes the country that the report speaks of, and its point, if it is one."""
    if country is None or not isinstance(country.value, Place):
        return Place(name, (name,), None, None, None, None, precision="country", gazetteer_id=None)
    return replace(country.value, name=name, path=(name, *country.value.path), gazetteer_id=None, population=0)


def at_home(reading: Reading, part: Part) -> Part:
    """A name of which the country alone is known lies in the unit where the report's group is at home, if in one."""
    value, home = part.value, reading.country.value if reading.country else None
    if not isinstance(value, Place) or not isinstance(home, Place) or home.precision == "country":
        return part
    if value.gazetteer_id is not None or value.precision != "country" or value.country != home.country:
        return part
    return replace(part, value=replace(home, name=value.name, path=(value.name, *home.path), gazetteer_id=None))


def _new_names(reading: Reading, sentence: Sentence, event: EventMention) -> list[tuple[float, Span]]:
    """Names that only their place in the sentence makes places: "clashed at Arlen", "the shelling of Arlen"."""
    found = []
    for token in sentence.tokens:
        if not _may_be_scene(sentence, token):
            continue
        cost = binding_cost(sentence, event, token)
        words = [*sentence.kids(token, "compound"), token]
        span = sentence.covering(words)
        if cost <= MAX_COST and all(_is_name(word) for word in words) and not _is_taken(reading, span):
            found.append((cost, span))
    return found


def _may_be_scene(sentence: Sentence, token: Token) -> bool:
    if token.pos != "PROPN":
        return False
    if token.dep == "dobj":  # "shelled Arlen in Bolgan": of other acts the object may be a body
        return sentence.head(token).lemma in SHELLING
    if token.dep != "pobj":
        return False
    preposition = sentence.head(token)
    if preposition.lower == "of":
        return sentence.head(preposition).lemma.lower() in DONE_TO_PLACES
    if sentence.head(preposition).pos == "PROPN":
        return False  # part of a name: "the League in the Arlen Valley"
    return preposition.lower in SCENE


def _is_name(token: Token) -> bool:
    """True for a word with one capital that is none of the words that make persons, bodies and days."""
    text = token.text
    return text[:1].isupper() and text[1:].islower() and len(text) > 2 and text.lower() not in _no_places()


@cache
def _no_places() -> frozenset[str]:
    words = lexicon("places")
    return frozenset(str(word).lower() for name in NOT_PLACES for word in words[name])


def _is_taken(reading: Reading, span: Span) -> bool:
    """True where the words are named as something else, or end in the middle of a longer name."""
    text = reading.document.text
    after = text[span.end : span.end + 2]
    if after[:1] in ("-", "'", "’", "&", "/") or (after[:1] == " " and after[1:].isupper()):
        return True
    return any(mention.span.overlaps(span) for mention in reading.mentions)
