"""Verifying the ledger: the file's pages, the hash chain, every text's hash, every claim's quote; and its backup."""

import json
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from onrecord.errors import LedgerError
from onrecord.model.ids import text_sha256
from onrecord.store.chain import COVERED, START, next_link, row_digest
from onrecord.store.connect import clear_errors, open_for_reading
from onrecord.store.rows import CLAIM_COLUMNS, claim_digest


@dataclass(frozen=True, slots=True)
class Verified:
    """What was checked, the newest link of the chain, and what is wrong, each as a sentence."""

    documents: int
    claims: int
    links: int
    head: str
    problems: tuple[str, ...]


def verify_ledger(connection: sqlite3.Connection, path: Path) -> Verified:
    """Check the whole ledger; raises LedgerError where the file cannot even be read."""
    with clear_errors(path):
        problems = [f"The file is damaged: {row[0]}." for row in connection.execute("PRAGMA integrity_check(20)")]
        problems = [] if problems == ["The file is damaged: ok."] else problems
        rows = connection.execute("PRAGMA foreign_key_check").fetchall()
        problems += [f"A row of {table} names a row that is not there." for table, *_ in rows]
        links, head, broken = _check_chain(connection)
        problems += broken
        documents, claims, wrong = _check_quotes(connection)
        return Verified(documents, claims, links, head, tuple(problems + wrong))


def _check_chain(connection: sqlite3.Connection) -> tuple[int, str, list[str]]:
    """The number of links, the newest, and where the chain does not hold."""
    previous, count, problems = START, 0, []
    for seq, kind, ref, digest, link in connection.execute(
        "SELECT seq, kind, ref, digest, link FROM chain ORDER BY seq"
    ):
        count += 1
        if row_digest(connection, kind, ref) != digest:
            problems.append(f"Link {seq}: the {kind} {ref} was changed or removed after it was written.")
        if next_link(previous, kind, ref, digest) != link:
            problems.append(f"Link {seq}: the chain is broken here; a row was changed, removed or put in.")
        previous = link
    return count, previous, problems + _unchained(connection)


def _unchained(connection: sqlite3.Connection) -> list[str]:
    problems = []
    for kind, (table, _) in COVERED.items():
        query = f"SELECT seq FROM {table} WHERE seq NOT IN (SELECT ref FROM chain WHERE kind = ?)"
        problems += [f"The {kind} {seq} is not in the chain." for (seq,) in connection.execute(query, (kind,))]
    return problems


def _check_quotes(connection: sqlite3.Connection) -> tuple[int, int, list[str]]:
    """Every text against its hash, every quote against its text, every claim against the readings that list it."""
    documents = claims = 0
    problems: list[str] = []
    for identity, sha256, text in connection.execute("SELECT id, sha256, text FROM documents ORDER BY seq"):
        documents += 1
        if text_sha256(text) != sha256:
            problems.append(f"Document {identity}: the text is not the one that was added.")
        count, wrong = _check_claims(connection, identity, text)
        claims += count
        problems += wrong
    return documents, claims, problems


def _check_claims(connection: sqlite3.Connection, document_id: str, text: str) -> tuple[int, list[str]]:
    query = f"SELECT digest, quote, {CLAIM_COLUMNS} FROM claims WHERE document_id = ? ORDER BY seq"
    found, problems = set(), []
    for digest, quote, *row in connection.execute(query, (document_id,)):
        found.add(digest)
        if text[row[4] : row[5]] != quote:
            problems.append(f"Claim {row[0]} of document {document_id}: its quote is not in the text.")
        if claim_digest(tuple(row)) != digest:
            problems.append(f"Claim {row[0]} of document {document_id}: it was changed after it was written.")
    problems += [
        f"Document {document_id}: a claim is missing ({digest})."
        for digest in _listed(connection, document_id)
        if digest not in found
    ]
    return len(found), problems


def _listed(connection: sqlite3.Connection, document_id: str) -> Iterator[str]:
    for (digests,) in connection.execute("SELECT claims FROM readings WHERE document_id = ?", (document_id,)):
        yield from json.loads(digests)


def back_up(path: Path, target: Path) -> Verified:
    """Copy the ledger to a new file while it may be in use, and verify the copy; never overwrites."""
    if target.exists():
        raise LedgerError(f"{target} is there already; name a file that is not, so that no backup is lost.")
    source = open_for_reading(path)
    with clear_errors(target):
        copy = sqlite3.connect(target)
        source.backup(copy)
        copy.execute("PRAGMA journal_mode = DELETE")  # one file, easily moved
        copy.close()
    source.close()
    connection = open_for_reading(target)
    try:
        return verify_ledger(connection, target)
    finally:
        connection.close()
