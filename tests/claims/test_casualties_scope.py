import pytest

from onrecord.claims.casualties import find_casualties
from tests.parsing import reading_with_quantities


@pytest.mark.parametrize(
    ("text", "scopes"),
    [
        ("The war has killed at least 170,000 people and emptied half the country.", ["cumulative"]),
        ("A long civil war has killed over half a million people.", ["cumulative"]),
        ("Some 40,000 people have been killed in the conflict, she says.", ["cumulative"]),
        ("Violence has killed 900 people.", ["cumulative"]),
        ("Months of strikes turned the way of the army in the war that has killed 9,000 people.", ["cumulative"]),
        ("She says 400 people have been killed in the war, more than the usual toll of 250.", ["cumulative"] * 2),
        ("A bomb killed five people on Monday in a war that has left 3,000 dead.", ["incident", "cumulative"]),
        ("Shelling since then has killed more than 18,000 villagers.", ["cumulative"]),
        ("The operations have killed almost 900 people in four months.", ["period"]),
        ("More than 200 people have been killed in the district this year.", ["period"]),
        ("Some 27 people have been killed during the same period.", ["period"]),
        ("Twelve men were killed in four separate attacks.", ["period"]),
        ("The strike has killed 22 people.", ["incident"]),
        ("Three years later a bomb killed 22 people.", ["incident"]),
        ("Fighting killed 12 people on Monday.", ["incident"]),
        ("Rebels killed six soldiers in the latest attack of the insurgency.", ["incident"]),
        ("Two soldiers were killed in the war on Monday.", ["incident"]),
    ],
)
def test_what_a_war_has_cost_is_no_incidents_toll(text: str, scopes: list[str]) -> None:
    found = [c.figure.scope for c in find_casualties(reading_with_quantities(text)) if c.status == "killed"]
    assert found == scopes
