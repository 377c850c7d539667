"""Shares of the people counted right before: "three of whom were children", "all of them women"."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from onrecord.claims.casualties_phrases import Counted, Phrases
from onrecord.claims.casualties_sums import People
from onrecord.claims.casualties_words import groups_of
from onrecord.model.reading import Sentence, Token
from onrecord.model.values import Quantity

WERE: Final = frozenset({"is", "are", "was", "were"})
ALL: Final = frozenset({"all", "both"})
ENDS: Final = frozenset({",", ".", ";", "–", "—", "(", ")"})
MAX_GAP: Final = 4  # tokens from "were" to what they were


def said_to_be(sentence: Sentence, verb: Token, phrase: Counted) -> list[People]:
    """The counted people as what "were" says they are: a noun of a group; not "three of them were taken to nurses"."""
    for noun in sentence.tokens[verb.index + 1 : verb.index + 1 + MAX_GAP]:
        if noun.tag in ("VBN", "VBD", "VBG", "IN"):
            return []
        groups = groups_of(sentence, noun) if noun.pos in ("NOUN", "ADJ") else ()
        if groups:
            return [People(phrase.quantity, groups, (*phrase.number, noun), noun=noun.lemma.lower())]
    return []


def of_whom(sentence: Sentence, phrases: Phrases) -> Iterator[tuple[int, list[People]]]:
    """Each "three of whom were children", "all of them women": where it stands, and the people in it."""
    for token in sentence.tokens[2:]:
        words = [word.lower for word in sentence.tokens[token.index - 1 : token.index + 1]]
        if words not in (["of", "whom"], ["of", "which"], ["of", "them"]):
            continue
        phrase = phrases.at.get(token.index - 2)
        after = sentence.tokens[token.index + 1] if token.index + 1 < len(sentence.tokens) else None
        if phrase is not None and after is not None and after.lower in WERE:
            people = said_to_be(sentence, after, phrase)
            if people:
                yield phrase.number[0].index, [replace(person, part=True) for person in people]


def all_of_a_group(sentence: Sentence) -> Iterator[tuple[int, People]]:
    """ "Six cousins, all men, were shot dead", "six were shot dead, all women": where it stands, and who they were."""
    for token in sentence.tokens[1:-1]:
        noun = sentence.tokens[token.index + 1]
        before, after = sentence.tokens[token.index - 1], sentence.tokens[token.index + 2 : token.index + 3]
        ends = not after or after[0].text in ENDS or after[0].pos == "ADP"
        if token.lower != "all" or before.text not in ENDS or noun.tag != "NNS" or not ends:
            continue
        groups = groups_of(sentence, noun)
        if groups:
            yield token.index, People(Quantity(None, None, None), groups, (token, noun), part=True)


def all_of_them(sentence: Sentence, index: int, people: list[People], whole: Quantity) -> list[People]:
    """ "Nine were killed, all of them women": nine women. `index`: where "of them" stands."""
    if len(people) != 1 or people[0].quantity.best is not None or sentence.tokens[index - 1].lower not in ALL:
        return people
    return [replace(people[0], quantity=whole)]
