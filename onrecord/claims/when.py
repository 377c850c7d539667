"""When: which date words belong to which event mention."""

from dataclasses import replace
from itertools import pairwise
from typing import Final

from onrecord.claims.part import Part
from onrecord.claims.proximity import binding_cost
from onrecord.model.reading import EventMention, Mention, Reading, Sentence
from onrecord.model.values import REPORT_ANCHOR, Interval

LEAD_SENTENCES: Final = 3  # what the lead tells without a date is news of the day
MAX_BINDING_COST: Final = 9.0  # beyond it the words stand in another corner of the sentence


def find_when(reading: Reading) -> tuple[Part, ...]:
    """The `when` of each event mention that its sentence dates: its own words, its clause's, its sentence's."""
    parts: list[Part] = []
    for sentence in reading.parsed:
        events = [event for event in reading.events if event.sentence == sentence.index]
        dates = [m for m in reading.mentions_in(sentence.span, "DATE") if _is_usable(m)]
        parts.extend(_bind(sentence, events, dates))
    dated = {part.event_id for part in parts}
    undated = [event for event in reading.events if event.id not in dated]
    return (*parts, *(part for event in undated if (part := _report_day(reading, event))))


def _report_day(reading: Reading, event: EventMention) -> Part | None:
    """The report's own day for an act that its lead tells as news without a date; it yields to any day told."""
    day = reading.document.published
    if day is None or event.sentence >= LEAD_SENTENCES or event.plural:
        return None
    return Part(event.id, "when", event.trigger, Interval(day, day, "day", anchor=REPORT_ANCHOR))


def _is_usable(mention: Mention) -> bool:
    value = mention.value
    return isinstance(value, Interval) and (value.earliest is not None or value.latest is not None)


def _bind(sentence: Sentence, events: list[EventMention], dates: list[Mention]) -> list[Part]:
    """One date an event, one event a date, the cheapest pairs first; then events without one take the nearest."""
    costs = []
    for event in events:
        for mention in dates:
            token = sentence.at(mention.span)
            if token is not None:
                cost = binding_cost(sentence, event, token)
                costs.append((cost, event.token, mention.span.start, event, mention))
    costs.sort(key=lambda row: row[:3])
    bound: dict[str, Part] = {}
    taken: set[int] = set()
    for cost, _, start, event, mention in costs:
        if event.id not in bound and start not in taken and cost <= MAX_BINDING_COST:
            bound[event.id] = Part(event.id, "when", mention.span, mention.value)
            taken.add(start)
    for cost, _, _, event, mention in costs:
        if event.id not in bound and cost <= MAX_BINDING_COST:
            bound[event.id] = Part(event.id, "when", mention.span, mention.value, own=False)
    return [bound[event.id] for event in events if event.id in bound]


def split_by_dates(reading: Reading) -> Reading:
    """The reading with a plural act on several named days ("bombings on 2 and 8 January") told once for each day."""
    events: list[EventMention] = []
    for event in reading.events:
        days = _listed_days(reading, event) if event.plural and not event.set_aside else []
        events.append(event)
        events.extend(replace(event, id=f"{event.id}+{n}") for n in range(1, len(days)))
    return replace(reading, events=tuple(events))


def _listed_days(reading: Reading, event: EventMention) -> list[Mention]:
    """The days of a list of days in the sentence that is nearer to this event mention than to any other."""
    sentence = reading.sentences[event.sentence]
    days = [m for m in reading.mentions_in(sentence.span, "DATE") if _is_day(m)]
    text = reading.document.text
    listed = [
        pair for pair in pairwise(days) if text[pair[0].span.end : pair[1].span.start].strip(" ,") in ("and", "", "or")
    ]
    if not listed:
        return []
    others = [other for other in reading.events if other.sentence == event.sentence]
    token = sentence.at(listed[0][0].span)
    if token is None or min(others, key=lambda o: (binding_cost(sentence, o, token), o.token)) is not event:
        return []
    return [listed[0][0], *(pair[1] for pair in listed)]


def _is_day(mention: Mention) -> bool:
    value = mention.value
    return isinstance(value, Interval) and value.earliest is not None and value.earliest == value.latest
