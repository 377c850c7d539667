"""The gate: which documents, and which of their sentences, are worth parsing."""

from functools import cache
from typing import TYPE_CHECKING, Final

from onrecord.model.reading import Sentence
from onrecord.registry import lexicon

if TYPE_CHECKING:
    from ahocorasick_rs import AhoCorasick

LEAD_SENTENCES: Final = 3  # the lead and the date line are always read
NEIGHBORS: Final = 1  # sentences before and after one that matters


@cache
def _automaton(kind: str) -> "AhoCorasick":
    from ahocorasick_rs import AhoCorasick, MatchKind

    return AhoCorasick([stem.lower() for stem in lexicon("gate")[kind]], matchkind=MatchKind.Standard)


def has_trigger(text: str) -> bool:
    """True where a text holds a stem that could tell an act of violence, its toll, or a measure against it."""
    return _hits("triggers", text.lower())


def choose_sentences(text: str, sentences: tuple[Sentence, ...]) -> tuple[Sentence, ...]:
    """The sentences that can matter: those with a trigger or a cue of reported speech, their neighbors, the lead."""
    lowered = text.lower() if len(text.lower()) == len(text) else text
    chosen: set[int] = set(range(min(LEAD_SENTENCES, len(sentences))))
    for sentence in sentences:
        if _hits("triggers", sentence.span.text_in(lowered)):
            chosen.update(range(sentence.index - NEIGHBORS, sentence.index + NEIGHBORS + 1))
    return tuple(sentence for sentence in sentences if sentence.index in chosen)


def _hits(kind: str, lowered: str) -> bool:
    """True where a stem of the kind begins a word of the (lower-case) text."""
    return any(
        start == 0 or not lowered[start - 1].isalpha()
        for _, start, _ in _automaton(kind).find_matches_as_indexes(lowered, overlapping=True)
    )
