"""As of a day, cut back from the present: the same as linked from the first claim on."""

import random
import sqlite3
from datetime import date, timedelta
from pathlib import Path

import pytest

from onrecord.ledger import linking
from onrecord.ledger.asking import Question, View, open_view
from onrecord.ledger.linking import Linker
from onrecord.model.incident import Record
from onrecord.model.ledger import Clocks
from onrecord.store.connect import open_for_reading
from tests.factory import Said, Told, day, document, place, record
from tests.ledger.test_adding import STORY, add

START = date(2031, 3, 1)


def crowded(count: int = 60) -> list[Record]:
    """Reports that share a few names, so that some names are common in the end and were rare at first."""
    source = random.Random(5)
    towns = [place(f"Town{n}", lat=50 + n / 5, lon=30.0) for n in range(4)]
    found = []
    for number in range(count):
        on, town = START + timedelta(days=source.randrange(12)), source.choice(towns)
        killed, name = source.randrange(1, 6), source.choice(("Laila Orvan", "Bren Tollis", "Mira Sandek"))
        text = f"A drone strike killed {killed} people in {town.name} on {on}. {name} saw it, report {number} said."
        told = Told(
            "drone strike",
            when=(on.isoformat(), day(on.isoformat())) if number % 3 else None,
            where=(town.name, town) if number % 4 else None,
            tolls=(Said(f"killed {killed} people", "killed", killed),),
        )
        published = on + timedelta(days=source.randrange(4))
        found.append(record(document(text, published.isoformat(), outlet=f"Outlet {number % 7}"), told))
    return found


@pytest.mark.parametrize("full_at", [3, 8, 40])
def test_cut_back_is_linked_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, full_at: int) -> None:
    monkeypatch.setattr(linking, "FULL_AT", full_at)
    path = tmp_path / "ledger.db"
    add(path, *crowded(), *STORY)
    for after in range(0, 16, 3):
        clocks = Clocks(as_of=START + timedelta(days=after))
        source, target = open_for_reading(path), sqlite3.connect(":memory:", isolation_level=None)
        Linker(source, target, clocks).link()
        want = list(View(source, target, clocks).incidents(Question()))
        with open_view(path, clocks) as view:
            assert list(view.incidents(Question())) == want
        source.close()
        target.close()
