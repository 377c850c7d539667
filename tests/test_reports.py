"""Made-up reports, read from end to end: tests/cases/reports.yml."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from onrecord.pipeline import Reader
from tests.reports import make_document, shape_of

PUBLISHED = date(2024, 3, 29)  # a Friday
ROWS = yaml.safe_load((Path(__file__).parent / "cases" / "reports.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["name"])
def test_report(reader: Reader, row: dict[str, Any]) -> None:
    incidents = shape_of(reader.read(make_document(row["text"], row.get("published", PUBLISHED))))["incidents"]
    told = [describe(incident) for incident in incidents]
    for want in row["incidents"]:
        found = next((incident for incident in incidents if meets(incident, want)), None)
        assert found is not None, f"no incident like {want} among {told}"
        incidents.remove(found)
    if "count" in row:
        assert len(told) == row["count"], told


def meets(incident: dict[str, Any], want: dict[str, Any]) -> bool:
    return all(value_of(incident, key, wanted) == wanted for key, wanted in want.items())


def value_of(incident: dict[str, Any], key: str, wanted: object) -> object:
    """What an incident holds for a key of a row; the wanted value itself where one of several matches it."""
    if key == "type":
        return incident["type"]
    if key == "place":
        where = incident["where"] or {"name": None, "text": "", "path": []}
        return wanted if wanted in (where["name"], where["text"], *where["path"]) else where["name"]
    if key == "when":
        return days_of(incident)
    if key == "by":
        return wanted if wanted in [a["country"] for a in incident["attackers"]] else None
    if key == "weapon":
        return wanted if wanted in incident["weapons"] else None
    status, _, group = key.partition("/")
    tolls = [t["best"] for t in incident["tolls"] if (t["status"], t["group"]) == (status, group or "all")]
    return tolls[0] if tolls else None


def days_of(incident: dict[str, Any]) -> object:
    when = incident["when"] or {"earliest": None, "latest": None}
    if when["earliest"] == when["latest"]:
        return when["earliest"] and date.fromisoformat(when["earliest"])
    return f"{when['earliest']}/{when['latest']}"


def describe(incident: dict[str, Any]) -> str:
    return f"{incident['summary']} ({days_of(incident)})"
