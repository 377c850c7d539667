"""`onrecord gazetteer` as people call it."""

import sys
from pathlib import Path

import pytest

from onrecord.cli.main import main
from onrecord.normalize.gazetteer import Gazetteer
from tests.parsing import gazetteer


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for path in gazetteer().cache.glob("gazetteer-*.sqlite"):
        (tmp_path / path.name).symlink_to(path)
    monkeypatch.setenv("ONRECORD_CACHE", str(tmp_path))
    return tmp_path


def run(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> int:
    monkeypatch.setattr(sys, "argv", ["onrecord", "gazetteer", *arguments])
    with pytest.raises(SystemExit) as ended:
        main()
    return int(ended.value.code or 0)


def test_add_look_up_and_remove(
    cache: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    source = cache / "mine.csv"
    source.write_text("name,lat,lon,country\nQolbari,10.5,20.25,TD\n", encoding="utf-8")
    assert run(monkeypatch, "lookup", "Qolbari") == 1
    assert run(monkeypatch, "add", str(source)) == 0
    assert run(monkeypatch, "lookup", "Qolbari", "--explain") == 0
    assert "Qolbari, Chad" in capsys.readouterr().out
    assert run(monkeypatch, "status") == 0
    assert "mine\t1 places" in capsys.readouterr().out
    assert run(monkeypatch, "remove", "mine") == 0
    assert run(monkeypatch, "lookup", "Qolbari") == 1


def test_lookup_explains(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(monkeypatch, "lookup", "Oxford, Mississippi", "--explain", "--limit", "1") == 0
    out = capsys.readouterr().out
    assert "Oxford, Mississippi, United States" in out
    assert "said to lie in it" in out


def test_a_bad_file_is_a_sentence(
    cache: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(monkeypatch, "add", str(cache / "none.csv")) == 2
    assert "There is no file" in capsys.readouterr().err


def test_the_cache_is_the_users(cache: Path) -> None:
    assert Gazetteer(cache).added == cache / "gazetteer-added"
