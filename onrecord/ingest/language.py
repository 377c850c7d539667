"""Which language a text is in: English is read, others are told and set aside."""

import re
from functools import cache
from typing import Any, Final

from onrecord.registry import lexicon

ENGLISH_SHARE: Final = 0.12  # running English has 20 to 35 percent of these words, terse notes 12
FOREIGN_SHARE: Final = 0.05  # other languages in Latin script have few of them ("of" is a word of Dutch too)
MIN_WORDS: Final = 40  # fewer words than this are too few to tell languages apart
MIN_LETTERS: Final = 40  # the same, for a script that is not Latin
WINDOW_CHARS: Final = 2000
WORD: Final = re.compile(r"[^\W\d_]+")
NOT_LATIN: Final = re.compile(r"[^\W\d_\u0041-\u024f\u1e00-\u1eff\ufb00-\ufb06]")


def find_language(text: str) -> str | None:
    """`en` where any part of the text is English, another ISO 639 code where that is sure, None where it is not."""
    windows = _windows(text)
    words = [[word.lower() for word in WORD.findall(window)] for window in windows]
    shares = [_english_share(found) for found in words]
    if max(shares) >= ENGLISH_SHARE:
        return "en"
    if _is_foreign_script(windows[0]) or _is_foreign_words(windows[0], words[0], max(shares)):
        code, probability = _identifier().classify(windows[0])
        return code if code != "en" and probability > 0.9 else None
    return None


def name_language(code: str) -> str:
    """What a language is called: `name_language("fr") == "French"`."""
    names: dict[str, str] = lexicon("languages")["names"]
    return names.get(code, f"another language ({code})")


def _windows(text: str) -> list[str]:
    """The beginning, the middle and the end of a text."""
    if len(text) <= WINDOW_CHARS:
        return [text]
    middle = len(text) // 2
    return [text[:WINDOW_CHARS], text[middle : middle + WINDOW_CHARS], text[-WINDOW_CHARS:]]


def _english_share(words: list[str]) -> float:
    return sum(word in _english() for word in words) / len(words) if words else 0.0


def _is_foreign_script(window: str) -> bool:
    letters = sum(map(len, WORD.findall(window)))
    return letters >= MIN_LETTERS and len(NOT_LATIN.findall(window)) > letters / 2


def _is_foreign_words(window: str, words: list[str], share: float) -> bool:
    """Enough words to tell, in lower case (headlines and teletype have no articles), few of them English."""
    return len(words) >= MIN_WORDS and share < FOREIGN_SHARE and not window.isupper()


@cache
def _english() -> frozenset[str]:
    return frozenset(lexicon("languages")["english"])


@cache
def _identifier() -> Any:  # noqa: ANN401 - py3langid is not typed
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
