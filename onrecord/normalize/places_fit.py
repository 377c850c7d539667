"""Fitting: a name that its sentence puts into a unit or a town is none of its namesakes elsewhere."""

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from onrecord.normalize.gazetteer import Candidate
from onrecord.normalize.places_choose import contains, distance_km
from onrecord.normalize.places_context import after_preposition

if TYPE_CHECKING:
    from onrecord.normalize.places_resolve import Resolved

PART_KM: Final = 60  # a neighborhood lies no farther from its town
OF_ITSELF: Final = 100_000  # a town of so many people may stand beside any unit
LISTED: Final = re.compile(r"(?:,? (?:and|or) |, )(?:the )?[A-Z]")
GAPS: Final = (", ", " (", " in ", ", in ")


def fit(resolved: list["Resolved"]) -> list["Resolved"]:
    """The names with those taken back that do not fit into what their sentence says of them."""
    fitted = list(resolved)
    for n, one in enumerate(resolved):
        if one.best is None or one.best.candidate.kind not in ("city", "adm2"):
            continue
        holder = _stated_unit(resolved, n) or _town_of_part(resolved, n)
        if holder is not None:
            fitted[n] = replace(one, best=None, within=holder)
    return fitted


def _stated_unit(resolved: list["Resolved"], n: int) -> Candidate | None:
    """The unit that follows a small place's name and holds none of its namesakes: "near Arlen, Bolgan Oblast"."""
    one = resolved[n]
    if one.best is None or n + 1 == len(resolved) or one.best.candidate.population >= OF_ITSELF:
        return None
    inner, outer = one.found.match, resolved[n + 1].found.match
    text = one.found.setting.text
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


def _town_of_part(resolved: list["Resolved"], n: int) -> Candidate | None:
    """The town beside a neighborhood's or a street's name, where its namesake is a far town."""
    one = resolved[n]
    if one.best is None or one.found.setting.level != "part" or one.best.candidate.population >= OF_ITSELF:
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
