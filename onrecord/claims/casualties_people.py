"""Victims: from a noun phrase to how many people of which groups ("a woman and her two children" is three)."""

from dataclasses import dataclass, replace
from typing import Final

from onrecord.claims.casualties_phrases import OF_THE, Counted, Phrases
from onrecord.claims.casualties_words import (
    ADULT_YEARS,
    AID,
    WORKERS,
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
DEMOGRAPHIC: Final = frozenset({"children", "women", "men"})
PAIRS: Final = frozenset({"twin", "both"})
ORDINALS: Final = frozenset({"second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"})
DATELINE: Final = 3  # tokens at the head of a sentence, in capitals where it is a dateline
DEFINITE: Final = frozenset({"the", "these", "those"})


@dataclass(frozen=True, slots=True)
class People:
    """Some people in a phrase: how many, of which groups, at which tokens; `part` where they are among the others."""

    quantity: Quantity
    groups: tuple[TollGroup, ...]
    tokens: tuple[Token, ...]
    part: bool = False
    stated: bool = True  # False where no number was said: "civilians", "a woman"
    noun: str = ""
    definite: bool = False  # "the two men"


def victims(sentence: Sentence, head: Token, phrases: Phrases, anchor: Token, strict: bool = False) -> list[People]:
    """The people of a noun phrase and those joined to it: the whole first, then its parts by group."""
    conjuncts = _conjuncts(sentence, head, anchor)
    found = []
    seen: set[int] = set()
    for token in conjuncts:
        people = people_of(sentence, token, phrases, strict)
        if people and not seen & {t.index for t in people.tokens}:
            seen |= {t.index for t in people.tokens}
            found.append(people)
    parts = [part for token in conjuncts for part in _parts(sentence, token, phrases)]
    return [*joined(found), *parts] if found else []


def joined(found: list[People]) -> list[People]:
    """The people of several conjuncts as one whole, and the groups in it as parts."""
    if len(found) == 1:
        return found
    first, rest = found[0], found[1:]
    if first.stated and all(not people.stated and people.quantity.best is None for people in rest):
        whole = replace(first, groups=_common(found))  # "seven rebels and mercenaries": the number is of both
        return [whole]
    told_apart = bool(DEMOGRAPHIC.intersection(first.groups))  # "three women, two children and a man" are six
    parted = len(rest) > 1 and sum(p.quantity.best or 0 for p in rest) == first.quantity.best
    if first.stated and parted and not told_apart:
        return [first, *(replace(people, part=True) for people in rest if people.groups)]
    found = [people for n, people in enumerate(found) if not _is_counted_before(found, n)]
    if len(found) == 1:
        return found
    found = _lend_roles(found)
    whole = People(add([p.quantity for p in found]), _common(found), tuple(t for p in found for t in p.tokens))
    return [whole, *by_group(found, _common(found))]


def _is_counted_before(found: list[People], n: int) -> bool:
    """ "40 soldiers and fighters and 18 rebels": the forty are soldiers and fighters."""
    bare = not found[n].stated and found[n].quantity.best is None
    return bare and n > 0 and found[n - 1].stated and (found[n - 1].quantity.best or 0) > 1


def _common(found: list[People]) -> tuple[TollGroup, ...]:
    """The groups that all of the conjuncts belong to."""
    return tuple(group for group in found[0].groups if all(group in people.groups for people in found))


def _lend_roles(found: list[People]) -> list[People]:
    """ "two aid workers and their driver", "one female and one male aid worker": the role is of both."""
    if not any("aid_workers" in people.groups for people in found):
        return found
    return [
        replace(
            people,
            groups=("aid_workers", *(g for g in people.groups if g not in ("aid_workers", "civilians", "medics"))),
        )
        if people.noun in WORKERS
        else people
        for people in found
    ]


def by_group(found: list[People], but: tuple[TollGroup, ...]) -> list[People]:
    """One part for each group of the conjuncts, its conjuncts added."""
    groups = dict.fromkeys(group for people in found for group in people.groups if group not in but)
    parts = []
    for group in groups:
        mine = [people for people in found if group in people.groups]
        tokens = tuple(t for people in mine for t in people.tokens)
        parts.append(People(add([people.quantity for people in mine]), (group,), tokens, part=True))
    return parts


def add(quantities: list[Quantity]) -> Quantity:
    """The sum of quantities; a bound that one of them lacks, the sum lacks."""
    if len(quantities) == 1:
        return quantities[0]
    bests = [q.best for q in quantities]
    highs = [q.high for q in quantities]
    hedges = [q.hedge for q in quantities if q.hedge]
    return Quantity(
        sum(q.low or 0 for q in quantities),
        None if None in bests else sum(b for b in bests if b is not None),
        None if None in highs else sum(h for h in highs if h is not None),
        hedges[0] if hedges else None,
        quantities[0].more,
    )


def _conjuncts(sentence: Sentence, head: Token, anchor: Token) -> list[Token]:
    """The noun and those joined to it; none beyond the harm word ("two killed and four injured")."""
    found, queue = [], [head]
    while queue:
        token = queue.pop(0)
        found.append(token)
        # "Name, 26, and her children": the children hang on the age
        ages = [k for k in sentence.kids(token, "appos") if token.pos == "PROPN" and k.text.isdigit()]
        ages += [k for k in sentence.kids(token, "appos") if anchor.lemma.lower() == "lose"]  # "lost his wife A, son B"
        for kid in [k for t in (token, *ages) for k in sentence.kids(t, "conj")]:
            crosses = head.index < anchor.index < kid.index
            if kid.pos in ("NOUN", "PROPN", "NUM", "PRON", "ADJ") and not crosses:
                queue.append(kid)
    return found


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
    """ "Two national and two international workers" are four: the noun of the first number is that of the second."""
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


def _parts(sentence: Sentence, token: Token, phrases: Phrases) -> list[People]:
    """The people of an appositive, as parts: "12 people, three of them children"."""
    found: list[People] = []
    for kid in sentence.kids(token):
        if kid.index < token.index:
            continue
        if kid.dep != "appos":
            continue
        heads = [kid]
        for head in heads:
            people = [
                p for c in _conjuncts(sentence, head, head) if (p := people_of(sentence, c, phrases)) and p.groups
            ]
            found.extend(by_group(people, ()))
    return found
