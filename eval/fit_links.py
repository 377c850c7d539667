"""Fits the weights of linking on our own gold, and nothing else, and writes onrecord/lexicon/link_weights.yml.

    python -m eval.fit_links [--check]       --check writes nothing; exit code 1 where the file is not what is fitted
    python -m eval.fit_links --report        what the weights give on folds and on the half that they never saw

A logistic regression over the pairs of the fitting half (`link_pairs.py`): each comparison has a weight where it speaks
for one happening and one where it speaks against it, none below 0. Each document counts as much as any other, whatever
the size of its happening. A pull towards round priors, set by hand before there was a gold, holds what the gold tells
little of; how strong it is, is chosen on folds of whole groups of look-alikes. The arithmetic is plain Python, in a
fixed order, and the weights are rounded: every machine gives the same file.
"""

import argparse
import hashlib
import json
import math
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from eval.incidents import b_cubed
from eval.link_pairs import PAIRS, Pair, read_pairs
from onrecord.link.cluster import cluster
from onrecord.link.cluster import pair as ordered
from onrecord.link.judge import BOTH_BACKGROUND, SAME_AT, LinkRule

WEIGHTS: Final = Path(__file__).resolve().parent.parent / "onrecord" / "lexicon" / "link_weights.yml"
FOLDS: Final = 5
STEPS: Final = 600
PULLS: Final = (1.0, 3.0, 10.0, 30.0)  # how strongly the weights are drawn to the priors
DIGITS: Final = 1  # of a weight: more would say more than the gold knows
UNSURE: Final = -1.5  # odds of one to four and a half: from here up the doubt is shown
FAR: Final = -10.0  # the score of two reports that no key of blocking brings together

# What was believed of each comparison before the fit, for and against, in round numbers.
PRIOR: Final = LinkRule(
    -3.0,
    UNSURE,
    {
        "copy": (8.0, 0.0),
        "names": (12.0, 4.0),
        "scene": (2.0, 2.0),
        "address": (2.0, 3.0),
        "day": (2.2, 4.0),
        "far": (0.0, 6.0),
        "place": (2.4, 3.5),
        "vague": (0.0, 1.0),
        "type": (0.8, 3.0),
        "weapon": (0.6, 1.5),
        "attacker": (0.8, 0.8),
        "target": (1.0, 3.5),
        "killed": (1.5, 2.5),
        "injured": (0.6, 0.8),
        "hour": (1.0, 2.5),
    },
)
NAMES: Final = tuple((name, speaks_for) for name in PRIOR.weights for speaks_for in (True, False))
INDEX: Final = {key: number for number, key in enumerate(NAMES, start=1)}  # 0 is the bias
FEATURES: Final = len(NAMES) + 1

Features = tuple[tuple[int, float], ...]
Row = tuple[Features, float, float, float]  # features, what is fixed, 1 where same, weight


def rows_of(pairs: list[Pair]) -> list[Row]:
    """The pairs as numbers, equal ones as one row.

    For a document the pairs that are its happening weigh 1 in all, and those that are not too.
    """
    shares = Counter((document, pair.same) for pair in pairs for document in pair.documents)
    weights: dict[tuple[Features, float, float], float] = {}
    for pair in pairs:
        key = (_features(pair), BOTH_BACKGROUND * pair.background, float(pair.same))
        share = sum(0.5 / shares[document, pair.same] for document in pair.documents)
        weights[key] = weights.get(key, 0.0) + share
    return [(*key, weight) for key, weight in weights.items()]


def _features(pair: Pair) -> Features:
    """The numbers of the weights that a pair's comparisons take, each with what it is multiplied by."""
    return ((0, 1.0), *((INDEX[name, value > 0], value) for name, value in pair.values if value))


def as_vector(rule: LinkRule) -> list[float]:
    """A rule's numbers in the order of the features."""
    return [rule.bias, *(rule.weights[name][0 if speaks_for else 1] for name, speaks_for in NAMES)]


