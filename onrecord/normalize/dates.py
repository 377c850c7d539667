"""Dates: an interval grammar over the publication date, or over the text's own dates where there is none."""

import re
from dataclasses import replace
from functools import cache
from itertools import pairwise
from typing import Final

from onrecord.model.codes import DatePrecision
from onrecord.model.document import Document, Span
from onrecord.model.reading import Mention, Sentence
from onrecord.model.values import Interval
from onrecord.normalize.dates_context import find_head, make_context
from onrecord.normalize.dates_grammar import find_phrases
from onrecord.normalize.dates_phrase import Phrase
from onrecord.normalize.dates_resolve import Resolver
from onrecord.normalize.dates_words import foreign_months, read_words, vocabulary
from onrecord.registry import lexicon

REACH: Final = 120  # characters: how far after "the day after" the date that it counts from may stand
CUE_REACH: Final = 80  # characters: how far before a date a sign that the clause looks ahead may stand
LEAD: Final = re.compile(r"\b(since|until|till|by)\s+(?:at least\s+|about\s+)?$", re.IGNORECASE)
OPENING: Final = 60  # characters from the beginning of a paragraph in which a date opens it
LEADING: Final = 15  # characters from the beginning of a sentence in which a date leads it
APPOSED: Final = re.compile(r"\s*(?:,|-|–|—|\()\s*(?:just |only |about |almost )*")
SHARING: Final = re.compile(r"\s*(?:[-–—,/]|,?\s*(?:and|or)|to|until|through)\s*(?:on|in|the|of)?\s*", re.IGNORECASE)
BRACKET: Final = re.compile(r"\s*[(\[]\s*(?:on )?")
BRACKET_DAYS: Final = 7
BESIDE: Final = re.compile(r"\s*[:,–—-]?\s*(?:on )?", re.IGNORECASE)
WORD: Final = re.compile(r"[^\W\d_]+")
DIGIT: Final = re.compile(r"\d")
FEAST_WORDS: Final = ("christmas", "year", "boxing", "halloween", "valentine")
OPEN: Final = {"since": "since", "until": "until", "till": "until", "by": "until"}
DATED: Final = frozenset({"calendar", "weekday", "iso", "numeric"})


def find_dates(document: Document, sentences: tuple[Sentence, ...]) -> tuple[Mention, ...]:
    """The DATE mentions of a document, in text order; their values are `Interval`s, None where not understood."""
    found = [phrases for sentence in sentences if (phrases := _phrases_of(document.text, sentence, sentences))]
    every = [phrase for phrases in found for phrase in phrases]
    resolver, head = Resolver(make_context(document, every)), find_head(document, every)
    mentions = []
    for phrases in found:
        for n, phrase in enumerate(phrases):
            value = resolver.resolve(phrase, _following(document.text, phrase, phrases[n + 1 : n + 2]))
            if value is not None or phrase.base == "event":
                value = value and _open(value, phrase.lead)
                value = replace(value, anchor="dateline") if value and phrase is head else value
                mentions.append(Mention(phrase.span, "DATE", value))
    return _as_bracketed(document.text, mentions)


def _as_bracketed(text: str, mentions: list[Mention]) -> tuple[Mention, ...]:
    """ "last night (5 May)": the day in brackets right behind a counted or relative one says which day is meant."""
    told = list(mentions)
    for n, (one, two) in enumerate(pairwise(mentions)):
        first, second = one.value, two.value
        if not isinstance(first, Interval) or not isinstance(second, Interval) or second.precision != "day":
            continue
        counted = first.anchor == "published" and not DIGIT.search(one.span.text_in(text))
        if counted and BRACKET.fullmatch(text[one.span.end : two.span.start]) and _is_near(first, second):
            told[n] = replace(one, value=replace(second, anchor=first.anchor))
    return tuple(told)


def _is_near(first: Interval, second: Interval) -> bool:
    """True where two dates can be the same day, one of them told loosely."""
    if first.latest is None or second.latest is None:
        return False
    return abs((first.latest - second.latest).days) <= BRACKET_DAYS


def _following(text: str, phrase: Phrase, rest: list[Phrase]) -> Phrase | None:
    """The date that "the day after" counts from: the next in the sentence, near enough, with no comma between."""
    if phrase.base != "event" or not rest or rest[0].kind not in DATED:
        return None
    between = text[phrase.span.end : rest[0].span.start]
    return None if len(between) > REACH or re.search('[,;:“”"]', between) else rest[0]


