"""Names of persons and bodies, folded so that the spellings of one name meet."""

import re
import unicodedata
from typing import Final

# Articles, and forms of address that come and go before one name.
UNTOLD: Final = frozenset({"the", "a", "an", "al", "el", "mr", "mrs", "ms", "miss", "dr", "sir"})
SURNAMES: Final = frozenset({"abu", "ban", "bin", "van", "da"})  # surnames of two words begin so, as sound keys
WORD: Final = re.compile(r"[^\W_]+")
# Spellings of one sound in transliterations, the longer first; single letters last.
SOUNDS: Final = (
    *(("shch", "s"), ("sch", "s"), ("tch", "c"), ("dzh", "j"), ("kh", "h"), ("zh", "j"), ("ts", "c"), ("tz", "c")),
    *(
        ("ck", "k"),
        ("ph", "f"),
        ("ou", "u"),
        ("oo", "u"),
        ("ee", "i"),
        ("iy", "i"),
        ("yy", "i"),
        ("ij", "i"),
        ("ei", "i"),
    ),
    *(("ey", "i"), ("yu", "u"), ("iu", "u"), ("ya", "a"), ("ia", "a"), ("yo", "o"), ("y", "i"), ("w", "v"), ("q", "k")),
    *(("c", "k"), ("gh", "g"), ("h", ""), ("e", "i"), ("o", "u")),
)
LONG_KEY: Final = 5  # letters of a sound key from which on its vowels matter less
REPEATED: Final = re.compile(r"(.)\1+")


def folded(word: str) -> str:
    """A word without case and accents: `folded("Andreï") == "andrei"`."""
    plain = unicodedata.normalize("NFKD", word.casefold())
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


def sound_key(word: str) -> str:
    """A rough key of how a name sounds: spellings like "Andreï", "Andrey" and "Andrei" share it.

    >>> sound_key("Andreï") == sound_key("Andrey")
    True
    """
    key = folded(word)
    for spelling, sound in SOUNDS:
        key = key.replace(spelling, sound)
    return REPEATED.sub(r"\1", key)


def name_words(name: str) -> tuple[str, ...]:
    """The words of a name as sound keys, articles and forms of address left out."""
    return tuple(sound_key(word) for word in WORD.findall(name) if word.casefold() not in UNTOLD)


def listed_words(name: str) -> tuple[str, ...]:
    """The words of a name in a list of persons, where "a", "e" and "i" of long words are one: "Hameed", "Hamid"."""
    return tuple(key.replace("i", "a") if len(key) >= LONG_KEY else key for key in name_words(name))


def same_listed(left: str, right: str) -> bool:
    """Whether two names of a list are one person: the same first name, and no name that the longer one lacks.

    "Nils" and "Nils Per Lund" are one, and so are "Nils Per Lund" and the surname alone.
    """
    return same_listed_words(listed_words(left), listed_words(right))


def same_listed_words(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """`same_listed` for two names whose `listed_words` are known."""
    shorter, longer = sorted((left, right), key=len)
    if not shorter:
        return False
    if shorter[0] == longer[0] and set(shorter) <= set(longer):
        return True
    surname = len(shorter) == 1 or (len(shorter) == 2 and shorter[0] in SURNAMES)
    return surname and shorter == longer[-len(shorter) :]


def same_name(left: str, right: str) -> bool:
    """Whether two names can be one: all words the same, or the last word and no first name that differs.

    "Mr. Talov" and "Roman Talov" are one; "Roman Talov" and "Anna Talova" are two.
    """
    a, b = name_words(left), name_words(right)
    if not a or not b or a[-1] != b[-1]:
        return False
    return a == b or set(a) <= set(b) or set(b) <= set(a)
