"""The ten days of docs/ledger.md: added on the days they were published, the commands print what the page shows."""

from pathlib import Path

from scripts.ten_days import BLOCK, refreshed

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "ledger.md").read_text(encoding="utf-8")


def test_the_page_shows_what_is_printed() -> None:
    assert refreshed(PAGE) == PAGE


def test_every_day_is_asked_for() -> None:
    commands = [match[2] for match in BLOCK.finditer(PAGE)]
    assert len(commands) >= 9
    assert {command.split()[0] for command in commands} == {"incidents", "show", "diff"}
