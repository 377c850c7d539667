"""Genres: reports whose subject is no armed conflict, told by their heads: disaster, accident, court, sport, drill.

A word may mean anything in one sentence; a report's first sentences say what it is about. Where they hold words of one
of these genres and none of arms, what the report tells is set aside with that reason.
"""

import re
from datetime import date
from functools import cache
from typing import Final

from onrecord.model.codes import SetAsideReason
from onrecord.model.document import Document
from onrecord.model.reading import Sentence
from onrecord.registry import lexicon

HEAD_SENTENCES: Final = 3  # title or date line, the lead and what follows it
OLD_YEARS: Final = 1  # a court's case of an earlier year is no news of an act
YEAR: Final = re.compile(r"\b(?:19|20)\d\d\b")


def genre_of(document: Document, sentences: tuple[Sentence, ...]) -> SetAsideReason | None:
    """The reason for which the whole report is set aside, or None."""
    head = " ".join(sentence.span.text_in(document.text) for sentence in sentences[:HEAD_SENTENCES])
    for reason, words, needed, forbidding in _genres():
        if len({match.lower() for match in words.findall(head)}) < needed:
            continue
        if forbidding and all(words.search(head) for words in forbidding):
            continue
        if reason != "court" or _is_old(head, document.published):
            return reason
    return None


def _is_old(head: str, published: date | None) -> bool:
    """True where the head dates the case to an earlier year."""
    years = [int(year) for year in YEAR.findall(head)]
    return published is not None and any(year <= published.year - OLD_YEARS for year in years)


@cache
def _genres() -> tuple[tuple[SetAsideReason, re.Pattern[str], int, tuple[re.Pattern[str], ...]], ...]:
    """Of each genre: its reason, its words, how many different ones are needed, the lists that together forbid it."""
    return tuple(
        (row["reason"], _any_of(row["words"]), row["needed"], _forbidding(row)) for row in lexicon("genres")["genres"]
    )


def _forbidding(row: dict[str, object]) -> tuple[re.Pattern[str], ...]:
    """The lists of which a word each speaks against a genre: arms, or a war and its victims."""
    names = ("arms",) if row["unarmed"] else ("war", "victims") if row.get("unless_war") else ()
    return tuple(_any_of(lexicon("genres")[name]) for name in names)


def _any_of(words: list[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(words)})\b", re.IGNORECASE)
