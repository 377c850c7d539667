"""Rare names: the capitalized words and house numbers by which two reports of one happening know each other.

What is rare is decided without counting the other documents, so that an unrelated document changes no incident.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Final

from onrecord.registry import lexicon

WORD: Final = re.compile(r"[^\W\d_][\w'’.-]*\w|[^\W\d_]|\d[\d,]*")
LEADS: Final = re.compile(r"(?:^|[.!?:]\s|[\n“\"])\s?$")  # before the first word of a sentence
POSSESSIVE: Final = re.compile(r"['’]s?$")
MAX_NAMES: Final = 80  # of one account: more than any report needs, so that no list of names grows the ledger
MIN_LETTERS: Final = 3

PAIR_WEIGHT: Final = 2.0  # "Laila Orvan": two names side by side
BLOCK_WEIGHT: Final = 3.0  # "4100 block": an address
NAME_WEIGHT: Final = 1.0
GIVEN_WEIGHT: Final = 0.4  # a name borne by very many


def rare_names(text: str) -> tuple[str, ...]:
    """The rare names of a text, folded, the heaviest first, then as the text comes to them.

    "Laila Orvan was shot in the 4100 block" gives "4100 block", "laila orvan", "laila", "orvan".
    """
    matches = list(WORD.finditer(text))
    words = [POSSESSIVE.sub("", match.group()) for match in matches]
    leads = [bool(LEADS.search(text[: match.start()][-3:])) for match in matches]
    small = {word for word in words if word.islower()}
    inside = {word.lower() for word, leading in zip(words, leads, strict=True) if word[0].isupper() and not leading}
    # A capital at the start of a sentence tells nothing, unless the text writes the word so elsewhere too.
    lead_only = {word.lower() for word, leading in zip(words, leads, strict=True) if leading} - inside
    found = sorted(dict.fromkeys(_names(words, small, lead_only)), key=lambda name: -weight_of(name))
    return tuple(found[:MAX_NAMES])


def weight_of(name: str) -> float:
    """How much sharing a name tells."""
    first, _, second = name.partition(" ")
    if second:
        return BLOCK_WEIGHT if second == "block" else PAIR_WEIGHT
    return GIVEN_WEIGHT if first in given_names() else NAME_WEIGHT


def weight_sum(names: Iterable[str]) -> float:
    """The weight of several names together."""
    return sum(weight_of(name) for name in names)


def _names(words: list[str], lower: set[str], lead_only: set[str]) -> Iterator[str]:
    rare = [_is_rare(word, lower) for word in words]
    for here, word in enumerate(words):
        folded = word.lower()
        after = words[here + 1].lower() if here + 1 < len(words) else ""
        if rare[here]:
            paired = here + 1 < len(words) and rare[here + 1]
            if paired or folded not in lead_only:
                yield folded
            if paired:
                yield f"{folded} {after}"
        elif word[0].isdigit() and after == "block":
            yield f"{word} block"


def _is_rare(word: str, lower: set[str]) -> bool:
    """A word with a capital that is not common, and that the text never writes without it."""
    folded = word.lower()
    return word[0].isupper() and len(word) >= MIN_LETTERS and folded not in lower and folded not in common_words()


@cache
def common_words() -> frozenset[str]:
    """Capitalized words that tell nothing: titles, institutions, weekdays."""
    return frozenset(str(lexicon("common_names")["words"]).split())


@cache
def given_names() -> frozenset[str]:
    """Names borne by very many people."""
    return frozenset(str(lexicon("common_names")["given"]).split())
