"""`onrecord add`, `verify`, `backup`: filling the ledger and keeping it safe."""

import os
import sys
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final, Literal

import typer

if TYPE_CHECKING:
    from onrecord.ledger.adding import Added

DEFAULT_LEDGER: Final = Path("onrecord.db")
LedgerPath = Annotated[Path, typer.Option("--ledger", metavar="PATH", help="The ledger: one SQLite file.")]
OUTCOMES: Final = {
    "new": "new",
    "changed": "changed: another version of a page that is on the ledger",
    "copy": "a copy of what is on the ledger",
    "reread": "on the ledger, now read by a better reader",
    "known": "on the ledger already",
    "failed": "not read",
}


def now() -> str:
    """The clock that rows are stamped with: UTC, to the second; `ONRECORD_NOW` stands in for it."""
    return os.environ.get("ONRECORD_NOW") or datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def add(
    inputs: Annotated[
        list[str], typer.Argument(metavar="INPUT...", help="As for `read`: files, folders, or - for standard input.")
    ],
    ledger: LedgerPath = DEFAULT_LEDGER,
    published: Annotated[str | None, typer.Option(metavar="DATE", help="The day of publication.")] = None,
    outlet: Annotated[str | None, typer.Option(help="Who published the reports.")] = None,
    format: Annotated[Literal["table", "jsonl"], typer.Option(help="A line a document, or JSON lines.")] = "table",
) -> None:
    """Read reports, put what they say on the ledger, and link it with what is there.

    Adding the same reports again adds nothing. Exit code: 0 all were read, 1 some were not, 2 wrong use.
    """
    from onrecord import __version__
    from onrecord.cli.read import parse_day
    from onrecord.ingest.document import Defaults
    from onrecord.ingest.load import load
    from onrecord.ledger.adding import add_documents
    from onrecord.ledger.version import reader_version
    from onrecord.pipeline import Reader
    from onrecord.store.ledger import Ledger

    reader = Reader(keep_going=True)
    version = reader_version(reader.settings, __version__)
    documents = load(inputs, Defaults(parse_day(published), outlet))
    counts: Counter[str] = Counter()
    with Ledger(ledger, now()) as held:
        for added in add_documents(held, documents, reader.read_many, version):
            counts[added.outcome] += 1
            typer.echo(_line(added, format))
    print(", ".join(f"{count} {outcome}" for outcome, count in sorted(counts.items())), file=sys.stderr)
    raise typer.Exit(1 if counts["failed"] else 0)


def verify(ledger: LedgerPath = DEFAULT_LEDGER) -> None:
    """Check the ledger: its pages, the hash chain, every text and every quote.

    Exit code: 0 all holds, 1 something does not.
    """
    from onrecord.store.connect import open_for_reading
    from onrecord.store.verify import verify_ledger

    connection = open_for_reading(ledger)
    try:
        found = verify_ledger(connection, ledger)
    finally:
        connection.close()
    for problem in found.problems:
        typer.echo(problem)
    typer.echo(f"{found.documents} documents, {found.claims} claims, {found.links} links of the chain checked.")
    typer.echo(f"The newest link: {found.head}")
    typer.echo("Everything holds." if not found.problems else f"{len(found.problems)} things do not hold.")
    raise typer.Exit(1 if found.problems else 0)


def backup(
    target: Annotated[Path, typer.Argument(metavar="FILE", help="The new file; an old one is never overwritten.")],
    ledger: LedgerPath = DEFAULT_LEDGER,
) -> None:
    """Copy the ledger to one file, while it may be in use, and verify the copy."""
    from onrecord.store.verify import back_up

    found = back_up(ledger, target)
    for problem in found.problems:
        typer.echo(problem)
    typer.echo(f"{target}: {found.documents} documents, {found.claims} claims; newest link {found.head}")
    raise typer.Exit(1 if found.problems else 0)


def _line(added: "Added", format: str) -> str:
    """One document's line."""
    import json

    incidents = len(added.record.incidents) if added.record else None
    if format == "jsonl":
        reasons = [failure.reason for failure in added.record.failures] if added.record else []
        row = {"document": added.document.id, "outcome": added.outcome, "incidents": incidents, "failures": reasons}
        return json.dumps(row, ensure_ascii=False)
    told = "" if incidents is None else f" ({incidents} incident{'s' if incidents != 1 else ''})"
    if added.outcome == "failed" and added.record:
        told = "".join(f": {failure.origin}: {failure.reason}" for failure in added.record.failures)
    return f"{added.document.id}  {OUTCOMES[added.outcome]}{told}"


COMMANDS: Final = (add, verify, backup)
