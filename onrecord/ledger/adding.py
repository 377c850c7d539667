"""Adding to the ledger: documents are read, their records appended, and what is new is linked."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Final, TypeVar

from onrecord.ledger.linking import Linker
from onrecord.model.document import Document
from onrecord.model.incident import Record
from onrecord.model.ledger import AddOutcome, ReaderVersion
from onrecord.store.connect import clear_errors
from onrecord.store.ledger import Ledger

BATCH: Final = 64  # documents of one transaction: what a crash can cost

T = TypeVar("T")
Read = Callable[[Iterable[Document]], Iterator[Record]]


@dataclass(frozen=True, slots=True)
class Added:
    """What became of one document."""

    document: Document
    outcome: AddOutcome
    incidents: int


def add_records(ledger: Ledger, records: Iterable[Record], reader: ReaderVersion) -> Iterator[Added]:
    """Append records, batch by batch, and link what is new at the end; call it to the end."""
    for batch in _batches(records):
        with ledger.transaction():
            outcomes = [ledger.add(record, reader) for record in batch]
        for record, outcome in zip(batch, outcomes, strict=True):
            yield Added(record.document, outcome, len(record.incidents))
    link(ledger)


def add_documents(ledger: Ledger, documents: Iterable[Document], read: Read, reader: ReaderVersion) -> Iterator[Added]:
    """Read documents and append their records; what this reader has read before is only seen again."""
    for batch in _batches(documents):
        versions = [ledger.version_of(document) for document in batch]
        unread = [document for document in versions if not ledger.holds(document.id, reader)]
        known = [document for document in versions if ledger.holds(document.id, reader)]
        with ledger.transaction():
            for document in known:
                ledger.see_again(document.id, reader)
        for document in known:
            yield Added(document, "known", 0)
        records = list(read(unread))
        with ledger.transaction():
            outcomes = [ledger.add(record, reader) for record in records]
        for record, outcome in zip(records, outcomes, strict=True):
            yield Added(record.document, outcome, len(record.incidents))
    link(ledger)


def link(ledger: Ledger) -> Linker:
    """Bring what is derived up to the newest row."""
    with clear_errors(ledger.path):
        linker = Linker(ledger.connection, ledger.connection)
        linker.link()
        return linker


def rebuild(ledger: Ledger) -> None:
    """Throw away all that is derived and derive it anew."""
    from onrecord.ledger.linking import rules_version
    from onrecord.store import derived

    with clear_errors(ledger.path):
        derived.reset(ledger.connection, rules_version())
    link(ledger)


def ledger_size(path: Path) -> int:
    """The bytes of a ledger's file and its write-ahead log."""
    files = (path, path.with_name(path.name + "-wal"))
    return sum(file.stat().st_size for file in files if file.exists())


def _batches(items: Iterable[T]) -> Iterator[list[T]]:
    queue = iter(items)
    while batch := list(islice(queue, BATCH)):
        yield batch
