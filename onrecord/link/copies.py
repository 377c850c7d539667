"""Copies: which documents reprint an earlier one, whole or cut, under another headline.

Candidates come from MinHash over word shingles in banded buckets; what decides is how many of the shorter text's
shingles stand in the other, counted exactly, so that a reprint cut to a third is found and a shared topic is not.
"""

import re
from array import array
from collections import deque
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from rensa import RMinHash

SHINGLE_WORDS: Final = 5  # five words in a row are seldom shared by two texts that were written apart
PERMUTATIONS: Final = 192
BANDS: Final = 64  # three rows a band: a pair that shares two fifths of its shingles meets with probability .985
SEED: Final = 20_240_109  # any fixed number: the same texts always give the same answer
MIN_CONTAINED: Final = 0.55  # share of the shorter text's shingles that stand in the other
MIN_SHINGLES: Final = 25  # below some thirty words two short notes may be alike by chance
MAX_DOCUMENTS: Final = 100_000  # origins held in memory (about 2 kB each); the oldest are let go
WORD: Final = re.compile(r"[^\W_]+")


class CopyIndex:
    """Held open over documents added in published order; answers which earlier document each one copies."""

    def __init__(self, max_documents: int = MAX_DOCUMENTS) -> None:
        from rensa import RMinHashLSH

        self.max_documents = max_documents
        self._buckets = RMinHashLSH(threshold=0.25, num_perm=PERMUTATIONS, num_bands=BANDS)
        self._origins: dict[int, tuple[str, array[int]]] = {}
        self._order: deque[int] = deque()
        self._next = 0

    def __len__(self) -> int:
        return len(self._origins)

    def add(self, document_id: str, text: str) -> str | None:
        """The id of the origin that a document copies, the earliest first; None makes it an origin itself."""
        hashes = shingles(text)
        if len(hashes) < MIN_SHINGLES:
            return None
        sketch = _sketch(hashes)
        origin = self._origin_of(sketch, set(hashes))
        if origin is None:
            self._hold(document_id, sketch, hashes)
        return origin

    def _origin_of(self, sketch: "RMinHash", hashes: set[int]) -> str | None:
        for key in sorted(self._buckets.query(sketch)):
            document_id, held = self._origins[key]
            shared = len(hashes.intersection(held))
            if shared >= MIN_CONTAINED * min(len(hashes), len(held)):
                return document_id
        return None

    def _hold(self, document_id: str, sketch: "RMinHash", hashes: "array[int]") -> None:
        self._buckets.insert(self._next, sketch)
        self._origins[self._next] = (document_id, hashes)
        self._order.append(self._next)
        self._next += 1
        if len(self._order) > self.max_documents:
            oldest = self._order.popleft()
            self._buckets.remove(oldest)
            del self._origins[oldest]


def shingles(text: str) -> "array[int]":
    """The 64-bit hashes of the runs of five words of a text, each once, in rising order."""
    from rensa import RMinHash

    words = WORD.findall(text.lower())
    runs = {" ".join(words[n : n + SHINGLE_WORDS]) for n in range(len(words) - SHINGLE_WORDS + 1)}
    return array("Q", sorted(RMinHash.hash_token_sets([sorted(runs)])[0])) if runs else array("Q")


def _sketch(hashes: "array[int]") -> "RMinHash":
    from rensa import RMinHash

    sketch = RMinHash(num_perm=PERMUTATIONS, seed=SEED)
    sketch.update([str(value) for value in hashes])
    return sketch


def find_copies(documents: "list[tuple[str, str]]") -> dict[str, str]:
    """Of (id, text) pairs in published order, each copy's id with the id of its origin."""
    index = CopyIndex()
    answers = ((document_id, index.add(document_id, text)) for document_id, text in documents)
    return {document_id: origin for document_id, origin in answers if origin is not None}
