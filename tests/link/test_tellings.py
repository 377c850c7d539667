from datetime import date

from onrecord.link.tellings import days_meet, places_meet
from onrecord.model.codes import PlacePrecision
from onrecord.model.values import Interval, Place


def days(first: int | None, last: int | None) -> Interval:
    earliest, latest = (None if day is None else date(2024, 3, day) for day in (first, last))
    return Interval(earliest, latest, "days")


def place(
    name: str, *path: str, country: str = "NO", adm1: str | None = None, precision: PlacePrecision = "exact"
) -> Place:
    return Place(name, path or (name,), country, None, None, None, precision, None, adm1)


def test_days_meet_where_they_share_one() -> None:
    assert days_meet(days(1, 4), days(4, 6))
    assert not days_meet(days(1, 3), days(4, 6))


def test_an_open_end_reaches_for_ever() -> None:
    assert days_meet(days(1, None), days(20, 21))
    assert days_meet(days(None, None), days(20, 21))


def test_a_region_meets_what_lies_in_it() -> None:
    region = place("Nordland", adm1="NO.09", precision="adm1")
    assert places_meet(region, place("Narvik", "Narvik", "Nordland", adm1="NO.09"))
    assert not places_meet(region, place("Alta", "Alta", "Finnmark", adm1="NO.20"))


def test_two_towns_of_one_region_are_two_places() -> None:
    assert not places_meet(place("Narvik", adm1="NO.09"), place("Bodø", adm1="NO.09"))


def test_places_in_two_countries_do_not_meet() -> None:
    assert not places_meet(place("Narvik"), place("Narvik", country="SE"))
