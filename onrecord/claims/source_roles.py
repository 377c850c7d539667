"""Roles and parties of sources, read from the words that name them."""

import re
from functools import cache
from typing import Final, cast

from onrecord.model.codes import SourceRole
from onrecord.registry import lexicon, lexicon_rows, states

GROUP_KINDS: Final = frozenset({"rebel_group", "political_militia", "identity_militia"})
MIN_GROUP_LETTERS: Final = 3  # "IS" is a verb too


@cache
def _roles(kind: str) -> tuple[dict[str, SourceRole], re.Pattern[str]]:
    """The role of each word of a list of lexicon/roles.yml, and a pattern of all the words."""
    roles: dict[str, SourceRole] = {}
    for group in lexicon("roles")[kind]:
        for word in group["words"]:
            roles.setdefault(word.lower(), cast(SourceRole, group["role"]))
    return roles, _any_of(tuple(roles))


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


def role_of(words: str) -> SourceRole | None:
    """The capacity in which a source speaks, or None: "Governor X" is a local authority.

    The first word that tells decides ("the army and the police"), the longest where several begin there; words like
    "regional" or "officials" decide only where no other does ("a regional hospital").
    """
    for kind in ("roles", "weak"):
        roles, forms = _roles(kind)
        match = forms.search(words)
        if match is not None:
            return roles[match.group().lower()]
    return None


@cache
def institutions() -> frozenset[str]:
    """Nouns that stand for a body already named: "the ministry"."""
    return frozenset(lexicon("roles")["institutions"])


@cache
def collectives() -> frozenset[str]:
    """Nouns for many unnamed people: "residents"."""
    return frozenset(lexicon("roles")["collective"])


def speaks_for_state(words: str) -> bool:
    """Whether a body of another role is the state's: "health ministry", "state television"."""
    return bool(_any_of(tuple(lexicon("roles")["of_the_state"])).search(words))


@cache
def paper_words() -> frozenset[str]:
    """Nouns of papers and offices behind which a body stands: "report", "statement", "spokesman"."""
    return frozenset(lexicon("roles")["papers"])


def is_anonymous(words: str) -> bool:
    """True where the source is said to hide its name."""
    return bool(_any_of(tuple(lexicon("roles")["anonymous"])).search(words))


@cache
def _party_forms() -> tuple[dict[str, str], re.Pattern[str]]:
    forms: dict[str, str] = {}
    for row in reversed(states()):  # of two countries with one name the first row wins
        forms |= {form.lower(): row.iso2 for form in row.forms}
    words = "|".join(re.escape(f) for f in sorted(forms, key=len, reverse=True))
    return forms, re.compile(rf"(?<![\w-])(?:{words})(?![\w-])", re.IGNORECASE)


def party_of(words: str) -> str | None:
    """The country that a source's words speak for: "Ukrainian authorities" gives UA; None for none or two."""
    forms, pattern = _party_forms()
    found = {forms[match.group().lower()] for match in pattern.finditer(words)}
    return found.pop() if len(found) == 1 else None


def country_named(words: str) -> str | None:
    """The country that the words are a name of, whole: "Tel Aviv" gives IL, "Israeli leaders" None."""
    return _party_forms()[0].get(words.lower())


@cache
def _groups() -> tuple[dict[str, str], re.Pattern[str]]:
    names: dict[str, str] = {}
    for row in lexicon_rows("actors"):
        name, kind, _, aliases = (*row, "", "", "")[:4]
        if kind in GROUP_KINDS:
            names |= {form: name for form in (name, *aliases.split("|")) if len(form) >= MIN_GROUP_LETTERS}
    forms = "|".join(re.escape(form) for form in sorted(names, key=len, reverse=True))
    return names, re.compile(rf"(?<![\w-])(?:{forms})(?![\w-])")  # in its own case: OLA is a group, Ola a name


def group_of(words: str) -> str | None:
    """The armed group that a source's words name: "Hezbollah, backed by Iran" speaks for Hezbollah."""
    names, forms = _groups()
    match = forms.search(words)
    return names[match.group()] if match else None


def is_country(words: str) -> bool:
    """Whether words are the name of a country or of the seat of its government, and nothing else."""
    return words.lower() in _party_forms()[0]


@cache
def country_name(iso: str) -> str | None:
    """The short English name of a country: `country_name("UA") == "Ukraine"`."""
    return next((row.name for row in states() if row.iso2 == iso), None)
