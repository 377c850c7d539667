"""Neutral words for the parser: whichever country a sentence names, its tree is the same.

The model has seen some countries' names often and others' hardly ever, and parses the same sentence differently for
each. So it is shown one country in place of all: "Uruguayan shells hit Salto" is parsed as "German shells hit Salto".
"""

from functools import cache
from itertools import pairwise
from typing import Final

from onrecord.registry import states

COUNTRY: Final = "Germany"
ADJECTIVE: Final = "German"
PEOPLE: Final = "Germans"
CAPITAL: Final = "Berlin"
NAME_OR_VERB: Final = "IS"  # in capitals among lower-case words it is the armed group, not the verb
MIN_LETTERS: Final = 4  # "US" and "UK" read well as they are, and "US" is a pronoun in upper-case copy


def neutral(words: list[str]) -> list[str]:
    """The words that the parser is shown: "Zambian", "soldiers" gives "German", "soldiers". Longer names stay whole."""
    known, longer = neutral_words(), longer_names()
    if NAME_OR_VERB in words and any(word.islower() and word.isalpha() for word in words):
        words = [COUNTRY if word == NAME_OR_VERB else word for word in words]
    if known.keys().isdisjoint(words):
        return words
    nexts = [*words[1:], ""]
    lasts = ["", *words[:-1]]
    return [
        word if (last, word) in longer or (word, after) in longer else known.get(word, word)
        for last, word, after in zip(lasts, words, nexts, strict=True)
    ]


@cache
def neutral_words() -> dict[str, str]:
    """One-word names, demonyms and capitals of countries, as written and in capitals, with their neutral words."""
    found: dict[str, str] = {}
    for row in states():
        forms = row.demonyms
        found |= dict.fromkeys([row.name, *row.other_names], COUNTRY)
        found |= {form: PEOPLE if form.endswith("s") and form[:-1] in forms else ADJECTIVE for form in forms}
        found |= {form: CAPITAL for form in row.seats if f"the {form}" not in row.seats}
    single = {form: word for form, word in found.items() if len(form) >= MIN_LETTERS and " " not in form}
    return single | {form.upper(): word.upper() for form, word in single.items()}


@cache
def longer_names() -> frozenset[tuple[str, str]]:
    """Neighboring words of longer names ("Saudi", "Arabia"), as written and in capitals."""
    forms = [form.split() for row in states() for form in row.forms]
    pairs = [pair for form in forms for pair in pairwise(form) if pair[0] not in ("the", "of")]
    return frozenset([*pairs, *((one.upper(), two.upper()) for one, two in pairs)])


def own_lemma(word: str, lemma: str) -> str:
    """The lemma of a word of which the parser was shown another: "Zambian" keeps the case that "German" was given."""
    return word.lower() if lemma.islower() else word
