"""Opening the ledger: one writer, old and new schemas, damaged files, full disks; each with a way out."""

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from onrecord.errors import LedgerError
from onrecord.store.connect import SCHEMA, clear_errors, open_for_reading, open_for_writing
from onrecord.store.ledger import Ledger
from onrecord.store.verify import verify_ledger
from tests.factory import READER, Told, document, record

NOON = "2031-03-05T12:00:00Z"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "ledger.db"
    Ledger(made, NOON).__exit__(None, None, None)
    return made


def fill(path: Path, count: int = 40) -> None:
    with Ledger(path, NOON) as ledger, ledger.transaction():
        for number in range(count):
            text = f"A drone strike was reported near mile {number}. " + "Nothing else is known of it. " * 40
            ledger.add(record(document(text, "2031-03-05"), Told("drone strike")), READER)


def test_a_second_writer_is_told_who_writes(path: Path) -> None:
    with Ledger(path, NOON), pytest.raises(LedgerError, match="being written by another program"):
        Ledger(path, NOON)
    Ledger(path, NOON).__exit__(None, None, None)  # free again


def test_readers_read_while_one_writes(path: Path) -> None:
    fill(path, 2)
    with Ledger(path, NOON) as ledger, ledger.transaction():
        ledger.add(record(document("A drone strike.", "2031-03-05"), Told("drone strike")), READER)
        assert open_for_reading(path).execute("SELECT count(*) FROM documents").fetchone() == (2,)


def test_no_ledger_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="onrecord add"):
        open_for_reading(tmp_path / "none.db")


def test_no_folder_is_said(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="Check that the folder exists"):
        Ledger(tmp_path / "no" / "ledger.db", NOON)


def test_another_programs_database_is_left_alone(tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    connection = sqlite3.connect(other)
    connection.execute("CREATE TABLE t (x)")
    connection.close()
    with pytest.raises(LedgerError, match="another program"):
        Ledger(other, NOON)


def test_a_text_file_is_no_ledger(tmp_path: Path) -> None:
    text = tmp_path / "report.txt"
    text.write_text("A drone strike killed two people in Ardel on Tuesday. " * 20)
    for opens in (open_for_reading, open_for_writing):
        with pytest.raises(LedgerError, match="is no ledger"):
            opens(text)


def test_a_newer_schema_asks_for_an_upgrade(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA user_version = {SCHEMA + 1}")
    connection.close()
    for opens in (open_for_reading, open_for_writing):
        with pytest.raises(LedgerError, match="newer onrecord"):
            opens(path)


def test_an_older_schema_is_brought_up_to_date_when_written(path: Path) -> None:
    fill(path, 3)
    connection = sqlite3.connect(path)
    connection.execute("DROP INDEX documents_published")  # as schema 1 was
    connection.execute("PRAGMA user_version = 1")
    connection.close()
    with pytest.raises(LedgerError, match="has schema 1"):
        open_for_reading(path)
    fill(path, 3)
    verified = verify_ledger(open_for_reading(path), path)
    assert (verified.documents, verified.problems) == (3, ())


def test_a_full_disk_leaves_what_was_there(path: Path) -> None:
    fill(path, 5)
    with Ledger(path, NOON) as ledger:
        pages = ledger.connection.execute("PRAGMA page_count").fetchone()[0]
        ledger.connection.execute(f"PRAGMA max_page_count = {pages + 1}")
        with pytest.raises(LedgerError, match="the disk is full"):
            _add_much(ledger)
    verified = verify_ledger(open_for_reading(path), path)
    assert (verified.documents, verified.problems) == (5, ())


def _add_much(ledger: Ledger) -> None:
    with ledger.transaction():
        for number in range(50):
            doc = document(f"{number} " + "A drone strike. " * 200, "2031-03-05")
            ledger.add(record(doc, Told("drone strike")), READER)


def test_a_damaged_page_is_said(path: Path) -> None:
    fill(path)
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    root = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'documents'").fetchone()[0]
    size = connection.execute("PRAGMA page_size").fetchone()[0]
    connection.close()
    with path.open("r+b") as file:
        file.seek((root - 1) * size)
        file.write(b"\xff" * size)
    with pytest.raises(LedgerError, match="damaged"):
        verify_ledger(open_for_reading(path), path)


def test_a_read_only_file_is_said(path: Path) -> None:
    connection = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    with pytest.raises(LedgerError, match="read-only"), clear_errors(path):
        connection.execute("INSERT INTO handles VALUES ('a', 'b')")
    connection.close()


def test_reading_makes_no_changes(path: Path) -> None:
    with pytest.raises(LedgerError, match="read-only"), clear_errors(path):
        open_for_reading(path).execute("INSERT INTO handles VALUES ('a', 'b')")


HOLD = """
import sys, time
from pathlib import Path
from onrecord.store.ledger import Ledger
held = Ledger(Path(sys.argv[1]), "2031-03-05T12:00:00Z"); print("held", flush=True); time.sleep(60)
"""


def test_the_lock_of_a_killed_writer_is_free(path: Path) -> None:
    with subprocess.Popen([sys.executable, "-c", HOLD, str(path)], stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout is not None
        assert writer.stdout.readline() == "held\n"
        with pytest.raises(LedgerError, match=f"process {writer.pid}"):
            Ledger(path, NOON)
        writer.kill()
    Ledger(path, NOON).__exit__(None, None, None)
