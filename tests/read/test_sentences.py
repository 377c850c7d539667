import pytest

from onrecord.read.sentences import split_paragraphs, split_sentences


def sentences(text: str) -> list[str]:
    return [sentence.span.text_in(text) for sentence in split_sentences(text)]


def test_a_sentence_ends_at_a_full_stop_before_a_capital() -> None:
    assert sentences("Two men died. Officials in Arlen said so.") == ["Two men died.", "Officials in Arlen said so."]


def test_titles_and_initials_end_no_sentence() -> None:
    assert sentences("Gen. A. Brack and Dr. Lund met at 5 p.m. on Friday.") == [
        "Gen. A. Brack and Dr. Lund met at 5 p.m. on Friday."
    ]


def test_a_closing_quote_belongs_to_its_sentence() -> None:
    assert sentences("“Nobody was hurt.” The mayor left.") == ["“Nobody was hurt.”", "The mayor left."]


def test_a_line_is_a_paragraph_unless_the_text_is_hard_wrapped() -> None:
    assert len(split_paragraphs("One line\nAnother line")) == 2
    wrapped = "\n".join(["THE ARMY OF NORTHLAND SAID TODAY THAT TWO OF ITS SOLDIERS HAD BEEN"] * 5)
    assert len(split_paragraphs(wrapped)) == 1


@pytest.mark.parametrize(
    ("text", "dateline"),
    [
        ("ARLEN, Northland Two police officers were killed.", "ARLEN, Northland"),
        ("TOSSEN, Northland (Made-up Wire) - Two men died.", "TOSSEN, Northland (Made-up Wire) -"),
        ("TOSSEN, Jan 9 (Wire) - Two men died.", "TOSSEN, Jan 9 (Wire) -"),
        ("ARLEN/TOSSEN At least 25 people were killed.", "ARLEN/TOSSEN"),
        ("NEW ARLEN (AP) — The army said so.", "NEW ARLEN (AP) —"),
        ("NATO Secretary General Per Lund said so.", None),
        ("UNICEF said that five died.", None),
        ("ARLEN U.S. officials said so.", "ARLEN"),
        ("THREE MEN DIED IN ARLEN TODAY.", None),
        (
            "NEW ARLEN (NORTHLAND), 4 MAY 88 (WIRE) -- [REPORT] [TEXT] MEN DIED.",
            "NEW ARLEN (NORTHLAND), 4 MAY 88 (WIRE) -- [REPORT] [TEXT]",
        ),
        ("THREE MEN DIED IN ARLEN, 4 MAY WAS A DAY OF RAIN.", None),
        ("Arlen, Northland. Two men died.", None),
    ],
)
def test_a_date_line_stands_by_itself(text: str, dateline: str | None) -> None:
    found = [sentence.span.text_in(text) for sentence in split_sentences(text) if sentence.dateline]
    assert found == ([dateline] if dateline else [])


def test_a_bare_city_opens_the_first_paragraph_only() -> None:
    assert not [s for s in split_sentences("Two men died.\nPOLICE Chief Per Lund said so.") if s.dateline]


def test_in_capitals_an_initial_ends_no_sentence() -> None:
    text = "MEN SHOT AT TWO U.S. NURSES IN THE U.S. THE NURSES LIVED."
    assert [s.span.text_in(text) for s in split_sentences(text)] == [
        "MEN SHOT AT TWO U.S. NURSES IN THE U.S.",
        "THE NURSES LIVED.",
    ]
