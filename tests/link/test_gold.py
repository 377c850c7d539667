"""Our own gold of incidents across reports: what the real reader and linker make of it."""

from pathlib import Path

import pytest

from eval.incidents import read_ledger, score


@pytest.mark.slow
def test_made_up_incidents_are_linked_and_their_tolls_are_right(tmp_path: Path) -> None:
    figures, misses = score(read_ledger(tmp_path / "gold.db"))
    assert figures["b3 f1"] >= 0.95, misses
    assert figures["tolls"] == 1.0, misses
    assert figures["revisions"] == 1.0, misses
