"""The words of casualties: lexicon/people.yml and lexicon/harm.yml as look-up tables."""

from functools import cache
from typing import Final, cast

from onrecord.model.codes import TollGroup, TollStatus
from onrecord.model.reading import Sentence, Token
from onrecord.registry import lexicon

FEMALE: Final = frozenset({"female", "woman", "women"})
MALE: Final = frozenset({"male"})
YOUNG: Final = frozenset({"child", "infant", "baby", "teenage", "minor", "underage", "newborn"})
ROLE_WORDS: Final[dict[str, TollGroup]] = {
    "civilian": "civilians",
    "noncombatant": "civilians",
    "police": "police",
    "militant": "combatants",
    "military": "combatants",
    "army": "combatants",
    "rebel": "combatants",
    "insurgent": "combatants",
    "taliban": "combatants",
    "terrorist": "combatants",
    "combatant": "combatants",
    "guerrilla": "combatants",
    "humanitarian": "aid_workers",
}
ENDINGS: Final = ("er", "or", "ist", "man", "woman", "ian", "ent", "ant", "eer", "ee", "boy", "girl", "men", "women")


@cache
def roles() -> dict[str, TollGroup]:
    """Noun or phrase → the role group of its people: `"soldier"` → `"combatants"`."""
    return {word: cast("TollGroup", group) for group, words in lexicon("people")["roles"].items() for word in words}


@cache
def demographics() -> dict[str, TollGroup]:
    """Noun → the group by age or sex: `"girl"` → `"children"`."""
    rows = lexicon("people")["demographics"].items()
    return {word: cast("TollGroup", group) for group, words in rows for word in words}


@cache
def people() -> frozenset[str]:
    """All nouns that name people."""
    return frozenset(lexicon("people")["persons"]) | frozenset(roles()) | frozenset(demographics())


@cache
def not_people() -> frozenset[str]:
    return frozenset(lexicon("people")["not_people"])


@cache
def counted() -> frozenset[str]:
    """Nouns that stand for the people of their of-phrase: "five members of a family"."""
    return frozenset(lexicon("people")["counted"])


@cache
def harm(kind: str) -> dict[str, TollStatus]:
    """Word → toll status, for a kind of lexicon/harm.yml: `harm("verbs")["kill"] == "killed"`."""
    return {word: cast("TollStatus", status) for status, words in lexicon("harm")[kind].items() for word in words}


@cache
def harm_list(kind: str) -> frozenset[str]:
    return frozenset(lexicon("harm")[kind])


def noun_key(token: Token) -> str:
    """The lemma of a noun in lower case, with plurals that the lemmatizer leaves alone."""
    lemma = token.lemma.lower()
    if lemma in people() or lemma in not_people():
        return lemma
    lower = token.lower
    for ending, stem in (("ies", "y"), ("men", "man"), ("s", "")):
        if lower.endswith(ending) and lower[: -len(ending)] + stem in people():
            return lower[: -len(ending)] + stem
    return lemma


def is_person_noun(token: Token) -> bool:
    """True where a noun names people, by the list or, for words not listed, by its ending."""
    key = noun_key(token)
    if key in people():
        return True
    if key in not_people():
        return False
    return token.pos == "NOUN" and key.endswith(ENDINGS)


def groups_of(sentence: Sentence, head: Token) -> tuple[TollGroup, ...]:
    """The groups of the people that a noun names, the role first: "female aid worker" → aid_workers, women."""
    left = [
        kid for kid in sentence.kids(head) if kid.index < head.index and kid.dep in ("compound", "amod", "nmod", "poss")
    ]
    key = noun_key(head)
    found: list[TollGroup] = []
    phrases = [f"{kid.lower} {key}" for kid in left] + [key]
    role = next((roles()[phrase] for phrase in phrases if phrase in roles()), None)
    role = role or next((ROLE_WORDS[kid.lemma.lower()] for kid in left if kid.lemma.lower() in ROLE_WORDS), None)
    if role == "civilians" or role is None:
        role = next((ROLE_WORDS[k.lemma.lower()] for k in left if k.lemma.lower() in ROLE_WORDS), role)
    if role:
        found.append(role)
    modifiers = {kid.lower for kid in left}
    if key in demographics() and key != role:
        found.append(demographics()[key])
    elif modifiers & FEMALE:
        found.append("women")
    elif modifiers & MALE:
        found.append("men")
    if modifiers & YOUNG and "children" not in found:
        found.append("children")
    return tuple(dict.fromkeys(found))


def role_before(sentence: Sentence, anchor: Token) -> TollGroup | None:
    """The role that a modifier gives to a harm noun: "five civilian deaths" → civilians."""
    modifiers = (kid for kid in sentence.kids(anchor, "amod", "compound", "nmod") if kid.index < anchor.index)
    return next((ROLE_WORDS[kid.lemma.lower()] for kid in modifiers if kid.lemma.lower() in ROLE_WORDS), None)
