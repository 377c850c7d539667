"""The reader of the ledger: documents, claims, judgments and corrections, as held and published at any time."""

import json
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from onrecord.model.claim import Claim
from onrecord.model.codec import from_json
from onrecord.model.ledger import Body, Clocks, Correction, Held, Judgment
from onrecord.store.rows import CLAIM_COLUMNS, DOCUMENT_COLUMNS, claim_of, document_of

_DOCUMENT = ", ".join(f"d.{column}" for column in DOCUMENT_COLUMNS.split(", "))
_HELD = f"""
SELECT d.seq, d.recorded_at, r.recorded_at, r.body, r.claims, {_DOCUMENT}
FROM documents d JOIN readings r ON r.document_id = d.id
WHERE r.seq = (
    SELECT max(seq) FROM readings WHERE document_id = d.id AND (:known_by IS NULL OR recorded_at <= :known_by)
)
AND (:known_by IS NULL OR d.recorded_at <= :known_by)
AND (:as_of IS NULL OR coalesce(d.published, substr(d.recorded_at, 1, 10)) <= :as_of)
"""


def held_documents(connection: sqlite3.Connection, clocks: Clocks | None = None, after: int = 0) -> Iterator[Held]:
    """The documents within the clocks, each with its newest reading, in the order they were added; streams."""
    rows = connection.execute(f"{_HELD} AND d.seq > :after ORDER BY d.seq", {**_bind(clocks), "after": after})
    for row in rows:
        yield _held(connection, row)


def held_document(connection: sqlite3.Connection, document_id: str, clocks: Clocks | None = None) -> Held | None:
    """One document with its newest reading within the clocks; None where there was none."""
    row = connection.execute(f"{_HELD} AND d.id = :id", {**_bind(clocks), "id": document_id}).fetchone()
    return _held(connection, row) if row else None


def read_anew(connection: sqlite3.Connection, after: int) -> list[tuple[int, str]]:
    """The readings after a reading's number: (number, document id)."""
    query = "SELECT seq, document_id FROM readings WHERE seq > ? ORDER BY seq"
    return list(connection.execute(query, (after,)))


def reread_since(connection: sqlite3.Connection, since: int) -> bool:
    """Whether a document that had been read by then was read anew by a better reader."""
    query = (
        "SELECT 1 FROM readings r WHERE r.seq > :since AND EXISTS "
        "(SELECT 1 FROM readings WHERE document_id = r.document_id AND seq <= :since) LIMIT 1"
    )
    return connection.execute(query, {"since": since}).fetchone() is not None


def last_reread(connection: sqlite3.Connection) -> str:
    """When a document that had been read before was last read anew; "" where none was."""
    query = (
        "SELECT max(r.recorded_at) FROM (SELECT document_id, min(rowid) AS first FROM readings GROUP BY document_id "
        "HAVING count(*) > 1) twice JOIN readings r ON r.document_id = twice.document_id AND r.seq > twice.first"
    )
    return connection.execute(query).fetchone()[0] or ""


def documents_of_handle(connection: sqlite3.Connection, handle: str) -> list[str]:
    """The documents in which an id, or the beginning of one, was ever printed: incident, event mention or claim."""
    bounds = (handle, handle + "\U0010ffff")
    query = "SELECT DISTINCT document_id FROM {} WHERE id >= ? AND id < ? ORDER BY document_id"
    found: set[str] = set()
    for table in ("handles", "claims"):
        found.update(row[0] for row in connection.execute(query.format(table), bounds))
    return sorted(found)


def claims_of_handle(connection: sqlite3.Connection, handle: str) -> list[Claim]:
    """The claims with this id, or whose id begins so; each once, in the newest reading's form."""
    query = f"SELECT {CLAIM_COLUMNS} FROM claims WHERE id >= ? AND id < ? ORDER BY seq"
    found = {row[0]: claim_of(row) for row in connection.execute(query, (handle, handle + "\U0010ffff"))}
    return list(found.values())


def claim_seen(
    connection: sqlite3.Connection, document_id: str, clocks: Clocks | None = None
) -> dict[str, tuple[str, str | None]]:
    """When each claim of a document was first and last seen within the clocks, by the claim's id.

    Only the newest sighting is kept: where it lies after the clocks, the last one before them is None, not known.
    """
    found: dict[str, tuple[str, str | None]] = {}
    query = "SELECT digest, id, first_seen FROM claims WHERE document_id = ?"
    rows = {digest: (name, seen) for digest, name, seen in connection.execute(query, (document_id,))}
    known_by = clocks.known_by if clocks else None
    query = (
        "SELECT r.claims, s.last_seen FROM readings r JOIN sightings s ON s.reading_seq = r.seq "
        "WHERE r.document_id = :id AND (:known_by IS NULL OR r.recorded_at <= :known_by)"
    )
    for digests, last_seen in connection.execute(query, {"id": document_id, "known_by": known_by}):
        last = last_seen if known_by is None or last_seen <= known_by else None
        for name, seen in (rows[digest] for digest in json.loads(digests)):
            first, before = found.get(name, (seen, last))
            found[name] = min(first, seen), max(before, last) if before and last else None
    return found


def judgments(connection: sqlite3.Connection, clocks: Clocks | None = None) -> list[Judgment]:
    """People's judgments that the ledger held, in the order they were made."""
    return _bodies(connection, "judgments", clocks)


def corrections(connection: sqlite3.Connection, clocks: Clocks | None = None) -> list[Correction]:
    """People's corrections that the ledger held, in the order they were made."""
    return _bodies(connection, "corrections", clocks)


def counts(connection: sqlite3.Connection) -> dict[str, int]:
    """How many rows each table of the ledger has."""
    tables = ("runs", "documents", "readings", "claims", "judgments", "corrections")
    return {table: int(connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]) for table in tables}


def _bodies(connection: sqlite3.Connection, table: str, clocks: Clocks | None) -> list[Any]:
    query = f"SELECT body FROM {table} WHERE :known_by IS NULL OR recorded_at <= :known_by ORDER BY seq"
    known_by = clocks.known_by if clocks else None
    return [from_json(row[0]) for row in connection.execute(query, {"known_by": known_by})]


def _bind(clocks: Clocks | None) -> dict[str, str | None]:
    clocks = clocks or Clocks()
    return {"as_of": clocks.as_of.isoformat() if clocks.as_of else None, "known_by": clocks.known_by}


def _held(connection: sqlite3.Connection, row: tuple[Any, ...]) -> Held:
    seq, recorded_at, read_at, body, digests, *columns = row
    read: Body = from_json(body)
    document = replace(document_of(tuple(columns)), failures=read.failures)
    claims = _claims(connection, document.id, json.loads(digests))
    return Held(seq, document, read, claims, recorded_at, read_at)


def _claims(connection: sqlite3.Connection, document_id: str, digests: Iterable[str]) -> tuple[Claim, ...]:
    query = f"SELECT digest, {CLAIM_COLUMNS} FROM claims WHERE document_id = ?"
    rows = {row[0]: row[1:] for row in connection.execute(query, (document_id,))}
    return tuple(claim_of(rows[digest]) for digest in digests)
