"""Killed at any instant, the ledger opens, verifies, and going on gives the same bytes as never having been killed."""

import os
import random
import signal
import sqlite3
import time
from pathlib import Path

import pytest

from onrecord.ledger import adding, linking
from onrecord.ledger.adding import add_records
from onrecord.model.incident import Record
from onrecord.store.connect import open_for_reading
from onrecord.store.ledger import Ledger
from onrecord.store.verify import verify_ledger
from tests.factory import READER, Said, Told, day, document, place, record

NOW = "2031-04-01T12:00:00Z"
KILLS = 200
TOWNS = [place("Ardel"), place("Belin", lat=51.5, lon=33.0)]


def story(count: int = 24) -> list[Record]:
    """Reports of a dozen strikes, two by two."""
    found = []
    for number in range(count):
        town, on, killed = TOWNS[number % 2], f"2031-03-{4 + number // 4 * 2:02}", 2 + number % 5
        text = f"A drone strike killed {killed} people in {town.name} on {on}, the mayor said in report {number}."
        told = Told(
            "drone strike",
            when=(on, day(on)),
            where=(town.name, town),
            tolls=(Said(f"killed {killed} people", "killed", killed, by="the mayor"),),
        )
        found.append(record(document(text, on, outlet=f"Outlet {number % 3}"), told))
    return found


def fill(path: Path) -> None:
    with Ledger(path, NOW) as ledger:
        for _ in add_records(ledger, story(), READER):
            pass


def dump(path: Path) -> list[str]:
    connection = sqlite3.connect(path)
    lines = list(connection.iterdump())
    connection.close()
    return lines


def killed_after(path: Path, seconds: float) -> bool:
    """Fill the ledger in a process that is killed after some seconds; True where it was killed before its end."""
    child = os.fork()
    if child == 0:
        try:
            fill(path)
        finally:
            os._exit(0)
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status)


@pytest.mark.slow
def test_killed_at_any_instant(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(adding, "BATCH", 2)  # many small transactions: more instants to be killed at
    monkeypatch.setattr(linking, "BATCH", 2)
    started = time.perf_counter()
    fill(tmp_path / "whole.db")
    whole, longest = dump(tmp_path / "whole.db"), time.perf_counter() - started
    source = random.Random(11)
    kills = number = 0
    path = tmp_path / "killed-0.db"
    while kills < KILLS:
        if not killed_after(path, source.uniform(0, longest)):
            number += 1
            path = tmp_path / f"killed-{number}.db"
            continue
        kills += 1
        if path.exists() and path.stat().st_size:
            verified = verify_ledger(open_for_reading(path), path) if _has_schema(path) else None
            assert verified is None or verified.problems == ()
        if kills % 10 == 0:
            fill(path)
            assert dump(path) == whole
            number += 1
            path = tmp_path / f"killed-{number}.db"


def _has_schema(path: Path) -> bool:
    connection = sqlite3.connect(path)
    found = connection.execute("PRAGMA user_version").fetchone()[0]
    connection.close()
    return bool(found)


def test_what_a_stopped_add_had_written_is_not_lost(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(adding, "BATCH", 2)
    path = tmp_path / "ledger.db"
    with Ledger(path, NOW) as ledger:
        adds = add_records(ledger, story(), READER)
        told = [next(adds) for _ in range(5)]
    assert verify_ledger(open_for_reading(path), path).documents >= len(told)
    fill(path)
    fill(tmp_path / "whole.db")
    assert dump(path) == dump(tmp_path / "whole.db")
