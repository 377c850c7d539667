"""Judging: from the comparisons of two accounts to a verdict with its score and its reasons."""

from functools import cache
from typing import Final

from onrecord.link.compare import compare
from onrecord.model.ledger import Verdict
from onrecord.model.linking import Account, Edge
from onrecord.registry import lexicon

SAME_AT: Final = 0.0
ONE_REPORT: Final = -20.0  # two accounts of one report: the report itself tells them apart
BOTH_BACKGROUND: Final = -1.0  # two reports that tell no incident need more in common


def judge(left: Account, right: Account) -> Edge:
    """The program's judgment of two accounts; the same whichever comes first."""
    if left.id > right.id:
        left, right = right, left
    if left.document_id == right.document_id:
        return Edge(left.id, right.id, "different", ONE_REPORT, ("one report tells them apart",))
    bias, unsure, weights = _rule()
    comparisons = compare(left, right)
    score = bias + sum(one.value * weights[one.name] for one in comparisons)
    score += BOTH_BACKGROUND * (left.background and right.background)
    strongest = sorted(comparisons, key=lambda one: -abs(one.value * weights[one.name]))
    reasons = tuple(f"{one.reason} ({one.value * weights[one.name]:+.1f})" for one in strongest)
    return Edge(left.id, right.id, _verdict(score, unsure), round(score, 3), reasons)


def _verdict(score: float, unsure: float) -> Verdict:
    if score >= SAME_AT:
        return "same"
    return "unsure" if score >= unsure else "different"


@cache
def _rule() -> tuple[float, float, dict[str, float]]:
    """The bias, the lower end of doubt, and the weights."""
    rule = lexicon("link_weights")
    return float(rule["bias"]), float(rule["unsure"]), {name: float(w) for name, w in rule["weights"].items()}
