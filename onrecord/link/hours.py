"""The hour of the day at which something happened, as words tell it: "at 3 p.m.", "at dawn", "on Tuesday evening"."""

import re
from functools import cache
from typing import Final

from onrecord.registry import lexicon

CLOCK: Final = re.compile(r"\b(\d{1,2})(?::[0-5]\d)?\s?([ap])\.?m\b|\b([01]?\d|2[0-3])[:.][0-5]\d\b(?!\s?[ap]\.?m)")


def hours_told(text: str) -> tuple[int, ...]:
    """The hours that the words allow, in order; empty where none is told.

    A clock time counts before words: "at 3 p.m. in the afternoon" gives 15.
    """
    lower = text.lower()
    clock = {_hour(match) for match in CLOCK.finditer(lower)}
    if clock:
        return tuple(sorted(clock))
    words = _words()
    told = [words[match.group()] for match in _pattern().finditer(lower)]
    return tuple(sorted(set().union(*told))) if told else ()


def hours_apart(left: tuple[int, ...], right: tuple[int, ...]) -> int | None:
    """The least number of hours between two tellings, around the clock; None where one tells none."""
    gaps = [abs(a - b) for a in left for b in right]
    return min((min(gap, 24 - gap) for gap in gaps), default=None)


def _hour(match: re.Match[str]) -> int:
    if match.group(3):
        return int(match.group(3))
    return int(match.group(1)) % 12 + (12 if match.group(2) == "p" else 0)


@cache
def _words() -> dict[str, frozenset[int]]:
    return {word: frozenset(hours) for word, hours in lexicon("hours")["words"].items()}


@cache
def _pattern() -> re.Pattern[str]:
    longest_first = sorted(_words(), key=len, reverse=True)
    return re.compile(r"\b(?:" + "|".join(longest_first) + r")\b")
