"""What a document's dates are resolved against: its publication, its date line, or its own running text."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median
from typing import Final, Literal

from onrecord.model.document import Document
from onrecord.normalize.dates_calendar import Stamp, day_stamp, make_day
from onrecord.normalize.dates_phrase import Phrase

AnchorName = Literal["published", "dateline", "text", "none"]
HEADER_CHARS: Final = 400  # where a date line or a page's own date stands
DAYS_TO_PRINT: Final = 3
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


IN_THE_UNITED_STATES: Final = re.compile(r"(?:,|\bin the)\s+(?:United States|U\.\s?S\.|USA\b)|\bU\.S\.A\b")


def make_context(document: Document, phrases: list[Phrase]) -> Context:
    """The context of a document from its publication day and its own phrases."""
    years = [phrase.year for phrase in phrases if phrase.year is not None and not phrase.bc_only]
    before_christ = sum(year < 0 for year in years) > len(years) // 3
    month_first = _month_first(document.text, phrases)
    published = day_stamp(document.published) if document.published else None
    if _is_history(years, published):
        return Context(None, "text", True, before_christ, month_first)
    head = find_head(document, phrases)
    if published is not None:
        written = _head_day(head, month_first, published.year) if head else None
        if written is not None and _is_shortly_before(written, published):
            return Context(written, "dateline", False, before_christ, month_first)
        return Context(published, "published", False, before_christ, month_first)
    told = [phrase.year for phrase in phrases if phrase.year and phrase.kind == "calendar"]
    day = _head_day(head, month_first, max(told, default=None)) if head else None
    return Context(day, "dateline" if day else "text", day is None, before_christ, month_first)


def _is_shortly_before(written: Stamp, published: Stamp) -> bool:
    """True where a report was written a day or a few before it was published: "today" is the day of writing."""
    if written.first is None or published.first is None:
        return False
    return 0 < (published.first - written.first).days <= DAYS_TO_PRINT


def _is_history(years: list[int], published: Stamp | None) -> bool:
    """True where the text tells many years of its own that lie far from its publication."""
    if published is None:
        return False
    return len(years) >= MIN_OWN_YEARS and median(abs(year - published.year) for year in years) >= FAR_YEARS


def find_head(document: Document, phrases: list[Phrase]) -> Phrase | None:
    """The date of the date line or of the page's head: "SAN SALVADOR, 12 NOV 89 (AFP) --", "12/11/2017: ..."."""
    for phrase in phrases:
        if phrase.span.start > HEADER_CHARS:
            return None
        if phrase.kind in ("calendar", "numeric", "iso") and _is_head(document.text, phrase):
            return phrase
    return None


def _head_day(phrase: Phrase, month_first: bool | None, year: int | None) -> Stamp | None:
    """The day that the head names; a date line without a year takes the last year that the text tells."""
    if phrase.kind == "numeric":
        days = read_numeric(phrase, month_first, lambda *_: year)
        return days[0] if len(days) == 1 else None
    if phrase.kind == "iso":
        return make_day(*(int(part) for part in phrase.words[:10].split("-")))
    year = phrase.year or year
    return make_day(year, phrase.month, phrase.day) if year and phrase.month and phrase.day else None


def read_numeric(phrase: Phrase, month_first: bool | None, year_of: Callable[[int, int], int | None]) -> list[Stamp]:
    """The days that a numeric date can mean: one where its order is told, plain, or settled by a weekday, else two.

    `year_of` gives the year of a month and day for dates without one ("16/01").
    """
    parts = re.split(r"[./-]", phrase.words)
    numbers = [int(part) for part in parts]
    if len(parts[0]) == 4:
        return [day for day in (make_day(*numbers),) if day]
    orders = {True: (numbers[0], numbers[1]), False: (numbers[1], numbers[0])}
    days: dict[bool, Stamp] = {}
    for first, (month, day) in orders.items():
        year = _told_year(parts[2]) if len(parts) == 3 else year_of(month, day)
        stamp = make_day(year, month, day) if year else None
        if stamp:
            days[first] = stamp
    if month_first in days:
        return [days[month_first]]
    every = list(dict.fromkeys(days.values()))
    fitting = [day for day in every if day.first and day.first.weekday() == phrase.weekday]
    return fitting if len(fitting) == 1 else every


def _told_year(digits: str) -> int:
    return int(digits) if len(digits) == 4 else int(digits) + (2000 if int(digits) < FIRST_OLD_YEAR else 1900)


# What stands before a date line's date: nothing, a place ("Port Arlen (Northland),"), or a page's "Published:".
HEAD_BEFORE: Final = re.compile(
    r"(?:^|\n)\s*(?:(?!(?:On|In|At|By|Since|Between|From|After|Before|The|During|As|Of|And)\b)"
    r"(?:[^\W\d_a-z][\w.'’-]*|\([^)\n]{1,40}\)|[,/|–—-]|\s)){0,12}"
    r"(?:(?i:published|updated|posted|date)[^\n.]{0,15})?$"
)
HEAD_AFTER: Final = re.compile(r"\s*(?:\((?!\d)|--|—|–|:|\n|\||-\s|$)")


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
