"""The gate: which documents, and which of their sentences, are worth parsing."""

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

from onrecord.model.reading import Sentence
from onrecord.registry import lexicon

if TYPE_CHECKING:
    from ahocorasick_rs import AhoCorasick

LEAD_SENTENCES: Final = 3  # the lead and the date line are always read
NEIGHBORS: Final = 1  # sentences before and after one that matters
SHORT_CHARS: Final = 600  # a note of so few characters is cheap to parse: any stem lets it through
MANY_WEAK: Final = 4  # so many different weak stems in one report are no chance: "struck", "shells", "burn", "clash"


class _Stems(NamedTuple):
    """The stems of the gate: the first `strong` of them are strong, the others weak; and harmless beginnings."""

    automaton: "AhoCorasick"
    strong: int
    harmless: tuple[str, ...]


@cache
def _stems() -> _Stems:
    from ahocorasick_rs import AhoCorasick, MatchKind

    words = lexicon("gate")
    stems = [stem.lower() for stem in (*words["strong"], *words["weak"])]
    return _Stems(AhoCorasick(stems, matchkind=MatchKind.Standard), len(words["strong"]), tuple(words["harmless"]))


def has_trigger(text: str) -> bool:
    """True where a text holds stems that could tell an act of violence, its toll, or a measure against it.

    One strong stem is enough ("kill"), or any in a short text; of weak ones ("strike", "shot") it takes several.
    """
    weak: set[int] = set()
    enough = 1 if len(text) < SHORT_CHARS else MANY_WEAK
    strong = _stems().strong
    for stem in _hits(text.lower()):
        weak.add(stem)
        if stem < strong or len(weak) >= enough:
            return True
    return False


def choose_sentences(text: str, sentences: tuple[Sentence, ...]) -> tuple[Sentence, ...]:
    """The sentences that can matter: those with a stem of either kind, their neighbors, and the lead."""
    lowered = text.lower() if len(text.lower()) == len(text) else text
    chosen: set[int] = set(range(min(LEAD_SENTENCES, len(sentences))))
    for sentence in sentences:
        if any(True for _ in _hits(sentence.span.text_in(lowered))):
            chosen.update(range(sentence.index - NEIGHBORS, sentence.index + NEIGHBORS + 1))
    return tuple(sentence for sentence in sentences if sentence.index in chosen)


def _hits(lowered: str) -> Iterator[int]:
    """The stems that begin words of a (lower-case) text, by number; words with a harmless beginning are left out."""
    automaton, _, harmless = _stems()
    for stem, start, _ in automaton.find_matches_as_indexes(lowered, overlapping=True):
        if (start == 0 or not lowered[start - 1].isalpha()) and not lowered.startswith(harmless, start):
            yield stem
