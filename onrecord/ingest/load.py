"""The world to documents: files, folders and standard input, in the order given, one at a time."""

import io
import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO, Final

from onrecord.errors import InputError
from onrecord.ingest.decode import decode
from onrecord.ingest.document import MAX_BYTES, Defaults, Fields, failure, make_document, too_long
from onrecord.ingest.html import looks_like_html, read_html
from onrecord.ingest.jsonl import read_jsonl
from onrecord.model.document import Document, Failure

STANDARD_INPUT: Final = "-"
HEAD_BYTES: Final = 1024  # of standard input, to tell what it is
JSON_SUFFIXES: Final = frozenset({".jsonl", ".ndjson", ".json"})
HTML_SUFFIXES: Final = frozenset({".html", ".htm", ".xhtml"})
TEXT_SUFFIXES: Final = frozenset({".txt", ".text"})
KNOWN_SUFFIXES: Final = JSON_SUFFIXES | HTML_SUFFIXES | TEXT_SUFFIXES


def load(
    inputs: Iterable[str], defaults: Defaults, stdin: io.BufferedReader | None = None
) -> Iterator[Document | Failure]:
    """The documents of the inputs, in their order; a failure for each that cannot be read. Streams."""
    for name in inputs:
        if name == STANDARD_INPUT:
            yield from _load_stream(stdin or sys.stdin.buffer, defaults)
        elif Path(name).is_dir():
            yield from _load_folder(Path(name), defaults)
        else:
            yield from _load_file(Path(name), defaults)


def list_files(folder: Path) -> Iterator[Path]:
    """The files in a folder and all below it that onrecord can read, sorted by path; hidden ones are left out."""
    for here, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if not name.startswith(".") and Path(name).suffix.lower() in KNOWN_SUFFIXES:
                yield Path(here) / name


def _load_folder(folder: Path, defaults: Defaults) -> Iterator[Document | Failure]:
    found = False
    for path in list_files(folder):
        found = True
        yield from _load_file(path, defaults)
    if not found:
        known = ", ".join(sorted(KNOWN_SUFFIXES))
        yield failure("input", f"The folder holds nothing to read ({known}).", str(folder))


def _load_file(path: Path, defaults: Defaults) -> Iterator[Document | Failure]:
    try:
        with path.open("rb") as file:
            if path.suffix.lower() in JSON_SUFFIXES:
                yield from _load_jsonl(file, defaults, str(path))
            else:
                yield _load_one(file, path.suffix.lower() in HTML_SUFFIXES, defaults, str(path))
    except FileNotFoundError:
        yield failure("input", "There is no such file.", str(path))
    except OSError as error:
        yield failure("input", f"It cannot be opened: {error.strerror or error}.", str(path))


def _load_jsonl(file: BinaryIO, defaults: Defaults, origin: str) -> Iterator[Document | Failure]:
    found = False
    for item in read_jsonl(file, defaults, origin):
        found = True
        yield item
    if not found:
        yield failure("input", "It is empty.", origin)


def _load_one(file: BinaryIO, is_html: bool, defaults: Defaults, origin: str) -> Document | Failure:
    """One file as one document."""
    data = file.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        return too_long(len(data) + _count_rest(file), origin, unit="bytes")
    if not data.strip():
        return failure("input", "It is empty.", origin)
    return read_html(data, defaults, origin) if is_html else read_text(data, defaults, origin)


def _count_rest(file: BinaryIO) -> int:
    return sum(len(chunk) for chunk in iter(lambda: file.read(1 << 20), b""))


def read_text(data: bytes, defaults: Defaults, origin: str) -> Document | Failure:
    """A plain text as a document. Line ends become "\\n", as Python reads text; nothing else is changed."""
    try:
        decoded = decode(data)
    except InputError as error:
        return failure("encoding", error, origin)
    text = decoded.text.replace("\r\n", "\n").replace("\r", "\n")
    return make_document(text, Fields(notes=(decoded.note,) if decoded.note else ()), defaults, origin)


def _load_stream(stream: BinaryIO, defaults: Defaults) -> Iterator[Document | Failure]:
    """Standard input: JSON lines where its first character is a brace, a page where it begins as one, else a text."""
    origin = "standard input"
    head = stream.peek(HEAD_BYTES)[:HEAD_BYTES] if isinstance(stream, io.BufferedReader) else b""
    if head.lstrip().startswith(b"{"):
        yield from _load_jsonl(stream, defaults, origin)
    else:
        yield _load_one(stream, looks_like_html(head), defaults, origin)
