"""People: from one noun to how many people of which groups."""

from dataclasses import replace
from typing import Final

from onrecord.claims.casualties_phrases import OF_THE, Counted, Phrases
from onrecord.claims.casualties_sums import DEMOGRAPHIC, People, add
from onrecord.claims.casualties_words import (
    ADULT_YEARS,
    AID,
    age_of,
    counted,
    groups_of,
    is_person_noun,
    not_people,
    noun_key,
)
from onrecord.model.codes import TollGroup
from onrecord.model.reading import Sentence, Token
from onrecord.model.values import Quantity
from onrecord.registry import lexicon

ONE: Final = Quantity(1, 1, 1)
ONE_PRONOUNS: Final = frozenset({"he", "she", "him", "her", "his", "himself", "herself", "someone", "somebody"})
PLURAL_TAGS: Final = frozenset({"NNS", "NNPS"})
MANY: Final = frozenset(  # singular in form, several people in fact: no count of their own
    [
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
        "rest",
        "clan",
        "number",
        "score",
        "dozen",
        "body",
        "remains",
        "dead",
        "wounded",
        "injured",
    ]
)
PAIRS: Final = frozenset({"twin", "both"})
ORDINALS: Final = frozenset({"second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"})
DATELINE: Final = 3  # tokens at the head of a sentence, in capitals where it is a dateline
DEFINITE: Final = frozenset({"the", "these", "those"})


def people_of(sentence: Sentence, token: Token, phrases: Phrases, strict: bool = False) -> People | None:
    """One noun as people, or None where it names none. `strict`: what is done is done to people only."""
    counted_phrase = phrases.of(sentence, token)
    noun = _of_noun(sentence, token)
    family = _family_of(sentence, token, phrases)
    if family is not None:
        return family
    inner = phrases.of(sentence, noun) if noun is not token else None
    if counted_phrase is not None or inner is not None:
        head, phrase = (token, counted_phrase) if counted_phrase is not None else (noun, inner)
        people = _counted_people(sentence, head, noun, phrase, strict) if phrase is not None else None
        return _with_ellipsis(people, sentence, phrases) if people is not None else None
    return _uncounted(sentence, token, noun, phrases, strict)


def _with_ellipsis(people: People, sentence: Sentence, phrases: Phrases) -> People:
    """ "Three local and five foreign nurses" are eight: the noun of the first number is that of the second."""
    first = min(token.index for token in people.tokens)
    before = phrases.at.get(first - 2)
    joins = first >= 2 and sentence.tokens[first - 1].lower == "and" and not DEMOGRAPHIC.intersection(people.groups)
    if not joins or before is None or before.noun is None or before.noun.pos != "ADJ" or before.end != first - 2:
        return people
    quantity = add([before.quantity, people.quantity])
    return replace(people, quantity=quantity, tokens=(*before.number, *people.tokens))


def _counted_people(sentence: Sentence, token: Token, noun: Token, phrase: Counted, strict: bool) -> People | None:
    noun = phrase.noun if phrase.noun is not None and noun is token else noun
    noun = _of_noun(sentence, noun)
    if noun.index not in {t.index for t in phrase.number} and noun_key(noun) in not_people():
        return None
    is_number = noun.index in {t.index for t in phrase.number}
    if not is_number and not (strict or is_person_noun(noun) or noun.pos == "PROPN"):
        return None
    groups = () if is_number else groups_of(sentence, noun, phrase.number[-1].index)
    first = phrase.number[0].index
    definite = first > 0 and sentence.tokens[first - 1].lower in DEFINITE
    definite = definite or _is_of_a_whole(sentence, phrase.number[-1].index, noun.index)
    return People(phrase.quantity, groups, (*phrase.number, noun), noun=noun_key(noun), definite=definite)


def _is_of_a_whole(sentence: Sentence, number: int, noun: int) -> bool:
    """ "Three of the soldiers", "seven of its captives": of a whole that was told before."""
    between = [token.lower for token in sentence.tokens[number + 1 : noun]]
    return len(between) > 1 and between[0] == "of" and between[1] in OF_THE


def _family_of(sentence: Sentence, token: Token, phrases: Phrases) -> People | None:
    """ "a family of five", "a group of 12 men"."""
    if noun_key(token) not in ("family", "group", "crew", "team", "total", "household", "gang", "band"):
        return None
    for prep in sentence.kids(token, "prep"):
        if prep.lower == "of":
            for noun in sentence.kids(prep, "pobj"):
                phrase = phrases.of(sentence, noun)
                if phrase is not None:
                    tokens = (token, *phrase.number, noun)
                    return People(phrase.quantity, groups_of(sentence, noun), tokens, noun=noun_key(noun))
    return None


def _of_noun(sentence: Sentence, token: Token) -> Token:
    """The noun that names the people: "dozens of civilians" → civilians, "one of the soldiers" → soldiers."""
    if (
        noun_key(token) in counted()
        or token.pos in ("NUM", "DET")
        or token.lower in ("most", "some", "many", "several")
    ):
        for prep in sentence.kids(token, "prep"):
            if prep.lower == "of":
                for noun in sentence.kids(prep, "pobj"):
                    if noun.pos == "NOUN" and is_person_noun(noun) and noun_key(noun) not in MANY:
                        return noun
    return token


