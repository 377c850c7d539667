"""Quantities: numbers with bounds, from digits and words. The bounds of vague words are a table, lexicon/vague.yml."""

from dataclasses import replace
from functools import cache
from typing import Final

from onrecord.model.document import Span
from onrecord.model.reading import Mention, Sentence
from onrecord.model.values import Quantity
from onrecord.normalize.quantities_words import number_at
from onrecord.registry import lexicon

DASHES: Final = frozenset({"-", "–", "—", "to", "or"})
MAX_PHRASE: Final = 5  # words in the longest phrase of vague.yml and hedges.yml
NONE_WORDS: Final = frozenset({"no", "nobody", "none", "zero", "nil"})
MONTH_WORDS: Final = (
    "january february march april may june july august september october november december "
    "jan feb mar apr jun jul aug sep sept oct nov dec"
)
MONTHS: Final = frozenset(MONTH_WORDS.split())
NOT_COUNTS: Final = frozenset({"%", "percent", "per", "km", "kilometers", "kilometres", "miles", "meters", "metres"})
Found = tuple[Quantity, int, int]  # the quantity, first token, token after the last


def find_quantities(sentence: Sentence) -> tuple[Mention, ...]:
    """The QUANTITY mentions of a parsed sentence, in text order; their values are `Quantity`s."""
    words = [token.lower for token in sentence.tokens]
    starts = _starters()
    months = MONTHS.intersection(words)
    found, index = [], 0
    while index < len(words):
        word = words[index]
        at = _quantity_at(words, index) if word in starts or word[0].isdigit() else None
        if at is None or (months and _is_date(words, *at[1:])):
            index += 1
            continue
        quantity, start, end = at
        span = Span(sentence.tokens[start].span.start, sentence.tokens[end - 1].span.end)
        found.append(Mention(span, "QUANTITY", quantity))
        index = end
    return tuple(found)


def _is_date(words: list[str], start: int, end: int) -> bool:
    """True where a number stands beside a month: "14 May", "May 14", "June 2020"."""
    near = (*words[max(0, start - 1) : start], *(word for word in words[end : end + 1]))
    if not MONTHS.intersection(word.rstrip(".") for word in near):
        return False
    return near != ("may",) or not words[end : end + 1] or words[end] != "may" or words[end + 1 : end + 2] != ["have"]


@cache
def _starters() -> frozenset[str]:
    """The words that can begin a quantity; all other tokens are passed over at the cost of one look-up."""
    from onrecord.normalize.quantities_words import ONES, TENS

    vague = lexicon("vague")
    phrases = [*vague["plural"], *vague["words"], *vague["phrases"]]
    phrases += [phrase for kind, rows in lexicon("hedges").items() if kind != "neutral" for phrase in rows]
    return frozenset(
        {phrase.split()[0] for phrase in phrases}
        | set(ONES)
        | set(TENS)
        | {"a", "an", "half", "quarter", "dozen", "between", "from", "another"}
        | NONE_WORDS
    )


@cache
def _phrases() -> dict[tuple[str, ...], str]:
    hedges = lexicon("hedges")
    kinds = ("at_least", "above", "at_most", "below", "about", "more_before")
    return {tuple(phrase.split()): kind for kind in kinds for phrase in hedges[kind]}


@cache
def _vague_phrases() -> dict[tuple[str, ...], list[int]]:
    return {tuple(phrase.split()): bounds for phrase, bounds in lexicon("vague")["phrases"].items()}


def _quantity_at(words: list[str], start: int) -> Found | None:
    """The quantity that begins at a word, with its hedges before and after."""
    hedges, index = _hedges_at(words, start)
    core = _range_at(words, index) or _number_at(words, index) or _vague_at(words, index)
    if core is None:
        return None
    quantity, end = core
    for hedge in reversed(hedges):
        quantity = _hedged(quantity, hedge)
    return (*_after(words, quantity, start, end),)


def _hedges_at(words: list[str], start: int) -> tuple[list[str], int]:
    """The kinds of the hedges at a word ("at least another" → at_least, more_before), and the index after them."""
    index = start
    kinds: list[str] = []
    while len(kinds) < 3:
        for length in range(MAX_PHRASE, 0, -1):
            kind = _phrases().get(tuple(words[index : index + length]))
            if kind:
                kinds.append(kind)
                index += length
                break
        else:
            break
    return kinds, index


