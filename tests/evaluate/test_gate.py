"""Floors only rise."""

import json
from pathlib import Path

import pytest

from eval import gate

FLOORS = {"gold_sha256": "aa", "floors": {"toll f1": 0.8}}


@pytest.fixture
def floors(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "floors.json"
    monkeypatch.setattr(gate, "FLOORS", path)
    return path


def test_a_score_below_its_floor_is_told() -> None:
    assert gate.check(FLOORS, "aa", {"toll f1": 0.8}) == []
    assert gate.check(FLOORS, "aa", {"toll f1": 0.79}) == ["gate: toll f1 is 0.790, below its floor of 0.800"]
    assert gate.check(FLOORS, "aa", {}) == ["gate: toll f1 is no longer measured"]


def test_a_changed_gold_is_told() -> None:
    assert "the gold has changed" in gate.check(FLOORS, "bb", {"toll f1": 0.9})[0]


def test_an_update_raises_and_does_not_lower(floors: Path) -> None:
    assert gate.update(FLOORS, "aa", {"toll f1": 0.7}, allow_regression=False) == 1
    assert not floors.exists()
    assert gate.update(FLOORS, "bb", {"toll f1": 0.9}, allow_regression=False) == 0
    assert json.loads(floors.read_text()) == {"gold_sha256": "bb", "floors": {"toll f1": 0.9}}
    assert gate.update(FLOORS, "bb", {"toll f1": 0.7}, allow_regression=True) == 0
