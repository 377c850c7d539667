"""Where: which place words belong to which event mention."""

from collections.abc import Iterable
from typing import Final

from onrecord.claims.part import Part
from onrecord.claims.proximity import binding_cost
from onrecord.claims.where_held import held_names
from onrecord.claims.where_nearby import one_country, told_nearby
from onrecord.claims.where_scene import (
    AWAY_PREPOSITIONS,
    is_actor_position,
    is_away,
    is_beyond,
    is_border,
    is_by_sea,
    is_doer,
    is_road_end,
    is_scene,
    is_seat,
    is_speakers_seat,
    is_street,
    is_unit,
    name_in_country,
    narrowness,
    together,
)
from onrecord.claims.where_unknown import at_home, named_place, new_scene, unresolved_scene
from onrecord.model.reading import EventMention, Mention, Reading, Sentence, Token
from onrecord.model.values import Place

NEAR_BEST: Final = 3.0  # places within this cost of the nearest compete by how narrow they are
AWAY_COST: Final = 3.0  # "from X", "with X": where somebody came from or stands, not where it happened
SUBJECT_COST: Final = 3.0  # "X said", "X attacked": a name that acts is an actor before it is a place
SCENE_GAIN: Final = 1.5  # "in X", "at X": the words of a scene
SCENE_PREPOSITIONS: Final = frozenset({"in", "at", "near", "outside", "inside", "around", "on", "over"})


Ranked = tuple[float, int, Mention]  # the cost of a place, where it begins, the place


def find_where(reading: Reading) -> tuple[Part, ...]:
    """The `where` of each event mention that its sentence places: the narrowest of the places nearest to it."""
    bound = (_bind_or_dateline(reading, event) for event in reading.events)
    return tuple(at_home(reading, part) for part in bound if part)


def _bind_or_dateline(reading: Reading, event: EventMention) -> Part | None:
    sentence = reading.sentences[event.sentence]
    placed = _bind(reading, sentence, event)
    if placed and not is_unit(placed.value):
        return placed
    if placed:  # "the shelling of Arlen in Bolgan Oblast": the name first, in the unit that holds it
        unit = Mention(placed.quote, "PLACE", placed.value, kind="place")
        named = new_scene(reading, sentence, event, unit)
        inside = named and named.quote.start < placed.quote.start and not is_border(reading, placed.quote)
        return named if inside else placed
    dated = _by_dateline(reading, sentence, event)
    return unresolved_scene(reading, sentence, event, one_country(reading)) or dated


def _by_dateline(reading: Reading, sentence: Sentence, event: EventMention) -> Part | None:
    """The place of the date line, for an act of the sentence right behind it that names no place itself."""
    before = reading.sentences[sentence.index - 1] if sentence.index else None
    if before is None or not before.dateline:
        return None
    places = [m for m in reading.mentions_in(before.span, "PLACE") if isinstance(m.value, Place)]
    best = min(places, key=narrowness, default=None)
    return Part(event.id, "where", best.span, best.value, own=False) if best else None


def find_where_nearby(reading: Reading, events: Iterable[EventMention]) -> tuple[Part, ...]:
    """The `where` of event mentions that their own sentences do not place, from the sentences around them."""
    told = (told_nearby(reading, event) for event in events)
    return tuple(at_home(reading, part) for part in told if part)


def _bind(reading: Reading, sentence: Sentence, event: EventMention) -> Part | None:
    """The place of an event mention in its own sentence."""
    events = [other for other in reading.events if other.sentence == sentence.index]
    ranked = sorted(
        (
            (cost, mention.span.start, mention)
            for mention in reading.mentions_in(sentence.span, "PLACE")
            if not is_speakers_seat(reading, mention)
            and not _is_of_another(sentence, event, events, mention)
            and (cost := place_cost(sentence, event, mention)) is not None
        ),
        key=lambda row: row[:2],
    )
    if not ranked:
        return None
    ranked = _without_holders(reading, sentence, ranked)
    rivals = [row for row in ranked if row[0] <= ranked[0][0] + NEAR_BEST and together(ranked[0][2], row[2])]
    best = min(rivals, key=lambda row: (*narrowness(row[2]), row[0]))[2]
    own = all(other.token == event.token or not _nearer(sentence, other, event, best) for other in events)
    names = [m for _, start, m in rivals if name_in_country(m) and start < best.span.start]
    if names and is_unit(best.value):  # the name keeps its words, in the tightest unit told
        name = names[0].span.text_in(reading.document.text)
        return Part(event.id, "where", names[0].span, named_place(name, best), own=own)
    return Part(event.id, "where", best.span, best.value, own=own)


def _without_holders(reading: Reading, sentence: Sentence, ranked: list[Ranked]) -> list[Ranked]:
    """The places but for those that only tell where another of them lies, which then stands for both."""
    held = held_names(reading, sentence)
    costs = {row[2]: row[0] for row in ranked}
    for outer, inner in held.items():
        if outer in costs and inner in costs:
            costs[inner] = min(costs[inner], costs.pop(outer))
    return sorted(((cost, m.span.start, m) for m, cost in costs.items()), key=lambda row: row[:2])


def _is_of_another(sentence: Sentence, event: EventMention, events: list[EventMention], mention: Mention) -> bool:
    """True where a place stands in the words of an act told apart: "the attack came hours after a shell hit X"."""
    token = sentence.at(mention.span)
    if token is None or token.index in event.tokens:
        return False
    return any(other.apart and token.index in other.tokens for other in events)


def place_cost(sentence: Sentence, event: EventMention, mention: Mention) -> float | None:
    """The cost of placing an event mention at these words; None where they cannot be a scene (a demonym)."""
    token = sentence.at(mention.span)
    if token is None or not is_scene(mention):
        return None
    if is_seat(sentence, token) or is_doer(sentence, token, mention) or is_away(sentence, token):
        return None
    if is_by_sea(sentence, mention) or is_street(sentence, mention) or is_beyond(sentence, token, mention):
        return None
    cost = binding_cost(sentence, event, token)
    if is_actor_position(sentence, token) and not _owns_scene(sentence, token):
        cost += SUBJECT_COST
    head = sentence.head(token).lower
    if head in AWAY_PREPOSITIONS or is_road_end(sentence, mention):
        cost += AWAY_COST
    return cost - (SCENE_GAIN if head in SCENE_PREPOSITIONS else 0.0)


def _owns_scene(sentence: Sentence, token: Token) -> bool:
    """True for "at Arlen's old market": in Arlen."""
    thing = sentence.head(token)
    return token.dep == "poss" and thing.dep == "pobj" and sentence.head(thing).lower in SCENE_PREPOSITIONS


def _nearer(sentence: Sentence, other: EventMention, event: EventMention, mention: Mention) -> bool:
    """True where another event mention of the sentence stands nearer to the place."""
    theirs, ours = place_cost(sentence, other, mention), place_cost(sentence, event, mention)
    return theirs is not None and ours is not None and theirs < ours
