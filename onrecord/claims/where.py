"""Where: which place words belong to which event mention."""

from typing import Final

from onrecord.claims.part import Part
from onrecord.claims.proximity import binding_cost
from onrecord.model.codes import PlacePrecision
from onrecord.model.reading import EventMention, Mention, Reading, Sentence, Token
from onrecord.model.values import Place

MAX_BINDING_COST: Final = 10.0
NEAR_BEST: Final = 3.0  # places within this cost of the nearest compete by how narrow they are
AWAY_COST: Final = 3.0  # "from X", "with X": where somebody came from or stands, not where it happened
AWAY_PREPOSITIONS: Final = frozenset({"from", "with", "against", "by", "to", "between", "for", "about", "than"})
SUBJECT_COST: Final = 3.0  # "X said", "X attacked": a name that acts is an actor before it is a place
SUBJECTS: Final = frozenset({"nsubj", "nsubjpass", "agent", "poss"})
NARROWNESS: Final[dict[PlacePrecision, int]] = {
    "exact": 0,
    "near": 1,
    "adm2": 2,
    "adm1": 3,
    "sea": 3,
    "region": 4,
    "country": 5,
}


def find_where(reading: Reading) -> tuple[Part, ...]:
    """The `where` of each event mention that its sentence places: the narrowest of the places nearest to it."""
    parts: list[Part] = []
    for sentence in reading.parsed:
        events = [event for event in reading.events if event.sentence == sentence.index]
        places = reading.mentions_in(sentence.span, "PLACE")
        parts.extend(part for event in events if (part := _bind(sentence, event, events, places)))
    return tuple(parts)


def _bind(sentence: Sentence, event: EventMention, events: list[EventMention], places: list[Mention]) -> Part | None:
    ranked = sorted(
        (
            (cost, mention.span.start, mention)
            for mention in places
            if (cost := place_cost(sentence, event, mention)) is not None and cost <= MAX_BINDING_COST
        ),
        key=lambda row: row[:2],
    )
    if not ranked:
        return None
    rivals = [row for row in ranked if row[0] <= ranked[0][0] + NEAR_BEST and _together(ranked[0][2], row[2])]
    best = min(rivals, key=lambda row: (_narrowness(row[2]), row[0]))[2]
    own = all(other.token == event.token or not _nearer(sentence, other, event, best) for other in events)
    return Part(event.id, "where", best.span, best.value, own=own)


def place_cost(sentence: Sentence, event: EventMention, mention: Mention) -> float | None:
    """The cost of placing an event mention at these words; None where they cannot be a scene (a demonym)."""
    token = sentence.at(mention.span)
    if token is None or not isinstance(mention.value, Place) or mention.kind in ("demonym", "organization"):
        return None
    cost = binding_cost(sentence, event, token)
    if _is_actor_position(sentence, token):
        cost += SUBJECT_COST
    if sentence.head(token).lower in AWAY_PREPOSITIONS:
        cost += AWAY_COST
    return cost


def _is_actor_position(sentence: Sentence, token: Token) -> bool:
    return token.dep in SUBJECTS or sentence.head(token).dep == "agent"


def _together(nearest: Mention, other: Mention) -> bool:
    """True where two places can be one: the same country, and no two different regions of it."""
    left, right = nearest.value, other.value
    if not isinstance(left, Place) or not isinstance(right, Place) or left.country != right.country:
        return False
    return left.adm1 is None or right.adm1 is None or left.adm1 == right.adm1


def _narrowness(mention: Mention) -> int:
    return NARROWNESS[mention.value.precision] if isinstance(mention.value, Place) else len(NARROWNESS)


def _nearer(sentence: Sentence, other: EventMention, event: EventMention, mention: Mention) -> bool:
    """True where another event mention of the sentence stands nearer to the place."""
    theirs, ours = place_cost(sentence, other, mention), place_cost(sentence, event, mention)
    return theirs is not None and ours is not None and theirs < ours
