"""A phrasebook: phrases of lemmas, and where they stand in a sentence."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final, Generic, TypeVar

from onrecord.model.reading import Sentence

T = TypeVar("T")

JOINT: Final = re.compile(r"[\s-]+")  # "car-bomb" and "car bomb" are one phrase
HYPHENS: Final = frozenset({"-", "–", "‑"})


@dataclass(frozen=True, slots=True)
class Phrase(Generic[T]):
    """A phrase found: its first and last token, its head word in the tree, and what the phrasebook says of it."""

    first: int
    last: int
    head: int
    entry: T


@dataclass(slots=True)
class Phrasebook(Generic[T]):
    """Phrases of lemmas with an entry each: `add("car bomb", entry)` matches "car bombs" and "car-bomb"."""

    books: dict[str, list[tuple[tuple[str, ...], T]]] = field(default_factory=dict)

    def add(self, phrase: str, entry: T) -> None:
        """Adds a phrase. Of two phrases that begin at one token the longer wins, then the one that was added first."""
        words = tuple(JOINT.split(phrase.lower()))
        rows = self.books.setdefault(words[0], [])
        rows.append((words, entry))
        rows.sort(key=lambda row: -len(row[0]))

    def add_all(self, phrases: Iterable[str], entry: T) -> None:
        for phrase in phrases:
            self.add(phrase, entry)

    def find(self, sentence: Sentence) -> list[Phrase[T]]:
        """The phrases of a sentence, every reading of each first word, longest first, in text order."""
        found: list[Phrase[T]] = []
        for token in sentence.tokens:
            for key in sentence.forms[token.index]:
                for words, entry in self.books.get(key, ()):
                    last = _last(sentence, token.index, words)
                    if last is not None:
                        found.append(Phrase(token.index, last, _head(sentence, token.index, last), entry))
        return found


def _last(sentence: Sentence, first: int, words: tuple[str, ...]) -> int | None:
    """The index of the phrase's last token, or None where the phrase does not stand at `first`."""
    at = first
    for word in words[1:]:
        at += 1
        while at < len(sentence.tokens) and sentence.tokens[at].text in HYPHENS:
            at += 1
        if at >= len(sentence.tokens) or word not in sentence.forms[at]:
            return None
    return at


def _head(sentence: Sentence, first: int, last: int) -> int:
    """The token of the phrase whose own head lies outside of it."""
    for token in sentence.tokens[first : last + 1]:
        if not first <= token.head <= last or token.head == token.index:
            return token.index
    return last
