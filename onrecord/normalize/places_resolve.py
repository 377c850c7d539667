"""Resolving: the names of a report speak for each other; one name has one sense in a report."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import Final

from onrecord.normalize.gazetteer import Candidate
from onrecord.normalize.gazetteer_fold import fold, loose
from onrecord.normalize.places_choose import Context, Scored, contains, distance_km, rank
from onrecord.normalize.places_context import LEVELED, after_preposition
from onrecord.normalize.places_fit import fit
from onrecord.normalize.places_found import Found, Resolved, chain_of, containers_of, is_owned
from onrecord.normalize.places_lists import word_list
from onrecord.normalize.places_setting import holds
from onrecord.normalize.places_votes import Votes, votes_of

SUPPORT: Final = 0.3  # votes that a weak name's country needs from the rest of the report
SILENT: Final = 0.8  # a report whose names say less than this of any country leaves a weak name to itself
QUIET: Final = 0.5  # and one that says less than this leaves another of a place's names to itself
OWN_POPULATION: Final = 3_000  # and then the place must have so many people
ONLY_POPULATION: Final = 10_000  # a town of so many whose name is borne in one country alone needs no support
OTHER_NAME_POPULATION: Final = 50_000  # or so many, where another of its names matched
FOREIGN: Final = 0.9  # votes for another country against which a small namesake without support cannot stand
ONE_WORD: Final = 1.2  # a single word of one country's public life, or one group, says no more
OUTVOTED: Final = 4  # times the votes for its own country
NAMESAKES: Final = 3  # looked at where the best one is none of the report's countries
LARGE_CITY: Final = 300_000  # people
FAR_KM: Final = 200.0  # from the point of a unit: beyond its neighbors
VILLAGE: Final = 20_000  # people: a place of fewer may have namesakes all over its country
SMALL: Final = 100_000
SMALL_UNIT: Final = 300_000
OTHER_NAME: Final = 1_000_000  # under another name than its own
ABOVE_ALL: Final = 0.75  # of all votes: the country that an unknown name is taken to lie in
UnitOf = Callable[[str], Candidate | None]  # the country or unit of a code


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
        self.homes = frozenset(code for code in hints if "." in code)  # units where the report's groups are at home
        self.containers = [containers_of(found, n) for n in range(len(found))]
        self.own = self._votes_by_key()
        self.total: Votes = defaultdict(float, hints)
        for votes in self.own.values():
            for code, value in votes.items():
                self.total[code] += value
        self.stated: dict[str, int] = {}
        for n, one in enumerate(found):
            if self.containers[n] or one.setting.level:
                self.stated.setdefault(one.match.key, n)
        self._ranked: dict[tuple[str, str | None, int, bool], tuple[Scored, ...]] = {}

    def resolve(self) -> list[Resolved]:
        results: list[Resolved] = []
        for n in range(len(self.found) - 1, -1, -1):  # from the end, since a container mostly follows what it holds
            best = self._best(n)
            if self.found[n].use == "maybe" and (best is None or not self._supported(n, best)):
                if not self._in_unit(n, results):
                    continue
                results.append(Resolved(self.found[n], None, results[-1].best.candidate if results[-1].best else None))
                continue
            if best is not None and self._is_false_friend(n, best):
                best = self._namesake(n, best)
            results.append(Resolved(self.found[n], best, None if best else self._within(n, results)))
        return results[::-1]

    def _namesake(self, n: int, false: Scored) -> Scored | None:
        """The next best meaning in a country that the report speaks of: of two Suffolks the one at home."""
        country = false.candidate.country
        others = [scored for scored in self._meanings(n) if scored.candidate.country != country][:NAMESAKES]
        return next((o for o in others if o.candidate.how < LEVELED and self._is_at_home(n, o)), None)

    def _is_at_home(self, n: int, scored: Scored) -> bool:
        rest = self._rest(self.found[n].match.key)
        spoken_of = rest.get(scored.candidate.country or "", 0.0) >= FOREIGN
        return spoken_of and _is_leading(rest, scored.candidate) and not self._is_false_friend(n, scored)

    def _is_false_friend(self, n: int, best: Scored) -> bool:
        """True for a namesake elsewhere, on any of the grounds below."""
        away = self._far_from_home(n, best) or self._far_from_unit(n, best) or self._foreign(n, best)
        return away or self._far_spelling(n, best) or self._stray(n, best)

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
        return next(iter(self._meanings(n)), None)

    def _meanings(self, n: int) -> tuple[Scored, ...]:
        """What the n-th name may mean, the best first."""
        one = self.found[n]
        if not one.match.candidates:
            return ()
        sense = n if self.containers[n] else self.stated.get(one.match.key, n)
        cached = (one.match.key, one.setting.level, sense if self.containers[sense] else -1, self._holder(n))
        if cached not in self._ranked:
            context = Context(self._rest(one.match.key), self.containers[sense], one.setting.level, self._holder(n))
            self._ranked[cached] = rank(one.match.candidates, context)
        return self._ranked[cached]

    def _holder(self, n: int) -> bool:
        """True where the name stands as a unit's: "Arlen village (Marib)", "Buffalo, New York"."""
        if self._owns_district(n):
            return True
        if not n:
            return False
        inner = self.found[n - 1]
        gap = inner.setting.text[inner.match.span.end : self.found[n].match.span.start]
        if inner.match.line == self.found[n].match.line and inner.setting.level in ("city", "adm2") and holds(gap):
            return True  # "Arlen district, Bolgan", though no Arlen is known there
        if n not in chain_of(self.found, n - 1):
            return False
        if inner.use == "unknown":
            return True
        cities = [c for c in self.found[n].match.candidates if c.kind == "city"]
        return not any(contains(city, held) for city in cities for held in inner.match.candidates)

    def _owns_district(self, n: int) -> bool:
        """True for "Arlen's Bolgan district": Arlen is the larger unit; only a large city has districts of its own."""
        if n + 1 == len(self.found) or self.found[n + 1].setting.level != "adm2":
            return False
        match = self.found[n].match
        unit = any(c.kind == "adm1" and c.how == 0 for c in match.candidates)
        large = any(c.kind == "city" and c.population >= LARGE_CITY for c in match.candidates)
        return unit and not large and is_owned(self.found, n + 1, strict=False)

    def _rest(self, key: str) -> Votes:
        """The votes of all other names."""
        own = self.own.get(key, {})
        return {code: value - own.get(code, 0.0) for code, value in self.total.items()}

    def _supported(self, n: int, best: Scored) -> bool:
        """True where the rest of the report speaks of the country of a weak name's best meaning, or of none."""
        key = self.found[n].match.key
        rest = self._rest(key)
        candidate = best.candidate
        if key in self.stated or rest.get(candidate.country or "", 0.0) >= SUPPORT or _is_only_one(self.found[n], best):
            return True
        if self.found[n].match.caps:
            return False
        loudest = max((v for code, v in rest.items() if "." not in code), default=0.0)
        if candidate.how:
            return loudest < QUIET and candidate.population >= OTHER_NAME_POPULATION
        return loudest < SILENT and candidate.population >= OWN_POPULATION

    def _far_spelling(self, n: int, best: Scored) -> bool:
        """True where only a spelling apart matched, and no container or other name of the report backs it."""
        candidate = best.candidate
        if candidate.how != LEVELED or any(contains(c, candidate) for c in self.containers[n]):
            return False
        rest = self._rest(self.found[n].match.key)
        if rest.get(candidate.adm1 or "", 0.0) >= SUPPORT:
            return False
        same = [c for c in self.found[n].match.candidates if c.country == candidate.country]
        names = {loose(fold(c.name)) for c in same}
        return rest.get(candidate.country or "", 0.0) < SUPPORT or len(names) > 1 or not _is_leading(rest, candidate)

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

    def _far_from_home(self, n: int, best: Scored) -> bool:
        """True for a village outside the one unit or region in which the report's groups act: a namesake of theirs."""
        candidate = best.candidate
        if not self.homes or candidate.adm1 in self.homes or candidate.kind != "city":
            return False
        small = candidate.population < VILLAGE and not self.containers[n]
        return small and candidate.country in _countries(self.homes) and self._is_far(candidate, self.homes)

    def _is_far(self, candidate: Candidate, units: Iterable[str]) -> bool:
        """True for a place far from all of the units: fronts run over borders of units."""
        points = (self.unit(code) for code in units)
        gaps = (distance_km(candidate, point) for point in points if point is not None)
        return all(km is not None and km > FAR_KM for km in gaps)

    def _far_from_unit(self, n: int, best: Scored) -> bool:
        """True for a village outside the first-level units of its country that its sentence names as such: "in Arlen
        village, west of Bolgan, Marib province"."""
        candidate = best.candidate
        if candidate.kind != "city" or candidate.population >= VILLAGE or self.containers[n]:
            return False
        units = self._units_beside(n, candidate.country)
        return bool(units) and candidate.adm1 not in units and self._is_far(candidate, units)

    def _units_beside(self, n: int, country: str | None) -> set[str]:
        """The codes of the first-level units of a country that the sentence of the n-th name names by their words."""
        line = self.found[n].match.line
        beside = [one for m, one in enumerate(self.found) if m != n and one.match.line == line]
        named = [one for one in beside if one.setting.level == "adm1"]
        return {
            c.adm1
            for one in named
            for c in one.match.candidates
            if c.kind == "adm1" and c.adm1 and c.country == country
        }

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
        if other <= ONE_WORD and _is_only_one(self.found[n], best):
            return False
        return other >= FOREIGN and rest.get(candidate.country or "", 0.0) < max(SUPPORT, other / OUTVOTED)

    def _within(self, n: int, later: list[Resolved]) -> Candidate | None:
        """The smallest known unit that holds an unknown name: said so, else that of all the report's places."""
        chain = chain_of(self.found, n)
        held = [one.best.candidate for one in later if one.best and any(one.found is self.found[m] for m in chain)]
        if held:
            return next((c for c in reversed(held) if c.kind != "country"), held[-1])
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
        return self._best(n - 1) if n and is_owned(self.found, n, strict=False) else None

    def _votes_by_key(self) -> dict[str, Votes]:
        """What each name says about countries and units: the share of its likeliest meanings."""
        votes: dict[str, Votes] = {}
        for n, one in enumerate(self.found):
            key = one.match.key
            if one.match.candidates and (key not in votes or self.containers[n] or one.setting.level):
                votes[key] = votes_of(one, self.containers[n])
        return votes


def _countries(units: frozenset[str]) -> frozenset[str]:
    return frozenset(code.partition(".")[0] for code in units)


def _is_leading(votes: Votes, candidate: Candidate) -> bool:
    """True where the rest of the report speaks of the candidate's country above all."""
    countries = {code: value for code, value in votes.items() if "." not in code}
    return countries.get(candidate.country or "", 0.0) >= ABOVE_ALL * sum(countries.values())


def _is_only_one(one: Found, best: Scored) -> bool:
    """True for a town right after "in" or "near" whose name no place of another country bears: "fighters from Sadia
    shot two men in Arlen"."""
    people = ONLY_POPULATION if best.candidate.how == 0 else OTHER_NAME_POPULATION
    if one.match.caps or best.candidate.population < people or best.candidate.how == LEVELED:
        return False
    before = one.setting.before
    if before is None or before.lower not in word_list("locative"):
        return False
    return all(c.country == best.candidate.country for c in one.match.candidates)
