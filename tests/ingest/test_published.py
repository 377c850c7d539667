from datetime import date

import pytest

from onrecord.errors import DateError
from onrecord.ingest.published import parse_published


@pytest.mark.parametrize(
    "words", ["2024-01-09", "20240109", " 2024-01-09 ", "2024-01-09T23:10:00Z", "2024-01-09 23:10"]
)
def test_a_day(words: str) -> None:
    assert parse_published(words).day == date(2024, 1, 9)


@pytest.mark.parametrize("words", ["2003-07", "2003", "2003-07-00"])
def test_less_than_a_day_is_a_note(words: str) -> None:
    published = parse_published(words)
    assert published.day is None
    assert "2003" in (published.note or "")


@pytest.mark.parametrize("words", [None, "", "  "])
def test_nothing_is_nothing(words: str | None) -> None:
    assert (parse_published(words).day, parse_published(words).note) == (None, None)


@pytest.mark.parametrize("words", ["2024-02-30", "2024-13-01", "2024-13", "soon", "09/01/2024", "0000-01-01"])
def test_a_date_that_is_none(words: str) -> None:
    with pytest.raises(DateError):
        parse_published(words)
