import pytest

from onrecord.ingest.language import find_language, name_language

FRENCH = "Trois personnes ont été tuées lundi dans une frappe de drone sur le marché de la ville, a déclaré le maire. "
SPANISH = "El ejército dijo el lunes que tres civiles murieron en el ataque contra el mercado de la ciudad. "
DUTCH = "De politie heeft drie mannen opgepakt na een schietpartij in het centrum van de stad, zei de burgemeester. "
UKRAINIAN = "Троє людей загинули в понеділок внаслідок удару безпілотника по ринку, повідомив міський голова."
ENGLISH = "Three people were killed on Monday when a drone struck the market of the town, the mayor said. "


@pytest.mark.parametrize(
    ("text", "code"),
    [(FRENCH * 4, "fr"), (SPANISH * 4, "es"), (DUTCH * 4, "nl"), (UKRAINIAN, "uk"), (UKRAINIAN * 9, "uk")],
)
def test_another_language_is_told(text: str, code: str) -> None:
    assert find_language(text) == code


@pytest.mark.parametrize(
    "text",
    [
        ENGLISH,
        ENGLISH.upper(),
        FRENCH * 40 + ENGLISH * 40,  # a report with a long foreign part
        "“" + UKRAINIAN + "” " + ENGLISH * 2,
    ],
)
def test_english_anywhere_is_english(text: str) -> None:
    assert find_language(text) == "en"


@pytest.mark.parametrize(
    "text",
    [
        "Killed",
        "Дрон",
        "Arlen drone strike kills 3",
        "TROOPS KILL NINE REBELS IN VELL, CLAIM ARMY SOURCES, " * 9,
        FRENCH,
        "",
    ],
)
def test_too_little_to_tell_is_not_refused(text: str) -> None:
    assert find_language(text) in (None, "en")


def test_languages_are_named() -> None:
    assert name_language("uk") == "Ukrainian"
    assert "xx" in name_language("xx")
