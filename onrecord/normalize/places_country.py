"""The country of a report: one score over all that speaks for one, its reasons kept."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from onrecord.model.document import Document, Span
from onrecord.model.reading import Mention, Sentence
from onrecord.model.values import Actor, Place
from onrecord.normalize.gazetteer import Candidate, Gazetteer
from onrecord.normalize.places_hints import (
    Evidence,
    actor_hints,
    country_votes,
    hints_in,
    homes,
    outlet_hints,
    told_once,
)
from onrecord.normalize.places_lists import unit_levels, word_list
from onrecord.normalize.places_setting import BEYOND
from onrecord.normalize.places_sides import opposed, side_of
from onrecord.normalize.places_value import place_of

NAMED: Final = 1.5  # a country by its name
PLACE: Final = 1.0  # a place in it, or a thing of the land: "a Sadian village"
ORGANIZATION: Final = 0.6  # a body of it
AUTHORITY: Final = 0.8  # "Sadian police"
FORCES: Final = 0.5  # "Sadian troops" may fight abroad
RESIDENTS: Final = 0.5  # "Sadian fishermen"
STRANGERS: Final = 0.1  # "Sadian refugees" are elsewhere more often than not
PEOPLE: Final = 0.3
STRUCK: Final = 0.8  # people who are struck by those of another country
STRIKING: Final = 0.5  # times the weight of those who strike them
LAND: Final = 2.0  # "raiders attacked a Sadian village": whoever they are, it happened there
PAIRED: Final = re.compile(r",? (?:and|or) [A-Z][a-z]+")
KINDS: Final = (*(("strangers", STRANGERS), ("authorities", AUTHORITY), ("residents", RESIDENTS), ("forces", FORCES)),)
ENOUGH: Final = 0.5  # a score below tells no country
LEAD: Final = 1.5  # times the score of the next country


@dataclass(frozen=True, slots=True)
class CountryGuess:
    """The country that a report speaks of, with its score and what it is made of."""

    country: str
    score: float
    reasons: tuple[Evidence, ...]


def guess_country(evidence: Iterable[Evidence]) -> CountryGuess | None:
    """The country that the evidence speaks for above all others; None where none does."""
    known = tuple(evidence)
    votes = country_votes(known)
    ranked = sorted(votes.items(), key=lambda row: (-row[1], row[0]))
    if not ranked or ranked[0][1] < ENOUGH or (len(ranked) > 1 and ranked[0][1] < LEAD * ranked[1][1]):
        return None
    country, score = ranked[0]
    return CountryGuess(country, round(score, 2), tuple(one for one in known if country in one.countries))


def evidence_of(
    document: Document, places: Iterable[Mention], actors: Iterable[Mention], sentences: tuple[Sentence, ...] = ()
) -> Iterator[Evidence]:
    """All that speaks for a country: places and peoples named, public life, armed groups, the outlet; of two peoples
    the one that is struck speaks louder than the one that strikes."""
    known = tuple(places)
    _, struck = opposed(_peoples(document.text, known), sentences)
    for one in _all_evidence(document, known, actors):
        if struck and one.span and side_of(sentences, one.span) == "striking" and not struck & set(one.countries):
            yield replace(one, weight=STRIKING * one.weight)
        elif struck and one.span and struck & set(one.countries) and side_of(sentences, one.span) == "struck":
            yield replace(one, weight=max(STRUCK, one.weight))
        else:
            yield one


def _peoples(text: str, places: Iterable[Mention]) -> Iterator[tuple[Span, str]]:
    """The peoples and states of a report with their countries, without those that are abroad more often than not."""
    for mention in places:
        value = mention.value
        if not isinstance(value, Place) or not value.country or value.precision != "country":
            continue
        origin = BEYOND.search(text, max(0, mention.span.start - 30), mention.span.start)
        if (mention.kind == "place" and not origin) or _weight(text, mention, value) == STRANGERS:
            continue
        yield mention.span, value.country


def _all_evidence(document: Document, known: tuple[Mention, ...], actors: Iterable[Mention]) -> Iterator[Evidence]:
    yield from _place_evidence(document.text, known)
    peoples = [m.span for m in known if m.kind == "demonym"]  # of "Sadian raiders" the demonym speaks already
    groups = (m for m in actors if _is_group(m) and not any(m.span.overlaps(span) for span in peoples))
    yield from told_once(hints_in(document.text), actor_hints(document.text, groups))
    yield from outlet_hints(document)


def _is_group(mention: Mention) -> bool:
    return isinstance(mention.value, Actor) and mention.value.kind != "state_forces"


def country_told(
    document: Document,
    places: tuple[Mention, ...],
    actors: Iterable[Mention],
    gazetteer: Gazetteer,
    sentences: tuple[Sentence, ...] = (),
) -> Mention | None:
    """The country that a report is understood to speak of, at the words that tell it most; None where none do."""
    guess = guess_country(evidence_of(document, places, actors, sentences))
    unit = gazetteer.unit(guess.country) if guess else None
    told = [one for one in guess.reasons if one.span] if guess else []
    home = _home(told, unit, gazetteer) if unit else None
    told = [one for one in told if home is None or one.words.lower() in homes()]
    best = max(
        told, key=lambda one: (one.weight / len(one.countries), -(one.span.start if one.span else 0)), default=None
    )
    if unit is None or best is None or best.span is None:
        return None
    return Mention(best.span, "PLACE", replace(place_of(home or unit, gazetteer), inferred=True), kind="inferred")


def _clearness(one: Evidence) -> tuple[float, int]:
    """How clearly words tell their country; of equals the first is the clearest."""
    return one.weight / len(one.countries), -(one.span.start if one.span else 0)


def _home(told: Iterable[Evidence], country: Candidate, gazetteer: Gazetteer) -> Candidate | None:
    """The unit or region of the country that groups of the report are at home in; None where that is not one."""
    named = {homes()[one.words.lower()] for one in told if one.words.lower() in homes()}
    if len(named) != 1:
        return None
    (name,) = named
    found = gazetteer.unit(name) or next((c for c in gazetteer.lookup(name) if c.kind == "region"), None)
    return found if found and found.country == country.country else None


def _place_evidence(text: str, places: Iterable[Mention]) -> Iterator[Evidence]:
    """Each place or people named, once."""
    seen = set()
    for mention in places:
        value = mention.value
        if not isinstance(value, Place) or not value.country:
            continue
        words = mention.span.text_in(text)
        weight = _weight(text, mention, value)
        if weight and (words, value.country, weight) not in seen:
            seen.add((words, value.country, weight))
            yield Evidence(mention.span, words, (value.country,), weight)


def _weight(text: str, mention: Mention, value: Place) -> float:
    """How loudly a place or a people speaks for its country as the scene."""
    if mention.kind == "demonym":
        return _people_weight(text, mention)
    if mention.kind == "organization":
        return ORGANIZATION
    beyond = BEYOND.search(text, max(0, mention.span.start - 30), mention.span.start)
    if value.precision == "country" and beyond:
        return 0.0 if beyond[0].startswith("border") else PEOPLE
    return NAMED if value.precision == "country" else PLACE


def _people_weight(text: str, mention: Mention) -> float:
    """Police of a country are at home more often than its tourists; "the Sadian border" tells neither side."""
    end = mention.span.end
    paired = PAIRED.match(text, end)  # "Sadian and Norlandian troops": both are troops
    end = paired.end() if paired else end
    following = text[end : end + 40].replace("-", " ").split()
    words = [word.strip(".,;:()'\"’").lower() for word in following[:2]]
    if words[:1] in (["anti"], ["pro"], ["non"]):
        return PEOPLE
    if any(word in word_list("land") or word in unit_levels() for word in words):
        return LAND
    if any(word.startswith("border") for word in words):
        return 0.0
    return next((weight for name, weight in KINDS if any(word in word_list(name) for word in words)), PEOPLE)
