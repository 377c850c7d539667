"""How linking grows: made-up documents, 10,000 to 80,000; time per document, memory, and how fast questions answer.

    python -m benchmarks.link [10000 20000 40000 80000]

The record grows as records do: twice the documents are twice the days. Each day so many incidents happen in towns all
over a made-up country, each told by one to seven reports over the days after it. They are added in eight slices, each
on its own day, so that `known_by` has something to cut. A question on a past day is timed from opening the ledger.
"""

import json
import random
import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import islice, product
from pathlib import Path
from typing import Final

from onrecord.ledger.adding import add_records
from onrecord.ledger.asking import Question, View, end_of, open_view
from onrecord.model.codes import IncidentType, Weapon
from onrecord.model.incident import Record
from onrecord.model.ledger import Clocks
from onrecord.model.values import Place
from onrecord.store.derived import Wanted
from onrecord.store.ledger import Ledger
from tests.factory import READER, Said, Told, day, document, place, record

SIZES: Final = (10_000, 20_000, 40_000, 80_000)
START: Final = date(2031, 1, 1)
TOWNS: Final = 600
INCIDENTS_A_DAY: Final = 12
QUESTIONS: Final = 200
PAST_QUESTIONS: Final = 40  # of each clock
SLICES: Final = 8  # in which the documents are added
TABLE_ROWS: Final = 50  # what `onrecord incidents` shows
SYLLABLES: Final = tuple(map("".join, product("bdfgklmnprstvz", "aeiou")))
ACTS: Final[tuple[tuple[str, IncidentType, Weapon], ...]] = (
    ("drone strike", "air_drone_strike", "drone"),
    ("missile strike", "shelling_artillery_missile", "missile"),
    ("car bomb", "remote_explosive_landmine_ied", "bomb"),
)
TARGETS: Final = ("market", "hospital", "school", "depot", "bridge", "mosque", "farm")


def word(source: random.Random) -> str:
    """A made-up name."""
    return "".join(source.choice(SYLLABLES) for _ in range(3)).capitalize()


def towns(source: random.Random) -> list[Place]:
    """Made-up towns over twelve degrees by twelve, in 36 regions."""
    found = []
    for _ in range(TOWNS):
        lat, lon = source.uniform(44, 56), source.uniform(20, 32)
        region = f"Region {int(lat - 44) // 2}{int(lon - 20) // 2}"
        found.append(place(word(source), region=region, lat=lat, lon=lon))
    return found


def made_up_records(count: int) -> Iterator[Record]:
    """So many records, as they would be published, by and large."""
    source = random.Random(20310101)
    where = towns(source)
    made = number = 0
    while made < count:
        on = START + timedelta(days=number // INCIDENTS_A_DAY)
        number += 1
        for one in _reports(source, source.choice(where), on):
            if made < count:
                made += 1
                yield one


def _reports(source: random.Random, town: Place, on: date) -> Iterator[Record]:
    act, kind, weapon = source.choice(ACTS)
    target, killed, person = source.choice(TARGETS), source.randrange(1, 30), f"{word(source)} {word(source)}"
    for n in range(source.randrange(1, 8)):
        killed += source.randrange(3) * (n > 0)
        by = source.choice(("the mayor", "the governor", "a medic"))
        text = (
            f"A {act} on a {target} in {town.name} on {on.isoformat()} killed {killed} people, {by} said in report {n} "
            f"of {source.randrange(10**9)}. {person} was among the dead, said {word(source)} {word(source)}."
        )
        told = Told(
            act,
            type=kind,
            when=(on.isoformat(), day(on.isoformat())),
            where=(town.name, town),
            tolls=(Said(f"killed {killed} people", "killed", killed, by=by),),
            target=(target, target),
            weapon=(weapon if weapon in text else act, weapon),
        )
        published = (on + timedelta(days=n // 2)).isoformat()
        yield record(document(text, published, outlet=f"Outlet {source.randrange(40)}"), told)


def questions(days: int) -> Iterator[Wanted]:
    """Questions as people ask them: a place, a week, a month and a toll, words, a country in a month."""
    source = random.Random(5)
    for n in range(QUESTIONS):
        first = START + timedelta(days=source.randrange(days))
        week, month = (first + timedelta(days=span) for span in (7, 30))
        yield (
            Wanted(place=word(source)[:4]),
            Wanted(first=first.isoformat(), last=week.isoformat()),
            Wanted(first=first.isoformat(), last=month.isoformat(), killed_min=15),
            Wanted(text=source.choice(TARGETS), first=first.isoformat(), last=week.isoformat()),
            Wanted(country="XA", type="air_drone_strike", first=first.isoformat(), last=month.isoformat()),
        )[n % 5]


def measure(count: int, folder: Path) -> dict[str, float]:
    """Add so many documents to a new ledger, and ask it. The time is the processor's: other programs do not count."""
    path = folder / f"{count}.db"
    started = time.process_time()
    for _ in made_up_records(count):
        pass
    making = time.process_time() - started
    started = time.process_time()
    fill(path, count)
    seconds = time.process_time() - started - making
    days = max(8, count // (4 * INCIDENTS_A_DAY))
    with open_view(path) as view:
        incidents = view.target.execute("SELECT count(*) FROM derived_incidents").fetchone()[0]
        taken = sorted(_ask(view, wanted) for wanted in questions(days))
    return {
        "documents": count,
        "incidents": incidents,
        "ms a document": round(1000 * seconds / count, 3),
        "memory MB": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
        "ledger MB": round(path.stat().st_size / 2**20),
        **_spread("question", taken),
        **_spread("as of", sorted(_ask_then(path, *one) for one in past_questions(days, published=True))),
        **_spread("known by", sorted(_ask_then(path, *one) for one in past_questions(days, published=False))),
    }


def fill(path: Path, count: int) -> None:
    """Add so many documents in slices, each stamped with the day on which its last was published."""
    records, size = made_up_records(count), -(-count // SLICES)
    while batch := list(islice(records, size)):
        published = batch[-1].document.published
        assert published
        with Ledger(path, f"{published}T23:00:00Z") as ledger:
            for _ in add_records(ledger, batch, READER):
                pass


def past_questions(days: int, *, published: bool) -> Iterator[tuple[Wanted, Clocks]]:
    """Questions as of days all over the record, or by what the ledger held by then."""
    source = random.Random(6)
    for wanted in islice(questions(days), PAST_QUESTIONS):
        then = START + timedelta(days=source.randrange(days))
        yield wanted, Clocks(as_of=then) if published else Clocks(known_by=end_of(then))


def _ask_then(path: Path, wanted: Wanted, clocks: Clocks) -> float:
    """The milliseconds that a question on a past day takes, the opening of the ledger with them."""
    started = time.perf_counter()
    with open_view(path, clocks) as view:
        _ask(view, wanted)
    return 1000 * (time.perf_counter() - started)


def _spread(name: str, taken: list[float]) -> dict[str, float]:
    return {
        f"{name} p50 ms": round(taken[len(taken) // 2], 1),
        f"{name} p95 ms": round(taken[int(len(taken) * 0.95)], 1),
    }


def _ask(view: View, wanted: Wanted) -> float:
    """The milliseconds that a question takes."""
    started = time.perf_counter()
    for _ in view.incidents(Question(wanted, limit=TABLE_ROWS)):
        pass
    return 1000 * (time.perf_counter() - started)


def main() -> None:
    sizes = [int(size) for size in sys.argv[1:]] or SIZES
    with tempfile.TemporaryDirectory() as folder:
        for count in sizes:
            print(json.dumps(measure(count, Path(folder))), flush=True)


if __name__ == "__main__":
    main()
