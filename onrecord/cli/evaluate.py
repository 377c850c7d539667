"""`onrecord evaluate`: how well the reader reads, against gold in the contract's own terms."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer


def evaluate(
    gold: Annotated[Path, typer.Argument(help="Gold: JSON lines of reports with what they put on the record.")],
    kind: Annotated[str, typer.Option(help="all, incidents, tolls, totals, statements, voices, or set_aside.")] = "all",
    misses: Annotated[int, typer.Option(min=0, help="Show so many misses in place, on standard error.")] = 20,
    json_: Annotated[bool, typer.Option("--json", help="The scores as JSON.")] = False,
) -> None:
    """Precision, recall and F1 per slot against gold, with misses shown in place."""
    from onrecord.errors import OnRecordError
    from onrecord.evaluate.run import evaluate as run
    from onrecord.evaluate.show import show_miss, show_scores

    try:
        tally = run(gold, kind)
    except OnRecordError as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(2) from error
    for miss in tally.misses[:misses]:
        typer.echo(show_miss(miss), err=True)
    scores = {s.slot: {k: v for k, v in asdict(s).items() if k != "slot"} for s in tally.scores()}
    typer.echo(json.dumps(scores, indent=1) if json_ else show_scores(tally))
