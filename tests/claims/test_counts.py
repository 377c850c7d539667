import pytest

from onrecord.claims.parts import find_parts
from onrecord.model.values import ThingFigure
from tests.parsing import full_reading


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        (
            "The army said it had shot down nine drones overnight over the border region.",
            [("intercepted", "drones", 9)],
        ),
        ("Air defense units destroyed 14 drones over Arlen.", [("intercepted", "drones", 14)]),
        ("Rebels destroyed 14 houses in Arlen.", [("destroyed", "houses", 14)]),
        ("Rebels fired nine rockets at Arlen.", [("fired", "rockets", 9)]),
    ],
)
def test_things_are_counted_by_what_became_of_them(text: str, counts: list[tuple[str, str, int]]) -> None:
    values = [part.value for part in find_parts(full_reading(text)) if isinstance(part.value, ThingFigure)]
    assert [(value.status, value.what, value.quantity.best) for value in values] == counts
