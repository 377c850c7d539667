"""Counts of right, wrong and missing, slot by slot, with the misses."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from onrecord.model.document import Document, Span


@dataclass(frozen=True, slots=True)
class Miss:
    """A value that is wrong, missing or made up: which slot, what the gold wants, what was read, on which words."""

    slot: str
    document: Document
    want: str | None
    got: str | None
    span: Span | None


@dataclass(frozen=True, slots=True)
class SlotScore:
    """Precision, recall and F1 of a slot, between 0 and 1; `gold` and `read` are how many values each side states."""

    slot: str
    precision: float
    recall: float
    f1: float
    gold: int
    read: int


@dataclass(slots=True)
class Tally:
    """Adds up what was seen; one for a whole evaluation."""

    hit: Counter[str] = field(default_factory=Counter)
    gold: Counter[str] = field(default_factory=Counter)
    read: Counter[str] = field(default_factory=Counter)
    misses: list[Miss] = field(default_factory=list)

    def see(self, slot: str, document: Document, want: object, got: object, right: bool, span: Span | None) -> None:
        """One value: `want` None is made up, `got` None is missing."""
        self.gold[slot] += want is not None
        self.read[slot] += got is not None
        self.hit[slot] += right
        if not right:
            words = [None if value is None else str(value) for value in (want, got)]
            self.misses.append(Miss(slot, document, words[0], words[1], span))

    def scores(self) -> list[SlotScore]:
        """The scores of the slots seen, in the order of their first value."""
        return [self._score(slot) for slot in self.gold]

    def _score(self, slot: str) -> SlotScore:
        hit, gold, read = self.hit[slot], self.gold[slot], self.read[slot]
        precision, recall = hit / read if read else 1.0, hit / gold if gold else 1.0
        f1 = 2 * precision * recall / (precision + recall) if hit else float(not gold and not read)
        return SlotScore(slot, precision, recall, f1, gold, read)


def see_set(
    tally: Tally,
    slot: str,
    document: Document,
    pairs: Iterable[tuple[object, object, Span | None]],
) -> None:
    """Values already paired: both sides is right, one side is missing or made up."""
    for want, got, span in pairs:
        tally.see(slot, document, want, got, want is not None and got is not None, span)
