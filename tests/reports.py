"""Made-up documents for tests, and what tests ask of their records."""

from datetime import date
from typing import Any

from onrecord.export.contract import to_contract
from onrecord.model.document import Document
from onrecord.model.ids import make_id, text_sha256
from onrecord.model.incident import Record
from onrecord.pipeline import Reader

PUBLISHED = date(2024, 3, 29)  # a Friday


def make_document(text: str, published: date | None = PUBLISHED) -> Document:
    return Document(make_id(None, text), text, text_sha256(text), published=published, lang="en")


def shape_of(record: Record) -> dict[str, Any]:
    return to_contract(record, full=True)


def read_shape(reader: Reader, text: str) -> dict[str, Any]:
    """The contract object of a text."""
    return shape_of(reader.read(make_document(text)))
