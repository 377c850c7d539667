"""Folding: spellings of one name become one key. `fold` keeps the letters; `loose` also levels transliterations."""

import re
import unicodedata
from functools import lru_cache
from typing import Final

# Letters that Unicode does not take apart into a base and an accent.
PLAIN: Final = str.maketrans(
    {"ı": "i", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe", "ə": "e", "ħ": "h"}
)
APOSTROPHES: Final = re.compile("['’‘ʼʻʿʾ`´ʹ′]")
NOT_WORD: Final = re.compile(r"[^a-z0-9]+")

# Arabic articles in their assimilated forms: "ar-Raqqa", "Deir ez-Zor", "el-Fasher".
ARTICLES: Final = frozenset(
    [
        "al",
        "el",
        "ad",
        "ar",
        "as",
        "at",
        "az",
        "an",
        "ash",
        "ed",
        "er",
        "es",
        "et",
        "ez",
        "en",
        "esh",
        "adh",
        "ul",
        "ur",
    ]
)
GLUED: Final = re.compile(r"^al(?=\w{4})")  # "Aljfara" is al-Jafara
# Transliteration levels: Younis/Yunis, Kharkov/Kharkow, Hodeidah/Hodeida, Jamiyah/Jamia, Qasem/Kasem.
LEVELS: Final = tuple(
    (re.compile(pattern), plain)
    for pattern, plain in (
        (r"ou|oo", "u"),
        (r"ee|iy|ij|yy|y", "i"),
        (r"kh", "h"),
        (r"dh|gh|th", lambda match: match.group()[0]),
        (r"dj", "j"),
        (r"ph", "f"),
        (r"q|ck", "k"),
        (r"v", "w"),
        (r"(.)\1+", r"\1"),
        (r"ia?h\b|ie?h\b|ii?a?\b", "ia"),
        (r"[ae]h?\b", "a"),
        (r"o", "u"),
        (r"e", "i"),
        (r"(.)\1+", r"\1"),
    )
)


@lru_cache(maxsize=20_000)
def fold(name: str) -> str:
    """The key of a name: case, accents, apostrophes and hyphens leveled: `fold("Avdiïvka") == "avdiivka"`.

    The empty string where the name is not written in Latin letters.
    """
    plain = APOSTROPHES.sub("", name.casefold().translate(PLAIN))
    if not plain.isascii():
        plain = "".join(c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c))
        if any(ord(c) > 127 and c.isalpha() for c in plain):
            return ""
    return NOT_WORD.sub(" ", plain).strip()


@lru_cache(maxsize=20_000)
def loose(key: str) -> str:
    """A key without articles and with transliterations leveled: `loose("khan younis") == loose("khan yunis")`."""
    words = key.split()
    kept = [word for word in words if word not in ARTICLES] or words
    plain = " ".join(GLUED.sub("", word) for word in kept)
    for pattern, level in LEVELS:
        plain = pattern.sub(level, plain)
    return plain.replace(" ", "")
