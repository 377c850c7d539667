"""The gold is whole: its codes are the contract's, its words are in the text."""

from pathlib import Path
from typing import Any, get_args

import pytest

from onrecord.errors import InputError
from onrecord.evaluate.gold import GoldReport, read_gold
from onrecord.model.codes import IncidentType, SetAsideReason, SourceRole, StatementKind, TollGroup, TollStatus, Weapon

GOLD = Path(__file__).parents[2] / "eval" / "gold" / "reports.jsonl"
REPORTS = read_gold(GOLD)


def test_there_are_reports_of_many_styles() -> None:
    assert len(REPORTS) >= 60
    assert len({report.style for report in REPORTS}) >= 10
    assert len({report.document.id for report in REPORTS}) == len(REPORTS)


@pytest.mark.parametrize("report", REPORTS, ids=lambda report: report.document.id)
def test_codes_and_words_are_right(report: GoldReport) -> None:
    text = report.document.text
    figures: list[dict[str, Any]] = [*report.totals, *(toll for i in report.incidents for toll in i["tolls"])]
    for figure in figures:
        assert figure["status"] in get_args(TollStatus)
        assert figure["group"] in get_args(TollGroup)
    counts = [count for incident in report.incidents for count in incident["counts"]]
    for value in [*figures, *counts, *report.statements, *report.voices]:
        assert value["words"] in text
    for incident in report.incidents:
        assert set(incident["type"]) <= set(get_args(IncidentType))
        assert set(incident["weapons"] or ()) <= set(get_args(Weapon))
    assert all(set(statement["kind"]) <= set(get_args(StatementKind)) for statement in report.statements)
    assert all(voice["role"] in (None, *get_args(SourceRole)) for voice in report.voices)
    assert all(voice["source"] is None or voice["source"] in text for voice in report.voices)
    assert all(aside["reason"] in get_args(SetAsideReason) for aside in report.set_aside)


def test_a_line_that_is_no_gold_is_named(tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text('{"text": "Two died."}\n', encoding="utf-8")
    with pytest.raises(InputError, match=r"gold\.jsonl:1 is no gold"):
        read_gold(path)
