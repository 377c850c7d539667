import json
import tracemalloc
from datetime import date
from pathlib import Path

import pytest

from onrecord.ingest.document import MAX_BYTES, MAX_CHARS, Defaults
from onrecord.ingest.load import load
from onrecord.model.document import Document, Failure

TEXT = "Two people were hurt in Arlen on Monday, the mayor said."
NONE = Defaults()


def load_one(path: Path, defaults: Defaults = NONE) -> Document | Failure:
    (item,) = load([str(path)], defaults)
    return item


def load_bytes(folder: Path, data: bytes, name: str = "report.txt") -> Document | Failure:
    path = folder / name
    path.write_bytes(data)
    return load_one(path)


def rows(folder: Path, *lines: str | bytes) -> list[Document | Failure]:
    path = folder / "reports.jsonl"
    path.write_bytes(b"\n".join(line if isinstance(line, bytes) else line.encode() for line in lines))
    return list(load([str(path)], NONE))


def reason(item: Document | Failure) -> str:
    assert isinstance(item, Failure), item
    return f"{item.stage}: {item.reason} ({item.origin})"


def test_a_text_keeps_its_characters_but_for_line_ends(tmp_path: Path) -> None:
    item = load_bytes(tmp_path, "\ufeffOne\r\ntwo\rthree\u200b\u202e\x07 four of the café".encode())
    assert isinstance(item, Document)
    assert item.text == "One\ntwo\nthree\u200b\u202e\x07 four of the café"


def test_what_the_user_says_goes_with_texts(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text(TEXT, encoding="utf-8")
    item = load_one(path, Defaults(date(2024, 1, 9), "Arlen Courier"))
    assert isinstance(item, Document)
    assert (item.published, item.outlet, item.lang) == (date(2024, 1, 9), "Arlen Courier", "en")


def test_missing_empty_and_binary_files_are_told(tmp_path: Path) -> None:
    assert "no such file" in reason(load_one(tmp_path / "nothing.txt"))
    assert "input: It is empty" in reason(load_bytes(tmp_path, b""))
    assert "input: It is empty" in reason(load_bytes(tmp_path, b" \n\n "))
    assert "encoding: It is a PDF" in reason(load_bytes(tmp_path, b"%PDF-1.7"))
    assert "input: It is empty" in reason(load_bytes(tmp_path, b"", "reports.jsonl"))


def test_an_assumed_encoding_is_noted(tmp_path: Path) -> None:
    item = load_bytes(tmp_path, "The café was hit.".encode("cp1252"))
    assert isinstance(item, Document)
    assert "Windows-1252" in item.notes[0]


def test_a_text_in_another_language_is_set_aside(tmp_path: Path) -> None:
    french = "Trois personnes ont été tuées lundi dans une frappe sur le marché de la ville, a dit le maire. " * 5
    assert "language: The text is in French" in reason(load_bytes(tmp_path, french.encode()))


def test_a_text_that_is_too_long_is_told_with_its_size(tmp_path: Path) -> None:
    assert f"one document may have {MAX_CHARS:,}" in reason(
        load_bytes(tmp_path, b"Two of the men. " * (MAX_CHARS // 15))
    )


def test_fifty_megabytes_are_answered_in_little_memory(tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    path.write_bytes(b"Two of the men were hurt in the town.\n" * 1_400_000)
    tracemalloc.start()
    assert "53,200,000 bytes" in reason(load_one(path))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 4 * MAX_BYTES


def test_a_folder_is_read_sorted_and_deep(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    for name in ("b/2.txt", "a.txt", "b/1.txt"):
        (tmp_path / name).write_text(f"{name}: {TEXT}", encoding="utf-8")
    (tmp_path / "photo.jpg").write_bytes(b"\xff\xd8\xff")
    (tmp_path / ".hidden.txt").write_text(TEXT, encoding="utf-8")
    found = [item.text[:7] for item in load([str(tmp_path)], NONE) if isinstance(item, Document)]
    assert found == ["a.txt: ", "b/1.txt", "b/2.txt"]


def test_an_empty_folder_is_told(tmp_path: Path) -> None:
    assert "holds nothing to read" in reason(load_one(tmp_path))


def test_a_row_carries_its_facts_and_other_keys_are_ignored(tmp_path: Path) -> None:
    row = {"id": 7, "text": TEXT, "published": "2024-01-09", "outlet": "Courier", "url": "u", "title": "t", "gold": {}}
    (item,) = rows(tmp_path, json.dumps(row))
    assert isinstance(item, Document)
    assert (item.id, item.outlet, item.url, item.title) == ("7", "Courier", "u", "t")
    assert item.published == date(2024, 1, 9)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("{broken", "json: The line is not JSON"),
        ("[1, 2]", "json: The line is JSON, but not an object"),
        ('{"title": "no text"}', "json: The document lacks “text”"),
        ('{"text": 5}', "json: “text” is not a text"),
        ('{"text": null}', "json: “text” is not a text"),
        ('{"text": "The men", "outlet": ["a"]}', "json: “outlet” is not a text"),
        ('{"text": "The men", "id": {}}', "json: “id” is not a text"),
        ('{"text": " "}', "input: It is empty"),
        ("[" * 100_000, "json: "),
        (b"\x00\x01\x02\x03\x04", "encoding: It is a binary file"),
        (b'{"text": "' + b"a" * (MAX_BYTES + 50) + b'"}', "bytes; one document may have"),
    ],
    ids=lambda value: str(value[:24]),
)
def test_a_bad_line_is_told_with_its_number_and_the_others_go_on(tmp_path: Path, line: str | bytes, told: str) -> None:
    good = json.dumps({"text": TEXT})
    first, bad, last = rows(tmp_path, good, line, good)
    assert isinstance(first, Document)
    assert isinstance(last, Document)
    assert told in reason(bad)
    assert "line 2" in reason(bad)


def test_a_date_that_is_none_fails_alone(tmp_path: Path) -> None:
    (item,) = rows(tmp_path, json.dumps({"text": TEXT, "published": "soon"}))
    assert isinstance(item, Document)
    assert item.published is None
    assert [failure.stage for failure in item.failures] == ["date"]


def test_a_month_is_noted_and_nothing_fails(tmp_path: Path) -> None:
    (item,) = rows(tmp_path, json.dumps({"text": TEXT, "published": "2003-07"}))
    assert isinstance(item, Document)
    assert (item.published, item.failures) == (None, ())
    assert "2003-07" in item.notes[0]


def test_standard_input_is_told_apart(tmp_path: Path) -> None:
    line = json.dumps({"id": "a", "text": TEXT}).encode()
    page = f"<!doctype html><html><body><article><p>{TEXT * 5}</p></article></body></html>".encode()
    for data, count in ((TEXT.encode(), 1), (line + b"\n" + line, 2), (page, 1)):
        path = tmp_path / "input"
        path.write_bytes(data)
        with path.open("rb") as opened:
            items = list(load(["-"], NONE, opened))
        assert len(items) == count
        assert all(isinstance(item, Document) and TEXT in item.text for item in items)
