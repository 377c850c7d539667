from datetime import date

import pytest

from onrecord.model.document import Document
from onrecord.read.genres import genre_of
from onrecord.read.sentences import split_sentences


def genre(text: str) -> str | None:
    return genre_of(Document("d", text, "", published=date(2024, 3, 15)), split_sentences(text))


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("At least 61 people were killed when an earthquake struck the west of the country.", "natural_disaster"),
        ("Floods have killed 23 people. Nine are missing, and 3,400 were evacuated.", "natural_disaster"),
        ("Eleven people died when a bus plunged off a bridge near Arlen.", "accident"),
        ("In a drill, gunmen took 20 passengers hostage. Actors played the injured.", "drill"),
        ("The film opens with an air raid that kills half a village.", "fiction_or_sport"),
        ("The striker fired a rocket in a 5-0 win; it was a massacre.", "fiction_or_sport"),
        ("A court sentenced a man to life in prison for the murder of three people in 2017.", "court"),
    ],
)
def test_a_report_of_another_genre_is_told_by_its_head(text: str, reason: str) -> None:
    assert genre(text) == reason


@pytest.mark.parametrize(
    "text",
    [
        "Two people were killed by shelling in Arlen.",
        "Gunmen attacked a bus; it plunged off a bridge, and nine people died.",
        "Rebels shot down a helicopter; the helicopter crashed near Arlen and five soldiers died.",
        "A court charged a man with the murder of three people on Monday, two days after the attack.",
        "Militants killed six people in a town hit by floods.",
        "A bomb went off at a football match.",
    ],
)
def test_a_report_of_conflict_has_no_genre(text: str) -> None:
    assert genre(text) is None


def test_what_the_body_tells_does_not_decide() -> None:
    lead = "Two soldiers died in Arlen. The army said so. It gave no cause. "
    assert genre(lead + "An earthquake struck the region last year.") is None
