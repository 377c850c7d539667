from typing import Any

import pytest

from onrecord.claims.statements import find_statements
from tests.parsing import cases, full_reading


@pytest.mark.parametrize("row", cases("statements"), ids=lambda row: row["text"])
def test_statements(row: dict[str, Any]) -> None:
    statements, claims = find_statements(full_reading(row["text"]))
    told = [[s.kind, s.voice.source.name if s.voice else None, s.target] for s in statements]
    assert told == row["want"]
    assert [s.claims for s in statements] == [(c.id,) for c in claims]
