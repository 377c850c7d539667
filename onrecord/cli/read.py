"""`onrecord read`: reports in, their record out."""

import os
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final, Literal

import typer

from onrecord.errors import UsageError

if TYPE_CHECKING:
    from onrecord.ingest.document import Defaults
    from onrecord.model.incident import Record

Format = Literal["table", "json", "jsonl", "html"]
FORMAT_OF: Final[dict[str, Format]] = {".json": "json", ".html": "html", ".htm": "html", ".txt": "table"}
MAX_TABLE_COLUMNS: Final = 100  # longer lines are hard to read


def read(
    inputs: Annotated[
        list[str],
        typer.Argument(
            metavar="INPUT...",
            help="Text files, web pages (.html), JSON lines of documents (.jsonl), folders of those, "
            "or - for standard input.",
        ),
    ],
    published: Annotated[
        str | None,
        typer.Option(
            metavar="DATE",
            help="The day of publication, as 2024-01-09, of what does not say it itself; “on Tuesday” counts from it.",
        ),
    ] = None,
    outlet: Annotated[str | None, typer.Option(help="Who published what does not say it itself.")] = None,
    format: Annotated[
        Format | None,
        typer.Option(
            help="How to write. Without it: by the name of the output file; a table on a terminal, else jsonl."
        ),
    ] = None,
    full: Annotated[
        bool, typer.Option("--full", help="Read every sentence; json and jsonl also hold attributions, places, dates.")
    ] = False,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write to a file, whole or not at all.")
    ] = None,
) -> None:
    """Read reports and write their record.

    Exit code: 0 all were read, 1 some were not (the reasons go to standard error), 2 wrong use.
    """
    from onrecord.cli.output import open_output
    from onrecord.cli.summary import Summary
    from onrecord.ingest.document import Defaults

    defaults = Defaults(parse_day(published), outlet)
    chosen = format or _choose(output)
    summary = Summary()
    with open_output(output) as stream:
        records = _records(inputs, defaults, full, bar=not stream.isatty())
        for piece in _render(summary.count(records), chosen, full, stream.isatty()):
            stream.write(piece)
    summary.report()
    raise typer.Exit(1 if summary.failed else 0)


def parse_day(published: str | None) -> date | None:
    """The day of a `--published`; raises UsageError or DateError for what is none."""
    from onrecord.ingest.published import parse_published

    found = parse_published(published)
    if published and not found.day:
        raise UsageError(f"--published needs a day, such as 2024-01-09, not {published!r}.")
    return found.day


def _choose(output: Path | None) -> Format:
    """The format that an output file's name tells; else a table on a terminal, and data for other programs."""
    if output:
        return FORMAT_OF.get(output.suffix.lower(), "jsonl")
    return "table" if sys.stdout.isatty() else "jsonl"


def _records(inputs: list[str], defaults: "Defaults", full: bool, *, bar: bool) -> "Iterator[Record]":
    from onrecord.cli.progress import show_progress
    from onrecord.ingest.load import load
    from onrecord.pipeline import Reader

    return show_progress(Reader(full=full, keep_going=True).read_many(load(inputs, defaults)), inputs, bar=bar)


def _render(records: "Iterator[Record]", format: Format, full: bool, color: bool) -> Iterator[str]:
    from onrecord.export.lines import json_object, jsonl

    match format:
        case "jsonl":
            return jsonl(records, full=full)
        case "json":
            return json_object(records, full=full)
        case "html":
            from onrecord.export.page import page

            return page(records)
        case _:
            from onrecord.export.table import WIDTH, table

            width = min(os.get_terminal_size(1).columns, MAX_TABLE_COLUMNS) if color else WIDTH
            return table(records, width=width, color=color and "NO_COLOR" not in os.environ)
