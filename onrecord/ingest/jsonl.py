"""JSON lines: one document a line."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from onrecord.model.document import Document
from onrecord.model.ids import make_id, text_sha256


def read_jsonl(path: Path) -> Iterator[Document]:
    """The documents of a JSONL file: `id`, `text`, and optional `title`, `published`, `outlet`, `url`."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                row = json.loads(line)
                published = row.get("published") or ""
                day = date.fromisoformat(published) if len(published) == 10 else None
                text = row["text"]
                yield Document(
                    id=row.get("id") or make_id(row.get("url"), text),
                    text=text,
                    sha256=text_sha256(text),
                    url=row.get("url"),
                    outlet=row.get("outlet"),
                    title=row.get("title"),
                    published=day,
                    lang="en",
                )


def read_text(path: Path, published: date | None) -> Document:
    """A text file as one document."""
    text = path.read_text(encoding="utf-8")
    return Document(make_id(None, text), text, text_sha256(text), published=published, lang="en")
