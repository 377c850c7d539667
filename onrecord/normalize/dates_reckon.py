"""Reckoning with dates: the year of a date without one, the day of a weekday, counted units, numeric orders."""

import re
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from onrecord.model.codes import DatePrecision
from onrecord.model.values import Interval
from onrecord.normalize.dates_calendar import Size, Stamp, containing, make_day, shifted
from onrecord.normalize.dates_context import Context, read_numeric
from onrecord.normalize.dates_phrase import Phrase

MONTHS_IN_YEAR: Final = 12
FRESH_DAYS: Final = 3  # of two readings of "03/04" the news means the one just past
FUTURE_DAYS: Final = 30  # "January 19" said on 9 January is the coming one, not last year's


def span_of(begin: Stamp, end: Stamp, precision: DatePrecision, anchor: str) -> Interval:
    """The interval from one stamp to another; its TIMEX3 value is ISO's "begin/end"."""
    return Interval(begin.first, end.last, precision, f"{begin.timex}/{end.timex}", anchor)


def narrowed(stamp: Stamp, position: str) -> tuple[date | None, date | None]:
    """The ends of a stamp, narrowed: "early" leaves the first half, "mid" the middle half, "late" the last half."""
    first, last = stamp.first, stamp.last
    if first is None or last is None or position not in ("early", "mid", "late") or stamp.size == "day":
        return first, last
    length = (last - first).days
    if position == "early":
        return first, first + timedelta(length // 2)
    if position == "late":
        return last - timedelta(length // 2), last
    return first + timedelta(length // 4), last - timedelta(length // 4)


def calendar_stamp(phrase: Phrase, year: int) -> Stamp | None:
    """The stamp of a calendar phrase in a year."""
    if phrase.size == "decade":
        return Stamp("decade", year)
    if phrase.size in ("half", "quarter"):
        return Stamp("half" if phrase.size == "half" else "quarter", year, phrase.n)
    if phrase.month and phrase.day:
        return make_day(year, phrase.month, phrase.day)
    if phrase.month:
        return Stamp("month", year, phrase.month)
    return Stamp("season", year, season=phrase.season) if phrase.season else Stamp("year", year)


def past_year(phrase: Phrase, now: Stamp) -> int | None:
    """The year of a date said on a day: the last such date, or a coming one that is near or that the words await."""
    candidates = [calendar_stamp(phrase, now.year + step) for step in (1, 0, -1)]
    fitting = [stamp for stamp in candidates if stamp and phrase.day and _falls_on(stamp, phrase.weekday)]
    if len(fitting) == 1 and not any(_is_close(stamp, now) for stamp in candidates if stamp):
        return fitting[0].year
    for stamp in candidates:
        if stamp is None or stamp.first is None or now.first is None:
            continue
        days = (stamp.first - now.first).days
        near = FUTURE_DAYS if phrase.day else 0
        if phrase.ahead and not phrase.which.startswith("last"):
            near = 300
        if phrase.which.startswith("next") and 0 < days <= 366:
            return stamp.year
        if phrase.which.startswith("last"):
            if stamp.last is not None and stamp.last < now.first:  # "last May", said in May, is over
                return stamp.year
        elif days <= near:
            return stamp.year
    return None


def _is_close(stamp: Stamp, now: Stamp) -> bool:
    """True where a day is so near the report's that a weekday that does not fit is a slip of the pen."""
    if stamp.first is None or now.first is None:
        return False
    return -FUTURE_DAYS <= (now.first - stamp.first).days <= FUTURE_DAYS


def _falls_on(stamp: Stamp, weekday: int | None) -> bool:
    return weekday is not None and stamp.first is not None and stamp.first.weekday() == weekday


def weekday_stamp(base: Stamp, phrase: Phrase, told: bool) -> Stamp | None:
    """The day of a weekday: the last one (the day itself counts), the coming one where the words look ahead."""
    if base.first is None or phrase.weekday is None:
        return None
    back = (base.first.weekday() - phrase.weekday) % 7
    ahead = -back % 7
    if not told:
        return shifted(base, ahead, "day")
    if phrase.which == "last":
        return shifted(base, -(back or 7), "day")
    if phrase.which == "next" or phrase.ahead:
        return shifted(base, ahead or 7, "day") if phrase.which == "next" else shifted(base, ahead, "day")
    return shifted(base, -back, "day")


def counted(base: Stamp | None, n: int, size: Size) -> Stamp | None:
    """A stamp n units away, as coarse as the unit: two years before 9 January 2024 is 2022."""
    if base is None:
        return None
    moved = shifted(base, n, size)
    return moved and (containing(moved, size) or moved)


def period_timex(phrase: Phrase) -> str:
    """The TIMEX3 duration of a period: "the past 24 hours" is PT24H."""
    letter = {"day": "D", "week": "W", "fortnight": "W", "month": "M", "year": "Y", "decade": "DE", "century": "CE",
              "hour": "H", "minute": "M"}[phrase.size]  # fmt: skip
    count = "X" if phrase.fuzzy else str(abs(phrase.n) * (2 if phrase.size == "fortnight" else 1))
    return f"P{'T' if phrase.size in ('hour', 'minute') else ''}{count}{letter}"


def numeric_readings(phrase: Phrase, context: Context, last: Stamp | None) -> tuple[list[Stamp], str]:
    """The days that a numeric date can mean, one or two, and what it was resolved against; the past is preferred."""

    def year_of(month: int, day: int) -> int | None:
        if context.now is None:
            return last.year if last else None
        if not 1 <= month <= MONTHS_IN_YEAR:
            return None
        return past_year(replace(phrase, month=month, day=day), context.now)

    days = read_numeric(phrase, context.month_first, year_of)
    anchor = "none" if len(re.split(r"[./-]", phrase.words)) == 3 else context.source
    if len(days) == 2 and context.now and context.now.first:
        gaps = {day: (context.now.first - day.first).days for day in days if day.first}
        past = [day for day in days if gaps[day] >= -1]
        fresh = [day for day in past if gaps[day] <= FRESH_DAYS]
        if len(past) == 1 or len(fresh) == 1:
            return (fresh if len(fresh) == 1 else past), context.source
    return days, anchor
