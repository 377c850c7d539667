"""Choosing among namesakes: one scoring function, its reasons kept."""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from onrecord.normalize.gazetteer import Candidate
from onrecord.normalize.gazetteer_fold import fold
from onrecord.normalize.gazetteer_tables import own_name

# The weights of the reasons. Population counts by powers of ten: a reason of 1.4 outweighs a tenfold larger namesake.
PER_POWER: Final = 1.4
CONTAINED: Final = 6.0  # the text says that the one lies in the other
COUNTRY_NAMED: Final = 2.6  # the rest of the report speaks of its country
UNIT_NAMED: Final = 3.0  # the rest of the report speaks of its first-level unit
HALF: Final = 0.7  # votes that make half of a full bonus; one country named once is 1.5
LEVEL_SAID: Final = 4.0  # "region", "district", "town" beside the name
LEVEL_NEAR: Final = 2.0
OTHER_NAME: Final = -1.0  # matched by a name that is not its own
LEVELED: Final = -3.0  # matched only after leveling transliterations
UNIT_UNSAID: Final[dict[str, float]] = {"adm1": -1.0, "adm2": -1.0}  # a unit without its unit's word
CAPITAL_OF_SAME_NAME: Final = -3.0  # a first-level unit whose main city has the same name, without its unit's word
MAIN_SHARE: Final = 0.2  # of a unit's people live in a city that is its main one
KIND: Final[dict[str, float]] = {"country": 3.0, "region": 2.0, "sea": 2.0, "adm1": 1.2}
NEAR_LEVELS: Final = frozenset(
    [("part", "city"), ("adm1", "adm2"), ("adm2", "adm1"), ("adm1", "region"), ("city", "adm2"), ("adm2", "city")]
)


@dataclass(frozen=True, slots=True)
class Scored:
    """A candidate with its score and what it is made of."""

    candidate: Candidate
    score: float
    reasons: tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class Context:
    """What speaks for one namesake or another: votes of the report's other names, containers, the unit's word."""

    votes: Mapping[str, float] = field(default_factory=dict)  # by country and first-level code
    containers: tuple[Candidate, ...] = ()
    level: str | None = None
    holder: bool = False  # the name stands where a unit does that holds another: "Arlen village (Marib)"


def rank(candidates: Iterable[Candidate], context: Context) -> tuple[Scored, ...]:
    """The candidates, best first."""
    pool = tuple(candidates)
    scored = [_score(c, pool, context) for c in pool]
    return tuple(sorted(scored, key=lambda s: (-s.score, s.candidate.id)))


def _score(candidate: Candidate, pool: tuple[Candidate, ...], context: Context) -> Scored:
    votes = context.votes
    reasons = [
        ("population", round(_per_power(candidate) * math.log10(max(candidate.population, 100)), 2)),
        ("kind", KIND.get(candidate.kind, 0.0)),
        ("not its own name", (0.0, OTHER_NAME, 0.0, LEVELED)[_how(candidate)]),
        ("unit's word", _level(candidate, pool, context)),
        ("country of the report", COUNTRY_NAMED * _share(votes.get(candidate.country or "", 0.0))),
        ("unit of the report", UNIT_NAMED * _share(votes.get(candidate.adm1 or "", 0.0))),
        ("said to lie in it", CONTAINED if any(contains(c, candidate) for c in context.containers) else 0.0),
    ]
    kept = tuple((name, round(value, 2)) for name, value in reasons if value)
    return Scored(candidate, round(sum(value for _, value in kept), 3), kept)


def _per_power(candidate: Candidate) -> float:
    """Second-level units are populous by their make: their people count for less."""
    return 1.0 if candidate.kind == "adm2" else PER_POWER


def _level(candidate: Candidate, pool: tuple[Candidate, ...], context: Context) -> float:
    level = context.level
    if context.holder and not level:
        return LEVEL_NEAR if candidate.kind in ("adm1", "adm2") else 0.0
    if level:
        near = LEVEL_NEAR if (level, candidate.kind) in NEAR_LEVELS else 0.0
        return LEVEL_SAID if candidate.kind == level else near
    if candidate.kind in ("adm1", "adm2") and any(_main_city(c, candidate) for c in pool):
        return CAPITAL_OF_SAME_NAME
    return UNIT_UNSAID.get(candidate.kind, 0.0) if _how(candidate) else UNIT_UNSAID.get(candidate.kind, 0.0) / 2


def _how(candidate: Candidate) -> int:
    """How a name matched; of "Arlen Oblast" the bare name is not all its own: a town may bear it with more right."""
    if candidate.how or candidate.kind not in ("adm1", "adm2"):
        return candidate.how
    key = fold(candidate.name)
    return 0 if own_name(key) == key else 1


def _main_city(city: Candidate, unit: Candidate) -> bool:
    """True where a name of both is rather the city's: a large city, or the main one of its unit."""
    if city.kind != "city" or city.country != unit.country:
        return False
    inside = city.adm1 == unit.adm1 and city.population >= MAIN_SHARE * unit.population
    if unit.kind == "adm2":
        return inside and _close(city, unit, 60)
    return inside or city.population > 300_000 or (city.population > 30_000 and _close(city, unit, 150))


def _share(votes: float) -> float:
    """From 0 to 1, half at HALF votes."""
    return votes / (votes + HALF)


def contains(outer: Candidate, inner: Candidate) -> bool:
    """True where one place lies in the other, as far as the gazetteer tells."""
    if outer.id == inner.id:
        return False
    if outer.kind == "country":
        return inner.country == outer.country and inner.kind != "country"
    if outer.kind == "adm1":
        return inner.adm1 == outer.adm1 and inner.kind in ("city", "adm2")
    if outer.kind == "adm2":
        return inner.kind == "city" and inner.adm1 == outer.adm1 and _close(outer, inner, 60)
    if outer.kind == "region":
        return (
            inner.kind in ("city", "adm2") and outer.country == inner.country is not None and _close(outer, inner, 150)
        )
    return inner.kind == "city" and outer.kind == "city" and outer.country == inner.country and _close(outer, inner, 40)


def _close(a: Candidate, b: Candidate, limit: float) -> bool:
    d = distance_km(a, b)
    return d is None or d <= limit


def distance_km(a: Candidate, b: Candidate) -> float | None:
    """The distance of two places in kilometers; None where a point is not known."""
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return None
    x = math.radians(b.lon - a.lon) * math.cos(math.radians((a.lat + b.lat) / 2))
    return 6371.0 * math.hypot(x, math.radians(b.lat - a.lat))
