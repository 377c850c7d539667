"""Sides: who acts and who suffers in a telling, as far as it tells a fight from an attack on the unarmed."""

from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Final

from onrecord.model.phrases import Phrasebook
from onrecord.model.reading import Mention, Sentence, Token
from onrecord.model.roles import Role, leader_of, role_of
from onrecord.model.values import Actor
from onrecord.registry import lexicon

AIMED_AT: Final = frozenset({"object", "on", "against", "at", "into", "of", "upon", "toward", "towards", "targeting"})


@dataclass(frozen=True, slots=True)
class Sides:
    """Who acts and who suffers: kinds of the armed (state_forces, ..., positions); empty where none is named."""

    acting: frozenset[str]
    suffering: frozenset[str]
    unarmed: bool  # somebody or something that bears no arms suffers


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(lexicon("act_roles")[kind])


@cache
def _armed_nouns() -> Phrasebook[str]:
    book: Phrasebook[str] = Phrasebook()
    for kind, nouns in lexicon("armed").items():
        book.add_all(nouns, kind)
    return book


def find_sides(sentence: Sentence, acts: frozenset[int], tokens: tuple[int, ...], armed: dict[int, str]) -> Sides:
    """The sides of a telling, from armed nouns and named actors. `acts`: the head tokens of its triggers."""
    inside = frozenset(tokens)
    acting: set[str] = set()
    suffering: set[str] = set()
    for index, kind in armed.items():
        token = sentence.tokens[index]
        if index in inside and not _is_unarmed_now(sentence, token):
            side = side_of(sentence, token, acts)
            if side is not None:
                (acting if side == "acting" else suffering).add(kind)
    unarmed = any(
        kid.index not in armed and kid.pos in ("NOUN", "PROPN", "PRON")
        for index in acts
        for kid in sentence.kids(sentence.tokens[index], "dobj", "nsubjpass")
    )
    return Sides(frozenset(acting), frozenset(suffering), unarmed)


def side_of(sentence: Sentence, token: Token, acts: frozenset[int]) -> str | None:
    """Whether a noun acts or suffers: the subject and the agent act, the object and the aim suffer."""
    leader = leader_of(sentence, token)
    if _is_killed_noun(sentence, leader):
        return "suffering"
    role = role_of(sentence, token)
    if role is None:
        return None
    if role.relation == "owner" and role.head.index not in acts:
        return side_of(sentence, role.head, acts) if role.head.lemma.lower() in _words("belongings") else None
    if role.relation == "object" and role.head.lemma.lower() in _words("accusing") and role.head.index not in acts:
        return "acting"
    if role.relation == "at" and _has_a_target(sentence, role.head):
        return None
    if role.relation in AIMED_AT:
        return "suffering" if _is_aimed(sentence, role, acts) else None
    if role.relation == "agent" and role.head.lemma.lower() in _words("answering") and role.head.index not in acts:
        return None
    return "acting" if role.relation in ("agent", "owner") else None


def _is_aimed(sentence: Sentence, role: Role, acts: frozenset[int]) -> bool:
    """True for what an act is aimed at, by itself or by its arms: "fired mortars and small arms at positions"."""
    if role.relation == "object" or role.head.index in acts or (role.head.pos == "VERB" and role.relation != "of"):
        return True
    above = role_of(sentence, role.head) if role.relation in ("at", "against") and role.head.pos == "NOUN" else None
    return above is not None and above.relation == "object" and above.head.lemma.lower() in _words("firing")


def _has_a_target(sentence: Sentence, verb: Token) -> bool:
    """True where those hit are told beside the place: "shot two boys at a checkpoint"; not "fired shells at a base"."""
    hit = [*sentence.kids(verb, "nsubjpass"), *sentence.kids(verb, "dobj")]
    verbs = {verb.lemma.lower(), sentence.head(verb).lemma.lower() if verb.dep == "conj" else ""}
    return bool(hit) and verbs.isdisjoint(_words("firing"))


def _is_killed_noun(sentence: Sentence, token: Token) -> bool:
    """True for "soldiers killed in the raid", "the dead soldiers", "a soldier who was killed"."""
    return any(
        (kid.dep == "acl" and kid.tag == "VBN" and kid.lemma.lower() not in _words("of_the_doers"))
        or (kid.dep == "relcl" and bool(sentence.kids(kid, "nsubjpass")))
        or (kid.dep == "amod" and kid.lower in ("dead", "killed", "wounded", "injured", "slain"))
        for kid in sentence.kids(token)
    )


def armed_in(sentence: Sentence, mentions: tuple[Mention, ...]) -> dict[int, str]:
    """The heads of all words for the armed, with their kind."""
    found = {
        phrase.head: phrase.entry
        for phrase in reversed(_armed_nouns().find(sentence))
        if _is_noun(sentence, phrase.head)
    }
    for mention in mentions:
        if isinstance(mention.value, Actor):
            head = sentence.at(mention.span)
            if head is not None:
                found.setdefault(head.index, mention.value.kind)
    return found


def _is_noun(sentence: Sentence, index: int) -> bool:
    token = sentence.tokens[index]
    return token.pos in ("NOUN", "PROPN", "ADJ") and token.dep != "compound"


def _is_unarmed_now(sentence: Sentence, token: Token) -> bool:
    """True for "a former soldier", "an off-duty policeman"."""
    below = [word.lower for word in sentence.subtree(token)]
    return not _words("unarmed_now").isdisjoint(below[: below.index(token.lower)]) or ("off", "duty") in pairwise(below)
