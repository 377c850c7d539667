"""One web page."""

from collections.abc import Iterable, Iterator

from onrecord.model.incident import Record


def page(records: Iterable[Record]) -> Iterator[str]:
    """A page."""
    for record in records:
        yield record.document.id
