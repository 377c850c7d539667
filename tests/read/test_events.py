from datetime import date
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


def test_an_old_date_beside_a_new_one_makes_no_history() -> None:
    text = "A bomb exploded on Monday during a strike against the accord of October 15, 1949."
    (event,) = full_reading(text, published=date(2024, 1, 9)).events
    assert event.set_aside is None


def test_the_day_of_a_sentence_is_not_that_of_the_deed() -> None:
    text = "A court in Vaduz on Tuesday sentenced two men over a bombing that killed three people in 2014."
    events = full_reading(text, published=date(2024, 1, 9)).events
    assert {event.set_aside for event in events} == {"historical"}
