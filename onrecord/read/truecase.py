"""Case restored: upper-case copy ("TWO SOLDIERS DIED IN LIMA") as the parser needs it ("Two soldiers died in Lima").

The words keep their length, so spans hold. A word that the parser's dictionary does not know is taken for a name; so is
one that the lexicon knows as a country, a people, a capital, a month, a weekday or an armed group.
"""

import re
from collections.abc import Callable
from functools import cache
from typing import Final

from onrecord.registry import lexicon, lexicon_rows, states

MIN_LETTERS: Final = 40  # in a shorter text capitals tell nothing about the rest
UPPER_SHARE: Final = 0.85  # of the letters, from which on a text counts as written in capitals
WORD: Final = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
INITIALS: Final = re.compile(r"(?:\b[A-Z]\.){2,}|\b[A-Z]\.(?=\s*[A-Z])")
ACRONYM_LETTERS: Final = 5
VOWELS: Final = frozenset("AEIOUY")
WHITE: Final = re.compile(r"\s+")
MONTH_LIKE: Final = re.compile(r"\b(?:MAY|MARCH|MAR)\b")  # a month only beside a number
BESIDE_A_NUMBER: Final = re.compile(r"\d\s*$|\b(?:IN|OF|LAST|EARLY|LATE|SINCE|MID)\s*$")


def is_upper_case(text: str) -> bool:
    """True where a text is written in capitals throughout, as old wire copy is."""
    letters, upper = sum(map(str.isalpha, text)), sum(map(str.isupper, text))
    return letters >= MIN_LETTERS and upper / letters >= UPPER_SHARE


def restore_case(words: str, is_known: Callable[[str], bool]) -> str:
    """The words of a sentence in normal case, of equal length. `is_known` tells whether a lower-case word is in the
    parser's dictionary: `restore_case("THE ARMY LEFT LIMA.", is_known) == "The army left Lima."`"""
    restored = WORD.sub(lambda match: _restore(match, is_known), words)
    restored = _name_groups(words, restored)
    restored = _bodies().sub(
        lambda match: WORD.sub(lambda word: _capitalize(word.group().upper()), match.group()), restored
    )
    restored = MONTH_LIKE.sub(lambda m: m.group().capitalize(), _keep_months(words, restored))
    for match in INITIALS.finditer(words):
        restored = restored[: match.start()] + match.group() + restored[match.end() :]
    first = WORD.search(restored)
    if first and first.group()[:1].islower():
        restored = restored[: first.start()] + restored[first.start()].upper() + restored[first.start() + 1 :]
    return restored if len(restored) == len(words) else words


def _restore(match: re.Match[str], is_known: Callable[[str], bool]) -> str:
    word = match.group()
    lower = word.lower()
    if len(lower) != len(word) or word != word.upper():
        return word
    stem = re.split(r"['’]", lower)[0]
    if word in _acronyms():
        return word
    if stem in _grammar() or lower in _grammar():
        return lower
    if stem in _names():
        return _capitalize(word)
    if is_known(stem):
        return lower
    return word if len(word) <= ACRONYM_LETTERS and VOWELS.isdisjoint(word) else _capitalize(word)


def _keep_months(words: str, restored: str) -> str:
    """MAY and MARCH put back in capitals where a number or "in" stands before them."""
    for match in MONTH_LIKE.finditer(words):
        if BESIDE_A_NUMBER.search(words[: match.start()]) or re.match(r"\s*\d", words[match.end() :]):
            restored = restored[: match.start()] + match.group() + restored[match.end() :]
    return restored


def _name_groups(words: str, restored: str) -> str:
    """The names of armed groups of several words as the lexicon spells them: "Shining Path"."""
    for match in _groups().finditer(words):
        spelled = _spellings()[WHITE.sub(" ", match.group()).lower()]
        named = match.group()
        for word, own in zip(WORD.finditer(named), WORD.findall(spelled), strict=False):
            if len(own) == len(word.group()):
                named = named[: word.start()] + own + named[word.end() :]
        restored = restored[: match.start()] + named + restored[match.end() :]
    return restored


@cache
def _spellings() -> dict[str, str]:
    """The names of several words of the armed groups, by their small letters."""
    rows = lexicon_rows("actors")
    names = (name for row in rows for name in (row[0], *(row[3].split("|") if len(row) > 3 else ())))
    return {name.lower(): name for name in names if " " in name and not name.islower()}


@cache
def _groups() -> re.Pattern[str]:
    """Finds those names, whatever white space parts their words; the longest first."""
    names = sorted(_spellings(), key=lambda name: (-len(name), name))
    parts = (r"\s+".join(re.escape(word) for word in name.split(" ")) for name in names)
    return re.compile(rf"\b(?:{'|'.join(parts)})\b", re.IGNORECASE)


@cache
def _bodies() -> re.Pattern[str]:
    """Finds what is named like an armed group: "patriotic front", or a body in quotation marks."""
    book = lexicon("groups")
    armed, bodies = ("|".join(book[kind]) for kind in ("armed", "bodies"))
    quoted = rf"(?<=\")(?:[\w-]+[ ,\n]+){{1,5}}(?:{bodies})(?=\")"
    return re.compile(
        rf"{quoted}|\b(?:{armed})\s+(?:[\w-]+\s+)?(?:front|army|movement|brigades?|forces?|commandos?)\b", re.IGNORECASE
    )


def _capitalize(word: str) -> str:
    return word[0] + word[1:].lower()


@cache
def _grammar() -> frozenset[str]:
    return frozenset(lexicon("truecase")["grammar"])


@cache
def _names() -> frozenset[str]:
    """The single words of countries, peoples, capitals, months and days, in lower case, without "of" and "and"."""
    found = {
        word.lower() for row in states() for form in row.forms for word in WORD.findall(form) if word[:1].isupper()
    }
    found.update(lexicon("truecase")["names"])
    return frozenset(
        found
        - _grammar()
        - {"pole", "poles", "polish", "republic", "central", "united", "states", "kingdom", "people", "city", "islands"}
    )


@cache
def _acronyms() -> frozenset[str]:
    """The names of armed groups and bodies that are written in capitals, of three letters at least."""
    found = {
        word
        for row in lexicon_rows("actors")
        for alias in (row[0], *(row[3].split("|") if len(row) > 3 else ()))
        for word in re.split(r"[\s/-]", alias)
        if word.isupper() and word.isalpha() and len(word) >= 3
    }
    return frozenset(found | {"UN", "EU", "AFP", "EFE", "DPA", "CIA", "FBI", "OAS", "NATO", "USA", "UK"}) - {
        "THE",
        "CAR",
    }
