"""Progress on a terminal, on standard error: a word on what is loading, a bar where there are several documents."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from onrecord.model.incident import Record

LOADING: Final = "Loading the language model and the gazetteer ..."
CHUNK_BYTES: Final = 1 << 20


def show_progress(records: "Iterator[Record]", inputs: list[str], *, bar: bool) -> "Iterator[Record]":
    """The same records; on a terminal with what is going on, else in silence. `bar` only where the records themselves
    do not go to that terminal."""
    if not sys.stderr.isatty():
        return records
    return _show(records, count_documents(inputs) if bar else 1)


def count_documents(inputs: list[str]) -> int | None:
    """How many documents the inputs hold, as far as can be told without reading them; None with standard input."""
    from onrecord.ingest.load import JSON_SUFFIXES, STANDARD_INPUT, list_files

    if STANDARD_INPUT in inputs:
        return None
    total = 0
    for name in inputs:
        path = Path(name)
        files = list_files(path) if path.is_dir() else [path]
        total += sum(_count_lines(file) if file.suffix.lower() in JSON_SUFFIXES else 1 for file in files)
    return total


def _count_lines(path: Path) -> int:
    try:
        with path.open("rb") as file:
            return sum(chunk.count(b"\n") for chunk in iter(lambda: file.read(CHUNK_BYTES), b""))
    except OSError:
        return 1  # told when it is read


def _show(records: "Iterator[Record]", total: int | None) -> "Iterator[Record]":
    from rich.console import Console
    from rich.progress import Progress

    console = Console(stderr=True)
    with console.status(LOADING):
        first = next(records, None)
    if first is None:
        return
    yield first
    if total is not None and total < 2:
        yield from records
        return
    with Progress(console=console, transient=True) as bar:
        task = bar.add_task("Reading", total=total, completed=1)
        for record in records:
            bar.advance(task)
            yield record
