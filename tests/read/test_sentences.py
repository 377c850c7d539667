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
