from typing import Any

import pytest

from onrecord.claims.parts import find_parts
from onrecord.model.values import Actor, Target, ThingFigure, Value, WeaponUse
from tests.parsing import cases, full_reading


def meaning(value: Value | None) -> str:
    match value:
        case Actor():
            return f"{value.name} (alleged)" if value.alleged else value.name
        case Target():
            return str(value.kind)
        case ThingFigure():
            return value.status
        case WeaponUse():
            return value.weapon
        case _:
            return str(value)


@pytest.mark.parametrize("case", cases("acts"), ids=lambda case: case["text"][:60])
def test_what_a_telling_says_of_its_act(case: dict[str, Any]) -> None:
    reading = full_reading(case["text"])
    parts = [part for part in find_parts(reading) if part.slot != "act"]
    told = [f"{part.slot}: {part.quote.text_in(case['text'])} = {meaning(part.value)}" for part in parts]
    assert told == case["parts"]
