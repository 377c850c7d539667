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
MIN_PLURAL: Final = 5  # letters of a word that is matched in the plural too
GROUP: Final = 1.0  # an armed group is at home in its country
NAMELESS: Final = 0.3  # "bandits from Sadia" have crossed its border
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
        end += _plural(words, text, end)
        if number in seen or not _stands(text, start, end) or not _is_spelled(words, text[start:end]):
            continue
        seen.add(number)
        weight = ACRONYM if words.isupper() and len(words) <= MAX_ACRONYM else HINT
        yield Evidence(Span(start, end), text[start:end], countries, weight)


def _plural(words: str, text: str, end: int) -> int:
    """One letter more where common words of some length stand in the plural: "defence volunteers"."""
    return int(len(words) >= MIN_PLURAL and words.islower() and text[end : end + 1] == "s")


def _stands(text: str, start: int, end: int) -> bool:
    """True where the words are whole."""
    return not (start and text[start - 1].isalnum()) and not (end < len(text) and text[end].isalnum())


def _is_spelled(words: str, said: str) -> bool:
    """True where the case agrees: capitals for an acronym, a capital for a name."""
    if words.isupper():
        return said == words
    return said[0].isupper() or words[0].islower()


@cache
def homes() -> dict[str, str]:
    """The one unit's code or region's name in which a group or body acts, by its name in lower case."""
    return {row[0]: row[1] for row in lexicon_rows("homes")}


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
        elif value.name.islower():
            yield Evidence(mention.span, value.name, (value.country,), NAMELESS)
        elif not LONGER_NAME.search(text, max(0, mention.span.start - 30), mention.span.start):
            said = mention.span.text_in(text).lower().removesuffix(" militants")
            lands = _lands().get(value.name.lower()) or _lands().get(said) or (value.country,)
            yield Evidence(mention.span, value.name, lands, GROUP)


def told_once(hints: Iterable[Evidence], groups: Iterable[Evidence]) -> Iterator[Evidence]:
    """Words of public life and groups, each stretch of text counted once: of a group's name that is in both lists the
    louder one."""
    words, named = tuple(hints), tuple(groups)
    for one in words:
        if not any(_same_words(one, other) and other.weight > one.weight for other in named):
            yield one
    for one in named:
        if not any(_same_words(one, other) and other.weight >= one.weight for other in words):
            yield one


def _same_words(left: Evidence, right: Evidence) -> bool:
    return left.span is not None and right.span is not None and left.span.overlaps(right.span)


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


def home_votes(evidence: Iterable[Evidence]) -> dict[str, float]:
    """The votes by first-level unit of groups that are at home in one unit or region."""
    votes: dict[str, float] = defaultdict(float)
    for one in evidence:
        codes = _home_units().get(one.words.lower(), ())
        for code in codes:
            votes[code] += one.weight / len(codes)
    return dict(votes)


@cache
def _home_units() -> dict[str, tuple[str, ...]]:
    members = {name: tuple(codes.split(",")) for name, _, codes, *_ in lexicon_rows("regions")}
    return {words: (home,) if "." in home else members[home] for words, home in homes().items()}
