"""Shares of the toll told just before: "three of them were children", "two were nurses", "they include a boy"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from onrecord.claims.casualties_lists import listed
from onrecord.claims.casualties_of_whom import WERE, said_to_be
from onrecord.claims.casualties_phrases import Counted, Phrases
from onrecord.claims.casualties_sums import People, by_group
from onrecord.claims.casualty import Casualty
from onrecord.model.reading import Sentence, Token
from onrecord.model.values import TollFigure

THEM: Final = frozenset({"them", "these", "those", "whom"})
STATES: Final = frozenset({"critical", "serious", "grave", "stable", "fair"})
INCLUDE: Final = frozenset({"include", "included"})
SENTENCES_BACK: Final = 2
WHOLE: Final = frozenset({"total", "group", "addition"})


def of_them(sentence: Sentence, phrases: Phrases, before: Sequence[Casualty]) -> list[Casualty]:
    """The shares that a sentence without harm of its own tells of the one toll told just before it."""
    toll = _toll_before(sentence, before)
    if toll is None:
        return []
    known = toll.figure.quantity.best
    if toll.status == "injured" and (severe := _in_condition(sentence, phrases)):
        figure = TollFigure(severe.quantity, "all", toll.figure.scope, "part", None, toll.figure.party)
        last = next(token for token in sentence.tokens if token.lower == "condition")
        quote = sentence.covering([*severe.number, last])
        return [replace(toll, quote=quote, sentence=sentence.index, anchor=last.index, figure=figure)]
    people = [p for p in _people(sentence, phrases) if p.groups and p.quantity.best is not None]
    return [
        replace(
            toll,
            quote=sentence.covering(list(p.tokens)),
            sentence=sentence.index,
            anchor=max(token.index for token in p.tokens),
            figure=TollFigure(p.quantity, group, toll.figure.scope, "part", None, toll.figure.party, whom=p.noun),
        )
        for p in people
        if known is None or (p.quantity.best or 0) <= known
        for group in p.groups
    ]


def speaks_of_them(sentence: Sentence) -> bool:
    """True where words of a sentence can stand for people counted before it; a cheap look before `of_them`."""
    first = sentence.tokens[0].lower if sentence.tokens else ""
    words = {token.lower for token in sentence.tokens[:12]}
    if not words & (WERE | INCLUDE):
        return False
    return first == "among" or sentence.tokens[0].pos == "NUM" or bool(words & {*THEM, "they"})


def _toll_before(sentence: Sentence, before: Sequence[Casualty]) -> Casualty | None:
    """The one whole toll of the last sentence that told any; None where it told two, or of one person."""
    near = [c for c in before if 0 < sentence.index - c.sentence <= SENTENCES_BACK and c.set_aside is None]
    last = max((c.sentence for c in near), default=0)
    whole = [c for c in near if c.sentence == last and c.figure.relation in WHOLE and c.modality == "asserted"]
    several = whole and (whole[0].figure.quantity.best or whole[0].figure.quantity.high or 2) > 1
    return whole[0] if several and len({c.status for c in whole}) == 1 else None


def _people(sentence: Sentence, phrases: Phrases) -> list[People]:
    tokens = sentence.tokens
    starts = [token.lower for token in tokens[:3]]
    if starts[0] == "among" and starts[1:2] and starts[1] in THEM and starts[2:] and starts[2] in WERE:
        return by_group(listed(sentence, 3, phrases), ())
    for they, include in pairwise(tokens):
        if they.lower == "they" and include.lower in INCLUDE:
            return by_group(listed(sentence, include.index + 1, phrases), ())
    return list(_numbered(sentence, phrases))


def _in_condition(sentence: Sentence, phrases: Phrases) -> Counted | None:
    """ "Five of them are in a critical condition": how many; None where nothing of the kind is told."""
    condition = next((token for token in sentence.tokens if token.lower == "condition"), None)
    if condition is None or not {kid.lower for kid in sentence.kids(condition, "amod")} & STATES:
        return None
    verbs = (be for be in sentence.tokens[: condition.index] if be.lower in WERE)
    return next((number for be in verbs if (number := _number_before(sentence, be, phrases)) is not None), None)


def _numbered(sentence: Sentence, phrases: Phrases) -> Iterator[People]:
    """ "Three of them were children", "two were nurses and one was a guard"."""
    for be in sentence.tokens:
        if be.lower not in WERE:
            continue
        number = _number_before(sentence, be, phrases)
        if number is not None:
            yield from said_to_be(sentence, be, number)


def _number_before(sentence: Sentence, be: Token, phrases: Phrases) -> Counted | None:
    """The number that is the whole subject of "were": "three of them", or "three" alone."""
    before = [token.lower for token in sentence.tokens[max(0, be.index - 2) : be.index]]
    of = before[:1] == ["of"] and before[1] in THEM
    number = phrases.at.get(be.index - (3 if of else 1))
    alone = number is not None and number.noun is None and number.number[0].index in (0, be.index - 1)
    opens = number is not None and (number.number[0].index == 0 or _joins(sentence, number))
    return number if number is not None and (of or (alone and opens)) else None


def _joins(sentence: Sentence, number: Counted) -> bool:
    return sentence.tokens[number.number[0].index - 1].lower in ("and", ",", ";")
