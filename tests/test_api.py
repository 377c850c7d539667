"""The Python door."""

import pickle
import subprocess
import sys
from concurrent.futures import ProcessPoolExecutor
from datetime import date, datetime
from multiprocessing import get_context
from typing import Any

import pytest

import onrecord
from onrecord.errors import DateError, OnRecordError, UsageError

TEXT = "Two people were hurt when a drone struck a market in Vaduz on Monday, the mayor said."


def summaries(reader: "onrecord.Reader", text: str) -> list[str]:
    return [incident.summary for incident in reader.read(text, published="2024-03-29").incidents]


def test_reading_a_text() -> None:
    record = onrecord.read(TEXT, published="2024-03-29", outlet="Vell Radio", title="Drone", url="u", id="a")
    document = record.document
    assert (document.id, document.outlet, document.title, document.url) == ("a", "Vell Radio", "Drone", "u")
    assert document.published == date(2024, 3, 29)
    assert record.failures == ()
    assert record.attributions is None
    assert all(TEXT[c.quote.start : c.quote.end] == c.quote.text for c in record.claims)


@pytest.mark.parametrize("published", [date(2024, 3, 29), datetime(2024, 3, 29, 12), "2024-03-29T12:00:00"])
def test_days_may_be_dates(published: date | str) -> None:
    assert onrecord.read(TEXT, published=published).document.published == date(2024, 3, 29)


def test_a_wrong_call_is_an_error_of_ours() -> None:
    with pytest.raises(DateError):
        onrecord.read(TEXT, published="2024-02-30")
    bytes_given: Any = b"bytes"
    with pytest.raises(UsageError):
        onrecord.read(bytes_given)
    assert issubclass(DateError, OnRecordError)
    with pytest.raises(AttributeError):
        _ = onrecord.nothing


def test_what_cannot_be_read_is_a_failure() -> None:
    assert onrecord.read("").failures[0].stage == "input"


def test_many_reports_go_on_past_a_bad_one() -> None:
    reports: list[Any] = [TEXT, {"text": None}, {"text": TEXT, "published": "soon"}, {"id": "last", "text": TEXT}]
    records = list(onrecord.Reader(full=True).read_many(reports))
    assert [[failure.stage for failure in record.failures] for record in records] == [[], ["json"], ["date"], []]
    assert records[-1].document.id == "last"
    assert records[-1].places is not None


def test_a_reader_goes_to_other_processes() -> None:
    reader = onrecord.Reader()
    here = summaries(reader, TEXT)
    assert summaries(pickle.loads(pickle.dumps(reader)), TEXT) == here
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        assert pool.submit(summaries, reader, TEXT).result() == here


def test_the_function_is_not_taken_over_by_the_room_of_its_name() -> None:
    code = "import onrecord, onrecord.read.parse, onrecord.pipeline; print(callable(onrecord.read))"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "True\n"
