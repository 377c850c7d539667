"""What is derived from the ledger: accounts, edges, incidents. Disposable; the hallway fills it, questions read it."""

import json
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final

from onrecord.model.codec import from_json, to_json
from onrecord.model.ledger import Held
from onrecord.model.linking import Account, Edge
from onrecord.store.connect import derived_sql, run_script

MAX_SHORT_DAYS: Final = 31
TABLES: Final = ("state", "accounts", "keys", "full", "former", "edges", "dirty", "incidents", "bodies")


@dataclass(frozen=True, slots=True)
class IncidentRow:
    """An incident as questions find it; `body` is what is printed; the three texts are looked in, folded."""

    id: str
    component: str
    family: str
    type: str
    country: str | None
    earliest: str | None
    latest: str | None
    long: bool
    killed: int | None
    contested: bool
    places: str
    parties: str
    words: str
    body: str
    accounts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a question asks for; None asks for all. Days are ISO 8601; an incident fits that may lie within them."""

    place: str | None = None
    country: str | None = None
    type: str | None = None
    first: str | None = None
    last: str | None = None
    killed_min: int | None = None
    party: str | None = None
    contested: bool = False
    text: str | None = None

    def tests(self) -> tuple[list[str], dict[str, Any]]:
        """The conditions, and the values that are bound to them."""
        conditions = {
            "i.country = :country": self.country and self.country.upper(),
            "(i.type = :type OR i.family = :type)": self.type,
            "i.latest >= :first": self.first,
            "i.earliest <= :last": self.last,
            "i.killed >= :killed_min": self.killed_min,
            "instr(i.places, :place)": self.place and self.place.casefold(),
            "instr(i.parties, :party)": self.party and self.party.casefold(),
            "instr(i.words, :text)": self.text and self.text.casefold(),
        }
        names = ("country", "type", "first", "last", "killed_min", "place", "party", "text")
        asked = [(test, name, value) for (test, value), name in zip(conditions.items(), names, strict=True)]
        tests = [test for test, _, value in asked if value is not None]
        values: dict[str, Any] = {name: value for _, name, value in asked if value is not None}
        if self.first is not None:  # so that an index on the first day finds the short ones
            tests.append("(i.long = 1 OR (i.long = 0 AND i.earliest >= :soonest))")
            values["soonest"] = (date.fromisoformat(self.first) - timedelta(days=MAX_SHORT_DAYS)).isoformat()
        return tests + ["i.contested"] * self.contested, values


def is_current(connection: sqlite3.Connection, version: str) -> bool:
    """Whether what is derived was derived by these rules, to the last reading, judgment and correction."""
    if not _exists(connection):
        return False
    newest = connection.execute("SELECT coalesce(max(seq), 0) FROM chain").fetchone()[0]
    return get_state(connection, "version") == version and get_state(connection, "chain") == str(newest)


def prepare(connection: sqlite3.Connection, version: str) -> None:
    """Make the derived tables where there are none, or make them anew where other rules filled them."""
    if not _exists(connection) or get_state(connection, "version") != version:
        reset(connection, version)


def reset(connection: sqlite3.Connection, version: str) -> None:
    """Drop all that is derived; the next linking derives it from the first reading on."""
    drops = "\n".join(f"DROP TABLE IF EXISTS derived_{table};" for table in TABLES)
    run_script(connection, f"{drops}\n{derived_sql()}")
    set_state(connection, "version", version)


def get_state(connection: sqlite3.Connection, name: str) -> str | None:
    """A named value of the derived tables, or None where it was never set."""
    row = connection.execute("SELECT value FROM derived_state WHERE name = ?", (name,)).fetchone()
    return str(row[0]) if row else None


def set_state(connection: sqlite3.Connection, name: str, value: object) -> None:
    """Sets a named value of the derived tables."""
    connection.execute("INSERT OR REPLACE INTO derived_state VALUES (?, ?)", (name, str(value)))


def newest_link(connection: sqlite3.Connection) -> int:
    """The number of the newest link of the chain: how far the ledger has come."""
    return int(connection.execute("SELECT coalesce(max(seq), 0) FROM chain").fetchone()[0])


def put_account(connection: sqlite3.Connection, account: Account, keys: Iterable[str], held: Held) -> None:
    """Write an account with the keys that it is held under, as a cluster of its own for now."""
    when, where = account.when, account.where
    row = (
        account.id,
        account.document_id,
        "",
        account.id,
        account.published.isoformat() if account.published else held.recorded_at[:10],
        held.read_at,
        where.country if where else None,
        account.family or "",
        account.type or "",
        when.earliest.isoformat() if when and when.earliest else None,
        when.latest.isoformat() if when and when.latest else None,
        to_json(account),
    )
    connection.execute(f"INSERT OR REPLACE INTO derived_accounts VALUES ({', '.join('?' * 12)})", row)
    connection.executemany(
        "INSERT OR IGNORE INTO derived_keys VALUES (?, ?)", [(key, account.id) for key in sorted(keys)]
    )


def get_accounts(connection: sqlite3.Connection, ids: Iterable[str]) -> dict[str, Account]:
    """The accounts of some ids."""
    found: dict[str, Account] = {}
    for chunk in _chunks(ids):
        query = f"SELECT id, body FROM derived_accounts WHERE id IN ({', '.join('?' * len(chunk))})"
        found.update((name, from_json(body)) for name, body in connection.execute(query, chunk))
    return found


def accounts_of(connection: sqlite3.Connection, document_id: str) -> list[Account]:
    """The accounts of one document, as it leads with them."""
    query = "SELECT body FROM derived_accounts WHERE document_id = ?"
    found: list[Account] = [from_json(row[0]) for row in connection.execute(query, (document_id,))]
    return sorted(found, key=lambda account: (account.rank, account.id))


def holders(connection: sqlite3.Connection, key: str, limit: int) -> list[str]:
    """The accounts held under a key, no more than a limit, in order."""
    query = "SELECT account FROM derived_keys WHERE key = ? ORDER BY account LIMIT ?"
    return [row[0] for row in connection.execute(query, (key, limit))]


def mark_full(connection: sqlite3.Connection, key: str, full_at: int) -> None:
    """Note a key that makes no pairs any more, and since when; a report of an older day moves its day back."""
    dates = (
        "SELECT a.{column} FROM derived_keys k JOIN derived_accounts a ON a.id = k.account WHERE k.key = :key "
        "ORDER BY a.{column} LIMIT 1 OFFSET :full_at"
    )
    published, recorded_at = (f"({dates.format(column=column)})" for column in ("published", "recorded_at"))
    insert = f"INSERT OR REPLACE INTO derived_full VALUES (:key, {published}, {recorded_at})"
    connection.execute(insert, {"key": key, "full_at": full_at})


def held_before_full(connection: sqlite3.Connection, key: str, account: str) -> list[str]:
    """The accounts held under a full key before the day on which it was full, where an account is one of them."""
    day = "(SELECT published FROM derived_full WHERE key = :key)"
    early = f"SELECT 1 FROM derived_accounts WHERE id = :account AND published < {day}"
    if connection.execute(early, {"key": key, "account": account}).fetchone() is None:
        return []
    query = (
        "SELECT k.account FROM derived_keys k JOIN derived_accounts a ON a.id = k.account "
        f"WHERE k.key = :key AND a.published < {day} ORDER BY k.account"
    )
    return [row[0] for row in connection.execute(query, {"key": key})]


def put_former(connection: sqlite3.Connection, keys: Iterable[str], edges: Iterable[Edge]) -> None:
    """Keep edges that rest on keys that are full, for the days on which they were not."""
    rows = [(key, *_edge_row(edge)) for edge in edges for key in keys]
    connection.executemany("INSERT OR IGNORE INTO derived_former VALUES (?, ?, ?, ?, ?, ?)", rows)


def put_edges(connection: sqlite3.Connection, edges: Iterable[Edge]) -> None:
    """Stores the judgments between accounts; a newer one takes the place of an older."""
    rows = [_edge_row(edge) for edge in edges]
    connection.executemany("INSERT OR REPLACE INTO derived_edges VALUES (?, ?, ?, ?, ?)", rows)


def _edge_row(edge: Edge) -> tuple[str, str, str, float, str]:
    return edge.left, edge.right, edge.verdict, edge.score, json.dumps(edge.reasons, ensure_ascii=False)


def drop_edge(connection: sqlite3.Connection, left: str, right: str) -> None:
    """Takes away the judgment between two accounts."""
    connection.execute("DELETE FROM derived_edges WHERE left = ? AND right = ?", (left, right))


def edges_of(connection: sqlite3.Connection, account: str) -> list[Edge]:
    """The edges of an account, both verdicts, in order."""
    query = (
        "SELECT left, right, verdict, score, reasons FROM derived_edges WHERE left = :a "
        "UNION ALL SELECT left, right, verdict, score, reasons FROM derived_edges WHERE right = :a"
    )
    rows = connection.execute(query, {"a": account})
    edges = [
        Edge(left, right, verdict, score, tuple(json.loads(reasons))) for left, right, verdict, score, reasons in rows
    ]
    return sorted(edges, key=lambda edge: (edge.left, edge.right))


def mark_dirty(connection: sqlite3.Connection, accounts: Iterable[str]) -> None:
    """Note accounts whose incidents must be made anew."""
    connection.executemany("INSERT OR IGNORE INTO derived_dirty VALUES (?)", [(account,) for account in accounts])


def dirty(connection: sqlite3.Connection) -> list[str]:
    """The accounts whose components must be built again, in order."""
    return [row[0] for row in connection.execute("SELECT account FROM derived_dirty ORDER BY account")]


def retire(connection: sqlite3.Connection, accounts: Iterable[str]) -> None:
    """Take away the incidents of accounts that are to be clustered anew, all before the first new one is written.

    A new incident may bear the id of an old one that its accounts have left.
    """
    for chunk in _chunks(accounts):
        marks = ", ".join("?" * len(chunk))
        old = f"SELECT incident_id FROM derived_accounts WHERE id IN ({marks})"
        connection.execute(f"DELETE FROM derived_bodies WHERE id IN ({old})", chunk)
        connection.execute(f"DELETE FROM derived_incidents WHERE id IN ({old})", chunk)
        connection.execute(f"UPDATE derived_accounts SET incident_id = '' WHERE id IN ({marks})", chunk)


def put_component(connection: sqlite3.Connection, component: tuple[str, ...], rows: Iterable[IncidentRow]) -> None:
    """Write a component's incidents, and the accounts under them."""
    for chunk in _chunks(component):
        marks = ", ".join("?" * len(chunk))
        update = f"UPDATE derived_accounts SET component = ? WHERE id IN ({marks})"
        connection.execute(update, (component[0], *chunk))
        connection.execute(f"DELETE FROM derived_dirty WHERE account IN ({marks})", chunk)
    span = _span_of(connection, component)
    for row in rows:
        _put_incident(connection, row, span)


