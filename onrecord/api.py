"""The Python door: reports in as text, typed records out, with the same values as the JSON."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from functools import cache
from typing import Any

from onrecord.errors import UsageError
from onrecord.export.contract import to_shape
from onrecord.export.shape import Record
from onrecord.ingest.document import Defaults, Fields, failure, make_document
from onrecord.ingest.published import parse_published
from onrecord.model.document import Document, Failure
from onrecord.pipeline import Reader as Pipeline
from onrecord.settings import Settings


class Reader:
    """Reads many reports with one loaded model; loads it at the first report.

    Safe to hand to other processes (`multiprocessing`, `concurrent.futures`): it is pickled without its model, and
    each process loads its own. `full` adds attributions, places and dates to the records.
    """

    def __init__(self, *, full: bool = False, settings: Settings | None = None) -> None:
        self.full = full
        self._pipeline = Pipeline(settings, full=full, keep_going=True)

    def read(
        self,
        text: str,
        *,
        published: date | str | None = None,
        outlet: str | None = None,
        title: str | None = None,
        url: str | None = None,
        id: str | None = None,
    ) -> Record:
        """The record of one report. `published` is the day that words like "on Tuesday" count from.

        What cannot be read (an empty text, another language) is in `record.failures`. Raises DateError for a
        `published` that is no date, UsageError for a `text` that is no string.
        """
        if not isinstance(text, str):
            raise UsageError(f"The text must be a string, not {type(text).__name__}.")
        day = _written(published)
        parse_published(day)
        row = {"text": text, "published": day, "outlet": outlet, "title": title, "url": url, "id": id}
        return next(self.read_many([row]))

    def read_many(self, documents: Iterable[Mapping[str, Any] | str]) -> Iterator[Record]:
        """The records of many reports, in their order, as they are read; a report is a text or a mapping with `text`
        and optional `id`, `title`, `published`, `outlet`, `url`. A report that cannot be read stops none."""
        items = (_item(document, number) for number, document in enumerate(documents, start=1))
        return (to_shape(record, full=self.full) for record in self._pipeline.read_many(items))


def read(
    text: str,
    *,
    published: date | str | None = None,
    outlet: str | None = None,
    title: str | None = None,
    url: str | None = None,
    id: str | None = None,
    full: bool = False,
) -> Record:
    """The record of one report, with a reader of its own kept for the next call; see `Reader.read`."""
    return _reader(full).read(text, published=published, outlet=outlet, title=title, url=url, id=id)


@cache
def _reader(full: bool) -> Reader:
    return Reader(full=full)


def _item(document: Mapping[str, Any] | str, number: int) -> Document | Failure:
    row = {"text": document} if isinstance(document, str) else document
    text = row.get("text")
    origin = row.get("url") or row.get("id") or f"document {number}"
    if not isinstance(text, str):
        return failure("json", "“text” is missing or not a text.", origin)
    fields = Fields(
        id=row.get("id"),
        title=row.get("title"),
        published=_written(row.get("published")),
        outlet=row.get("outlet"),
        url=row.get("url"),
    )
    return make_document(text, fields, Defaults(), origin)


def _written(published: date | str | None) -> str | None:
    """A day as it is written in data."""
    if isinstance(published, date):
        return (published.date() if isinstance(published, datetime) else published).isoformat()
    return published
