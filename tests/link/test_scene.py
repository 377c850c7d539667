"""Scene words and addresses: what two reports of one happening have in common beside day and place."""

import pytest

from onrecord.link.accounts import without
from onrecord.link.addresses import addresses_told
from onrecord.link.scene import scene_words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("A car bomb went off near a restaurant in Ardel, police said.", ("car", "restaurant")),
        ("Two soldiers on patrol died; the patrol drove past goats.", ("soldier", "patrol", "drove", "past", "goat")),
        ("Three people were killed and five wounded in an attack on Friday.", ()),
    ],
)
def test_scene_words(text: str, words: tuple[str, ...]) -> None:
    assert scene_words(text) == words


@pytest.mark.parametrize(
    ("text", "addresses"),
    [
        ("He was shot in the 1900 block of Tamarisk Street.", ("1900 block", "tamarisk street")),
        ("It was on Halden Ave near 3rd Street.", ("halden avenue", "3rd street")),
        ("The street was closed; 40 blocks of marble lay there.", ()),
    ],
)
def test_addresses(text: str, addresses: tuple[str, ...]) -> None:
    assert addresses_told(text) == addresses


def test_names_of_the_place_and_of_its_people_are_left_out() -> None:
    assert without(("Hodeida", "Yemen"), ("hodeida yemen", "yemeni", "yermak", "orvan")) == ("yermak", "orvan")
