"""Casualties: how many people, of whom, with what harm, in the words of one sentence."""

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.claims.casualties_harm import Harm, find_harm
from onrecord.claims.casualties_mood import mood_of
from onrecord.claims.casualties_people import Numbers, People, victims
from onrecord.claims.casualties_scope import plain, revised_of, scope_of
from onrecord.claims.casualties_words import role_before
from onrecord.model.codes import Modality, SetAsideReason, TollGroup, TollStatus
from onrecord.model.document import Span
from onrecord.model.reading import Reading, Sentence, Token
from onrecord.model.values import TollFigure


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
            found.extend(_casualties_of(sentence, told, Numbers(reading, sentence)))
    return tuple(dict.fromkeys(found))


def _casualties_of(sentence: Sentence, told: list[Harm], numbers: Numbers) -> Iterator[Casualty]:
    words = plain(sentence)
    scope, revised = scope_of(words), revised_of(words)
    for harm in told:
        modality, set_aside = mood_of(sentence, harm.anchor)
        for people in _people_of(sentence, harm, numbers):
            for group, relation in _slots(people):
                figure = TollFigure(people.quantity, group, scope, relation, revised)
                yield Casualty(
                    _quote(sentence, harm, people),
                    sentence.index,
                    harm.anchor.index,
                    harm.status,
                    figure,
                    modality,
                    set_aside,
                )


def _people_of(sentence: Sentence, harm: Harm, numbers: Numbers) -> list[People]:
    """The victims of a harm word, the whole before its parts; none where nobody is counted."""
    if harm.counts_itself:
        return _counted(sentence, harm.anchor, numbers)
    found = [people for head in harm.heads for people in victims(sentence, head, numbers)]
    return found or _counted_before(sentence, harm.anchor, numbers)


def _counted(sentence: Sentence, anchor: Token, numbers: Numbers) -> list[People]:
    """A number on the harm word itself: "14 fatalities", "three minor injuries"."""
    stated = numbers.of(sentence, anchor)
    if stated is None:
        return []
    quantity, tokens = stated
    role = role_before(sentence, anchor)
    return [People(quantity, (role,) if role else (), (*tokens, anchor))]


def _counted_before(sentence: Sentence, anchor: Token, numbers: Numbers) -> list[People]:
    """A number right before a harm word: "left 33 dead", "3 killed", where the parse names no victim."""
    stated = numbers.at.get(anchor.index - 1)
    return [People(stated[0], (), (*stated[1], anchor))] if stated else []


def _slots(people: People) -> list[tuple[TollGroup, str]]:
    """The groups that some people are put on the record under, and how each figure stands to the others."""
    addition = "addition" if people.quantity.more else None
    if people.part:
        return [(group, "part") for group in people.groups]
    if not people.groups:
        return [("all", addition or "total")]
    first, *rest = people.groups
    return [(first, addition or "group"), *((group, "part") for group in rest)]


def _quote(sentence: Sentence, harm: Harm, people: People) -> Span:
    """The words that the figure rests on: from the number to the harm word."""
    return sentence.covering([*people.tokens, harm.anchor])
