import pytest

from onrecord.model.document import Document
from onrecord.model.values import Place
from onrecord.normalize.actors import find_actors
from onrecord.normalize.places import find_places
from onrecord.normalize.places_country import country_told, evidence_of, guess_country
from onrecord.normalize.places_hints import actor_hints, country_votes, hints_in, homes, outlet_hints, told_once
from tests.parsing import gazetteer, parse


def told(text: str, url: str | None = None) -> Place | None:
    document, sentences = Document("d", text, "", url=url), parse(text)
    actors = find_actors(sentences)
    places = find_places(document, sentences, gazetteer(), actors)
    mention = country_told(document, places, actors, gazetteer(), sentences)
    return mention.value if mention and isinstance(mention.value, Place) else None


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Supporters of the Orange Democratic Movement clashed with police.", "KE"),
        ("Two jawans were hurt by a grenade.", "IN"),
        ("The gunmen fled with 5,000 hryvnias.", "UA"),
        ("Members of the Verkhovna Rada were attacked.", "UA"),
        ("Zambian police fired on a crowd.", "ZM"),
        ("Gunmen killed two Zambian tourists.", None),
        ("Gunmen killed two people.", None),
        ("Gunmen killed a Zambian aid worker.", None),
        ("Zambian raiders killed two Malawian fishermen.", "MW"),
        ("Troops of Zambia and Malawi exchanged fire.", None),
        ("The fighting was near the Zambian border.", None),
        ("Zambian soldiers freed two men across the border into Malawi.", "ZM"),
        ("Raiders from Zambia killed a Malawian teacher.", "MW"),
        ("Raiders from Malawi killed a Zambian teacher.", "ZM"),
        ("Two Zambian soldiers were killed when Malawian soldiers ambushed their convoy.", "ZM"),
        ("Two Malawian soldiers were killed when Zambian soldiers ambushed their convoy.", "MW"),
        ("The army of Zambia fired at positions of the army of Malawi.", "MW"),
        ("Zambian and Malawian soldiers shot at each other.", None),
        ("Suspected Zambian rebels attacked a Malawian village.", "MW"),
        ("A Zambian naval vessel sank a boat near the border with Malawi.", "ZM"),
        ("Two defence volunteers were shot.", "TH"),
    ],
)
def test_the_country_that_a_report_speaks_of(text: str, country: str | None) -> None:
    place = told(text)
    assert (place.country if place else None) == country
    assert place is None or (place.inferred and place.precision == "country")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("MFDC fighters shot two men.", "Ziguinchor"),
        ("OSCE SMM monitors heard two shots.", "Donbas"),
        ("MFDC fighters shot two men on a road in Gambia.", None),
    ],
)
def test_the_home_of_a_group(text: str, name: str | None) -> None:
    place = told(text)
    assert (place.name if place and place.precision != "country" else None) == name


def test_every_home_is_a_unit_or_a_region_of_one_country() -> None:
    for words, home in homes().items():
        found = gazetteer().unit(home) or next((c for c in gazetteer().lookup(home) if c.kind == "region"), None)
        assert found is not None, words
        assert found.country, words


def test_a_group_in_two_lists_speaks_once() -> None:
    text = "Fighters of the MFDC came, and M23 fighters too."
    sentences = parse(text)
    votes = country_votes(told_once(hints_in(text), actor_hints(text, find_actors(sentences))))
    assert max(votes.values()) <= 1.0


def test_the_score_keeps_its_reasons() -> None:
    text = "Two jawans were hurt in a village under a tehsil office."
    guess = guess_country(evidence_of(Document("d", text, ""), (), ()))
    assert guess is not None
    assert (guess.country, guess.score) == ("IN", 1.5)
    assert [reason.words for reason in guess.reasons] == ["jawans", "tehsil"]


@pytest.mark.parametrize(
    ("url", "outlet", "countries"),
    [
        ("https://www.example.co.ke/news/1", None, [("KE",)]),
        ("https://www.example.co.uk/news/1", None, [("GB",)]),
        ("https://example.tv/news/1", None, []),
        ("https://example.com/1", "The Zambia Courier", [("ZM",)]),
        (None, "The Courier", []),
    ],
)
def test_the_country_of_an_outlet(url: str | None, outlet: str | None, countries: list[tuple[str, ...]]) -> None:
    document = Document("d", "", "", url=url, outlet=outlet)
    assert [one.countries for one in outlet_hints(document)] == countries


def test_the_outlet_decides_among_namesakes() -> None:
    text = "Two people were shot in Tripoli on Monday."
    found = [
        find_places(Document("d", text, "", url=f"https://news.example.{domain}/1"), parse(text), gazetteer())[0].value
        for domain in ("ly", "lb")
    ]
    assert [place.country for place in found if isinstance(place, Place)] == ["LY", "LB"]


def test_an_acronym_is_in_capitals() -> None:
    assert [hint.words for hint in hints_in("The KDF fired; the kdf did not.")] == ["KDF"]


def test_bodies_that_any_country_may_have_tell_none() -> None:
    text = "The Emergency Service, the Fire Brigade, the Judicial Police and the National Security Agency came."
    assert not list(hints_in(text))
    assert [hint.countries for hint in hints_in("The Gurkha Contingent came.")] == [("SG",)]