def as_rule(vector: list[float]) -> LinkRule:
    """The rule of some numbers, rounded."""
    rounded = [round(value, DIGITS) for value in vector]
    weights = {name: (rounded[INDEX[name, True]], rounded[INDEX[name, False]]) for name in PRIOR.weights}
    return LinkRule(rounded[0], UNSURE, weights)


def fit(rows: list[Row], pull: float) -> LinkRule:
    """The weights of least loss: descent with momentum, weights below 0 set to 0 at every step."""
    prior = as_vector(PRIOR)
    draw = [2 * pull / max(1.0, abs(value)) ** 2 for value in prior]
    steps = [1.0 / (steep + drawn) for steep, drawn in zip(_steepness(rows), draw, strict=True)]
    now, ahead, momentum = prior, prior, 1.0
    for _ in range(STEPS):
        slope = _slope(rows, ahead)
        slope = [g + drawn * (w - p) for g, w, p, drawn in zip(slope, ahead, prior, draw, strict=True)]
        after = [w - step * g for w, g, step in zip(ahead, slope, steps, strict=True)]
        after = [after[0], *(max(0.0, w) for w in after[1:])]
        follow = (1 + math.sqrt(1 + 4 * momentum**2)) / 2
        ahead = [b + (momentum - 1) / follow * (b - a) for a, b in zip(now, after, strict=True)]
        now, momentum = after, follow
    return as_rule(now)


def _steepness(rows: list[Row]) -> list[float]:
    """For each weight a bound on the curve of the loss along it, from which the length of its steps comes."""
    found = [0.0] * FEATURES
    most = max(len(features) for features, *_ in rows)
    for features, _, _, weight in rows:
        for number, value in features:
            found[number] += weight * value**2 * most / 4
    return found


def _slope(rows: list[Row], vector: list[float]) -> list[float]:
    slope = [0.0] * FEATURES
    for features, fixed, same, weight in rows:
        score = fixed + sum(vector[number] * value for number, value in features)
        off = weight * (_chance(score) - same)
        for number, value in features:
            slope[number] += off * value
    return slope


def _chance(score: float) -> float:
    return 1 / (1 + math.exp(-score)) if score > 0 else math.exp(score) / (1 + math.exp(score))


def loss(rows: list[Row], rule: LinkRule) -> float:
    """The mean surprise at what the pairs are, in nats."""
    vector = as_vector(rule)
    found = 0.0
    for features, fixed, same, weight in rows:
        score = fixed + sum(vector[number] * value for number, value in features)
        found += weight * (math.log1p(math.exp(-abs(score))) + max(0.0, -score if same else score))
    return found / sum(row[3] for row in rows)


def folds_of(pairs: list[Pair]) -> dict[str, int]:
    """The fold of each group of look-alikes; a pair over two groups is fitted on only where both are."""
    groups = sorted({pair.group for pair in pairs if " and " not in pair.group})
    return {group: int(hashlib.sha256(group.encode()).hexdigest(), 16) % FOLDS for group in groups}


def split(pairs: list[Pair], fold: int) -> tuple[list[Pair], list[Pair]]:
    """The pairs to fit on, and those held out: whole groups."""
    folds = folds_of(pairs)
    places = [{folds[group] for group in pair.group.split(" and ")} for pair in pairs]
    fitted = [pair for pair, place in zip(pairs, places, strict=True) if fold not in place]
    return fitted, [pair for pair, place in zip(pairs, places, strict=True) if place == {fold}]


def choose_pull(pairs: list[Pair]) -> float:
    """The pull with the least loss on held-out groups."""

    def held_out(pull: float) -> float:
        parts = [split(pairs, fold) for fold in range(FOLDS)]
        return sum(loss(rows_of(left_out), fit(rows_of(fitted), pull)) for fitted, left_out in parts)

    return min(PULLS, key=held_out)


