"""How strongly a name alone speaks for a place: countries, large cities and units need no other evidence."""

from typing import Final

from onrecord.normalize.gazetteer import Candidate
from onrecord.normalize.gazetteer_fold import fold
from onrecord.normalize.places_lists import word_list
from onrecord.normalize.places_words import Match

WELL_KNOWN: Final = 250_000  # a city of so many needs no evidence besides its name
FAMOUS: Final = 700_000  # under another of its names: "Lvov"
SMALL_UNIT: Final = 100_000  # first-level units of fewer people bear names like Michael


def is_strong(match: Match) -> bool:
    """True where the name alone speaks for a place: a country, a first-level unit, a region, a large city."""
    for c in match.candidates:
        if c.kind in ("country", "region", "sea"):
            return True
        if c.kind == "adm1" and _large_unit(c, match):
            return True
        if c.kind == "city" and c.population >= (WELL_KNOWN if c.how == 0 else FAMOUS):
            return True
    return False


def _large_unit(candidate: Candidate, match: Match) -> bool:
    """True for a first-level unit of many people; of fewer where its name is longer than a word."""
    if match.caps and fold(candidate.name) != match.key:
        return False  # in capitals any word may look like the bare name of a unit
    if " " in match.key:
        return candidate.population > SMALL_UNIT / 5
    return candidate.how == 0 and candidate.population > SMALL_UNIT


def is_sure(match: Match) -> bool:
    """A strong name that is no common word or person's name as well."""
    return is_strong(match) and match.key not in word_list("also_words")


def is_country(match: Match) -> bool:
    """True where a country bears the name."""
    return any(c.kind == "country" for c in match.candidates)
