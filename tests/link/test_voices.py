from dataclasses import replace
from typing import Any

import pytest

from onrecord.link.voices import same_voice, why_same
from onrecord.model.claim import Claim, Voice
from onrecord.model.document import Span
from onrecord.model.names import same_name, sound_key
from onrecord.model.values import Quantity, Source, TollFigure
from tests.parsing import cases

ORIGINS = {"copy of a": "a"}


def claim(document: str, name: str | None, role: Any, party: str | None, figure: int) -> Claim:
    voice = Voice(None, Source(name, role, party), None) if name else None
    value = TollFigure(Quantity(figure, figure, figure), "all", "incident")
    span = Span(0, 1)
    return Claim(
        f"{document}{name}{figure}", document, None, "killed", span, span, voice, "asserted", None, value, "made-up@1"
    )


@pytest.mark.parametrize("row", cases("copies"), ids=str)
def test_two_claims_are_one_voice(row: dict[str, Any]) -> None:
    left, right = claim(*row["left"]), claim(*row["right"])
    assert why_same(left, right, ORIGINS) == row["want"]
    assert why_same(right, left, ORIGINS) == row["want"]
    assert same_voice(left, right, ORIGINS) is (row["want"] is not None)


def test_a_party_on_the_enemys_losses_is_kept_apart() -> None:
    own = claim("a", "army", "party_to_conflict", "PT", 5)
    value = TollFigure(Quantity(5, 5, 5), "combatants", "incident", party="ES")
    assert replace(own, value=value).about_enemy
    assert not own.about_enemy


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("Andreï Klimov", "Andrey Klimov", True),
        ("Oleksandr Zelinskyy", "Oleksandr Zelinsky", True),
        ("Mohammed Khatib", "Mohamed Hatib", True),
        ("Klimov", "Andrey Klimov", True),
        ("Andrey Klimov", "Sergei Klimov", False),
        ("Andrey Klimov", "Andrey Petrov", False),
    ],
)
def test_names(left: str, right: str, same: bool) -> None:
    assert same_name(left, right) is same


def test_a_sound_key_keeps_short_names_apart() -> None:
    assert sound_key("Ana") != sound_key("Ivan")
