"""The hour of the day in words."""

import pytest

from onrecord.link.hours import hours_apart, hours_told


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("The strike came at 3 p.m. on Tuesday", (15,)),
        ("around 10:30 a.m.", (10,)),
        ("at 12 a.m.", (0,)),
        ("at 15:40 local time", (15,)),
        ("at dawn", (4, 5, 6, 7)),
        ("in the early morning", (3, 4, 5, 6, 7)),
        ("at 3 p.m. in the afternoon", (15,)),
        ("on Tuesday", ()),
        ("a score of 3-1", ()),
    ],
)
def test_hours(text: str, want: tuple[int, ...]) -> None:
    assert hours_told(text) == want


def test_hours_go_round_the_clock() -> None:
    assert hours_apart((23,), (1,)) == 2
    assert hours_apart((6, 7), (18, 19)) == 11
    assert hours_apart((), (1,)) is None
