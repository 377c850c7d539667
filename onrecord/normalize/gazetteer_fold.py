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
ASCII: Final = str.maketrans(
    {chr(code): "" if chr(code) in "'`" else chr(code).lower() if chr(code).isalnum() else " " for code in range(128)}
)
OTHER_SCRIPTS: Final = ("\u0370", "\u1dff")  # from Greek on, before Latin Extended Additional: no Latin letters
ACCENTS: Final = re.compile("[\u0300-\u036f]+")
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
LETTERS: Final = (
    *(("ou", "u"), ("oo", "u"), ("ee", "i"), ("iy", "i"), ("ij", "i"), ("kh", "h"), ("dh", "d"), ("gh", "g")),
    *(("th", "t"), ("dj", "j"), ("ph", "f"), ("ck", "k")),
)
SINGLE: Final = str.maketrans("yqv", "ikw")
DOUBLED: Final = re.compile(r"(.)\1+")
ENDING: Final = re.compile(r"(?:ia?h|ie?h|ii?a?)\b")
VOWEL_ENDING: Final = re.compile(r"[ae]h?\b")
VOWELS: Final = str.maketrans("oe", "ui")


@lru_cache(maxsize=20_000)
def fold(name: str) -> str:
    """The key of a name: case, accents, apostrophes and hyphens leveled: `fold("Avdiïvka") == "avdiivka"`.

    The empty string where the name is not written in Latin letters.
    """
    if name.isascii():
        return " ".join(name.translate(ASCII).split())
    if OTHER_SCRIPTS[0] <= name[0] <= OTHER_SCRIPTS[1]:
        return ""
    plain = APOSTROPHES.sub("", name.casefold().translate(PLAIN))
    if not plain.isascii():
        plain = ACCENTS.sub("", unicodedata.normalize("NFKD", plain))
        if not plain.isascii():
            plain = "".join(c for c in plain if not unicodedata.combining(c))
        if not plain.isascii() and any(ord(c) > 127 and c.isalpha() for c in plain):
            return ""
    return NOT_WORD.sub(" ", plain).strip()


@lru_cache(maxsize=20_000)
def loose(key: str) -> str:
    """A key without articles and with transliterations leveled: `loose("khan younis") == loose("khan yunis")`."""
    words = key.split()
    kept = [word for word in words if word not in ARTICLES] or words
    plain = " ".join([GLUED.sub("", word) if word.startswith("al") else word for word in kept])
    for letters, level in LETTERS:
        plain = plain.replace(letters, level)
    plain = plain.translate(SINGLE)
    plain = ENDING.sub("ia", DOUBLED.sub(r"\1", plain))
    plain = VOWEL_ENDING.sub("a", plain).translate(VOWELS)
    return DOUBLED.sub(r"\1", plain).replace(" ", "")
