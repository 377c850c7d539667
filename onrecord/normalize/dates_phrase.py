"""Phrases: what date words say by themselves, before they are resolved against a day."""

from dataclasses import dataclass
from typing import Literal

from onrecord.model.document import Span

Base = Literal["now", "text", "event"]  # publication; the running text; the event named after the words
PhraseKind = Literal[
    "calendar", "weekday", "unit", "offset", "period", "numeric", "iso", "vague", "holiday", "century", "night"
]


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that tell a time, as read from the words alone. Which fields are set depends on `kind`.

    calendar: year, month, day (`end_day` of a range), season, weekday · weekday and night: weekday, `end_weekday`,
    which · unit: the unit `size`, `n` units away from `base` · offset: counted, `n` units from `base` ·
    period: the last (n < 0) or next units up to `base` · numeric, iso, holiday: `words` · vague: `timex`.
    """

    kind: PhraseKind
    span: Span
    year: int | None = None
    month: int | None = None
    day: int | None = None
    end_day: int | None = None
    season: str = ""
    weekday: int | None = None
    end_weekday: int | None = None
    size: str = ""
    n: int = 0
    fuzzy: bool = False
    which: str = ""  # "last", "next", "this", "that": said before a weekday, or of the year
    base: Base = "now"
    position: str = ""  # "early", "mid", "late"
    part: str = ""  # TMO, TAF, TEV, TNI, TDT
    words: str = ""
    timex: str = ""
    bc_only: bool = False  # three digits: a year only in a text about the time before Christ
    lead: str = ""  # "since" or "until": an open end; "aside": in brackets, or the end of a range of years
    ahead: bool = False  # the sentence looks ahead
    opens: bool = False  # near the beginning of its paragraph
    leads: bool = False  # near the beginning of its sentence
    apposed: bool = False  # set off by a comma from a date before it: "on Friday, a day after"
