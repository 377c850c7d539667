"""Whether every quote of a record is the slice of the text that it says it is."""

from collections.abc import Iterator
from typing import Any


def wrong_quotes(shape: dict[str, Any], text: str) -> list[str]:
    """The quotes of a contract object that are not `text[start:end]`, and claims outside their sentence, in words."""
    wrong = [
        f"{path}: {found['text']!r} is not the text at {found['start']}:{found['end']}"
        for path, found in _quotes(shape, "record")
        if found["start"] is not None and text[found["start"] : found["end"]] != found["text"]
    ]
    return wrong + [
        f"claim {claim['id']}: the quote lies outside its sentence"
        for claim in shape["claims"]
        if not claim["sentence"]["start"]
        <= claim["quote"]["start"]
        <= claim["quote"]["end"]
        <= claim["sentence"]["end"]
    ]


def _quotes(value: object, path: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every object with a start, an end and a text, with its path."""
    if isinstance(value, dict):
        if {"start", "end", "text"} <= value.keys():
            yield path, value
        for key, below in value.items():
            yield from _quotes(below, f"{path}.{key}")
    elif isinstance(value, list):
        for n, below in enumerate(value):
            yield from _quotes(below, f"{path}[{n}]")
