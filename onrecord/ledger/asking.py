"""Asking the ledger: its incidents today, or as of any day, or as the ledger knew them by then."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import islice
from pathlib import Path
from typing import Any

from onrecord.errors import LedgerError, UsageError
from onrecord.ledger.incidents import by_rule, killed_by
from onrecord.ledger.linking import Linker, rules_version
from onrecord.link.correct import INCIDENT
from onrecord.link.rules import DEFAULT_RULE
from onrecord.model.ledger import Clocks, Correction
from onrecord.model.linking import Rule
from onrecord.store import derived
from onrecord.store.connect import clear_errors, open_for_reading, open_in_memory
from onrecord.store.derived import Wanted
from onrecord.store.view import corrections, documents_of_handle


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked of the ledger: which incidents, by which rule of tolls, within which clocks."""

    wanted: Wanted = field(default_factory=Wanted)
    rule: Rule = DEFAULT_RULE
    clocks: Clocks = field(default_factory=Clocks)
    limit: int | None = None


class View:
    """The ledger as it stands within the clocks; look at it with `incidents`, `resolve` and `linker`."""

    def __init__(self, source: sqlite3.Connection, target: sqlite3.Connection, clocks: Clocks) -> None:
        self.source = source
        self.target = target
        self.clocks = clocks
        self.linker = Linker(source, target, clocks)

    def incidents(self, question: Question) -> Iterator[dict[str, Any]]:
        """The incidents that fit, as printed, the earliest first, no more than the question's limit."""
        return islice(self._fitting(question), question.limit)

    def count(self, question: Question) -> int:
        """How many incidents fit, whatever the limit."""
        if question.rule == DEFAULT_RULE or question.wanted.killed_min is None:
            return derived.count_incidents(self.target, question.wanted)
        return sum(1 for _ in self._fitting(replace(question, limit=None)))

    def _fitting(self, question: Question) -> Iterator[dict[str, Any]]:
        """The table holds the dead by the default rule; by another they are counted on each incident."""
        least = question.wanted.killed_min if question.rule != DEFAULT_RULE else None
        wanted = replace(question.wanted, killed_min=None) if least is not None else question.wanted
        limit = -1 if least is not None or question.limit is None else question.limit
        for _, body in derived.find_incidents(self.target, wanted, limit):
            incident = json.loads(body)
            killed = killed_by(incident, question.rule)
            if least is None or (killed is not None and killed >= least):
                yield by_rule(incident, question.rule)

    def resolve(self, handle: str) -> str:
        """The incident that an id means today: its own, or that of any account, event mention or claim in it.

        The beginning of an id will do where it is the beginning of one only.
        """
        found = sorted(self._resolve(handle))
        if not found and (retracted := self._retracted(handle)):
            by, why = retracted.corrected_by, retracted.why
            raise LedgerError(f"{handle} is off the record: {by} said that it is no incident ({why}).")
        if not found:
            raise LedgerError(f"Nothing on the ledger has the id {handle}. `onrecord incidents` lists what there is.")
        if len(found) > 1:
            raise UsageError(f"{handle} is the beginning of several ids; give more of it.")
        return found[0]

    def _resolve(self, handle: str) -> set[str]:
        found: set[str] = set()
        for document_id in (*documents_of_handle(self.source, handle), handle):
            found |= self._in_document(document_id, handle)
        return found

    def _retracted(self, handle: str) -> Correction | None:
        """The correction that took what an id names off the record."""
        documents = {*documents_of_handle(self.source, handle), handle}
        said = corrections(self.source, self.clocks)
        return next((one for one in said if one.slot == INCIDENT and one.anchor.document_id in documents), None)

    def _in_document(self, document_id: str, handle: str) -> set[str]:
        """The incidents of a document's accounts that an id names; of a former reading's ids, what it leads with."""
        accounts = derived.accounts_of(self.target, document_id)
        held = self.linker.held(document_id)
        claims = {c.event_mention_id for c in held.claims if c.id.startswith(handle)} if held else set()
        named = [
            account
            for account in accounts
            if any(name.startswith(handle) for name in (account.id, *account.event_mentions))
            or claims & set(account.event_mentions)
        ]
        ids = {derived.incident_of(self.target, account.id) for account in named or accounts[:1]}
        return {incident for incident in ids if incident}


@contextmanager
def open_view(path: Path, clocks: Clocks | None = None) -> Iterator[View]:
    """The ledger to look at. The present is linked already; another day is the present cut back, in memory."""
    clocks = clocks or Clocks()
    source = open_for_reading(path)
    target = source
    try:
        with clear_errors(path):
            current = derived.is_current(source, rules_version())
            if not clocks.now or not current:
                target = open_in_memory()
                linker = Linker(source, target, clocks)
                if current:
                    linker.link_until(path)
                else:
                    linker.link()
            yield View(source, target, clocks)
    finally:
        source.close()
        if target is not source:
            target.close()


def end_of(day: date) -> str:
    """The last instant of a day, UTC: what the ledger held by then."""
    return f"{day.isoformat()}T23:59:59Z"
