"""Places of a report: names found, told from other names, and resolved against each other."""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Final

from onrecord.model.document import Document, Span
from onrecord.model.reading import Mention, Sentence
from onrecord.normalize.gazetteer import Gazetteer
from onrecord.normalize.places_context import use_of
from onrecord.normalize.places_found import Found
from onrecord.normalize.places_hints import actor_hints, country_votes, hints_in, home_votes, outlet_hints, told_once
from onrecord.normalize.places_lists import unit_levels, word_list
from onrecord.normalize.places_match import match_line
from onrecord.normalize.places_resolve import resolve
from onrecord.normalize.places_setting import Setting
from onrecord.normalize.places_sides import opposed
from onrecord.normalize.places_strength import is_strong, is_sure
from onrecord.normalize.places_value import mention_of
from onrecord.normalize.places_words import Match, Word, is_caps, words_of

STRUCK: Final = 0.8  # votes for the country whose people are struck by another's
TITLED_SHARE: Final = 0.6  # of a line's words capitalized: a headline


def find_places(
    document: Document, sentences: tuple[Sentence, ...], gazetteer: Gazetteer, actors: Iterable[Mention] = ()
) -> tuple[Mention, ...]:
    """The mentions of places, demonyms among them, in text order; the countries of `actors` speak for namesakes."""
    text = document.text
    lines = [words_of(text, sentence) for sentence in sentences]
    matches = [match_line(text, number, line, is_caps(line), gazetteer) for number, line in enumerate(lines)]
    if not any(matches):
        return ()
    people = person_names(text, lines, matches)
    lower_words = frozenset(word.text for line in lines for word in line if not word.capital)
    found = []
    for setting in _settings(text, lines, matches):
        use = use_of(setting, people, lower_words)
        if use:
            found.append(Found(setting, use))
    told = (*told_once(hints_in(text), actor_hints(text, actors)), *outlet_hints(document))
    hints = country_votes(told) | home_votes(told)
    for country in sorted(opposed(_peoples(found), sentences)[1]):
        hints[country] = hints.get(country, 0.0) + STRUCK
    resolved = resolve(found, hints, gazetteer.unit)
    return tuple(mention_of(one, gazetteer) for one in resolved)


def _peoples(found: Iterable[Found]) -> Iterator[tuple[Span, str]]:
    """The peoples and states that are named as sides: "Sadian troops", "the forces of Sadia"."""
    for one in found:
        country = next((c.country for c in one.match.candidates if c.kind == "country"), None)
        if country and one.use in ("demonym", "organization"):
            yield one.match.span, country


def _settings(text: str, lines: list[list[Word]], matches: list[list[Match]]) -> Iterator[Setting]:
    """Each match with what stands around it."""
    for line, in_line in zip(lines, matches, strict=True):
        titled = sum(w.capital for w in line) > TITLED_SHARE * len(line)
        for n, match in enumerate(in_line):
            left = in_line[n - 1] if n else None
            right = in_line[n + 1] if n + 1 < len(in_line) else None
            yield Setting(text, line, match, left, right, titled)


def person_names(text: str, lines: list[list[Word]], matches: list[list[Match]]) -> frozenset[str]:
    """Last names of persons named in full somewhere in the report: "Ann Oxford" makes a later "Oxford" a person."""
    names = set()
    for line, in_line in zip(lines, matches, strict=True):
        if is_caps(line):
            continue
        known = {m.span.start: m for m in in_line}
        names.update(_speakers(line, in_line))
        for left, right in pairwise(line):
            if not (left.capital and right.capital and right.span.start - left.span.end <= 2):
                continue
            if text[left.span.end : right.span.start] not in (" ", ". ", "\n"):
                continue
            if _full_name(left, right, known, line):
                names.add(right.lower)
                place = known.get(left.span.start)
                if left.lower in word_list("given_names") and not (place and is_strong(place)):
                    names.add(left.lower)
    return frozenset(names)


def _speakers(line: list[Word], in_line: list[Match]) -> set[str]:
    """Weak names that speak or think: "Oxford said", "according to Oxford" in a sentence that is parsed."""
    names = set()
    for match in in_line:
        token = line[match.last - 1].token
        if match.last - match.first > 1 or token is None or is_sure(match) or token.dep != "nsubj":
            continue
        verb = next((w.token for w in line if w.token and w.token.index == token.head), None)
        if verb is not None and verb.lemma in word_list("saying"):
            names.add(match.key)
    return names


def _full_name(left: Word, right: Word, known: dict[int, Match], line: list[Word]) -> bool:
    """A title or a given name with a last name: no place, compass word or unit's word, both proper nouns."""
    if left.lower in word_list("titles") and left.lower != "saint":
        return (right.lower not in unit_levels() and right.span.start not in known) or left.lower in (
            "mr",
            "mrs",
            "ms",
            "dr",
            "gen",
            "col",
            "sen",
            "rep",
        )
    for listed in ("directions", "prepositions", "calendar", "inner", "organization_after"):
        if left.lower in word_list(listed) or right.lower in word_list(listed):
            return False
    if left.lower in unit_levels() or right.lower in unit_levels():
        return False
    place, last = known.get(left.span.start), known.get(right.span.start)
    if left.lower not in word_list("given_names") and ((place and is_sure(place)) or (last and is_sure(last))):
        return False
    if left is line[0] and left.token is not None and left.token.pos != "PROPN":
        return False
    return all(word.token is None or word.token.pos == "PROPN" for word in (left, right))
