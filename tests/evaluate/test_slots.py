"""What counts as right, wrong, missing and made up."""

from typing import Any

from onrecord.evaluate.gold import GoldReport
from onrecord.evaluate.score import Tally
from onrecord.evaluate.show import in_place, show_miss, show_scores
from onrecord.evaluate.slots import KINDS, see_incidents, see_tolls, see_voices
from onrecord.model.document import Span
from tests.reports import make_document

TEXT = "Two men were killed in Arlen. The mayor said so."
GOLD_INCIDENT = {
    "type": ["attack"],
    "where": {"name": "Arlen", "country": None},
    "when": ["2024-03-28", "2024-03-28"],
    "attackers": [],
    "weapons": ["firearm"],
    "tolls": [{"status": "killed", "group": "all", "low": 2, "best": 2, "high": 2, "words": "Two men were killed"}],
    "counts": [],
}


def report(**blocks: Any) -> GoldReport:
    values = {name: blocks.get(name, ()) for name in ("incidents", "totals", "statements", "voices", "set_aside")}
    return GoldReport(make_document(TEXT), "wire", **values)


def shape(killed: int, place: str = "Arlen", kind: str = "attack") -> dict[str, Any]:
    toll = {"status": "killed", "group": "all", "low": killed, "best": killed, "high": killed, "claims": ["c"]}
    incident = {
        "type": kind,
        "family": "violence_against_civilians",
        "summary": "An attack",
        "where": {"name": place, "text": place, "country": None},
        "when": {"earliest": "2024-03-28", "latest": "2024-03-28"},
        "attackers": [],
        "weapons": ["firearm"],
        "tolls": [toll],
        "counts": [],
        "claims": ["c"],
    }
    claim = {"id": "c", "slot": "killed", "quote": {"start": 0, "end": 19, "text": TEXT[:19]}, "attribution": None}
    return {"incidents": [incident], "claims": [claim], "totals": [], "statements": [], "set_aside": []}


def test_a_right_incident_scores_one_in_every_slot() -> None:
    tally = Tally()
    for see in KINDS.values():
        see(tally, report(incidents=(GOLD_INCIDENT,)), shape(2))
    assert {score.f1 for score in tally.scores()} == {1.0}
    assert tally.misses == []


def test_a_wrong_toll_is_one_miss_shown_in_place() -> None:
    tally = Tally()
    see_tolls(tally, report(incidents=(GOLD_INCIDENT,)), shape(3))
    (miss,) = tally.misses
    assert "want killed, all: 2-2-2 | got killed, all: 3-3-3" in show_miss(miss)
    assert "⟦Two men were killed⟧ in Arlen." in show_miss(miss)


def test_a_made_up_incident_costs_precision() -> None:
    tally = Tally()
    see_incidents(tally, report(), shape(2))
    (score,) = tally.scores()
    assert (score.precision, score.gold, score.read) == (0.0, 0, 1)


def test_another_place_is_a_miss_of_the_place_only() -> None:
    tally = Tally()
    see_incidents(tally, report(incidents=(GOLD_INCIDENT,)), shape(2, place="Tossen"))
    assert [miss.slot for miss in tally.misses] == ["where"]


def test_an_attributed_figure_in_the_outlets_own_voice_is_a_miss() -> None:
    voice = {"words": "Two men were killed", "source": "The mayor", "role": "local_authority"}
    tally = Tally()
    see_voices(tally, report(voices=(voice,)), shape(2))
    assert [(miss.want, miss.got) for miss in tally.misses] == [("The mayor", "(the outlet)")]


def test_a_span_is_marked_in_its_sentence() -> None:
    assert in_place(TEXT, Span(34, 39)) == "The ⟦mayor⟧ said so."


def test_the_table_has_a_line_a_slot() -> None:
    tally = Tally()
    see_tolls(tally, report(incidents=(GOLD_INCIDENT,)), shape(2))
    assert show_scores(tally).splitlines()[1].split() == ["toll", "1.000", "1.000", "1.000", "1", "1"]
