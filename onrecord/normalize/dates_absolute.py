"""Builders of the date grammar for dates of the calendar: days, months, seasons, years, decades."""

import re
from dataclasses import replace
from functools import cache
from typing import Final

from onrecord.model.document import Span
from onrecord.normalize.dates_match import (
    WHICH,
    Match,
    is_day,
    part_of,
    position_of,
    with_year,
)
from onrecord.normalize.dates_phrase import Phrase, PhraseKind
from onrecord.registry import lexicon

MODERN_YEARS: Final = range(1800, 2100)  # four digits that are read as a year unless they count something
MAX_SHORT_RANGE_YEARS: Final = 60  # "1944-45" is a range, "1914-75" is not


def build_calendar(match: Match) -> list[Phrase]:
    """A day, a range of days, a month or a season, with or without its year and weekday."""
    day, end_day = match.number("d"), match.number("d2")
    if match.meaning("yu", "yu2") not in ("", "year") or not (is_day(day) and is_day(end_day)):
        return []
    if end_day is not None and not (day or 0) < end_day:
        return []
    phrase = Phrase(
        "calendar",
        match.span,
        month=match.number("m"),
        day=day,
        end_day=end_day,
        season=match.meaning("s"),
        weekday=match.number("wd"),
        position=position_of(match),
        part=part_of(match),
    )
    return [with_year(phrase, match)]


def build_days(match: Match) -> list[Phrase]:
    """Several days of one month: "January 2 and 8" are two dates."""
    days = [word for word in match.words if word.kind in "dO" and word not in match.groups.get("y", [])]
    if not all(is_day(int(word.value)) for word in days):
        return []
    phrase = with_year(Phrase("calendar", match.span, month=match.number("m"), part=part_of(match)), match)
    starts = [match.span.start, *(word.span.start for word in days[1:])]
    ends = [*(word.span.end for word in days[:-1]), match.span.end]
    return [
        replace(phrase, span=Span(start, end), day=int(word.value))
        for start, end, word in zip(starts, ends, days, strict=True)
    ]


def build_holiday(match: Match) -> list[Phrase]:
    """A feast with a fixed day: "Christmas 2007", "New Year's Eve"."""
    month, day = match.meaning("J").split("-")
    phrase = Phrase("calendar", match.span, month=int(month), day=int(day), part=part_of(match))
    return [with_year(phrase, match)]


def build_week_of_month(match: Match) -> list[Phrase]:
    """ "the first week of May", "the last week of August"."""
    if match.meaning("u") != "week" or (match.number("o") or 1) > 4:
        return []
    phrase = Phrase("calendar", match.span, month=match.number("m"), size="week", n=match.number("o") or -1)
    return [with_year(phrase, match)]


def build_which_month(match: Match) -> list[Phrase]:
    """A month or season beside "last", "next", "this"."""
    which = WHICH[match.kind("lead")]
    return [Phrase("calendar", match.span, month=match.number("m"), season=match.meaning("s"), which=which + " one")]


VERBS_AFTER: Final = frozenset({"was", "were", "when", "that", "the", "he", "she", "they", "it"})
FALL_GOES_ON: Final = frozenset({"apart", "back", "into", "from", "short", "down", "under", "to", "in", "on", "off"})


def build_season(match: Match) -> list[Phrase]:
    """A season; alone only after words that lead up to a time, and never "the fall of" a place or "to fall"."""
    if match.has("y", "y2", "yu", "yu2", "z"):
        return [replace(phrase, year=phrase.year or match.number("y2")) for phrase in build_calendar(match)]
    if match.after is not None and (match.after.kind == "f" or match.after.text.lower() in FALL_GOES_ON):
        return []
    lead, before = match.kind("lead"), match.before
    if lead and lead in "glxvX":
        return build_which_month(match)
    led = (
        bool(lead) or match.has("pos", "pos2") or match.left[-1:] in tuple("isbmAE") or match.left[-2:] in ("S&", "S-")
    )
    if not led and before is not None and before.kind == "j":
        led = before.text.lower() != "to"
    return build_calendar(match) if led else []


def build_decade(match: Match) -> list[Phrase]:
    """ "the early 1990s", "the 470s BC"."""
    year = (match.number("e") or 0) * (match.number("B") or 1)
    return [Phrase("calendar", match.span, size="decade", year=year, position=position_of(match))]


def build_century(match: Match) -> list[Phrase]:
    """ "the nineteenth century", "the 4th century BC"."""
    number = (match.number("o") or 0) + (match.number("tens") or 0)
    if match.meaning("u") != "century" or not number:
        return []
    era = match.number("B") or 1
    year = (number - 1) * 100
    return [Phrase("century", match.span, year=year, n=era, position=position_of(match))]


