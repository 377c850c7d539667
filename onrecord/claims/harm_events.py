"""Harm without an act's word: "three were left in a critical condition" tells a happening too."""

from dataclasses import replace
from typing import Final

from onrecord.claims.casualty import Casualty
from onrecord.model.codes import IncidentType, TollStatus
from onrecord.model.ids import make_id
from onrecord.model.reading import EventMention, Reading

TYPE_OF: Final[dict[TollStatus, IncidentType]] = {
    "abducted": "abduction_forced_disappearance",
    "arrested": "arrests",
    "captured": "arrests",
    "displaced": "evacuation_displacement",
    "evacuated": "evacuation_displacement",
}


def add_harm_events(reading: Reading, casualties: tuple[Casualty, ...]) -> Reading:
    """The reading with a generic event mention for each sentence that tells a toll and no act."""
    told = {event.sentence for event in reading.events}
    added: dict[int, EventMention] = {}
    for casualty in casualties:
        fresh = casualty.sentence not in told and casualty.sentence not in added
        if fresh and not (_settles(casualty) and any(sentence < casualty.sentence for sentence in told)):
            added[casualty.sentence] = _harm_event(reading, casualty)
    events = sorted((*reading.events, *added.values()), key=lambda event: (event.sentence, event.trigger))
    return replace(reading, events=tuple(events)) if added else reading


def _settles(casualty: Casualty) -> bool:
    """True for "no fatalities were reported" and an analyst's note: they speak of an act told before, and tell none."""
    return casualty.figure.quantity.high == 0 or casualty.figure.relation == "final"


def _harm_event(reading: Reading, casualty: Casualty) -> EventMention:
    sentence = reading.sentences[casualty.sentence]
    trigger = sentence.tokens[casualty.anchor].span
    return EventMention(
        id=make_id(reading.document.id, "event", trigger.start, trigger.end),
        document_id=reading.document.id,
        trigger=trigger,
        type=TYPE_OF.get(casualty.status, "attack"),
        sentence=casualty.sentence,
        token=casualty.anchor,
        modality=casualty.modality,
        set_aside=casualty.set_aside,
        generic=True,
        tokens=tuple(range(len(sentence.tokens))),
    )
