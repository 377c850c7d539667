"""Tellings: the harm words of a sentence with their people, and what they share ("killed or injured")."""

from dataclasses import replace
from itertools import pairwise
from typing import Final

from onrecord.claims.casualties_company import with_lists, without_excluded
from onrecord.claims.casualties_harm import find_harm
from onrecord.claims.casualties_harm_heads import Harm
from onrecord.claims.casualties_idioms import TOLL_HEADS, toll_number
from onrecord.claims.casualties_partitive import Share, shares
from onrecord.claims.casualties_phrases import Phrases
from onrecord.claims.casualties_recover import (
    counted_harm,
    headline_victims,
    is_of_them,
    recovered,
    subject_left,
    whole_of_listed,
)
from onrecord.claims.casualties_sums import People, joined
from onrecord.claims.casualties_telling import Telling
from onrecord.claims.casualties_victims import victims
from onrecord.claims.casualties_words import harm_list
from onrecord.model.reading import Sentence, Token
from onrecord.model.values import Quantity

GENERIC: Final = frozenset({"csubj", "nsubj", "pcomp", "pobj", "csubjpass"})
FIGHTERS: Final = frozenset({"attackers", "combatants", "police"})
HOMES: Final = frozenset(
    {"home", "house", "village", "town", "city", "area", "region", "country", "camp", "neighborhood", "district"}
)
MANY_FLED: Final = 20  # people who leave together are displaced; fewer may run from a shooting
JOINING: Final = frozenset({"and", ",", "&", "the"})
MAX_ALTERNATIVES: Final = 8  # tokens from "killed" to "or injured"


def find_tellings(sentence: Sentence, phrases: Phrases) -> list[Telling]:
    """The tolls that a sentence tells, in text order."""
    found = []
    for harm in find_harm(sentence):
        people = [p for p in _people_of(sentence, harm, phrases) if not _only_described(harm, p)]
        if people and not _is_generic(harm, people) and not _is_escape(sentence, harm, people):
            found.append(Telling(harm, harm.status, tuple(people)))
    found += _tolls(sentence, phrases, found)
    found = _with_shares(found, list(shares(sentence, phrases)))
    found = _shared(sentence, found)
    found = with_lists(sentence, found, phrases)
    return without_excluded(sentence, found, phrases)


def _only_described(harm: Harm, people: People) -> bool:
    """ "debris, wounded people and burning cars": a bare plural that is only described counts nobody.

    Nor do "thousands of displaced people", whenever it was that they fled.
    """
    if harm.status == "displaced" and harm.anchor.dep == "amod":
        return True
    return harm.anchor.dep == "amod" and people.quantity.best is None and not people.stated


def _is_generic(harm: Harm, people: list[People]) -> bool:
    """ "killing people is wrong", "the murders of civilians": acts in general, of nobody counted."""
    whole = people[0]
    if whole.quantity.best is not None or whole.stated:
        return False
    plural = harm.anchor.tag in ("NNS", "NNPS") and not whole.definite
    return plural or (harm.anchor.tag == "VBG" and harm.anchor.dep in GENERIC)


def _is_escape(sentence: Sentence, harm: Harm, people: list[People]) -> bool:
    """ "two gunmen fled": running away displaces nobody; "thousands fled", "40 villagers fled the town" does."""
    if harm.anchor.lemma.lower() != "flee":
        return False
    subjects = {kid.lemma.lower() for kid in sentence.kids(harm.anchor, "nsubj")}
    fighters = any(group in FIGHTERS for person in people for group in person.groups)
    homes = any(kid.lemma.lower() in HOMES for kid in sentence.kids(harm.anchor, "dobj"))
    many = (people[0].quantity.low or 0) >= MANY_FLED
    return fighters or bool(subjects & harm_list("runaways")) or not (homes or many)


def _tolls(sentence: Sentence, phrases: Phrases, told: list[Telling]) -> list[Telling]:
    """ "the death toll rose to 14": tellings of a toll, where no harm word told the number already."""
    known = {token.index for telling in told for people in telling.people for token in people.tokens}
    found = []
    for token in sentence.tokens:
        if token.lower in TOLL_HEADS and (toll := toll_number(sentence, token, phrases)):
            status, phrase = toll
            if not known.intersection(t.index for t in phrase.number):
                people = People(phrase.quantity, (), (token, *phrase.number))
                found.append(Telling(Harm(token, status), status, (people,)))
    return found


def _with_shares(told: list[Telling], found: list[Share]) -> list[Telling]:
    """ "Two of the dead were children": the share stands for what the same words were read as before."""
    words = {t.index for share in found for t in (share.anchor, *(t for p in share.people for t in p.tokens))}
    kept = [t for t in told if t.harm.anchor.index not in words]
    return [*kept, *(Telling(Harm(share.anchor, share.status), share.status, share.people) for share in found)]


