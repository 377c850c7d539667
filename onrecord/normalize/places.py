"""Places of a report: names found, told from other names, and resolved against each other."""

from collections import Counter
from itertools import pairwise
from typing import Final

from onrecord.model.codes import PlacePrecision
from onrecord.model.document import Document
from onrecord.model.reading import Mention, Sentence
from onrecord.model.values import Place
from onrecord.normalize.gazetteer import Candidate, Gazetteer
from onrecord.normalize.places_choose import Context, rank
from onrecord.normalize.places_context import CONTAINS, Setting, Use, unit_level, use_of
from onrecord.normalize.places_match import Match, match_line, unit_levels, word_list
from onrecord.normalize.places_words import Word, is_caps, words_of

PRECISION: Final[dict[str, PlacePrecision]] = {
    "country": "country",
    "region": "region",
    "sea": "sea",
    "adm1": "adm1",
    "adm2": "adm2",
    "city": "exact",
}
Found = tuple[Match, Use, Setting]


def find_places(document: Document, sentences: tuple[Sentence, ...], gazetteer: Gazetteer) -> tuple[Mention, ...]:
    """The mentions of places, demonyms among them, in text order."""
    text = document.text
    lines = [words_of(text, sentence) for sentence in sentences]
    matches = [match_line(text, number, line, is_caps(line), gazetteer) for number, line in enumerate(lines) if line]
    people = person_names(text, lines, matches)
    found: list[Found] = []
    for in_line in matches:
        for match in in_line:
            setting = Setting(text, lines[match.line], match, tuple(m for m in in_line if m is not match))
            use = use_of(setting, people)
            if use:
                found.append((match, use, setting))
    return tuple(_resolve(found, gazetteer))


def person_names(text: str, lines: list[list[Word]], matches: list[list[Match]]) -> frozenset[str]:
    """Last names of persons named in full somewhere in the report: "Ann Oxford" makes a later "Oxford" a person."""
    names = set()
    known = {m.span.start for in_line in matches for m in in_line}
    for line in lines:
        if is_caps(line):
            continue
        for left, right in pairwise(line):
            if not (left.capital and right.capital and right.span.start - left.span.end == 1):
                continue
            if left.lower in word_list("titles") or _full_name(left, right, known):
                names.add(right.lower)
    return frozenset(names)


def _full_name(left: Word, right: Word, known: set[int]) -> bool:
    """Two proper nouns of which the first is no place, direction or unit, and the second ends the name."""
    if left.span.start in known or left.lower in word_list("directions") or left.lower in unit_levels():
        return False
    if left.lower in word_list("prepositions") or left.lower in word_list("calendar") or right.lower in unit_levels():
        return False
    tokens = left.token, right.token
    return all(token is not None and token.pos == "PROPN" for token in tokens) and bool(
        left.token and right.token and left.token.head == right.token.index
    )


def _resolve(found: list[Found], gazetteer: Gazetteer) -> list[Mention]:
    """Each name's place: a first round by itself, a second by what the first found; one sense per discourse."""
    containers = _containers(found)
    first = [
        _pick(match, setting, Context(Counter(), Counter(), containers.get(n, ()), unit_level(setting)))
        for n, (match, _, setting) in enumerate(found)
    ]
    countries = Counter(c.country for c in first if c.country and c.kind in ("country",))
    for c in first:
        if c.country and c.kind in ("adm1", "city") and c.population > 100_000:
            countries[c.country] += 1
    units = Counter(c.adm1 for c in first if c.adm1 and c.kind == "adm1")
    stated: dict[str, Candidate] = {}
    for n, (match, _, _setting) in enumerate(found):
        if containers.get(n):
            stated.setdefault(match.key, first[n])
    mentions = []
    for n, (match, use, setting) in enumerate(found):
        around = containers.get(n) or ((stated[match.key],) if match.key in stated else ())
        context = Context(countries, units, around, unit_level(setting))
        candidate = _pick(match, setting, context)
        if match.key in stated and not containers.get(n) and not unit_level(setting):
            candidate = stated[match.key]
        mentions.append(Mention(match.span, "PLACE", place_of(candidate, gazetteer), kind=use))
    return mentions


def _pick(match: Match, setting: Setting, context: Context) -> Candidate:
    return rank(match.candidates, context)[0].candidate


def _containers(found: list[Found]) -> dict[int, tuple[Candidate, ...]]:
    """For each name the meanings of the name that is said to contain it: "Oxford, Miss.", "Homs in Syria"."""
    containers: dict[int, list[Candidate]] = {}
    for n, (left, right) in enumerate(pairwise(found)):
        inner, outer = left[0], right[0]
        if inner.line != outer.line:
            continue
        gap = left[2].text[inner.span.end : outer.span.start]
        if CONTAINS.fullmatch(gap):
            containers.setdefault(n, []).extend(c for c in outer.candidates if c.how < 2)
    return {n: tuple(c) for n, c in containers.items()}


def place_of(candidate: Candidate, gazetteer: Gazetteer) -> Place:
    """A gazetteer's candidate as a value; a place without a point of its own takes none."""
    country = candidate.country and gazetteer.name_of(candidate.country)
    adm1 = candidate.adm1 and gazetteer.name_of(candidate.adm1)
    names = [candidate.name]
    if candidate.kind in ("city", "adm2") and adm1 and adm1 != candidate.name:
        names.append(adm1)
    if country and candidate.kind != "country":
        names.append(country)
    return Place(
        name=candidate.name,
        path=tuple(names),
        country=candidate.country,
        country_name=country,
        lat=candidate.lat,
        lon=candidate.lon,
        precision=PRECISION[candidate.kind],
        gazetteer_id=candidate.gid,
        adm1=candidate.adm1,
        adm2=candidate.adm2,
        population=candidate.population,
    )
