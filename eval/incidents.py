"""Scores linking, tolls and revisions on the gold of incidents: python -m eval.incidents [--misses N]."""

import argparse
import json
import tempfile
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
    """Precision, recall and F1, each document counting once."""
    home = {document: cluster for cluster in want for document in cluster}
    found = {document: cluster for cluster in got for document in cluster}
    precision = recall = 0.0
    for document, mine in home.items():
        said = found.get(document, {document})
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


def score(got: list[dict[str, Any]]) -> tuple[dict[str, float], list[str]]:
    """The figures, and each miss as a line."""
    gold = [json.loads(line) for line in (FOLDER / "incidents.jsonl").read_text(encoding="utf-8").splitlines()]
    p, r, f1 = b_cubed([set(one["documents"]) for one in gold], [set(one["documents"]) for one in got])
    tolls = kinds = 0
    misses: list[str] = []
    for want in gold:
        found = max(got, key=lambda one: len(set(one["documents"]) & set(want["documents"])))
        toll = next((t for t in found["tolls"] if t["status"] == "killed" and t["group"] == "all"), None)
        figures = [toll["low"], toll["best"], toll["high"]] if toll else None
        told = [s["kind"] for s in found["course"] if s["status"] == "killed" and s["group"] == "all"]
        told = [kind for kind in told if kind != "contested"]
        tolls += figures == want["toll"]
        kinds += told == want["kinds"]
        if figures != want["toll"] or told != want["kinds"] or set(found["documents"]) != set(want["documents"]):
            wanted = f"{want['story']} {want['documents']}: {want['toll']} {want['kinds']}"
            misses.append(f"{wanted} got {figures} {told} {found['documents']}")
    count = len(gold)
    return {"b3 p": p, "b3 r": r, "b3 f1": f1, "tolls": tolls / count, "revisions": kinds / count, "n": count}, misses


def main() -> None:
    """Print the figures as JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--misses", type=int, default=0)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        figures, misses = score(read_ledger(Path(folder) / "gold.db"))
    for miss in misses[: arguments.misses]:
        print(miss)
    print(json.dumps({name: round(value, 4) for name, value in figures.items()}))


if __name__ == "__main__":
    main()
