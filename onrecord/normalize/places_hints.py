"""Hints: words of one country's public life, which speak for namesakes there and for a report that names no country."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from onrecord.model.document import Document, Span
from onrecord.model.reading import Mention
from onrecord.model.values import Actor
from onrecord.registry import country_rows, lexicon_rows

if TYPE_CHECKING:
    from ahocorasick_rs import AhoCorasick

HINT: Final = 1.0
ACRONYM: Final = 0.5  # of up to four letters: others may bear it too
MAX_ACRONYM: Final = 4
GROUP: Final = 1.0  # an armed group is at home in its country
STATE: Final = 0.6  # a state's forces may act abroad
OUTLET: Final = 0.6  # a paper writes of its own country first
# Top-level domains that are sold to all the world.
SOLD_DOMAINS: Final = frozenset(
    [
        "ai",
        "am",
        "cc",
        "cd",
        "co",
        "fm",
        "gg",
        "im",
        "io",
        "la",
        "me",
        "mn",
        "nu",
        "pw",
        "sc",
        "sh",
        "so",
        "to",
        "tv",
        "vc",
        "ws",
    ]
)
LONGER_NAME: Final = re.compile(r"[a-z] [A-Z][\w'’-]+ $")  # "the Arlen National Army" is not the National Army
ISO_OF_DOMAIN: Final = {"uk": "GB", "su": "RU"}


@dataclass(frozen=True, slots=True)
class Evidence:
    """Words that speak for countries, and how loudly, in all; `span` is None where they stand outside the text."""

    span: Span | None
    words: str
    countries: tuple[str, ...]
    weight: float


@dataclass(frozen=True, slots=True)
class _Book:
    automaton: "AhoCorasick"
    rows: tuple[tuple[str, tuple[str, ...]], ...]  # each pattern as written, with its countries


@cache
def _book() -> _Book:
    from ahocorasick_rs import AhoCorasick, MatchKind

    rows = [(words, tuple(countries.split(","))) for words, countries, _ in lexicon_rows("places_hints")]
    known = {words.lower() for words, _ in rows}  # ours count before what one country's profile alone lists
    rows += [(words, (iso,)) for words, iso, _ in lexicon_rows("public_life") if words.lower() not in known]
    automaton = AhoCorasick([words.lower() for words, _ in rows], matchkind=MatchKind.LeftmostLongest)
    return _Book(automaton, tuple(rows))


def hints_in(text: str) -> Iterator[Evidence]:
    """The hints of a text, each once, in text order: "Two jawans were hurt" speaks for India."""
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = text
    book, seen = _book(), set()
    for number, start, end in book.automaton.find_matches_as_indexes(lowered):
        words, countries = book.rows[number]
        if number in seen or not _stands(text, start, end) or not _is_spelled(words, text[start:end]):
            continue
        seen.add(number)
        weight = ACRONYM if words.isupper() and len(words) <= MAX_ACRONYM else HINT
        yield Evidence(Span(start, end), text[start:end], countries, weight)


def _stands(text: str, start: int, end: int) -> bool:
    """True where the words are whole."""
    return not (start and text[start - 1].isalnum()) and not (end < len(text) and text[end].isalnum())


def _is_spelled(words: str, said: str) -> bool:
    """True where the case agrees: capitals for an acronym, a capital for a name."""
    if words.isupper():
        return said == words
    return said[0].isupper() or words[0].islower()


@cache
def _lands() -> dict[str, tuple[str, ...]]:
    """The countries in which a group acts that acts in several."""
    rows = ((words.lower(), tuple(countries.split(","))) for words, countries, _ in lexicon_rows("places_hints"))
    return {words: countries for words, countries in rows if len(countries) > 1}


def actor_hints(text: str, actors: Iterable[Mention]) -> Iterator[Evidence]:
    """Each named actor with its home country, once; of a longer name that only ends so, nothing is known."""
    seen = set()
    for mention in actors:
        value = mention.value
        if not isinstance(value, Actor) or not value.country or (value.name, value.country) in seen:
            continue
        seen.add((value.name, value.country))
        if value.kind == "state_forces":
            yield Evidence(mention.span, value.name, (value.country,), STATE)
        elif not LONGER_NAME.search(text, max(0, mention.span.start - 30), mention.span.start):
            said = mention.span.text_in(text).lower().removesuffix(" militants")
            lands = _lands().get(value.name.lower()) or _lands().get(said) or (value.country,)
            yield Evidence(mention.span, value.name, lands, GROUP)


def outlet_hints(document: Document) -> Iterator[Evidence]:
    """The country of the outlet: by the national domain of its address, or by a country in its name."""
    host = (document.url or "").partition("//")[2].partition("/")[0].partition(":")[0].lower()
    domain = host.rpartition(".")[2]
    if len(domain) == 2 and domain not in SOLD_DOMAINS:
        yield Evidence(None, host, (ISO_OF_DOMAIN.get(domain, domain.upper()),), OUTLET)
    elif document.outlet:
        words = f" {document.outlet} "
        named = {row.iso2 for row in country_rows() if any(f" {form} " in words for form in row.forms)}
        if len(named) == 1:
            yield Evidence(None, document.outlet, tuple(named), OUTLET)


def country_votes(evidence: Iterable[Evidence]) -> dict[str, float]:
    """The votes by country; words of several countries split theirs."""
    votes: dict[str, float] = defaultdict(float)
    for one in evidence:
        for country in one.countries:
            votes[country] += one.weight / len(one.countries)
    return dict(votes)
