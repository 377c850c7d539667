"""Days that no words of a telling state: the day of the telling before it, or the report's own day.

They are anchored "report" and yield to any day that is told of the same happening.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from statistics import median
from typing import Final

from onrecord.claims.part import Part
from onrecord.claims.when_words import is_of_a_life
from onrecord.model.codes import FAMILY_OF
from onrecord.model.reading import EventMention, Reading
from onrecord.model.values import REPORT_ANCHOR, Interval

DAYS_TO_PRINT: Final = 3
LEAD_SENTENCES: Final = 3  # what the lead tells without a date is news of the day
FEW_SENTENCES: Final = 3
NOTE_SENTENCES: Final = 10  # the longest text that is one note
CARRIED_SENTENCES: Final = 2  # a story goes on on the day it began, for so many sentences of a paragraph
BEGINNING_SENTENCES: Final = 6  # where a report says which days it is about
LEAD_TRAILS_DAYS: Final = 4  # a lead tells what happened so many days ago at the most
NEWS_DAYS: Final = 10  # a day further off than this is background, not the day of the news
MIN_OWN_DATES: Final = 8  # a history tells so many dates ...
HISTORY_DAYS: Final = 730  # ... half of them so far from its publication


def assume_days(reading: Reading, told: Iterable[Part]) -> Iterator[Part]:
    """The days assumed for the event mentions that no words date, in text order."""
    days = {part.event_id: part for part in told}
    report, note = report_day(reading), _is_note(reading)
    own = _day_of_note(reading, days, report) if note else None
    looks_back = not note and _looks_back(reading, report)
    for event in reading.events:
        if event.id in days or event.modality != "asserted" or _is_past_of_past(reading, event):
            continue
        if event.apart and not note:
            continue
        part = _carried(reading, event, days, report) or _told_later(reading, event, days, report)
        part = part or (None if looks_back else _of_report(reading, event, own or report, note))
        if part is not None:
            yield part


def _is_note(reading: Reading) -> bool:
    """True for a short text, of one paragraph or of few sentences: it tells of one happening from first to last."""
    last = reading.sentences[-1] if reading.sentences else None
    return last is not None and (last.index < FEW_SENTENCES or (last.paragraph == 0 and last.index < NOTE_SENTENCES))


def _day_of_note(reading: Reading, days: dict[str, Part], report: date | None) -> date | None:
    """The one older day that a note tells for its acts: what it tells without a day happened then too."""
    acts = [days[event.id].value for event in reading.events if event.id in days and event.set_aside is None]
    told = {value.earliest for value in acts if isinstance(value, Interval) and value.earliest == value.latest}
    day = next(iter(told)) if len(told) == 1 else None
    return day if day and report and (report - day).days > NEWS_DAYS else None


def _looks_back(reading: Reading, report: date | None) -> bool:
    """True where the beginning of a report goes back to older days: a trial, an anniversary, a toll that rose."""
    values = [
        mention.value
        for sentence in reading.sentences[:BEGINNING_SENTENCES]
        for mention in reading.mentions_in(sentence.span, "DATE")
        if not ((token := sentence.at(mention.span)) and is_of_a_life(sentence, token))
    ]
    ends = [value.latest for value in values if isinstance(value, Interval) and value.earliest and value.latest]
    return report is not None and any((report - end).days > NEWS_DAYS for end in ends)


def _is_past_of_past(reading: Reading, event: EventMention) -> bool:
    """True for an act that lay behind the acts of the news: "they had been abducted"."""
    sentence = reading.sentences[event.sentence]
    token = sentence.tokens[event.token]
    verb = next((t for t in (token, *sentence.ancestors(token)) if t.pos == "VERB"), None)
    return verb is not None and any(aux.lower in ("had", "'d") for aux in sentence.kids(verb, "aux"))


def report_day(reading: Reading) -> date | None:
    """The day of the report: its date line shortly before its publication, else that; None for a history."""
    dates = [m.value for m in reading.mentions if m.label == "DATE" and isinstance(m.value, Interval)]
    line = next(
        (value.earliest for value in dates if value.anchor == "dateline" and value.earliest == value.latest), None
    )
    published = reading.document.published
    day = line if line and published and 0 <= (published - line).days <= DAYS_TO_PRINT else published or line
    gaps = [abs((value.earliest - day).days) for value in dates if day and value.earliest]
    return None if len(gaps) >= MIN_OWN_DATES and median(gaps) >= HISTORY_DAYS else day


def _of_report(reading: Reading, event: EventMention, report: date | None, note: bool) -> Part | None:
    """The day of the news for an act of the lead: the day that the lead names, else that of the report.

    A note tells of its own day; a longer report may tell of the day before.
    """
    if report is None or not (note or (_is_in_lead(reading, event) and not event.plural)):
        return None
    first = report if note else report - timedelta(1)
    value = _lead_day(reading, report) or Interval(first, report, "day" if note else "days")
    return Part(event.id, "when", event.trigger, replace(value, anchor=REPORT_ANCHOR), own=False)


def _is_in_lead(reading: Reading, event: EventMention) -> bool:
    return event.sentence < LEAD_SENTENCES + reading.opening


def _told_later(reading: Reading, event: EventMention, days: dict[str, Part], report: date | None) -> Part | None:
    """The day of the news that the rest of a report tells first, for an act of its lead: "The shooting ... Sunday"."""
    if not _is_in_lead(reading, event) or event.plural:
        return None
    for other in reading.events:
        part = days.get(other.id)
        same = FAMILY_OF[other.type] == FAMILY_OF[event.type] and other.modality == "asserted"
        if part is not None and same and other.sentence > event.sentence and _is_news_day(part, report):
            return _assumed(event, part) if _trails(part, report) else None
    return None


def _trails(part: Part, report: date | None) -> bool:
    """True where a day is so near the report's that its lead can tell it as the news."""
    day = part.value.latest if isinstance(part.value, Interval) else None
    return report is None or day is None or (report - day).days <= LEAD_TRAILS_DAYS


