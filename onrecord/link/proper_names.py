"""Proper names in a telling: of the dead, and of facilities. They join and part what a report tells."""

from collections.abc import Iterable
from functools import cache
from typing import Final

from onrecord.model.claim import Claim
from onrecord.model.reading import EventMention, Reading, Sentence, Token
from onrecord.registry import lexicon

FACILITY_KINDS: Final = ("health", "education", "religious")
MIN_LETTERS: Final = 3


def victims_of(reading: Reading, claims: Iterable[Claim]) -> frozenset[str]:
    """The names in the words that count the dead: "killing of Ada Brekk" gives ada and brekk.

    Names of places, parties and demonyms are none of a person.
    """
    found: set[str] = set()
    for claim in claims:
        if claim.slot != "killed":
            continue
        sentence = reading.sentence_of(claim.quote)
        others = [m.span for m in reading.mentions_in(claim.sentence, "PLACE", "ACTOR")]
        words = sentence.within(claim.quote) if sentence else []
        found |= {t.lower for t in words if _is_name(t) and not any(span.covers(t.span) for span in others)}
    return frozenset(found)


def sites_of(reading: Reading, event: EventMention) -> frozenset[str]:
    """The names of facilities in the words of an event mention: "the Sola Hospital" gives sola hospital."""
    sentence = reading.sentences[event.sentence]
    return frozenset(
        name
        for index in event.tokens
        if sentence.tokens[index].lemma.lower() in _facilities() and (name := _site(sentence, sentence.tokens[index]))
    )


def _site(sentence: Sentence, noun: Token) -> str | None:
    """The proper names right before a facility's noun, with it."""
    first = noun.index
    while first > 0 and sentence.tokens[first - 1].pos == "PROPN":
        first -= 1
    names = [token.lower for token in sentence.tokens[first : noun.index]]
    return " ".join((*names, noun.lemma.lower())) if names else None


def _is_name(token: Token) -> bool:
    return token.pos == "PROPN" and token.text[:1].isupper() and len(token.text) >= MIN_LETTERS


@cache
def _facilities() -> frozenset[str]:
    """Nouns of facilities that bear names."""
    targets = lexicon("targets")
    return frozenset(noun for kind in FACILITY_KINDS for noun in targets[kind] if " " not in noun) | {"complex"}
