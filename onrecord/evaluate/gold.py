"""Gold: reports and what they put on the record, in the terms of the contract; eval/gold/README.md tells how."""

import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from onrecord.errors import InputError
from onrecord.model.document import Document
from onrecord.model.ids import make_id, text_sha256


@dataclass(frozen=True, slots=True)
class GoldReport:
    """A report and its gold. `optional` are incident types that may be on the record and need not be."""

    document: Document
    style: str
    incidents: tuple[dict[str, Any], ...]
    totals: tuple[dict[str, Any], ...]
    statements: tuple[dict[str, Any], ...]
    voices: tuple[dict[str, Any], ...]
    set_aside: tuple[dict[str, Any], ...]
    optional: frozenset[str] = frozenset()
    sides: tuple[tuple[str, ...], ...] = ()


def read_gold(path: Path) -> list[GoldReport]:
    """The reports of a gold file, one JSON object a line; raises InputError with the line that is wrong."""
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"The gold {path} cannot be read: {error}") from error
    reports = [_report(line, f"{path}:{n}") for n, line in enumerate(lines, 1) if line.strip()]
    if not reports:
        raise InputError(f"The gold {path} holds no report.")
    return reports


def _report(line: str, origin: str) -> GoldReport:
    try:
        row = json.loads(line)
        gold, text = row["gold"], row["text"]
        published = date.fromisoformat(row["published"])
        blocks = {name: tuple(gold.get(name, ())) for name in BLOCKS}
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise InputError(
            f"{origin} is no gold: an object with text, published and gold is wanted ({error!r})."
        ) from error
    identifier = row.get("id") or make_id(None, text)
    document = Document(identifier, text, text_sha256(text), published=published, lang="en")
    optional = frozenset(row.get("optional", ()))
    return GoldReport(
        document, row.get("style", ""), **blocks, optional=optional, sides=tuple(map(tuple, row.get("sides", ())))
    )


BLOCKS = ("incidents", "totals", "statements", "voices", "set_aside")
