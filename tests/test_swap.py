"""Neutral: exchange the two sides, and the record is the same with the sides exchanged."""

from itertools import product
from pathlib import Path

import pytest

from onrecord.evaluate.gold import GoldReport, read_gold
from onrecord.evaluate.swap import Side, comparable, make_side, swap_record, swap_text
from onrecord.pipeline import Reader
from tests.reports import read_shape

GOLD = read_gold(Path(__file__).parents[1] / "eval" / "gold" / "reports.jsonl")
PAIRS = [
    ("Ukraine", "Russia"),
    ("Israel", "Lebanon"),
    ("India", "Pakistan"),
    ("Armenia", "Azerbaijan"),
    ("Uruguay", "Paraguay"),
    ("Zambia", "Rwanda"),
    ("Norway", "Estonia"),
]
# {a}, {b}: the sides' names; {x}, {y}: their adjectives; {m}, {n}: their capitals.
REPORTS = [
    "{x} drones hit a fuel depot in Velmary on Tuesday, killing two workers, {b}'s ministry said. {a} denied it.",
    "{a} shelled the village of Tossen overnight, wounding at least five {y} civilians. “We will answer,” {b} said.",
    "Two {x} soldiers were killed by {y} artillery fire on Monday, the {x} army said. {n} has not commented.",
    "{m} accused {n} of targeting civilians after a {y} missile struck a school near Aru Dako, injuring 11 children.",
    "{a} and {b} exchanged fire along the border on Sunday; {a} said three of its men died, {b} said it lost none.",
    "The {x} defense ministry said that its air defenses had shot down 14 {y} drones. {n} says it hit an air base.",
    "More than 4,000 {x} soldiers and 6,000 {y} soldiers have been killed since the war between {a} and {b} began.",
    "{y} forces captured the town of Halmat from {x} troops on Friday. {b} said 40 {x} soldiers had surrendered.",
    "An air strike killed nine people in Kubo Lire. {a} blamed {b}; {y} officials blamed {x} rockets that fell short.",
    "If {a} attacks {n}, {b} will strike {m}, its president warned. In January a {x} strike killed eight {y} sailors.",
    "{x} police arrested five {y} nationals in {m} over the killing of a {x} officer on 3 March.",
    "A {y} court jailed two {x} soldiers for the murder of a farmer in 2019. {a} condemned the ruling.",
    "At least a dozen civilians, among them four children, died when {y} jets bombed a market in {a}, {x} medics said.",
    "{b} evacuated 300 people from Osterwick because of {x} shelling. Nobody was hurt, the {y} governor said.",
]


def generated(one: str, two: str, template: str) -> str:
    (a, x, m), (b, y, n) = make_side(one).words, make_side(two).words
    return template.format(a=a, x=x, m=m, b=b, y=y, n=n)


def assert_neutral(reader: Reader, text: str, one: Side, two: Side) -> None:
    swapped = read_shape(reader, swap_text(text, one, two))
    assert comparable(swapped) == swap_record(read_shape(reader, text), one, two)


@pytest.mark.parametrize(("pair", "template"), list(product(PAIRS, REPORTS)))
def test_generated_reports_are_read_neutrally(reader: Reader, pair: tuple[str, str], template: str) -> None:
    assert_neutral(reader, generated(*pair, template), make_side(pair[0]), make_side(pair[1]))


@pytest.mark.parametrize("report", [r for r in GOLD if r.sides], ids=lambda report: report.document.id)
def test_our_gold_is_read_neutrally(reader: Reader, report: GoldReport) -> None:
    assert_neutral(reader, report.document.text, *(make_side(*side) for side in report.sides))


def test_names_adjectives_capitals_and_articles_are_exchanged() -> None:
    sides = make_side("Zambia"), make_side("Estonia")
    assert swap_text("A Zambian drone hit Tallinn; an ESTONIAN and two Zambians died.", *sides) == (
        "An Estonian drone hit Lusaka; a ZAMBIAN and two Estonians died."
    )


def test_swapping_twice_gives_the_text_back() -> None:
    sides = make_side("Zambia"), make_side("Estonia")
    text = "An Estonian shell killed a Zambian in Lusaka, Zambia."
    assert swap_text(swap_text(text, *sides), *sides) == text
