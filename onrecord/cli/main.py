"""The command line. Each command stands in a file of its own, which imports nothing heavy before it is called."""

import typer

from onrecord.cli.evaluate import evaluate
from onrecord.cli.read import read

app = typer.Typer(add_completion=False, no_args_is_help=True, pretty_exceptions_enable=False)


@app.callback()
def onrecord() -> None:
    """Put incidents on the record: what happened, where, when, to how many people, and on whose word."""


app.command()(read)
app.command()(evaluate)


def main() -> None:
    """The entry point of the `onrecord` command."""
    app()
