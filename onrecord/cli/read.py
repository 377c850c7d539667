"""`onrecord read`: reports in, their record out."""

import json
from datetime import date
from pathlib import Path
from typing import Annotated

import typer


def read(
    inputs: Annotated[list[Path], typer.Argument(help="Files to read.")],
    published: Annotated[str | None, typer.Option(help="The day of publication, YYYY-MM-DD.")] = None,
    full: Annotated[bool, typer.Option("--full", help="Add attributions, places and dates.")] = False,
    format: Annotated[str, typer.Option(help="jsonl")] = "jsonl",
) -> None:
    """Read reports and write their records."""
    from onrecord.export.contract import to_contract
    from onrecord.ingest.jsonl import read_jsonl, read_text
    from onrecord.pipeline import Reader

    assert format == "jsonl"
    day = date.fromisoformat(published) if published else None
    reader = Reader(full=full)
    for path in inputs:
        documents = read_jsonl(path) if path.suffix == ".jsonl" else iter([read_text(path, day)])
        for record in reader.read_many(documents):
            typer.echo(json.dumps(to_contract(record, full=full), ensure_ascii=False))
