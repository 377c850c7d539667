from typing import Any

import pytest

from onrecord.claims.casualties import find_casualties
from tests.parsing import cases, reading_with_quantities


@pytest.mark.parametrize("row", cases("roster"), ids=lambda row: row["text"])
def test_persons_told_one_by_one(row: dict[str, Any]) -> None:
    found = find_casualties(reading_with_quantities(row["text"]))
    figures = [casualty.figure for casualty in found if casualty.figure.relation == "listed"]
    assert [[f.group, f.quantity.best, f.name or f.whom] for f in figures] == row["want"]
