"""Resolving: the names of a report speak for each other; one name has one sense in a report."""

import math
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from onrecord.normalize.gazetteer import Candidate
from onrecord.normalize.places_choose import Context, Scored, contains, rank
from onrecord.normalize.places_context import LEVELED, Use, after_preposition
from onrecord.normalize.places_fit import fit
from onrecord.normalize.places_lists import word_list
from onrecord.normalize.places_setting import Setting, is_container, owns
from onrecord.normalize.places_words import Match

COUNTRY_VOTE: Final = 1.5  # a country named speaks louder than a city in it
DEMONYM_VOTE: Final = 0.8
FORCES_VOTE: Final = 0.5  # "Sadian troops" may be abroad
MAYBE_VOTE: Final = 0.5
SUPPORT: Final = 0.3  # votes that a weak name's country needs from the rest of the report
SILENT: Final = 0.8  # a report whose names say less than this of any country leaves a weak name to itself
OWN_POPULATION: Final = 3_000  # and then the place must have so many people
OTHER_NAME_POPULATION: Final = 50_000  # or so many, where another of its names matched
FOREIGN: Final = 0.9  # votes for another country against which a small namesake without support cannot stand
OUTVOTED: Final = 4  # times the votes for its own country
SMALL: Final = 100_000
SMALL_UNIT: Final = 300_000
OTHER_NAME: Final = 1_000_000  # under another name than its own
ABOVE_ALL: Final = 0.75  # of all votes: the country that an unknown name is taken to lie in
TOP: Final = 8  # namesakes that vote
Votes = dict[str, float]
UnitOf = Callable[[str], Candidate | None]  # the country or unit of a code


@dataclass(frozen=True, slots=True)
class Found:
    """A match that is used as a place's name, or may be."""

    setting: Setting
    use: Use

    @property
    def match(self) -> Match:
        return self.setting.match


@dataclass(frozen=True, slots=True)
class Resolved:
    """A name with its best meaning; None where no gazetteer has it. `within`: the smallest unit known to hold it."""

    found: Found
    best: Scored | None
    within: Candidate | None = None


def resolve(everything: list[Found], hints: Mapping[str, float], unit: UnitOf) -> list[Resolved]:
    """The place of each name; names that may be none and find no support are left out."""
    found = [one for one in everything if one.use != "echo"]
    resolved = fit(_Resolver(found, hints, unit).resolve())
    senses = {one.found.match.key: one for one in resolved}
    echoes = [
        Resolved(one, senses[one.match.key].best, senses[one.match.key].within)
        for one in everything
        if one.use == "echo" and one.match.key in senses
    ]
    return sorted([*resolved, *echoes], key=lambda one: one.found.match.span)


