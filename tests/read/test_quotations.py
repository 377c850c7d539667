from typing import Any

import pytest

from onrecord.model.document import Document
from onrecord.model.reading import Attribution
from onrecord.read.quotation_marks import find_quotes
from onrecord.read.quotations import find_attributions
from onrecord.read.sentences import split_sentences
from tests.parsing import cases, parse


def shape(attribution: Attribution, text: str) -> list[Any]:
    source, cue = attribution.source, attribution.cue
    content = " … ".join(span.text_in(text) for span in attribution.content)
    return [source.text_in(text) if source else None, cue.text_in(text) if cue else None, content]


@pytest.mark.parametrize("row", cases("attributions"), ids=lambda row: row["text"])
def test_attributions(row: dict[str, Any]) -> None:
    text = row["text"]
    found = find_attributions(Document("d", text, ""), parse(text))
    assert [shape(a, text) for a in found] == row["want"]


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("He said: “Two.” Then he left.", ["“Two.”"]),
        ('"One," he said. "Two."', ['"One,"', '"Two."']),
        ("“It goes on and on\n\n“and ends.”", ["“It goes on and on", "“and ends.”"]),
        ("A 5-inch shell fell.", []),
    ],
)
def test_quotation_marks(text: str, want: list[str]) -> None:
    assert [q.span.text_in(text) for q in find_quotes(text, split_sentences(text))] == want


def test_a_wish_makes_no_voice() -> None:
    text = "The rebels want to leave the town."
    assert [a.reports for a in find_attributions(Document("d", text, ""), parse(text))] == [False]
