"""Telling places from words, persons and organizations, by what stands beside a name."""

import re
from dataclasses import dataclass
from typing import Final, Literal

from onrecord.normalize.places_match import Match, abbreviations, unit_levels, word_list
from onrecord.normalize.places_words import Word

WEAK_POPULATION: Final = 20_000  # a smaller place's name alone is more often a person's or a word
WELL_KNOWN: Final = 250_000
Use = Literal["place", "demonym", "organization"]
SPACE: Final = re.compile(r"\s+")
CONTAINS: Final = re.compile(r",\s+|\s+\(|\s+in\s+(?:the\s+)?|,\s+in\s+(?:the\s+)?")
DATELINE: Final = re.compile(r"\s*(?:\([A-Z][^)]*\)|,[^.]{0,40})?\s*(?:--|—|–)")


@dataclass(frozen=True, slots=True)
class Setting:
    """A match in its line: the words before and after it, where they adjoin it."""

    text: str
    line: list[Word]
    match: Match
    neighbors: tuple[Match, ...]  # the line's other matches

    @property
    def before(self) -> Word | None:
        """The word right before the name, with nothing but space between."""
        first = self.match.first
        if first == 0:
            return None
        word = self.line[first - 1]
        return word if SPACE.fullmatch(self.text[word.span.end : self.match.span.start]) else None

    @property
    def after(self) -> Word | None:
        """The word right after the name, with nothing but space between."""
        if self.match.last >= len(self.line):
            return None
        word = self.line[self.match.last]
        return word if SPACE.fullmatch(self.text[self.match.span.end : word.span.start]) else None


def unit_level(setting: Setting) -> str | None:
    """The level that a unit's word beside the name tells: "Kursk region", "the province of Ibb", "regions of X"."""
    levels = unit_levels()
    after, before = setting.after, setting.before
    if after and after.lower in levels:
        return levels[after.lower]
    first = setting.match.first
    if before and before.lower == "of" and first > 1:
        return levels.get(setting.line[first - 2].lower)
    if before and before.lower in levels and not before.capital:
        return levels[before.lower]
    return levels.get(setting.match.key.split()[-1]) if " " in setting.match.key else None


def has_evidence(setting: Setting) -> bool:
    """True where the surroundings speak for a place: a preposition, a unit's word, a container, a list of places."""
    return (
        _after_preposition(setting) or unit_level(setting) is not None or _beside_place(setting) or _dateline(setting)
    )


def _after_preposition(setting: Setting) -> bool:
    at = setting.match.first - 1
    skipped = 0
    while at >= 0 and skipped < 3:
        word = setting.line[at]
        gap = setting.text[word.span.end : setting.line[at + 1].span.start]
        if not SPACE.fullmatch(gap) and gap != "-":
            return False
        if word.lower in word_list("prepositions"):
            return True
        if word.lower not in word_list("directions") and word.lower not in ("the", "nearby", "besieged", "occupied"):
            return False
        at, skipped = at - 1, skipped + 1
    return False


def _beside_place(setting: Setting) -> bool:
    """A container after the name ("Bolgan, Sadia"), or a name before it that it contains."""
    match = setting.match
    for other in setting.neighbors:
        if other.last == match.first or other.first == match.last:
            left, right = (other, match) if other.first < match.first else (match, other)
            gap = setting.text[left.span.end : right.span.start]
            if CONTAINS.fullmatch(gap) and may_contain(right, left):
                return True
    return False


def may_contain(outer: Match, inner: Match) -> bool:
    """True where some meaning of one name lies in some meaning of the other."""
    units = {(c.kind, c.country, c.adm1) for c in outer.candidates if c.kind in ("country", "adm1") and c.how < 2}
    for kind, country, adm1 in units:
        for c in inner.candidates:
            within = kind == "country" or (c.adm1 == adm1 and c.kind != "adm1")
            if within and c.kind != "country" and c.country == country:
                return True
    return False


