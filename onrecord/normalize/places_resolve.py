"""Resolving: the names of a report speak for each other; one name has one sense in a report."""

import math
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from onrecord.normalize.gazetteer import Candidate
from onrecord.normalize.places_choose import Context, Scored, rank
from onrecord.normalize.places_context import Setting, Use, is_container
from onrecord.normalize.places_match import Match

COUNTRY_VOTE: Final = 1.5  # a country named speaks louder than a city in it
DEMONYM_VOTE: Final = 0.8
MAYBE_VOTE: Final = 0.5
SUPPORT: Final = 0.4  # votes that a weak name's country needs from the rest of the report
TOP: Final = 8  # namesakes that vote


@dataclass(frozen=True, slots=True)
class Found:
    """A match that is used as a place's name, or may be."""

    setting: Setting
    use: Use

    @property
    def match(self) -> Match:
        return self.setting.match


Votes = dict[str, float]


def resolve(everything: list[Found]) -> list[tuple[Found, Scored]]:
    """The place of each name; names that may be none and find no support are left out."""
    found = [one for one in everything if one.use != "echo"]
    resolved = _resolve(found)
    senses = {one.match.key: best for one, best in resolved}
    echoes = [(one, senses[one.match.key]) for one in everything if one.use == "echo" and one.match.key in senses]
    return sorted([*resolved, *echoes], key=lambda pair: pair[0].match.span)


def _resolve(found: list[Found]) -> list[tuple[Found, Scored]]:
    containers = [_containers(found, n) for n in range(len(found))]
    own = _votes_by_key(found, containers)
    total: Votes = defaultdict(float)
    for votes in own.values():
        for code, value in votes.items():
            total[code] += value
    stated: dict[str, int] = {}
    for n, one in enumerate(found):
        if containers[n] or one.setting.level:
            stated.setdefault(one.match.key, n)
    results = []
    known: dict[tuple[str, str | None, tuple[int, ...]], Scored] = {}
    for n, one in enumerate(found):
        key = one.match.key
        sense = n if containers[n] else stated.get(key, n)
        level = one.setting.level
        cached = (key, level, tuple(c.id for c in containers[sense]))
        if cached not in known:
            rest = {code: value - own[key].get(code, 0.0) for code, value in total.items()}
            known[cached] = rank(one.match.candidates, Context(rest, containers[sense], level))[0]
        best = known[cached]
        if one.use != "maybe" or _supported(best, total, own[key], key in stated):
            results.append((one, best))
    return results


def _supported(best: Scored, total: Mapping[str, float], own: Mapping[str, float], stated: bool) -> bool:
    """True where the rest of the report speaks of the country of a weak name's best meaning."""
    country = best.candidate.country or ""
    return stated or total.get(country, 0.0) - own.get(country, 0.0) >= SUPPORT


def _containers(found: list[Found], n: int) -> tuple[Candidate, ...]:
    """The meanings of the name that is said to contain the n-th: "Oxford, Miss.", "Homs in Syria"."""
    if n + 1 >= len(found):
        return ()
    inner, outer = found[n], found[n + 1]
    if inner.match.line != outer.match.line or not is_container(inner.setting.text, inner.match, outer.match):
        return ()
    return tuple(c for c in outer.match.candidates if c.how < 2)


def _votes_by_key(found: list[Found], containers: list[tuple[Candidate, ...]]) -> dict[str, Votes]:
    """What each name says about countries and units: the share of its likeliest meanings."""
    votes: dict[str, Votes] = {}
    for n, one in enumerate(found):
        key = one.match.key
        if key not in votes or containers[n] or one.setting.level:
            votes[key] = _votes(one, containers[n])
    return votes


def _votes(one: Found, containers: tuple[Candidate, ...]) -> Votes:
    votes: Votes = {}
    ranked = rank(one.match.candidates, Context({}, containers, one.setting.level))[:TOP]
    weights = [math.exp(scored.score - ranked[0].score) for scored in ranked]
    strength = DEMONYM_VOTE if one.use == "demonym" else MAYBE_VOTE if one.use == "maybe" else 1.0
    for scored, weight in zip(ranked, weights, strict=True):
        candidate = scored.candidate
        share = strength * weight / sum(weights)
        if candidate.country:
            loud = COUNTRY_VOTE if candidate.kind == "country" and one.use != "demonym" else 1.0
            votes[candidate.country] = votes.get(candidate.country, 0.0) + share * loud
        if candidate.adm1:
            votes[candidate.adm1] = votes.get(candidate.adm1, 0.0) + share
    return votes
