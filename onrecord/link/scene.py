"""Scene words: what stands about in a happening ("restaurant", "goats", "birthday"), by which reports of it meet.

What is common to all reports of harm is a list, not a count over the other documents, so that an unrelated document
changes no incident.
"""

import re
from functools import cache
from typing import Final

from onrecord.registry import lexicon

WORD: Final = re.compile(r"(?<![\w-])[a-z]{3,}(?![\w-])")  # written small: names are compared by themselves
MAX_WORDS: Final = 40  # of one account: the first that it tells


def scene_words(text: str) -> tuple[str, ...]:
    """The scene words of a text, without the s of the plural, as the text comes to them.

    "A car bomb went off near a restaurant, police said" gives "restaurant".
    """
    words = (match.group() for match in WORD.finditer(text))
    telling = (_single(word) for word in words if not {word, _single(word)} & _common())
    return tuple(dict.fromkeys(telling))[:MAX_WORDS]


def _single(word: str) -> str:
    """ "goats" and "goat" are one word; "glass" stays."""
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) else word


@cache
def _common() -> frozenset[str]:
    return frozenset(str(lexicon("scene_common")["words"]).split())
