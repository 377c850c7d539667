"""Telling places from words, persons and organizations, by what stands beside a name."""

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Final, Literal

from onrecord.normalize.gazetteer import Candidate
from onrecord.normalize.places_lists import abbreviations, unit_levels, word_list
from onrecord.normalize.places_unknown import is_near
from onrecord.normalize.places_words import Match, Word

LEVELED: Final = 3  # how a name matched: only by a transliteration apart
WELL_KNOWN: Final = 250_000  # a city of so many needs no evidence besides its name
SMALL_UNIT: Final = 100_000  # first-level units of fewer people bear names like Michael
Use = Literal["place", "demonym", "organization", "maybe", "echo", "unknown"]
SPACE: Final = re.compile(r"[ \t]*\n?[ \t]+|\n")
MAX_GAP: Final = 60  # characters between a place and its container
GAP_WORD: Final = re.compile(r"[\w-]+|[^\w\s]")
POSSESSED: Final = re.compile(r"['’]s?\s")
DATELINE: Final = re.compile(r"\s*(?:,[^.]{0,40}?)?\s*(?:\([A-Z][^)]*\))?\s*(?:--|—|–|-\s|:\s)")
QUIET: Final = frozenset(["the", "nearby", "besieged", "occupied", "neighboring", "neighbouring", "both"])


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
        if before and before.lower == "of" and first > 1 and self.line[first - 2].lower in levels:
            return levels[self.line[first - 2].lower]
        if before and before.lower in levels and not before.capital:
            return levels[before.lower]
        last = self.match.key.rpartition(" ")
        if last[0] and last[2] in levels:
            return levels[last[2]]
        return self._level_of_list()

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
    return any(
        (c.country in countries and c.kind != "country") or (c.adm1 in units and c.kind in ("city", "adm2"))
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


def after_preposition(setting: Setting) -> bool:
    """True where a preposition of place stands before the name, but for articles and compass words between."""
    at, skipped = setting.match.first - 1, 0
    while at >= 0 and skipped < 4:
        word = setting.line[at]
        gap = setting.text[word.span.end : setting.line[at + 1].span.start]
        if not gap.isspace() and gap != "-":
            return False
        if word.lower in word_list("prepositions"):
            return True
        if word.lower not in word_list("directions") and word.lower not in QUIET:
            return False
        at, skipped = at - 1, skipped + 1
    return False


def in_dateline(setting: Setting) -> bool:
    """True where the name opens its paragraph and a dash follows: "SANAA, Yemen (AP) --"."""
    return setting.match.first <= 2 and DATELINE.match(setting.text, setting.match.span.end) is not None


def use_of(setting: Setting, people: frozenset[str], lower_words: frozenset[str]) -> Use | None:
    """How a name is used here; None where it is no place's.

    "maybe": the rest of the report must speak of its country; "echo": it must be a place elsewhere in the report;
    "unknown": a place in no gazetteer.
    """
    match = setting.match
    key = match.key
    if key in word_list("never") or (match.last - match.first == 1 and key in word_list("calendar")):
        return None
    if not match.candidates or match.candidates[0].how == LEVELED:
        return "unknown" if _names_place(setting) else None
    if match.demonym:
        return None if _personal(setting) else "demonym"
    if key in word_list("needs_unit_word") and setting.level in (None, "city", "part") and not _within_names(setting):
        return None
    if key in abbreviations() and any(c.kind == "adm1" for c in match.candidates) and not _abbreviated(setting):
        return None
    if _in_longer_name(setting) or (key in people and (not _is_country(match) or key in word_list("given_names"))):
        return None
    organization = _organization(setting)
    if organization is False:
        return None
    return _weigh(setting, organization is True, lower_words)


def _names_place(setting: Setting) -> bool:
    """An unknown name is a place's by its unit's word, or by a container right after it."""
    right = setting.right
    return (
        setting.level is not None
        or is_near(setting.line, setting.match.first)
        or (right is not None and holds(setting.text[setting.match.span.end : right.span.start]))
    )


def _weigh(setting: Setting, organization: bool, lower_words: frozenset[str]) -> Use | None:
    """How sure the surroundings make it."""
    match = setting.match
    certain: Use = "organization" if organization else "place"
    strong = is_sure(match)
    if setting.contained or setting.owned or setting.level is not None or _holds_left(setting):
        return certain
    if in_dateline(setting) and match.line < 2:
        return certain
    evidence = after_preposition(setting) or in_dateline(setting)
    if strong and (evidence or not match.caps or _is_country(match)):
        return certain
    if match.key in lower_words or (match.caps and not _proper(setting)):
        return None
    if not evidence and not _listed(setting):
        return "echo"
    return certain if strong else "maybe"


def _proper(setting: Setting) -> bool:
    """True where the parse takes the name's last word for a proper noun; in capitals only that can tell."""
    token = setting.line[setting.match.last - 1].token
    return token is not None and token.pos == "PROPN"


def _within_names(setting: Setting) -> bool:
    """Between names of a chain: "Arlen (Bolgan, Far North)"."""
    return setting.contained or _holds_left(setting)


def _holds_left(setting: Setting) -> bool:
    """True where the name stands as the container of the one before: "Arlen village (Bolgan)"."""
    left = setting.left
    if left is None or not holds(setting.text[left.span.end : setting.match.span.start]):
        return False
    if not left.candidates or left.candidates[0].how == LEVELED:
        return True
    return may_contain(setting.match, left)


def _listed(setting: Setting) -> bool:
    """In a list of names: "in Arlen, Bolgan and Sadia"."""
    for left, right in ((setting.left, setting.match), (setting.match, setting.right)):
        if left and right:
            gap = setting.text[left.span.end : right.span.start].strip()
            if gap in (",", "and", ", and", "or", "("):
                return True
    return False


def is_strong(match: Match) -> bool:
    """True where the name alone speaks for a place: a country, a first-level unit, a region, a large city."""
    for c in match.candidates:
        if c.kind in ("country", "region", "sea"):
            return True
        if c.kind == "adm1" and _large_unit(c, match):
            return True
        if c.population >= WELL_KNOWN and c.kind == "city":
            return True
    return False


def _large_unit(candidate: Candidate, match: Match) -> bool:
    """True for a first-level unit of many people; of fewer where its name is longer than a word."""
    if " " in match.key:
        return candidate.population > SMALL_UNIT / 5
    return candidate.how == 0 and candidate.population > SMALL_UNIT


def is_sure(match: Match) -> bool:
    """A strong name that is no common word or person's name as well."""
    return is_strong(match) and match.key not in word_list("also_words")


def _is_country(match: Match) -> bool:
    return any(c.kind == "country" for c in match.candidates)


def _abbreviated(setting: Setting) -> bool:
    """An abbreviation counts after a comma and before its period, or after a place in it: "Oxford, Miss."."""
    match, left = setting.match, setting.left
    if setting.text[match.span.start - 2 : match.span.start] != ", ":
        return False
    period = setting.text[match.span.end : match.span.end + 1] == "."
    return period or (left is not None and is_container(setting.text, left, match))


def _personal(setting: Setting) -> bool:
    """A demonym that is a person's last name: "Mr. English", "Dr. French"."""
    before = setting.before
    return bool(
        before and before.lower in ("mr", "mrs", "ms", "dr", "miss") and setting.match.last == before_index(setting) + 2
    )


def before_index(setting: Setting) -> int:
    """The index of the word before the name."""
    return setting.match.first - 1


def _in_longer_name(setting: Setting) -> bool:
    """The name is part of a longer one: "Judy Oxford", "Oxford Smith", "President Lincoln", "George Washington"."""
    if setting.match.caps:
        return False
    before, after = setting.before, setting.after
    if before and before.capital and _belongs(before, setting, setting.left, first=True):
        return before.lower not in word_list("organization_after")
    if after and after.capital and _belongs(after, setting, setting.right, first=False):
        if after.lower in word_list("titles") or after.lower in word_list("organization_after"):
            return False
        given = setting.match.key in word_list("given_names")
        return given or not is_strong(setting.match)
    return False


def _belongs(word: Word, setting: Setting, neighbor: Match | None, *, first: bool) -> bool:
    """True where a capitalized neighbor belongs to a name, not to the sentence."""
    lower = word.lower
    if lower in word_list("prepositions") or lower in word_list("directions") or lower in word_list("calendar"):
        return False
    if lower in unit_levels() or lower in word_list("inner") or lower in ("a", "an", "former", "late", "in"):
        return False
    if neighbor and neighbor.span.covers(word.span):
        return not _stands_alone(neighbor) and not (
            first and _stands_alone(setting.match) and neighbor.key not in word_list("given_names")
        )
    if word.token is not None and (setting.titled or (first and setting.match.first == 1)):
        return word.token.pos == "PROPN"
    return not (first and setting.match.first == 1)


def _stands_alone(match: Match) -> bool:
    """A country, a demonym or a first-level unit: beside it another may be a place too ("Far North Queensland")."""
    return any(c.kind in ("country", "adm1", "region") for c in match.candidates) and match.key not in word_list(
        "given_names"
    )


def _organization(setting: Setting) -> bool | None:
    """True: within an organization's name, the place still named; False: no place; None: no organization."""
    after = setting.after
    if _is_side(setting):
        return True
    if not after or setting.match.caps or not after.capital or after.lower in unit_levels():
        return None
    if after.lower in word_list("facilities") and not _is_country(setting.match):
        return None
    if after.lower in word_list("organization_after"):
        return after.lower in word_list("place_kept_after") or _is_country(setting.match)
    return None


def _is_side(setting: Setting) -> bool:
    """A country as a party: "Sadia army", "Sadia-based militants"."""
    match, text = setting.match, setting.text
    if not any(c.kind == "country" for c in match.candidates) or match.last >= len(setting.line):
        return False
    following = setting.line[match.last].lower
    if text[match.span.end : match.span.end + 1] == "-":
        return following in word_list("siding")
    return setting.after is not None and following in word_list("state_arms")
