from typing import Any

import pytest

from onrecord.model.document import Document
from onrecord.model.values import Place
from onrecord.normalize.places import find_places
from tests.parsing import cases, gazetteer, parse


@pytest.mark.parametrize("row", cases("places"), ids=lambda row: row["text"])
def test_places(row: dict[str, Any]) -> None:
    text = row["text"]
    found = {}
    for mention in find_places(Document("d", text, ""), parse(text), gazetteer()):
        value = mention.value
        assert isinstance(value, Place)
        found[mention.span.text_in(text)] = [value.name, value.country, value.precision]
    for words, *want in row.get("want", []):
        assert found.get(words) == want
    assert not found.keys() & set(row.get("not", []))
