"""The ledger: appends, forgets nothing, adds nothing twice."""

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from onrecord.errors import LedgerError
from onrecord.model.document import Span
from onrecord.model.incident import Record
from onrecord.model.ledger import Anchor, Clocks, Correction, Judgment, ReaderVersion
from onrecord.store.connect import open_for_reading
from onrecord.store.ledger import Ledger
from onrecord.store.verify import back_up, verify_ledger
from onrecord.store.view import claim_seen, corrections, counts, documents_of_handle, held_documents, judgments
from tests.factory import BETTER_READER, READER, Said, Told, day, document, place, record

NOON = "2031-03-05T12:00:00Z"
LATER = "2031-03-06T12:00:00Z"
TEXT = "A drone strike killed two people in Ardel on Tuesday, the mayor said."


def told(best: int = 2) -> Told:
    said = Said("killed two people", "killed", best, by="the mayor")
    return Told("drone strike", when=("on Tuesday", day("2031-03-04")), where=("Ardel", place("Ardel")), tolls=(said,))


def report(text: str = TEXT, best: int = 2, origin: str = "made@1", **more: str | None) -> Record:
    return record(document(text, "2031-03-05", **more), told(best), origin=origin)


def add(path: Path, *records: Record, reader: ReaderVersion = READER, now: str = NOON) -> list[str]:
    with Ledger(path, now) as ledger, ledger.transaction():
        return [ledger.add(one, reader) for one in records]


def dump(path: Path) -> list[str]:
    connection = sqlite3.connect(path)
    lines = list(connection.iterdump())
    connection.close()
    return lines


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "ledger.db"


def test_what_was_added_is_held_whole(path: Path) -> None:
    added = report(outlet="The Ardel Post")
    assert add(path, added) == ["new"]
    (held,) = held_documents(open_for_reading(path))
    assert held.document == added.document
    assert held.claims == added.claims
    assert held.body.incidents == added.incidents


def test_a_second_run_adds_nothing_and_moves_last_seen(path: Path) -> None:
    add(path, report())
    before = counts(open_for_reading(path))
    assert add(path, report(), now=LATER) == ["known"]
    connection = open_for_reading(path)
    assert counts(connection) == before
    (document_id,) = [held.document.id for held in held_documents(connection)]
    assert set(claim_seen(connection, document_id).values()) == {(NOON, LATER)}


def test_a_better_reader_adds_its_claims_and_the_view_takes_them(path: Path) -> None:
    add(path, report())
    assert add(path, report(best=3, origin="made@2"), reader=BETTER_READER, now=LATER) == ["reread"]
    connection = open_for_reading(path)
    (now,) = held_documents(connection)
    (then,) = held_documents(connection, Clocks(known_by=NOON))
    assert {claim.origin for claim in now.claims} == {"made@2"}
    assert {claim.origin for claim in then.claims} == {"made@1"}
    assert counts(connection)["claims"] == len(now.claims) + len(then.claims)


def test_an_edited_page_is_a_new_version(path: Path) -> None:
    edited = report(TEXT.replace("two", "two") + " More follows.", url="https://example.org/1")
    assert add(path, report(url="https://example.org/1"), edited) == ["new", "changed"]


def test_the_same_text_elsewhere_is_a_copy(path: Path) -> None:
    assert add(path, report(url="https://example.org/1"), report(url="https://example.net/2")) == ["new", "copy"]


def test_the_same_id_with_another_text_becomes_a_version_of_its_own(path: Path) -> None:
    add(path, report(id="wire-1"))
    edited = document(TEXT + " More follows.", "2031-03-05", id="wire-1")
    with Ledger(path, NOON) as ledger:
        assert ledger.version_of(edited).id != "wire-1"
        assert ledger.version_of(report(id="wire-1").document).id == "wire-1"


def test_as_of_leaves_out_what_was_not_published(path: Path) -> None:
    add(path, report())
    connection = open_for_reading(path)
    assert not list(held_documents(connection, Clocks(as_of=day("2031-03-04").latest)))
    assert len(list(held_documents(connection, Clocks(as_of=day("2031-03-05").latest)))) == 1


