"""Writes the parts of the docs that are made from the program: the demo's output, the commands, the code lists,
the ledger's examples, the list of decisions.

    python -m scripts.refresh_docs [--check]

With --check nothing is written; exit code 1 where a part is not what it would be now.
"""

import re
import subprocess
import sys
from pathlib import Path
from typing import Any, Final, Literal, get_args, get_origin

import typer

from onrecord.cli.main import app
from onrecord.export.words import code_words
from onrecord.model import codes
from scripts.ten_days import refreshed

ROOT: Final = Path(__file__).resolve().parent.parent
DEMO: Final = ("read", "examples/report.txt", "--published", "2031-03-12", "--outlet", "Estuary Courier")
DEMO_LINES: Final = 44  # the head of the table: enough to see how it is made
BLOCK: Final = re.compile(r"(<!-- demo -->\n```text\n).*?(```\n)", re.DOTALL)
MADE: Final = "<!-- Made by `make docs` from the program; do not edit. -->\n"


def main(arguments: list[str]) -> int:
    """Writes or checks each part."""
    stale = [path for path, text in parts().items() if not path.exists() or path.read_text(encoding="utf-8") != text]
    if "--check" in arguments:
        for path in stale:
            print(f"{path.relative_to(ROOT)} is not what it would be now; run: make docs", file=sys.stderr)
        return int(bool(stale))
    for path in stale:
        path.write_text(parts()[path], encoding="utf-8")
    return 0


def parts() -> dict[Path, str]:
    """Each file with what it should hold."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    return {
        ROOT / "README.md": BLOCK.sub(lambda match: match[1] + demo() + match[2], readme),
        ROOT / "docs" / "commands.md": commands(),
        ROOT / "docs" / "codes.md": code_lists(),
        ROOT / "docs" / "ledger.md": refreshed((ROOT / "docs" / "ledger.md").read_text(encoding="utf-8")),
        ROOT / "docs" / "decisions" / "README.md": decisions(),
    }


def demo() -> str:
    """The head of the demo's table."""
    done = subprocess.run(
        [sys.executable, "-m", "onrecord", *DEMO, "--format", "table"],
        cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    lines = done.stdout.splitlines()
    cut = max((n for n, line in enumerate(lines[:DEMO_LINES]) if not line), default=len(lines))
    return "\n".join([*lines[:cut], "", f"... and {len(lines) - cut} lines more", ""])


def commands() -> str:
    """Every command with its arguments and options."""
    root = typer.main.get_command(app)
    found = "".join(f"\n{part}" for part in describe(root, "onrecord"))
    return f"# Commands\n\n{MADE}{found}"


def describe(command: Any, name: str) -> list[str]:  # noqa: ANN401 - typer's own commands are not exported as types
    """A command and all below it, one section each."""
    rows = [row(parameter) for parameter in command.params if parameter.name != "help"]
    table = "\n| | |\n|---|---|\n" + "".join(rows) if rows else ""
    text = "\n".join(line.strip() for line in (command.help or "").split("\f")[0].strip().splitlines())
    sections = [f"## `{name}`\n\n{text}\n{table}"]
    for key in sorted(getattr(command, "commands", {})):
        sections += describe(command.commands[key], f"{name} {key}")
    return sections


def row(parameter: Any) -> str:  # noqa: ANN401 - as above
    """One argument or option as a row."""
    annotation = parameter.type_descriptor.annotation
    choices = " | ".join(get_args(annotation)) if get_origin(annotation) is Literal else ""
    is_option = parameter.opts[0].startswith("-")
    metavar = "" if getattr(parameter, "is_flag", False) else choices or parameter.metavar or ""
    name = f"{', '.join(parameter.opts)} {metavar}".strip() if is_option else parameter.metavar or parameter.name
    default = (
        f" Default: {parameter.default}." if isinstance(parameter.default, int | str) and parameter.default else ""
    )
    default = "" if getattr(parameter, "is_flag", False) else default
    text = " ".join((getattr(parameter, "help", "") or "").split())
    return _cells(name, f"{text}{default}")


def _cells(first: str, second: str) -> str:
    cells = [cell.replace("|", "\\|") for cell in (f"`{first}`", second)]
    return f"| {' | '.join(cells)} |\n"


def code_lists() -> str:
    """Every code list with its codes, and in plain words where those say more."""
    found = {name: kind for name, kind in vars(codes).items() if get_origin(kind) is Literal}
    lines = ["# Code lists", "", MADE.rstrip(), ""]
    lines += ["Named codes everywhere, never bare numbers; event types follow ACLED's names in snake case."]
    for name, kind in found.items():
        lines += ["", f"## {name}", ""]
        lines += [f"- `{code}`{plain(code)}" for code in get_args(kind)]
    families = (f"- `{kind}`: {family}" for kind, family in codes.FAMILY_OF.items())
    return "\n".join([*lines, "", "## Which family a type is of", "", *families, ""])


def decisions() -> str:
    """The index of the decision notes."""
    notes = sorted(path for path in (ROOT / "docs" / "decisions").glob("*.md") if path.name != "README.md")
    titles = (path.read_text(encoding="utf-8").split("\n")[0].removeprefix("# ") for path in notes)
    rows = "".join(f"- [{title}]({path.name})\n" for title, path in zip(titles, notes, strict=True))
    about = "One note a decision: what, why, and for a dependency who keeps it up and under which license."
    return f"# Decisions\n\n{MADE}\n{about}\n\n{rows}"


def plain(code: str) -> str:
    """What a code is in plain words, where that is more than its name."""
    words = code_words(code)
    return f": {words}" if words != code.replace("_", " ") else ""


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
