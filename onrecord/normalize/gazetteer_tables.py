"""The gazetteer's own tables: countries, first- and second-level units, regions without a border, seas."""

import re
from collections.abc import Iterator
from typing import Final, Literal, NamedTuple

from onrecord.normalize.gazetteer_fold import fold
from onrecord.registry import lexicon_rows

Kind = Literal["country", "adm1", "adm2", "city", "region", "sea"]
How = Literal[0, 1, 2, 3]  # 0 its name, 1 another name, 2 a demonym, 3 a name after leveling

# Generic words around a unit's own name: "Kursk Oblast", "Muhafazat Hadramaut", "Republic of Dagestan".
UNIT_WORDS: Final = (
    "oblast|oblasts|region|province|governorate|state|county|district|department|division|territory|prefecture|"
    "muhafazat|krai|kray|republic|municipality|voivodeship|canton|raion|rayon|autonomous|parish|city|upazila|"
    "woreda|cercle|commune|zone|regency|tehsil|subdistrict|township|local government area|lga|emirate|sheng|shi|okrug"
)
AROUND: Final = re.compile(
    rf"^(?:the )?(?:(?:{UNIT_WORDS})(?: of| de| du)? )?(.+?)(?: (?:autonomous )?(?:{UNIT_WORDS}))?$"
)
DEMONYM_SIGN: Final = "~"  # before an alias that is a demonym
COMPASS: Final = (
    ("north", "northern", "nord", "norte"),
    ("south", "southern", "sud", "sur"),
    ("east", "eastern", "est", "este"),
    ("west", "western", "ouest", "oeste"),
    ("central", "center", "centre", "centro"),
)


class Row(NamedTuple):
    """A place as it goes into the index, its columns first; `names` are (key, how)."""

    id: int
    gid: str
    name: str
    kind: Kind
    country: str | None
    adm1: str | None
    adm2: str | None
    lat: float | None
    lon: float | None
    population: int
    names: tuple[tuple[str, How], ...]


def own_name(key: str) -> str:
    """A unit's key without generic words: `own_name("kursk oblast") == "kursk"`."""
    match = AROUND.match(key)
    return match.group(1) if match else key


def compass_forms(key: str) -> Iterator[str]:
    """The key with its compass word in other forms and languages: "northern darfur" gives "north darfur" ..."""
    words = key.split()
    if len(words) < 2:
        return
    for group in COMPASS:
        for place in {0, len(words) - 1}:
            if words[place] in group:
                for other in group:
                    yield " ".join((*words[:place], other, *words[place + 1 :]))


def keys_of(names: list[str], *, unit: bool = False) -> tuple[tuple[str, How], ...]:
    """The keys of a place's names, the first being its own; a unit's also without generic words."""
    found: dict[str, How] = {}
    for position, name in enumerate(names):
        key = fold(name.removeprefix("the ").removeprefix("The "))
        if name.startswith(DEMONYM_SIGN):
            found.update({key: 2, f"{key}s": 2})
        elif key:
            found.setdefault(key, 0 if not position else 1)
            if unit:
                found.setdefault(own_name(key), 0 if not position else 1)  # "Kursk" is Kursk Oblast's own name
            for form in compass_forms(own_name(key)) if unit else ():
                found.setdefault(form, 1)
    return tuple(found.items())


def number(text: str) -> float | None:
    """A coordinate in a table, or None where it is not known."""
    return float(text) if text else None


def unit_aliases() -> dict[str, list[str]]:
    """The other names of units by code: ours, and GeoNames'."""
    found = {code: names.split(";") for code, names in lexicon_rows("unit_names")}
    for code, names in lexicon_rows("adm_aliases"):
        found[code] = [*names.split(";"), *found.get(code, [])]
    return found


def unit_points() -> dict[str, tuple[float, float]]:
    """The points of countries and units by code."""
    middles = [(row[0], row[2], row[3]) for table in ("adm1", "adm2") for row in lexicon_rows(table) if len(row) > 3]
    own = [(row[0], row[1], row[2]) for row in lexicon_rows("points")]  # GeoNames' own, where it is known
    return {code: (float(lat), float(lon)) for code, lat, lon in (*middles, *own) if lat}


def region_rows(first_id: int, continents: dict[str, tuple[float, float]]) -> Iterator[Row]:
    """Regions and seas; without a point of its own a region lies at the mean of its members' points."""
    points = unit_points() | {f"@{code}": point for code, point in continents.items()}
    for offset, (name, kind, members, lat, lon, *aliases) in enumerate(lexicon_rows("regions")):
        codes = [code for code in members.split(",") if code]
        inside = [points[code] for code in codes if code in points]
        if not lat and inside:
            lat = f"{sum(p[0] for p in inside) / len(inside):.2f}"
            lon = f"{sum(p[1] for p in inside) / len(inside):.2f}"
        countries = {code.split(".")[0] for code in codes if not code.startswith("@")}
        yield Row(
            first_id - offset,
            f"onrecord:{fold(name).replace(' ', '-')}",
            name,
            "sea" if kind == "sea" else "region",
            countries.pop() if len(countries) == 1 else None,
            codes[0] if len(codes) == 1 and "." in codes[0] else None,
            None,
            number(lat),
            number(lon),
            1_000_000,
            keys_of([name, *(aliases[0].split(";") if aliases and aliases[0] else [])]),
        )
