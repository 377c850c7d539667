"""Small reports, whole records: byte for byte what was committed, and valid by the schema.

A change that is meant is renewed with `python -m tests.golden.update`; the difference belongs into the review.
"""

import json

import jsonschema
import pytest

from onrecord.evaluate.quotes import wrong_quotes
from onrecord.export.schema import json_schema
from onrecord.model.document import Document
from onrecord.pipeline import Reader
from tests.golden.update import as_text, documents, golden
from tests.reports import shape_of


@pytest.mark.slow  # `make test` holds it; a change to any room shows here first, and is renewed once it is whole
@pytest.mark.parametrize("document", documents(), ids=lambda document: document.id)
def test_the_record_is_the_golden_one(reader: Reader, document: Document) -> None:
    assert as_text(shape_of(reader.read(document))) == golden(document).read_text(encoding="utf-8")


@pytest.mark.parametrize("document", documents(), ids=lambda document: document.id)
def test_the_golden_record_is_valid(document: Document) -> None:
    shape = json.loads(golden(document).read_text(encoding="utf-8"))
    jsonschema.validate(shape, json_schema(), format_checker=jsonschema.FormatChecker())
    assert wrong_quotes(shape, document.text) == []
