from typing import Any

import pytest

from onrecord.model.values import Actor
from tests.parsing import cases, full_reading


@pytest.mark.parametrize("case", cases("actors"), ids=lambda case: case["text"][:60])
def test_the_actors_of_a_text(case: dict[str, Any]) -> None:
    told = [
        f"{mention.span.text_in(case['text'])} = {mention.value.name}, {mention.value.kind}, {mention.value.country}"
        for mention in full_reading(case["text"]).mentions
        if isinstance(mention.value, Actor)
    ]
    assert told == case["want"]
