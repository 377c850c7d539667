"""A publication day that contradicts the text is told."""

from datetime import date

import pytest

from onrecord.model.document import Document
from onrecord.normalize.dates import find_dates
from onrecord.normalize.dates_notes import date_notes
from onrecord.read.sentences import split_sentences


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("ARLEN, 12 March 2024 (NPA) -- A bomb killed two men.", True),
        ("ARLEN, 9 January 2024 (NPA) -- A bomb killed two men.", False),
        ("On 3 March 2024 a bomb went off. On 5 March 2024 another one did.", True),
        ("On 3 January 2024 a bomb went off. On 5 January 2024 another one did.", False),
        ("A bomb killed two men on Sunday. The vote is on 17 March 2024.", False),
    ],
)
def test_contradictions_are_noted(text: str, told: bool) -> None:
    document = Document("d", text, "", published=date(2024, 1, 9))
    assert bool(date_notes(document, find_dates(document, split_sentences(text)))) is told
