"""`onrecord incidents`, `show`, `diff`: asking the ledger, today or as of any day."""

import json
from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any, Final, Literal

import typer

from onrecord.cli.ledger import DEFAULT_LEDGER, LedgerPath

if TYPE_CHECKING:
    from onrecord.model.ledger import Clocks

Format = Literal["table", "jsonl", "csv"]
RuleName = Literal["ranged", "ucdp", "acled", "ibc", "latest"]
AsOf = Annotated[str | None, typer.Option("--as-of", metavar="DATE", help="Only what had been published by then.")]
KnownBy = Annotated[str | None, typer.Option("--known-by", metavar="DATE", help="Only what the ledger held by then.")]
RuleOption = Annotated[RuleName, typer.Option("--rule", help="The rule by which the tolls are made.")]
TABLE_ROWS: Final = 50  # of a table, unless --limit says more


def incidents(
    ledger: LedgerPath = DEFAULT_LEDGER,
    place: Annotated[str | None, typer.Option(help="A part of the place's name, or of what it lies in.")] = None,
    country: Annotated[str | None, typer.Option(help="The country's code: UA.")] = None,
    type: Annotated[str | None, typer.Option(help="A type or family of the contract: air_drone_strike.")] = None,
    first: Annotated[
        str | None, typer.Option("--from", metavar="DATE", help="It may have happened then or later.")
    ] = None,
    last: Annotated[
        str | None, typer.Option("--to", metavar="DATE", help="It may have happened then or before.")
    ] = None,
    killed_min: Annotated[int | None, typer.Option(help="At least so many dead, by the rule.")] = None,
    party: Annotated[str | None, typer.Option(help="A part of the name of a party that is said to attack.")] = None,
    contested: Annotated[bool, typer.Option("--contested", help="Only where voices contradict each other.")] = False,
    text: Annotated[str | None, typer.Option(help="Words of the summary, the place or the targets.")] = None,
    as_of: AsOf = None,
    known_by: KnownBy = None,
    rule: RuleOption = "ranged",
    format: Annotated[Format, typer.Option(help="table, jsonl or csv.")] = "table",
    limit: Annotated[int | None, typer.Option(help="No more than so many; a table shows 50 without it.")] = None,
) -> None:
    """List the incidents on the ledger, the earliest first."""
    from onrecord.ledger.asking import Question, open_view
    from onrecord.store.derived import Wanted

    wanted = Wanted(place, country, type, _iso(first, "--from"), _iso(last, "--to"), killed_min, party, contested, text)
    clocks = make_clocks(as_of, known_by)
    shown = TABLE_ROWS if limit is None and format == "table" else limit
    with open_view(ledger, clocks) as view:
        question = Question(wanted, rule, clocks, shown)
        for line in render(view.incidents(question), format):
            typer.echo(line)
        if format == "table" and (total := view.count(question)) > (shown or 0):
            typer.echo(f"... and {total - (shown or 0)} more; --limit {total} shows them all.")


def show(
    incident: Annotated[str, typer.Argument(help="The id of an incident, or of any report's account or claim in it.")],
    ledger: LedgerPath = DEFAULT_LEDGER,
    as_of: AsOf = None,
    known_by: KnownBy = None,
    format: Annotated[Literal["text", "json"], typer.Option(help="text or json.")] = "text",
) -> None:
    """Show one incident: tolls, their course, every claim with its voice, and why its reports were joined."""
    from onrecord.export.incident_text import incident_lines
    from onrecord.ledger.asking import open_view
    from onrecord.ledger.showing import show

    with open_view(ledger, make_clocks(as_of, known_by)) as view:
        shown = show(view, incident)
    if format == "json":
        typer.echo(json.dumps(shown, ensure_ascii=False))
        return
    for line in incident_lines(shown):
        typer.echo(line)


def diff(
    first: Annotated[str, typer.Option("--from", metavar="DATE", help="The earlier day.")],
    last: Annotated[str, typer.Option("--to", metavar="DATE", help="The later day.")],
    ledger: LedgerPath = DEFAULT_LEDGER,
    held: Annotated[
        bool, typer.Option("--held", help="Compare what the ledger held on the two days, not what was published.")
    ] = False,
    rule: RuleOption = "ranged",
    format: Annotated[Literal["text", "jsonl"], typer.Option(help="text or jsonl.")] = "text",
) -> None:
    """Tell what changed between two days: new incidents, tolls risen, fallen and taken back, merged and split."""
    from dataclasses import asdict

    from onrecord.export.incident_text import diff_lines
    from onrecord.ledger.differing import diff

    moments = [make_clocks(None, day) if held else make_clocks(day, None) for day in (first, last)]
    found = diff(ledger, moments[0], moments[1], rule)
    lines = diff_lines(found) if format == "text" else (json.dumps(asdict(one), ensure_ascii=False) for one in found)
    for line in lines:
        typer.echo(line)


def make_clocks(as_of: str | None, known_by: str | None) -> "Clocks":
    """The two clocks of the options; raises UsageError for what is no day."""
    from onrecord.ledger.asking import end_of
    from onrecord.model.ledger import Clocks

    held = known_by if known_by and "T" in known_by else None
    if known_by and not held:
        held = end_of(date.fromisoformat(_iso(known_by, "--known-by") or ""))
    published = _iso(as_of, "--as-of")
    return Clocks(date.fromisoformat(published) if published else None, held)


def render(found: Iterable[dict[str, Any]], format: Format) -> Iterator[str]:
    """The incidents as lines of a format."""
    from onrecord.export.incidents import csv_lines, table_lines

    match format:
        case "jsonl":
            return (json.dumps(row, ensure_ascii=False) for row in found)
        case "csv":
            return csv_lines(found)
        case _:
            return table_lines(found)


def _iso(day: str | None, option: str) -> str | None:
    from onrecord.errors import UsageError

    try:
        return date.fromisoformat(day).isoformat() if day else None
    except ValueError as error:
        raise UsageError(f"{option} needs a day, such as 2024-01-09, not {day!r}.") from error


COMMANDS: Final = (incidents, show, diff)
