from typing import Any

import pytest

from onrecord.model.values import Quantity
from tests.parsing import cases, reading_with_quantities


@pytest.mark.parametrize("row", cases("quantities"), ids=lambda row: row["text"])
def test_quantities(row: dict[str, Any]) -> None:
    found = []
    for mention in reading_with_quantities(row["text"]).mentions:
        assert isinstance(mention.value, Quantity)
        value = mention.value
        found.append([mention.span.text_in(row["text"]), value.low, value.best, value.high, value.hedge])
    assert found == row["want"]
