"""The public shape: valid by its schema, the same by the Python API, and never half a character."""

import json
from typing import Any

import jsonschema
import pytest

import onrecord
from benchmarks.texts import conflict_reports
from onrecord.export.contract import to_contract, to_shape
from onrecord.export.lines import json_object, jsonl
from onrecord.export.plain import to_json
from onrecord.export.schema import json_schema
from onrecord.model.document import Failure
from onrecord.pipeline import Reader
from tests.reports import make_document

TEXTS = [*conflict_reports(8, seed=5), "", "Killed", "Nothing happened in Arlen."]
KEYS = ["version", "document", "incidents", "totals", "statements", "claims", "set_aside", "failures"]


@pytest.fixture(scope="module")
def schema() -> dict[str, Any]:
    made = json_schema()
    jsonschema.Draft202012Validator.check_schema(made)
    return made


@pytest.mark.parametrize("text", TEXTS, ids=lambda text: text[:20])
@pytest.mark.parametrize("full", [True, False])
def test_records_are_valid(reader: Reader, schema: dict[str, Any], text: str, full: bool) -> None:
    record = to_contract(reader.read(make_document(text)), full=full)
    jsonschema.validate(record, schema, format_checker=jsonschema.FormatChecker())
    assert list(record) == KEYS + (["attributions", "places", "dates"] if full else [])


def test_the_schema_holds_records_to_their_codes(reader: Reader, schema: dict[str, Any]) -> None:
    record = to_contract(reader.read(make_document(TEXTS[0])))
    record["claims"][0]["slot"] = "dead"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(record, schema)


def test_a_failure_is_a_valid_record(reader: Reader, schema: dict[str, Any]) -> None:
    failed = Failure("input", "It is empty.", "a.txt")
    records = list(reader.read_many([make_document(TEXTS[0]), failed, make_document(TEXTS[1])]))
    assert [bool(record.failures) for record in records] == [False, True, False]
    record = to_contract(records[1])
    jsonschema.validate(record, schema)
    assert record["failures"] == [{"stage": "input", "reason": "It is empty.", "origin": "a.txt"}]
    assert record["document"]["id"]
    assert record["document"]["sha256"] is None


def test_the_api_gives_the_values_of_the_json(reader: Reader) -> None:
    record = onrecord.read(TEXTS[0], published="2024-03-29")
    assert record.to_dict() == to_contract(Reader().read(make_document(TEXTS[0])))
    assert record.document.published is not None
    assert record.document.published.isoformat() == record.to_dict()["document"]["published"]
    assert to_shape(reader.read(make_document(TEXTS[0])), full=True).attributions is not None


def test_half_characters_come_back_from_valid_json(reader: Reader) -> None:
    text = "\ud83dThree people were killed in Arlen\udc00 on Monday, the mayor \ud800said."
    line = next(jsonl([reader.read(make_document(text))], full=True))
    record = json.loads(line.encode("utf-8"))
    assert record["claims"] or record["dates"]
    for claim in record["claims"]:
        assert text[claim["quote"]["start"] : claim["quote"]["end"]] == claim["quote"]["text"]
    assert json.loads(to_json({"a": text}).encode("utf-8")) == {"a": text}


@pytest.mark.parametrize("count", [0, 1, 2, 4])
def test_one_document_is_an_object_and_several_are_an_array(reader: Reader, count: int) -> None:
    records = [reader.read(make_document(text)) for text in TEXTS[:count]]
    shape = json.loads("".join(json_object(records)))
    assert shape == (to_contract(records[0]) if count == 1 else [to_contract(record) for record in records])