def _lead_day(reading: Reading, report: date | None) -> Interval | None:
    """The first day of the news that the lead names, whatever it dates."""
    for sentence in reading.sentences[: LEAD_SENTENCES + reading.opening]:
        for mention in reading.mentions_in(sentence.span, "DATE"):
            if isinstance(mention.value, Interval) and _is_news(mention.value, report):
                return mention.value
    return None


def _assumed(event: EventMention, part: Part) -> Part:
    """The day of another telling, lent to an event mention."""
    value = part.value
    lent = replace(value, anchor=REPORT_ANCHOR) if isinstance(value, Interval) else None
    return Part(event.id, "when", event.trigger, lent, own=False)


def _carried(reading: Reading, event: EventMention, days: dict[str, Part], report: date | None) -> Part | None:
    """The day of the last telling before it in its paragraph, where that is a day of the news."""
    paragraph = reading.sentences[event.sentence].paragraph
    for other in reversed(reading.events):
        gap = event.sentence - other.sentence
        if other.id not in days or not 0 < gap <= CARRIED_SENTENCES:
            continue
        part = days[other.id]
        if reading.sentences[other.sentence].paragraph == paragraph and _is_news_day(part, report):
            return _assumed(event, part)
        return None
    return None


def _is_news_day(part: Part, report: date | None) -> bool:
    """True for a day or night of the last days that is told of an act, not of what followed it."""
    value = part.value
    return isinstance(value, Interval) and value.anchor != REPORT_ANCHOR and _is_news(value, report)


def _is_news(value: Interval, report: date | None) -> bool:
    """True for a day or night told, of the last days before the report."""
    if value.earliest is None or value.latest is None or value.precision not in ("day", "night"):
        return False
    return report is None or 0 <= (report - value.earliest).days <= NEWS_DAYS