def build_half(match: Match) -> list[Phrase]:
    """ "the second half of 2008", "the first quarter of last year"."""
    which = match.number("o") or {"early": 1, "late": 2}.get(match.meaning("latter"), 0)
    size = match.text_of("h")
    if not 1 <= which <= (2 if size == "half" else 4):
        return []
    return [with_year(Phrase("calendar", match.span, size=size, n=which), match)]


def build_year(match: Match) -> list[Phrase]:
    """A year that stands alone, where the words around it do not make it a count."""
    year, era = match.number("y") or 0, match.number("B", "B2")
    if era is None and not _stands_as_year(match, year):
        return []
    bc_only = era is None and match.kind("y") != "y"
    return [Phrase("calendar", match.span, year=year * (era or 1), position=position_of(match), bc_only=bc_only)]


@cache
def _counted() -> re.Pattern[str]:
    """Finds the words that make a number before them a count: "1900 soldiers", "2000 km"."""
    words = lexicon("dates")["counted"]
    return re.compile("|".join([*words["words"], *(f"[a-z]+{ending}" for ending in words["endings"])]))


def _counts(match: Match) -> bool:
    """True where the words around a number make it a count, a price or a name's number."""
    before, after = match.before, match.after
    if before is not None and (before.text in "$€£#%№©" or before.text.lower() == "copyright"):
        return True
    if before is not None and before.text.lower() == "at":
        return True  # "at 1910 the shelling stopped": of the clock
    if after is None:
        return False
    return after.text in "%°" or after.kind in "Uu" or bool(_counted().fullmatch(after.text))


def _stands_as_year(match: Match, year: int) -> bool:
    """True for "in 1943", "2023 saw", "the 1954 accords"; false for "1500 soldiers", "$2000"."""
    if _counts(match):
        return False
    before, after = match.before, match.after
    if match.kind("y") == "k":
        return before is not None and before.kind in "isjbAmwE" and (after is None or after.kind != ".")
    if before is not None and before.kind == "-":
        return match.left[-2:-1] in ("y", "M", "S", "d")  # no end of a telephone number
    if match.has("pos", "pos2") or year in MODERN_YEARS:
        return True
    led = before is None or before.kind in "isjbAmwft&,(-" or before.text.lower() in ("for", "as")
    return led and (after is None or after.kind != "." or not after.text[0].islower() or before is not None)


def build_years(match: Match) -> list[Phrase]:
    """Both ends of a range of years: "1926–1928", "1944-45"; TIMEX3 marks them apart."""
    first, second = match.groups["y"][0], match.groups["z"][0]
    era = match.number("B") or match.number("B2")
    year, other = int(first.value), int(second.value)
    if len(second.text.strip("'’‘")) == 2 and first.kind == "y":
        other += year // 100 * 100
        if not 0 < other - year <= MAX_SHORT_RANGE_YEARS:
            return []
    if _counts(match) or not _is_range_of_years(match, first.kind, era, year, other):
        return []
    bc_only = first.kind == "k" and era is None
    begin = Phrase("calendar", first.span, year=year * (era or 1), bc_only=bc_only)
    return [begin, replace(begin, span=second.span, year=other * (era or 1), lead="aside")]


def _is_range_of_years(match: Match, kind: str, era: int | None, year: int, other: int) -> bool:
    """Years run forward, before Christ backward; three digits are years only after words that lead up to a time."""
    if era is not None:
        return (other - year) * era > 0
    if kind == "k":
        return match.left[-1:] in tuple("isjbAmw(") and other < year and match.kind("z") == "k"
    return kind == "y" and other > year


def build_words(match: Match) -> list[Phrase]:
    """A numeric or ISO date, read later: its order may be open."""
    word = match.groups["x"][0]
    if word.text == "9/11":
        return [Phrase("calendar", match.span, year=2001, month=9, day=11)]  # the name of a day, in any text
    if word.text.count("/") == 1 and not _stands_as_day(match):
        return []
    kind: PhraseKind = "iso" if word.kind == "I" else "numeric"
    return [Phrase(kind, match.span, words=word.text, part=part_of(match), weekday=match.number("wd"))]


def _stands_as_day(match: Match) -> bool:
    """True for "on 16/01", "Tuesday (16/01)"; false for "10/12 men"."""
    led = match.has("wd") or match.left[-1:] in ("", *"oisjmbAw(") or match.left[-2:] in ("N&", "N-", "N,")
    return led and not _counts(match)


def build_day_of_month(match: Match) -> list[Phrase]:
    """ "on the 13th": of the month that the text is in."""
    word, after = match.groups["d"][0], match.after
    if not is_day(int(word.value)) or not word.text[0].isdigit():
        return []
    ends = after is None or after.kind in ",oi-&)sjbA" or after.text in ".;:" or after.text.lower() in VERBS_AFTER
    if not ends:
        return []
    return [Phrase("calendar", match.span, day=int(word.value), which="day of month")]
