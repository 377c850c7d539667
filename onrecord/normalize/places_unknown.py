"""Names in no gazetteer that their words make a place: a unit's word, a container after them, a preposition."""

import re
from typing import Final

from onrecord.model.document import Span
from onrecord.normalize.gazetteer import Gazetteer
from onrecord.normalize.gazetteer_fold import ARTICLES, fold
from onrecord.normalize.places_lists import unit_levels, word_list
from onrecord.normalize.places_words import ASIDE, Match, Word

MAX_NAME: Final = 5  # words, articles among them: "Khabb wa ash Shaaf"
APPOSED: Final = re.compile(
    r", (?:a|an|the) (?:[a-z-]+ )?(?:village|town|settlement|hamlet|city|locality) (?:in|of|near)\b"
)
AIMED: Final = frozenset({"on"})  # "strikes on Arlen, Bolgan"
NAME_TAGS: Final = frozenset({"PROPN", "NOUN", "X", "ADJ"})
NOT_NAMES: Final = (
    "never",
    "calendar",
    "titles",
    "organization_after",
    "directions",
    "prepositions",
    "needs_unit_word",
)


def unknown_name(text: str, number: int, line: list[Word], first: int, gazetteer: Gazetteer) -> Match | None:
    """The name that begins here, where its surroundings make it a place; the meanings that a spelling apart finds."""
    last = _end(text, line, first)
    if first == 0 and line[0].token is not None and line[0].token.pos != "PROPN":
        return None  # "Several provinces"
    if last == first or not _is_named(text, line, first, last):
        return None
    span = Span(line[first].span.start, line[last - 1].span.end)
    name = text[span.start : span.end]
    return Match(number, first, last, span, fold(name), gazetteer.lookup_loose(name), False)


def _is_named(text: str, line: list[Word], first: int, last: int) -> bool:
    if _unit_follows(text, line, last) or _of_unit(line, first) or APPOSED.match(text, line[last - 1].span.end):
        return True
    return _before_container(text, line, first, last) or is_near(line, first) or _is_aside(text, line, first, last)


def _is_aside(text: str, line: list[Word], first: int, last: int) -> bool:
    """In parentheses before a unit's word, as another name: "Arlen (Bolgan) district"."""
    after = ASIDE.match(text, line[last - 1].span.end)
    return text[line[first].span.start - 1] == "(" and after is not None and after[1] in unit_levels()


def is_near(line: list[Word], first: int) -> bool:
    """After "near", which stands before nothing but places and people's heads: "near Arlen"."""
    token = line[first].token
    return first > 0 and line[first - 1].lower == "near" and token is not None and token.pos == "PROPN"


def _unit_follows(text: str, line: list[Word], last: int) -> bool:
    """Before a unit's word: "Arlen village", "Arlen Township", "Arlen refugee camp"."""
    if last >= len(line) or not _adjoin(text, line, last):
        return False
    if line[last].lower in word_list("unit_adjectives"):
        return last + 1 < len(line) and line[last + 1].lower in word_list("naming_units")
    units = "titled_units" if line[last].capital else "naming_units"
    return line[last].lower in word_list(units)


def _of_unit(line: list[Word], first: int) -> bool:
    """After "the village of"."""
    return first > 1 and line[first - 1].lower == "of" and line[first - 2].lower in word_list("naming_units")


def _before_container(text: str, line: list[Word], first: int, last: int) -> bool:
    """After a preposition of place, before a comma or parenthesis where a container may follow: "in Arlen, Sadia"."""
    if first == 0 or last >= len(line):
        return False
    if line[first - 1].lower not in word_list("locative") | AIMED and text[line[first].span.start - 1] != "(":
        return False
    return text[line[last - 1].span.end : line[last].span.start] in (", ", " (") and line[last].capital


def _end(text: str, line: list[Word], first: int) -> int:
    """Where the name ends that begins at this word; at `first` itself where none does."""
    if not _may_name(line[first]):
        return first
    last = first + 1
    while last < min(len(line), first + MAX_NAME) and _adjoin(text, line, last):
        word = line[last]
        inner = word.lower in ARTICLES or word.lower in ("wa", "i", "e")
        follows = last + 1 < len(line) and line[last + 1].capital and _adjoin(text, line, last + 1)
        if not _may_name(word) and not (inner and follows):
            break
        last += 1
    return last


def _may_name(word: Word) -> bool:
    """True where the word can be part of an unknown place's name."""
    if not word.capital or len(word.text) < 2 or word.text.isupper():
        return False
    if (
        word.token is not None
        and word.token.pos not in NAME_TAGS
        and not (word.token.pos == "ADV" and word.token.index)
    ):
        return False  # a capital amid a sentence makes no adverb: "at Zelbrunly"
    return word.lower not in unit_levels() and not any(word.lower in word_list(name) for name in NOT_NAMES)


def _adjoin(text: str, line: list[Word], at: int) -> bool:
    """True where nothing but a space or a hyphen stands before the word."""
    return text[line[at - 1].span.end : line[at].span.start] in (" ", "-", "\n")
