"""Adding to the gazetteer: a GeoNames dump (its zip as downloaded, or the text in it), or the user's own CSV.

A file is checked whole before anything is kept; each added file becomes an index of its own beside the built-in one.
"""

import csv
import io
import re
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import IO, Final

from onrecord.errors import GazetteerError
from onrecord.normalize.gazetteer_build import FORMAT, city_keys, terminal_progress, write_index
from onrecord.normalize.gazetteer_tables import Kind, Row, keys_of

COLUMNS: Final = 19  # of a GeoNames dump; see its readme
# Feature classes that a report can mean: populated places, administrative units, areas; not streams or hotels.
CLASSES: Final = frozenset("PAL")
UNIT_KIND: Final[dict[str, Kind]] = {"ADM1": "adm1", "ADM2": "adm2", "ADM3": "adm2", "ADM4": "adm2", "ADM5": "adm2"}
MAX_BYTES: Final = 4_000_000_000  # unpacked; allCountries has 1.7
CSV_NEEDED: Final = frozenset(["name", "lat", "lon"])
OWN_IDS: Final = 10**12  # ids of a user's own places are hashes below minus this


def add_file(source: Path, folder: Path) -> tuple[str, int]:
    """Add a file to the indexes in `folder`; gives the name it is kept under and how many places it holds."""
    if not source.is_file():
        raise GazetteerError(f"There is no file {source}.")
    rows = _csv_rows if source.suffix.lower() == ".csv" else _geonames_rows
    count = sum(1 for _ in rows(source))
    if not count:
        raise GazetteerError(f"{source.name} holds no places; it was not added.")
    name = re.sub(r"[^\w-]+", "-", source.stem).strip("-").lower() or "added"
    progress = terminal_progress()
    write_index(folder / f"{name}.sqlite", _counted(rows(source), count, progress), {"format": str(FORMAT)})
    return name, count


def remove_added(name: str, folder: Path) -> None:
    """Remove what was added under a name."""
    path = folder / f"{name}.sqlite"
    if Path(name).name != name or not path.exists():
        known = ", ".join(sorted(p.stem for p in folder.glob("*.sqlite"))) or "none"
        raise GazetteerError(f"Nothing was added under the name {name!r}; what is added: {known}.")
    path.unlink()


def _counted(rows: Iterator[Row], count: int, progress: Callable[[int, int], None]) -> Iterator[Row]:
    for done, row in enumerate(rows):
        if done % 5000 == 0:
            progress(done, count)
        yield row
    progress(count, count)


@contextmanager
def _open_text(source: Path) -> Iterator[IO[str]]:
    """The text of a file, or of the one dump in a zip."""
    try:
        if not zipfile.is_zipfile(source):
            with source.open(encoding="utf-8-sig", newline="") as file:
                yield file
            return
        with zipfile.ZipFile(source) as archive:
            members = [m for m in archive.infolist() if m.filename.endswith(".txt") and "readme" not in m.filename]
            if len(members) != 1 or members[0].file_size > MAX_BYTES:
                raise GazetteerError(f"{source.name} is no GeoNames dump: it should hold one text file.")
            with archive.open(members[0]) as binary:
                yield io.TextIOWrapper(binary, encoding="utf-8", newline="")
    except (UnicodeDecodeError, zipfile.BadZipFile, OSError) as error:
        raise GazetteerError(f"{source.name} cannot be read: {error}") from error


def _geonames_rows(source: Path) -> Iterator[Row]:
    with _open_text(source) as file:
        for number, line in enumerate(file, start=1):
            columns = line.rstrip("\r\n").split("\t")
            if len(columns) != COLUMNS:
                raise GazetteerError(
                    f"Line {number} of {source.name} has {len(columns)} columns and not the {COLUMNS} of a GeoNames "
                    "dump; nothing was added."
                )
            if columns[6] in CLASSES:
                yield _geonames_row(columns, number, source)


def _geonames_row(columns: list[str], number: int, source: Path) -> Row:
    try:
        geonameid, population = int(columns[0]), int(columns[14] or 0)
    except ValueError as error:
        raise GazetteerError(f"Line {number} of {source.name} has no number where one is due: {error}.") from error
    lat, lon = _point(columns[4], columns[5], number, source)
    country, code = columns[8] or None, columns[7]
    kind = UNIT_KIND.get(code, "region" if columns[6] == "L" else "city")
    alternates = [name for name in columns[3].split(",") if name]
    keys = city_keys(columns[1], alternates) if kind == "city" else keys_of([columns[1], *alternates], unit=True)
    adm1 = f"{country}.{columns[10]}" if country and columns[10] not in ("", "00") else None
    adm2 = f"{adm1}.{columns[11]}" if adm1 and columns[11] else None
    gid = f"geonames:{geonameid}"
    return Row(geonameid, gid, columns[1], kind, country, adm1, adm2, lat, lon, population, keys)


def _csv_rows(source: Path) -> Iterator[Row]:
    """Columns name, lat, lon; where known country (two letters), adm1 (GeoNames' code), alternates, population."""
    with _open_text(source) as file:
        reader = csv.DictReader(file)
        missing = CSV_NEEDED - set(reader.fieldnames or [])
        if missing:
            raise GazetteerError(f"{source.name} lacks the columns {', '.join(sorted(missing))}; nothing was added.")
        for row in reader:
            yield _csv_row({key: (value or "").strip() for key, value in row.items() if key}, reader.line_num, source)


def _csv_row(row: dict[str, str], number: int, source: Path) -> Row:
    lat, lon = _point(row["lat"], row["lon"], number, source)
    population, country = row.get("population", ""), row.get("country", "").upper()
    if (
        not row["name"]
        or (population and not population.isdigit())
        or (country and not re.fullmatch("[A-Z]{2}", country))
    ):
        raise GazetteerError(f"Line {number} of {source.name} lacks a name, or its country or population is none.")
    digest = sha256("\x1f".join((row["name"], row["lat"], row["lon"])).encode()).hexdigest()
    keys = city_keys(row["name"], [name.strip() for name in row.get("alternates", "").split(";") if name.strip()])
    return Row(
        -OWN_IDS - int(digest[:10], 16),
        f"own:{digest[:10]}",
        row["name"],
        "city",
        country or None,
        row.get("adm1") or None,
        None,
        lat,
        lon,
        int(population or 0),
        keys,
    )


def _point(lat: str, lon: str, number: int, source: Path) -> tuple[float, float]:
    try:
        point = float(lat), float(lon)
    except ValueError as error:
        raise GazetteerError(f"Line {number} of {source.name} has a coordinate that is none: {error}.") from error
    if not (-90 <= point[0] <= 90 and -180 <= point[1] <= 180):
        raise GazetteerError(f"Line {number} of {source.name} lies outside the world: {lat}, {lon}.")
    return point