def _dateline(setting: Setting) -> bool:
    """The name opens its paragraph and a dash follows: "SANAA, Yemen (AP) --"."""
    if setting.match.first > 2:
        return False
    return DATELINE.match(setting.text, setting.match.span.end) is not None


def use_of(setting: Setting, people: frozenset[str]) -> Use | None:
    """How a name is used here, or None where it is no place's."""
    match = setting.match
    if match.demonym:
        return None if _personal(setting) else "demonym"
    strong = is_strong(match)
    if match.key in abbreviations() and not _abbreviated(setting):
        return None
    if _in_longer_name(setting, strong):
        return None
    organization = _organization(setting, strong)
    if organization is False:
        return None
    evidence = has_evidence(setting)
    if match.key in word_list("also_words") and match.key not in word_list("places_all_the_same") and not evidence:
        return None
    if match.key in people and not _is_country(match):
        return None
    if not evidence and not strong:
        return None
    if match.caps and not evidence and not _is_country(match):
        return None
    return "organization" if organization else "place"


def is_strong(match: Match) -> bool:
    """True where the name alone speaks for a place: a country, a first-level unit, a region, a large city."""
    for c in match.candidates:
        if c.kind in ("country", "region", "sea") or (c.kind == "adm1" and c.how == 0):
            return True
        if c.kind == "adm1" and " " in match.key:
            return True
        if c.population >= WELL_KNOWN and c.kind == "city":
            return True
    return False


def _is_country(match: Match) -> bool:
    return any(c.kind == "country" for c in match.candidates)


def _abbreviated(setting: Setting) -> bool:
    """An abbreviation counts after a comma and before its period: "Oxford, Miss."."""
    match = setting.match
    return setting.text[match.span.end : match.span.end + 1] == "." and setting.text[: match.span.start].endswith(", ")


def _personal(setting: Setting) -> bool:
    """A demonym that is a person's last name: "Tom Holland", "Mr. English"."""
    before = setting.before
    return bool(
        before
        and before.lower in word_list("titles")
        and before.capital
        and setting.match.last - setting.match.first == 1
        and before.lower not in ("general", "president", "secretary", "minister", "ambassador")
    )


def _in_longer_name(setting: Setting, strong: bool) -> bool:
    """The name is part of a longer one: "Judy Oxford", "Oxford Smith", "President Lincoln"."""
    before, after = setting.before, setting.after
    if before and before.capital and not setting.match.caps and _names(before, setting, first=True):
        return before.lower not in word_list("organization_after")
    if after and after.capital and not setting.match.caps and _names(after, setting, first=False):
        if after.lower in word_list("titles"):
            return False
        return after.lower not in word_list("organization_after") and not _is_country(setting.match)
    return False


def _names(word: Word, setting: Setting, *, first: bool) -> bool:
    """True where a capitalized neighbor belongs to a name, not to the sentence."""
    if (
        word.lower in word_list("prepositions")
        or word.lower in word_list("directions")
        or word.lower in word_list("calendar")
    ):
        return False
    if word.lower in unit_levels() or word.lower in ("the", "a", "an", "and", "in", "former", "late"):
        return False
    if any(
        m.last == setting.match.first or m.first == setting.match.last for m in setting.neighbors if _holds(m, word)
    ):
        return False
    if word.token is not None:
        return word.token.pos == "PROPN"
    return not (first and setting.match.first == 1)


def _holds(match: Match, word: Word) -> bool:
    return match.span.covers(word.span)


def _organization(setting: Setting, strong: bool) -> bool | None:
    """True: within an organization's name, the place still named; False: no place; None: no organization."""
    after = setting.after
    if not after or not after.capital or setting.match.caps or after.lower not in word_list("organization_after"):
        return None
    if unit_levels().get(after.lower):
        return None
    if after.lower in word_list("place_kept_after"):
        return bool(strong)
    return bool(_is_country(setting.match))
