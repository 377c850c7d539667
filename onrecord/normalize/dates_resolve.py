"""From phrases to intervals: each phrase resolved against the day of publication or the running text."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from onrecord.model.codes import DatePrecision
from onrecord.model.values import Interval
from onrecord.normalize.dates_calendar import PRECISION, Size, Stamp, containing, day_stamp, make_day, shifted
from onrecord.normalize.dates_context import Context
from onrecord.normalize.dates_phrase import Phrase
from onrecord.normalize.dates_reckon import (
    calendar_stamp,
    counted,
    narrowed,
    numeric_readings,
    past_year,
    period_timex,
    span_of,
    weekday_stamp,
)
from onrecord.normalize.dates_running import Running

FIRST_BARE_YEAR: Final = 1000  # "499" alone is no year, or one before Christ
SIZES: Final[dict[str, Size]] = {
    "day": "day", "week": "week", "fortnight": "week", "month": "month", "year": "year", "decade": "decade",
    "century": "century", "weekend": "weekend",
}  # fmt: skip


class Resolver:
    """Resolves the phrases of one document in text order; holds what the running text has told so far."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.running = Running()

    def resolve(self, phrase: Phrase, following: Phrase | None) -> Interval | None:
        """The interval of a phrase; `following` is the next date of its sentence, for "the day after"."""
        match phrase.kind:
            case "calendar":
                return self._calendar(phrase)
            case "weekday":
                return self._weekday(phrase)
            case "unit":
                return self._unit(phrase)
            case "offset":
                return self._offset(phrase, following)
            case "period":
                return self._period(phrase)
            case "night":
                return self._night(phrase)
            case "century":
                return self._century(phrase)
            case "iso":
                return self._iso(phrase)
            case "numeric":
                return self._numeric(phrase)
            case _:
                return Interval(None, None, "unknown", phrase.timex, "none")

    # What a stamp becomes

    def _tell(self, stamp: Stamp | None, phrase: Phrase, anchor: str) -> Interval | None:
        """The interval of a stamp, narrowed by "early" or "late"; the running text moves on to it."""
        if stamp is None:
            return None
        self.running.see(stamp, phrase)
        first, last = narrowed(stamp, phrase.position)
        precision = PRECISION[stamp.size]
        timex = stamp.timex
        if stamp.size == "day" and phrase.part:
            timex += phrase.part
            precision = "night" if phrase.part == "TNI" else "day"
        return Interval(first, last, precision, timex, anchor)

    # Calendar dates

    def _calendar(self, phrase: Phrase) -> Interval | None:
        year, anchor = self._year_of(phrase)
        if year is None:
            return self._yearless(phrase)
        if phrase.end_day and phrase.day and phrase.month:
            return self._day_range(phrase, year, anchor)
        if phrase.size == "week":
            return self._week_of_month(phrase, year, anchor)
        return self._tell(calendar_stamp(phrase, year), phrase, anchor)

    def _year_of(self, phrase: Phrase) -> tuple[int | None, str]:
        """The year that a phrase tells by itself or in words ("of that year"), and what it was resolved against."""
        if phrase.year is not None:
            return self._told_year(phrase, phrase.year)
        now, last = self.context.now, self.running.last
        if phrase.which in ("this", "last", "next"):
            base = now or last
            step = {"this": 0, "last": -1, "next": 1}[phrase.which]
            return (base.year + step, self.context.source if now else "text") if base else (None, "none")
        if phrase.which == "that" and last:
            return last.year, "text"
        if phrase.size == "half" or phrase.which == "day of month":
            return None, "none"
        if now is not None:
            return past_year(phrase, now), self.context.source
        return self.running.year_of(phrase), "text"

    def _told_year(self, phrase: Phrase, year: int) -> tuple[int | None, str]:
        """The year as told; in a text about the time before Christ a bare "499" is meant so too."""
        if phrase.bc_only or (self.context.before_christ and 0 < year < FIRST_BARE_YEAR):
            return (-year, "text") if self.context.before_christ else (None, "none")
        return year, "none"

    def _yearless(self, phrase: Phrase) -> Interval | None:
        """A date whose year nothing tells: the TIMEX3 value keeps what is known."""
        if phrase.which == "day of month":
            return self._day_of_month(phrase)
        month = f"-{phrase.month:02}" if phrase.month else ""
        day = f"-{phrase.day:02}" if phrase.day else ""
        rest = month + day or (f"-{phrase.season}" if phrase.season else "")
        return Interval(None, None, "unknown", "XXXX" + rest, "none") if rest else None

    def _day_of_month(self, phrase: Phrase) -> Interval | None:
        base = self.running.last or self.context.now
        if base is None or base.month is None or phrase.day is None:
            return None
        return self._tell(make_day(base.year, base.month, phrase.day), phrase, "text")

    def _week_of_month(self, phrase: Phrase, year: int, anchor: str) -> Interval | None:
        """ "the first week of May" is its first seven days, "the last week" its last seven."""
        month = Stamp("month", year, phrase.month or 1)
        if month.first is None or month.last is None:
            return None
        self.running.see(month, phrase)
        begin = month.last - timedelta(6) if phrase.n < 0 else month.first + timedelta(7 * (phrase.n - 1))
        return Interval(begin, begin + timedelta(6), "week", "P1W", anchor)

    def _day_range(self, phrase: Phrase, year: int, anchor: str) -> Interval | None:
        begin = make_day(year, phrase.month or 0, phrase.day or 0)
        end = make_day(year, phrase.month or 0, phrase.end_day or 0)
        if begin is None or end is None:
            return None
        self.running.see(begin, phrase)
        self.running.see(end, phrase)
        return span_of(
            begin, end, "night" if phrase.part == "TNI" and phrase.end_day == (phrase.day or 0) + 1 else "days", anchor
        )

    def _century(self, phrase: Phrase) -> Interval | None:
        """The century of a count: the 19th is 1800 to 1899; before Christ TIMEX3 has no days for it."""
        year = phrase.year or 0
        if phrase.n < 0 or year == 0:
            era = "BC" if phrase.n < 0 else ""
            return Interval(None, None, "unknown", f"{era}{year // 100:02}", "none")
        return self._tell(Stamp("century", year), phrase, "none")

    # Weekdays and nights

    def _weekday(self, phrase: Phrase) -> Interval | None:
        base, anchor = self._today()
        if base is None or phrase.weekday is None:
            return Interval(None, None, "unknown", f"XXXX-WXX-{(phrase.weekday or 0) + 1}", "none")
        stamp = weekday_stamp(base, phrase, told=anchor != "text")
        if phrase.end_weekday is not None and stamp is not None and stamp.first is not None:
            length = (phrase.end_weekday - (phrase.weekday or 0)) % 7
            end = shifted(stamp, length, "day")
            if anchor != "text" and end and end.first and base.first and end.first > base.first and not phrase.ahead:
                stamp, end = shifted(stamp, -7, "day"), shifted(end, -7, "day")
            if stamp and end:
                self.running.see(end, phrase)
                return span_of(stamp, end, "days", anchor)
        return self._tell(stamp, phrase, anchor)

    def _today(self) -> tuple[Stamp | None, str]:
        """The day that a relative date counts from: publication, else the last day that the text told."""
        if self.context.now is not None:
            return self.context.now, self.context.source
        return self.running.day, "text"

    def _night(self, phrase: Phrase) -> Interval | None:
        """The night into a day: "overnight" is the night before publication."""
        base, anchor = self._today()
        if base is None:
            return Interval(None, None, "unknown", "XXXX-XX-XXTNI", "none")
        found = weekday_stamp(base, phrase, told=anchor != "text") if phrase.weekday is not None else base
        end = found or base
        begin = shifted(end, -1, "day")
        if begin is None:
            return None
        self.running.see(end, phrase)
        return Interval(begin.first, end.last, "night", begin.timex + "TNI", anchor)

    # Units, offsets and periods

    def _unit(self, phrase: Phrase) -> Interval | None:
        size = SIZES.get(phrase.size)
        if size is None:
            return None
        base, anchor = self._base(phrase)
        if phrase.which == "today" and self.context.now is None and self.running.day is None:
            return Interval(None, None, "unknown", "PRESENT_REF", "none")
        if base is None:
            return None
        within = containing(base, size)
        n = phrase.n - (size == "weekend" and _lies_ahead(within, base) and not phrase.ahead)
        stamp = shifted(within, n, size) if within else None
        value = self._tell(stamp, phrase, anchor)
        return self._cut(value, phrase, base) if value and phrase.position in ("earlier", "later") else value

    def _base(self, phrase: Phrase) -> tuple[Stamp | None, str]:
        if phrase.base == "now" and self.context.now is not None:
            return self.context.now, self.context.source
        return self.running.start_of(phrase.size), "text"

    def _cut(self, value: Interval, phrase: Phrase, base: Stamp) -> Interval:
        """ "earlier this week" ends on the day it is said, "later this week" begins there."""
        if base.size != "day" or base.first is None or value.earliest is None or value.latest is None:
            return value
        if phrase.position == "earlier" and phrase.n == 0:
            return replace(value, latest=max(value.earliest, min(value.latest, base.first)))
        if phrase.position == "later" and phrase.n == 0:
            return replace(value, earliest=min(value.latest, max(value.earliest, base.first)))
        return value

    def _offset(self, phrase: Phrase, following: Phrase | None) -> Interval | None:
        size = SIZES.get(phrase.size)
        if size is None:
            return None
        if phrase.base == "event":
            return self._from_event(phrase, size, following)
        base, anchor = self._base(phrase)
        n = phrase.n * (2 if phrase.size == "fortnight" else 1)
        if phrase.fuzzy:
            return self._vaguely(phrase, size, base, anchor)
        return self._tell(counted(base, n, size), phrase, anchor)

    def _vaguely(self, phrase: Phrase, size: Size, base: Stamp | None, anchor: str) -> Interval:
        """ "a few days ago": between two and seven units back, as far as the words go."""
        timex = "PAST_REF" if phrase.n < 0 else "FUTURE_REF"
        if anchor == "text" or base is None or phrase.n > 0:
            return Interval(None, None, "unknown", timex, anchor)
        first, last = shifted(base, -7, size), shifted(base, -2, size)
        if first is None or last is None:
            return Interval(None, None, "unknown", timex, anchor)
        return Interval(first.first, last.last, "days" if size == "day" else PRECISION[size], timex, anchor)

    def _from_event(self, phrase: Phrase, size: Size, following: Phrase | None) -> Interval | None:
        """ "the day after a bombing on December 29" is the day after the date that follows.

        Set off from a date before it ("on Saturday, a day after a bombing") it is that date; at the beginning of a
        sentence it counts from the last date told; else nobody can tell.
        """
        if following is not None:
            stamp = self._peek(following)
            return self._tell(counted(stamp, phrase.n, size), phrase, "text") if stamp else None
        if phrase.apposed:
            return self._tell(self.running.day, phrase, "text") if self.running.day else None
        if not self.context.history and not self._counts_from_text(phrase, size):
            return None
        return self._tell(counted(self.running.start_of(phrase.size), phrase.n, size), phrase, "text")

    def _counts_from_text(self, phrase: Phrase, size: Size) -> bool:
        """True where "two days after the vote" at the beginning of a sentence can count from the day told before it:
        whole days, and not beyond the report."""
        day, now = counted(self.running.day, phrase.n, size), self.context.now
        past = bool(day and day.first and now and now.first and day.first <= now.first)
        return phrase.leads and size == "day" and past

    def _peek(self, phrase: Phrase) -> Stamp | None:
        """The stamp of a phrase that stands further on; the running text stays where it is."""
        running = self.running
        self.running = replace(running)
        value = self.resolve(phrase, None)
        stamp = self.running.last
        self.running = running
        return stamp if value is not None and value.earliest is not None else None

    def _period(self, phrase: Phrase) -> Interval | None:
        """ "in the past 24 hours": from so far back until the day it is said."""
        n = abs(phrase.n)
        timex = period_timex(phrase)
        base = self.context.now
        if base is None or base.first is None:
            return Interval(None, None, "unknown", timex, "none")
        size = SIZES.get(phrase.size, "day")
        days = -(-n // 24) if phrase.size == "hour" else (1 if phrase.size == "minute" else n)
        step = days * (2 if phrase.size == "fortnight" else 1) * (7 if phrase.fuzzy else 3) // 3
        other = shifted(base, -step if phrase.n < 0 else step, size)
        if other is None or other.first is None:
            return Interval(None, None, "unknown", timex, "none")
        precision: DatePrecision = "days" if size in ("day", "week") else PRECISION[size]
        return Interval(
            min(base.first, other.first), max(base.first, other.first), precision, timex, self.context.source
        )

    # Numeric dates

    def _iso(self, phrase: Phrase) -> Interval | None:
        try:
            day = date.fromisoformat(phrase.words[:10])
        except ValueError:
            return None
        return self._tell(day_stamp(day), phrase, "none")

    def _numeric(self, phrase: Phrase) -> Interval | None:
        readings, anchor = numeric_readings(phrase, self.context, self.running.last)
        if len(readings) == 1:
            return self._tell(readings[0], phrase, anchor)
        if len(readings) != 2:
            return None
        one, two = sorted(readings, key=lambda stamp: (stamp.year, stamp.index, stamp.day))
        return Interval(one.first, two.last, "unknown", None, f"{one.timex} or {two.timex}")


def _lies_ahead(weekend: Stamp | None, base: Stamp) -> bool:
    """True on a weekday: "the weekend" is then the one before."""
    return bool(weekend and weekend.first and base.first and base.first < weekend.first)