def _number_at(words: list[str], start: int) -> tuple[Quantity, int] | None:
    """An exact number, or a stated zero."""
    if start < len(words) and words[start] in NONE_WORDS:
        one = words[start + 1 : start + 2] == ["one"]
        return Quantity(0, 0, 0), start + 1 + one
    number = number_at(words, start)
    if number is None or (words[number[1] : number[1] + 1] and words[number[1]] in NOT_COUNTS):
        return None
    value, end = number
    return Quantity(value, value, value), end


def _range_at(words: list[str], start: int) -> tuple[Quantity, int] | None:
    """ "10 to 15", "10-15", "between 10 and 15", "one or two"."""
    opener = words[start : start + 1]
    between = opener in (["between"], ["from"])
    first = number_at(words, start + between)
    if first is None or first[1] + 1 >= len(words):
        return None
    low, middle = first
    joined = words[middle] in DASHES or (opener == ["between"] and words[middle] == "and")
    second = number_at(words, middle + 1) if joined else None
    if second is None or second[0] <= low:
        return None
    if words[second[1] : second[1] + 1] and words[second[1]] in NOT_COUNTS:
        return None
    return Quantity(low, None, second[0], "range"), second[1]


def _vague_at(words: list[str], start: int) -> tuple[Quantity, int] | None:
    """ "dozens of", "several", "a number of", "hundreds of thousands of"."""
    for length in range(MAX_PHRASE, 0, -1):
        bounds = _vague_phrases().get(tuple(words[start : start + length]))
        if bounds is not None:
            return _vague(bounds), start + length
    vague = lexicon("vague")
    article = words[start : start + 1] == ["a"] and words[start + 1 : start + 2] in (["couple"], ["handful"])
    word = words[start + article] if start + article < len(words) else ""
    of = words[start + article + 1 : start + article + 2] == ["of"]
    if word in vague["words"] and (word != "couple" or of):
        return _vague(vague["words"][word]), start + article + 1 + of
    return _plural_at(words, start)


def _vague(bounds: list[int], times: int = 1) -> Quantity:
    return Quantity(bounds[0] * times, None, bounds[1] * times, "vague")


def _plural_at(words: list[str], start: int) -> tuple[Quantity, int] | None:
    plural, scales = lexicon("vague")["plural"], {"hundreds": 100, "thousands": 1000, "millions": 1_000_000}
    if start >= len(words) or words[start] not in plural:
        return None
    bounds, times, end = plural[words[start]], 1, start + 1
    if words[end : end + 1] == ["of"] and end + 1 < len(words) and words[end + 1] in scales:
        times, end = scales[words[end + 1]], end + 2
    return _vague(bounds, times), end + (words[end : end + 1] == ["of"])


def _hedged(quantity: Quantity, hedge: str) -> Quantity:
    """The quantity under a hedge: "at least" opens the top, "up to" the bottom, "another" makes it an addition."""
    if hedge == "more_before":
        return replace(quantity, more=True)
    if quantity.hedge == "vague":
        return quantity
    stated = quantity.best
    if hedge in ("at_least", "above"):
        return Quantity(quantity.low, stated, None, "at_least", quantity.more)
    if hedge in ("at_most", "below"):
        return Quantity(None, stated, quantity.high, "at_most", quantity.more)
    return replace(quantity, hedge=quantity.hedge or "about")


def _after(words: list[str], quantity: Quantity, start: int, end: int) -> Found:
    """The quantity with the hedges that follow it: "ten or more", "three more", "two others"."""
    hedges = lexicon("hedges")
    for phrase in hedges["after_at_least"]:
        parts = phrase.split()
        if quantity.best is not None and words[end : end + len(parts)] == parts:
            quantity, end = _hedged(quantity, "at_least"), end + len(parts)
            break
    if words[end : end + 1] and words[end] in hedges["more_after"] and quantity.best != 0:
        following = words[end + 1 : end + 2]
        if following != ["than"]:
            return replace(quantity, more=True), start, end + (words[end] != "others")
    return quantity, start, end
