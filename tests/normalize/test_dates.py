"""Dates: each row of cases/dates.yml tells what a text's dates are, and what is no date."""

from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from onrecord.model.document import Document
from onrecord.model.reading import Mention
from onrecord.model.values import Interval
from onrecord.normalize.dates import find_dates
from onrecord.read.sentences import split_sentences

CASES: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent.parent / "cases" / "dates.yml").read_text("utf-8"))


def dates_of(text: str, published: str | None = "2024-01-09") -> tuple[Mention, ...]:
    day = date.fromisoformat(str(published)) if published else None
    return find_dates(Document("d", text, "", published=day), split_sentences(text))


def shape(mention: Mention, text: str) -> dict[str, Any]:
    found: dict[str, Any] = {"words": mention.span.text_in(text)}
    if isinstance(mention.value, Interval):
        value = mention.value
        found |= {"earliest": _iso(value.earliest), "latest": _iso(value.latest), "precision": value.precision}
        found |= {"timex": value.timex, "anchor": value.anchor}
    return found


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def wanted(row: str) -> dict[str, Any]:
    """ "words = earliest..latest precision timex anchor" as a shape; one day stands for both ends, "-" for none."""
    words, _, told = row.partition(" = ")
    parts = told.split()
    ends = parts[0].split("..") * (1 if ".." in parts[0] else 2)
    shape: dict[str, Any] = {"words": words, "precision": parts[1]}
    shape |= {key: None if end == "-" else end for key, end in zip(("earliest", "latest"), ends, strict=True)}
    return shape | ({"timex": parts[2]} if len(parts) > 2 else {}) | ({"anchor": parts[3]} if len(parts) > 3 else {})


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:60])
def test_cases(case: dict[str, Any]) -> None:
    found = [shape(mention, case["text"]) for mention in dates_of(case["text"], case.get("published", "2024-01-09"))]
    for row in case.get("want", []):
        want = wanted(row)
        assert any(want.items() <= one.items() for one in found), (row, found)
    for words in case.get("not", []):
        assert not any(words in one["words"] for one in found), (words, found)


PHRASES = (
    "the night of Sunday to Monday on 29 MAR 89 , May march second fall 2022 BC 03/04 - – last next two days after "
    "before eve 1990s '90s 24 hours past in less than a few ago later 31 February 30 99999 12:30 p.m. 2024-02-30 . ' "
    "century first week weekend overnight same that year 0 0000 1000"
)


@given(
    st.lists(st.sampled_from(PHRASES.split()), max_size=20).map(" ".join) | st.text(max_size=80),
    st.sampled_from(["2024-01-09", None]),
)
def test_any_text_is_read_without_a_crash_and_spans_are_ordered_and_apart(text: str, published: str | None) -> None:
    found = dates_of(text, published)
    assert all(0 <= m.span.start < m.span.end <= len(text) and m.label == "DATE" for m in found)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))
    for mention in found:
        value = mention.value
        if isinstance(value, Interval) and value.earliest and value.latest:
            assert value.earliest <= value.latest
