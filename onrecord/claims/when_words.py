"""Words beside a year that tell that it dates no act."""

from typing import Final

from onrecord.model.reading import Sentence, Token

LIFE: Final = frozenset({"born", "founded", "built"})


def is_of_a_life(sentence: Sentence, token: Token) -> bool:
    """True for "a woman born in 1956": the year of a birth or a founding."""
    above = sentence.head(token)
    return any(word.lower in LIFE for word in (above, sentence.head(above)))
