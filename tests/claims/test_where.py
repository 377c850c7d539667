import pytest

from onrecord.claims.where import find_where, find_where_nearby
from onrecord.model.values import Place
from tests.parsing import full_reading


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("At least 100 people were wounded by a bomb, the Uruguay-based observatory said.", []),
        ("A bomber who was from Uruguay killed ten people in Windhoek.", ["Windhoek"]),
        ("A bomb killed ten people in Windhoek on Monday.", ["Windhoek"]),
        ("Rockets fired from Uruguay fell on a market in Windhoek and killed two people.", ["Windhoek"]),
        ("A bomb killed ten people in the 1900 block of Windhoek Avenue.", []),
        ("A bomb on Gaborone Street killed ten people in Windhoek.", ["Windhoek"]),
        ("WINDHOEK A bomb killed ten people on Monday.", ["WINDHOEK"]),
        ("WINDHOEK A bomb killed ten people in Gaborone on Monday.", ["Gaborone"]),
        ("Zambia shelled a village in Lilongwe on Monday, killing two.", ["Lilongwe"]),
        ("The shelling of Zelbrun killed two people.", ["Zelbrun"]),
        ("Gunmen killed two people in Zelbrun.", ["Zelbrun"]),
        ("Gunmen killed two people at Zelbrun University.", []),
        ("Rebels from Malawi killed two people.", []),
        ("Gunmen killed two drivers who took aid from Malawi to Zambia in Gaborone.", ["Gaborone"]),
        ("A Windhoek-bound bus was attacked in Gaborone.", ["Gaborone"]),
        ("Gunmen killed two people near the border with Malawi.", []),
        ("Two Bavaria Rifles men were killed in Regensburg.", ["Regensburg"]),
        ("Lappeenranta police killed two people.", []),
        ("A bomb killed two people in Calatayud, Zaragoza.", ["Calatayud"]),
        ("A bomb killed two people in the Zelbrun area of southern Spain (Zaragoza).", ["Zelbrun"]),
        ("A bomb killed two people in Zaragoza, Calatayud and Madrid.", ["Zaragoza"]),
        ("Troops shelled Zelbrun in Uusimaa on Monday, killing two.", ["Zelbrun"]),
        ("Troops attacked Zelbrun in Uusimaa on Monday, killing two.", ["Uusimaa"]),
        ("A bomb killed two people at Calatayud's old market in Aragon.", ["Calatayud"]),
        ("A bomb killed two people in the Baltic Sea port city of Kotka.", ["Kotka"]),
        ("A bomb killed two people in the Baltic Sea port city.", []),
        ("A bomb killed two people in the town of Imatra bordering Russia.", ["Imatra"]),
        ("A bomb killed two people on the Windhoek-Gaborone road in Kasane.", ["Kasane"]),
        ("A bomb killed two people on the Windhoek-Gaborone road.", ["Windhoek"]),
        ("A ship was bombed in the Baltic Sea, killing two people.", ["Baltic Sea"]),
    ],
)
def test_the_scene_of_an_act(text: str, places: list[str]) -> None:
    assert [part.quote.text_in(text) for part in find_where(full_reading(text))] == places


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Lappeenranta police killed two people.", "Lappeenranta"),
        ("Bavaria Rangers killed two people.", "Bavaria"),
        ("A man said in a Bavaria Rangers statement that two people were killed in Windhoek.", "Windhoek"),
        ("Two people were killed. The gunmen fled into Malawi.", None),
        ("Two people were killed. The gunmen came from Malawi.", None),
        ("Two people were killed. The Windhoek-bound bus left Gaborone.", "Gaborone"),
    ],
)
def test_what_stands_for_a_scene_where_no_words_tell_one(text: str, place: str | None) -> None:
    reading = full_reading(text)
    parts = [*find_where(reading), *find_where_nearby(reading, reading.events)]
    first = parts[0].value if parts else None
    assert (first.name if isinstance(first, Place) else None) == place


def test_a_name_in_no_gazetteer_lies_where_the_group_is_at_home() -> None:
    (part,) = find_where(full_reading("MFDC fighters shot two men in Zelbrun."))
    assert isinstance(part.value, Place)
    assert (part.value.path, part.value.precision) == (("Zelbrun", "Ziguinchor", "Senegal"), "adm1")
    assert part.value.inferred


def test_a_name_in_no_gazetteer_takes_the_country_of_the_report() -> None:
    text = "Two jawans were killed when gunmen opened fire in Zelbrun."
    (part,) = find_where(full_reading(text))
    assert isinstance(part.value, Place)
    assert (part.value.name, part.value.country, part.value.precision) == ("Zelbrun", "IN", "country")
    assert part.value.inferred
    assert part.value.gazetteer_id is None
