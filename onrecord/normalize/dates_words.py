"""Words of a date: a sentence as a row of classes, one letter a word, for the grammar to match."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from onrecord.model.document import Span
from onrecord.model.reading import Sentence
from onrecord.registry import lexicon, lexicon_rows

# The classes. Function words first, then those that can begin or end a date.
FUNCTION_WORDS: Final = {
    "the": "t", "this": "g", "these": "g", "that": "G", "those": "G", "same": "Y",
    "last": "l", "past": "l", "previous": "v", "preceding": "v", "prior": "v", "next": "x", "coming": "x",
    "following": "X", "subsequent": "X", "of": "f",
    "in": "i", "during": "i", "within": "i", "over": "^", "throughout": "i", "on": "o",
    "since": "s", "from": "m", "until": "j", "till": "j", "to": "j", "into": "j", "through": "j", "by": "j",
    "before": "b", "after": "A", "ago": "r", "later": "L", "afterward": "L", "afterwards": "L", "earlier": "R",
    "previously": "R", "beforehand": "R", "between": "w", "and": "&", "or": "&",
    "a": "a", "an": "a", "eve": "Q", "half": "h", "quarter": "h",  "very": "V",
    "less": "<", "under": "<", "fewer": "<", "more": ">", "than": ">", "nearly": ">", "almost": ">", "about": ">",
    "around": ">", "some": ">", "roughly": ">", "approximately": ">", "at": "@", "present": "D", "modern": "D",
}  # fmt: skip
PUNCTUATION: Final = {
    ",": ",",
    "-": "-",
    "–": "-",
    "—": "-",
    "/": "/",
    "(": "(",
    ")": ")",
    "[": "(",
    "]": ")",
    "~": "-",
}

TOKEN: Final = re.compile(
    r"""
    (?P<iso>(?<![\d-])\d{4}-\d{2}-\d{2}(?![\d-])(?:T\d{2}:\d{2}(?::\d{2})?(?:\.\d+)?(?:Z|[+-]\d{2}:?\d{2})?)?)
  | (?P<numeric>(?<![\d./-])(?:\d{1,2}/\d{1,2}/(?:\d{4}|\d{2})|\d{1,2}\.\d{1,2}\.(?:\d{4}|\d{2})|\d{1,2}-\d{1,2}-\d{4}
        |\d{4}/\d{1,2}/\d{1,2}|\d{1,2}/\d{1,2})(?![\d/]|[.-]\d))
  | (?P<clock>(?<![\d:.])(?:[01]?\d|2[0-3])(?:[:.][0-5]\d(?::[0-5]\d)?)?\s?(?:[ap]\.m\.?|[ap]m|hrs|hours)(?![a-z])
        |(?<![\d:.])(?:[01]?\d|2[0-3]):[0-5]\d(?![\d:]))
  | (?P<feast>\b(?:christmas(?:\s(?:day|eve))?|new\syear['’]?s(?:\s(?:day|eve))?|boxing\sday|halloween
        |valentine['’]s\sday)\b)
  | (?P<era>\b(?:B\.?\s?C\.?(?:\s?E\.?)?|A\.?D\.?|C\.E\.)(?!\w))
  | (?P<number>\d+(?:[.,:/]\d+)*(?:st|nd|rd|th|s|ST|ND|RD|TH)?(?![^\W_]))
  | (?P<short>['’‘]\d0s|['’‘]\d\d(?!\d))
  | (?P<word>[^\W\d_]+(?:['’][^\W\d_]+)?)
  | (?P<mark>[^\s])
    """,
    re.VERBOSE | re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Word:
    """A word with its class and, for words with a meaning in the calendar, its value: "Tuesday" is W, 1."""

    kind: str
    span: Span
    text: str
    value: int | str = 0


@cache
def vocabulary() -> dict[str, tuple[str, int | str]]:
    """Each lower-case word of the grammar with its class and value."""
    words: dict[str, tuple[str, int | str]] = {word: (kind, 0) for word, kind in FUNCTION_WORDS.items()}
    book = lexicon("dates")
    for key, kind in KINDS.items():
        entries = book[key]
        for word in entries:
            words[word] = (kind, entries[word] if isinstance(entries, dict) else f"{key.upper()}_REF")
    return words


KINDS: Final = {
    "weekdays": "W", "short_weekdays": "1", "months": "M", "name_months": "2", "short_months": "3", "seasons": "S",
    "units": "U", "weekends": "K", "hours": "u", "parts": "p", "positions": "E", "ends": "H", "today": "T",
    "numbers": "q",     "ordinals": "O",     "fuzzy": "F", "present": "P", "past": "P", "future": "P",
}  # fmt: skip


@cache
def foreign_months() -> dict[str, int]:
    """Month names of other languages (CLDR), lower case, full forms: "janvier" is 1."""
    return {row[1]: int(row[2]) for row in lexicon_rows("months")}


def read_words(text: str, sentence: Sentence) -> list[Word]:
    """The words of a sentence with their classes, those with two meanings decided by their neighbors."""
    raw = list(_raw_words(text, sentence.span))
    return [_decided(word, n, raw, sentence) for n, word in enumerate(raw)]


def _raw_words(text: str, span: Span) -> Iterator[Word]:
    book = vocabulary()
    abbreviated = False
    for match in TOKEN.finditer(text, span.start, span.end):
        if abbreviated and match.group() == ".":
            abbreviated = False
            continue
        kind, value = _classify(match.lastgroup or "", match.group(), book)
        abbreviated = kind in ("1", "3")
        yield Word(kind, Span(match.start(), match.end()), match.group(), value)


def _classify(group: str, words: str, book: dict[str, tuple[str, int | str]]) -> tuple[str, int | str]:
    match group:
        case "word":
            return _classify_word(words, book)
        case "mark":
            return PUNCTUATION.get(words, "."), 0
        case "number":
            return _classify_number(words)
        case "short":
            return ("e", 1900 + int(words[1:3])) if words.endswith("s") else ("Z", int(words[1:3]))
        case "iso":
            return "I", words
        case "numeric":
            return "N", words
        case "feast":
            return "J", lexicon("dates")["feasts"][re.sub(r"\s", " ", words.lower().replace("’", "'"))]
        case "clock":
            return "C", words
        case _:
            return "B", -1 if words[0] in "Bb" else 1


def _classify_word(words: str, book: dict[str, tuple[str, int | str]]) -> tuple[str, int | str]:
    lowered = words.lower()
    found = book.get(lowered)
    if found:
        return found
    bare, mark, tail = lowered.replace("’", "'").partition("'")
    if mark and tail == "s" and bare in book and book[bare][0] in "WMTUKSp":
        return book[bare]
    if lowered in foreign_months():
        return "4", foreign_months()[lowered]
    return ".", 0


def _classify_number(words: str) -> tuple[str, int | str]:
    digits = words.rstrip("stndrhSTNDRH")
    if not digits.isdecimal() or len(digits) > 4:
        return ".", 0
    value, tail = int(digits), words[len(digits) :].lower()
    if tail == "s":
        kind = "e" if value >= FIRST_DECADE else "5"
        return (kind, value) if len(digits) >= 3 and value % 10 == 0 else (".", 0)
    if tail:
        return ("O", value) if 1 <= value <= 99 else (".", 0)
    if len(digits) == 4:
        return ("y", value) if 1000 <= value <= 2199 else ("k", value)
    if len(digits) == 3:
        return "k", value
    return ("d", value) if 1 <= value <= 31 else ("n", value)


FIRST_DECADE: Final = 1500  # "1000s of people" are no decade
NUMERAL: Final = frozenset("dOyZn")
MONTH_LEADS: Final = frozenset("isojbAfElvxwmgRLH&-,@")


def _decided(word: Word, n: int, raw: list[Word], sentence: Sentence) -> Word:
    """The word with its final class: "May" is a month beside a number or after a preposition, else a name or a verb."""
    if word.kind not in "1234":
        return word
    before = raw[n - 1] if n else None
    after = raw[n + 1] if n + 1 < len(raw) else None
    skipped = raw[n + 2] if n + 2 < len(raw) else None
    beside = bool(before and before.kind in NUMERAL) or bool(after and after.kind in NUMERAL)
    if word.kind == "1":
        near = (before, after, skipped)
        return _as(word, "W" if word.text[0].isupper() and any(w and w.kind in "dOyMN235p" for w in near) else ".")
    if word.kind in "34":
        return _as(word, "M" if beside or (after is not None and after.kind == "y") else ".")
    if beside and word.text[0].isupper():
        return _as(word, "M")
    return _as(word, "M" if _reads_as_month(word, before, after, sentence) else ".")


def _reads_as_month(word: Word, before: Word | None, after: Word | None, sentence: Sentence) -> bool:
    """True for "in May", "last March"; false for "may", "march", "Theresa May", "the March on the palace"."""
    if not word.text[0].isupper() or before is None or before.kind not in MONTH_LEADS:
        return before is not None and before.text == "(" and after is not None and after.kind in "-j"
    if before.kind in ",&-" and not (after and after.kind in ",&-y"):
        return False
    token = next((t for t in sentence.tokens if t.span.start == word.span.start), None)
    return token is None or token.pos not in ("AUX", "VERB")


def _as(word: Word, kind: str) -> Word:
    return Word(kind, word.span, word.text, word.value)