def _people_of(sentence: Sentence, harm: Harm, phrases: Phrases) -> list[People]:
    """The victims of a harm word, the whole before its parts; none where nobody is counted."""
    if harm.counts_itself:
        return counted_harm(sentence, harm.anchor, phrases)
    read = headline_victims(sentence, harm, phrases) or subject_left(sentence, harm, phrases)
    if read:
        return read
    found: list[People] = []
    for head in harm.heads:
        head = _first_conjunct(sentence, head) if harm.leftward else head
        found.extend(victims(sentence, head, phrases, harm.anchor, harm.strict))
    found = _across_heads(sentence, found, phrases) if found[1:] else found
    found = whole_of_listed(sentence, harm.anchor, recovered(sentence, harm, phrases, found), phrases)
    if harm.group:
        return [replace(people, groups=(harm.group,)) for people in found[:1]]
    return found


def _across_heads(sentence: Sentence, found: list[People], phrases: Phrases) -> list[People]:
    """People whom the parse gave two subjects: "two female and one male aid worker were killed" are three."""
    first = found[0]
    found = [
        replace(p, part=True) if _is_included(sentence, first, p) or is_of_them(sentence, p, phrases) else p
        for p in found
    ]
    wholes = [people for people in found if not people.part]
    if len(wholes) < 2 or any(people.quantity.best is None for people in wholes):
        return found
    for left, right in pairwise(wholes):
        between = sentence.tokens[left.tokens[-1].index + 1 : right.tokens[0].index]
        if not between or any(token.lower not in JOINING and token.tag != "PRP$" for token in between):
            return found
    return [*joined(wholes), *(people for people in found if people.part)]


def _is_included(sentence: Sentence, whole: People, people: People) -> bool:
    """True for people behind "including", with the whole before it: "20, including eight women, ..., and a child"."""
    between = sentence.tokens[whole.tokens[-1].index + 1 : people.tokens[0].index]
    return any(token.lower == "including" for token in between)


def _first_conjunct(sentence: Sentence, head: Token) -> Token:
    """ "a soldier and a farmer killed in Arlen": the first of the nouns joined, where the parse names the last."""
    while head.dep == "conj" and sentence.head(head).pos in ("NOUN", "PROPN", "NUM") and head.head < head.index:
        head = sentence.head(head)
    return head


def _shared(sentence: Sentence, tellings: list[Telling]) -> list[Telling]:
    """Harms of the same people told as one: "killed or injured" is one toll; the injured who died are killed."""
    found: list[Telling] = []
    for telling in tellings:
        if not any(_same_people(telling, other) for other in found):
            found.extend(_of_one([t for t in tellings if _same_people(telling, t)], sentence))
    return found


def _same_people(left: Telling, right: Telling) -> bool:
    return {t.index for t in left.people[0].tokens} == {t.index for t in right.people[0].tokens}


def _of_one(told: list[Telling], sentence: Sentence) -> list[Telling]:
    """What several harm words tell of the same people."""
    statuses = {telling.status for telling in told}
    if len(statuses) == 1:
        return told
    anchors = sorted(telling.harm.anchor.index for telling in told)
    between = [token.lower for token in sentence.tokens[anchors[0] + 1 : anchors[-1]]]
    near = len(between) <= MAX_ALTERNATIVES
    if near and ("or" in between or "and/or" in between):
        if statuses == {"killed", "injured"}:
            return [replace(told[0], status="killed_or_injured")]
        return [
            replace(telling, set_aside="not_understood") for telling in told
        ]  # "killed or captured": not told which
    if statuses == {"killed", "injured"}:
        return _killed_and_injured(told, between, sentence)
    return told


def _one_of_them(told: list[Telling], sentence: Sentence) -> list[Telling]:
    """ "A man who was among six people shot has died": six were hurt, and one of them is dead."""
    people = told[0].people[0]
    first = min((token.index for token in people.tokens), default=0)
    before = [token.lower for token in sentence.tokens[max(0, first - 3) : first]]
    singular = first >= 4 and sentence.tokens[first - 4].tag == "NN"
    if before != ["who", "was", "among"] or not singular:
        return []
    one = replace(people, quantity=Quantity(1, 1, 1))
    return [replace(t, people=(one,)) if t.status == "killed" else t for t in told]


def _killed_and_injured(told: list[Telling], between: list[str], sentence: Sentence) -> list[Telling]:
    """ "nine people were killed and injured": nine in all; "was injured and later died": killed."""
    killed = [telling for telling in told if telling.status == "killed"]
    if told[0].status == "injured":
        return _one_of_them(told, sentence) or killed
    people = told[0].people[0]
    if between == ["and"] and people.stated and (people.quantity.best is None or people.quantity.best > 1):
        return [replace(told[0], status="killed_or_injured")]
    return told
