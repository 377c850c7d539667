"""Incidents across reports as a table for people and as CSV for other programs."""

import csv
import io
from collections.abc import Iterable, Iterator
from typing import Any, Final

COLUMNS: Final = (
    "id",
    "family",
    "type",
    "earliest",
    "latest",
    "when_precision",
    "place",
    "country",
    "lat",
    "lon",
    "where_precision",
    "attackers",
    "weapons",
    "rule",
    "killed_low",
    "killed_best",
    "killed_high",
    "injured_low",
    "injured_best",
    "injured_high",
    "contested",
    "provisional",
    "reports",
    "outlets",
    "documents",
    "summary",
)
FORMULA_STARTS: Final = ("=", "+", "-", "@", "\t", "\r")  # a spreadsheet would run what begins so


def csv_lines(incidents: Iterable[dict[str, Any]]) -> Iterator[str]:
    """CSV with a header; several values in one cell are parted by "; ". Nothing in it runs as a formula."""
    yield _csv(COLUMNS)
    for incident in incidents:
        row = _row(incident)
        yield _csv([_safe(row[column]) for column in COLUMNS])


def table_lines(incidents: Iterable[dict[str, Any]]) -> Iterator[str]:
    """A line an incident: day, summary with the tolls, how many reports, and the beginning of its id."""
    for incident in incidents:
        marks = " (contested)" if any(toll["contested"] for toll in incident["tolls"]) else ""
        reports = len(incident["documents"])
        told = f"{reports} report{'s' if reports != 1 else ''}"
        tolls = toll_words(incident)
        head = incident["summary"].split(": ")[0]
        yield f"{day_words(incident['when']):<24} {head}{': ' + tolls if tolls else ''}{marks}"
        yield f"{'':<24} {told}, rule {incident['rule']}, id {incident['id']}"


def toll_words(incident: dict[str, Any]) -> str:
    """The roll-up tolls in words: "5 killed (3 to 6), 12 injured"."""
    return ", ".join(_toll(toll) for toll in incident["tolls"] if toll["group"] == "all")


def day_words(when: dict[str, Any] | None) -> str:
    """The days of an incident, as far as they are told."""
    if not when or not (when["earliest"] or when["latest"]):
        return "day not stated"
    first, last = when["earliest"] or "?", when["latest"] or "?"
    return str(first) if first == last else f"{first} to {last}"


def _toll(toll: dict[str, Any]) -> str:
    low, best, high = toll["low"], toll["best"], toll["high"]
    status = toll["status"].replace("_", " ")
    provisional = ", provisional" if toll["provisional"] else ""
    if best is None:
        return f"{low} to {high} {status}{provisional}" if low != high else f"{low} {status}{provisional}"
    spread = f" ({low} to {high})" if low is not None and high is not None and low != high else ""
    return f"{best} {status}{spread}{provisional}"


def _row(incident: dict[str, Any]) -> dict[str, Any]:
    when, where = incident["when"] or {}, incident["where"] or {}
    killed, injured = _all(incident, "killed"), _all(incident, "injured")
    return {
        **{name: incident[name] for name in ("id", "family", "type", "rule", "summary", "outlets")},
        "earliest": when.get("earliest"),
        "latest": when.get("latest"),
        "when_precision": when.get("precision"),
        "place": where.get("name"),
        "country": where.get("country"),
        "lat": where.get("lat"),
        "lon": where.get("lon"),
        "where_precision": where.get("precision"),
        "attackers": "; ".join(attacker["name"] for attacker in incident["attackers"]),
        "weapons": "; ".join(incident["weapons"]),
        **{f"killed_{end}": killed.get(end) for end in ("low", "best", "high")},
        **{f"injured_{end}": injured.get(end) for end in ("low", "best", "high")},
        "contested": any(toll["contested"] for toll in incident["tolls"]),
        "provisional": any(toll["provisional"] for toll in incident["tolls"]),
        "reports": len(incident["documents"]),
        "documents": "; ".join(incident["documents"]),
    }


def _all(incident: dict[str, Any], status: str) -> dict[str, Any]:
    tolls = (toll for toll in incident["tolls"] if toll["status"] == status and toll["group"] == "all")
    return next(tolls, {})


def _safe(value: object) -> object:
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA_STARTS) else value


def _csv(row: Iterable[object]) -> str:
    cells = io.StringIO()
    csv.writer(cells, lineterminator="").writerow(row)
    return cells.getvalue()
