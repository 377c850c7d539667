"""Scores linking, tolls and revisions on the gold of incidents: python -m eval.incidents [--misses N]."""

import argparse
import json
import tempfile
from collections import Counter
from pathlib import Path
from typing import Any, Final

from onrecord.ingest.document import Defaults
from onrecord.ingest.load import load
from onrecord.ledger.adding import add_documents
from onrecord.ledger.asking import Question, open_view
from onrecord.ledger.version import reader_version
from onrecord.pipeline import Reader
from onrecord.store.ledger import Ledger

FOLDER: Final = Path(__file__).parent / "gold" / "incidents"
NOW: Final = "2031-12-31T00:00:00Z"


def b_cubed(want: list[set[str]], got: list[set[str]]) -> tuple[float, float, float]:
    """Precision, recall and F1, each document of `want` counting once; one that leads with two is with both's."""
    home = {document: cluster for cluster in want for document in cluster}
    found: dict[str, set[str]] = {}
    for cluster in got:
        for document in cluster:
            found[document] = found.get(document, set()) | cluster
    precision = recall = 0.0
    for document, mine in home.items():
        said = found.get(document, {document}) & home.keys()
        precision += len(said & mine) / len(said)
        recall += len(said & mine) / len(mine)
    precision, recall = precision / len(home), recall / len(home)
    return precision, recall, 2 * precision * recall / (precision + recall)


def read_ledger(path: Path) -> list[dict[str, Any]]:
    """The incidents of the gold's reports, read by the real reader."""
    reader = Reader()
    with Ledger(path, NOW) as ledger:
        documents = load([str(FOLDER / "reports.jsonl")], Defaults())
        for _ in add_documents(ledger, documents, reader.read_many, reader_version(reader.settings, "eval")):
            pass
    with open_view(path) as view:
        return list(view.incidents(Question()))


def score(got: list[dict[str, Any]], half: str | None = None) -> tuple[dict[str, float], list[str]]:
    """The figures of a half of the gold, or of the whole, and each miss as a line."""
    gold = [one for one in read_gold() if half in (None, one["half"])]
    p, r, f1 = b_cubed([set(one["documents"]) for one in gold], [set(one["documents"]) for one in got])
    right: Counter[str] = Counter()
    misses: list[str] = []
    for want in gold:
        found = max(got, key=lambda one: len(set(one["documents"]) & set(want["documents"])))
        told = {status: told_of(found, status) for status in sorted({"killed", *want["tolls"]})}
        wanted = {status: want["tolls"].get(status) for status in told}
        tolls = {status: (figures(told[status]), figures(wanted[status])) for status in told}
        kinds = {status: (revisions(told[status]), revisions(wanted[status])) for status in told}
        right["tolls"] += all(has == wants for has, wants in tolls.values())
        right["revisions"] += all(has == wants for has, wants in kinds.values())
        if told != wanted or set(found["documents"]) != set(want["documents"]):
            misses.append(f"{want['story']} {want['documents']}: {wanted} got {told} {found['documents']}")
    count = len(gold)
    measured = {name: right[name] / count for name in ("tolls", "revisions")}
    return {"b3 p": p, "b3 r": r, "b3 f1": f1, **measured, "n": count}, misses


def read_gold() -> list[dict[str, Any]]:
    """The happenings of the gold, with the documents that tell them and the tolls that must come of them."""
    return [json.loads(line) for line in (FOLDER / "incidents.jsonl").read_text(encoding="utf-8").splitlines()]


def told_of(incident: dict[str, Any], status: str) -> dict[str, Any] | None:
    """The toll of a status that an incident has, and the kinds of its revisions, as the gold words them."""
    toll = next((t for t in incident["tolls"] if t["status"] == status and t["group"] == "all"), None)
    steps = [s["kind"] for s in incident["course"] if s["status"] == status and s["group"] == "all"]
    kinds = [kind for kind in steps if kind != "contested"]
    return {"figures": [toll["low"], toll["best"], toll["high"]], "kinds": kinds} if toll else None


def figures(told: dict[str, Any] | None) -> list[int | None]:
    """Low, best and high; a toll that is not told is no dead."""
    return told["figures"] if told else [0, 0, 0]


def revisions(told: dict[str, Any] | None) -> list[str]:
    """The kinds of revision; a toll that is nothing but none told is none."""
    return told["kinds"] if told and told["figures"] != [0, 0, 0] else []


def main() -> None:
    """Print the figures as JSON, of the whole and of each half."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--misses", type=int, default=0)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        got = read_ledger(Path(folder) / "gold.db")
    for miss in score(got)[1][: arguments.misses]:
        print(miss)
    for half in (None, "fit", "check"):
        measured, _ = score(got, half)
        print(json.dumps({"half": half or "all", **{name: round(value, 4) for name, value in measured.items()}}))


if __name__ == "__main__":
    main()
