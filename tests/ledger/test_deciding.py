"""What people decide, and what they are shown."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from onrecord.errors import LedgerError, UsageError
from onrecord.export.incident_text import diff_lines, incident_lines
from onrecord.ledger.asking import Question, open_view
from onrecord.ledger.deciding import correct, find_claim, judge, retract
from onrecord.ledger.differing import diff
from onrecord.ledger.given import Given, new_value, parse_days, parse_figure, parse_place, parse_type
from onrecord.ledger.showing import show
from onrecord.model.incident import Record
from onrecord.model.ledger import Clocks
from onrecord.store.derived import Wanted
from onrecord.store.ledger import Ledger
from tests.factory import BETTER_READER, Told, record
from tests.ledger.test_adding import ARDEL, BELIN, LATER, STORY, add, groups, ids, incidents, report
from tests.parsing import gazetteer

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
        new = new_value(claim, Given(**value), gazetteer()) if value else None
        correct(ledger, claim.id, new, "R. Editor", WHY)


def home(path: Path, one: Record) -> list[dict[str, Any]]:
    """The incidents that a report leads with."""
    return [i for i in incidents(path) if one.document.id in i["documents"]]


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


def test_a_corrected_place_is_resolved_by_the_gazetteer(path: Path) -> None:
    fix(path, STORY[3], "where", place="Windhoek, Namibia")
    (found,) = home(path, STORY[3])
    assert (found["where"]["name"], found["where"]["country"]) == ("Windhoek", "NA")
    assert found["summary"].startswith("Drone strike on hospital in Windhoek")


def test_a_corrected_type(path: Path) -> None:
    fix(path, STORY[3], "act", type="suicide_bomb")
    (found,) = home(path, STORY[3])
    assert (found["type"], found["family"]) == ("suicide_bomb", "explosions_remote_violence")


def take_off(path: Path, one: Record, at: str = LATER) -> None:
    with Ledger(path, at) as ledger:
        retract(ledger, claim_id(one, "act"), "R. Editor", "a film")


def test_what_is_no_incident_is_off_the_record_and_a_type_brings_it_back(path: Path) -> None:
    take_off(path, STORY[3])
    assert home(path, STORY[3]) == []
    with open_view(path) as view, pytest.raises(LedgerError, match="said that it is no incident"):
        show(view, STORY[3].document.id)
    then = Question(Wanted(place="Belin"), clocks=Clocks(known_by="2031-03-06T00:00:00Z"))
    assert len(incidents(path, then)) == 1
    fix(path, STORY[3], "act", type="attack")
    (found,) = home(path, STORY[3])
    assert found["type"] == "attack"


def test_what_one_report_tells_falsely_leaves_the_others(path: Path) -> None:
    take_off(path, STORY[0])
    (found,) = home(path, STORY[1])
    assert set(found["documents"]) >= ids(1, 2)
    assert [(t["low"], t["high"]) for t in found["tolls"] if t["status"] == "killed"] == [(5, 5)]


def test_corrections_survive_a_better_reader_and_those_that_do_not_are_listed(path: Path) -> None:
    fix(path, STORY[3], "where", place="Windhoek, Namibia")
    fix(path, STORY[3], "killed", figure="7")
    take_off(path, STORY[4])
    anew = [
        record(STORY[3].document, Told("A drone strike", where=("Belin", BELIN)), origin="made@2"),
        record(STORY[4].document, Told("A drone strike", where=("Ardel", ARDEL)), origin="made@2"),
    ]
    add(path, *anew, now="2031-04-01T12:00:00Z", reader=BETTER_READER)
    (found,) = home(path, STORY[3])
    assert found["where"]["name"] == "Windhoek"
    assert home(path, STORY[4]) == []
    with open_view(path) as view:
        assert [one.slot for one in view.linker.lost_corrections()] == ["killed"]


def test_corrections_are_shown_with_who_made_them_and_why(path: Path) -> None:
    fix(path, STORY[3], "where", place="Windhoek, Namibia")
    with open_view(path) as view:
        lines = "\n".join(incident_lines(show(view, STORY[3].document.id)))
    assert "Corrected: “Belin”" in lines
    assert "now Windhoek, Khomas Region, Namibia, by R. Editor" in lines


def test_a_correction_of_another_kind_says_what_it_needs(path: Path) -> None:
    with pytest.raises(UsageError, match="--reject"):
        fix(path, STORY[3], "weapon", figure="7")
    with pytest.raises(UsageError, match="--place"):
        fix(path, STORY[3], "where", figure="7")
    with pytest.raises(UsageError, match="--type"):
        fix(path, STORY[3], "act", figure="7")
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


def test_places_and_types_that_are_none_or_several() -> None:
    with pytest.raises(UsageError, match="no gazetteer knows"):
        parse_place("Zzyxqua", gazetteer())
    with pytest.raises(UsageError, match="which one"):
        parse_place("Springfield", gazetteer())
    assert parse_place("Springfield, Missouri", gazetteer()).adm1 == "US.MO"
    with pytest.raises(UsageError, match="such as air_drone_strike"):
        parse_type("a raid")


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