def clusters(pairs: Iterable[Pair], rule: LinkRule) -> list[set[str]]:
    """The clusters that a rule makes of the documents of some pairs."""
    scores = {ordered(*pair.documents): _score(pair, rule) for pair in pairs}
    edges = {key: score for key, score in scores.items() if score >= SAME_AT}
    members = {document for key in scores for document in key}
    return [set(one) for one in cluster(members, lambda a, b: scores.get(ordered(a, b), FAR), edges)]


def _score(pair: Pair, rule: LinkRule) -> float:
    return rule.bias + BOTH_BACKGROUND * pair.background + sum(rule.weigh(name, value) for name, value in pair.values)


def wanted(pairs: list[Pair]) -> list[set[str]]:
    """The happenings of the documents of some pairs."""
    same = {ordered(*pair.documents): 1.0 for pair in pairs if pair.same}
    members = {document for pair in pairs for document in pair.documents}
    return [set(one) for one in cluster(members, lambda a, b: same.get(ordered(a, b), FAR), same)]


def report(pairs: list[Pair], pull: float) -> list[str]:
    """B-cubed F1 of the priors and of the fitted weights, on held-out folds and on the checking half."""
    fitting = [pair for pair in pairs if pair.half == "fit"]
    lines = []
    for fold in range(FOLDS):
        fitted, left_out = split(fitting, fold)
        lines.append(_line(f"fold {fold}", left_out, fit(rows_of(fitted), pull)))
    lines.append(_line("checking half", [p for p in pairs if p.half == "check"], fit(rows_of(fitting), pull)))
    return lines


def _line(name: str, pairs: list[Pair], rule: LinkRule) -> str:
    before, after = (b_cubed(wanted(pairs), clusters(pairs, one))[2] for one in (PRIOR, rule))
    surprise = loss(rows_of(pairs), PRIOR), loss(rows_of(pairs), rule)
    return (
        f"{name}: B-cubed F1 {before:.3f} by the priors, {after:.3f} fitted; "
        f"loss {surprise[0]:.3f}, {surprise[1]:.3f} ({len(pairs)} pairs)"
    )


def as_yaml(rule: LinkRule, pull: float) -> str:
    """The file of the lexicon."""
    weights = "".join(
        f"  {name}: {{for: {speaks_for:.1f}, against: {against:.1f}}}\n"
        for name, (speaks_for, against) in rule.weights.items()
    )
    return f"""# Made by `python -m eval.fit_links`; do not edit. Fitted on the fitting half of our own gold
# (eval/gold/incidents/pairs.jsonl, SHA-256 {inputs_sha256()[:32]}...), pull {pull:.0f}.
# How much each comparison of two accounts counts: where it speaks for one happening (`for`), and where against it.
# A pair's score is the sum of each comparison's value (-1 to 1) times its weight, and the bias: the log of the odds.
# From 0 up they tell one happening ("same"); from `unsure` to 0 it is open, and the doubt is shown.
bias: {rule.bias:.1f}
unsure: {UNSURE:.1f}
weights:
{weights}"""


def inputs_sha256() -> str:
    """The hash of the pairs that the weights are fitted on."""
    return hashlib.sha256(PAIRS.read_bytes()).hexdigest()


def fitted_yaml() -> str:
    """The file as it is fitted today."""
    pairs = [pair for pair in read_pairs() if pair.half == "fit"]
    pull = choose_pull(pairs)
    return as_yaml(fit(rows_of(pairs), pull), pull)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="write nothing; exit code 1 where the file is another")
    parser.add_argument("--report", action="store_true", help="what held-out folds and the checking half give")
    arguments = parser.parse_args()
    if arguments.report:
        pairs = read_pairs()
        print("\n".join(report(pairs, choose_pull([pair for pair in pairs if pair.half == "fit"]))))
        return 0
    made = fitted_yaml()
    if arguments.check:
        return int(WEIGHTS.read_text(encoding="utf-8") != made)
    WEIGHTS.write_text(made, encoding="utf-8")
    print(json.dumps({"pairs": len(read_pairs()), "written": WEIGHTS.name}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
