"""Fitting: a name that its sentence puts into a unit or a town is none of its namesakes elsewhere."""

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from onrecord.normalize.gazetteer import Candidate
from onrecord.normalize.places_choose import contains, distance_km
from onrecord.normalize.places_context import after_preposition

if TYPE_CHECKING:
    from onrecord.normalize.places_found import Resolved

PART_KM: Final = 60  # a neighborhood lies no farther from its town
OF_ITSELF: Final = 100_000  # a town of so many people may stand beside any unit
FAR_FAMOUS: Final = 5_000_000  # and of so many where the unit stands between commas
FAMOUS: Final = 1_000_000  # and of so many beside the word "neighborhood"
LISTED: Final = re.compile(r"(?:,? (?:and|or) |, )(?:the )?[A-Z]")
GAPS: Final = (", ", " (", " in ", ", in ")


def fit(resolved: list["Resolved"]) -> list["Resolved"]:
    """The names with those taken back that do not fit into what their sentence says of them."""
    fitted = list(resolved)
    for n, one in enumerate(resolved):
        if one.best is None and one.found.setting.level == "part":
            fitted[n] = replace(one, within=_narrower(one.within, _town_beside(resolved, one)))
        if one.best is not None and (town := _town_of_country(resolved, n)):
            fitted[n] = replace(one, best=None, within=town)
        if one.best is None or one.best.candidate.kind not in ("city", "adm2"):
            continue
        holder = _stated_unit(resolved, n) or _town_of_part(resolved, n)
        if holder is not None:
            fitted[n] = replace(one, best=None, within=holder)
    return fitted


def _town_of_country(resolved: list["Resolved"], n: int) -> Candidate | None:
    """The town that a country's name is said to lie in, which is no country then: "a road at Sadia in Arlen"."""
    one = resolved[n]
    if one.best is None or one.best.candidate.kind != "country" or n + 1 == len(resolved):
        return None
    outer = resolved[n + 1]
    best = outer.best.candidate if outer.best else None
    before = one.found.setting.before
    if best is None or best.kind != "city" or before is None or before.lower not in ("at", "in", "near"):
        return None
    gap = one.found.setting.text[one.found.match.span.end : outer.found.match.span.start]
    return best if gap == " in " and best.country != one.best.candidate.country else None


def _stated_unit(resolved: list["Resolved"], n: int) -> Candidate | None:
    """The unit that follows a small place's name and holds none of its namesakes: "near Arlen, Bolgan Oblast"."""
    one = resolved[n]
    if one.best is None or n + 1 == len(resolved):
        return None
    inner, outer = one.found.match, resolved[n + 1].found.match
    text = one.found.setting.text
    closed = text[outer.span.end : outer.span.end + 1] == ","  # "in Arlen, Bolgan, a man was shot"
    if one.best.candidate.population >= (FAR_FAMOUS if closed else OF_ITSELF):
        return None
    if inner.line != outer.line or text[inner.span.end : outer.span.start] not in GAPS:
        return None
    if LISTED.match(text, outer.span.end) and text[inner.span.end] == ",":
        return None  # a list: "Arlen, Bolgan and Sadia"
    if not after_preposition(one.found.setting) and text[inner.span.end] == ",":
        return None
    best = resolved[n + 1].best
    country = best.candidate.country if best else None
    units = [c for c in outer.candidates if c.kind == "adm1" and c.how < 2 and c.country == country]
    if not units or any(contains(unit, c) for unit in units for c in inner.candidates if c.how < 3):
        return None
    return units[0]


def _narrower(within: Candidate | None, town: Candidate | None) -> Candidate | None:
    """The town of a neighborhood that no gazetteer has, where nothing narrower than a country is known to hold it:
    "in Bolgan, Sadia, shots were fired in the Arlen neighborhood"."""
    if town is None or (within is not None and (within.kind != "country" or within.country != town.country)):
        return within
    return town


def _town_beside(resolved: list["Resolved"], one: "Resolved") -> Candidate | None:
    """The one town that a sentence names beside a neighborhood; else its one second-level unit."""
    line = one.found.match.line
    beside = [
        r.best.candidate
        for n, r in enumerate(resolved)
        if r is not one and r.found.match.line == line and r.best and _is_scene(r) and not _is_holder(resolved, n)
    ]
    for kind in ("city", "adm2"):
        named = {c.id: c for c in beside if c.kind == kind}
        if named:
            return next(iter(named.values())) if len(named) == 1 else None
    return None


def _is_holder(resolved: list["Resolved"], n: int) -> bool:
    """True for a name that only tells where the one before it lies: "Arlen, Sadia"."""
    if not n or resolved[n - 1].found.match.line != resolved[n].found.match.line:
        return False
    inner, outer = resolved[n - 1].found.match, resolved[n].found.match
    return resolved[n].found.setting.text[inner.span.end : outer.span.start] in GAPS


def _is_scene(one: "Resolved") -> bool:
    return one.found.use in ("place", "maybe")


def _town_of_part(resolved: list["Resolved"], n: int) -> Candidate | None:
    """The town beside a neighborhood's or a street's name, where its namesake is a far town."""
    one = resolved[n]
    after = one.found.setting.after
    limit = OF_ITSELF if after and after.lower in ("area", "suburb", "suburbs") else FAMOUS
    if one.best is None or one.found.setting.level != "part" or one.best.candidate.population >= limit:
        return None
    line = one.found.match.line
    others = [r.best.candidate for r in resolved if r is not one and r.found.match.line == line and r.best]
    places = [c for c in others if c.kind in ("city", "adm2", "adm1") and c.id != one.best.candidate.id]
    if not places or any(_fits(one.best.candidate, c) for c in places):
        return None
    return min(places, key=lambda c: ("city", "adm2", "adm1").index(c.kind))


def _fits(part: Candidate, place: Candidate) -> bool:
    """True where the namesake lies in the place, or by it."""
    if place.kind != "city":
        return contains(place, part)
    km = distance_km(part, place)
    return km is None or km <= PART_KM
