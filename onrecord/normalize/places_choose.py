"""Choosing among namesakes: one scoring function, its reasons kept."""

import math
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from onrecord.normalize.gazetteer import Candidate

# The weights of the reasons, in powers of ten of population: a reason of 1 outweighs a tenfold larger namesake.
CONTAINED: Final = 6.0  # the text says that the one lies in the other
COUNTRY_NAMED: Final = 3.0  # the report names its country; the most named counts in full
UNIT_NAMED: Final = 2.0  # the report names its first-level unit
LEVEL_SAID: Final = 4.0  # "region", "district", "town" beside the name
OTHER_NAME: Final = -0.7  # matched by a name that is not its own
LEVELED: Final = -2.0  # matched only after leveling transliterations
NAMED_SECOND_LEVEL: Final = -1.5  # a second-level unit without its unit's word
NAMED_FIRST_LEVEL: Final = -2.0  # a first-level unit whose capital has the same name, without its unit's word
KIND: Final = {"country": 5.0, "region": 3.0, "sea": 2.0, "adm1": 1.2, "adm2": 0.0, "city": 0.0}


@dataclass(frozen=True, slots=True)
class Scored:
    """A candidate with its score and what it is made of."""

    candidate: Candidate
    score: float
    reasons: tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class Context:
    """What speaks for one namesake or another: countries and units named in the report, containers, the unit's word."""

    countries: Counter[str]
    units: Counter[str]
    containers: tuple[Candidate, ...] = ()
    level: str | None = None


def rank(candidates: Iterable[Candidate], context: Context) -> tuple[Scored, ...]:
    """The candidates, best first."""
    pool = tuple(candidates)
    scored = [_score(c, pool, context) for c in pool]
    return tuple(sorted(scored, key=lambda s: (-s.score, s.candidate.id)))


def _score(candidate: Candidate, pool: tuple[Candidate, ...], context: Context) -> Scored:
    reasons = [
        ("population", round(math.log10(max(candidate.population, 100)), 2)),
        ("kind", KIND[candidate.kind]),
        ("other name", OTHER_NAME if candidate.how == 1 else LEVELED if candidate.how == 3 else 0.0),
        ("level", _level(candidate, pool, context.level)),
        ("country named", _share(candidate.country, context.countries) * COUNTRY_NAMED),
        ("unit named", _share(candidate.adm1, context.units) * UNIT_NAMED if candidate.kind != "adm1" else 0.0),
        ("contained", CONTAINED if any(contains(c, candidate) for c in context.containers) else 0.0),
    ]
    kept = tuple((name, value) for name, value in reasons if value)
    return Scored(candidate, round(sum(value for _, value in kept), 3), kept)


def _level(candidate: Candidate, pool: tuple[Candidate, ...], level: str | None) -> float:
    if level:
        near = {("adm1", "adm2"), ("adm2", "adm1"), ("adm1", "region"), ("city", "adm2")}
        return LEVEL_SAID if candidate.kind == level else LEVEL_SAID / 2 if (level, candidate.kind) in near else 0.0
    if candidate.kind == "adm2":
        return NAMED_SECOND_LEVEL
    if candidate.kind == "adm1" and any(
        c.kind == "city" and c.country == candidate.country and c.population > 30_000 and _close(c, candidate, 150)
        for c in pool
    ):
        return NAMED_FIRST_LEVEL
    return 0.0


def _share(code: str | None, named: Counter[str]) -> float:
    """How often a country or unit is named, against the most named: 1 for that one, at least .5 for any other."""
    if not code or code not in named:
        return 0.0
    return 0.5 + 0.5 * named[code] / max(named.values())


def contains(outer: Candidate, inner: Candidate) -> bool:
    """True where one place lies in the other, as far as the gazetteer tells."""
    if outer.id == inner.id or outer.how == 2:
        return False
    if outer.kind == "country":
        return inner.country == outer.country and inner.kind != "country"
    if outer.kind == "adm1":
        return inner.adm1 == outer.adm1 and inner.kind not in ("country", "adm1")
    if outer.kind == "adm2":
        return inner.kind == "city" and inner.adm1 == outer.adm1 and _close(outer, inner, 60)
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