def _phrases_of(text: str, sentence: Sentence, sentences: tuple[Sentence, ...]) -> list[Phrase]:
    """The phrases of a sentence with what stands around them; none where no word of a date stands."""
    if not _may_hold_date(text, sentence):
        return []
    opens = sentence.index == 0 or sentences[sentence.index - 1].paragraph != sentence.paragraph
    found: list[Phrase] = []
    for phrase in find_phrases(read_words(text, sentence)):
        found.append(_in_sentence(phrase, text, sentence, opens, found[-1] if found else None))
    return _with_weekdays(text, _with_shared_years(text, found))


def _in_sentence(phrase: Phrase, text: str, sentence: Sentence, opens: bool, last: Phrase | None) -> Phrase:
    """The phrase with what the words before it add: "since", "until", a sentence that looks ahead."""
    start = phrase.span.start
    before = text[max(sentence.span.start, start - CUE_REACH) : start]
    lead = LEAD.search(before)
    possessive = text[start : phrase.span.end].endswith(("'s", "’s"))
    bracketed = before.endswith(("(", "[")) and phrase.month is None
    return replace(
        phrase,
        span=_balanced(phrase.span, text),
        lead=phrase.lead or (OPEN[lead[1].lower()] if lead and not possessive else "aside" if bracketed else ""),
        ahead=_looks_ahead(before),
        opens=opens and start - sentence.span.start < OPENING,
        leads=start - sentence.span.start < LEADING,
        apposed=last is not None and bool(APPOSED.fullmatch(text[last.span.end : start])),
    )


def _balanced(span: Span, text: str) -> Span:
    """The span with its brackets in pairs: "Saturday [15 August" takes in the bracket that closes it."""
    words = text[span.start : span.end]
    opened, closed = words.count("(") + words.count("["), words.count(")") + words.count("]")
    if closed > opened and words[-1] in ")]":
        return Span(span.start, span.end - 1)
    return Span(span.start, span.end + 1) if opened > closed and text[span.end : span.end + 1] in (")", "]") else span


def _with_weekdays(text: str, phrases: list[Phrase]) -> list[Phrase]:
    """ "4/7/2008: On Monday": a weekday right after a numeric date settles which number is the month."""
    told = list(phrases)
    for n, (one, two) in enumerate(pairwise(phrases)):
        if one.kind == "numeric" and two.kind == "weekday" and BESIDE.fullmatch(text[one.span.end : two.span.start]):
            told[n] = replace(one, weekday=two.weekday)
    return told


def _with_shared_years(text: str, phrases: list[Phrase]) -> list[Phrase]:
    """ "in August and September 1914", "13 September - 15 October 1951": the first shares the year of the second."""
    shared = list(phrases)
    for n in range(len(phrases) - 2, -1, -1):
        one, two = shared[n], shared[n + 1]
        if one.year is not None or one.which or two.year is None or not (one.month and two.month):
            continue
        if SHARING.fullmatch(text[one.span.end : two.span.start]):
            shared[n] = replace(one, year=two.year - (1 if one.month > two.month else 0))
    return shared


def _looks_ahead(before: str) -> bool:
    """True where the clause that leads up to a date holds a word that looks ahead ("will", "until")."""
    clause = re.split(r"[,;]|\b(?:after|when|who|which|where)\b", before)[-1]
    return bool(_ahead().search(clause))


def _open(value: Interval, lead: str) -> Interval:
    """The interval with the end taken off that "since" or "until" leave open."""
    if lead not in ("since", "until"):
        return value
    precision: DatePrecision = "days" if value.precision in ("day", "night") else value.precision
    if lead == "since":
        return replace(value, latest=None, precision=precision)
    return replace(value, earliest=None, precision=precision)


@cache
def _ahead() -> re.Pattern[str]:
    """Finds the words that look ahead."""
    cues = lexicon("dates")["future_cues"]
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, [*cues, *map(str.upper, cues)]))})(?!\w)")


@cache
def _calendar_words() -> frozenset[str]:
    """Words without which a sentence that has no digits holds no date."""
    core = {word for word, (kind, _) in vocabulary().items() if kind in "WMSUupTPHe123KQD"}
    return frozenset({*core, *foreign_months(), *FEAST_WORDS})


def _may_hold_date(text: str, sentence: Sentence) -> bool:
    """A quick look before the words are read: a digit, or a word of the calendar."""
    words = text[sentence.span.start : sentence.span.end].lower()
    return bool(DIGIT.search(words)) or not _calendar_words().isdisjoint(WORD.findall(words))
