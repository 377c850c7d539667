"""JSON lines: one document a line, `{"id", "text", "title", "published", "outlet", "url"}`; other keys are ignored."""

import json
from collections.abc import Iterator
from typing import Any, BinaryIO, Final

from onrecord.errors import InputError
from onrecord.ingest.decode import Decoded, decode
from onrecord.ingest.document import MAX_BYTES, Defaults, Fields, failure, make_document, too_long
from onrecord.model.document import Document, Failure

TEXT_FIELDS: Final = ("title", "published", "outlet", "url")


def read_jsonl(lines: BinaryIO, defaults: Defaults, origin: str) -> Iterator[Document | Failure]:
    """The documents of JSON lines, with a failure for each line that holds none; one line in memory at a time."""
    number = 0
    while line := lines.readline(MAX_BYTES + 1):
        number += 1
        where = f"{origin}, line {number}"
        if len(line) > MAX_BYTES:
            yield too_long(len(line) + _skip(lines), where, unit="bytes")
        elif line.strip():
            yield _read_line(line, defaults, where)


def _skip(lines: BinaryIO) -> int:
    """Passes over the rest of a line; how long it was."""
    size = 0
    while chunk := lines.readline(MAX_BYTES):
        size += len(chunk)
        if chunk.endswith(b"\n"):
            break
    return size


def _read_line(line: bytes, defaults: Defaults, origin: str) -> Document | Failure:
    try:
        decoded = decode(line)
        row = json.loads(decoded.text)
    except InputError as error:
        return failure("encoding", error, origin)
    except json.JSONDecodeError as error:
        return failure("json", f"The line is not JSON: {error.msg} at character {error.pos + 1}.", origin)
    except RecursionError:
        return failure("json", "The line is JSON nested too deep.", origin)
    return _read_row(row, decoded, defaults, origin)


def _read_row(row: Any, decoded: Decoded, defaults: Defaults, origin: str) -> Document | Failure:  # noqa: ANN401 - JSON
    if not isinstance(row, dict):
        return failure("json", "The line is JSON, but not an object with a “text”.", origin)
    if "text" not in row:
        return failure("json", "The document lacks “text”.", origin)
    wrong = next((key for key in ("text", *TEXT_FIELDS) if not isinstance(row.get(key), str | None)), None)
    if wrong or row["text"] is None:
        return failure("json", f"“{wrong or 'text'}” is not a text.", origin)
    id = row.get("id")
    if isinstance(id, dict | list | bool):
        return failure("json", "“id” is not a text or a number.", origin)
    fields = Fields(
        id=None if id in (None, "") else str(id),
        title=row.get("title") or None,
        published=row.get("published") or None,
        outlet=row.get("outlet") or None,
        url=row.get("url") or None,
        notes=(decoded.note,) if decoded.note else (),
    )
    return make_document(row["text"], fields, defaults, origin)
