"""Votes: what a name says about the country and the first-level unit that a report speaks of."""

import math
from typing import Final

from onrecord.normalize.gazetteer import Candidate
from onrecord.normalize.places_choose import Context, rank
from onrecord.normalize.places_context import LEVELED
from onrecord.normalize.places_found import Found
from onrecord.normalize.places_lists import word_list
from onrecord.normalize.places_setting import BEYOND

COUNTRY_VOTE: Final = 1.5  # a country named speaks louder than a city in it
BEYOND_VOTE: Final = 0.6  # "bandits from Sadia", "fled into Sadia"
DEMONYM_VOTE: Final = 0.8
FORCES_VOTE: Final = 0.5  # "Sadian troops" may be abroad
MAYBE_VOTE: Final = 0.5
SMALL_TOWN: Final = 50_000  # people
OTHER_NAME_SHARE: Final = 0.2
TOP: Final = 8  # namesakes that vote
Votes = dict[str, float]


def _sides(one: Found) -> bool:
    """A demonym that tells whose side, not where: "Saudi-led"."""
    text, end, line = one.setting.text, one.match.span.end, one.setting.line
    following = line[one.match.last].lower if one.match.last < len(line) else ""
    return text[end : end + 1] == "-" and following in word_list("siding")


def _loudness(one: Found) -> float:
    """A country speaks louder than a town in it, but not one that somebody comes from or goes to."""
    start = one.match.span.start
    return BEYOND_VOTE if BEYOND.search(one.setting.text, max(0, start - 30), start) else COUNTRY_VOTE


def _credit(candidate: Candidate) -> float:
    """Another name of a small town says little: in another language it may be any village's."""
    small = candidate.kind == "city" and candidate.how == 1 and candidate.population < SMALL_TOWN
    return OTHER_NAME_SHARE if small else 1.0


def votes_of(one: Found, containers: tuple[Candidate, ...]) -> Votes:
    """What a name says about countries and units: the share of its likeliest meanings."""
    votes: Votes = {}
    if one.match.candidates[0].how == LEVELED or (one.use == "demonym" and _sides(one)):
        return votes
    ranked = rank(one.match.candidates, Context({}, containers, one.setting.level))[:TOP]
    weights = [math.exp(scored.score - ranked[0].score) for scored in ranked]
    strength = MAYBE_VOTE if one.use == "maybe" else 1.0
    if one.use == "demonym":
        following = one.setting.line[one.match.last].lower if one.match.last < len(one.setting.line) else ""
        strength = FORCES_VOTE if following in word_list("forces") else DEMONYM_VOTE
    for scored, weight in zip(ranked, weights, strict=True):
        candidate = scored.candidate
        share = strength * weight / sum(weights) * _credit(candidate)
        if candidate.country:
            loud = _loudness(one) if candidate.kind == "country" and one.use != "demonym" else 1.0
            votes[candidate.country] = votes.get(candidate.country, 0.0) + share * loud
        if candidate.adm1:
            votes[candidate.adm1] = votes.get(candidate.adm1, 0.0) + share
    return votes
