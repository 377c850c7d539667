"""The gazetteer: places with coordinates, found by name. Opened at the first lookup, built at the first opening."""

import sqlite3
from collections import OrderedDict
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from onrecord.errors import GazetteerError
from onrecord.normalize.gazetteer_build import FORMAT, build_index, index_path
from onrecord.normalize.gazetteer_fold import fold, loose
from onrecord.normalize.gazetteer_tables import How, Kind

CACHE_NAMES: Final = 30_000  # names kept in memory, about 10 MB
SHORTENED: Final = {"st": "saint", "ste": "sainte", "mt": "mount", "ft": "fort"}  # "St. Marc"
FIELDS: Final = "p.id, p.gid, p.name, p.kind, p.country, p.adm1, p.adm2, p.lat, p.lon, p.population"
BY_KEY: Final = f"SELECT {FIELDS}, n.how FROM name n JOIN place p ON p.id = n.place WHERE n.key = ?"
BY_CODE: Final = f"SELECT {FIELDS} FROM unit u JOIN place p ON p.id = u.place WHERE u.code = ?"


def _open_index(path: Path) -> sqlite3.Connection:
    """An index, to be read only."""
    try:
        return sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, check_same_thread=False)
    except sqlite3.Error as error:
        raise GazetteerError(f"The gazetteer's index {path} cannot be opened: {error}") from error


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that a name may mean; `how` tells which of its names matched."""

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
    how: How = 0


class Gazetteer:
    """Held open for many lookups. Picklable: each process opens the index for itself."""

    def __init__(self, cache: Path) -> None:
        self.cache = cache
        self._indexes: list[sqlite3.Connection] | None = None
        self._known: OrderedDict[str, tuple[Candidate, ...]] = OrderedDict()
        self._units: dict[str, Candidate | None] = {}

    def __getstate__(self) -> dict[str, object]:
        return {"cache": self.cache, "_indexes": None, "_known": OrderedDict(), "_units": {}}

    def __setstate__(self, state: dict[str, object]) -> None:
        self.__dict__.update(state)

    @property
    def added(self) -> Path:
        """The folder of the indexes that the user added."""
        return self.cache / "gazetteer-added"

    def _open(self) -> list[sqlite3.Connection]:
        if self._indexes is None:
            path = index_path(self.cache)
            if not path.exists():
                build_index(path)
            self._indexes = [_open_index(p) for p in (path, *sorted(self.added.glob("*.sqlite")))]
            for index, added in zip(self._indexes[1:], sorted(self.added.glob("*.sqlite")), strict=True):
                if dict(index.execute("SELECT name, value FROM about")).get("format") != str(FORMAT):
                    raise GazetteerError(
                        f"What was added as {added.stem!r} comes from another version of onrecord: "
                        f"add its file again, or run `onrecord gazetteer remove {added.stem}`."
                    )
        return self._indexes

    def lookup(self, name: str) -> tuple[Candidate, ...]:
        """The places that a name may mean, in any spelling that folds to it; the most populous first."""
        key = fold(name)
        short, _, rest = key.partition(" ")
        return self._find(key) or (self._find(f"{SHORTENED[short]} {rest}") if short in SHORTENED and rest else ())

    def lookup_loose(self, name: str) -> tuple[Candidate, ...]:
        """As `lookup`, but transliterations leveled: "Khan Younes" finds Khan Yunis."""
        key = fold(name)
        return self._find("~" + loose(key)) if key else ()

    def _find(self, key: str) -> tuple[Candidate, ...]:
        if not key:
            return ()
        known = self._known.get(key)
        if known is None:
            known = self._ask(key)
            self._known[key] = known
            if len(self._known) > CACHE_NAMES:
                self._known.popitem(last=False)
        return known

    def _ask(self, key: str) -> tuple[Candidate, ...]:
        found: dict[int, Candidate] = {}
        for index in self._open():
            for row in index.execute(BY_KEY, (key,)):
                candidate = Candidate(*row)
                found.setdefault(candidate.id, candidate)
        return tuple(sorted(found.values(), key=lambda c: (-c.population, c.how, c.id)))

    def unit(self, code: str) -> Candidate | None:
        """The country or unit with this code: "RU", "RU.41"."""
        if code not in self._units:
            row = self._open()[0].execute(BY_CODE, (code,)).fetchone()
            self._units[code] = Candidate(*row) if row else None
        return self._units[code]

    def name_of(self, code: str) -> str | None:
        """The English name of a country or unit by its code."""
        unit = self.unit(code)
        return unit.name if unit else None

    def close(self) -> None:
        """Close the indexes; the next lookup opens them again."""
        for index in self._indexes or ():
            index.close()
        self._indexes = None
        self._known.clear()

    def status(self) -> list[tuple[str, Path, int | None]]:
        """Each index with its name, its file and its number of places; None where it is not built yet."""
        base = index_path(self.cache)
        files = [("built-in", base), *((path.stem, path) for path in sorted(self.added.glob("*.sqlite")))]
        return [(name, path, _places_in(path) if path.exists() else None) for name, path in files]


def _places_in(path: Path) -> int:
    index = _open_index(path)
    try:
        return int(index.execute("SELECT value FROM about WHERE name = 'places'").fetchone()[0])
    finally:
        index.close()
