"""Clustering: from judgments of pairs to incidents. No chain of weak links; a person's word stands above the score."""

from collections.abc import Callable, Iterable, Mapping
from typing import Final

MAX_LOOKED_AT: Final = 16  # members of a cluster that a merge is tried on: the first in order, so that it stays fast
SAME_AT: Final = 0.0
NEVER: Final = -15.0  # the score of a pair that its own report tells apart

Pair = tuple[str, str]


def pair(left: str, right: str) -> Pair:
    """Two ids in order."""
    return (left, right) if left <= right else (right, left)


def cluster(
    members: Iterable[str],
    score: Callable[[str, str], float],
    edges: Mapping[Pair, float],
    same: frozenset[Pair] = frozenset(),
    different: frozenset[Pair] = frozenset(),
) -> tuple[tuple[str, ...], ...]:
    """The clusters of some accounts, each in order, in the order of their first members.

    The best edge merges first; two clusters merge only where the mean score of their pairs is at least SAME_AT.
    A pair with a score of NEVER or less keeps two clusters apart, whatever the others say.
    `same` always joins, unless that would put together what `different` parts. The order of what is given is nothing.
    """
    state = _Clusters(sorted(set(members)), score, different)
    for left, right in sorted(same):
        state.join(left, right)
    for (left, right), _ in sorted(edges.items(), key=lambda edge: (-edge[1], edge[0])):
        if state.fits(left, right):
            state.join(left, right)
    return state.clusters()


class _Clusters:
    """The clusters while they grow."""

    def __init__(
        self,
        members: list[str],
        score: Callable[[str, str], float],
        different: frozenset[Pair],
    ) -> None:
        self.score = score
        self.different = different
        self.of = {member: member for member in members}
        self.groups = {member: [member] for member in members}

    def join(self, left: str, right: str) -> None:
        """Put two clusters together, unless a person has said of a pair that it is different."""
        if left not in self.of or right not in self.of:
            return
        first, second = sorted((self.of[left], self.of[right]))
        if first == second or self._parted(first, second):
            return
        self.groups[first] = sorted(self.groups[first] + self.groups.pop(second))
        for member in self.groups[first]:
            self.of[member] = first

    def fits(self, left: str, right: str) -> bool:
        """Whether the mean score of the pairs between two clusters is enough."""
        first, second = self.of[left], self.of[right]
        if first == second:
            return False
        ours, theirs = self.groups[first][:MAX_LOOKED_AT], self.groups[second][:MAX_LOOKED_AT]
        scores = [self.score(*pair(a, b)) for a in ours for b in theirs]
        return min(scores) > NEVER and sum(scores) / len(scores) >= SAME_AT

    def clusters(self) -> tuple[tuple[str, ...], ...]:
        return tuple(tuple(self.groups[first]) for first in sorted(self.groups))

    def _parted(self, first: str, second: str) -> bool:
        return any(pair(a, b) in self.different for a in self.groups[first] for b in self.groups[second])
