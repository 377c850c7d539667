"""`onrecord judge` and `onrecord correct`: a person's word, which stands above the program's and outlives re-runs."""

from typing import Annotated, Final, Literal

import typer

from onrecord.cli.ledger import DEFAULT_LEDGER, LedgerPath, now

By = Annotated[str, typer.Option("--by", metavar="NAME", help="Who says so.")]
Why = Annotated[str, typer.Option("--why", help="The reason, for whoever reads it later.")]
VerdictName = Literal["same", "different", "unsure"]
LOST: Final = "  (its words are not found any more: of no effect)"


def judge(
    left: Annotated[str, typer.Argument(metavar="A", help="The id of an incident, account, claim or document.")],
    right: Annotated[str, typer.Argument(metavar="B", help="Another.")],
    verdict: Annotated[VerdictName, typer.Argument(help="unsure takes an earlier judgment back.")],
    by: By,
    why: Why,
    ledger: LedgerPath = DEFAULT_LEDGER,
) -> None:
    """Say that two accounts tell the same happening, or not: `different` always cuts, `same` always joins."""
    from onrecord.ledger.deciding import judge
    from onrecord.store.ledger import Ledger

    with Ledger(ledger, now()) as held:
        judgment = judge(held, (left, right), verdict, by, why)
    typer.echo(f"Judged {verdict}: “{judgment.left.text}” and “{judgment.right.text}” (judgment {judgment.id})")


def judgments(ledger: LedgerPath = DEFAULT_LEDGER) -> None:
    """List people's judgments; those whose words no reader finds any more are marked."""
    from onrecord.ledger.asking import open_view
    from onrecord.store.view import judgments

    with open_view(ledger) as view:
        lost = {judgment.id for judgment in view.linker.unanchored()}
        for one in judgments(view.source):
            mark = LOST if one.id in lost else ""
            typer.echo(f"{one.judged_at}  {one.verdict:<9} “{one.left.text}” and “{one.right.text}”{mark}")
            typer.echo(f"    {one.judged_by}: {one.why}  (judgment {one.id})")


def correct(
    claim: Annotated[str, typer.Argument(help="The id of a claim, as `show` prints it.")],
    by: By,
    why: Why,
    figure: Annotated[str | None, typer.Option(help="The right figure: 5, 3-8, or 5- for at least five.")] = None,
    day: Annotated[str | None, typer.Option(help="The right day: 2024-01-09, or two with / between.")] = None,
    place: Annotated[str | None, typer.Option(help="The right place: Oxford, Mississippi.")] = None,
    type: Annotated[str | None, typer.Option(help="The right type of an act: air_drone_strike.")] = None,
    reject: Annotated[bool, typer.Option("--reject", help="The claim is a misreading: leave it out.")] = False,
    not_incident: Annotated[
        bool, typer.Option("--not-incident", help="What the report tells here is no incident; a --type brings it back.")
    ] = False,
    ledger: LedgerPath = DEFAULT_LEDGER,
) -> None:
    """Put a claim right, reject it, or take its incident off the record. The claim as it was read stays on the ledger
    beside the correction.
    """
    from onrecord.errors import UsageError
    from onrecord.ledger.deciding import correct, find_claim, retract
    from onrecord.ledger.given import Given, new_value
    from onrecord.ledger.showing import value_words
    from onrecord.normalize.gazetteer import Gazetteer
    from onrecord.settings import Settings
    from onrecord.store.ledger import Ledger

    given = Given(figure, day, place, type)
    if [figure is not None, day is not None, place is not None, type is not None, reject, not_incident].count(
        True
    ) != 1:
        raise UsageError("Give one of --figure, --day, --place, --type, --reject and --not-incident.")
    with Ledger(ledger, now()) as held:
        if not_incident:
            correction = retract(held, claim, by, why)
        else:
            gazetteer = Gazetteer(Settings().cache)
            value = None if reject else new_value(find_claim(held, claim), given, gazetteer)
            correction = correct(held, claim, value, by, why)
    told = value_words(correction)
    typer.echo(f"Claim {correction.claim_id}, “{correction.anchor.text}”: {told} (correction {correction.id})")


def corrections(ledger: LedgerPath = DEFAULT_LEDGER) -> None:
    """List people's corrections; those whose words no reader finds any more are marked."""
    from onrecord.ledger.asking import open_view
    from onrecord.ledger.showing import value_words
    from onrecord.store.view import corrections

    with open_view(ledger) as view:
        lost = {correction.id for correction in view.linker.lost_corrections()}
        for one in corrections(view.source):
            mark = LOST if one.id in lost else ""
            typer.echo(f"{one.corrected_at}  “{one.anchor.text}” (claim {one.claim_id}): {value_words(one)}{mark}")
            typer.echo(f"    {one.corrected_by}: {one.why}  (correction {one.id})")


COMMANDS: Final = (judge, judgments, correct, corrections)
