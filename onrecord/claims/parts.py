"""Parts: what each telling says of its act, its attackers, its targets, its weapons and the things it counts."""

from collections.abc import Iterator
from typing import Final

from onrecord.claims.attackers import attackers_of
from onrecord.claims.attackers_sides import other_side
from onrecord.claims.counts import counts_of
from onrecord.claims.part import Part
from onrecord.claims.targets import find_aims
from onrecord.model.codes import FAMILY_OF, IncidentType
from onrecord.model.document import Span
from onrecord.model.reading import EventMention, Mention, Reading, Sentence
from onrecord.model.values import Act, Target, WeaponUse

MAX_MEASURE_WORDS: Final = 8  # of what a measure is about
BOMBINGS: Final[frozenset[IncidentType]] = frozenset({"remote_explosive_landmine_ied", "suicide_bomb"})
WITHOUT_ARMS: Final[frozenset[IncidentType]] = frozenset(
    {"arrests", "agreement", "protective_measure", "evacuation_displacement"}
)


def find_parts(reading: Reading) -> tuple[Part, ...]:
    """The parts of all event mentions of a reading, in text order."""
    parts = [part for event in reading.events for part in _parts_of(reading, event)]
    return tuple(sorted(parts, key=lambda part: (part.quote, part.slot)))


def _parts_of(reading: Reading, event: EventMention) -> Iterator[Part]:
    sentence = reading.sentences[event.sentence]
    mentions = reading.mentions_in(sentence.span, "ACTOR", "WEAPON", "QUANTITY")
    yield Part(event.id, "act", _act_words(event, sentence), Act(event.type, FAMILY_OF[event.type]))
    for mention, actor in attackers_of(event, sentence, mentions):
        yield Part(event.id, "attacker", mention.span, other_side(reading, event, mention, actor))
    for quote, kind in find_aims(event, sentence):
        yield Part(event.id, "target", quote, Target(kind))
    for quote, figure in counts_of(event, sentence, mentions):
        yield Part(event.id, "count", quote, figure)
    yield from _weapons(reading, event, sentence, mentions)


def _act_words(event: EventMention, sentence: Sentence) -> Span:
    """The words that tell the act; of a measure also what it is about: "postponed the start of the school year"."""
    if event.type != "protective_measure":
        return event.trigger
    about = [t for kid in sentence.kids(sentence.tokens[event.token], "dobj") for t in sentence.subtree(kid)]
    return event.trigger.union(sentence.covering(about[:MAX_MEASURE_WORDS])) if about else event.trigger


def _weapons(reading: Reading, event: EventMention, sentence: Sentence, mentions: list[Mention]) -> Iterator[Part]:
    """The weapons of a telling; a "bombing" without one was done with a bomb."""
    if event.type in WITHOUT_ARMS:
        return
    named = False
    for mention in mentions:
        head = sentence.at(mention.span)
        if not isinstance(mention.value, WeaponUse) or head is None or head.index not in event.tokens:
            continue
        if event.type == "disrupted_weapons_use" and event.trigger.covers(mention.span):
            continue  # "shot down": how it was stopped, not what was used
        named = True
        yield Part(event.id, "weapon", mention.span, mention.value)
    if not named and event.type in BOMBINGS and "bomb" in event.trigger.text_in(reading.document.text).lower():
        yield Part(event.id, "weapon", event.trigger, WeaponUse("bomb"))