class _Resolver:
    """The state of resolving one report."""

    def __init__(self, found: list[Found], hints: Mapping[str, float], unit: UnitOf) -> None:
        self.found = found
        self.unit = unit
        self.containers = [_containers(found, n) for n in range(len(found))]
        self.own = self._votes_by_key()
        self.total: Votes = defaultdict(float, hints)
        for votes in self.own.values():
            for code, value in votes.items():
                self.total[code] += value
        self.stated: dict[str, int] = {}
        for n, one in enumerate(found):
            if self.containers[n] or one.setting.level:
                self.stated.setdefault(one.match.key, n)
        self._ranked: dict[tuple[str, str | None, int, bool], Scored] = {}

    def resolve(self) -> list[Resolved]:
        results: list[Resolved] = []
        for n in range(len(self.found) - 1, -1, -1):  # from the end, since a container mostly follows what it holds
            best = self._best(n)
            if self.found[n].use == "maybe" and (best is None or not self._supported(n, best)):
                if not self._in_unit(n, results):
                    continue
                results.append(Resolved(self.found[n], None, results[-1].best.candidate if results[-1].best else None))
                continue
            if best is not None and (self._foreign(n, best) or self._far_spelling(n, best) or self._stray(n, best)):
                best = None
            results.append(Resolved(self.found[n], best, None if best else self._within(n, results)))
        return results[::-1]

    def _in_unit(self, n: int, later: list[Resolved]) -> bool:
        """True where a unit follows that holds none of a weak name's namesakes: "in Arlen, Pernambuco"."""
        if not later or n + 1 >= len(self.found) or later[-1].found is not self.found[n + 1] or not later[-1].best:
            return False
        one, outer = self.found[n], later[-1].found.match
        if outer.line != one.match.line or later[-1].best.candidate.kind not in ("adm1", "adm2", "country"):
            return False
        gap = one.setting.text[one.match.span.end : outer.span.start]
        return gap in (", ", " (") and after_preposition(one.setting)

    def _best(self, n: int) -> Scored | None:
        one = self.found[n]
        if not one.match.candidates:
            return None
        sense = n if self.containers[n] else self.stated.get(one.match.key, n)
        cached = (one.match.key, one.setting.level, sense if self.containers[sense] else -1, self._holder(n))
        if cached not in self._ranked:
            context = Context(self._rest(one.match.key), self.containers[sense], one.setting.level, self._holder(n))
            self._ranked[cached] = rank(one.match.candidates, context)[0]
        return self._ranked[cached]

    def _holder(self, n: int) -> bool:
        """True where the name stands as a unit's: "Arlen village (Marib)", "Buffalo, New York"."""
        if not n or n not in _chain(self.found, n - 1):
            return False
        inner = self.found[n - 1]
        if inner.setting.level in ("city", "adm2") or inner.use == "unknown":
            return True
        cities = [c for c in self.found[n].match.candidates if c.kind == "city"]
        return not any(contains(city, held) for city in cities for held in inner.match.candidates)

    def _rest(self, key: str) -> Votes:
        """The votes of all other names."""
        own = self.own.get(key, {})
        return {code: value - own.get(code, 0.0) for code, value in self.total.items()}

    def _supported(self, n: int, best: Scored) -> bool:
        """True where the rest of the report speaks of the country of a weak name's best meaning, or of none."""
        key = self.found[n].match.key
        rest = self._rest(key)
        candidate = best.candidate
        if key in self.stated or rest.get(candidate.country or "", 0.0) >= SUPPORT:
            return True
        if self.found[n].match.caps:
            return False
        silent = max((v for code, v in rest.items() if "." not in code), default=0.0) < SILENT
        return silent and candidate.population >= (OWN_POPULATION if candidate.how == 0 else OTHER_NAME_POPULATION)

    def _far_spelling(self, n: int, best: Scored) -> bool:
        """True where only a spelling apart matched, and no container or other name of the report backs it."""
        if best.candidate.how != LEVELED or any(contains(c, best.candidate) for c in self.containers[n]):
            return False
        rest = self._rest(self.found[n].match.key)
        return rest.get(best.candidate.adm1 or "", 0.0) < SUPPORT

    def _stray(self, n: int, best: Scored) -> bool:
        """True where only another name of a small place matched, and nothing in the report speaks for its country."""
        candidate = best.candidate
        unit_said = self.found[n].setting.level in ("adm1", "adm2")  # "Arlen state" is no hamlet called Arlen
        weak = candidate.how == 1 or (unit_said and candidate.how == 0)
        if not weak or candidate.kind != "city" or candidate.population >= OTHER_NAME_POPULATION:
            return False
        return (
            not self.containers[n] and self._rest(self.found[n].match.key).get(candidate.country or "", 0.0) < SUPPORT
        )

    def _foreign(self, n: int, best: Scored) -> bool:
        """True where a small namesake's country has no support though the report speaks of another: a false friend."""
        candidate = best.candidate
        limit = SMALL if candidate.kind == "city" and not candidate.how else OTHER_NAME
        limit = SMALL_UNIT if candidate.kind == "adm1" and candidate.how < LEVELED else limit
        if self.containers[n] or candidate.kind not in ("city", "adm2", "adm1") or candidate.population >= limit:
            return False
        owner = self._owner(n)
        if owner and self.found[n].setting.level and owner.candidate.kind in ("country", "adm1"):
            return True  # "Sadia's Arlen district" is none of the Arlens elsewhere
        rest = self._rest(self.found[n].match.key)
        other = max((v for code, v in rest.items() if "." not in code), default=0.0)
        return other >= FOREIGN and rest.get(candidate.country or "", 0.0) < max(SUPPORT, other / OUTVOTED)

    def _within(self, n: int, later: list[Resolved]) -> Candidate | None:
        """The smallest known unit that holds an unknown name: said so, else that of all the report's places."""
        chain = _chain(self.found, n)
        held = [one.best.candidate for one in later if one.best and any(one.found is self.found[m] for m in chain)]
        if held:
            return held[-1]
        before = self._owner(n)
        return before.candidate if before else self._common_unit(n)

    def _common_unit(self, n: int) -> Candidate | None:
        """The country that the report speaks of, where it speaks of one above all."""
        rest = {c: v for c, v in self._rest(self.found[n].match.key).items() if "." not in c}
        top = max(rest, key=lambda code: (rest[code], code), default=None)
        if top is None or rest[top] < SUPPORT or rest[top] < ABOVE_ALL * sum(rest.values()):
            return None
        return self.unit(top)

    def _owner(self, n: int) -> Scored | None:
        return self._best(n - 1) if n and _owned(self.found, n, strict=False) else None

    def _votes_by_key(self) -> dict[str, Votes]:
        """What each name says about countries and units: the share of its likeliest meanings."""
        votes: dict[str, Votes] = {}
        for n, one in enumerate(self.found):
            key = one.match.key
            if one.match.candidates and (key not in votes or self.containers[n] or one.setting.level):
                votes[key] = _votes(one, self.containers[n])
        return votes


