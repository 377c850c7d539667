"""Judging: from the comparisons of two accounts to a verdict with its score and its reasons."""

from collections.abc import Mapping
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class LinkRule:
    """How a score is made and read: the bias, the lower end of doubt, each comparison's weights for and against."""

    bias: float
    unsure: float
    weights: Mapping[str, tuple[float, float]]

    def weigh(self, name: str, value: float) -> float:
        """What a comparison with a value adds to the score of its pair."""
        speaks_for, against = self.weights[name]
        return value * (speaks_for if value > 0 else against)


def judge(left: Account, right: Account) -> Edge:
    """The program's judgment of two accounts; the same whichever comes first."""
    if left.id > right.id:
        left, right = right, left
    comparisons = compare(left, right)
    if left.document_id == right.document_id:
        return _judge_one_report(left, right, comparisons)
    rule = link_rule()
    weighed = sorted(
        ((rule.weigh(one.name, one.value), one.reason) for one in comparisons), key=lambda pair: -abs(pair[0])
    )
    score = rule.bias + sum(value for value, _ in weighed) + BOTH_BACKGROUND * (left.background and right.background)
    reasons = tuple(f"{reason} ({value:+.1f})" for value, reason in weighed)
    return Edge(left.id, right.id, _verdict(score, rule.unsure), round(score, 3), reasons)


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
def link_rule() -> LinkRule:
    """The rule as it was fitted: `lexicon/link_weights.yml`, written by `python -m eval.fit_links`."""
    rule = lexicon("link_weights")
    weights = {name: (float(weight["for"]), float(weight["against"])) for name, weight in rule["weights"].items()}
    return LinkRule(float(rule["bias"]), float(rule["unsure"]), weights)
