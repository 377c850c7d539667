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
AID: Final = frozenset({"ngo", "ingo", "nngo", "lngo", "un", "icrc", "nrcs", "humanitarian", "aid", "relief"})
WORKERS: Final = frozenset(
    [
        "worker",
        "employee",
        "staff",
        "staffer",
        "member",
        "driver",
        "volunteer",
        "guard",
        "watchman",
        "doctor",
        "nurse",
        "national",
        "international",
        "official",
        "contractor",
        "consultant",
        "colleague",
        "officer",
        "manager",
        "coordinator",
        "personnel",
        "engineer",
        "medic",
        "paramedic",
        "cook",
        "cleaner",
        "one",
        "female",
        "male",
        "security",
        "guard",
        "aid",
        "local",
        "expatriate",
        "expat",
        "logistician",
        "supervisor",
        "trainer",
        "director",
        "representative",
        "operator",
        "affiliate",
    ]
)
IDIOM_WORDS: Final = (  # verbs and nouns of casualties_idioms
    "claim take lose cost toll number tally count blow explode detonate wound burn laceration fracture concussion "
    "shrapnel bruise attention treatment hospitalization hospitalisation surgery rush transport airlift admit bring "
    "transfer carry fly go arrive come walk send put land kills killed wounds injures shot hold keep survive"
)
IDIOMS: Final = frozenset(IDIOM_WORDS.split())
ADULT_YEARS: Final = 18
MAX_AGE_YEARS: Final = 120
MAX_AGE_GAP: Final = 8  # tokens from an age to the noun or the name that it is of
AGE_UNITS: Final = frozenset({"year", "years", "month", "months", "week", "weeks", "day", "days"})
OLD: Final = frozenset({"old", "olds"})
AGE_WORDS: Final = {
    word: value
    for value, word in enumerate(("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"), 1)
}
SONS: Final = frozenset({"son", "grandson", "boy"})
DAUGHTERS: Final = frozenset({"daughter", "granddaughter", "girl"})
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
    """Nouns that are counted and are no people: shells, houses, kilometers."""
    harms = frozenset(harm("nouns")) - frozenset(lexicon("people")["persons"])  # "one fatality, two injured"
    return frozenset(lexicon("people")["not_people"]) | (harms - {"martyr"})


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
    """A word list of lexicon/harm.yml by its name."""
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


def groups_of(sentence: Sentence, head: Token, start: int | None = None) -> tuple[TollGroup, ...]:
    """The groups of the people that a noun names, the role first: "female aid worker" → aid_workers, women.

    `start` is the index of the number before the noun, where there is one: all words between them qualify the noun.
    """
    left = [t.lower for t in sentence.tokens[start + 1 : head.index]] if start is not None else []
    left += [k.lower for k in sentence.kids(head, "compound", "amod", "nmod") if k.index < head.index]
    modifiers = tuple(dict.fromkeys(left))
    key = noun_key(head)
    role = _role(key, modifiers)
    found: list[TollGroup] = [role] if role else []
    if key in demographics():
        found.append(demographics()[key])
    elif FEMALE.intersection(modifiers):
        found.append("women")
    elif MALE.intersection(modifiers):
        found.append("men")
    if YOUNG.intersection(modifiers):
        found.append("children")
    return _by_age(tuple(dict.fromkeys(found)), key, age_of(sentence, head))


def _by_age(groups: tuple[TollGroup, ...], key: str, age: int | None) -> tuple[TollGroup, ...]:
    """The groups as a stated age makes them: "a 30-year-old son" is a man, "a 12-year-old" a child."""
    if age is None:
        return groups
    if age < ADULT_YEARS:
        return tuple(dict.fromkeys((*(g for g in groups if g not in ("men", "women")), "children")))
    grown: tuple[TollGroup, ...] = ("men",) if key in SONS else ("women",) if key in DAUGHTERS else ()
    return (*(group for group in groups if group != "children"), *grown)


def age_of(sentence: Sentence, head: Token) -> int | None:
    """The age in years that stands beside a noun: "a 30-year-old son", "Ana Lund, 12,"; None where none does."""
    tokens = sentence.tokens
    first = max(0, head.index - MAX_AGE_GAP)
    left = [token.lower for token in tokens[first : head.index]]
    for place in range(len(left) - 1, 0, -1):
        unit = left[place]
        behind = {token.lower for token in tokens[first + place + 1 : first + place + 3]}
        if unit in AGE_UNITS and behind & OLD:  # "an 11-day offensive killed 12 people": no age
            number = next((word for word in reversed(left[max(0, place - 2) : place]) if word != "-"), "")
            return _years(number, unit)
        if unit in (",", "and", ")", "."):
            break
    after = [token.text for token in tokens[head.index + 1 : head.index + 4]]
    if len(after) == 3 and after[0] in (",", "(") and after[1].isdigit() and after[2] in (",", ")", "years"):
        return _years(after[1], "year")
    return None


def _years(number: str, unit: str) -> int | None:
    value = int(number) if number.isdigit() else AGE_WORDS.get(number)
    if value is None or value > MAX_AGE_YEARS:
        return None
    return value if unit.startswith("year") else 0


def _role(key: str, modifiers: tuple[str, ...]) -> TollGroup | None:
    """The role of a noun with its modifiers: the phrase, then what a modifier says, then the noun."""
    for modifier in modifiers:
        if f"{modifier} {key}" in roles():
            return roles()[f"{modifier} {key}"]
    if AID.intersection(modifiers) and (key in WORKERS or key not in roles()):
        return "aid_workers"
    said = next((ROLE_WORDS[m] for m in modifiers if m in ROLE_WORDS), None)
    told = roles().get(key)
    armed = said == "combatants" and told == "police"  # "military troopers", "army police"
    return said if said and (told in (None, "civilians") or armed) else told


def role_before(sentence: Sentence, anchor: Token) -> TollGroup | None:
    """The role that a modifier gives to a harm noun: "five civilian deaths" → civilians."""
    modifiers = (kid for kid in sentence.kids(anchor, "amod", "compound", "nmod") if kid.index < anchor.index)
    return next((ROLE_WORDS[kid.lemma.lower()] for kid in modifiers if kid.lemma.lower() in ROLE_WORDS), None)


@cache
def harm_words() -> frozenset[str]:
    """Every word or lemma that can tell harm, so that the others cost one look-up each."""
    kinds = ("verbs", "intransitive", "nouns", "participles")
    lists = ("means", "harmful", "bodies", "striking", "fatal_nouns")
    found = {word for kind in kinds for word in harm(kind)} | {word for name in lists for word in harm_list(name)}
    return frozenset(found | IDIOMS)
