import pytest

from onrecord.model.values import Place
from tests.parsing import full_reading


@pytest.mark.parametrize(
    ("text", "town"),
    [
        ("Zambian police fired on a crowd in the capital on Monday.", "Lusaka"),
        ("Gunmen killed two people in the capital on Monday.", None),
        ("Zambian police were shot at in the capital, Lusaka.", "Lusaka"),
        ("Zambian police spoke of the capital punishment of two men.", None),
        ("Israeli police fired on a crowd in the capital.", None),
    ],
)
def test_the_capital_is_a_town_of_the_country_spoken_of(text: str, town: str | None) -> None:
    places = [m.value for m in full_reading(text).mentions if m.label == "PLACE" and isinstance(m.value, Place)]
    assert [place.name for place in places if place.precision == "exact"] == ([town] if town else [])
