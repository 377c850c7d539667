"""Actors by common nouns: "soldiers", "the Northlandian army", "unknown gunmen"."""

from collections.abc import Iterator
from functools import cache
from typing import Final

from onrecord.model.codes import AttackerKind
from onrecord.model.phrases import Phrase, Phrasebook
from onrecord.model.reading import Mention, Sentence, Token
from onrecord.model.values import Actor
from onrecord.normalize.actors_countries import Country, countries, country_of
from onrecord.normalize.actors_names import is_doubted
from onrecord.registry import lexicon

# The kinds of armed.yml that can attack; "guards" and "positions" only suffer.
KINDS: Final[dict[str, AttackerKind]] = {
    "state_forces": "state_forces",
    "rebel_group": "rebel_group",
    "political_militia": "political_militia",
    "identity_militia": "identity_militia",
    "communal": "identity_militia",
    "rioters": "rioters",
    "unidentified": "unidentified",
}
STATE_NOUNS = frozenset({"police", "policeman", "policemen", "policewoman"})


@cache
def _book() -> Phrasebook[AttackerKind]:
    book: Phrasebook[AttackerKind] = Phrasebook()
    for kind, nouns in lexicon("armed").items():
        if kind in KINDS:
            book.add_all(nouns, KINDS[kind])
    return book


def common_actors(sentence: Sentence) -> Iterator[Mention]:
    """The mentions of armed people by common nouns, with the country or people that they belong to."""
    end = -1
    for phrase in _book().find(sentence):
        head = sentence.tokens[phrase.head]
        if phrase.first <= end or head.pos not in ("NOUN", "PROPN") or head.dep == "amod":
            continue
        if head.lower == "forces" and phrase.first == phrase.last and not _named_forces(sentence, head):
            continue
        end = phrase.last
        first = _first_of_name(sentence, phrase)
        span = sentence.covering([sentence.tokens[first], sentence.tokens[phrase.last]])
        yield Mention(span, "ACTOR", _actor(sentence, phrase, head))


def _named_forces(sentence: Sentence, head: Token) -> bool:
    """True for "Northlandian forces", "loyalist forces"; "forces" alone may be any."""
    return bool(sentence.kids(head, "amod", "compound", "nmod", "poss"))


def _first_of_name(sentence: Sentence, phrase: Phrase[AttackerKind]) -> int:
    """The index of the first word that belongs to the noun: a demonym, "unknown", "Tuareg"."""
    first = phrase.first
    while first > 0:
        word = sentence.tokens[first - 1]
        if word.dep not in ("amod", "compound", "nmod") or word.pos not in ("ADJ", "PROPN", "NOUN", "VERB"):
            break
        first -= 1
    return first


def _actor(sentence: Sentence, phrase: Phrase[AttackerKind], head: Token) -> Actor:
    country = _owner(sentence, head)
    kind: AttackerKind = phrase.entry
    words = sentence.tokens[phrase.first : phrase.last + 1]
    noun = " ".join(word.lower for word in words)
    alleged = is_doubted(sentence, head)
    if kind == "state_forces" and country:
        name = f"{country.name} police" if head.lemma in STATE_NOUNS else country.name
        return Actor(name, kind, country.iso2, alleged)
    name = " ".join([*(w.text for w in _modifiers(sentence, phrase) if w.pos == "PROPN"), noun])
    return Actor(name, kind, country.iso2 if country else None, alleged)


def _modifiers(sentence: Sentence, phrase: Phrase[AttackerKind]) -> list[Token]:
    first = _first_of_name(sentence, phrase)
    return [word for word in sentence.tokens[first : phrase.first] if country_of(word.text) is None]


def _owner(sentence: Sentence, head: Token) -> Country | None:
    """The country that armed people belong to: "Northlandian soldiers", "Northland's army", "the army of Northland"."""
    for kid in sentence.kids(head, "amod", "compound", "nmod", "poss"):
        found = countries().get(kid.lower)
        if found:
            return found
    for prep in sentence.kids(head, "prep"):
        if prep.lower in ("of", "from"):
            for kid in sentence.kids(prep, "pobj"):
                found = countries().get(kid.lower)
                if found:
                    return found
    return None
