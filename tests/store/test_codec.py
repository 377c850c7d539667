"""Canonical JSON: what goes in comes out, and the same value gives the same bytes."""

from datetime import date

import pytest

from onrecord.model.claim import Voice
from onrecord.model.codec import from_json, to_json
from onrecord.model.document import Span
from onrecord.model.incident import Finding
from onrecord.model.values import Actor, Interval, Place, Quantity, Source, Target, TollFigure
from tests.factory import Said, Told, day, document, place, record

VALUES = [
    None,
    Interval(date(2031, 3, 4), None, "day", timex="2031-03-04"),
    Interval(None, None, "unknown"),
    Quantity(0, 0, None, "at_least"),
    TollFigure(Quantity(3, 5, 5), "children", "incident", "part", None, "XA"),
    place("Ardel"),
    Place("The Sea", (), None, None, None, None, "sea", None),
    Actor("Vell Front", "rebel_group", alleged=True),
    Voice(Span(1, 4), Source("Ana Vell", "police"), None, "Telegram", ("AFN",)),
    Finding(Target("hospital"), "a clinic", ("c1", "c2"), contested=True),
]


@pytest.mark.parametrize("value", VALUES, ids=lambda value: type(value).__name__)
def test_a_value_comes_back_equal(value: object) -> None:
    assert from_json(to_json(value)) == value
    assert to_json(from_json(to_json(value))) == to_json(value)


def test_a_whole_record_comes_back_equal() -> None:
    said = Said("two dead", "killed", 2, by="a medic")
    telling = Told("strike", when=("on Tuesday", day("2031-03-04")), tolls=(said,))
    made = record(document("A strike on Tuesday: two dead, a medic said.", "2031-03-05"), telling)
    assert from_json(to_json(made.incidents)) == made.incidents
    assert from_json(to_json(made.document)) == made.document


def test_fields_at_their_default_are_left_out() -> None:
    assert to_json(Actor("A", "rioters")) == '{"is":"Actor","kind":"rioters","name":"A"}'
