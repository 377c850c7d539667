"""The running text: what dates a text has told so far, and the year that its story is in."""

from dataclasses import dataclass
from typing import Final

from onrecord.normalize.dates_calendar import Stamp
from onrecord.normalize.dates_phrase import Phrase

MAX_STEP_YEARS: Final = 2  # a bare year further on is a look aside, unless it opens a paragraph
MAX_LEAP_YEARS: Final = 5  # a full date further off is a look aside, unless a second one follows it
MAX_OPENING_YEARS: Final = 10  # how far on a date that opens a paragraph may take the story; back, as far as it likes
MONTHS_TURN: Final = 9  # "January" after a date in October or later is next year's
SEASON_MONTH: Final = {"WI": 1, "SP": 4, "SU": 7, "FA": 10}


@dataclass(slots=True)
class Running:
    """`last` and `day` are the last date and the last day told; `year` and `month` are where the story is."""

    last: Stamp | None = None
    day: Stamp | None = None
    year: int | None = None
    month: int | None = None
    aside: int | None = None  # the year of the last look aside
    told: Stamp | None = None  # the last date of the story that told its month

    def see(self, stamp: Stamp, phrase: Phrase) -> None:
        """Moves on to a date; the story follows unless the date looks aside ("documents released in 2005")."""
        if stamp.size in ("decade", "century"):
            return
        self.last = stamp
        if stamp.size == "day":
            self.day = stamp
        if self._follows(stamp, phrase):
            self.month = stamp.month if stamp.month or stamp.year != self.year else self.month
            self.year, self.aside = stamp.year, None
            self.told = stamp if stamp.month else self.told
        else:
            self.aside = stamp.year

    def _follows(self, stamp: Stamp, phrase: Phrase) -> bool:
        """True where a date carries the story on."""
        if self.year is None:
            return True
        if phrase.kind in ("unit", "offset", "period"):
            return phrase.n > 0
        if phrase.year is None:
            return stamp.month is not None
        step = stamp.year - self.year
        if phrase.opens and not phrase.lead:
            return step <= MAX_OPENING_YEARS
        if stamp.month is None:
            return step == 0 or (0 < step <= MAX_STEP_YEARS and not phrase.lead)
        return abs(step) <= MAX_LEAP_YEARS or (
            self.aside is not None and abs(stamp.year - self.aside) <= MAX_STEP_YEARS
        )

    def year_of(self, phrase: Phrase) -> int | None:
        """The year of a date without one: that of the story, or the next where the months have turned."""
        month = phrase.month or SEASON_MONTH.get(phrase.season, 0)
        if phrase.day and self.month is None and self.told and 0 <= month - (self.told.month or 0) <= 1:
            return self.told.year  # "10 March 1975 ... planned for 1976 ... On 11 March"
        if self.year is None or self.month is None or not month:
            return self.year
        year = self.year + (1 if self.month - month >= MONTHS_TURN else 0)
        return year or 1

    def start_of(self, size: str) -> Stamp | None:
        """The date that "two days later" counts from: the last day for days, else the last date."""
        return self.day if size == "day" else self.last