def _chain(found: list[Found], n: int) -> list[int]:
    """The names that are said to hold the n-th, the nearest first: "Arlen village in Bolgan district, Sadia"."""
    chain: list[int] = []
    at = n
    while at + 1 < len(found):
        inner, outer = found[at], found[at + 1]
        if inner.match.line != outer.match.line or not is_container(inner.setting.text, inner.match, outer.match):
            break
        at += 1
        chain.append(at)
    return chain


def _containers(found: list[Found], n: int) -> tuple[Candidate, ...]:
    """The meanings of the names that are said to hold the n-th: "Oxford, Miss.", "Iraq's Mosul"."""
    named = [found[m] for m in _chain(found, n)]
    if n and _owned(found, n, strict=True):
        named.append(found[n - 1])
    mine = found[n].match.candidates
    return tuple(
        c for one in named for c in one.match.candidates if not mine or any(contains(c, inner) for inner in mine)
    )


def _owned(found: list[Found], n: int, *, strict: bool) -> bool:
    """True where the name before holds the n-th; strictly, where the gazetteer agrees."""
    left, match = found[n - 1].match, found[n].match
    if left.line != match.line or not left.candidates:
        return False
    return found[n].setting.owned if strict else owns(left, found[n].setting.text[left.span.end : match.span.start])


def _sides(one: Found) -> bool:
    """A demonym that tells whose side, not where: "Saudi-led"."""
    text, end, line = one.setting.text, one.match.span.end, one.setting.line
    following = line[one.match.last].lower if one.match.last < len(line) else ""
    return text[end : end + 1] == "-" and following in word_list("siding")


def _votes(one: Found, containers: tuple[Candidate, ...]) -> Votes:
    votes: Votes = {}
    if one.match.candidates[0].how == LEVELED or (one.use == "demonym" and _sides(one)):
        return votes
    ranked = rank(one.match.candidates, Context({}, containers, one.setting.level))[:TOP]
    weights = [math.exp(scored.score - ranked[0].score) for scored in ranked]
    strength = MAYBE_VOTE if one.use == "maybe" else 1.0
    if one.use == "demonym":
        following = one.setting.line[one.match.last].lower if one.match.last < len(one.setting.line) else ""
        strength = FORCES_VOTE if following in word_list("forces") else DEMONYM_VOTE
    for scored, weight in zip(ranked, weights, strict=True):
        candidate = scored.candidate
        share = strength * weight / sum(weights)
        if candidate.country:
            loud = COUNTRY_VOTE if candidate.kind == "country" and one.use != "demonym" else 1.0
            votes[candidate.country] = votes.get(candidate.country, 0.0) + share * loud
        if candidate.adm1:
            votes[candidate.adm1] = votes.get(candidate.adm1, 0.0) + share
    return votes