def _span_of(connection: sqlite3.Connection, component: tuple[str, ...]) -> tuple[str, ...]:
    """The first and the last publication of a component's accounts, the first and the last time one was added."""
    columns = "min(published), max(published), min(recorded_at), max(recorded_at)"
    query = f"SELECT {columns} FROM derived_accounts WHERE id IN ({{}})"
    spans = [
        connection.execute(query.format(", ".join("?" * len(chunk))), chunk).fetchone() for chunk in _chunks(component)
    ]
    ends = (min, max, min, max)
    return tuple(end(span[n] for span in spans) for n, end in enumerate(ends))


def incident_of(connection: sqlite3.Connection, account: str) -> str | None:
    """The incident that an account belongs to today."""
    row = connection.execute("SELECT incident_id FROM derived_accounts WHERE id = ?", (account,)).fetchone()
    return str(row[0]) or None if row else None


def accounts_in(connection: sqlite3.Connection, incident: str) -> list[str]:
    """The accounts of an incident, in order."""
    query = "SELECT id FROM derived_accounts WHERE incident_id = ? ORDER BY id"
    return [row[0] for row in connection.execute(query, (incident,))]


def get_bodies(connection: sqlite3.Connection, incidents: Iterable[str]) -> list[str]:
    """What is printed of some incidents, in the order of their ids."""
    query = "SELECT body FROM derived_bodies WHERE id = ?"
    return [row[0] for name in sorted(set(incidents)) for row in connection.execute(query, (name,))]


