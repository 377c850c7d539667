"""Canonical JSON of the model's values, and back: the same value gives the same bytes, on any machine.

A field that has its default is left out, so a field added to the model later changes no bytes written before.
"""

import json
from collections.abc import Callable
from dataclasses import fields
from datetime import date
from functools import cache
from typing import Any, Final, get_args, get_origin, get_type_hints

from onrecord.model import claim, document, incident, ledger, linking, values

KIND: Final = "is"  # the key that names the dataclass
MODULES: Final = (document, values, claim, incident, ledger, linking)

Decode = Callable[[Any], Any]


def to_json(value: object) -> str:
    """The canonical JSON of a value: keys sorted, no blanks, not escaped beyond need."""
    return json.dumps(encode(value), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def from_json(text: str) -> Any:  # noqa: ANN401 - the JSON says which type it is
    """The value whose canonical JSON this is."""
    return decode(json.loads(text))


def encode(value: object) -> Any:  # noqa: ANN401 - plain JSON values
    """A value as plain JSON values; a dataclass becomes an object that names it under `is`."""
    if value is None or isinstance(value, str | int | float):
        return value
    if isinstance(value, tuple | list):
        return [encode(item) for item in value]
    if isinstance(value, date):
        return value.isoformat()
    shape: dict[str, Any] = {KIND: type(value).__name__}
    for name, default in _fields(type(value).__name__):
        item = getattr(value, name)
        if item is not default and item != default:
            shape[name] = encode(item)
    return shape


def decode(data: Any) -> Any:  # noqa: ANN401
    """The value of plain JSON values made by `encode`; dates are known from the field they stand in."""
    if isinstance(data, list):
        return tuple(decode(item) for item in data)
    if not isinstance(data, dict):
        return data
    made, decoders = _maker(data[KIND])
    return made(**{name: decoders[name](item) for name, item in data.items() if name in decoders})


@cache
def _fields(name: str) -> tuple[tuple[str, object], ...]:
    """The fields of a dataclass of the model with their defaults; MISSING where there is none."""
    return tuple((field.name, field.default) for field in fields(_class(name)))


@cache
def _maker(name: str) -> tuple[Callable[..., Any], dict[str, Decode]]:
    """The dataclass of a name, and how each of its fields is decoded."""
    made = _class(name)
    hints = get_type_hints(made)
    return made, {field.name: _decoder(hints[field.name]) for field in fields(made)}


def _class(name: str) -> Any:  # noqa: ANN401 - any dataclass of the model
    return next(getattr(module, name) for module in MODULES if hasattr(module, name))


def _decoder(hint: object) -> Decode:
    if _holds_date(hint):
        return lambda item: None if item is None else date.fromisoformat(item)
    return decode


def _holds_date(hint: object) -> bool:
    """Whether a field holds a date, or a date or None."""
    return hint is date or (get_origin(hint) is not tuple and date in get_args(hint))
