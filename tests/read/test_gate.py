import pytest

from onrecord.read.gate import choose_sentences, has_trigger
from onrecord.read.sentences import split_sentences

FILLER = " The bakery on the square sells bread and cake from seven in the morning until noon." * 12


@pytest.mark.parametrize(
    "words",
    [
        "Two soldiers were killed near Arlen.",
        "Troops fired on the village.",
        "TWO MEN WERE ARRESTED IN ARLEN.",
        "About 300 people were evacuated.",
        "Police exchange fire with raiders.",
        "The strike hit a battery; shells burned two huts and the clash went on.",  # weak stems, but four of them
    ],
)
def test_a_report_of_conflict_passes(words: str) -> None:
    assert has_trigger(words)
    assert has_trigger(words + FILLER)


@pytest.mark.parametrize(
    "words",
    [
        "The union struck a deal, and shares were down.",
        "He shot over the bar and beat the keeper in the final.",
        "The executive explores mobile downloads of diesel prices.",
        "The deadline for the show is Monday.",
        "Battery makers explore a downtown site.",
    ],
)
def test_other_news_does_not(words: str) -> None:
    assert not has_trigger(words + FILLER)


def test_a_short_note_passes_with_one_weak_stem() -> None:
    assert has_trigger("The town was struck twice.")
    assert not has_trigger("The town was quiet.")


def test_the_lead_and_the_neighbors_of_a_stem_are_chosen() -> None:
    quiet = "The bakery sells bread. "
    text = quiet * 6 + "Two men were killed. " + quiet * 6
    chosen = choose_sentences(text, split_sentences(text))
    assert [sentence.index for sentence in chosen] == [0, 1, 2, 5, 6, 7]
