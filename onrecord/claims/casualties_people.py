"""Victims: from a noun phrase to how many people of which groups ("a woman and her two children" is three)."""

from dataclasses import dataclass, replace
from typing import Final

from onrecord.claims.casualties_words import counted, groups_of, is_person_noun, not_people, noun_key
from onrecord.model.codes import TollGroup
from onrecord.model.reading import Reading, Sentence, Token
from onrecord.model.values import Quantity
from onrecord.registry import lexicon

ONE: Final = Quantity(1, 1, 1)
ONE_PRONOUNS: Final = frozenset({"he", "she", "him", "her", "himself", "herself", "someone", "somebody"})
MANY_PRONOUNS: Final = frozenset(
    {"they", "them", "who", "whom", "we", "us", "those", "which", "that", "these", "it", "both", "all"}
)
PLURAL_TAGS: Final = frozenset({"NNS", "NNPS"})
INCLUDING: Final = frozenset({"including", "include", "among", "mostly", "mainly"})
NUMBER_WORDS_OF: Final = frozenset({"of", "from", "in"})


@dataclass(frozen=True, slots=True)
class People:
    """Some people in a phrase: how many, of which groups, at which tokens; `part` where they are among the others."""

    quantity: Quantity
    groups: tuple[TollGroup, ...]
    tokens: tuple[Token, ...]
    part: bool = False


class Numbers:
    """The quantities of a sentence by token index."""

    def __init__(self, reading: Reading, sentence: Sentence) -> None:
        self.at: dict[int, tuple[Quantity, tuple[Token, ...]]] = {}
        for mention in reading.mentions_in(sentence.span, "QUANTITY"):
            if isinstance(mention.value, Quantity):
                tokens = tuple(sentence.within(mention.span))
                for token in tokens:
                    self.at[token.index] = (mention.value, tokens)

    def of(self, sentence: Sentence, head: Token) -> tuple[Quantity, tuple[Token, ...]] | None:
        """The quantity that counts a noun: in its left modifiers, or itself ("eight" wounded)."""
        if head.index in self.at:
            return self.at[head.index]
        best = None
        for kid in sentence.kids(head):
            if (
                kid.index < head.index
                and kid.index in self.at
                and kid.dep
                in ("nummod", "amod", "det", "nmod", "compound", "quantmod", "dep", "predet", "appos", "advmod")
            ):
                best = self.at[kid.index]
        if best is None:
            best = self._before(sentence, head)
        return best

    def _before(self, sentence: Sentence, head: Token) -> tuple[Quantity, tuple[Token, ...]] | None:
        """A quantity left of the noun inside its phrase, where the parse hangs it elsewhere."""
        index = head.index - 1
        while index >= 0 and head.index - index <= 5:
            token = sentence.tokens[index]
            if index in self.at:
                return self.at[index]
            if token.pos not in ("ADJ", "NOUN", "PROPN", "VERB") or token.dep in (
                "nsubj",
                "pobj",
                "dobj",
                "ROOT",
                "nsubjpass",
            ):
                return None
            index -= 1
        return None


def victims(sentence: Sentence, head: Token, numbers: Numbers) -> list[People]:
    """The people of a noun phrase and those joined to it: the whole first, then the parts."""
    conjuncts = _conjuncts(sentence, head)
    found = [people for token in conjuncts if (people := _people(sentence, token, numbers))]
    parts = [part for token in conjuncts for part in _parts(sentence, token, numbers)]
    if not found:
        return []
    if len(found) == 1:
        return [*found, *parts]
    tokens = tuple(token for people in found for token in people.tokens)
    whole = People(add([people.quantity for people in found]), (), tokens)
    return [whole, *(replace(people, part=True) for people in found if people.groups), *parts]


def add(quantities: list[Quantity]) -> Quantity:
    """The sum of quantities; a bound that one of them lacks, the sum lacks."""
    lows = [q.low for q in quantities]
    bests = [q.best for q in quantities]
    highs = [q.high for q in quantities]
    hedges = [q.hedge for q in quantities if q.hedge]
    return Quantity(
        sum(low or 0 for low in lows),
        None if None in bests else sum(b for b in bests if b is not None),
        None if None in highs else sum(h for h in highs if h is not None),
        hedges[0] if hedges else None,
        quantities[0].more,
    )


