"""Values in plain words, for the table and the page. Never "confirmed": only who says what."""

from datetime import date
from textwrap import shorten
from typing import Final

from onrecord.model.claim import Claim, Voice
from onrecord.model.codes import Modality
from onrecord.model.document import Document
from onrecord.model.incident import Toll
from onrecord.model.values import (
    Act,
    Actor,
    Interval,
    Place,
    Quantity,
    Target,
    ThingFigure,
    TollFigure,
    Value,
    WeaponUse,
)
from onrecord.registry import lexicon

MAX_TITLE_CHARS: Final = 76
NOT_STATED: Final = "not stated"
MONTHS: Final = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
WEEKDAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def code_words(code: str) -> str:
    """A code in plain words: `code_words("air_drone_strike") == "air or drone strike"`."""
    words: dict[str, str] = lexicon("plain")["codes"]
    return words.get(code, code.replace("_", " "))


def figure_words(low: int | None, best: int | None, high: int | None) -> str:
    """A figure with its range: "3", "at least 5", "10 to 12 (best figure 11)", "24 or more", "not stated"."""
    if best is not None and low == best == high:
        return f"{best:,}"
    if low is not None and high is not None:
        return f"{low:,} to {high:,}" + (f" (best figure {best:,})" if best not in (None, low, high) else "")
    if low is not None:
        return f"at least {low:,}" + (f" (best figure {best:,})" if best not in (None, low) else "")
    if high is not None:
        return f"at most {high:,}" + (f" (best figure {best:,})" if best not in (None, high) else "")
    return NOT_STATED if best is None else f"about {best:,}"


def title_words(document: Document) -> str:
    """What a report is called: its title, else its first line."""
    first = next((line for line in document.text.splitlines() if line.strip()), "")
    return document.title or shorten(first, MAX_TITLE_CHARS, placeholder=" …") or f"Document {document.id}"


def day_words(day: date, *, weekday: bool = False) -> str:
    """A day as it is said: "9 January 2024", with its weekday "Tuesday 9 January 2024"."""
    words = f"{day.day} {MONTHS[day.month - 1]} {day.year}"
    return f"{WEEKDAYS[day.weekday()]} {words}" if weekday else words


def interval_words(value: Interval | None) -> str:
    """An interval of days as it is said: "the night of 8 to 9 January 2024", "January 2024", "since 4 May 2023"."""
    if value is None or (value.earliest is None and value.latest is None):
        return NOT_STATED
    first, last = value.earliest, value.latest
    if first is None or last is None:
        return f"since {day_words(first)}" if first else f"until {day_words(last)}" if last else NOT_STATED
    if first == last:
        return day_words(first, weekday=True)
    if value.precision == "night":
        return f"the night of {_range_words(first, last)}"
    if value.precision == "month" and (first.year, first.month) == (last.year, last.month):
        return f"{MONTHS[first.month - 1]} {first.year}"
    if value.precision == "year" and first.year == last.year:
        return str(first.year)
    return _range_words(first, last)


def _range_words(first: date, last: date) -> str:
    """Two days, what they share said once: "8 to 9 January 2024"."""
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day} to {day_words(last)}"
    if first.year == last.year:
        return f"{first.day} {MONTHS[first.month - 1]} to {day_words(last)}"
    return f"{day_words(first)} to {day_words(last)}"


def place_words(place: Place | None) -> str:
    """A place with its containers: "Arlen, Ossa County, Norland"."""
    if place is None:
        return NOT_STATED
    return ", ".join(dict.fromkeys(place.path or (place.name,)))


def precision_words(place: Place) -> str:
    """How exact a place is, and where on the map."""
    words: str = lexicon("plain")["precision"][place.precision]
    if place.lat is None or place.lon is None:
        return f"{words}; not in the gazetteer"
    return f"{words}; {place.lat:.2f}, {place.lon:.2f}"


def actor_words(actor: Actor) -> str:
    """A party that acts, with its kind."""
    alleged = "allegedly " if actor.alleged else ""
    kind = code_words(actor.kind)
    return f"{alleged}{actor.name}" if actor.name == kind else f"{alleged}{actor.name} ({kind})"


def voice_words(voice: Voice | None, modality: Modality = "asserted", outlet: str | None = None) -> str:
    """On whose word: "reported by the mayor (local authority), on Telegram"; "no source named"."""
    if voice is None:
        return f"in the words of {outlet}; no source named" if outlet else "in the report's own words; no source named"
    verb = "denied by" if modality == "denied" else "reported by"
    facts = [] if voice.source.role == "other" else [code_words(voice.source.role)]
    facts += [f"speaks for {voice.source.party}"] if voice.source.party else []
    about = f" ({', '.join(facts)})" if facts else ""
    channel = f", on {voice.channel}" if voice.channel else ""
    relayed = f", relayed by {' and '.join(voice.chain)}" if voice.chain else ""
    return f"{verb} {voice.source.name}{about}{channel}{relayed}"


def value_words(value: Value | None) -> str:
    """The value of a claim; None is "said, not understood"."""
    match value:
        case None:
            return "said, not understood"
        case TollFigure() | ThingFigure() | Quantity():
            return _number_words(value)
        case Interval():
            return interval_words(value)
        case Place():
            return f"{place_words(value)} ({precision_words(value)})"
        case Actor():
            return actor_words(value)
        case Act():
            return code_words(value.type)
        case Target():
            return code_words(value.kind) if value.kind else "kind not known"
        case WeaponUse():
            return code_words(value.weapon)


def _number_words(value: TollFigure | ThingFigure | Quantity) -> str:
    q = value if isinstance(value, Quantity) else value.quantity
    figure = figure_words(q.low, q.best, q.high)
    if isinstance(value, ThingFigure):
        return f"{figure} {value.what}, {value.status}"
    if isinstance(value, TollFigure) and value.group != "all":
        return f"{figure} ({code_words(value.group)})"
    return figure


def standing_words(claim: Claim, toll: Toll) -> str:
    """What a quoted figure is to its toll, where it is not its number: "3 of these", "said 3 before", "says 8"."""
    standing = next((quoted.standing for quoted in toll.figures if quoted.claim == claim.id), None)
    template: str | None = lexicon("plain")["standing"].get(standing)
    if template is None or not isinstance(claim.value, TollFigure):
        return ""
    quantity = claim.value.quantity
    return template.format(figure=figure_words(quantity.low, quantity.best, quantity.high))


def toll_words(toll: Toll) -> str:
    """The figure of a toll with its group and what is to be known of it."""
    words = figure_words(toll.low, toll.best, toll.high)
    if toll.group != "all":
        words = f"{words} {code_words(toll.status)}"
    if toll.scope != "incident":
        words += f" ({toll.scope})"
    if toll.revised:
        words += "; retracted" if toll.revised == "retracted" else f"; revised {toll.revised}"
    return words + ("; contested: the sources do not agree" if toll.contested else "")
