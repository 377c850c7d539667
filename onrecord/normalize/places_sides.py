"""Sides: whose people strike and whose are struck, by the tree; who is struck is at home more often than who comes."""

from collections.abc import Iterable
from functools import cache
from typing import Final, Literal

from onrecord.model.document import Span
from onrecord.model.reading import Sentence, Token
from onrecord.registry import lexicon

Side = Literal["striking", "struck"]
NAMING: Final = frozenset({"amod", "compound", "nmod", "poss", "appos"})
BELONGING: Final = frozenset({"of", "from"})
AIMING: Final = frozenset({"on", "at", "against"})
DOING: Final = frozenset({"kill", "shoot", "ambush", "attack", "abduct", "kidnap", "fire", "wound", "injure", "raid"})


@cache
def _verbs() -> frozenset[str]:
    """The verbs of acts of violence and of harm, as lemmas."""
    acts = {verb for row in lexicon("triggers") for verb in row.get("verbs", ())}
    harms = {verb for verbs in lexicon("harm")["verbs"].values() for verb in verbs}
    return frozenset(acts | harms | DOING)


@cache
def _nouns() -> frozenset[str]:
    return frozenset(noun for row in lexicon("triggers") for noun in row.get("nouns", ())) | {"fire", "attack"}


def side_of(sentences: Iterable[Sentence], span: Span) -> Side | None:
    """Whether words belong to those who strike or who are struck: "Sadian raiders kill Norlandian herders"; None where
    the tree tells neither."""
    for sentence in sentences:
        if sentence.span.covers(span):
            token = sentence.at(span)
            return _side(sentence, _head_noun(sentence, token)) if token else None
    return None


def _head_noun(sentence: Sentence, token: Token) -> Token:
    """The noun that names the people: up from "Sadian", and from "Sadia" in "raiders from Sadia", "forces of Sadia"."""
    for _ in range(6):
        head = sentence.head(token)
        under_noun = token.dep == "prep" and token.lower in BELONGING and head.pos in ("NOUN", "PROPN")
        if token.dep not in NAMING and not under_noun and not (token.dep == "pobj" and head.lower in BELONGING):
            break
        token = head
    return token


def _side(sentence: Sentence, noun: Token) -> Side | None:
    head = sentence.head(noun)
    if noun.dep == "nsubj":
        return "striking" if head.lemma.lower() in _verbs() else None
    if noun.dep in ("dobj", "nsubjpass"):
        return "struck" if head.lemma.lower() in _verbs() else None
    if noun.dep != "pobj":
        return None
    above = sentence.head(head)
    word = above.lemma.lower()
    if head.lower == "by":
        return "striking" if word in _verbs() or word in _nouns() else None
    if head.lower in AIMING:
        return "struck" if word in _verbs() or word in _nouns() else None
    return None


def opposed(
    peoples: Iterable[tuple[Span, str]], sentences: tuple[Sentence, ...]
) -> tuple[frozenset[str], frozenset[str]]:
    """The countries whose people strike and those whose people are struck, where these are not the same: told only
    where both are. Of a country on both sides nothing is known."""
    sides: dict[Side, set[str]] = {"striking": set(), "struck": set()}
    for span, country in peoples:
        side = side_of(sentences, span)
        if side:
            sides[side].add(country)
    striking, struck = frozenset(sides["striking"] - sides["struck"]), frozenset(sides["struck"] - sides["striking"])
    return (striking, struck) if striking and struck else (frozenset(), frozenset())
