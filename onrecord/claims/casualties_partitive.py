"""Shares of a toll told elsewhere: "two of the dead were children", "four civilians were among the victims"."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from onrecord.claims.casualties_lists import listed
from onrecord.claims.casualties_people import people_of
from onrecord.claims.casualties_phrases import Phrases
from onrecord.claims.casualties_sums import People, by_group
from onrecord.claims.casualties_victims import conjuncts
from onrecord.model.codes import TollStatus
from onrecord.model.reading import Sentence, Token

# The people of a toll, named by what happened to them.
SETS: Final[dict[str, TollStatus]] = {
    "dead": "killed",
    "killed": "killed",
    "slain": "killed",
    "deceased": "killed",
    "fatalities": "killed",
    "victims": "killed",
    "wounded": "injured",
    "injured": "injured",
    "hurt": "injured",
    "casualties": "killed_or_injured",
}
DETERMINERS: Final = frozenset({"the", "those"})
BE: Final = frozenset({"was", "were", "is", "are"})
INCLUDE: Final = frozenset({"include", "included", "includes"})
MAX_GAP: Final = 6  # tokens from the set to its verb: "of the dead in the hospital were"


@dataclass(frozen=True, slots=True)
class Share:
    """Some of the people of a toll: `anchor` names the toll ("dead")."""

    anchor: Token
    status: TollStatus
    people: tuple[People, ...]


def shares(sentence: Sentence, phrases: Phrases) -> Iterator[Share]:
    """The shares of tolls that a sentence tells, in text order."""
    for anchor in sentence.tokens[1:]:
        status = SETS.get(anchor.lower)
        if status is None or sentence.tokens[anchor.index - 1].lower not in DETERMINERS:
            continue
        people = _share(sentence, anchor, phrases)
        parts = tuple(replace(p, part=True) for p in people if p.groups)
        if parts:
            yield Share(anchor, status, parts)


def _share(sentence: Sentence, anchor: Token, phrases: Phrases) -> list[People]:
    tokens = sentence.tokens
    before = tokens[anchor.index - 2].lower if anchor.index >= 2 else ""
    verb = next((t for t in tokens[anchor.index + 1 : anchor.index + 1 + MAX_GAP] if t.lower in BE | INCLUDE), None)
    if before == "among":
        return _among(sentence, anchor, verb, phrases)
    if before in ("of", "amongst") and verb and verb.lower in BE:
        return _numbered(sentence, anchor, verb, phrases)
    if verb and verb.lower in INCLUDE and verb.index <= anchor.index + 2:
        return by_group(_listed(sentence, verb, phrases), ())
    return []


def _among(sentence: Sentence, anchor: Token, verb: Token | None, phrases: Phrases) -> list[People]:
    """ "Four civilians were among the dead"; "among the dead were four civilians"."""
    tokens = sentence.tokens
    if anchor.index >= 3 and tokens[anchor.index - 3].lower in BE:
        be = tokens[anchor.index - 3]
        subjects = sentence.kids(be, "nsubj") or sentence.kids(sentence.head(be), "nsubj", "nsubjpass")
        heads = (head for subject in subjects[:1] for head in conjuncts(sentence, subject, be))
        found = (people_of(sentence, head, phrases) for head in heads)
        return by_group([people for people in found if people], ())
    if verb and verb.lower in BE:
        return by_group(_listed(sentence, verb, phrases), ())
    return []


def _listed(sentence: Sentence, verb: Token, phrases: Phrases) -> list[People]:
    """The people listed behind a verb, but for those who say so: "... was a girl, police said"."""
    people = listed(sentence, verb.index + 1, phrases)
    return [p for p in people if not any(t.dep == "nsubj" and sentence.head(t).pos == "VERB" for t in p.tokens)]


def _numbered(sentence: Sentence, anchor: Token, verb: Token, phrases: Phrases) -> list[People]:
    """ "Two of the dead were children": the number before, the group behind."""
    number = phrases.at.get(anchor.index - 3)
    people = listed(sentence, verb.index + 1, phrases, until_comma=True)
    if number is None or not people or phrases.at.get(verb.index + 1):
        return []
    first = min(token.index for token in people[0].tokens)
    if any(token.text == "," or token.tag == "IN" for token in sentence.tokens[verb.index + 1 : first]):
        return []  # "18 of the wounded are in a critical condition, doctors said"
    tokens = (*number.number, *people[0].tokens)
    return [replace(people[0], quantity=number.quantity, tokens=tokens, stated=True), *_rest(sentence, tokens, phrases)]


def _rest(sentence: Sentence, told: tuple[Token, ...], phrases: Phrases) -> list[People]:
    """ "... were civilians, while seven were fighters": what else they were, behind a number that stands alone."""
    found = []
    last = max(token.index for token in told)
    for be in sentence.tokens[last + 1 :]:
        number = phrases.at.get(be.index - 1)
        if be.lower not in BE or number is None or number.end != be.index - 1 or number.noun is not None:
            continue
        people = listed(sentence, be.index + 1, phrases, until_comma=True)
        if people and not phrases.at.get(be.index + 1):
            words = (*number.number, *people[0].tokens)
            found.append(replace(people[0], quantity=number.quantity, tokens=words, stated=True))
    return found
