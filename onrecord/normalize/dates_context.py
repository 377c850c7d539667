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
FAR_YEARS: Final = 2  # ... half of them at least so far from the day of publication


@dataclass(frozen=True, slots=True)
class Context:
    """`now` is the day that "today" means, None where unknown; a `history` runs on its own dates only."""

    now: Stamp | None
    source: AnchorName
    history: bool
    before_christ: bool
    month_first: bool | None  # how numeric dates are to be read: None is not known


def make_context(document: Document, phrases: list[Phrase]) -> Context:
    """The context of a document from its publication day and its own phrases."""
    years = [phrase.year for phrase in phrases if phrase.year is not None and not phrase.bc_only]
    eras = sum(year < 0 for year in years)
    dateline = _dateline(document, phrases)
    published = day_stamp(document.published) if document.published else None
    history = _is_history(years, published)
    now: Stamp | None
    source: AnchorName
    if history:
        now, source = None, "text"
    elif published is not None:
        now, source = published, "published"
    else:
        now, source = dateline, "dateline" if dateline else "text"
    return Context(now, source, history or now is None, eras > len(years) // 3, _month_first(phrases))


def _is_history(years: list[int], published: Stamp | None) -> bool:
    """True where the text tells many years of its own that lie far from its publication."""
    if published is None:
        return False
    return len(years) >= MIN_OWN_YEARS and median(abs(year - published.year) for year in years) >= FAR_YEARS


def _dateline(document: Document, phrases: list[Phrase]) -> Stamp | None:
    """The day of the date line or of the page's head: "SAN SALVADOR, 12 NOV 89 (AFP) --", "12/11/2017: ..."."""
    for phrase in phrases:
        if phrase.span.start > HEADER_CHARS:
            return None
        if phrase.kind == "calendar" and phrase.year and phrase.day and _is_head(document.text, phrase):
            return make_day(phrase.year, phrase.month or 0, phrase.day)
    return None


HEAD_BEFORE: Final = re.compile(r"(?:^|\n)[^\n.]{0,60}$", re.DOTALL)
HEAD_AFTER: Final = re.compile(r"\s*(?:\(|--|—|–|:|\n|\||-\s|$)")


def _is_head(text: str, phrase: Phrase) -> bool:
    """True where a date stands at the head of a line and is followed by what ends a date line."""
    start, end = phrase.span.start, phrase.span.end
    return bool(HEAD_BEFORE.search(text[:start]) and HEAD_AFTER.match(text[end : end + 12]))


def _month_first(phrases: list[Phrase]) -> bool | None:
    """How the text orders day and month in its numeric dates, from those that can be read one way only."""
    votes = set()
    for phrase in phrases:
        parts = re.split(r"[/.-]", phrase.words) if phrase.kind == "numeric" else []
        if len(parts) >= 2 and len(parts[0]) <= 2:
            first, second = int(parts[0]), int(parts[1])
            if first > 12 >= second:
                votes.add(False)
            elif second > 12 >= first:
                votes.add(True)
    return votes.pop() if len(votes) == 1 else None
