"""Matching: which stretches of capitalized words are names that the gazetteer knows, longest first."""

import re
from dataclasses import replace
from typing import Final

from onrecord.model.document import Span
from onrecord.normalize.gazetteer import Candidate, Gazetteer
from onrecord.normalize.gazetteer_fold import ARTICLES, fold
from onrecord.normalize.places_lists import abbreviations, word_list
from onrecord.normalize.places_unknown import unknown_name
from onrecord.normalize.places_words import Match, Word

MAX_WORDS: Final = 6  # "South West Ethiopia Peoples' Region"
MAX_ACRONYM: Final = 4  # letters: in capitals amid small letters no town
PARTICLES: Final = frozenset(["de", "del", "da", "do", "dos", "das", "la", "los", "las", "y"])
MIN_LOWER_POPULATION: Final = 300_000  # "kyiv": only so large a place is taken for one in small letters
GAP: Final = re.compile(r"[ \t]*\n?[ \t]*|[-–'’]|\. |['’]s ")  # "People's Republic of Arlen"
ELIDED: Final = re.compile(r"[dl]['’][A-Z]")  # "Côte d'Ivoire""


def match_line(text: str, number: int, line: list[Word], caps: bool, gazetteer: Gazetteer) -> list[Match]:
    """The longest matches of one sentence, in text order."""
    found, first = [], 0
    while first < len(line):
        match = _longest(text, number, line, first, caps, gazetteer) if _may_start(text, line, first, caps) else None
        if match and not caps and not any(c.kind == "country" for c in match.candidates):
            match = _with_particle(text, line, match)
        if match is None or (not caps and match.candidates and _part_of_more(match)):
            unknown = None if caps else unknown_name(text, number, line, first, gazetteer)
            if match is None or (unknown and unknown.last > match.last):
                match = unknown or _small_letters(number, line, first, gazetteer)
        if match:
            found.append(match)
        first = match.last if match else first + 1
    return found


def _part_of_more(match: Match) -> bool:
    """A name of small places only, or another name of larger ones: a longer name may begin with it by chance."""
    return all(
        c.kind in ("city", "adm2") and (c.how > 0 or c.population < MIN_LOWER_POPULATION) for c in match.candidates
    )


def _with_particle(text: str, line: list[Word], match: Match) -> Match:
    """A longer name that no gazetteer has, where a particle and another name follow: "Arlen dos Bolgans"."""
    last = match.last
    while last + 1 < len(line) and line[last].lower in PARTICLES and not line[last].capital:
        if line[last + 1].lower in PARTICLES:
            last += 1
            continue
        if not line[last + 1].capital or text[line[last].span.end : line[last + 1].span.start] != " ":
            break
        span = Span(match.span.start, line[last + 1].span.end)
        if text[match.span.end : line[match.last].span.start] != " ":
            break
        return replace(match, last=last + 2, span=span, key=fold(span.text_in(text)), candidates=())
    return match


def _may_start(text: str, line: list[Word], first: int, caps: bool) -> bool:
    word = line[first]
    if word.capital:
        return caps is False or word.lower not in word_list("inner") - word_list("opening")
    follows = first + 1 < len(line) and line[first + 1].capital
    return follows and word.lower in ARTICLES and text[word.span.end] in "- "


def _longest(text: str, number: int, line: list[Word], first: int, caps: bool, gazetteer: Gazetteer) -> Match | None:
    last = _reach(text, line, first)
    while last > first:
        word = line[last - 1]
        if word.capital or word.text[0].isdigit() or ELIDED.match(word.text):
            span = Span(line[first].span.start, word.span.end)
            key = fold(text[span.start : span.end])
            candidates = gazetteer.lookup(key) if len(key) > 2 else _short(text, span, key, caps, gazetteer)
            if not caps and first and span.text_in(text).isupper() and len(key) <= MAX_ACRONYM:
                candidates = tuple(c for c in candidates if c.kind in ("country", "adm1"))  # "an NGO"
            if key in abbreviations():
                candidates = _spelled_out(text, span, candidates)
            if candidates and any(c.kind == "country" and c.how < 2 for c in candidates):
                candidates = tuple(c for c in candidates if c.how == 0 or c.kind == "country")
            if candidates:
                return Match(number, first, last, span, key, candidates, caps)
        last -= 1
    return None


def _spelled_out(text: str, span: Span, candidates: tuple[Candidate, ...]) -> tuple[Candidate, ...]:
    """Without a period after it or a comma before it "Alta" is a town, not Alberta."""
    if text[span.end : span.end + 1] == "." or text[: span.start].endswith(", "):
        return candidates
    return tuple(c for c in candidates if c.kind != "adm1" or c.how == 0)


def _short(text: str, span: Span, key: str, caps: bool, gazetteer: Gazetteer) -> tuple[Candidate, ...]:
    """Two letters name a country or a first-level unit at most, and only in capitals: "US", "UK", "DC"."""
    if len(key) < 2 or (key not in abbreviations() and (caps or not text[span.start : span.end].isupper())):
        return ()
    return tuple(c for c in gazetteer.lookup(key) if c.kind in ("country", "adm1"))


def _reach(text: str, line: list[Word], first: int) -> int:
    """How far a name that begins here could go: over capitals, and small words between them."""
    last = first + 1
    while last < min(len(line), first + MAX_WORDS):
        word = line[last]
        gap = text[line[last - 1].span.end : word.span.start]
        joined = GAP.fullmatch(gap) and (gap != ". " or line[last - 1].lower in ("st", "ste", "mt", "ft"))
        if not joined or not (
            word.capital
            or word.lower in word_list("inner")
            or word.lower in ARTICLES
            or gap in ("'", "’", "-")
            or ELIDED.match(word.text)
        ):
            break
        last += 1
    return last


def _small_letters(number: int, line: list[Word], at: int, gazetteer: Gazetteer) -> Match | None:
    """A large city or a country written in small letters where a place stands: "strikes on kyiv", "struck kyiv"."""
    word = line[at]
    if word.capital or len(word.text) < 4 or not word.text.isalpha() or at == 0:
        return None
    before = line[at - 1].lower
    if before not in word_list("prepositions") and before not in word_list("striking"):
        return None
    if word.lower in word_list("also_words"):
        return None
    if word.token is None or word.token.pos == "DET":
        return None
    candidates = gazetteer.lookup(word.text)
    large = tuple(c for c in candidates if _known_anywhere(c))
    return Match(number, at, at + 1, word.span, fold(word.text), large, False) if large else None


def _known_anywhere(candidate: Candidate) -> bool:
    return candidate.kind in ("city", "country") and candidate.population >= MIN_LOWER_POPULATION and candidate.how < 2
