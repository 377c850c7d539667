"""Dates: an interval grammar over the publication date, or over the text's own dates where there is none."""

import re
from dataclasses import replace
from functools import cache
from typing import Final

from onrecord.model.document import Document
from onrecord.model.reading import Mention, Sentence
from onrecord.model.values import Interval
from onrecord.normalize.dates_context import make_context
from onrecord.normalize.dates_grammar import find_phrases
from onrecord.normalize.dates_phrase import Phrase
from onrecord.normalize.dates_resolve import Resolver
from onrecord.normalize.dates_words import foreign_months, read_words, vocabulary
from onrecord.registry import lexicon

REACH: Final = 120  # characters: how far after "the day after" the date that it counts from may stand
CUE_REACH: Final = 80  # characters: how far before a date a sign that the clause looks ahead may stand
LEAD: Final = re.compile(r"\b(since|until|till|by)\s+(?:at least\s+|about\s+)?$", re.IGNORECASE)
OPEN: Final = {"since": "since", "until": "until", "till": "until", "by": "until"}
DATED: Final = frozenset({"calendar", "weekday", "iso", "numeric"})


def find_dates(document: Document, sentences: tuple[Sentence, ...]) -> tuple[Mention, ...]:
    """The DATE mentions of a document, in text order; their values are `Interval`s, None where not understood."""
    found = [(sentence, _phrases_of(document.text, sentence)) for sentence in sentences]
    resolver = Resolver(make_context(document, [phrase for _, phrases in found for phrase in phrases]))
    mentions = []
    for _, phrases in found:
        for n, phrase in enumerate(phrases):
            following = _following(phrase, phrases[n + 1 : n + 2])
            value = resolver.resolve(phrase, following)
            if value is not None or phrase.base == "event":
                mentions.append(Mention(phrase.span, "DATE", value and _open(value, phrase.lead)))
    return tuple(mentions)


def _following(phrase: Phrase, rest: list[Phrase]) -> Phrase | None:
    """The date that "the day after" counts from: the next in the sentence, near enough."""
    if phrase.base != "event" or not rest or rest[0].kind not in DATED:
        return None
    return rest[0] if rest[0].span.start - phrase.span.end <= REACH else None


def _phrases_of(text: str, sentence: Sentence) -> list[Phrase]:
    if not _prefilter().search(text, sentence.span.start, sentence.span.end):
        return []
    phrases = find_phrases(read_words(text, sentence))
    return [_in_sentence(phrase, text, sentence) for phrase in phrases]


def _in_sentence(phrase: Phrase, text: str, sentence: Sentence) -> Phrase:
    """The phrase with what the words before it add: "since", "until", a sentence that looks ahead."""
    before = text[max(sentence.span.start, phrase.span.start - CUE_REACH) : phrase.span.start]
    lead = LEAD.search(before)
    possessive = text[phrase.span.start : phrase.span.end].endswith(("'s", "’s"))
    ahead = bool(_ahead().search(before))
    return replace(phrase, lead=OPEN[lead[1].lower()] if lead and not possessive else "", ahead=ahead)


def _open(value: Interval, lead: str) -> Interval:
    """The interval with the end taken off that "since" or "until" leave open."""
    if lead == "since":
        return replace(value, latest=None)
    return replace(value, earliest=None) if lead == "until" else value


@cache
def _ahead() -> re.Pattern[str]:
    """Finds a word that looks ahead in the clause that leads up to a date."""
    cues = "|".join(re.escape(cue) for cue in lexicon("dates")["future_cues"])
    return re.compile(
        rf"(?:\b(?:{cues})\b)(?![^,;]*[,;])(?!.*\b(?:after|when|who|which|where)\b)", re.IGNORECASE | re.DOTALL
    )


@cache
def _prefilter() -> re.Pattern[str]:
    """Finds words without which a sentence holds no date: of the calendar, or with digits."""
    core = [word for word, (kind, _) in vocabulary().items() if kind in "WMSUupTPe123KQ"]
    words = "|".join(sorted({*core, *foreign_months()}, key=lambda word: (-len(word), word)))
    return re.compile(rf"\d|\b(?:{words})\b", re.IGNORECASE)
