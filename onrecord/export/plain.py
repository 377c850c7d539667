"""The typed shape as plain values and as JSON text."""

import json
import re
from dataclasses import fields, is_dataclass
from datetime import date
from functools import cache
from typing import Any, Final

from onrecord.export.shape import ONLY_IN_FULL, Record

HALF_CHARACTER: Final = re.compile("[\ud800-\udfff]")


def plain_record(record: Record) -> dict[str, Any]:
    """A record as the contract's JSON object, in the order of the types."""
    plain: dict[str, Any] = _plain(record)
    for block in ONLY_IN_FULL:
        if plain[block] is None:
            del plain[block]
    return plain


def to_json(plain: object, *, indent: int | None = None) -> str:
    """JSON text. Half characters (lone surrogates) are escaped, so that it is valid UTF-8 and reads back the same."""
    text = json.dumps(plain, ensure_ascii=False, allow_nan=False, indent=indent)
    return HALF_CHARACTER.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def plain_value(value: object) -> Any:  # noqa: ANN401 - plain JSON values
    """A value of the shape as plain JSON values."""
    return _plain(value)


@cache
def _names(kind: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))


def _plain(value: Any) -> Any:  # noqa: ANN401 - a tree of the shape's types
    if value is None or isinstance(value, str | int | float):
        return value
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, date):
        return value.isoformat()
    assert is_dataclass(value)
    return {name: _plain(getattr(value, name)) for name in _names(value.__class__)}
