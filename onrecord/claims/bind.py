"""Binding: which toll, place, day, actor and weapon belong to which event mention, by clause and neighborhood."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import Final

from onrecord.claims.casualty import Casualty
from onrecord.claims.part import Part
from onrecord.claims.proximity import nearest_event
from onrecord.claims.sources import voice_of
from onrecord.claims.when import find_when
from onrecord.claims.where import find_where, find_where_nearby
from onrecord.model.claim import Claim
from onrecord.model.codes import FAMILY_OF, VIOLENT, Slot
from onrecord.model.document import Span
from onrecord.model.ids import make_id
from onrecord.model.reading import EventMention, Reading
from onrecord.model.values import Interval, TollFigure
from onrecord.registry import origin_of

HARMS: Final = frozenset({"killed", "injured", "killed_or_injured", "missing"})
SENTENCES_BACK: Final = 3  # a toll without an act of its own belongs to one told at most so many sentences before
COMPONENT_OF: Final[dict[Slot, str]] = {
    "act": "acts",
    "when": "dates",
    "where": "places",
    "attacker": "actors",
    "target": "targets",
    "weapon": "weapons",
    "count": "counts",
}


def bind_claims(reading: Reading, casualties: tuple[Casualty, ...], parts: tuple[Part, ...]) -> tuple[Claim, ...]:
    """The claims of a reading about single happenings, in text order: its event mentions' parts and its tolls."""
    mute = _mute_events(reading, casualties)
    told = {event.id: event for event in reading.events if event.id not in mute and is_told(reading, event)}
    found = (*parts, *shared_attackers(reading, parts), *find_when(reading), *find_where(reading))
    claims = [claim_of_part(reading, part, told[part.event_id]) for part in found if part.event_id in told]
    claims.extend(_toll_claims(reading, casualties, told))
    claims.extend(_nearby_places(reading, claims, told))
    return tuple(sorted(claims, key=lambda claim: (claim.quote, claim.slot)))


def _nearby_places(reading: Reading, claims: list[Claim], told: dict[str, EventMention]) -> list[Claim]:
    """Places told around the sentences of acts that a toll or a day puts on the record and no place."""
    placed = {claim.event_mention_id for claim in claims if claim.slot == "where"}
    pinned = {claim.event_mention_id for claim in claims if isinstance(claim.value, TollFigure | Interval)} - placed
    acts = [event for event in told.values() if event.id in placed and not event.generic]
    events = [event for event in told.values() if event.id in pinned and not _follows_an_act(event, acts)]
    return [claim_of_part(reading, part, told[part.event_id]) for part in find_where_nearby(reading, events)]


def _follows_an_act(event: EventMention, acts: list[EventMention]) -> bool:
    """True for "two were killed" in or right behind the sentence that tells an act with its place: it is that one."""
    violent = (act for act in acts if FAMILY_OF[act.type] in VIOLENT)
    return event.generic and any(0 <= event.sentence - act.sentence <= 1 for act in violent)


def shared_attackers(reading: Reading, parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """For acts listed behind another, without an attacker of their own, the attackers of that one."""
    attackers: dict[str, list[Part]] = {}
    for part in parts:
        if part.slot == "attacker":
            attackers.setdefault(part.event_id, []).append(part)
    shared: list[Part] = []
    for before, event in pairwise(reading.events):
        if event.listed and event.id not in attackers and before.sentence == event.sentence:
            attackers[event.id] = [replace(part, event_id=event.id, own=False) for part in attackers.get(before.id, ())]
            shared.extend(attackers[event.id])
    return tuple(shared)


def _mute_events(reading: Reading, casualties: tuple[Casualty, ...]) -> frozenset[str]:
    """The event mentions that tell only a total, or only what was set aside: "12,000 were killed since May"."""
    bound = [(event, casualty) for casualty in casualties if (event := event_of(reading, casualty))]
    speaking = {event.id for event, casualty in bound if is_of_incident(casualty)}
    return frozenset(
        event.id
        for event, casualty in bound
        if event.id not in speaking and (event.generic or casualty.figure.scope != "incident")
    )


def is_told(reading: Reading, event: EventMention) -> bool:
    """True where an event mention is on the record: not set aside, and not a heading's echo of the text."""
    return event.set_aside is None and not reading.is_heading(reading.sentences[event.sentence])


def claim_of_part(reading: Reading, part: Part, event: EventMention) -> Claim:
    """A part as a claim, with the voice that says it."""
    document = reading.document
    return Claim(
        id=make_id(document.id, event.id, part.slot, part.quote.start, part.quote.end),
        document_id=document.id,
        event_mention_id=event.id,
        slot=part.slot,
        quote=part.quote,
        sentence=(reading.sentence_of(part.quote) or reading.sentences[event.sentence]).span,
        voice=voice_of(part.quote, reading),
        modality=event.modality,
        hedge=None,
        value=part.value,
        origin=origin_of(COMPONENT_OF[part.slot]),
    )


def toll_claim(reading: Reading, casualty: Casualty, event_id: str | None) -> Claim:
    """A casualty as a claim; without an event mention it belongs to a total."""
    document, figure = reading.document, casualty.figure
    return Claim(
        id=make_id(
            document.id,
            event_id,
            casualty.status,
            figure.group,
            casualty.quote.start,
            casualty.quote.end,
            figure.quantity,
        ),
        document_id=document.id,
        event_mention_id=event_id,
        slot=casualty.status,
        quote=casualty.quote,
        sentence=reading.sentences[casualty.sentence].span,
        voice=voice_of(casualty.quote, reading),
        modality=casualty.modality,
        hedge=figure.quantity.hedge,
        value=figure,
        origin=origin_of("casualties"),
    )


def is_of_incident(casualty: Casualty) -> bool:
    """True for a toll of one happening that is on the record: no total, nothing set aside."""
    return casualty.set_aside is None and casualty.figure.scope == "incident"


def _toll_claims(reading: Reading, casualties: tuple[Casualty, ...], told: dict[str, EventMention]) -> Iterator[Claim]:
    for casualty in casualties:
        event = event_of(reading, casualty) if is_of_incident(casualty) else None
        if event is not None and event.id in told:
            yield toll_claim(reading, casualty, event.id)


def event_of(reading: Reading, casualty: Casualty) -> EventMention | None:
    """The event mention that a casualty belongs to: the nearest in its sentence's tree, else the last one before."""
    sentence = reading.sentences[casualty.sentence]
    here = [event for event in reading.events if event.sentence == sentence.index]
    if (
        casualty.figure.quantity.best == 0 and casualty.status in HARMS
    ):  # "nobody was killed" denies no act: it tells of the one before
        here = [event for event in here if event.set_aside != "negated"]
    nearest = nearest_event(sentence, sentence.tokens[casualty.anchor], here)
    if nearest is not None:
        return nearest
    before = [e for e in reading.events if 0 < sentence.index - e.sentence <= SENTENCES_BACK and e.set_aside is None]
    return max(before, key=lambda event: (event.sentence, not event.generic, event.token), default=None)


def quote_span(reading: Reading, event: EventMention) -> Span:
    """The words that tell an event mention."""
    return event.trigger if len(event.trigger) else reading.sentences[event.sentence].span
