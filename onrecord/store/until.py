"""What was derived for the present, cut back to a past day: most of it holds unchanged, and is not even copied.

An incident all of whose accounts had been published, and held, by then stays as it is. Only the components that reach
over the day are made anew, in memory; the names that are common today but were rare then make their pairs again.
Questions read both through views: what is made anew, and what stands in the ledger's own file.
"""

import sqlite3
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from onrecord.model.ledger import Clocks
from onrecord.store.connect import derived_sql, run_script

ENDLESS: Final = "9999"  # after every day and every instant, as text

_CUT: Final = """
CREATE TABLE derived_cut (component TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE derived_open (key TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
"""
_DECIDED: Final = """
INSERT OR IGNORE INTO main.derived_cut SELECT component FROM held.derived_accounts WHERE document_id = ?
"""
_STEPS: Final = (
    # What reaches over the clocks. CROSS JOIN keeps the order of a join, + keeps an index of days out of it.
    """INSERT OR IGNORE INTO main.derived_cut SELECT DISTINCT component FROM held.derived_incidents
    WHERE (last_published > :day OR last_recorded > :instant)
    AND first_published <= :day AND first_recorded <= :instant""",
    # Names that were rare: not so many of those within both clocks share them.
    """INSERT INTO main.derived_open SELECT f.key FROM held.derived_full f
    WHERE f.published > :day OR f.recorded_at > :instant OR (:both AND :full_at >= (
        SELECT count(*) FROM held.derived_keys k JOIN held.derived_accounts a ON a.id = k.account
        WHERE k.key = f.key AND a.published <= :day AND a.recorded_at <= :instant))""",
    """INSERT OR IGNORE INTO main.derived_edges SELECT f.left, f.right, f.verdict, f.score, f.reasons
    FROM main.derived_open o CROSS JOIN held.derived_former f ON f.key = o.key
    CROSS JOIN held.derived_accounts l ON l.id = f.left AND +l.published <= :day AND l.recorded_at <= :instant
    CROSS JOIN held.derived_accounts r ON r.id = f.right AND +r.published <= :day AND r.recorded_at <= :instant""",
    """INSERT OR IGNORE INTO main.derived_cut SELECT a.component FROM main.derived_edges e
    CROSS JOIN held.derived_accounts a ON a.id IN (e.left, e.right) WHERE e.verdict = 'same'""",
    # All of what is to be made anew.
    "INSERT INTO main.derived_state SELECT * FROM held.derived_state",
    """INSERT INTO main.derived_accounts SELECT a.* FROM main.derived_cut c
    CROSS JOIN held.derived_accounts a ON a.component = c.component
    WHERE +a.published <= :day AND a.recorded_at <= :instant""",
    """INSERT OR IGNORE INTO main.derived_edges SELECT e.* FROM main.derived_accounts a
    CROSS JOIN held.derived_edges e ON e.left = a.id WHERE e.right IN (SELECT id FROM main.derived_accounts)""",
    "INSERT INTO main.derived_dirty SELECT id FROM main.derived_accounts",
    "INSERT OR REPLACE INTO main.derived_state VALUES ('day', :day), ('instant', :instant)",
)
_WITHIN: Final = """published <= (SELECT value FROM main.derived_state WHERE name = 'day')
    AND recorded_at <= (SELECT value FROM main.derived_state WHERE name = 'instant')"""
_STANDS: Final = """last_published <= (SELECT value FROM main.derived_state WHERE name = 'day')
    AND last_recorded <= (SELECT value FROM main.derived_state WHERE name = 'instant')
    AND component NOT IN (SELECT component FROM main.derived_cut)"""
# Temporary views bear the names of the tables, so that whoever reads them reads what stands and what is made anew.
_VIEWS: Final = f"""
CREATE TEMP VIEW derived_incidents AS SELECT * FROM main.derived_incidents
UNION ALL SELECT * FROM held.derived_incidents WHERE {_STANDS};
CREATE TEMP VIEW derived_bodies AS SELECT * FROM main.derived_bodies
UNION ALL SELECT * FROM held.derived_bodies b
WHERE EXISTS (SELECT 1 FROM held.derived_incidents i WHERE i.id = b.id AND {_STANDS});
CREATE TEMP VIEW derived_accounts AS SELECT * FROM main.derived_accounts
UNION ALL SELECT * FROM held.derived_accounts
WHERE {_WITHIN} AND component NOT IN (SELECT component FROM main.derived_cut);
CREATE TEMP VIEW derived_edges AS SELECT * FROM main.derived_edges
UNION ALL SELECT * FROM held.derived_edges e
WHERE NOT EXISTS (SELECT 1 FROM main.derived_edges m WHERE m.left = e.left AND m.right = e.right)
AND EXISTS (SELECT 1 FROM held.derived_accounts a WHERE a.id = e.left AND {_WITHIN})
AND EXISTS (SELECT 1 FROM held.derived_accounts a WHERE a.id = e.right AND {_WITHIN});
"""


@dataclass(frozen=True, slots=True)
class Cut:
    """The clocks; the documents that people decided on after them; how many accounts may share a rare name."""

    clocks: Clocks
    decided_on: tuple[str, ...]
    full_at: int

    @property
    def values(self) -> dict[str, str | int]:
        """What is bound to the statements."""
        as_of, known_by = self.clocks.as_of, self.clocks.known_by
        return {
            "day": as_of.isoformat() if as_of else ENDLESS,
            "instant": known_by or ENDLESS,
            "both": int(as_of is not None and known_by is not None),
            "full_at": self.full_at,
        }


def copy_until(path: Path, target: sqlite3.Connection, cut: Cut) -> None:
    """Fill a connection in memory with the components that reach over the clocks; all their accounts are dirty."""
    run_script(target, derived_sql() + _CUT)
    _attach(path, target)
    target.executemany(_DECIDED, [(document,) for document in cut.decided_on])
    for statement in _STEPS:
        target.execute(statement, cut.values)
    target.execute("DETACH DATABASE held")


def overlay(path: Path, target: sqlite3.Connection) -> None:
    """Put what stands in the ledger's file beside what was made anew; from here on the connection only reads."""
    _attach(path, target)
    target.executescript(_VIEWS)


def _attach(path: Path, target: sqlite3.Connection) -> None:
    target.execute("ATTACH DATABASE ? AS held", (f"{path.resolve().as_uri()}?mode=ro",))
