"""The words of lexicon/modality.yml, by the reason that each gives."""

from functools import cache

from onrecord.model.codes import SetAsideReason
from onrecord.registry import lexicon


@cache
def reasons_of(kind: str) -> dict[str, SetAsideReason]:
    """The words of one section of modality.yml with the reason that each gives; of two reasons the first wins."""
    found: dict[str, SetAsideReason] = {}
    for reason, words in lexicon("modality")[kind].items():
        for word in words:
            found.setdefault(word, reason)
    return found


@cache
def modality_words(kind: str) -> frozenset[str]:
    """The words of a section of modality.yml that is a plain list."""
    return frozenset(lexicon("modality")[kind])
