"""Our own gold of incidents across reports: what the reader and the linker make of it, and the weights fitted on it."""

import re
from collections import Counter
from pathlib import Path

import pytest

from eval.fit_links import FOLDS, WEIGHTS, as_yaml, fit, fitted_yaml, folds_of, rows_of, split
from eval.gold.make_incidents import told_happenings
from eval.gold.stories import told_stories
from eval.incidents import FOLDER, read_gold, read_ledger, score
from eval.link_pairs import read_pairs


@pytest.mark.slow
def test_made_up_incidents_are_linked_and_their_tolls_are_right(tmp_path: Path) -> None:
    got = read_ledger(tmp_path / "gold.db")
    figures, misses = score(got)
    assert figures["b3 f1"] >= 0.95, misses
    assert figures["tolls"] == 1.0, misses
    assert figures["revisions"] == 1.0, misses
    assert score(got, "check")[0]["b3 f1"] >= 0.93  # nothing was fitted on this half


def test_the_weights_are_those_that_the_pairs_give() -> None:
    """Fitted once more, with the pull that the file names: the numbers and the hash of what they were fitted on."""
    written = WEIGHTS.read_text(encoding="utf-8")
    pull = re.search(r"pull (\d+)", written)
    assert pull
    pairs = [pair for pair in read_pairs() if pair.half == "fit"]
    assert as_yaml(fit(rows_of(pairs), float(pull[1])), float(pull[1])) == written


@pytest.mark.slow
def test_the_pull_is_the_one_that_held_out_groups_choose() -> None:
    assert fitted_yaml() == WEIGHTS.read_text(encoding="utf-8")


def test_no_weight_is_below_nothing() -> None:
    numbers = re.findall(r"(?:for|against): (\S+?)[,}]", WEIGHTS.read_text(encoding="utf-8"))
    assert len(numbers) > 20
    assert min(map(float, numbers)) >= 0.0


def test_groups_of_look_alikes_are_never_split_between_folds() -> None:
    pairs = [pair for pair in read_pairs() if pair.half == "fit"]
    assert set(folds_of(pairs).values()) == set(range(FOLDS))
    for fold in range(FOLDS):
        fitted, held_out = split(pairs, fold)
        known = {document for pair in fitted for document in pair.documents}
        assert not known & {document for pair in held_out for document in pair.documents}


def test_the_gold_is_what_its_makers_give() -> None:
    told = [*told_happenings(), *told_stories()]
    assert read_gold() == [want for _, want in told]
    reports = (FOLDER / "reports.jsonl").read_text(encoding="utf-8").splitlines()
    assert len(reports) == sum(len(made) for made, _ in told)


def test_the_gold_is_large_and_every_happening_is_told_by_three_to_six_reports() -> None:
    gold = read_gold()
    assert len(gold) >= 100
    assert {len(want["documents"]) for want in gold} <= {3, 4, 5, 6}
    alone = Counter(want["group"] for want in gold)
    assert sum(count > 1 for count in alone.values()) >= 25  # groups of look-alikes
