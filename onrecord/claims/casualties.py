"""Casualties: how many people, of whom, with what harm, in the words of one sentence."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from onrecord.claims.casualties_harm import Harm, find_harm
from onrecord.claims.casualties_mood import mood_of
from onrecord.claims.casualties_people import People, people_of, victims
from onrecord.claims.casualties_phrases import Counted, Phrases
from onrecord.claims.casualties_scope import plain, revised_of, scope_of
from onrecord.claims.casualties_words import is_person_noun, role_before
from onrecord.model.codes import Modality, SetAsideReason, TollGroup, TollStatus
from onrecord.model.document import Span
from onrecord.model.reading import Reading, Sentence, Token
from onrecord.model.values import TollFigure

MAX_LEFT: Final = 18  # tokens from a harm word back to the number that counts its victims
ALSO: Final = frozenset({"also", "additionally", "separately"})


@dataclass(frozen=True, slots=True)
class Casualty:
    """A toll as one sentence tells it. `anchor` is the token that tells the harm ("killed", "dead", "injuries")."""

    quote: Span
    sentence: int
    anchor: int
    status: TollStatus
    figure: TollFigure
    modality: Modality = "asserted"
    set_aside: SetAsideReason | None = None


def find_casualties(reading: Reading) -> tuple[Casualty, ...]:
    """The casualties that the parsed sentences of a reading tell, in text order."""
    found: list[Casualty] = []
    for sentence in reading.parsed:
        told = list(find_harm(sentence))
        if told:
            found.extend(_casualties_of(sentence, told, Phrases(reading, sentence)))
    return tuple(dict.fromkeys(found))


def _casualties_of(sentence: Sentence, told: list[Harm], phrases: Phrases) -> Iterator[Casualty]:
    words = plain(sentence)
    scope, revised = scope_of(words), revised_of(words)
    for harm in told:
        modality, set_aside = mood_of(sentence, harm.anchor)
        also = any(kid.lower in ALSO for kid in sentence.kids(harm.anchor))
        for people in _people_of(sentence, harm, phrases):
            for group, relation in _slots(people, also):
                figure = TollFigure(
                    people.quantity, group, scope, relation, revised, whom=people.noun, definite=people.definite
                )
                quote = _quote(sentence, harm, people)
                yield Casualty(quote, sentence.index, harm.anchor.index, harm.status, figure, modality, set_aside)


def _people_of(sentence: Sentence, harm: Harm, phrases: Phrases) -> list[People]:
    """The victims of a harm word, the whole before its parts; none where nobody is counted."""
    if harm.counts_itself:
        return _counted(sentence, harm.anchor, phrases)
    found: list[People] = []
    for head in harm.heads:
        head = _first_conjunct(sentence, head) if harm.leftward else head
        found.extend(victims(sentence, head, phrases, harm.anchor, harm.strict))
    if harm.leftward and all(people.quantity.best is None and not people.stated for people in found):
        counted = _counted_left(sentence, harm.anchor, phrases)
        if counted:
            return [
                counted,
                *(replace(people, part=True) for people in found if people.groups and people.noun != counted.noun),
            ]
    return found


def _first_conjunct(sentence: Sentence, head: Token) -> Token:
    """ "a soldier and a farmer killed in Arlen": the first of the nouns joined, where the parse names the last."""
    while head.dep == "conj" and sentence.head(head).pos in ("NOUN", "PROPN", "NUM") and head.head < head.index:
        head = sentence.head(head)
    return head


def _counted(sentence: Sentence, anchor: Token, phrases: Phrases) -> list[People]:
    """A number on the harm word itself: "14 fatalities", "three minor injuries"."""
    stated = phrases.of(sentence, anchor) or phrases.at.get(anchor.index - 1)
    if stated is None:
        return []
    if stated.noun is not None and stated.noun.index < anchor.index and not is_person_noun(stated.noun):
        return []
    role = role_before(sentence, anchor)
    if stated.noun is not None and stated.noun.index < anchor.index:
        found = people_of(sentence, stated.noun, phrases)
        return [found] if found else []
    return [People(stated.quantity, (role,) if role else (), (*stated.number, anchor))]


def _counted_left(sentence: Sentence, anchor: Token, phrases: Phrases) -> People | None:
    """The nearest counted people before a harm word in its clause: "eight people, possibly rebels, killed"."""
    index, depth = anchor.index - 1, 0
    while index >= 0 and anchor.index - index <= MAX_LEFT:
        token = sentence.tokens[index]
        depth += (token.text == ")") - (token.text == "(")
        if depth == 0:
            phrase = phrases.at.get(index)
            if phrase is not None and not _is_part(sentence, phrase):
                found = people_of(sentence, phrase.noun or phrase.number[-1], phrases)
                return found if found is None or found.stated else None
            if _ends_clause(token, anchor):
                return None
            index = phrase.number[0].index if phrase is not None else index
        index -= 1
    return None


def _is_part(sentence: Sentence, phrase: Counted) -> bool:
    """ "four of them", "three of whom": a part of what was counted before."""
    after = sentence.tokens[phrase.number[-1].index + 1 : phrase.number[-1].index + 3]
    return [token.lower for token in after] in (["of", "them"], ["of", "whom"], ["of", "which"])


def _ends_clause(token: Token, anchor: Token) -> bool:
    if token.text in (";", ":"):
        return True
    finite = token.pos in ("VERB", "AUX") and token.tag in ("VBD", "VBZ", "VBP", "MD", "VBG")
    return finite and token.head != anchor.index and anchor.index - token.index > 3


def _slots(people: People, also: bool) -> list[tuple[TollGroup, str]]:
    """The groups that some people are put on the record under, and how each figure stands to the others."""
    if people.part:
        return [(group, "part") for group in people.groups]
    addition = "addition" if people.quantity.more or also else None
    if not people.groups:
        return [("all", addition or "total")]
    first, *rest = people.groups
    return [(first, addition or "group"), *((group, "part") for group in rest)]


def _quote(sentence: Sentence, harm: Harm, people: People) -> Span:
    """The words that the figure rests on: from the number to the harm word."""
    return sentence.covering([*people.tokens, harm.anchor])
