"""Any text: no crash, every quote exact, the JSON valid."""

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from benchmarks.texts import conflict_reports
from onrecord.evaluate.quotes import wrong_quotes
from onrecord.pipeline import Reader
from tests.reports import read_shape

many = settings(
    max_examples=60, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture]
)

SENTENCES = [line for text in conflict_reports(15, seed=3) for line in text.split("\n")]
CONTROLS = ["\x00", "\x07", "\x1b[31m", "\u200b", "\u200f", "\u202e", "\ufeff", "\ud800", "\udfff", "\u0301", "\u00ad"]
SPACES = ["\t\t", "\r\n\r\n", "\x85", "\u2028", "\u2029", "\u00a0"]
LETTERS = ["İ", "ß", "ﬁ", "🇺🇳", "👩\u200d👧", "٣٤", "Ⅷ", "½", "10²", "1,0,0,0", "0", "-5", "1e9", "@", "#", "%", "&lt;"]
MARKS = ["“", "”", "«", "»", "„", "'", '"', "“‘“‘“", "((((", "]]]]", "...", "!?!?", "—"]
WORDS = [" killed ", " dead", "injured by", "between 10 and", "at least", "nobody", "Monday", " said ", "according to"]
NUMBERS = ["9" * 400, "on 31 February", "31.12.9999", "99999999999999999999 killed", "minus three dead"]
ODD = st.sampled_from([*CONTROLS, *SPACES, *LETTERS, *MARKS, *WORDS, *NUMBERS])
ANY_CHARACTER = st.characters(exclude_categories=())  # surrogates, controls and private use with them
broken = st.lists(st.one_of(st.sampled_from(SENTENCES), ODD, st.text(ANY_CHARACTER, max_size=12)), max_size=14)


def read_well(reader: Reader, text: str) -> None:
    shape = read_shape(reader, text)
    assert wrong_quotes(shape, text) == []
    assert json.loads(json.dumps(shape, allow_nan=False)) == shape


@many
@given(text=st.text(ANY_CHARACTER, max_size=300))
def test_any_characters(reader: Reader, text: str) -> None:
    read_well(reader, text)


@many
@given(parts=broken, glue=st.sampled_from(["", " ", "\n", ", ", " “"]))
def test_reports_broken_by_odd_characters(reader: Reader, parts: list[str], glue: str) -> None:
    read_well(reader, glue.join(parts))


@many
@given(text=st.sampled_from(SENTENCES), data=st.data())
def test_reports_cut_and_stained(reader: Reader, text: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(text)))
    read_well(reader, text[:at] + data.draw(ODD) + text[at:] + data.draw(ODD))


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\n\n",
        ".",
        "Killed",
        "killed " * 5000,
        "three people were killed and " * 1000 + "two hurt",
        "A" * 100_000,
        "“" * 500 + "three people were killed" + "”" * 500,
        "“He said ‘she said “they said ‘three people were killed’ ” ’ ”, he said.",
        "\u202eThree people were killed\u202c in Arlen, the mayor said.",
        "\ud83dThree people were killed in Arlen\udc00.",
        "Three\u200b people\u200b were\u200b killed\u200b in\u200b Arlen\u200b.",
        "THREE PEOPLE WERE KILLED.\x00\x00\x00FIVE WERE HURT.",
        "\n".join(["1", "2", "3", "killed", "dead"] * 200),
        "Between 10 and killed. At least dead. More than injured. Nobody and dozens of hundreds of thousands died.",
    ],
    ids=lambda text: repr(text[:20]),
)
def test_odd_texts(reader: Reader, text: str) -> None:
    read_well(reader, text)
