"""Quantities: numbers with bounds, from digits and words."""

from onrecord.model.reading import Mention, Sentence


def find_quantities(sentence: Sentence) -> tuple[Mention, ...]:
    """The QUANTITY mentions of a parsed sentence, in text order; their values are `Quantity`s."""
    return ()
