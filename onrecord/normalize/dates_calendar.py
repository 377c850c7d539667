"""Stamps: calendar units of any size, from a day to a century, also before Christ; their ends and TIMEX3 values."""

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import MAXYEAR, MINYEAR, date, timedelta
from typing import Final, Literal

from onrecord.model.codes import DatePrecision

Size = Literal["day", "weekend", "week", "month", "season", "half", "quarter", "year", "decade", "century"]

PRECISION: Final[dict[Size, DatePrecision]] = {
    "day": "day",
    "weekend": "days",
    "week": "week",
    "month": "month",
    "season": "season",
    "quarter": "season",
    "half": "season",
    "year": "year",
    "decade": "unknown",
    "century": "unknown",
}
# Northern, meteorological seasons. "The winter of 2022" may be either winter of the year, so both are covered.
SEASON_MONTHS: Final = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 14)}
SEASONS: Final = ("WI", "SP", "SU", "FA")


@dataclass(frozen=True, slots=True)
class Stamp:
    """One calendar unit. `year` is negative before Christ; `index` counts the month (1–12), ISO week, half or quarter.

    A week's `year` is its ISO year; a decade's and a century's is the first year of it (1990, 1900).
    """

    size: Size
    year: int
    index: int = 0
    day: int = 0
    season: str = ""

    @property
    def first(self) -> date | None:
        """The first day, or None where Python's calendar does not reach."""
        return self._ends()[0]

    @property
    def last(self) -> date | None:
        """The last day, or None where Python's calendar does not reach."""
        return self._ends()[1]

    @property
    def month(self) -> int | None:
        """The month that the unit lies in, or None for units longer than a month."""
        if self.size in ("day", "month"):
            return self.index
        return self.first.month if self.size in ("week", "weekend") and self.first else None

    def _ends(self) -> tuple[date | None, date | None]:
        if not MINYEAR < self.year < MAXYEAR - 100:
            return None, None
        match self.size:
            case "day":
                one = date(self.year, self.index, self.day)
                return one, one
            case "week" | "weekend":
                monday = date.fromisocalendar(self.year, self.index, 1)
                return monday + timedelta(5 if self.size == "weekend" else 0), monday + timedelta(6)
            case "month":
                return _months(self.year, self.index, self.index)
            case "season":
                begin, end = SEASON_MONTHS[self.season]
                return _months(self.year - (self.season == "WI"), begin, end + (12 if self.season == "WI" else 0))
            case "half" | "quarter":
                length = 6 if self.size == "half" else 3
                return _months(self.year, (self.index - 1) * length + 1, self.index * length)
            case _:
                years = {"year": 1, "decade": 10, "century": 100}[self.size]
                return date(self.year, 1, 1), date(self.year + years - 1, 12, 31)

    @property
    def timex(self) -> str:
        """The TIMEX3 value: "2024-01-09", "2024-W02", "2023-SU", "199" for the 1990s, "BC0264"."""
        era, year = ("BC", -self.year) if self.year < 0 else ("", self.year)
        match self.size:
            case "day":
                return f"{era}{year:04}-{self.index:02}-{self.day:02}"
            case "week":
                return f"{era}{year:04}-W{self.index:02}"
            case "weekend":
                return f"{era}{year:04}-W{self.index:02}-WE"
            case "month":
                return f"{era}{year:04}-{self.index:02}"
            case "season":
                return f"{era}{year:04}-{self.season}"
            case "half" | "quarter":
                return f"{era}{year:04}-{'H' if self.size == 'half' else 'Q'}{self.index}"
            case "decade":
                return f"{era}{year // 10:03}"
            case "century":
                return f"{era}{year // 100:02}"
            case _:
                return f"{era}{year:04}"


def _months(year: int, begin: int, end: int) -> tuple[date, date]:
    """The first day of month `begin` and the last of month `end` of a year; months count on past December."""
    first = date(year + (begin - 1) // 12, (begin - 1) % 12 + 1, 1)
    year, month = year + (end - 1) // 12, (end - 1) % 12 + 1
    return first, date(year, month, monthrange(year, month)[1])


def day_stamp(day: date) -> Stamp:
    """The stamp of a day."""
    return Stamp("day", day.year, day.month, day.day)


def make_day(year: int, month: int, day: int) -> Stamp | None:
    """The stamp of a day, None where the calendar has no such day (30 February)."""
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    length = monthrange(year if 1 <= year <= 9000 else 2000, month)[1]
    return Stamp("day", year, month, day) if day <= length else None


def containing(stamp: Stamp, size: Size) -> Stamp | None:
    """The unit of a size that holds a stamp: the month of a day. None where it does not lie within one."""
    match size:
        case "day":
            return stamp if stamp.size == "day" else None
        case "week" | "weekend":
            if stamp.first is None or stamp.size not in ("day", "week", "weekend"):
                return None
            iso = stamp.first.isocalendar()
            return Stamp(size, iso.year, iso.week)
        case "month":
            return Stamp("month", stamp.year, stamp.month) if stamp.month else None
        case "year":
            return Stamp("year", stamp.year) if stamp.size not in ("decade", "century") else None
        case "decade":
            start = abs(stamp.year) // 10 * 10
            return Stamp("decade", start if stamp.year > 0 else -start) if stamp.size != "century" else None
        case "century":
            start = abs(stamp.year) // 100 * 100
            return Stamp("century", start if stamp.year > 0 else -start)
        case _:
            return None


def shifted(stamp: Stamp, n: int, size: Size) -> Stamp | None:
    """The stamp moved by n units; its size becomes the smaller of its own and the unit's.

    Moving a month by two days has no answer: None.
    """
    match size:
        case "day" | "week" | "weekend":
            return _shifted_by_days(stamp, n, size)
        case "month":
            return _shifted_by_months(stamp, n)
        case _:
            years = {"year": 1, "decade": 10, "century": 100}.get(size)
            return _shifted_by_years(stamp, n * years) if years else None


def _shifted_by_days(stamp: Stamp, n: int, size: Size) -> Stamp | None:
    if stamp.first is None or stamp.size not in ("day", "week", "weekend") or (size == "day" and stamp.size != "day"):
        return None
    try:
        moved = stamp.first + timedelta(n * (1 if size == "day" else 7))
    except OverflowError:
        return None
    return containing(day_stamp(moved), stamp.size)


def _shifted_by_months(stamp: Stamp, n: int) -> Stamp | None:
    if stamp.month is None:
        return None
    count = stamp.year * 12 + stamp.month - 1 + n
    year, month = count // 12, count % 12 + 1
    if stamp.size != "day" or not 1 <= year <= 9000:
        return Stamp("month", year, month)
    return Stamp("day", year, month, min(stamp.day, monthrange(year, month)[1]))


def _shifted_by_years(stamp: Stamp, years: int) -> Stamp | None:
    year = stamp.year + years
    if not -9000 <= year <= 9000 or year == 0:
        return None
    if stamp.size == "day":
        return make_day(year, stamp.index, stamp.day) or make_day(year, stamp.index, stamp.day - 1)
    if stamp.size in ("week", "weekend"):
        return Stamp("year", year)
    return replace(stamp, year=year)
