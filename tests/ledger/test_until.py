"""A past day, cut back from the present: the same as linked from the first claim on, byte for byte."""

import json
import random
import sqlite3
from datetime import date, timedelta
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from onrecord.ledger import linking
from onrecord.ledger.asking import Question, View, open_view
from onrecord.ledger.deciding import correct, judge
from onrecord.ledger.linking import Linker
from onrecord.ledger.showing import show
from onrecord.link.rules import RULES
from onrecord.model.incident import Record
from onrecord.model.ledger import Clocks
from onrecord.store.connect import open_for_reading
from onrecord.store.derived import Wanted
from onrecord.store.ledger import Ledger
from tests.factory import BETTER_READER, Said, Told, day, document, place, record
from tests.ledger.test_adding import STORY, add

START = date(2031, 3, 1)
SLICES = 4  # in which the reports are added, a few days apart
QUESTIONS = [Wanted(), Wanted(place="town1"), Wanted(killed_min=3), Wanted(first="2031-03-04", last="2031-03-08")]


def crowded(count: int = 60) -> list[Record]:
    """Reports that share a few names, so that some names are common in the end and were rare at first."""
    source = random.Random(5)
    towns = [place(f"Town{n}", lat=50 + n / 5, lon=30.0) for n in range(4)]
    found = []
    for number in range(count):
        on, town = START + timedelta(days=source.randrange(12)), source.choice(towns)
        killed, name = source.randrange(1, 6), source.choice(("Laila Orvan", "Bren Tollis", "Mira Sandek"))
        text = (
            f"A drone strike killed {killed} people in {town.name} on {on}. With {name} it began, report {number} said."
        )
        told = Told(
            "drone strike",
            when=(on.isoformat(), day(on.isoformat())) if number % 3 else None,
            where=(town.name, town) if number % 4 else None,
            tolls=(Said(f"killed {killed} people", "killed", killed),),
        )
        published = on + timedelta(days=source.randrange(4))
        found.append(record(document(text, published.isoformat(), outlet=f"Outlet {number % 7}"), told))
    return found


def instant(days: int, hour: int = 12) -> str:
    return f"{START + timedelta(days=days)}T{hour:02}:00:00Z"


def fill(path: Path) -> list[Record]:
    """A ledger that grows in slices, with judgments and corrections between them."""
    records = [*crowded(), *STORY]
    random.Random(7).shuffle(records)
    for n in range(SLICES):
        add(path, *records[n::SLICES], now=instant(3 * n + 2))
        with Ledger(path, instant(3 * n + 3)) as ledger:
            left, right, other = (record.document.id for record in records[n : n + 3 * SLICES : SLICES])
            judge(ledger, (left, right), ("same", "different")[n % 2], "R. Editor", "read both")
            claim = next(claim for record in records if record.document.id == other for claim in record.claims)
            correct(ledger, claim.id, None, "R. Editor", "misread")
    return records


def answers(view: View) -> list[Any]:
    """What is printed of a moment: the incidents by every rule, questions, every incident whole."""
    found: list[Any] = [list(view.incidents(Question(wanted))) for wanted in QUESTIONS]
    found += [list(view.incidents(Question(rule=rule))) for rule in RULES]
    found += [view.count(Question(wanted)) for wanted in QUESTIONS]
    return [json.dumps(one) for one in (*found, *(show(view, incident["id"]) for incident in found[0]))]


def anew(path: Path, clocks: Clocks) -> list[Any]:
    """The same, linked from the first claim on."""
    source, target = open_for_reading(path), sqlite3.connect(":memory:", isolation_level=None)
    Linker(source, target, clocks).link()
    found = answers(View(source, target, clocks))
    source.close()
    target.close()
    return found


MOMENTS = [
    *(Clocks(as_of=START + timedelta(days=n)) for n in (0, 4, 8, 13)),
    *(Clocks(known_by=instant(n, hour)) for n, hour in ((1, 0), (2, 23), (4, 0), (6, 5), (9, 23), (30, 0))),
    *(Clocks(START + timedelta(days=n), instant(m, 20)) for n, m in product((3, 7), (3, 8))),
]


@pytest.mark.parametrize("full_at", [3, 8, 40])
def test_cut_back_is_linked_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, full_at: int) -> None:
    monkeypatch.setattr(linking, "FULL_AT", full_at)
    path = tmp_path / "ledger.db"
    fill(path)
    for clocks in MOMENTS:
        with open_view(path, clocks) as view:
            assert answers(view) == anew(path, clocks), clocks


def test_what_was_printed_then_is_printed_again(tmp_path: Path) -> None:
    """The present of each moment, as it was printed then, is what `known_by` gives ever after."""
    path, printed = tmp_path / "ledger.db", {}
    for n in range(SLICES):
        add(path, *crowded()[n::SLICES], now=instant(3 * n))
        with open_view(path) as view:
            printed[instant(3 * n, 23)] = answers(view)
    for then, want in printed.items():
        with open_view(path, Clocks(known_by=then)) as view:
            assert answers(view) == want


def test_before_a_better_reader_came(tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"
    add(path, *STORY, now=instant(2))
    with open_view(path) as view:
        want = answers(view)
    better = [record(one.document, Told("A drone strike", where=("Ardel", place("Ardel")))) for one in STORY[:3]]
    add(path, *better, now=instant(9), reader=BETTER_READER)
    with open_view(path, Clocks(known_by=instant(5))) as view:
        assert answers(view) == want
    with open_view(path) as view:
        assert answers(view) != want
