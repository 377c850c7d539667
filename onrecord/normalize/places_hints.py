"""Hints: words of one country's public life, which speak for namesakes there."""

from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from typing import Final

from onrecord.model.reading import Mention
from onrecord.model.values import Actor
from onrecord.normalize.gazetteer_fold import fold
from onrecord.normalize.places_words import Word
from onrecord.registry import lexicon_rows

HINT_VOTE: Final = 1.0
ACTOR_VOTE: Final = 0.6  # an actor may act abroad
PHRASE: Final = 4  # words in the longest hint


@cache
def _hints() -> dict[str, tuple[str, ...]]:
    """The countries of each hint."""
    return {fold(words): tuple(countries.split(",")) for words, countries in lexicon_rows("places_hints")}


@cache
def _beginnings() -> frozenset[str]:
    return frozenset(key.split()[0] for key in _hints())


def hint_votes(lines: list[list[Word]], actors: Iterable[Mention]) -> dict[str, float]:
    """Votes by country: each hint and each named actor speaks once."""
    votes: dict[str, float] = defaultdict(float)
    for countries in {_hints()[key] for key in _said(lines)}:
        for country in countries:
            votes[country] += HINT_VOTE / len(countries)
    named = {(m.value.name, m.value.country) for m in actors if isinstance(m.value, Actor) and m.value.country}
    for _, country in sorted(named):
        votes[str(country)] += ACTOR_VOTE
    return dict(votes)


def _said(lines: list[list[Word]]) -> set[str]:
    """The hints that the text says."""
    said: set[str] = set()
    for line in lines:
        for n, word in enumerate(line):
            if word.lower in _beginnings():
                keys = [word.lower]
                for other in line[n + 1 : n + PHRASE]:
                    keys.append(f"{keys[-1]} {other.lower}")
                said.update(key for key in keys if key in _hints())
    return said
