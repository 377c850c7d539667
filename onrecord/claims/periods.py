"""Periods: a toll of many acts over a long time ("killed in clashes in 1988") is the sum of them, and no act's."""

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from typing import Final

from onrecord.claims.bind import event_of
from onrecord.claims.casualty import Casualty
from onrecord.claims.when import find_when
from onrecord.model.reading import EventMention, Mention, Reading, Sentence, Token
from onrecord.model.values import REPORT_ANCHOR, Interval
from onrecord.registry import lexicon

LONG_DAYS: Final = 21  # a run of days so long holds many acts
FEW: Final = frozenset({"pair", "couple", "twin", "double", "two", "three", "series", "simultaneous", "coordinated"})
YEAR_DAYS: Final = 300
ONE_EACH: Final = frozenset({"clash", "hostility", "riot", "shot"})  # a month may hold one such act, told in the plural


def sum_up_periods(reading: Reading, casualties: tuple[Casualty, ...]) -> tuple[Casualty, ...]:
    """The casualties, those of several acts in a month, a season or a year made tolls of that period."""
    if not any(_days_of(mention) for mention in reading.mentions if mention.label == "DATE"):
        return casualties
    days = {part.event_id: part.value for part in find_when(reading)}
    return tuple(_summed(reading, casualty, days) for casualty in casualties)


def _summed(reading: Reading, casualty: Casualty, days: Mapping[str, object]) -> Casualty:
    if casualty.figure.scope != "incident" or casualty.set_aside is not None:
        return casualty
    event = event_of(reading, casualty)
    value = days.get(event.id) if event is not None else None
    if event is None or event.sentence != casualty.sentence or not isinstance(value, Interval):
        return casualty
    length = 0 if value.anchor == REPORT_ANCHOR else _length(value)
    if length < LONG_DAYS or not _tells_several(reading, event, length):
        return casualty
    return replace(casualty, figure=replace(casualty.figure, scope="period"))


def _tells_several(reading: Reading, event: EventMention, length: int) -> bool:
    """True for "142 murders" and "killed in attacks"; "clashes in May" may be one fight, "clashes in 1988" are many."""
    sentence = reading.sentences[event.sentence]
    nouns = [sentence.tokens[i] for i in event.tokens if sentence.tokens[i].tag == "NNS"]
    acts = [noun for noun in nouns if noun.lemma.lower() in _act_nouns()]
    if length >= YEAR_DAYS:
        return bool(acts)
    return any(noun.lemma.lower() not in ONE_EACH and not _are_few(sentence, noun) for noun in acts)


def _are_few(sentence: Sentence, noun: Token) -> bool:
    """True for "a pair of blasts", "twin bombings": they can be one happening."""
    before = [word.lower for word in sentence.tokens[max(0, noun.index - 3) : noun.index]]
    return not FEW.isdisjoint(before)


@cache
def _act_nouns() -> frozenset[str]:
    rows = lexicon("triggers")
    return frozenset(noun for row in rows if row["rank"] > 0 for noun in row.get("nouns", ()))


def _days_of(mention: Mention) -> bool:
    return isinstance(mention.value, Interval) and _length(mention.value) >= LONG_DAYS


def _length(value: Interval) -> int:
    """How many days an interval holds; none where an end is open."""
    return (value.latest - value.earliest).days + 1 if value.earliest and value.latest else 0
