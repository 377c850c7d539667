import pytest

from onrecord.claims.where import find_where
from tests.parsing import full_reading


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("At least 100 people were wounded by a bomb, the Uruguay-based observatory said.", []),
        ("A bomber who was from Uruguay killed ten people in Windhoek.", ["Windhoek"]),
        ("A bomb killed ten people in Windhoek on Monday.", ["Windhoek"]),
        ("WINDHOEK A bomb killed ten people on Monday.", ["WINDHOEK"]),
        ("WINDHOEK A bomb killed ten people in Gaborone on Monday.", ["Gaborone"]),
    ],
)
def test_the_scene_of_an_act(text: str, places: list[str]) -> None:
    assert [part.quote.text_in(text) for part in find_where(full_reading(text))] == places
