"""Builders of the date grammar for dates told from another day: weekdays, "last week", "two days later"."""

from onrecord.normalize.dates_match import STEPS, WHICH, Match, count_of, part_of, position_of
from onrecord.normalize.dates_phrase import Base, Phrase


def build_weekday(match: Match) -> list[Phrase]:
    """ "Tuesday", "last Tuesday", "early on Tuesday", "Tuesday afternoon"."""
    which = WHICH.get(match.kind("lead"), "")
    return [Phrase("weekday", match.span, weekday=match.number("wd"), which=which, part=part_of(match))]


def build_weekdays(match: Match) -> list[Phrase]:
    """A range: "between Monday and Thursday"."""
    return [Phrase("weekday", match.span, weekday=match.number("wd", "wd3"), end_weekday=match.number("wd2"))]


def build_night(match: Match) -> list[Phrase]:
    """The night between two weekdays: "the night of Sunday to Monday"; the second must follow the first."""
    first, second = match.number("wd"), match.number("wd2")
    if first is None or second is None or (second - first) % 7 != 1:
        return []
    return [Phrase("night", match.span, weekday=second)]


def build_overnight(match: Match) -> list[Phrase]:
    """ "overnight" with a weekday: "overnight Sunday" begins that day, "overnight on Sunday" ends on it."""
    if match.text_of("T") != "overnight":
        return []
    weekday = match.number("wd") or 0
    return [Phrase("night", match.span, weekday=weekday if match.has("prep") else (weekday + 1) % 7)]


def build_today(match: Match) -> list[Phrase]:
    """ "today", "yesterday morning", "overnight"."""
    word = match.text_of("T")
    if word.startswith("overnight"):
        return [Phrase("night", match.span)]
    part = "TNI" if word.startswith("tonight") else part_of(match)
    return [Phrase("unit", match.span, size="day", n=match.number("T") or 0, part=part, which="today")]


def build_part_of_day(match: Match) -> list[Phrase]:
    """ "last night", "this morning", "that night", "the next morning", "the same evening"."""
    lead = match.kind("lead")
    base: Base = "now" if lead in "gl" else "text"
    return [Phrase("unit", match.span, size="day", n=STEPS.get(lead, 0), base=base, part=match.meaning("part"))]


def build_unit(match: Match) -> list[Phrase]:
    """ "last week", "earlier this month", "the following day", "that same year"."""
    size, lead = match.meaning("u"), match.kind("lead")
    if lead == "g" and match.text_of("lead") == "these":
        return [Phrase("vague", match.span, timex="PRESENT_REF")] if match.text_of("u") == "days" else []
    if match.text_of("u").endswith("s") and not match.text_of("u").endswith("'s"):
        return []
    if lead == "l" and size == "day":
        return []  # "the last day of the fighting"
    if lead == "l" and match.has("the"):
        return [Phrase("period", match.span, size=size, n=-1)]
    told = match.has("the") or lead in "GYXv"  # "the next day" counts from the text, "next week" from publication
    position = position_of(match) or {"R": "earlier", "L": "later"}.get(match.kind("rel"), "")
    base: Base = "text" if told else "now"
    n = STEPS.get(lead, 0)
    return [Phrase("unit", match.span, size=size, n=n, base=base, position=position, part=part_of(match))]


def build_weekend(match: Match) -> list[Phrase]:
    """ "over the weekend", "last weekend": the last one that has begun, "next weekend" the coming one."""
    n = 1 if match.kind("lead") in ("x", "X") else 0
    return [Phrase("unit", match.span, size="weekend", n=n)]


def build_rest_of_unit(match: Match) -> list[Phrase]:
    """ "the end of the year", "later in the month", "month's end": of the year or month that the text is in."""
    if match.meaning("u") in ("day", "week"):
        return []
    position = position_of(match) or ("late" if match.has("end") else "")
    return [Phrase("unit", match.span, size=match.meaning("u"), base="text", position=position)]


def build_ago(match: Match) -> list[Phrase]:
    """ "ten days ago", "a few weeks ago": counted from publication."""
    n, fuzzy = count_of(match)
    return [Phrase("offset", match.span, size=match.meaning("u"), n=-n, fuzzy=fuzzy or not match.has("n"), base="now")]


def build_later(match: Match) -> list[Phrase]:
    """ "two days later", "a year earlier": counted from the text's last date."""
    n, fuzzy = count_of(match)
    n = n if match.kind("rel") in "LX" else -n
    return [Phrase("offset", match.span, size=match.meaning("u"), n=n, fuzzy=fuzzy or not match.has("n"), base="text")]


def build_from_event(match: Match) -> list[Phrase]:
    """ "the day after", "two days before", "on the eve of": counted from the date of what follows."""
    n, fuzzy = count_of(match)
    n = -n if match.has("Q") or match.kind("rel") == "b" else n
    size = match.meaning("u") or "day"
    return [Phrase("offset", match.span, size=size, n=n, fuzzy=fuzzy, base="event")]


def build_period(match: Match) -> list[Phrase]:
    """ "in the past 24 hours", "over the next two weeks", "in less than two years"."""
    n, fuzzy = count_of(match)
    n = n if match.kind("lead") in ("x", "X") else -n
    return [Phrase("period", match.span, size=match.meaning("u"), n=n, fuzzy=fuzzy)]


def build_vague(match: Match) -> list[Phrase]:
    """ "now", "recently", "present-day": TIMEX3 marks them, and no day can be told."""
    the_former = match.text_of("P") == "former" and match.before is not None and match.before.kind == "t"
    if the_former and (match.after is None or not match.after.text[0].isupper()):
        return []  # "the former" of two
    return [Phrase("vague", match.span, timex=match.meaning("P") or "PRESENT_REF")]
