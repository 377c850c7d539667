"""Clusters: no chain of weak links; a person's word stands above the score; order is nothing."""

import itertools
import random

from onrecord.link.cluster import Pair, cluster, pair


def run(
    members: str, scores: dict[str, float], same: tuple[str, ...] = (), different: tuple[str, ...] = ()
) -> tuple[str, ...]:
    """Scores by two letters ("ab"); pairs without one are far apart. Clusters as words."""

    def score(left: str, right: str) -> float:
        return scores.get(left + right, -3.0)

    edges: dict[Pair, float] = {(key[0], key[1]): value for key, value in scores.items() if value >= 0}
    pairs = [frozenset(pair(*words) for words in asked) for asked in (same, different)]
    return tuple("".join(one) for one in cluster(members, score, edges, pairs[0], pairs[1]))


def test_what_scores_together_is_together() -> None:
    assert run("abc", {"ab": 2, "bc": 2, "ac": 1}) == ("abc",)
    assert run("abc", {"ab": 2}) == ("ab", "c")


def test_a_chain_of_weak_links_does_not_hold() -> None:
    links = {first + second: 1.0 for first, second in itertools.pairwise("abcdef")}
    assert max(len(one) for one in run("abcdef", links)) == 2


def test_a_report_that_tells_two_apart_keeps_them_apart() -> None:
    assert run("abc", {"ab": 9, "bc": 8, "ac": -20}) == ("ab", "c")


def test_different_always_cuts() -> None:
    assert run("ab", {"ab": 99}, different=("ab",)) == ("a", "b")
    assert run("abc", {"ab": 99, "bc": 98, "ac": 97}, different=("ac",)) in (("ab", "c"), ("a", "bc"))


def test_same_always_joins() -> None:
    assert run("abc", {}, same=("ac",)) == ("ac", "b")
    assert run("ab", {"ab": -20}, same=("ab",)) == ("ab",)


def test_different_outweighs_what_same_would_join_around_it() -> None:
    clusters = run("abc", {}, same=("ab", "bc"), different=("ac",))
    assert all(not {"a", "c"} <= set(one) for one in clusters)


def test_the_order_of_members_is_nothing() -> None:
    source = random.Random(7)
    letters = "abcdefgh"
    scores = {a + b: source.uniform(-4, 4) for a, b in itertools.combinations(letters, 2)}
    want = run(letters, scores)
    for _ in range(20):
        shuffled = source.sample(letters, len(letters))
        keys = source.sample(list(scores), len(scores))
        assert run("".join(shuffled), {key: scores[key] for key in keys}) == want