def find_incidents(connection: sqlite3.Connection, wanted: Wanted, limit: int = -1) -> Iterator[tuple[str, str]]:
    """The incidents that fit, as (id, body), the earliest first, those without a day last; no more than a limit."""
    where, values = _where(wanted)
    query = f"SELECT i.id FROM derived_incidents i{where} ORDER BY i.earliest IS NULL, i.earliest, i.id LIMIT :limit"
    for (name,) in connection.execute(query, {**values, "limit": limit}).fetchall():
        yield from connection.execute("SELECT id, body FROM derived_bodies WHERE id = ?", (name,))


def count_incidents(connection: sqlite3.Connection, wanted: Wanted) -> int:
    """How many incidents fit."""
    where, values = _where(wanted)
    return int(connection.execute(f"SELECT count(*) FROM derived_incidents i{where}", values).fetchone()[0])


def _where(wanted: Wanted) -> tuple[str, dict[str, Any]]:
    tests, values = wanted.tests()
    return f" WHERE {' AND '.join(tests)}" if tests else "", values


def _put_incident(connection: sqlite3.Connection, row: IncidentRow, span: tuple[str, ...]) -> None:
    columns = (
        row.id,
        row.component,
        row.family,
        row.type,
        row.country,
        row.earliest,
        row.latest,
        int(row.long),
        row.killed,
        int(row.contested),
        row.places,
        row.parties,
        row.words,
        *span,
    )
    connection.execute(f"INSERT OR REPLACE INTO derived_incidents VALUES ({', '.join('?' * 17)})", columns)
    connection.execute("INSERT OR REPLACE INTO derived_bodies VALUES (?, ?)", (row.id, row.body))
    update = "UPDATE derived_accounts SET incident_id = ? WHERE id = ?"
    connection.executemany(update, [(row.id, account) for account in row.accounts])


def _exists(connection: sqlite3.Connection) -> bool:
    query = "SELECT 1 FROM sqlite_master WHERE name = 'derived_incidents'"
    return connection.execute(query).fetchone() is not None


def _chunks(ids: Iterable[str], size: int = 500) -> Iterator[tuple[Any, ...]]:
    """Lists of at most `size`, since SQLite takes no endless lists of values."""
    ordered = sorted(set(ids))
    for start in range(0, len(ordered), size):
        yield tuple(ordered[start : start + size])
