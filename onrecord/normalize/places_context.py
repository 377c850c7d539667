"""Telling places from words, persons and organizations, by what stands beside a name."""

import re
from typing import Final, Literal

from onrecord.normalize.places_lists import abbreviations, peoples, unit_levels, word_list
from onrecord.normalize.places_organization import is_station, organization_of
from onrecord.normalize.places_setting import Setting, holds, is_container, may_contain
from onrecord.normalize.places_strength import is_country, is_strong, is_sure
from onrecord.normalize.places_unknown import is_near
from onrecord.normalize.places_words import Match, Word

LEVELED: Final = 3  # how a name matched: only by a transliteration apart
Use = Literal["place", "demonym", "organization", "maybe", "echo", "unknown"]
DATELINE: Final = re.compile(r"\s*(?:,[^.]{0,40}?)?\s*(?:\([A-Z][^)]*\))?\s*(?:--|—|–|-\s|:\s)")
HYPHENED: Final = re.compile(r"-([A-Za-z]+)")
ROAD: Final = re.compile(r" (?:axis|road|highway|route|line|border|railway)\b", re.IGNORECASE)
SUFFIXES: Final = (
    *("ed", "ing", "led", "bound", "wide", "run", "born", "made", "style", "area", "held", "born", "ward", "wards"),
    *("side", "friendly", "language", "language", "owned", "like", "proper", "city", "border", "and", "to", "era"),
)
PART_OF: Final = re.compile(r" [\w-]+ of (?:the )?[A-Z]")
NAME_TITLES: Final = frozenset(["sheikh", "mullah", "haji"])  # last names too
QUIET: Final = frozenset(["the", "nearby", "besieged", "occupied", "neighboring", "neighbouring", "both"])


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
    if _is_no_name(setting):
        return None
    if not match.candidates or match.candidates[0].how == LEVELED:
        return "unknown" if _names_place(setting) else None
    if match.demonym:
        return None if _personal(setting) else "demonym"
    if _cut_by_hyphen(setting):
        return None
    if key in word_list("needs_unit_word"):
        return _as_unit(setting)
    if _is_people(setting) or _is_code(setting):
        return None
    if _in_longer_name(setting) or (key in people and (not is_country(match) or key in word_list("given_names"))):
        return None
    organization = organization_of(setting)
    if organization is False:
        return None
    if organization and setting.after and setting.after.text == "police":
        return "organization"
    return _weigh(setting, organization is True, lower_words)


def _is_no_name(setting: Setting) -> bool:
    """True for words that are no place's name, days, and a unit's word alone: "Ward No-12", "Colonia Arlen"."""
    match = setting.match
    if match.key in unit_levels() and not setting.contained:
        return True
    return match.key in word_list("never") or (match.last - match.first == 1 and match.key in word_list("calendar"))


def _is_code(setting: Setting) -> bool:
    """True for letters that are a unit's abbreviation, where they do not stand as one."""
    units = any(c.kind == "adm1" for c in setting.match.candidates)
    return setting.match.key in abbreviations() and units and not _abbreviated(setting)


def _is_people(setting: Setting) -> bool:
    """True for a people that a town is named like, but where words make it the town: "the Kikuyu met", "in Kikuyu". A
    unit named after its people is where they live."""
    match = setting.match
    if match.key not in peoples() or any(c.kind in ("adm1", "region") for c in match.candidates):
        return False
    if setting.level is not None or setting.contained or setting.owned or _listed(setting):
        return False
    return setting.before is None or setting.before.lower not in word_list("locative")


def _as_unit(setting: Setting) -> Use | None:
    """A compass word and its like: a unit's name only where the unit's word, or a chain of names, says so."""
    if (setting.level in (None, "city", "part") or _is_part_of(setting)) and not _within_names(setting):
        return None
    return None if _is_side_of(setting) else "maybe"


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
    framed = setting.contained or setting.owned or setting.level is not None or _holds_left(setting)
    if framed and (strong or not match.caps or _proper(setting)):
        return certain
    if in_dateline(setting) and match.line < 2:
        return certain
    evidence = after_preposition(setting) or in_dateline(setting)
    if strong and (evidence or not match.caps or is_country(match)):
        return certain
    if match.key in lower_words or (match.caps and not _proper(setting)):
        return None
    if not evidence and not _listed(setting):
        return "echo"
    return certain if strong else "maybe"


def _cut_by_hyphen(setting: Setting) -> bool:
    """True where the name is the first half of a longer one: "Arlen-arlen", "Bolgan-e", of a small place also
    "Arlen-Bolgan"; not in "Arlen-based" and "the Arlen-Bolgan road"."""
    following = HYPHENED.match(setting.text, setting.match.span.end)
    if following is None:
        return False
    if following[1][0].isupper():
        right = setting.right
        named = (right is not None and right.span.start == following.start(1)) or is_strong(setting.match)
        return not named and not ROAD.match(setting.text, following.end())
    return not following[1].endswith(SUFFIXES)


def _is_part_of(setting: Setting) -> bool:
    """True for "the West Zone of Arlen": a part of it, and no unit by that name."""
    return PART_OF.match(setting.text, setting.match.span.end) is not None


def _is_side_of(setting: Setting) -> bool:
    """True for "Arlen Central constituency": a part of Arlen."""
    left, before = setting.left, setting.before
    named = left is not None and left.key not in word_list("needs_unit_word")
    return named and left is not None and before is not None and left.span.covers(before.span)


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
    if is_station(setting):
        return False
    if before and before.capital and _belongs(before, setting, setting.left, first=True):
        return before.lower not in word_list("organization_after")
    if after and after.capital and after.lower in NAME_TITLES:
        return not is_country(setting.match)
    if after and setting.match.key.rpartition(" ")[2] in unit_levels():
        return False  # "Arlen County Fire Marshal": the county is named
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
    if (
        lower in QUIET
        or lower in unit_levels()
        or lower in word_list("inner")
        or lower in ("a", "an", "former", "late", "in")
    ):
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
