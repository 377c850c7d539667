from datetime import date

import pytest

from onrecord.export.safe import clean, safe
from onrecord.export.words import (
    code_words,
    figure_words,
    interval_words,
    place_words,
    precision_words,
    standing_words,
    voice_words,
)
from onrecord.model.claim import Claim, Voice
from onrecord.model.codes import DatePrecision, Standing
from onrecord.model.document import Span
from onrecord.model.incident import Quoted, Toll
from onrecord.model.values import Interval, Place, Quantity, Source, TollFigure


@pytest.mark.parametrize(
    ("low", "best", "high", "words"),
    [
        (3, 3, 3, "3"),
        (0, 0, 0, "0"),
        (5, 5, None, "at least 5"),
        (None, 5, 5, "at most 5"),
        (24, None, None, "at least 24"),
        (10, 11, 12, "10 to 12 (best figure 11)"),
        (3, None, 5, "3 to 5"),
        (None, 1200, None, "about 1,200"),
        (None, None, None, "not stated"),
        (315000, 315000, 315000, "315,000"),
    ],
)
def test_figures(low: int | None, best: int | None, high: int | None, words: str) -> None:
    assert figure_words(low, best, high) == words


@pytest.mark.parametrize(
    ("first", "last", "precision", "words"),
    [
        ("2024-01-09", "2024-01-09", "day", "Tuesday 9 January 2024"),
        ("2024-01-08", "2024-01-09", "night", "the night of 8 to 9 January 2024"),
        ("2024-01-31", "2024-02-02", "days", "31 January to 2 February 2024"),
        ("2023-12-31", "2024-01-02", "days", "31 December 2023 to 2 January 2024"),
        ("2024-01-01", "2024-01-31", "month", "January 2024"),
        ("2024-01-01", "2024-12-31", "year", "2024"),
        ("2024-01-09", None, "unknown", "since 9 January 2024"),
        (None, "2024-01-09", "unknown", "until 9 January 2024"),
        (None, None, "unknown", "not stated"),
    ],
)
def test_intervals(first: str | None, last: str | None, precision: DatePrecision, words: str) -> None:
    days = [date.fromisoformat(day) if day else None for day in (first, last)]
    assert interval_words(Interval(days[0], days[1], precision)) == words


def test_places_say_how_exact_they_are() -> None:
    place = Place("Orfell", ("Orfell", "Ossa", "Norland"), None, "Norland", None, None, "adm1", None)
    assert place_words(place) == "Orfell, Ossa, Norland"
    assert precision_words(place) == "somewhere in this region; not in the gazetteer"
    assert place_words(None) == "not stated"


def test_voices() -> None:
    mayor = Voice(None, Source("the mayor", "local_authority", "XA"), None, "Telegram", ("Vell Wire",))
    said = "the mayor (local authority, speaks for XA), on Telegram, relayed by Vell Wire"
    assert voice_words(mayor) == f"reported by {said}"
    assert voice_words(mayor, "denied") == f"denied by {said}"
    assert voice_words(None) == "in the report's own words; no source named"
    assert "Vell Wire" in voice_words(None, outlet="Vell Wire")


def test_codes_and_hostile_text() -> None:
    assert code_words("air_drone_strike") == "air or drone strike"
    assert code_words("armed_clash") == "armed clash"
    assert safe("a\x1b[31m\u202eb\ud800") == "a\ufffd[31m\ufffdb\ufffd"
    assert clean("a\n\t b") == "a b"


@pytest.mark.parametrize(
    ("standing", "words"),
    [
        ("sets", ""),
        ("agrees", ""),
        ("part", "3 of these"),
        ("differs", "says 3"),
        ("earlier", "3 before the toll was revised"),
    ],
)
def test_standings(standing: Standing, words: str) -> None:
    figure = TollFigure(Quantity(3, 3, 3), "all", "incident")
    claim = Claim("c", "d", "e", "killed", Span(0, 5), Span(0, 9), None, "asserted", None, figure, "casualties@1")
    toll = Toll("killed", "all", 9, 9, 9, "incident", False, None, ("c",), (Quoted("c", standing),))
    assert standing_words(claim, toll) == words
