"""The command line. Each command stands in a file of its own, which imports nothing heavy before it is called."""

import sys
from typing import Annotated, Final

import typer

from onrecord import __version__
from onrecord.cli import decide, ledger, question
from onrecord.cli.evaluate import evaluate
from onrecord.cli.gazetteer import app as gazetteer
from onrecord.cli.read import read
from onrecord.cli.schema import schema
from onrecord.errors import OnRecordError

WRONG_USE: Final = 2  # exit code where nothing was tried: an option that is none, a model that is not installed

app = typer.Typer(add_completion=False, no_args_is_help=True, pretty_exceptions_enable=False)


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"onrecord {__version__}")
        raise typer.Exit


@app.callback()
def onrecord(
    version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    """Put incidents on the record: what happened, where, when, to how many people, and on whose word."""


app.command()(read)
app.command()(schema)
app.command()(evaluate)
for command in (*ledger.COMMANDS, *question.COMMANDS, *decide.COMMANDS):
    app.command()(command)

app.add_typer(gazetteer, name="gazetteer")


def main() -> None:
    """The entry point of the `onrecord` command; an error of ours is one sentence, not a traceback."""
    try:
        app()
    except OnRecordError as error:
        print(f"onrecord: {error}", file=sys.stderr)
        sys.exit(WRONG_USE)
