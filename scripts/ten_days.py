"""The examples of docs/ledger.md, run: six reports added on the days they were published, then asked."""

import json
import re
import shlex
import tempfile
from pathlib import Path
from typing import Final

from typer.testing import CliRunner

from onrecord.cli.main import app

REPORTS: Final = Path(__file__).resolve().parent.parent / "examples" / "ten_days" / "reports.jsonl"
# A block of the page: the command, and in brackets whether its first or its last lines are shown.
BLOCK: Final = re.compile(r"(```text\n\$ onrecord ([^\n]*?)(?: {2,}\(([^\n]*)\))?\n)(.*?)(```)", re.DOTALL)
FIRST_ENDS: Final = "\n\nClaims, sentence by sentence"
LAST_BEGINS: Final = "Perhaps the same as:"


def refreshed(page: str) -> str:
    """The page with what its commands print now."""
    with tempfile.TemporaryDirectory() as folder:
        ledger = Path(folder) / "onrecord.db"
        _fill(ledger)
        return BLOCK.sub(lambda match: match[1] + _printed(match[2], match[3] or "", ledger) + "\n" + match[5], page)


def _fill(ledger: Path) -> None:
    lines = REPORTS.read_text(encoding="utf-8").splitlines()
    for day in sorted({json.loads(line)["published"] for line in lines}):
        file = ledger.with_name(f"{day}.jsonl")
        file.write_text("\n".join(line for line in lines if json.loads(line)["published"] == day), encoding="utf-8")
        _run(["add", str(file), "--ledger", str(ledger)], {"ONRECORD_NOW": f"{day}T12:00:00Z"})


def _printed(command: str, part: str, ledger: Path) -> str:
    whole = _run([*shlex.split(command), "--ledger", str(ledger)], {}).rstrip("\n")
    if part.startswith("its first"):
        return whole.split(FIRST_ENDS)[0]
    return whole[whole.index(LAST_BEGINS) :] if part.startswith("its last") else whole


def _run(arguments: list[str], env: dict[str, str]) -> str:
    done = CliRunner().invoke(app, arguments, env=env)
    if done.exit_code:
        raise RuntimeError(f"onrecord {' '.join(arguments)} failed: {done.output}")
    return done.output
