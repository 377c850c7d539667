"""Opening the ledger: one SQLite file, one writer, a schema with a number, and errors a reporter can act on."""

import os
import re
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import resources
from pathlib import Path
from typing import Final

from onrecord.errors import LedgerError

SCHEMA: Final = 2  # the newest migration; kept in the file as `user_version`
APPLICATION: Final = 0x4F4E5245  # "ONRE": marks the file as a ledger, kept as `application_id`
CACHE_KIB: Final = 65_536  # pages of the file held in memory
WRITER_CACHE_KIB: Final = 524_288  # the writer's, who comes to many pages in no order

_HINTS: Final = (
    (sqlite3.SQLITE_FULL, "the disk is full. Nothing was half written: make room and run the same command again"),
    (sqlite3.SQLITE_READONLY, "it is read-only. Give yourself the right to write it, or copy it elsewhere"),
    (sqlite3.SQLITE_CORRUPT, "a page of the file is damaged. Keep the file, and restore the latest `onrecord backup`"),
    (sqlite3.SQLITE_NOTADB, "the file is no ledger: it is not an SQLite database. Check --ledger"),
    (sqlite3.SQLITE_BUSY, "another program is using it. Wait until it has ended and try again"),
    (sqlite3.SQLITE_CANTOPEN, "the file cannot be opened. Check --ledger and that its folder exists"),
    (sqlite3.SQLITE_IOERR, "the disk reports an error. Check the disk, then run `onrecord verify`"),
)


@contextmanager
def clear_errors(path: Path) -> Iterator[None]:
    """Turn what SQLite raises into a LedgerError that says what to do next."""
    try:
        yield
    except sqlite3.Error as error:
        code = getattr(error, "sqlite_errorcode", None)
        known = code is not None and next((hint for base, hint in _HINTS if code & 0xFF == base), None)
        raise LedgerError(f"The ledger {path}: {known or error}.") from error


def open_for_reading(path: Path) -> sqlite3.Connection:
    """A connection that cannot write; raises LedgerError where there is no ledger or its schema is another."""
    if not path.exists():
        raise LedgerError(f"There is no ledger at {path}. Make one with `onrecord add FILE --ledger {path}`.")
    with clear_errors(path):
        connection = _connect(path)
        connection.execute("PRAGMA query_only = ON")
        version = _check_kind(connection, path)
    if version < SCHEMA:
        raise LedgerError(
            f"The ledger {path} has schema {version}, this onrecord has {SCHEMA}. "
            "Run `onrecord backup`, then `onrecord add` anything: the ledger is brought up to date when it is written."
        )
    return connection


def open_for_writing(path: Path) -> sqlite3.Connection:
    """A connection that writes; makes the file and brings an older schema up to date."""
    if path.exists() and not os.access(path, os.W_OK):
        raise LedgerError(f"The ledger {path}: {dict(_HINTS)[sqlite3.SQLITE_READONLY]}.")
    with clear_errors(path):
        connection = _connect(path)
        version = _check_kind(connection, path)
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute(f"PRAGMA cache_size = -{WRITER_CACHE_KIB}")
        migrate(connection, version)
        return connection


def _connect(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, isolation_level=None, timeout=10)
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute(f"PRAGMA cache_size = -{CACHE_KIB}")
    return connection


def _check_kind(connection: sqlite3.Connection, path: Path) -> int:
    """The schema's number, 0 for a new file; raises LedgerError for another kind of file and for a newer schema."""
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    kind = int(connection.execute("PRAGMA application_id").fetchone()[0])
    tables = int(connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0])
    if kind != APPLICATION and (tables or version):
        raise LedgerError(f"The ledger {path}: the file is an SQLite database of another program. Check --ledger.")
    if version > SCHEMA:
        raise LedgerError(
            f"The ledger {path} was written by a newer onrecord (schema {version}, this one knows {SCHEMA}). "
            "Upgrade onrecord; nothing was changed."
        )
    return version


def migrate(connection: sqlite3.Connection, version: int) -> None:
    """Bring a file from a schema to the newest, all steps in one transaction: a crash leaves the old one."""
    steps = [schema_sql() if number == 1 else migration_sql(number) for number in range(version + 1, SCHEMA + 1)]
    if steps:
        number = f"PRAGMA application_id = {APPLICATION};\nPRAGMA user_version = {SCHEMA};"
        run_script(connection, "\n".join((*steps, number)))


def run_script(connection: sqlite3.Connection, script: str) -> None:
    """Run a script of SQL as one transaction; a crash in between leaves nothing of it."""
    connection.executescript(f"BEGIN IMMEDIATE;\n{script}\nCOMMIT;")


def schema_sql() -> str:
    """Schema 1, with which every ledger begins."""
    return resources.files("onrecord.store").joinpath("schema.sql").read_text(encoding="utf-8")


def derived_sql() -> str:
    """The tables of what is derived, which may be dropped and made again at any time."""
    return resources.files("onrecord.store").joinpath("derived.sql").read_text(encoding="utf-8")


def migration_sql(number: int) -> str:
    """The step from schema `number - 1` to `number`: `migrations/0002_name.sql`."""
    folder = resources.files("onrecord.store").joinpath("migrations")
    name = next(file.name for file in folder.iterdir() if re.match(rf"{number:04}_", file.name))
    return folder.joinpath(name).read_text(encoding="utf-8")


def open_in_memory() -> sqlite3.Connection:
    """A connection to nothing but memory, which can look into a ledger's file."""
    return sqlite3.connect(":memory:", isolation_level=None, uri=True)


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """All that is written inside is written, or nothing of it."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        if connection.in_transaction:  # a full disk has already rolled it back
            connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")
