"""What was derived for the present, cut back to what had been published by a day: most of it holds unchanged.

An incident all of whose accounts had been published stays as it is. Only the components that reach over the day are
made anew, and the names that are common today but were rare then make their pairs again.
"""

import sqlite3
from pathlib import Path
from typing import Final

from onrecord.store.connect import derived_sql, run_script

_COPY: Final = (
    "INSERT INTO main.derived_state SELECT * FROM held.derived_state",
    "INSERT INTO main.derived_accounts SELECT * FROM held.derived_accounts WHERE published <= :day",
    """INSERT INTO main.derived_incidents SELECT * FROM held.derived_incidents
    WHERE component NOT IN (SELECT component FROM held.derived_accounts WHERE published > :day)""",
    """INSERT INTO main.derived_bodies SELECT * FROM held.derived_bodies
    WHERE id IN (SELECT id FROM main.derived_incidents)""",
    """INSERT INTO main.derived_edges SELECT * FROM held.derived_edges
    WHERE left IN (SELECT id FROM main.derived_accounts) AND right IN (SELECT id FROM main.derived_accounts)""",
    """INSERT INTO main.derived_dirty SELECT id FROM main.derived_accounts
    WHERE component IN (SELECT component FROM held.derived_accounts WHERE published > :day)""",
)
_HOLDERS: Final = """
SELECT k.account FROM held.derived_keys k JOIN main.derived_accounts a ON a.id = k.account WHERE k.key = ?
ORDER BY k.account LIMIT ?
"""


def copy_until(path: Path, target: sqlite3.Connection, day: str, full_at: int) -> list[list[str]]:
    """Fill a connection in memory with what had been published by a day; the components to be made anew are dirty.

    Returns the holders of each name that is full today and was not then.
    """
    run_script(target, derived_sql())
    target.execute("ATTACH DATABASE ? AS held", (f"{path.resolve().as_uri()}?mode=ro",))
    for statement in _COPY:
        target.execute(statement, {"day": day})
    reopened = []
    for key in _full(target):
        holders = [row[0] for row in target.execute(_HOLDERS, (key, full_at + 1))]
        if 1 < len(holders) <= full_at:
            reopened.append(holders)
    target.execute("DETACH DATABASE held")
    return reopened


def _full(target: sqlite3.Connection) -> list[str]:
    return [row[0] for row in target.execute("SELECT key FROM held.derived_full ORDER BY key")]
