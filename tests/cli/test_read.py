"""`onrecord read` as people call it: what goes where, and with which exit code."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from onrecord.cli.main import main

TEXT = "Two people were hurt when a drone struck a market in Vaduz on Monday, the mayor said.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    rows = [json.dumps({"id": "one", "text": TEXT}), "{broken", json.dumps({"id": "two", "text": TEXT})]
    (tmp_path / "b.jsonl").write_text("\n".join(rows), encoding="utf-8")
    return tmp_path


def run(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> int:
    monkeypatch.setattr(sys, "argv", ["onrecord", *arguments])
    with pytest.raises(SystemExit) as ended:
        main()
    return int(ended.value.code or 0)


def test_data_on_standard_output_and_nothing_else(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(monkeypatch, "read", str(folder / "a.txt"), "--published", "2024-03-29", "--outlet", "Vell Radio") == 0
    out, err = capsys.readouterr()
    (line,) = out.splitlines()
    document = json.loads(line)["document"]
    assert (document["published"], document["outlet"]) == ("2024-03-29", "Vell Radio")
    assert err == ""


def test_in_a_batch_the_others_go_on_and_the_summary_counts(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(monkeypatch, "read", str(folder), str(folder / "none.txt")) == 1
    out, err = capsys.readouterr()
    records = [json.loads(line) for line in out.splitlines()]
    assert [len(record["failures"]) for record in records] == [0, 0, 1, 0, 1]
    assert "b.jsonl, line 2: The line is not JSON" in err
    assert "2 of 5 documents could not be read; failures by stage: input 1, json 1." in err


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["read", "a.txt", "--published", "2024-02-30"], "no such day"),
        (["read", "a.txt", "--published", "2024-02"], "needs a day"),
        (["read", "a.txt", "--published", "soon"], "is not a date"),
        (["read", "a.txt", "-o", "."], "is a folder"),
        (["read", "a.txt", "-o", "no/such/folder/x.json"], "cannot be written"),
        (["read"], "Missing argument"),
        (["read", "a.txt", "--format", "pdf"], "pdf"),
        (["read", "a.txt", "--colour"], "--colour"),
        (["reed"], "reed"),
    ],
    ids=str,
)
def test_wrong_use_is_exit_code_2(
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    arguments: list[str],
    told: str,
) -> None:
    monkeypatch.chdir(folder)
    assert run(monkeypatch, *arguments) == 2
    out, err = capsys.readouterr()
    assert told in err
    assert out == ""
    assert "Traceback" not in err


@pytest.mark.parametrize(
    ("name", "start"),
    [("x.json", "{"), ("x.jsonl", '{"version"'), ("x.html", "<!doctype"), ("x.txt", "Two"), ("x", '{"version"')],
)
def test_the_name_of_the_output_tells_the_format(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], name: str, start: str
) -> None:
    assert run(monkeypatch, "read", str(folder / "a.txt"), "-o", str(folder / name)) == 0
    assert (folder / name).read_text(encoding="utf-8").startswith(start)
    assert capsys.readouterr().out == ""
    assert not list(folder.glob(".*"))


def test_a_run_that_breaks_leaves_the_old_file(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = folder / "x.jsonl"
    out.write_text("old", encoding="utf-8")
    monkeypatch.setenv("ONRECORD_MODEL", "no_such_model")
    assert run(monkeypatch, "read", str(folder / "a.txt"), "-o", str(out)) == 2
    assert out.read_text(encoding="utf-8") == "old"
    assert not list(folder.glob(".*"))


def test_the_schema_is_printed(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(monkeypatch, "schema") == 0
    assert json.loads(capsys.readouterr().out)["title"] == "onrecord record, version 1"


def command(*arguments: str, given: str = "") -> subprocess.CompletedProcess[str]:
    words = (sys.executable, "-m", "onrecord", *arguments)
    return subprocess.run(words, input=given, capture_output=True, text=True, check=False)


def test_standard_input_and_the_table() -> None:
    done = command("read", "-", "--format", "table", given=TEXT)
    assert (done.returncode, done.stderr) == (0, "")
    assert "Vaduz" in done.stdout


def test_a_date_that_is_none_is_told_and_the_text_is_read(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    row = folder / "dated.jsonl"
    row.write_text(json.dumps({"id": "d", "text": TEXT, "published": "last Wed"}), encoding="utf-8")
    assert run(monkeypatch, "read", str(row)) == 0
    out, err = capsys.readouterr()
    record = json.loads(out)
    assert record["incidents"]
    assert [failure["stage"] for failure in record["failures"]] == ["date"]
    assert "0 of 1 documents could not be read; failures by stage: date 1." in err


def test_help_loads_nothing_heavy() -> None:
    assert "read" in command("--help").stdout
    heavy = "{'spacy', 'pydantic', 'yaml', 'jinja2', 'trafilatura'}"
    code = f"import sys, onrecord, onrecord.cli.main; print({heavy} & set(sys.modules))"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "set()\n"
