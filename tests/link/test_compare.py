"""Comparing and judging two accounts."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from onrecord.link.compare import compare
from onrecord.link.judge import judge
from onrecord.model.linking import Account
from onrecord.model.values import Interval
from tests.factory import day, days, place

ARDEL = place("Ardel", lat=50.0, lon=30.0)
BELIN = place("Belin", lat=50.0, lon=31.0)  # 71 km from Ardel
SUBURB = place("Nether Ardel", lat=50.05, lon=30.05)
REGION = replace(ARDEL, name="Vell Region", path=("Vell Region", "XA"), precision="adm1", gazetteer_id="made:Vell")


def account(name: str = "a", **values: Any) -> Account:
    base = Account(
        id=name,
        document_id=f"document {name}",
        rank=0,
        published=date(2031, 3, 5),
        family="explosions_remote_violence",
        type="air_drone_strike",
        when=day("2031-03-04"),
        where=ARDEL,
    )
    return replace(base, **values)


SAME: list[dict[str, Any]] = [
    {},
    {"where": SUBURB},
    {"where": replace(BELIN, name="Ardel"), "told_where": "ardel"},
    {"where": REGION, "killed": (5, 5)},
    {"type": "unspecified_strike"},
    {"killed": (9, 9), "published": date(2031, 3, 6)},
    {"when": days("2031-03-03", "2031-03-04"), "targets": ("hospital",)},
    {"type": "armed_clash", "family": "battles", "scene": ("ward", "roof", "window")},
    {"where": REGION, "scene": ("ward", "window"), "addresses": ("4100 block", "vesta street")},
]
DIFFERENT: list[dict[str, Any]] = [
    {"when": day("2031-03-08")},
    {"where": BELIN},
    {"where": replace(BELIN, country="XB")},
    {"type": "peaceful_protest", "family": "protests"},
    {"killed": (60, 60)},
    {"targets": ("school",), "killed": (1, 1)},
    {"hours": (21,), "weapons": ("missile",)},
    {"scene": ("school", "bus", "pupil"), "killed": (3, 3)},
    {"addresses": ("1900 block",)},
    {  # months later, all else alike
        "when": day("2031-06-04"),
        "published": date(2031, 6, 5),
        "killed": (5, 5),
        "targets": ("hospital",),
        "weapons": ("drone",),
        "scene": ("ward", "roof", "window"),
    },
    {"type": "abduction_forced_disappearance", "family": "violence_against_civilians"},
    {"published": date(2031, 3, 1), "when": None, "where": None},
]


def left() -> Account:
    return account(
        "a",
        killed=(5, 5),
        targets=("hospital",),
        hours=(9,),
        weapons=("drone",),
        scene=("ward", "roof", "window"),
        addresses=("4100 block",),
        told_where="ardel",
    )


@pytest.mark.parametrize("values", SAME, ids=str)
def test_one_happening(values: dict[str, Any]) -> None:
    edge = judge(left(), account("b", **values))
    assert edge.verdict == "same", edge


@pytest.mark.parametrize("values", DIFFERENT, ids=str)
def test_two_happenings(values: dict[str, Any]) -> None:
    edge = judge(left(), account("b", **values))
    assert edge.verdict != "same", edge


def test_a_toll_speaks_against_one_happening_the_more_the_further_it_is_off() -> None:
    scores = [judge(left(), account("b", killed=(dead, dead))).score for dead in (6, 9, 14, 20)]
    assert scores == sorted(scores, reverse=True)
    assert len(set(scores)) == len(scores)


def test_a_judgment_is_the_same_from_both_sides_and_has_reasons() -> None:
    one, other = left(), account("b", killed=(5, 5))
    assert judge(one, other) == judge(other, one)
    assert any("both in Ardel" in reason for reason in judge(one, other).reasons)


def test_one_report_that_tells_two_apart() -> None:
    one = account("a", document_id="d")
    assert judge(one, account("b", document_id="d", where=BELIN)).verdict == "different"
    assert judge(one, account("b", document_id="d", when=None, where=None)).verdict == "unsure"


def test_nothing_told_gives_nothing_to_compare() -> None:
    bare = account("a", when=None, where=None, type=None, family=None, published=None)
    assert [one.name for one in compare(bare, replace(bare, id="b"))] == ["vague"]


def test_an_open_interval_is_no_day() -> None:
    since = Interval(date(2031, 1, 1), None, "unknown")
    assert judge(account("a", when=since), account("b", when=since)).score < judge(account("a"), account("b")).score
