"""Exact numbers from tokens: digits, and English number words ("one hundred and twenty-five")."""

import re
from typing import Final

SMALL_WORDS: Final = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
)
TENS_WORDS: Final = "twenty thirty forty fifty sixty seventy eighty ninety"
ONES: Final = {word: value for value, word in enumerate(SMALL_WORDS.split())}
TENS: Final = {word: 10 * value for value, word in enumerate(TENS_WORDS.split(), 2)}
SCALES: Final = {"hundred": 100, "thousand": 1000, "million": 1_000_000, "billion": 1_000_000_000, "dozen": 12}
FRACTIONS: Final = {  # of a million: the value
    ("quarter", "of", "a", "million"): 250_000,
    ("half", "a", "million"): 500_000,
}
ARTICLES: Final = frozenset({"a", "an"})
DIGITS: Final = re.compile(r"\d{1,3}(?:,\d{3})+|\d+")
DECIMAL: Final = re.compile(r"\d+\.\d+")


def number_at(words: list[str], start: int) -> tuple[int, int] | None:
    """The number that begins at a word (lower case), and the index after it: `["five", "men"]` → `(5, 1)`."""
    if start >= len(words):
        return None
    word = words[start]
    if word[0].isdigit():
        return _digits_at(words, start)
    if word == "half" and words[start + 1 : start + 3] in (["a", "dozen"], ["-", "dozen"]):
        return 6, start + 3
    fraction = FRACTIONS.get(tuple(words[start : start + 4])) or FRACTIONS.get(tuple(words[start : start + 3]))
    if fraction is not None:
        return fraction, start + (3 if word == "half" else 4)
    if word in ARTICLES:
        scaled = start + 1 < len(words) and words[start + 1] in SCALES
        return _scaled(words, start + 1, 1) if scaled else None
    if word in ONES or word in TENS:
        value, end = _small_at(words, start)
        return _scaled(words, end, value)
    return (SCALES[word], start + 1) if word == "dozen" else None


def _digits_at(words: list[str], start: int) -> tuple[int, int] | None:
    word = words[start]
    if DECIMAL.fullmatch(word) and start + 1 < len(words) and words[start + 1] in SCALES:
        return round(float(word) * SCALES[words[start + 1]]), start + 2
    if not DIGITS.fullmatch(word):
        return None
    return _scaled(words, start + 1, int(word.replace(",", "")))


def _small_at(words: list[str], start: int) -> tuple[int, int]:
    """A number below one hundred: "seven", "twenty-five", "twenty five"."""
    word = words[start]
    if word in ONES:
        return ONES[word], start + 1
    value, end = TENS[word], start + 1
    unit = end + 1 if words[end : end + 1] == ["-"] else end
    if unit < len(words) and 0 < ONES.get(words[unit], 0) < 10:
        return value + ONES[words[unit]], unit + 1
    return value, end


def _scaled(words: list[str], end: int, value: int) -> tuple[int, int]:
    """The number with the scales and the rest that follow: "two" + "hundred and fifty"."""
    while end < len(words) and words[end] in SCALES:
        value *= SCALES[words[end]]
        end += 1
        rest = end + 1 if words[end : end + 1] == ["and"] else end
        if value >= 100 and rest < len(words) and (words[rest] in ONES or words[rest] in TENS):
            small, after = _small_at(words, rest)
            if value % 100 == 0 and small:
                if after < len(words) and words[after] in SCALES and SCALES[words[after]] < value:
                    small, after = small * SCALES[words[after]], after + 1
                value, end = value + small, after
    return value, end
