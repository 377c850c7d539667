"""The word lists of lexicon/places.yml, and the unit words with their levels."""

from functools import cache
from typing import Any

from onrecord.normalize.gazetteer_fold import fold
from onrecord.registry import lexicon, lexicon_rows


@cache
def word_list(name: str) -> frozenset[str]:
    """A word list of lexicon/places.yml."""
    return frozenset(str(word).lower() for word in lexicon("places")[name] if not isinstance(word, bool))


@cache
def unit_levels() -> dict[str, str]:
    """Which level a unit's word tells: {"oblast": "adm1", "county": "adm2", "town": "city"...}; plurals too."""
    units: dict[str, Any] = lexicon("places")["unit_words"]
    levels = {word: level for level, words in units.items() for word in words}
    plurals = {w[:-1] + "ies" if w.endswith("y") else w + "s": level for w, level in levels.items()}
    return {**plurals, **levels}


@cache
def peoples() -> frozenset[str]:
    """The peoples of lexicon/places_hints.tsv, in lower case."""
    return frozenset(words for words, _, kind, *_ in lexicon_rows("places_hints") if kind == "people")


@cache
def abbreviations() -> frozenset[str]:
    """Keys of first-level units that are abbreviations with one period: "Calif.", "Ga."."""
    aliases = [alias for _, names in lexicon_rows("adm_aliases") for alias in names.split(";")]
    return frozenset(fold(alias) for alias in aliases if alias.endswith(".") and alias.count(".") == 1)
