"""The swap test: exchange the two sides of a report, and the record must be the same with the sides exchanged.

Exchanged are the sides' names, adjectives and capitals, and the towns that are named as theirs, word for word. What
follows from the map and not from the words (coordinates, the official name of a town) is left out of the comparison.
"""

import re
from dataclasses import dataclass
from typing import Any, Final

from onrecord.registry import states

Shape = dict[str, Any]
VOWELS: Final = "AEIOaeio"  # "an Estonian" but "a Uruguayan", "a Ukrainian"


@dataclass(frozen=True, slots=True)
class Side:
    """A party: its ISO code, and the words that are exchanged: name, adjective, capital, towns."""

    code: str
    words: tuple[str, ...]


def make_side(name: str, *towns: str) -> Side:
    """The side of a country: `make_side("Zambia")` has the words Zambia, Zambian, Lusaka, then its towns."""
    row = next(row for row in states() if row.name == name)
    return Side(row.iso2, (name, row.demonyms[0], row.seats[0], *towns))


def swap_text(text: str, one: Side, two: Side) -> str:
    """The text with the sides exchanged, in any case, articles mended: "an Estonian drone" gives "a Finnish drone"."""
    pairs = dict(zip((*one.words, *two.words), (*two.words, *one.words), strict=True))
    pairs |= {old.upper(): new.upper() for old, new in pairs.items()}
    words = "|".join(sorted(map(re.escape, pairs), key=len, reverse=True))
    return re.sub(rf"\b(?:([Aa])n? )?({words})(?=s?\b)", lambda m: _article(m[1], pairs[m[2]]), text)


def _article(article: str | None, word: str) -> str:
    if article is None:
        return word
    return f"{article}{'n' if word[0] in VOWELS else ''} {word}"


def swap_record(shape: Shape, one: Side, two: Side) -> Shape:
    """What `comparable` keeps of a record, with the sides exchanged."""
    codes = {one.code: two.code, two.code: one.code}

    def exchange(value: object) -> object:
        if isinstance(value, str):
            return codes.get(value) or swap_text(value, one, two)
        if isinstance(value, dict):
            return {key: exchange(below) for key, below in value.items()}
        return [exchange(below) for below in value] if isinstance(value, list) else value

    exchanged: Shape = {key: exchange(value) for key, value in comparable(shape).items()}
    return exchanged


def comparable(shape: Shape) -> Shape:
    """A record without offsets, ids (claims and incidents are numbered in their order), summaries and the map."""
    numbers = {claim["id"]: f"claim {n}" for n, claim in enumerate(shape["claims"])}
    numbers |= {incident["id"]: f"incident {n}" for n, incident in enumerate(shape["incidents"])}
    kept = ("incidents", "totals", "statements", "claims", "set_aside")
    found: Shape = {name: _plain(shape[name], numbers) for name in kept}
    return found


def _plain(value: object, numbers: dict[str, str]) -> object:
    if isinstance(value, list):
        return [_plain(below, numbers) for below in value]
    if not isinstance(value, dict):
        return numbers.get(value, value) if isinstance(value, str) else value
    if "lat" in value:
        return {"text": value.get("text")}
    dropped = ("start", "end", "summary", "sentence")
    return {key: _plain(below, numbers) for key, below in value.items() if key not in dropped}
