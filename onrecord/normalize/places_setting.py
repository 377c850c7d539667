"""The setting of a name: the words around it, the unit's word, and the places that hold it by the words between."""

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Final

from onrecord.normalize.places_lists import unit_levels, word_list
from onrecord.normalize.places_words import ASIDE, Match, Word

SPACE: Final = re.compile(r"[ \t]*\n?[ \t]+|\n")
MAX_GAP: Final = 60  # characters between a place and its container
GAP_WORD: Final = re.compile(r"[\w-]+|[^\w\s]")
# "rebels from Sadia": not where it happened.
BEYOND: Final = re.compile(r"\b(?:border (?:with|into|to)|bordering|from|into)(?: the)? $")
POSSESSED: Final = re.compile(r"['’]s?\s")


@dataclass(frozen=True)
class Setting:
    """A match in its line: the words before and after it, where they adjoin it."""

    text: str
    line: list[Word]
    match: Match
    left: Match | None  # the line's match before this one
    right: Match | None
    titled: bool  # the line is a headline, with most words capitalized

    @cached_property
    def before(self) -> Word | None:
        """The word right before the name, with nothing but space between."""
        first = self.match.first
        if first == 0:
            return None
        word = self.line[first - 1]
        return word if SPACE.fullmatch(self.text, word.span.end, self.match.span.start) else None

    @cached_property
    def after(self) -> Word | None:
        """The word right after the name, with nothing but space between."""
        if self.match.last >= len(self.line):
            return None
        word = self.line[self.match.last]
        return word if SPACE.fullmatch(self.text, self.match.span.end, word.span.start) else None

    @cached_property
    def level(self) -> str | None:
        """The level that a unit's word tells: "Kursk region", "the province of Ibb", "Ibb and Taiz provinces"."""
        levels = unit_levels()
        after, before = self.after, self.before
        if after and after.capital and after.lower in word_list("adm1_signs"):
            return "adm1" if any(c.kind == "adm1" for c in self.match.candidates) else None
        if after and after.lower in levels and not _names_more(self, after):
            return levels[after.lower]
        if after and after.lower in word_list("unit_adjectives") and self.match.last + 1 < len(self.line):
            return levels.get(self.line[self.match.last + 1].lower)
        first = self.match.first
        aside = ASIDE.match(self.text, self.match.span.end)
        if aside and aside[1] in levels:
            return levels[aside[1]]  # "Arlen (Bolgan) district"
        if before and before.lower == "of" and first > 1 and self.line[first - 2].lower in levels:
            return None if self._names_part(first - 3) else levels[self.line[first - 2].lower]
        if before and before.lower in levels and (not before.capital or before.lower in word_list("leading_units")):
            return levels[before.lower]
        if self.match.key.partition(" ")[0] in word_list("leading_units") - {"camp"}:
            return levels[self.match.key.partition(" ")[0]]
        last = self.match.key.rpartition(" ")
        if last[0] and last[2] in levels:
            return levels[last[2]]
        return self._level_of_list()

    def _names_part(self, at: int) -> bool:
        """True where the unit's word before "of" has a name of its own: "the Arlen district of", "the west side of"."""
        word = self.line[at] if at >= 0 else None
        if self.line[at + 1].lower == "countryside":
            return False  # "the western countryside of"
        if word and self.left and self.left.demonym and self.left.span == word.span:
            return False  # "the Sadian village of"
        return word is not None and word.lower != "the" and (word.capital or word.lower in word_list("directions"))

    def _level_of_list(self) -> str | None:
        """In a list the unit's word stands once, in the plural: "in the Oryol and Kursk regions"."""
        right = self.right
        if right is None or right.first - self.match.last > 1 or right.last >= len(self.line):
            return None
        word = self.line[right.last].lower
        joined = self.text[self.match.span.end : right.span.start].strip() in (",", "and", "or", ", and")
        return unit_levels().get(word) if joined and word.endswith("s") else None

    @cached_property
    def contained(self) -> bool:
        """True where a container follows: "Bolgan, Sadia", "Homs in Syria", "Oxford (Miss.)"."""
        right = self.right
        return right is not None and bool(right.candidates) and is_container(self.text, self.match, right)

    @cached_property
    def owned(self) -> bool:
        """True where a container comes before: "Iraq's Mosul", "the Syrian city of Homs"."""
        left = self.left
        gap = self.text[left.span.end : self.match.span.start] if left else ""
        return left is not None and bool(left.candidates) and owns(left, gap) and may_contain(left, self.match)


def is_container(text: str, inner: Match, outer: Match) -> bool:
    """True where the words and the gazetteer tell that the second name contains the first."""
    if not holds(text[inner.span.end : outer.span.start]):
        return False
    return not inner.candidates or not outer.candidates or may_contain(outer, inner)


@lru_cache(maxsize=4096)
def holds(gap: str) -> bool:
    """True where the words between two names say that the second holds the first: ", in the border region of "."""
    if len(gap) > MAX_GAP:
        return False
    words = [word.lower() for word in GAP_WORD.findall(gap)]
    separated = any(word in (",", "(") or word in word_list("holding") for word in words)
    known = word_list("between") | word_list("directions")
    return separated and all(word in known or word in unit_levels() or word in ",(" for word in words)


def owns(left: Match, gap: str) -> bool:
    """True where the words tell that the first name holds the second: "Iraq's Mosul", "the Syrian city of Homs"."""
    words = [word.lower() for word in GAP_WORD.findall(gap)]
    if len(gap) > MAX_GAP or any(
        w not in word_list("between") | word_list("directions") and w not in unit_levels() and w not in ("s", "'", "’")
        for w in words
    ):
        return False
    if left.demonym:
        return any(word in unit_levels() or word == "capital" for word in words)
    return bool(POSSESSED.match(gap))


def may_contain(outer: Match, inner: Match) -> bool:
    """True where some meaning of one name lies in some meaning of the other."""
    countries = {c.country for c in outer.candidates if c.kind == "country"}
    units = {c.adm1 for c in outer.candidates if c.kind in ("adm1", "adm2", "city") and c.how < 2}
    regions = {c.country for c in outer.candidates if c.kind == "region" and c.country}
    return any(
        (c.country in countries and c.kind != "country")
        or (c.kind in ("city", "adm2") and (c.adm1 in units or c.country in regions))
        for c in inner.candidates
    )


def _names_more(setting: Setting, after: Word) -> bool:
    """True where the unit's word itself begins an organization's name: "Wisconsin State University"."""
    at = setting.match.last + 1
    if not after.capital or at >= len(setting.line):
        return False
    word = setting.line[at]
    adjoins = SPACE.fullmatch(setting.text, after.span.end, word.span.start)
    return bool(adjoins) and word.capital and word.lower in word_list("organization_after")
