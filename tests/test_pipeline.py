"""The hallway: order, batches, and what happens when a rule breaks."""

from collections.abc import Iterator

import pytest

from onrecord import pipeline
from onrecord.model.document import Document, Failure
from onrecord.pipeline import BATCH_DOCUMENTS, Reader
from tests.reports import make_document

TEXT = "Two people were hurt in Vaduz on Monday, the mayor said."


def test_a_rule_that_breaks_fails_one_document(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(document: Document, *_: object) -> None:
        raise KeyError(document.id)

    monkeypatch.setattr(pipeline, "make_record", broken)
    (record,) = Reader(keep_going=True).read_many([make_document(TEXT)])
    assert record.document == make_document(TEXT)
    assert [failure.stage for failure in record.failures] == ["read"]
    assert "KeyError" in record.failures[0].reason
    with pytest.raises(KeyError):
        Reader().read(make_document(TEXT))


def test_documents_stream_and_keep_their_order(reader: Reader) -> None:
    taken = 0

    def documents() -> Iterator[Document | Failure]:
        nonlocal taken
        for number in range(3 * BATCH_DOCUMENTS):
            taken += 1
            yield make_document(f"Report {number}.") if number % 5 else Failure("input", "It is empty.", str(number))

    records = reader.read_many(documents())
    first = next(records)
    assert taken <= BATCH_DOCUMENTS
    found = [first, *records]
    assert len(found) == 3 * BATCH_DOCUMENTS
    assert [bool(record.failures) for record in found] == [not number % 5 for number in range(3 * BATCH_DOCUMENTS)]


def test_a_sentence_of_five_thousand_words_is_read(reader: Reader) -> None:
    text = "Two people were killed in Vaduz and " + "three houses burned down and " * 1000 + "nobody helped."
    record = reader.read(make_document(text))
    assert record.failures == ()
    assert all(0 <= claim.quote.start < claim.quote.end <= len(text) for claim in record.claims)
