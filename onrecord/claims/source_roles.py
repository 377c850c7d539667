"""Roles and parties of sources, read from the words that name them."""

import re
from functools import cache
from typing import cast

from onrecord.model.codes import SourceRole
from onrecord.registry import lexicon, lexicon_rows


@cache
def _roles() -> tuple[tuple[SourceRole, re.Pattern[str]], ...]:
    return tuple(
        (cast(SourceRole, group["role"]), _any_of(tuple(group["words"]))) for group in lexicon("roles")["roles"]
    )


@cache
def _any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    forms = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    return re.compile(rf"(?<![\w-])(?:{forms})(?![\w-])", re.IGNORECASE)


@cache
def titles() -> frozenset[str]:
    """Words that stand before a person's name."""
    return frozenset(lexicon("roles")["titles"])


@cache
def offices() -> frozenset[str]:
    """Nouns that stand for a person already named."""
    return frozenset(lexicon("roles")["offices"])


def role_of(words: str, head: str | None = None) -> SourceRole | None:
    """The capacity in which a source speaks, or None: "Governor X" is a local authority."""
    for role, forms in _roles():
        if forms.search(words):
            return role
    return None


def is_anonymous(words: str) -> bool:
    """True where the source is said to hide its name."""
    return bool(_any_of(tuple(lexicon("roles")["anonymous"])).search(words))


@cache
def _party_forms() -> tuple[dict[str, str], re.Pattern[str]]:
    forms = {}
    for iso, name, others, demonyms, metonyms in (row[:5] for row in _padded()):
        for form in (name, *others.split("|"), *demonyms.split("|"), *metonyms.split("|")):
            if form:
                forms[form.lower()] = iso
    words = "|".join(re.escape(f) for f in sorted(forms, key=len, reverse=True))
    return forms, re.compile(rf"(?<![\w-])(?:{words})(?![\w-])", re.IGNORECASE)


def _padded() -> list[tuple[str, ...]]:
    return [(*row, "", "", "", "", "")[:5] for row in lexicon_rows("demonyms")]


def party_of(words: str) -> str | None:
    """The country that a source's words speak for: "Ukrainian authorities" gives UA; None for none or two."""
    forms, pattern = _party_forms()
    found = {forms[match.group().lower()] for match in pattern.finditer(words)}
    return found.pop() if len(found) == 1 else None


def country_named(words: str) -> str | None:
    """The country that the words are a name of, whole: "Tel Aviv" gives IL, "Israeli leaders" None."""
    return _party_forms()[0].get(words.lower())


@cache
def country_name(iso: str) -> str | None:
    """The short English name of a country: `country_name("UA") == "Ukraine"`."""
    return next((row[1] for row in lexicon_rows("demonyms") if row[0] == iso), None)