@pytest.mark.parametrize(
    "table", ["runs", "documents", "readings", "claims", "handles", "judgments", "corrections", "chain"]
)
def test_nothing_is_updated_or_deleted(path: Path, table: str) -> None:
    add(path, report())
    _judge_and_correct(path)
    connection = sqlite3.connect(path)
    column = connection.execute(f"SELECT name FROM pragma_table_info('{table}') LIMIT 1").fetchone()[0]
    with pytest.raises(sqlite3.IntegrityError, match="append-only"):
        connection.execute(f"DELETE FROM {table}")
    with pytest.raises(sqlite3.IntegrityError, match="append-only"):
        connection.execute(f"UPDATE {table} SET {column} = {column}")
    connection.close()


def test_last_seen_moves_only_forward(path: Path) -> None:
    add(path, report(), now=LATER)
    connection = sqlite3.connect(path)
    with pytest.raises(sqlite3.IntegrityError, match="forward"):
        connection.execute("UPDATE sightings SET last_seen = ?", (NOON,))
    connection.close()


def _judge_and_correct(path: Path) -> None:
    added = report()
    mention = added.incidents[0].event_mentions[0]
    anchor = Anchor(added.document.id, Span(2, 14), "drone strike", mention)
    with Ledger(path, LATER) as ledger:
        ledger.judge(Judgment("j1", anchor, anchor, "different", "two strikes", "R. Editor", LATER))
        ledger.correct(Correction("c1", added.claims[0].id, anchor, "killed", None, "misread", "R. Editor", LATER))


def test_judgments_and_corrections_are_held_from_when_they_were_made(path: Path) -> None:
    add(path, report())
    _judge_and_correct(path)
    connection = open_for_reading(path)
    assert [j.verdict for j in judgments(connection)] == ["different"]
    assert [c.why for c in corrections(connection)] == ["misread"]
    assert not judgments(connection, Clocks(known_by=NOON))
    assert not corrections(connection, Clocks(known_by=NOON))


def test_any_printed_id_leads_to_its_document(path: Path) -> None:
    added = report()
    add(path, added)
    connection = open_for_reading(path)
    incident = added.incidents[0]
    for handle in (incident.id, incident.event_mentions[0], added.claims[0].id, incident.id[:8]):
        assert documents_of_handle(connection, handle) == [added.document.id]
    assert documents_of_handle(connection, "nothing") == []


def test_verify_finds_nothing_wrong_in_a_whole_ledger(path: Path) -> None:
    add(path, report())
    _judge_and_correct(path)
    verified = verify_ledger(open_for_reading(path), path)
    assert verified.problems == ()
    assert (verified.documents, verified.links) == (1, 5)


TAMPERING = {
    "UPDATE documents SET text = replace(text, 'two', 'ten')": "not the one that was added",
    "UPDATE documents SET outlet = 'Another'": "was changed or removed",
    "UPDATE claims SET quote = 'killed ten people' WHERE slot = 'killed'": "its quote is not in the text",
    "UPDATE claims SET value = NULL WHERE slot = 'killed'": "was changed after it was written",
    "DELETE FROM claims WHERE slot = 'killed'": "a claim is missing",
    "DELETE FROM judgments": "was changed or removed",
    "DELETE FROM chain WHERE seq = 2": "the chain is broken",
    "UPDATE readings SET body = replace(body, 'drone', 'rocket')": "was changed or removed",
}


@pytest.mark.parametrize("sql", TAMPERING)
def test_verify_tells_what_was_tampered_with(path: Path, sql: str) -> None:
    add(path, report())
    _judge_and_correct(path)
    connection = sqlite3.connect(path)
    for (trigger,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
        connection.execute(f"DROP TRIGGER {trigger}")
    connection.execute(sql)
    connection.commit()
    connection.close()
    problems = verify_ledger(open_for_reading(path), path).problems
    assert any(TAMPERING[sql] in problem for problem in problems), problems


def test_a_backup_is_whole_and_overwrites_nothing(path: Path, tmp_path: Path) -> None:
    add(path, report())
    target = tmp_path / "backup.db"
    assert back_up(path, target).problems == ()
    assert dump(target) == dump(path)
    with pytest.raises(LedgerError, match="is there already"):
        back_up(path, target)


def test_half_a_transaction_is_nothing(path: Path) -> None:
    add(path, report())
    before = dump(path)
    with pytest.raises(LedgerError):
        _add_one_and_fail(path)
    assert dump(path) == before


def _add_one_and_fail(path: Path) -> None:
    other = report(TEXT + " More.")
    stray = replace(other.claims[0], document_id="nowhere")
    with Ledger(path, NOON) as ledger, ledger.transaction():
        ledger.add(other, READER)
        ledger.add(replace(report(TEXT + " And more."), claims=(stray,)), READER)
