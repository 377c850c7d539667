"""The writer of the ledger: it appends documents, readings, claims, judgments and corrections, and edits nothing."""

import json
import re
import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import Final

from onrecord.errors import LedgerError
from onrecord.model.codec import to_json
from onrecord.model.document import Document, Failure
from onrecord.model.ids import make_id, text_sha256
from onrecord.model.incident import Record
from onrecord.model.ledger import AddOutcome, Body, Correction, Judgment, ReaderVersion
from onrecord.store.chain import append_link, head
from onrecord.store.connect import clear_errors, open_for_writing, transaction
from onrecord.store.lock import writer_lock
from onrecord.store.rows import CLAIM_COLUMNS, DOCUMENT_COLUMNS, claim_digest, claim_row, document_row

HALF_CHARACTER: Final = re.compile("[\ud800-\udfff]")  # lone surrogates, from broken copies


class Ledger:
    """The ledger held open by its one writer. `now` is the clock's reading that rows are stamped with, UTC ISO 8601.

    Raises LedgerError where another program writes, the file is no ledger, or the disk does not take it.
    """

    def __init__(self, path: Path, now: str) -> None:
        self.path = path
        self.now = now
        self._stack = ExitStack()
        self._stack.enter_context(writer_lock(path))
        try:
            self.connection = open_for_writing(path)
        except BaseException:
            self._stack.close()
            raise
        self._stack.callback(self.connection.close)

    def __enter__(self) -> "Ledger":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stack.close()

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """All that is written inside is written, or nothing of it."""
        with clear_errors(self.path), transaction(self.connection):
            yield self.connection

    def holds(self, document_id: str, reader: ReaderVersion) -> bool:
        """Whether this reader's reading of the document is on the ledger."""
        query = "SELECT 1 FROM readings WHERE document_id = ? AND reader_id = ?"
        return self.connection.execute(query, (document_id, reader_id(reader))).fetchone() is not None

    def version_of(self, document: Document) -> Document:
        """The document under an id that is free or its own: the same id with another text is a new version."""
        row = self.connection.execute("SELECT sha256 FROM documents WHERE id = ?", (document.id,)).fetchone()
        if row is None or row[0] == storable(document).sha256:
            return document
        return replace(document, id=make_id(document.id, document.sha256))

    def add(self, record: Record, reader: ReaderVersion) -> AddOutcome:
        """Append a record read by a reader; call inside `transaction`. What is there already is not written again."""
        record = replace(record, document=storable(record.document))
        document = record.document
        if self.see_again(document.id, reader):
            return "known"
        run_id = self._run(reader)
        outcome = self._add_document(document, run_id)
        self._add_reading(record, reader, run_id)
        return outcome

    def see_again(self, document_id: str, reader: ReaderVersion) -> bool:
        """Move `last_seen` of a reading that is on the ledger; False where there is none."""
        query = "SELECT seq FROM readings WHERE document_id = ? AND reader_id = ?"
        row = self.connection.execute(query, (document_id, reader_id(reader))).fetchone()
        if row:
            update = "UPDATE sightings SET last_seen = ? WHERE reading_seq = ? AND last_seen < ?"
            self.connection.execute(update, (self.now, row[0], self.now))
        return row is not None

    def judge(self, judgment: Judgment) -> None:
        """Append a person's judgment."""
        with self.transaction():
            self._append("judgment", "judgments", judgment.id, to_json(judgment))

    def correct(self, correction: Correction) -> None:
        """Append a person's correction of a claim."""
        with self.transaction():
            self._append("correction", "corrections", correction.id, to_json(correction))

    def head(self) -> str:
        """The newest link of the hash chain."""
        with clear_errors(self.path):
            return head(self.connection)

    def _run(self, reader: ReaderVersion) -> str:
        """The run that rows of this reader at this clock belong to; written with its first row."""
        identity = make_id(reader_id(reader), self.now)
        if self.connection.execute("SELECT 1 FROM runs WHERE id = ?", (identity,)).fetchone() is None:
            insert = "INSERT INTO runs (id, reader_id, reader, recorded_at) VALUES (?, ?, ?, ?)"
            row = (identity, reader_id(reader), to_json(reader), self.now)
            self._chain("run", self.connection.execute(insert, row))
        return identity

    def _add_document(self, document: Document, run_id: str) -> AddOutcome:
        known = self.connection.execute("SELECT sha256 FROM documents WHERE id = ?", (document.id,)).fetchone()
        if known:
            if known[0] != document.sha256:
                raise LedgerError(
                    f"Document {document.id} is on the ledger with another text; give it an id of its own."
                )
            return "reread"
        outcome = self._outcome(document)
        insert = f"INSERT INTO documents ({DOCUMENT_COLUMNS}, run_id, recorded_at) VALUES ({_marks(12)})"
        self._chain("document", self.connection.execute(insert, (*document_row(document), run_id, self.now)))
        return outcome

    def _outcome(self, document: Document) -> AddOutcome:
        """What a document is that the ledger does not hold: a copy, a new version of a URL, or new."""
        if document.copy_of:
            return "copy"
        twin = "SELECT 1 FROM documents WHERE sha256 = ?"
        if self.connection.execute(twin, (document.sha256,)).fetchone():
            return "copy"
        version = "SELECT 1 FROM documents WHERE url = ?"
        return "changed" if document.url and self.connection.execute(version, (document.url,)).fetchone() else "new"

    def _add_reading(self, record: Record, reader: ReaderVersion, run_id: str) -> None:
        document_id, text = record.document.id, record.document.text
        rows = [claim_row(claim) for claim in record.claims]
        digests = [claim_digest(row) for row in rows]
        quotes = [claim.quote.text_in(text) for claim in record.claims]
        insert = f"INSERT OR IGNORE INTO claims ({CLAIM_COLUMNS}, digest, quote, first_seen) VALUES ({_marks(16)})"
        new = [(*row, digest, quote, self.now) for row, digest, quote in zip(rows, digests, quotes, strict=True)]
        self.connection.executemany(insert, new)
        failures = tuple(_storable_failure(failure) for failure in record.failures)
        body = Body(record.incidents, record.totals, record.statements, record.set_aside, failures)
        insert = (
            f"INSERT INTO readings (document_id, reader_id, body, claims, run_id, recorded_at) VALUES ({_marks(6)})"
        )
        row = (document_id, reader_id(reader), to_json(body), json.dumps(digests), run_id, self.now)
        cursor = self.connection.execute(insert, row)
        self.connection.execute("INSERT INTO sightings VALUES (?, ?)", (cursor.lastrowid, self.now))
        self._add_handles(record)
        self._chain("reading", cursor)

    def _add_handles(self, record: Record) -> None:
        ids = {name for incident in record.incidents for name in (incident.id, *incident.event_mentions)}
        ids |= {claim.event_mention_id for claim in record.claims if claim.event_mention_id}
        rows = [(name, record.document.id) for name in sorted(ids)]
        self.connection.executemany("INSERT OR IGNORE INTO handles VALUES (?, ?)", rows)

    def _append(self, kind: str, table: str, identity: str, body: str) -> None:
        if self.connection.execute(f"SELECT 1 FROM {table} WHERE id = ?", (identity,)).fetchone() is None:
            insert = f"INSERT INTO {table} (id, body, recorded_at) VALUES (?, ?, ?)"
            self._chain(kind, self.connection.execute(insert, (identity, body, self.now)))

    def _chain(self, kind: str, cursor: sqlite3.Cursor) -> None:
        assert cursor.lastrowid is not None
        append_link(self.connection, kind, cursor.lastrowid)


def storable(document: Document) -> Document:
    """The document as SQLite takes it: half characters, which no UTF-8 can hold, stand as U+FFFD; offsets stay."""
    text = HALF_CHARACTER.sub("\ufffd", document.text)
    url, outlet, title = (
        value and HALF_CHARACTER.sub("\ufffd", value) for value in (document.url, document.outlet, document.title)
    )
    sha256 = document.sha256 if text == document.text else text_sha256(text)
    return replace(document, text=text, sha256=sha256, url=url, outlet=outlet, title=title, failures=())


def _storable_failure(failure: Failure) -> Failure:
    reason, origin = (HALF_CHARACTER.sub("\ufffd", words) for words in (failure.reason, failure.origin))
    return replace(failure, reason=reason, origin=origin)


def reader_id(reader: ReaderVersion) -> str:
    """The id of what read: equal for equal versions."""
    return make_id(to_json(reader))


def _marks(count: int) -> str:
    return ", ".join("?" * count)
