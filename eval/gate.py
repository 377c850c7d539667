"""The gate: no slot may score below its floor, and the gold may not change unseen.

python eval/gate.py                                   check
python eval/gate.py --update                          raise the floors to today's scores; refuses to lower one
python eval/gate.py --update --allow-regression       lower them too: say why in the commit
"""

import argparse
import hashlib
import json
import math
import sys
from pathlib import Path
from typing import Any, Final

HERE: Final = Path(__file__).resolve().parent
GOLD: Final = HERE / "gold" / "reports.jsonl"
FLOORS: Final = HERE / "floors.json"
DIGITS: Final = 1000  # floors are kept to three digits, rounded down


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--update", action="store_true", help="raise the floors to today's scores")
    parser.add_argument("--allow-regression", action="store_true", help="with --update: lower floors too")
    arguments = parser.parse_args()
    floors = json.loads(FLOORS.read_text(encoding="utf-8"))
    sha256 = hashlib.sha256(GOLD.read_bytes()).hexdigest()
    scores = measure()
    if arguments.update:
        return update(floors, sha256, scores, allow_regression=arguments.allow_regression)
    problems = check(floors, sha256, scores)
    print("\n".join(problems) or f"gate: {len(floors['floors'])} floors hold")
    return int(bool(problems))


def measure() -> dict[str, float]:
    """F1 of each slot, precision of tolls, and exact tolls (recall), rounded down to three digits."""
    from onrecord.evaluate.run import evaluate

    scores = {}
    for slot in evaluate(GOLD).scores():
        scores[f"{slot.slot} f1"] = slot.f1
        if slot.slot in ("incident", "toll"):
            scores |= {f"{slot.slot} precision": slot.precision, f"{slot.slot} recall": slot.recall}
    return {name: math.floor(score * DIGITS) / DIGITS for name, score in scores.items()}


def check(floors: dict[str, Any], sha256: str, scores: dict[str, float]) -> list[str]:
    """What is wrong, as sentences: a changed gold, a slot below its floor, a slot that is no longer measured."""
    problems = []
    if floors["gold_sha256"] != sha256:
        problems.append("gate: the gold has changed; run `python eval/gate.py --update` and commit eval/floors.json")
    for name, floor in floors["floors"].items():
        score = scores.get(name)
        if score is None:
            problems.append(f"gate: {name} is no longer measured")
        elif score < floor:
            problems.append(f"gate: {name} is {score:.3f}, below its floor of {floor:.3f}")
    return problems


def update(floors: dict[str, Any], sha256: str, scores: dict[str, float], *, allow_regression: bool) -> int:
    """Writes today's scores as floors; refuses (1) where one would fall, unless allowed."""
    fallen = [name for name, floor in floors["floors"].items() if scores.get(name, 0.0) < floor]
    if fallen and not allow_regression:
        print("gate: not updated, these would fall (see --allow-regression): " + ", ".join(fallen))
        return 1
    written = {"gold_sha256": sha256, "floors": dict(sorted(scores.items()))}
    FLOORS.write_text(json.dumps(written, indent=2) + "\n", encoding="utf-8")
    print(f"gate: {len(scores)} floors written to {FLOORS.name}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
