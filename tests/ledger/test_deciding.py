"""What people decide, and what they are shown."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from onrecord.errors import LedgerError, UsageError
from onrecord.export.incident_text import diff_lines, incident_lines
from onrecord.ledger.asking import Question, open_view
from onrecord.ledger.deciding import correct, find_claim, judge, new_value, parse_days, parse_figure
from onrecord.ledger.differing import diff
from onrecord.ledger.showing import show
from onrecord.model.incident import Record
from onrecord.model.ledger import Clocks
from onrecord.store.derived import Wanted
from onrecord.store.ledger import Ledger
from tests.ledger.test_adding import LATER, STORY, add, groups, ids, incidents, report

WHY = "read both"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "ledger.db"
    add(made, *STORY)
    return made


def killed(path: Path, one: Record) -> list[Any]:
    (found,) = [i for i in incidents(path) if one.document.id in i["documents"]]
    return [(toll["low"], toll["best"], toll["high"]) for toll in found["tolls"] if toll["status"] == "killed"]


def claim_id(one: Record, slot: str) -> str:
    return next(claim.id for claim in one.claims if claim.slot == slot)


def decide(path: Path, left: str, right: str, verdict: Any) -> None:
    with Ledger(path, LATER) as ledger:
        judge(ledger, (left, right), verdict, "R. Editor", WHY)


def test_a_judgment_by_any_id_is_heeded(path: Path) -> None:
    decide(path, STORY[0].incidents[0].id, STORY[3].document.id, "same")
    assert any(ids(0, 3) <= group for group in groups(path))
    decide(path, STORY[0].claims[0].id, STORY[3].incidents[0].event_mentions[0], "different")
    assert not any(ids(0, 3) <= group for group in groups(path))


def test_a_judgment_of_nothing_says_what_to_do(path: Path) -> None:
    with pytest.raises(LedgerError, match="onrecord incidents"):
        decide(path, "nothing", STORY[0].document.id, "same")
    with pytest.raises(UsageError, match="the same account"):
        decide(path, STORY[0].document.id, STORY[0].incidents[0].id, "same")


def fix(path: Path, one: Record, slot: str, **value: str) -> None:
    with Ledger(path, LATER) as ledger:
        claim = find_claim(ledger, claim_id(one, slot))
        new = new_value(claim, value.get("figure"), value.get("day")) if value else None
        correct(ledger, claim.id, new, "R. Editor", WHY)


def test_a_corrected_figure_counts_and_the_claim_stays(path: Path) -> None:
    fix(path, STORY[3], "killed", figure="7")
    assert killed(path, STORY[3]) == [(7, 7, 7)]
    with open_view(path) as view:
        claims = {claim["id"]: claim for claim in show(view, STORY[3].document.id)["all_claims"]}
        assert claims[claim_id(STORY[3], "killed")]["corrected_by"] == "R. Editor"
    then = Question(Wanted(place="Belin"), clocks=Clocks(known_by="2031-03-06T00:00:00Z"))
    assert [(toll["low"], toll["high"]) for one in incidents(path, then) for toll in one["tolls"]] == [(3, 3)]


def test_a_rejected_claim_is_left_out(path: Path) -> None:
    fix(path, STORY[3], "killed")
    assert killed(path, STORY[3]) == []


def test_a_corrected_day(path: Path) -> None:
    fix(path, STORY[3], "when", day="2031-03-03")
    (found,) = [i for i in incidents(path) if STORY[3].document.id in i["documents"]]
    assert found["when"]["earliest"] == "2031-03-03"


def test_a_correction_of_another_kind_says_what_it_needs(path: Path) -> None:
    with pytest.raises(UsageError, match="--reject"):
        fix(path, STORY[3], "where", figure="7")
    with pytest.raises(UsageError, match="--figure"):
        fix(path, STORY[3], "killed", day="2031-03-03")
    with pytest.raises(LedgerError, match="No claim has the id"), Ledger(path, LATER) as ledger:
        find_claim(ledger, "nothing")


@pytest.mark.parametrize(
    ("words", "want"), [("5", (5, 5, 5)), ("3-8", (3, None, 8)), ("5-", (5, 5, None)), ("0", (0, 0, 0))]
)
def test_figures(words: str, want: tuple[int | None, ...]) -> None:
    quantity = parse_figure(words)
    assert (quantity.low, quantity.best, quantity.high) == want


@pytest.mark.parametrize("words", ["", "many", "8-3", "-3", "5.5"])
def test_figures_that_are_none(words: str) -> None:
    with pytest.raises(UsageError):
        parse_figure(words)


def test_days() -> None:
    assert parse_days("2031-03-04/2031-03-06").latest == date(2031, 3, 6)
    for words in ("Tuesday", "2031-03-06/2031-03-04", ""):
        with pytest.raises(UsageError):
            parse_days(words)


def test_an_incident_is_shown_whole(path: Path) -> None:
    with open_view(path) as view:
        text = "\n".join(incident_lines(show(view, STORY[0].document.id)))
    for words in (
        "killed risen: 2 to 5",
        "the governor",
        "Why these reports are one incident",
        "first seen",
        "ranged",
    ):
        assert words in text


def test_the_doubt_about_a_look_alike_is_shown(path: Path) -> None:
    with open_view(path) as view:
        shown = show(view, STORY[5].document.id)
    assert STORY[0].incidents[0].id in {doubt["incident"] for doubt in shown["doubts"]}
    assert any("target" in reason for doubt in shown["doubts"] for reason in doubt["reasons"])


def test_what_changed_between_two_days(path: Path) -> None:
    found = diff(path, Clocks(date(2031, 3, 4)), Clocks(date(2031, 3, 9)), "ranged")
    changes = sorted((one.change, one.status) for one in found)
    assert changes == [("new", None), ("new", None), ("new", None), ("risen", "killed")]
    (risen,) = [one for one in found if one.change == "risen"]
    assert (risen.before, risen.after) == ((2, 2, 2), (2, 5, 5))
    assert any("killed: 2 → 2 to 5" in line for line in diff_lines(found))
    assert list(diff_lines([])) == ["Nothing changed."]


def test_merged_and_split_are_told(path: Path) -> None:
    before = Clocks(known_by="2031-03-06T00:00:00Z")
    decide(path, STORY[0].document.id, STORY[3].document.id, "same")
    assert "merged" in {one.change for one in diff(path, before, Clocks(), "ranged")}
    add(path, report(2, "the mayor", "2031-03-05", town="Belin"), now=LATER)
    with Ledger(path, "2031-03-20T12:00:00Z") as ledger:
        judge(ledger, (STORY[0].document.id, STORY[1].document.id), "different", "R. Editor", WHY)
    found = diff(path, Clocks(known_by=LATER), Clocks(), "ranged")
    assert "split" in {one.change for one in found}
