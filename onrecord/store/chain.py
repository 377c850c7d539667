"""The hash chain: each link covers one row and the link before, so that no row can change or go unseen."""

import sqlite3
from typing import Final

from onrecord.model.codec import to_json
from onrecord.model.ids import text_sha256

START: Final = "0" * 64  # the link before the first

# The columns that a row's digest covers, in this order.
COVERED: Final = {
    "run": ("runs", "id, reader_id, reader, recorded_at"),
    "document": (
        "documents",
        "id, url, outlet, title, published, lang, copy_of, notes, sha256, run_id, recorded_at",
    ),
    "reading": ("readings", "document_id, reader_id, body, claims, run_id, recorded_at"),
    "judgment": ("judgments", "id, body, recorded_at"),
    "correction": ("corrections", "id, body, recorded_at"),
}


def head(connection: sqlite3.Connection) -> str:
    """The newest link: it stands for the whole ledger."""
    row = connection.execute("SELECT link FROM chain ORDER BY seq DESC LIMIT 1").fetchone()
    return str(row[0]) if row else START


def row_digest(connection: sqlite3.Connection, kind: str, seq: int) -> str | None:
    """The digest of a row as it stands in its table; None where it is gone."""
    table, columns = COVERED[kind]
    row = connection.execute(f"SELECT {columns} FROM {table} WHERE seq = ?", (seq,)).fetchone()
    return text_sha256(to_json(list(row))) if row else None


def next_link(previous: str, kind: str, seq: int, digest: str) -> str:
    """The link of a row after the link before."""
    return text_sha256(f"{previous}\n{kind}\n{seq}\n{digest}")


def append_link(connection: sqlite3.Connection, kind: str, seq: int) -> None:
    """Add the link of a row that has just been written, in the same transaction."""
    digest = row_digest(connection, kind, seq)
    assert digest is not None
    link = next_link(head(connection), kind, seq, digest)
    connection.execute("INSERT INTO chain (kind, ref, digest, link) VALUES (?, ?, ?, ?)", (kind, seq, digest, link))
