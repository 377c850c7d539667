"""What a document's dates are resolved against: its publication, its date line, or its own running text."""

import re
from dataclasses import dataclass
from statistics import median
from typing import Final, Literal

from onrecord.model.document import Document
from onrecord.normalize.dates_calendar import Stamp, day_stamp, make_day
from onrecord.normalize.dates_phrase import Phrase

AnchorName = Literal["published", "dateline", "text", "none"]
HEADER_CHARS: Final = 400  # where a date line or a page's own date stands
MIN_OWN_YEARS: Final = 8  # a history tells so many years of its own ...
FIRST_OLD_YEAR: Final = 70  # "1/2/69" is 2069, "1/2/70" is 1970
FAR_YEARS: Final = 2  # ... half of them at least so far from the day of publication


@dataclass(frozen=True, slots=True)
class Context:
    """`now` is the day that "today" means, None where unknown; a `history` runs on its own dates only."""

    now: Stamp | None
    source: AnchorName
    history: bool
    before_christ: bool
    month_first: bool | None  # how numeric dates are to be read: None is not known


IN_THE_UNITED_STATES: Final = re.compile(r"(?:,|\bin the)\s+(?:United States|U\.\s?S\.|USA\b)")


def make_context(document: Document, phrases: list[Phrase]) -> Context:
    """The context of a document from its publication day and its own phrases."""
    years = [phrase.year for phrase in phrases if phrase.year is not None and not phrase.bc_only]
    before_christ = sum(year < 0 for year in years) > len(years) // 3
    month_first = _month_first(document.text, phrases)
    published = day_stamp(document.published) if document.published else None
    if _is_history(years, published):
        return Context(None, "text", True, before_christ, month_first)
    if published is not None:
        return Context(published, "published", False, before_christ, month_first)
    dateline = _dateline(document, phrases, month_first)
    return Context(dateline, "dateline" if dateline else "text", dateline is None, before_christ, month_first)


def _is_history(years: list[int], published: Stamp | None) -> bool:
    """True where the text tells many years of its own that lie far from its publication."""
    if published is None:
        return False
    return len(years) >= MIN_OWN_YEARS and median(abs(year - published.year) for year in years) >= FAR_YEARS


def _dateline(document: Document, phrases: list[Phrase], month_first: bool | None) -> Stamp | None:
    """The day of the date line or of the page's head: "SAN SALVADOR, 12 NOV 89 (AFP) --", "12/11/2017: ..."."""
    years = [phrase.year for phrase in phrases if phrase.year]
    for phrase in phrases:
        if phrase.span.start > HEADER_CHARS:
            return None
        if phrase.kind in ("calendar", "numeric", "iso") and _is_head(document.text, phrase):
            return _head_day(phrase, month_first, max(years, default=None))
    return None


def _head_day(phrase: Phrase, month_first: bool | None, year: int | None) -> Stamp | None:
    """The day that the head names; a date line without a year takes the last year that the text tells."""
    if phrase.kind == "numeric":
        days = read_numeric(phrase.words, month_first, None)
        return days[0] if len(days) == 1 else None
    if phrase.kind == "iso":
        return make_day(*(int(part) for part in phrase.words[:10].split("-")))
    year = phrase.year or year
    return make_day(year, phrase.month, phrase.day) if year and phrase.month and phrase.day else None


def read_numeric(words: str, month_first: bool | None, year: int | None) -> list[Stamp]:
    """The days that a numeric date can mean, the month first and the day first; `year` is for dates without one."""
    parts = re.split(r"[./-]", words)
    numbers = [int(part) for part in parts]
    if len(parts[0]) == 4:
        days = [make_day(*numbers)]
    else:
        if len(numbers) == 3:
            year = numbers[2] if len(parts[2]) == 4 else numbers[2] + (2000 if numbers[2] < FIRST_OLD_YEAR else 1900)
        if year is None:
            return []
        days = [make_day(year, numbers[0], numbers[1])] if month_first is not False else []
        days += [make_day(year, numbers[1], numbers[0])] if month_first is not True or days == [None] else []
    return [day for day in dict.fromkeys(days) if day]


HEAD_BEFORE: Final = re.compile(r"(?:^|\n)[^\n.]{0,60}$")
HEAD_AFTER: Final = re.compile(r"\s*(?:\(|--|—|–|:|\n|\||-\s|$)")


def _is_head(text: str, phrase: Phrase) -> bool:
    """True where a date stands at the head of a line and is followed by what ends a date line."""
    start, end = phrase.span.start, phrase.span.end
    return bool(HEAD_BEFORE.search(text[:start]) and HEAD_AFTER.match(text[end : end + 12]))


def _month_first(text: str, phrases: list[Phrase]) -> bool | None:
    """How the text orders day and month in its numeric dates, from those that can be read one way only.

    Where all can be read both ways: month first in a report from the United States, else not known.
    """
    votes = set()
    for phrase in phrases:
        parts = re.split(r"[/.-]", phrase.words) if phrase.kind == "numeric" else []
        if len(parts) >= 2 and len(parts[0]) <= 2:
            first, second = int(parts[0]), int(parts[1])
            if first > 12 >= second:
                votes.add(False)
            elif second > 12 >= first:
                votes.add(True)
    if not votes and IN_THE_UNITED_STATES.search(text):
        return True
    return votes.pop() if len(votes) == 1 else None
