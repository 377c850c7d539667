"""Whether a value of the record is the value that the gold states, slot by slot."""

import unicodedata
from typing import Any, Final

from onrecord.model.codes import FAMILY_OF

BOUNDS: Final = ("low", "best", "high")


def fold(words: str | None) -> str:
    """Words without case and accents: "A Coruña" is "a coruna"."""
    decomposed = unicodedata.normalize("NFKD", words or "")
    return "".join(c for c in decomposed if not unicodedata.combining(c)).casefold().strip()


def agrees_type(gold: dict[str, Any], read: dict[str, Any]) -> bool:
    """The gold may name several types, where the words allow more than one."""
    return read["type"] in gold["type"]


def agrees_family(gold: dict[str, Any], read: dict[str, Any]) -> bool:
    """True where the family that was read is one of the gold types'."""
    return read["family"] in {FAMILY_OF[kind] for kind in gold["type"]}


def agrees_place(gold: dict[str, Any], read: dict[str, Any] | None) -> bool:
    """The place has the gold's name (or was read from the same words); a gold without a name asks for the country."""
    if read is None:
        return False
    name = fold(gold.get("name"))
    if not name:
        return agrees_country(gold, read)
    return name in (fold(read["name"]), fold(read["text"])) or fold(read["name"]).startswith(name + " ")


def agrees_country(gold: dict[str, Any], read: dict[str, Any] | None) -> bool:
    """True where the country that was read is the gold's."""
    return read is not None and read["country"] == gold["country"]


def agrees_actor(gold: str, read: dict[str, Any]) -> bool:
    """The gold names an attacker by name, country, kind, or the words that name it."""
    from_words = fold(read["text"]).removeprefix("the ")
    stem = fold(gold)
    return stem in (fold(read["name"]), from_words, read["kind"]) or stem in fold(read["name"]) or stem in from_words


def same_days(gold: list[str], read: dict[str, Any] | None) -> bool:
    """True where the days that were read are exactly the gold's, first and last."""
    return read is not None and [read["earliest"], read["latest"]] == gold


def same_bounds(gold: dict[str, Any], read: dict[str, Any]) -> bool:
    """The same status and group, and each bound that the gold states."""
    stated = [key for key in BOUNDS if key in gold]
    return (
        read["status"] == gold["status"]
        and read["group"] == gold["group"]
        and all(read[key] == gold[key] for key in stated)
    )
