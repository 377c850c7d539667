"""Analysts' notes on a figure: "2 fatalities.", "Fatalities coded as 10", "split between 3 events".

Event data sets end their notes so. The figure that the note gives is the last word of the report on its event; where
it is split over several events without saying how, this event's share is the figure over their number, rounded.
"""

import re
from typing import Final

from onrecord.model.document import Span
from onrecord.model.reading import Sentence
from onrecord.model.values import Quantity

FATALITIES: Final = r"(?:fatal\w+|deaths?|casualt\w+)"
NUMBERS: Final = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
CODED: Final = re.compile(rf"\b{FATALITIES}\b[^.;]{{0,30}}?\bcoded\s+as\s+(?P<number>\d+)", re.IGNORECASE)
SPLIT: Final = re.compile(
    r"\b(?:split|spread|divided|distributed)(?:\s+up)?\s+(?:across|between|among|over|in|into)\s+"
    rf"(?P<events>\d+|{NUMBERS})\s+(?:\w+\s+)?(?:events?|locations?|days?|entries)(?:\s*\((?P<mine>\d+)\))?",
    re.IGNORECASE,
)
STATED: Final = re.compile(rf"(?P<number>\d+|{NUMBERS})\s+{FATALITIES}\b", re.IGNORECASE)
ALONE: Final = re.compile(rf"^\W*(?P<number>\d+|{NUMBERS})\s+{FATALITIES}\W*$", re.IGNORECASE)
SUBJECT: Final = re.compile(rf"\b{FATALITIES}\b", re.IGNORECASE)


def noted_fatalities(words: str, sentence: Sentence) -> tuple[Quantity, Span] | None:
    """The number of killed that a note gives, with the words it rests on; `words` is the sentence's text."""
    alone = ALONE.match(words)
    if alone:
        return _exact(_number(alone["number"])), sentence.span
    coded, split = CODED.search(words), SPLIT.search(words)
    subject = SUBJECT.search(words)
    if subject is None or not (coded or split):
        return None
    last = split or coded
    start = min(match.start() for match in (subject, coded, split, STATED.search(words)) if match)
    quantity = _noted(words, coded, split)
    if quantity is None or last is None:
        return None
    end = max(match.end() for match in (coded, split) if match)
    return quantity, Span(sentence.span.start + start, sentence.span.start + end)


def _noted(words: str, coded: re.Match[str] | None, split: re.Match[str] | None) -> Quantity | None:
    if split and split["mine"]:
        return _exact(int(split["mine"]))
    stated = STATED.search(words)
    number = int(coded["number"]) if coded else _number(stated["number"]) if stated else None
    if number is None:
        return None
    if split is None:
        return _exact(number)
    events = max(1, _number(split["events"]))
    return Quantity(number // events, round(number / events), -(-number // events), "about")


def _exact(number: int) -> Quantity:
    return Quantity(number, number, number)


def _number(word: str) -> int:
    return int(word) if word.isdigit() else NUMBERS.split("|").index(word.lower()) + 1
