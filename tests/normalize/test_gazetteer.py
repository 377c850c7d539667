import pickle
import zipfile
from multiprocessing import get_context
from pathlib import Path

import pytest

from onrecord.errors import GazetteerError
from onrecord.model.document import Document
from onrecord.model.values import Place
from onrecord.normalize.gazetteer import Gazetteer
from onrecord.normalize.gazetteer_add import add_file, remove_added
from onrecord.normalize.gazetteer_build import write_index
from onrecord.normalize.gazetteer_fold import fold, loose
from onrecord.normalize.gazetteer_tables import Row
from onrecord.normalize.places import find_places
from tests.parsing import gazetteer, parse

TEXT = "The village of Zyrqavo in the Kursk region was shelled."


def dump_line(geonameid: int, name: str, alternates: str, lat: float, lon: float) -> str:
    columns = [str(geonameid), name, name, alternates, str(lat), str(lon), "P", "PPL", "RU", "", "41"]
    return "\t".join([*columns, "", "", "", "120", "", "200", "Europe/Moscow", "2024-01-01"]) + "\n"


@pytest.fixture
def own(tmp_path: Path) -> Gazetteer:
    """A gazetteer of one's own, whose built-in index is the shared one."""
    for path in gazetteer().cache.glob("gazetteer-*.sqlite"):
        (tmp_path / path.name).symlink_to(path)
    return Gazetteer(tmp_path)


def place_in(text: str, words: str, known: Gazetteer) -> Place:
    for mention in find_places(Document("d", text, ""), parse(text), known):
        if mention.span.text_in(text) == words and isinstance(mention.value, Place):
            return mention.value
    raise AssertionError(f"no place {words}")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Avdiïvka", "AVDIIVKA"),
        ("Khān Yūnis", "khan yunis"),
        ("Sana'a", "Sanaa"),
        ("Ivano-Frankivsk", "ivano frankivsk"),
    ],
)
def test_fold(left: str, right: str) -> None:
    assert fold(left) == fold(right)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("al-Hasakah", "Hasaka"),
        ("Khan Younis", "Khan Yunis"),
        ("Deir ez-Zor", "Deir al-Zour"),
        ("Aljafara", "Al Jafarah"),
    ],
)
def test_loose(left: str, right: str) -> None:
    assert loose(fold(left)) == loose(fold(right))


def test_other_scripts_have_no_key() -> None:
    assert fold("Київ") == ""


def test_a_village_is_in_its_region_until_a_dump_brings_it(own: Gazetteer, tmp_path: Path) -> None:
    unknown = place_in(TEXT, "Zyrqavo", own)
    assert (unknown.name, unknown.precision, unknown.adm1, unknown.gazetteer_id) == ("Zyrqavo", "adm1", "RU.41", None)
    source = tmp_path / "RU.zip"
    with zipfile.ZipFile(source, "w") as archive:
        archive.writestr("readme.txt", "what the columns are")
        archive.writestr("RU.txt", dump_line(900000001, "Zyrqavo", "Zyrkavo,Зыркаво", 51.2, 34.9))
    assert add_file(source, own.added) == ("ru", 1)
    own.close()
    found = place_in(TEXT, "Zyrqavo", own)
    assert (found.name, found.precision, found.lat, found.lon) == ("Zyrqavo", "exact", 51.2, 34.9)
    assert found.path == ("Zyrqavo", "Kursk Oblast", "Russia")
    assert own.lookup("Zyrkavo")
    assert [name for name, _, _ in own.status()] == ["built-in", "ru"]
    remove_added("ru", own.added)
    own.close()
    assert place_in(TEXT, "Zyrqavo", own).precision == "adm1"
    own.close()


def test_a_csv_of_ones_own(own: Gazetteer, tmp_path: Path) -> None:
    source = tmp_path / "my places.csv"
    source.write_text("name,lat,lon,country,alternates\nQolbari,10.5,20.25,td,Kolbari;Golbari\n", encoding="utf-8")
    assert add_file(source, own.added) == ("my-places", 1)
    (candidate,) = own.lookup("Golbari")
    assert (candidate.name, candidate.country, candidate.lat, candidate.lon) == ("Qolbari", "TD", 10.5, 20.25)
    own.close()


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("bad.csv", "name,lat\nQolbari,10\n"),
        ("bad.csv", "name,lat,lon\nQolbari,north,20\n"),
        ("bad.csv", "name,lat,lon\nQolbari,95,20\n"),
        ("bad.csv", "name,lat,lon\n"),
        ("bad.txt", dump_line(1, "Arlen", "", 1, 2) + "no\tdump\n"),
        ("bad.txt", dump_line(1, "Arlen", "", 1, 2).replace("120", "many")),
    ],
)
def test_a_bad_file_is_refused_whole(tmp_path: Path, name: str, text: str) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    with pytest.raises(GazetteerError):
        add_file(tmp_path / name, tmp_path / "added")
    assert not list((tmp_path / "added").glob("*"))


def test_what_is_not_added_cannot_be_removed(tmp_path: Path) -> None:
    for name in ("nothing", "../nothing"):
        with pytest.raises(GazetteerError):
            remove_added(name, tmp_path)


def test_an_addition_of_another_version_is_named(own: Gazetteer) -> None:
    row = Row(1, "own:1", "Arlen", "city", "TD", None, None, 1.0, 2.0, 0, (("arlen", 0),))
    write_index(own.added / "old.sqlite", iter([row]), {"format": "0"})
    with pytest.raises(GazetteerError, match="old"):
        own.lookup("Arlen")
    own.close()


def test_pickled_and_used_in_another_process() -> None:
    shared = gazetteer()
    assert pickle.loads(pickle.dumps(shared)).lookup("Kyiv")
    with get_context("spawn").Pool(1) as pool:
        (candidates,) = pool.map(shared.lookup, ["Kyiv"])
    assert any(candidate.name == "Kyiv" for candidate in candidates)


def test_units_have_points_and_names() -> None:
    shared = gazetteer()
    assert shared.name_of("RU.41") == "Kursk Oblast"
    unit = shared.unit("PS.GZ")
    assert unit is not None
    assert (unit.country, unit.kind) == ("PS", "adm1")
    assert shared.unit("XX.99") is None
