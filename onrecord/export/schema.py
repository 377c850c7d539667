"""The JSON Schema of the public shape, made from its types."""

from typing import Any

from pydantic import TypeAdapter

from onrecord.export.shape import ONLY_IN_FULL, VERSION, Record


def json_schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of one record, as `onrecord schema` prints it."""
    schema = TypeAdapter(Record).json_schema(mode="serialization")
    schema["required"] = [name for name in schema["required"] if name not in ONLY_IN_FULL]
    for name in ONLY_IN_FULL:  # left out rather than null
        block = schema["properties"][name]
        schema["properties"][name] = next(kind for kind in block["anyOf"] if kind.get("type") != "null")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"onrecord record, version {VERSION}",
        **{key: value for key, value in schema.items() if key != "title"},
    }
