"""Names that stand for a body or a party here: "the Arlen police", "Sadia-based militants", "the Arlen clan"."""

import re
from typing import Final

from onrecord.normalize.places_lists import unit_levels, word_list
from onrecord.normalize.places_setting import Setting
from onrecord.normalize.places_strength import is_country, is_strong, is_sure
from onrecord.normalize.places_words import Match

TOWN: Final = 10_000  # people: of a smaller town's police nothing is known without another word
MAX_BODY: Final = 3  # words after the place in a body's name
BODY_GAPS: Final = (" ", "'s ", "’s ")
KIN: Final = re.compile(
    r"(?: (?:and|or) (?:the )?[A-Z][\w'’-]+)? (?:(?:sub-?)?clan|tribe|clansm[ae]n|tribesm[ae]n)s?\b"
)
PRO: Final = re.compile(r"\b(?:[Pp]ro|[Aa]nti)-$")
PARTY_OF: Final = re.compile(r"\b([\w-]+) of (?:the )?(?:Republic of )?(?:[A-Z][\w-]+ and )?$")


def is_station(setting: Setting) -> bool:
    """A large place behind an acronym, as part of a body's name: "ZTV Montevideo"."""
    before = setting.before
    return before is not None and before.text.isupper() and len(before.text) > 2 and is_sure(setting.match)


def organization_of(setting: Setting) -> bool | None:
    """True: within an organization's name, the place still named; False: no place; None: no organization."""
    after = setting.after
    if _is_kin(setting):
        return False
    if _is_side(setting):
        return True
    if is_station(setting) and not setting.match.caps:
        return True
    if after and after.capital and setting.match.key.rpartition(" ")[2] in unit_levels():
        return after.lower in word_list("organization_after") or after.lower in word_list("titles") or None
    if after and after.text == "police" and not setting.match.caps:
        return _is_known_town(setting.match) or None
    if not after or setting.match.caps or not after.capital or after.lower in unit_levels():
        return None
    if after.lower in word_list("facilities") and not is_country(setting.match):
        return None
    if after.lower in word_list("organization_after"):
        return after.lower in word_list("place_kept_after") or is_country(setting.match)
    return True if _heads_body(setting) and is_strong(setting.match) else None


def _is_known_town(match: Match) -> bool:
    """True for a town of some size whose name no place of another country bears: "Arlen police"."""
    first = match.candidates[0]
    one_country = all(c.country == first.country for c in match.candidates)
    return one_country and any(c.kind == "city" and not c.how and c.population >= TOWN for c in match.candidates)


def _heads_body(setting: Setting) -> bool:
    """True where capitalized words follow that end in a body's: "Sadia Liberation Front", "the Arlen High Court"."""
    at, line = setting.match.last, setting.line
    for last in range(at, min(at + MAX_BODY, len(line))):
        before = line[last - 1].span.end
        if not line[last].capital or setting.text[before : line[last].span.start] not in BODY_GAPS:
            return False
        if line[last].lower in word_list("organization_after") | word_list("forces_after"):
            return True
    return False


def _is_kin(setting: Setting) -> bool:
    """A name that is a clan's or a people's here: "the Arlen clan", "the Arlen and Bolgan tribes"."""
    return KIN.match(setting.text, setting.match.span.end) is not None


def _is_side(setting: Setting) -> bool:
    """A country as a party: "Sadia army", "Sadia-based militants", "the forces of Sadia"."""
    match, text = setting.match, setting.text
    if not any(c.kind == "country" for c in match.candidates):
        return False
    if PRO.search(text, max(0, match.span.start - 5), match.span.start):
        return True
    party = PARTY_OF.search(text, max(0, match.span.start - 60), match.span.start)
    if party and party[1].lower() in word_list("state_arms") - {"border"}:
        return True
    if match.last >= len(setting.line):
        return False
    following = setting.line[match.last].lower
    if text[match.span.end : match.span.end + 1] == "-":
        return following in word_list("siding")
    return setting.after is not None and following in word_list("state_arms")
