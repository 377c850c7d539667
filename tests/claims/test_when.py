"""When: each row of cases/when.yml tells which day belongs to which act, and which acts have none."""

from datetime import date
from typing import Any

import pytest

from onrecord.claims.when import find_when, split_by_dates
from onrecord.model.document import Document
from onrecord.model.reading import Reading
from onrecord.model.values import REPORT_ANCHOR, Interval
from onrecord.pipeline import make_reading
from tests.parsing import cases, gazetteer, parse


def reading_of(text: str, published: str | None) -> Reading:
    day = date.fromisoformat(published) if published else None
    return split_by_dates(make_reading(Document("d", text, "", published=day), parse(text), gazetteer()))


def days_of(reading: Reading) -> dict[str, str]:
    """The first day of each trigger that has one, as rows tell them."""
    text = reading.document.text
    triggers = {event.id: event.trigger.text_in(text) for event in reading.events}
    return {triggers[part.event_id]: _told(part.value) for part in reversed(find_when(reading))}


def _told(value: object) -> str:
    assert isinstance(value, Interval)
    ends = f"{value.earliest}" if value.earliest == value.latest else f"{value.earliest}..{value.latest}"
    return ends + (" (assumed)" if value.anchor == REPORT_ANCHOR else "")


@pytest.mark.parametrize("row", cases("when"), ids=lambda row: row["text"][:70])
def test_when(row: dict[str, Any]) -> None:
    published = str(row.get("published", "2024-01-09") or "") or None
    days = days_of(reading_of(row["text"], published))
    for trigger, want in row.get("want", {}).items():
        found = [day for told, day in days.items() if trigger in ("every", told)]
        assert set(found) == {str(want)}, (trigger, days)
    for trigger in row.get("undated", []):
        assert not any(trigger in told for told in days), days
