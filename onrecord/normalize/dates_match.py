"""A rule of the date grammar, its match, and what every rule reads from a match."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

from onrecord.model.document import Span
from onrecord.normalize.dates_phrase import Phrase
from onrecord.normalize.dates_words import Word

DAYS_IN_LONGEST_MONTH: Final = 31
SHORT_YEARS_BEGIN: Final = 1900  # "12 NOV 89"
WHICH: Final = {"g": "this", "l": "last", "v": "last", "x": "next", "X": "next", "G": "that", "Y": "that"}
STEPS: Final = {"l": -1, "v": -1, "x": 1, "X": 1}  # units away from the one that is counted from


@dataclass(frozen=True, slots=True)
class Match:
    """A rule's match: the words of each named group, all its words, and what stands on either side.

    `left` holds the classes of the three words before it.
    """

    groups: dict[str, list[Word]]
    words: list[Word]
    before: Word | None
    after: Word | None
    left: str = ""

    @property
    def span(self) -> Span:
        return Span(self.words[0].span.start, self.words[-1].span.end)

    def has(self, *names: str) -> bool:
        return any(self.groups.get(name) for name in names)

    def number(self, *names: str) -> int | None:
        """The value of the first word of the first group that matched."""
        word = next((self.groups[name][0] for name in names if self.groups.get(name)), None)
        return None if word is None else int(word.value)

    def meaning(self, *names: str) -> str:
        """The meaning of the first group that matched, "" where none did."""
        return next((str(self.groups[name][0].value) for name in names if self.groups.get(name)), "")

    def kind(self, name: str) -> str:
        """The class of the first word of a group, "" where it did not match."""
        words = self.groups.get(name)
        return words[0].kind if words else ""

    def text_of(self, name: str) -> str:
        """The first word of a group, in lower case; "" where it did not match."""
        words = self.groups.get(name)
        return words[0].text.lower() if words else ""


Builder = Callable[[Match], list[Phrase]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A named rule of the grammar: a pattern over word classes, and what it makes of a match."""

    name: str
    pattern: re.Pattern[str]
    build: Builder


def count_of(match: Match) -> tuple[int, bool]:
    """The count that group `n` tells, and whether it is vague: "twenty-one" is 21, "a few" is 3 or so."""
    words = match.groups.get("n", [])
    fuzzy = [word.text.lower() for word in words if word.kind == "F"]
    if fuzzy:
        return (2, False) if fuzzy[0] == "couple" else (3, True)
    numbers = [int(word.value) for word in words if word.kind in "qdnk"]
    return (sum(numbers) if numbers else 1), False


def position_of(match: Match) -> str:
    """ "early", "mid" or "late", as said before a month, a season or a year."""
    return match.meaning("pos", "pos2")


def part_of(match: Match) -> str:
    """The part of the day that a match tells, as TIMEX3 names it."""
    if match.has("hours", "hours0"):
        return "TMO" if match.meaning("hours_pos", "hours_pos0") == "early" else "TNI"
    early = {"early": "TMO", "late": "TNI"}.get(match.meaning("early", "early0"), "")
    return match.meaning("part", "part0", "part2", "part3") or early


def with_year(phrase: Phrase, match: Match) -> Phrase:
    """The phrase with the year that a match tells: as a number, or in words ("of last year", "of that year")."""
    if match.has("y"):
        return replace(phrase, year=(match.number("y") or 0) * (match.number("B") or 1))
    if match.has("z"):
        return replace(phrase, year=SHORT_YEARS_BEGIN + (match.number("z") or 0))
    if match.has("yu", "yu2"):
        return replace(phrase, which=WHICH.get(match.kind("w"), "that"))
    return phrase


def is_day(number: int | None) -> bool:
    """True where a number can be a day of a month, or where there is none."""
    return number is None or 1 <= number <= DAYS_IN_LONGEST_MONTH
