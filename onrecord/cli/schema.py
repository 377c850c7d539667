"""`onrecord schema`: the shape of a record, for programs."""

import json

import typer


def schema() -> None:
    """Print the JSON Schema of a record: what one line of jsonl holds."""
    from onrecord.export.schema import json_schema

    typer.echo(json.dumps(json_schema(), indent=2, ensure_ascii=False))
