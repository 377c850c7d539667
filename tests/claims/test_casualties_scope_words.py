import re

import pytest

from onrecord.claims.casualties_scope_words import CUMULATIVE, CUMULATIVE_PIECES, PERIOD, PERIOD_PIECES


@pytest.mark.parametrize("example", PERIOD_PIECES)
def test_each_piece_of_a_period_matches_its_own_name(example: str) -> None:
    assert re.search(PERIOD_PIECES[example], example, re.IGNORECASE)
    assert PERIOD.search(f"{example.capitalize()} words")


@pytest.mark.parametrize("example", CUMULATIVE_PIECES)
def test_each_piece_of_all_time_matches_its_own_name(example: str) -> None:
    assert re.search(CUMULATIVE_PIECES[example], example, re.IGNORECASE)
    assert CUMULATIVE.search(example)


@pytest.mark.parametrize("words", ["In less than a week later", "the weekly market", "over the past hill", "the year"])
def test_no_period(words: str) -> None:
    assert not PERIOD.search(words)
