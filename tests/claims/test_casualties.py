from typing import Any

import pytest

from onrecord.claims.casualties import find_casualties
from onrecord.claims.casualty import Casualty
from tests.parsing import cases, reading_with_quantities


def shape(casualty: Casualty, text: str, words: bool) -> list[Any]:
    quantity = casualty.figure.quantity
    number = quantity.best if quantity.best is not None else [quantity.low, quantity.high]
    found: list[Any] = [casualty.status, casualty.figure.group, casualty.figure.relation, number]
    return [*found, casualty.quote.text_in(text)] if words else found


@pytest.mark.parametrize("row", cases("casualties"), ids=lambda row: row["text"])
def test_casualties(row: dict[str, Any]) -> None:
    text, want = row["text"], row["want"]
    found = find_casualties(reading_with_quantities(text))
    told = [c for c in found if c.set_aside is None and c.figure.relation != "listed"]
    assert len(told) == len(want), told
    assert [shape(c, text, len(w) > 4) for c, w in zip(told, want, strict=True)] == want
