from typing import Any

import pytest

from onrecord.model.document import Document
from onrecord.model.values import Place
from onrecord.normalize.gazetteer import Gazetteer
from onrecord.normalize.places import find_places
from onrecord.settings import load_settings
from tests.parsing import cases, parse


@pytest.fixture(scope="session")
def gazetteer() -> Gazetteer:
    return Gazetteer(load_settings().cache)


@pytest.mark.parametrize("row", cases("places"), ids=lambda row: row["text"])
def test_places(row: dict[str, Any], gazetteer: Gazetteer) -> None:
    text = row["text"]
    found = {}
    for mention in find_places(Document("d", text, ""), parse(text), gazetteer):
        value = mention.value
        assert isinstance(value, Place)
        found[mention.span.text_in(text)] = [value.name, value.country, value.precision]
    for words, *want in row.get("want", []):
        assert found.get(words) == want
    assert not found.keys() & set(row.get("not", []))
