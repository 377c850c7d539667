from typing import Any

import pytest

from tests.parsing import cases, full_reading


@pytest.mark.parametrize("case", [*cases("events"), *cases("modality")], ids=lambda case: case["text"][:60])
def test_the_acts_that_a_text_tells(case: dict[str, Any]) -> None:
    reading = full_reading(case["text"])
    text = reading.document.text
    told = [f"{e.trigger.text_in(text)}: {e.type}" for e in reading.events if not e.set_aside]
    aside = [f"{e.trigger.text_in(text)}: {e.set_aside}" for e in reading.events if e.set_aside]
    assert told == case["want"]
    assert aside == case.get("aside", [])
