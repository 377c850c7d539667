"""Background: acts of other years that a report tells beside its news, and what it goes on to say of them."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from onrecord.claims.part import Part
from onrecord.claims.when import find_when
from onrecord.model.reading import EventMention, Reading
from onrecord.model.values import REPORT_ANCHOR, Interval, Place

PAST_DAYS: Final = 366  # an act of more than a year before the report is background in it
CARRIED_SENTENCES: Final = 2  # so far what follows an old act still tells of it, where it names no day


def set_background(reading: Reading) -> Reading:
    """The reading with acts of other years set aside: "The hall was bombed in 2019. Forty people died then."

    What follows in the paragraph and names no day of its own goes with them. An act of another year whose sentence
    names its place ("In 2019 a bomb in Arlen killed 41") is an incident of its own.
    """
    published = reading.document.published
    if published is None or not any(_is_past(m.value, published) for m in reading.mentions if m.label == "DATE"):
        return reading
    past = _past_events(reading, find_when(reading), published)
    if not past:
        return reading
    events = (
        replace(event, set_aside="historical", modality="historical") if event.id in past else event
        for event in reading.events
    )
    return replace(reading, events=tuple(events))


def _past_events(reading: Reading, parts: Iterable[Part], published: date) -> frozenset[str]:
    """The ids of the event mentions on the record that tell of another year."""
    days = {part.event_id: part.value for part in parts}
    found: set[str] = set()
    before: EventMention | None = None
    for event in reading.events:
        value = days.get(event.id)
        if isinstance(value, Interval) and value.anchor != REPORT_ANCHOR:
            is_past = _is_past(value, published) and not _is_placed(reading, event)
        else:
            is_past = before is not None and _goes_on(reading, before, event)
        if is_past and event.set_aside is None:
            found.add(event.id)
        before = event if is_past or event.set_aside == "historical" else None
    return frozenset(found)


def _goes_on(reading: Reading, before: EventMention, event: EventMention) -> bool:
    """True for what an undated telling right behind an old act adds to it."""
    paragraphs = {reading.sentences[telling.sentence].paragraph for telling in (before, event)}
    near = event.sentence - before.sentence <= CARRIED_SENTENCES
    return near and len(paragraphs) == 1 and not event.apart


def _is_past(value: object, published: date) -> bool:
    if not isinstance(value, Interval) or value.latest is None:
        return False
    return value.latest < published - timedelta(days=PAST_DAYS)


def _is_placed(reading: Reading, event: EventMention) -> bool:
    """True where the words of a telling name a place narrower than a country."""
    sentence = reading.sentences[event.sentence]
    for mention in reading.mentions_in(sentence.span, "PLACE"):
        head = sentence.at(mention.span)
        narrow = isinstance(mention.value, Place) and mention.value.precision not in ("country", "region")
        if narrow and head is not None and head.index in event.tokens:
            return True
    return False
