"""Adding to the ledger: documents are read, their records appended, and what is new is linked."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Final, TypeVar

from onrecord.ledger.linking import Linker, rules_version
from onrecord.model.document import Document, Failure
from onrecord.model.incident import Record
from onrecord.model.ledger import AddOutcome, ReaderVersion
from onrecord.store import derived
from onrecord.store.connect import clear_errors
from onrecord.store.ledger import Ledger

BATCH: Final = 64  # documents of one transaction: what a crash can cost

T = TypeVar("T")
Read = Callable[[Iterable[Document | Failure]], Iterator[Record]]


@dataclass(frozen=True, slots=True)
class Added:
    """What became of one document: its record is None where it had been read before."""

    document: Document
    outcome: AddOutcome
    record: Record | None


def add_records(ledger: Ledger, records: Iterable[Record], reader: ReaderVersion) -> Iterator[Added]:
    """Append records, batch by batch, and link what is new at the end; call it to the end."""
    for batch in _batches(records):
        yield from _append(ledger, batch, reader)
    link(ledger)


def add_documents(
    ledger: Ledger, items: Iterable[Document | Failure], read: Read, reader: ReaderVersion
) -> Iterator[Added]:
    """Read documents and append their records; what this reader has read before is only seen again."""
    for batch in _batches(items):
        versions = [ledger.version_of(item) if isinstance(item, Document) else item for item in batch]
        known = [item for item in versions if isinstance(item, Document) and ledger.holds(item.id, reader)]
        with ledger.transaction():
            for document in known:
                ledger.see_again(document.id, reader)
        yield from (Added(document, "known", None) for document in known)
        yield from _append(ledger, list(read(item for item in versions if item not in known)), reader)
    link(ledger)


def _append(ledger: Ledger, records: list[Record], reader: ReaderVersion) -> Iterator[Added]:
    """Append records in one transaction; what could not be read is told, and not written."""
    with ledger.transaction():
        outcomes = [_add(ledger, record, reader) for record in records]
    for record, outcome in zip(records, outcomes, strict=True):
        yield Added(record.document, outcome, record)


def _add(ledger: Ledger, record: Record, reader: ReaderVersion) -> AddOutcome:
    return "failed" if not record.document.text else ledger.add(record, reader)


def link(ledger: Ledger) -> Linker:
    """Bring what is derived up to the newest row."""
    with clear_errors(ledger.path):
        linker = Linker(ledger.connection, ledger.connection)
        linker.link()
        return linker


def rebuild(ledger: Ledger) -> None:
    """Throw away all that is derived and derive it anew."""
    with clear_errors(ledger.path):
        derived.reset(ledger.connection, rules_version())
    link(ledger)


def _batches(items: Iterable[T]) -> Iterator[list[T]]:
    queue = iter(items)
    while batch := list(islice(queue, BATCH)):
        yield batch
