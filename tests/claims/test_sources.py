from typing import Any

import pytest

from onrecord.claims.sources import voice_of
from onrecord.model.document import Span
from tests.parsing import cases, full_reading


@pytest.mark.parametrize("row", cases("sources"), ids=lambda row: row["text"])
def test_voice_of(row: dict[str, Any]) -> None:
    text, want = row["text"], row["want"]
    start = text.index(row["quote"])
    voice = voice_of(Span(start, start + len(row["quote"])), full_reading(text))
    if want is None:
        assert voice is None
        return
    assert voice is not None
    source = voice.source
    told: dict[str, Any] = {"name": source.name, "role": source.role, "party": source.party}
    told |= {"channel": voice.channel, "chain": list(voice.chain)}
    assert {key: told[key] for key in want} == want
