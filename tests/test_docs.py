"""The docs say what is there, and what they say to type runs."""

import ast
import inspect
import os
import re
import shlex
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any, Final

import pytest

from onrecord import errors
from onrecord.cli.main import app

ROOT: Final = Path(__file__).resolve().parent.parent
PAGES: Final = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "examples").glob("*.md")])
LINK: Final = re.compile(r"\[[^\]]*\]\(([^)#\s]+)(?:#[^)]*)?\)")
BLOCK: Final = re.compile(r"```(\w+)\n(.*?)```", re.DOTALL)
README: Final = (ROOT / "README.md").read_text(encoding="utf-8")
MAKEFILE: Final = (ROOT / "Makefile").read_text(encoding="utf-8")


def page(name: str) -> str:
    return (ROOT / "docs" / name).read_text(encoding="utf-8")


def typed(text: str) -> list[list[str]]:
    """The commands of a text's console blocks."""
    blocks = (body for kind, body in BLOCK.findall(text) if kind == "console")
    return [shlex.split(line[2:]) for body in blocks for line in body.splitlines() if line.startswith("$ ")]


@pytest.mark.parametrize("path", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_links_lead_somewhere(path: Path) -> None:
    links = [link for link in LINK.findall(path.read_text(encoding="utf-8")) if "://" not in link]
    assert [link for link in links if not (path.parent / link).exists()] == []


def test_every_error_is_documented() -> None:
    found = [name for name, kind in inspect.getmembers(errors, inspect.isclass) if issubclass(kind, Exception)]
    assert [name for name in found if f"`{name}`" not in page("errors.md")] == []
    assert [name for name in found if name not in (errors.__doc__ or "")] == []


def test_every_setting_is_documented() -> None:
    source = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "onrecord").rglob("*.py"))
    names = set(re.findall(r"\bONRECORD_[A-Z_]+[A-Z]\b", source))
    assert {name for name in names if f"`{name}`" not in page("settings.md")} == set()


def dependencies() -> list[str]:
    """The packages that the project asks for itself, in lower case."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    groups = [project["project"]["dependencies"], *project["dependency-groups"].values()]
    return [re.split(r"[<>=!~ ;\[]", line)[0].lower() for group in groups for line in group]


def test_every_dependency_has_a_decision() -> None:
    notes = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "docs/decisions").glob("*.md")).lower()
    assert [name for name in dependencies() if name not in notes] == []


def test_every_dependency_is_locked_and_no_lock_names_a_place() -> None:
    lock = (ROOT / "requirements-dev.lock").read_text(encoding="utf-8")
    assert [name for name in dependencies() if not re.search(rf"^{re.escape(name)}==", lock, re.MULTILINE)] == []
    for name in ("requirements.lock", "requirements-dev.lock"):
        text = (ROOT / name).read_text(encoding="utf-8")
        assert not re.search(r"://|--index|--find-links|file:", text)
        assert len(re.findall(r"^\S+==", text, re.MULTILINE)) <= text.count("--hash=sha256:")


def test_every_make_target_that_is_told_is_there() -> None:
    told = {words[1] for path in PAGES for words in typed(path.read_text(encoding="utf-8")) if words[0] == "make"}
    assert told >= {"demo", "test", "check"}
    assert [target for target in told if not re.search(rf"^{target}:", MAKEFILE, re.MULTILINE)] == []


def test_the_commands_of_the_readme_run(tmp_path: Path) -> None:
    commands = [words for words in typed(README) if words[0] == "onrecord"]
    assert commands
    for words in commands:
        words = [str(tmp_path / word) if word.endswith(".html") else word for word in words]
        done = subprocess.run(
            [sys.executable, "-m", *words], cwd=ROOT, capture_output=True, text=True, check=False, env=os.environ
        )
        assert (done.returncode, done.stderr) == (0, ""), words
        assert done.stdout or (tmp_path / "report.html").stat().st_size


@pytest.mark.parametrize("name", ["README.md", "docs/python.md"])
def test_the_python_of_the_docs_runs(name: str) -> None:
    blocks = [body for kind, body in BLOCK.findall((ROOT / name).read_text(encoding="utf-8")) if kind == "python"]
    assert blocks
    for body in blocks:
        exec(compile(body, name, "exec"), {})


def test_every_command_is_documented() -> None:
    text = page("commands.md")
    groups: list[tuple[str, Any]] = [("onrecord", app)]
    while groups:
        name, group = groups.pop()
        groups += [(f"{name} {below.name}", below.typer_instance) for below in group.registered_groups]
        for command in group.registered_commands:
            called = command.name or command.callback.__name__.replace("_", "-")
            assert f"## `{name} {called}`" in text, "run: make docs"


def public_without_docstring(path: Path) -> list[str]:
    """The public functions of a file that say nothing of themselves; tests, nested ones and methods aside."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    found = [node for node in tree.body if isinstance(node, ast.FunctionDef | ast.ClassDef)]
    return [f"{path.name}: {node.name}" for node in found if node.name[0] != "_" and not ast.get_docstring(node)]


def test_what_is_public_has_a_docstring() -> None:
    assert [lack for path in sorted((ROOT / "onrecord").rglob("*.py")) for lack in public_without_docstring(path)] == []
