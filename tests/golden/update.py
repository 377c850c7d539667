"""Renews the golden records: `python -m tests.golden.update`, then read the difference (`git diff tests/golden`)."""

import json
from pathlib import Path
from typing import Any

from onrecord.ingest.document import Defaults
from onrecord.ingest.load import load
from onrecord.model.document import Document
from onrecord.pipeline import Reader
from tests.reports import shape_of

HERE = Path(__file__).parent


def documents() -> list[Document]:
    return [found for found in load([str(HERE / "reports.jsonl")], Defaults()) if isinstance(found, Document)]


def golden(document: Document) -> Path:
    """The file that holds a document's golden record."""
    return HERE / f"{document.id}.json"


def as_text(shape: dict[str, Any]) -> str:
    return json.dumps(shape, indent=1, ensure_ascii=False) + "\n"


def main() -> None:
    reader = Reader(full=True)
    for document in documents():
        golden(document).write_text(as_text(shape_of(reader.read(document))), encoding="utf-8")


if __name__ == "__main__":
    main()
