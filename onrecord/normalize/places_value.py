"""A resolved name as a mention with its `Place`: precision, path, and what its surroundings change."""

import math
import re
from dataclasses import replace
from typing import Final

from onrecord.model.codes import PlacePrecision
from onrecord.model.document import Span
from onrecord.model.reading import Mention
from onrecord.model.values import Place
from onrecord.normalize.gazetteer import Candidate, Gazetteer
from onrecord.normalize.gazetteer_fold import fold
from onrecord.normalize.places_found import Resolved

PRECISION: Final[dict[str, PlacePrecision]] = {
    "country": "country",
    "region": "region",
    "sea": "sea",
    "adm1": "adm1",
    "adm2": "adm2",
    "city": "exact",
}
KM_PER_MILE: Final = 1.609
KM_PER_DEGREE: Final = 111.2  # of latitude
FAR_KM: Final = 60  # an offset beyond this names no place near the town
NEAR: Final = re.compile(
    r"(?:\bnear|\bnearby|\boutside|\boutskirts of|\bnot far from|\bclose to|\bvicinity of|\baround"
    r"|\bon the edge of|\bbetween|\b(?:north|south|east|west|(?:north|south)-?(?:east|west))(?:ern)? of)"
    r"(?: the)?(?: (?:city|town|village|port|settlement|camp) of)? $",
    re.IGNORECASE,
)
OFFSET: Final = re.compile(
    r"(?:\b(?:about|some|around|roughly|approximately|nearly) )?(\d+(?:\.\d+)?) ?-?"
    r"(km|kms|kilomet(?:er|re)s?|miles?|mi)"
    r"(?: \(\d+(?:\.\d+)? (?:km|kilomet(?:er|re)s?|miles?)\))?"
    r"(?: (?:to the )?(north|south|east|west|north-?east|north-?west|south-?east|south-?west)(?:ern)?)?"
    r" (?:of|from|outside|off|away from)(?: the)?(?: (?:city|town|village|port|capital|settlement) of)? $",
    re.IGNORECASE,
)
SIDE: Final = re.compile(
    r"\b((?:north|south)(?:-?(?:east|west))?ern|(?:east|west)ern|central) $",
    re.IGNORECASE,
)
BEARING: Final[dict[str, int]] = {
    "north": 0,
    "northeast": 45,
    "east": 90,
    "southeast": 135,
    "south": 180,
    "southwest": 225,
    "west": 270,
    "northwest": 315,
}


def mention_of(one: Resolved, gazetteer: Gazetteer) -> Mention:
    """The mention of a resolved name; its value is None where neither the place nor a unit that holds it is known."""
    span, text = one.found.match.span, one.found.setting.text
    use = one.found.use
    kind = use if use in ("demonym", "organization") else "place"
    if one.best is None:
        name = text[span.start : span.end]
        return Mention(span, "PLACE", unknown_place(name, one.within, gazetteer) if one.within else None, kind=kind)
    place = place_of(one.best.candidate, gazetteer)
    if kind == "place" and place.precision == "country":
        return _part_of_country(span, text, place)
    if kind == "place" and place.precision == "exact":
        return _displaced(span, text, place)
    return Mention(span, "PLACE", place, kind=kind)


def _part_of_country(span: Span, text: str, place: Place) -> Mention:
    """ "northern Sadia" is a region of it; the point stays the country's, as the precision says."""
    side = SIDE.search(text, max(0, span.start - 20), span.start)
    if side is None:
        return Mention(span, "PLACE", place, kind="place")
    name = f"{side[1].lower()} {place.name}"
    own_id = f"onrecord:{fold(name).replace(' ', '-')}"
    part = replace(place, name=name, path=(name, *place.path), precision="region", gazetteer_id=own_id, population=0)
    return Mention(Span(side.start(1), span.end), "PLACE", part, kind="place")


def _displaced(span: Span, text: str, place: Place) -> Mention:
    """Near a town, or so many kilometers off it in a direction."""
    before = text[max(0, span.start - 90) : span.start].replace("\n", " ")
    offset = OFFSET.search(before)
    if offset is None:
        near = NEAR.search(before) is not None
        return Mention(span, "PLACE", replace(place, precision="near") if near else place, kind="place")
    km = float(offset.group(1)) * (KM_PER_MILE if offset.group(2).lower().startswith("mi") else 1.0)
    whole = Span(span.start - len(before) + offset.start(), span.end)
    if km > FAR_KM:
        return Mention(span, "PLACE", replace(place, precision="near"), kind="place")
    return Mention(whole, "PLACE", moved(place, km, offset.group(3)), kind="place")


def moved(place: Place, km: float, direction: str | None) -> Place:
    """The place `km` kilometers off another; without a direction its point stays, as near as is known."""
    if direction is None or place.lat is None or place.lon is None:
        return replace(place, precision="near")
    bearing = math.radians(BEARING[direction.lower().replace("-", "")])
    lat = place.lat + km * math.cos(bearing) / KM_PER_DEGREE
    lon = place.lon + km * math.sin(bearing) / (KM_PER_DEGREE * math.cos(math.radians(place.lat)))
    return replace(place, lat=round(lat, 4), lon=round(lon, 4), precision="near")


def unknown_place(name: str, within: Candidate, gazetteer: Gazetteer) -> Place:
    """A place in no gazetteer: its own name, the point and the precision of the unit that holds it.

    Within a town it is near the town's point: "Arlen neighborhood in Bolgan".
    """
    unit = place_of(within, gazetteer)
    precision: PlacePrecision = "near" if unit.precision == "exact" else unit.precision
    return replace(unit, name=name, path=(name, *unit.path), precision=precision, gazetteer_id=None, population=0)


def place_of(candidate: Candidate, gazetteer: Gazetteer) -> Place:
    """A candidate as a value; a second-level unit without a point takes its first-level unit's, and says so."""
    country = candidate.country and gazetteer.name_of(candidate.country)
    adm1 = candidate.adm1 and gazetteer.name_of(candidate.adm1)
    names = [candidate.name]
    if candidate.kind in ("city", "adm2") and adm1 and adm1 != candidate.name:
        names.append(adm1)
    if country and candidate.kind != "country":
        names.append(country)
    if candidate.kind == "adm2" and candidate.lat is None and candidate.adm1:
        unit = gazetteer.unit(candidate.adm1)
        if unit and unit.lat is not None:
            return replace(place_of(unit, gazetteer), name=candidate.name, path=tuple(names), adm2=candidate.adm2)
    return Place(
        name=candidate.name,
        path=tuple(names),
        country=candidate.country,
        country_name=country,
        lat=candidate.lat,
        lon=candidate.lon,
        precision=PRECISION[candidate.kind],
        gazetteer_id=candidate.gid,
        adm1=candidate.adm1,
        adm2=candidate.adm2,
        population=candidate.population,
    )
