"""Linking across reports: accounts of many reports become incidents. A pure function of accounts and judgments."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from onrecord.link.cluster import Pair, cluster, pair
from onrecord.link.judge import judge
from onrecord.model.linking import Account, Edge

LINKING = 2  # the version of these rules: what was derived by another is derived anew


@dataclass(frozen=True, slots=True)
class Asked:
    """What people said of pairs of accounts: these are the same happening, these are not."""

    same: frozenset[Pair] = frozenset()
    different: frozenset[Pair] = frozenset()


def judge_pairs(account: Account, others: Iterable[Account]) -> tuple[Edge, ...]:
    """The edges from one account to others that may tell the same; what is surely different is left out."""
    edges = (judge(account, other) for other in others if other.id != account.id)
    return tuple(edge for edge in edges if edge.verdict != "different")


def components(members: Iterable[str], neighbors: Callable[[str], Iterable[str]]) -> tuple[tuple[str, ...], ...]:
    """The sets of accounts that hang together, each in order: what one of them changes cannot change another."""
    seen: set[str] = set()
    found: list[tuple[str, ...]] = []
    for start in sorted(set(members)):
        if start not in seen:
            component = _reach(start, neighbors)
            seen |= component
            found.append(tuple(sorted(component)))
    return tuple(found)


def link_component(
    accounts: Mapping[str, Account], edges: Iterable[Edge], asked: Asked | None = None
) -> tuple[tuple[str, ...], ...]:
    """The clusters of accounts that hang together. `edges` are their edges with the verdict "same"."""
    scores: dict[Pair, float] = {(edge.left, edge.right): edge.score for edge in edges}
    strong = dict(scores)
    asked = asked or Asked()

    def score(left: str, right: str) -> float:
        key = pair(left, right)
        if key not in scores:
            scores[key] = judge(accounts[left], accounts[right]).score
        return scores[key]

    if len(accounts) == 1:
        return (tuple(accounts),)
    return cluster(accounts, score, strong, asked.same, asked.different)


def _reach(start: str, neighbors: Callable[[str], Iterable[str]]) -> set[str]:
    reached, queue = {start}, [start]
    while queue:
        for other in neighbors(queue.pop()):
            if other not in reached:
                reached.add(other)
                queue.append(other)
    return reached
