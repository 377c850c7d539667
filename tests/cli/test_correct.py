"""`onrecord correct` and `corrections` at the door."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from onrecord.cli.main import app
from tests.ledger.test_adding import STORY, add


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    add(tmp_path / "ledger.db", *STORY)
    return tmp_path / "ledger.db"


def run(ledger: Path, *arguments: str) -> str:
    done = CliRunner().invoke(app, [*arguments, "--ledger", str(ledger)])
    return done.output if done.exit_code == 0 else f"{done.exit_code} {done.output}"


def test_a_place_a_type_and_no_incident(ledger: Path) -> None:
    claims = {claim.slot: claim.id for claim in STORY[3].claims}
    signed = ("--by", "R. Editor", "--why", "read both")
    assert "now Windhoek" in run(ledger, "correct", claims["where"], "--place", "Windhoek, Namibia", *signed)
    assert "now attack" in run(ledger, "correct", claims["act"], "--type", "attack", *signed)
    assert "no incident" in run(ledger, "correct", claims["act"], "--not-incident", *signed)
    listed = run(ledger, "corrections")
    assert listed.count("R. Editor: read both") == 3
    assert "Belin" not in run(ledger, "incidents")
    assert run(ledger, "correct", claims["act"], "--reject", "--type", "attack", *signed)[0] != "C"
