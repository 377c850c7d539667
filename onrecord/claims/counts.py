"""Counts: how many things, not people, and what became of them: "shot down eight drones", "12 houses were burned"."""

from functools import cache
from typing import Final

from onrecord.model.document import Span
from onrecord.model.reading import EventMention, Mention, Sentence, Token
from onrecord.model.roles import role_of
from onrecord.model.values import Quantity, ThingFigure
from onrecord.registry import lexicon

FLYING: Final = frozenset({"drone", "uav", "missile", "rocket", "projectile"})  # destroyed is shot down


@cache
def _status_of() -> dict[str, str]:
    """Verbs, with their particle where they have one, and the status that they tell."""
    return {verb: status for status, verbs in lexicon("things")["statuses"].items() for verb in reversed(verbs)}


def counts_of(event: EventMention, sentence: Sentence, mentions: list[Mention]) -> list[tuple[Span, ThingFigure]]:
    """The things that a telling counts, in text order, each with the words and the figure."""
    things = frozenset(lexicon("things")["things"])
    found = []
    for mention in mentions:
        number = sentence.at(mention.span)
        if not isinstance(mention.value, Quantity) or number is None or number.index not in event.tokens:
            continue
        behind = _counted(sentence, number)
        noun = behind or (sentence.head(number) if number.dep in ("nummod", "amod", "det", "compound") else None)
        status = _status(sentence, number if behind else noun, noun) if noun and noun.lemma.lower() in things else None
        if noun is not None and status is not None:
            what = " ".join(
                [*(k.lower for k in sentence.kids(noun, "compound", "amod") if k.pos == "NOUN"), noun.lower]
            )
            quote = mention.span.union(noun.span)
            found.append((quote, ThingFigure(mention.value, what, status)))
    return found


def _counted(sentence: Sentence, number: Token) -> Token | None:
    """The noun behind "of": "dozens of houses"."""
    for prep in sentence.kids(number, "prep"):
        if prep.lower == "of":
            return next(iter(sentence.kids(prep, "pobj")), None)
    return None


def _status(sentence: Sentence, head: Token | None, noun: Token) -> str | None:
    """What became of the things, by the verb that they (or their number: "21 of 24 drones") are the object of."""
    role = role_of(sentence, head or noun)
    if role is None or role.relation != "object":
        return None
    verb = role.head
    after = sentence.tokens[verb.index + 1 : verb.index + 2]
    particle = next((kid.lower for kid in sentence.kids(verb, "prt")), after[0].lower if after else None)
    lemma = verb.lemma.lower()
    status = _status_of().get(f"{lemma} {particle}") or _status_of().get(lemma)
    return "intercepted" if status == "destroyed" and noun.lemma.lower() in FLYING else status