def _uncounted(sentence: Sentence, token: Token, noun: Token, phrases: Phrases, strict: bool) -> People | None:
    """People with no number: "a woman" is one, "civilians" a vague two or more, a named person one."""
    key = noun_key(noun)
    if noun.lower in ORDINALS and any(kid.lower == "a" for kid in sentence.kids(noun, "det")):
        return People(Quantity(1, 1, 1, more=True), (), (*sentence.kids(noun, "det"), noun))  # "wounding a third"
    pair = _pair(sentence, noun, key) or _aged(sentence, noun)
    if pair is not None:
        return pair
    if noun.pos in ("PRON", "DET"):
        return _pronoun(noun)
    if key in not_people() or _is_compared(sentence, noun):
        return None
    if noun.tag in PLURAL_TAGS or noun.lower == "people":
        if not (is_person_noun(noun) or noun.tag == "NNPS"):
            return None
        low, high = lexicon("vague")["bare_plural"]
        return People(Quantity(low, None, high, "vague"), groups_of(sentence, noun), (noun,), stated=False, noun=key)
    if noun.pos == "PROPN" and not is_person_noun(noun):
        named = noun.lower not in AID and (strict or _is_name(sentence, noun))  # "one from an NGO"
        age = age_of(sentence, noun)
        groups: tuple[TollGroup, ...] = ("children",) if age is not None and age < ADULT_YEARS else ()
        named = named and not _is_place(sentence, noun, phrases)
        return People(ONE, groups, (noun,), stated=False) if named else None
    determiner = [kid for kid in sentence.kids(token) if kid.dep in ("det", "poss") and kid.index < token.index]
    indefinite = any(kid.lower in ("a", "an", "another", "one") for kid in determiner)
    one_staff = key == "staff" and indefinite  # "a national staff was shot"
    if (key in MANY and not one_staff) or not (is_person_noun(noun) or (strict and indefinite and noun.pos == "NOUN")):
        return None
    definite = any(kid.lower in DEFINITE for kid in determiner)
    left = {kid.lower for kid in sentence.kids(token) if kid.index < token.index}
    if "another" in left or (left & ORDINALS and not left & DEFINITE):  # "a fifth person died"
        return People(Quantity(1, 1, 1, more=True), groups_of(sentence, noun), (*determiner[:1], noun), noun=key)
    return People(ONE, groups_of(sentence, noun), (*determiner[:1], noun), stated=False, noun=key, definite=definite)


def _is_compared(sentence: Sentence, noun: Token) -> bool:
    """ "More nurses were killed than ever": how they compare, and not how many."""
    return any(kid.lower in ("more", "fewer") and kid.dep == "amod" for kid in sentence.kids(noun))


def _pair(sentence: Sentence, noun: Token, key: str) -> People | None:
    """ "twin brothers", "a couple", "both drivers": two."""
    left = {kid.lower for kid in sentence.kids(noun) if kid.index < noun.index}
    if left & PAIRS or key == "twin" or (key in ("couple", "duo", "pair") and left & {"a", "the", "married"}):
        groups = groups_of(sentence, noun)
        both = "both" in left
        return People(
            Quantity(2, 2, 2), groups, (noun,), part=both and bool(groups), stated=False, noun=key, definite=both
        )
    return None


def _aged(sentence: Sentence, noun: Token) -> People | None:
    """ "a 12-year-old": one, told by the age alone."""
    if noun.lower != "old" or noun.index < 3:
        return None
    age = age_of(sentence, noun)
    if age is None:
        return None
    groups: tuple[TollGroup, ...] = ("children",) if age < ADULT_YEARS else ()
    return People(ONE, groups, (*sentence.tokens[noun.index - 4 : noun.index], noun), stated=False, noun="old")


def _pronoun(noun: Token) -> People | None:
    if noun.lower in ONE_PRONOUNS:
        return People(ONE, (), (noun,), stated=False, definite=True)
    if noun.lower == "both":
        return People(Quantity(2, 2, 2), (), (noun,), stated=False, definite=True)
    if noun.lower == "another":
        return People(Quantity(1, 1, 1, more=True), (), (noun,))
    return None


def _is_place(sentence: Sentence, noun: Token, phrases: Phrases) -> bool:
    """True where a name is that of a place, or the capitals of a dateline."""
    if noun.index in phrases.places:
        return True
    capitals = noun.text.isupper() and len(noun.text) > 1 and noun.index < DATELINE
    return capitals and any(token.text.islower() for token in sentence.tokens)


def _is_name(sentence: Sentence, noun: Token) -> bool:
    """True where a proper noun reads as a person's name: two capitalized words, or a name after a title."""
    words = [kid for kid in sentence.kids(noun, "compound") if kid.pos == "PROPN"]
    return bool(words) and not sentence.kids(noun, "det")