def _conjuncts(sentence: Sentence, head: Token) -> list[Token]:
    """The noun and the nouns joined to it by commas and "and"; an appositive after a count is a list of its parts."""
    found, queue = [], [head]
    while queue:
        token = queue.pop(0)
        found.append(token)
        queue.extend(kid for kid in sentence.kids(token, "conj") if kid.pos in ("NOUN", "PROPN", "NUM", "PRON", "ADJ"))
    return found


def _people(sentence: Sentence, token: Token, numbers: Numbers) -> People | None:
    """One conjunct as people, or None where it names none."""
    stated = numbers.of(sentence, token)
    noun = _of_noun(sentence, token, stated is not None)
    if (
        stated
        and noun is not token
        and (inner := numbers.of(sentence, noun))
        and noun_key(token) in counted()
        and stated[0] is not inner[0]
    ):
        stated = inner if token.lemma.lower() in ("family", "group", "crew", "team", "total") else stated
    if stated is None and noun is not token:
        stated = numbers.of(sentence, noun)
    if noun_key(noun) in not_people():
        return None
    if stated is None:
        return _uncounted(sentence, token, noun)
    quantity, tokens = stated
    if _is_age(sentence, tokens):
        return _uncounted(sentence, token, noun)
    return People(quantity, groups_of(sentence, noun), (*tokens, token, noun))


def _is_age(sentence: Sentence, tokens: tuple[Token, ...]) -> bool:
    after = sentence.tokens[tokens[-1].index + 1 : tokens[-1].index + 3]
    return any(token.lower in ("year", "month", "week", "day", "years", "months", "days", "weeks") for token in after)


def _of_noun(sentence: Sentence, token: Token, has_number: bool) -> Token:
    """The noun that names the people: "dozens of civilians" → civilians; "members of the family" → members."""
    if (
        noun_key(token) in counted()
        or token.pos == "NUM"
        or token.lower in ("most", "some", "many", "several", "dozens", "hundreds", "scores")
    ):
        for prep in sentence.kids(token, "prep"):
            if prep.lower == "of":
                for noun in sentence.kids(prep, "pobj"):
                    if noun.pos in ("NOUN",) and is_person_noun(noun):
                        return noun
    return token


def _uncounted(sentence: Sentence, token: Token, noun: Token) -> People | None:
    """People with no number: "a woman" is one, "civilians" a vague two or more, a named person one."""
    if noun.pos == "PRON":
        return People(ONE, (), (noun,)) if noun.lower in ONE_PRONOUNS else None
    if noun.tag in PLURAL_TAGS:
        if not is_person_noun(noun) and noun.pos != "PROPN":
            return None
        low, high = lexicon("vague")["bare_plural"]
        return People(Quantity(low, None, high, "vague"), groups_of(sentence, noun), (noun,))
    if noun.pos == "PROPN" and not is_person_noun(noun):
        return People(ONE, (), (noun,)) if _is_name(sentence, noun) else None
    if not is_person_noun(noun) or noun_key(noun) in (
        "family",
        "group",
        "crowd",
        "gang",
        "team",
        "household",
        "crew",
        "majority",
        "most",
        "staff",
        "personnel",
        "police",
        "army",
        "militia",
        "taliban",
        "force",
        "people",
        "party",
        "half",
    ):
        return None
    determiner = [
        kid
        for kid in sentence.kids(token)
        if kid.dep in ("det", "poss", "amod", "compound", "appos", "nmod") and kid.index < token.index
    ]
    return People(ONE, groups_of(sentence, noun), (*determiner[:1], noun))


def _is_name(sentence: Sentence, noun: Token) -> bool:
    """True where a proper noun reads as a person's name: two capitalized words, or a name after a title."""
    words = [kid for kid in sentence.kids(noun, "compound") if kid.pos == "PROPN"]
    return bool(words) and not sentence.kids(noun, "det")


def _parts(sentence: Sentence, token: Token, numbers: Numbers) -> list[People]:
    """The people named as part of a noun's: "12 people, including three children"."""
    found: list[People] = []
    for kid in sentence.kids(token):
        if kid.index < token.index:
            continue
        if kid.lower in INCLUDING and kid.dep in ("prep", "acl", "advcl"):
            heads = sentence.kids(kid, "pobj", "dobj")
        elif kid.dep == "appos":
            heads = [kid]
        else:
            continue
        for head in heads:
            for conjunct in _conjuncts(sentence, head):
                people = _people(sentence, conjunct, numbers)
                if people and people.groups:
                    found.append(replace(people, part=True))
    return found
