"""Rules of tolls: each by its name, on the same figures; and the course of a toll."""

from datetime import date
from typing import Any

import pytest

from onrecord.link.course import course_of, tolls_by
from onrecord.link.rules import RULES, toll_by
from onrecord.model.linking import Figure


def figure(number: int | None, by: str, on: int, **more: Any) -> Figure:
    """A figure of a voice, published on a day of March."""
    values: dict[str, Any] = {"low": number, "best": number, "high": number, "role": "local_authority", "party": None}
    values |= {"status": "killed", "group": "all", "document_id": f"d{on}{by}", "claims": (f"c{on}{by}",)} | more
    return Figure(voice=by, said_by=by, published=date(2031, 3, on), **values)


GOVERNOR = [figure(2, "governor", 4), figure(5, "governor", 5)]
TWO_SIDES = [
    figure(5, "governor", 5),
    figure(11, "ministry", 5, role="national_authority"),
    figure(40, "army", 5, role="party_to_conflict"),
]

CASES: list[tuple[list[Figure], dict[str, tuple[int | None, int | None, int | None]]]] = [
    (GOVERNOR, {"ranged": (5, 5, 5), "ucdp": (5, 5, 5), "acled": (5, 5, 5), "ibc": (5, None, 5), "latest": (5, 5, 5)}),
    (
        TWO_SIDES,
        {
            "ranged": (5, 5, 40),
            "ucdp": (5, 5, 40),
            "acled": (5, 5, 5),
            "ibc": (5, None, 40),
            "latest": (40, 40, 40),
        },
    ),
    (  # two voices agree on seven: UCDP's best is what most say
        [figure(5, "governor", 5), figure(7, "hospital", 5, role="witness"), figure(7, "agency", 5, role="witness")],
        {"ranged": (5, 5, 7), "ucdp": (5, 7, 7)},
    ),
    (  # "at least five" sets no high end, and counts with its figure
        [figure(5, "governor", 5, high=None, hedged=True)],
        {"ranged": (5, 5, 5), "latest": (5, 5, None)},
    ),
    (  # a stale figure of a better placed voice gives way to the newest days
        [figure(2, "rescuers", 1, role="emergency_service"), figure(9, "mayor", 9)],
        {"ranged": (2, 9, 9), "latest": (9, 9, 9)},
    ),
    (  # "a wounded man has died": one on top of what stood
        [figure(5, "governor", 5), figure(1, "hospital", 8, relation="addition", role="medical")],
        {"ranged": (6, 6, 6), "latest": (6, 6, 6)},
    ),
    (  # "a sixth victim died", says the governor, and the outlet: "six are dead": the governor's five are six
        [
            figure(5, "governor", 5),
            figure(1, "governor", 8, relation="addition", document_id="d8"),
            figure(6, "outlet", 8, role="media", document_id="d8"),
        ],
        {"ranged": (6, 6, 6)},
    ),
    (  # the same report gives the new total, which counts alone
        [
            figure(5, "governor", 5),
            figure(1, "governor", 8, relation="addition"),
            figure(6, "governor", 8, document_id="d8governor"),
        ],
        {"ranged": (6, 6, 6)},
    ),
    (  # what a voice took back is gone
        [figure(5, "governor", 5), figure(8, "agency", 5), figure(None, "agency", 6, revised="retracted")],
        {"ranged": (5, 5, 5), "latest": (5, 5, 5)},
    ),
]


@pytest.mark.parametrize(("figures", "want"), CASES)
def test_rules(figures: list[Figure], want: dict[Any, tuple[int | None, int | None, int | None]]) -> None:
    for rule, bounds in want.items():
        ruled = toll_by(rule, figures)
        assert ruled is not None
        assert (ruled.rule, ruled.toll.low, ruled.toll.best, ruled.toll.high) == (rule, *bounds)


@pytest.mark.parametrize("rule", RULES)
def test_the_order_of_figures_is_nothing(rule: Any) -> None:
    for figures, _ in CASES:
        assert toll_by(rule, figures[::-1]) == toll_by(rule, figures)


@pytest.mark.parametrize("rule", RULES)
def test_swapping_the_sides_swaps_nothing_but_names(rule: Any) -> None:
    """Two parties that give two figures count alike, whichever is which."""
    ours = [figure(5, "XA", 5, role="party_to_conflict"), figure(9, "XB", 5, role="party_to_conflict")]
    theirs = [figure(5, "XB", 5, role="party_to_conflict"), figure(9, "XA", 5, role="party_to_conflict")]
    both = [ruled.toll for figures in (ours, theirs) if (ruled := toll_by(rule, figures))]
    assert len({(toll.low, toll.best, toll.high, toll.contested) for toll in both}) == 1


def test_ibc_is_provisional_below_two_voices() -> None:
    one, two = toll_by("ibc", GOVERNOR), toll_by("ibc", TWO_SIDES)
    assert one is not None
    assert two is not None
    assert one.provisional
    assert not two.provisional


def test_growth_is_no_contest_and_two_sides_are() -> None:
    grown = toll_by("ranged", [figure(2, "governor", 4), figure(9, "agency", 6)])
    sides = toll_by("ranged", TWO_SIDES)
    fallen = toll_by("ranged", [figure(9, "governor", 4), figure(2, "agency", 6)])
    assert [ruled is not None and ruled.toll.contested for ruled in (grown, sides, fallen)] == [False, True, True]


def test_the_course_tells_each_revision_by_its_kind() -> None:
    told = [
        figure(2, "governor", 4),
        figure(2, "agency", 4, relation="total"),
        figure(5, "governor", 5),
        figure(1, "hospital", 8, relation="addition"),
        figure(4, "governor", 10),
    ]
    steps = course_of([f for f in told if f.voice != "agency"], "latest")
    assert [(step.day and step.day.day, step.kind, step.best) for step in steps] == [
        (4, "first", 2),
        (5, "up", 5),
        (8, "up", 6),
        (10, "down", 4),
    ]
    (toll,) = tolls_by("latest", [f for f in told if f.voice != "agency"])
    assert toll.toll.revised == "down"
