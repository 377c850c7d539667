"""Held: names that only tell where another lies: "near Arlen, Bolgan", "Arlen district (Bolgan)"."""

import re
from functools import cache
from typing import Final

from onrecord.model.reading import Mention, Reading, Sentence
from onrecord.model.values import Place
from onrecord.registry import lexicon

SMALL: Final = frozenset({"exact", "near", "adm2"})
OWNED: Final = re.compile(r"['’]s? +(?:[a-z]+ )?")
WIDE: Final = frozenset({"country", "region"})


def held_names(reading: Reading, sentence: Sentence) -> dict[Mention, Mention]:
    """The names of a sentence that hold one named before them, with that narrower one."""
    held: dict[Mention, Mention] = {}
    inner = last = None
    text = reading.document.text
    for mention in reading.mentions_in(sentence.span, "PLACE"):
        if last is not None and OWNED.fullmatch(text, last.span.end, mention.span.start) and _holds(mention, last):
            held[last] = mention  # "Arlen's Bolgan district"
        joined = last is not None and _joins().fullmatch(text, last.span.end, mention.span.start)
        if inner is not None and joined and _holds(inner, mention):
            held[mention] = inner
        else:
            inner = mention
        last = mention
    return held


@cache
def _joins() -> re.Pattern[str]:
    """What stands between a place and the one that holds it: ", ", " district in western ", " (", " village of "."""
    levels = lexicon("places")["unit_words"]
    units = "|".join(sorted({str(word) for words in levels.values() for word in words}))
    sides = "|".join(sorted(str(word) for word in lexicon("places")["directions"]))
    unit = rf"(?: (?:{units}))"
    return re.compile(rf"\)?{unit}?(?:,| \(|,? in| of|,? under)(?: the)?(?: (?:{sides}|{units}))*(?: of)? ?")


def _holds(inner: Mention, outer: Mention) -> bool:
    """True where the second can hold the first: of its country, and of its first-level unit where it has one."""
    small, large = inner.value, outer.value
    if not isinstance(small, Place) or not isinstance(large, Place) or small.country != large.country:
        return False
    if outer.kind != "place" or inner.kind != "place" or small.country is None:
        return False
    named = small.precision in SMALL or (small.gazetteer_id is None and small.precision == "adm1")
    if not named:
        return False
    return large.precision in WIDE or (small.adm1 is not None and small.adm1 == large.adm1)
