"""Judging: from the comparisons of two accounts to a verdict with its score and its reasons."""

from functools import cache
from typing import Final

from onrecord.link.compare import compare
from onrecord.model.ledger import Verdict
from onrecord.model.linking import Account, Comparison, Edge
from onrecord.registry import lexicon

SAME_AT: Final = 0.0
ONE_REPORT: Final = -20.0  # two accounts of one report that it tells apart
TELL_APART: Final = frozenset({"day", "place", "hour", "target", "type"})  # what a report tells two happenings apart by
OPEN: Final = 0.0
BOTH_BACKGROUND: Final = -1.0  # two reports that tell no incident need more in common


def judge(left: Account, right: Account) -> Edge:
    """The program's judgment of two accounts; the same whichever comes first."""
    if left.id > right.id:
        left, right = right, left
    comparisons = compare(left, right)
    if left.document_id == right.document_id:
        return _judge_one_report(left, right, comparisons)
    bias, unsure = _thresholds()
    weighed = sorted(((weigh(one), one.reason) for one in comparisons), key=lambda pair: -abs(pair[0]))
    score = bias + sum(value for value, _ in weighed) + BOTH_BACKGROUND * (left.background and right.background)
    reasons = tuple(f"{reason} ({value:+.1f})" for value, reason in weighed)
    return Edge(left.id, right.id, _verdict(score, unsure), round(score, 3), reasons)


def weigh(comparison: Comparison) -> float:
    """What a comparison adds to the score of its pair."""
    speaks_for, against = _weights()[comparison.name]
    return comparison.value * (speaks_for if comparison.value > 0 else against)


def _judge_one_report(left: Account, right: Account, comparisons: tuple[Comparison, ...]) -> Edge:
    """Two accounts of one report are two happenings where they contradict each other.

    Else the report may only have come back to the one happening; other reports decide.
    """
    against = [one.reason for one in comparisons if one.name in TELL_APART and one.value < 0]
    if against or (left.killed != right.killed and left.killed and right.killed):
        return Edge(left.id, right.id, "different", ONE_REPORT, ("one report tells them apart", *against))
    return Edge(left.id, right.id, "unsure", OPEN, ("one report tells both",))


def _verdict(score: float, unsure: float) -> Verdict:
    if score >= SAME_AT:
        return "same"
    return "unsure" if score >= unsure else "different"


@cache
def _thresholds() -> tuple[float, float]:
    """The bias, and the lower end of doubt."""
    rule = lexicon("link_weights")
    return float(rule["bias"]), float(rule["unsure"])


@cache
def _weights() -> dict[str, tuple[float, float]]:
    """For each comparison its weight where it speaks for one happening, and against it."""
    weights = lexicon("link_weights")["weights"]
    return {name: (float(weight["for"]), float(weight["against"])) for name, weight in weights.items()}
