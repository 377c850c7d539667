"""The house stands: the import contracts hold, and they break where a room imports another."""

import ast
import shutil
import subprocess
import sysconfig
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
LINTER = Path(sysconfig.get_path("scripts")) / "lint-imports"
ROOMS = ("ingest", "read", "normalize", "claims", "link", "store", "export")


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the package that tests may spoil."""
    folder = tmp_path_factory.mktemp("house")
    shutil.copytree(ROOT / "onrecord", folder / "onrecord", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", folder)
    return folder


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([LINTER, "--no-cache"], cwd=folder, capture_output=True, text=True, check=False)


def lint_with(folder: Path, name: str, line: str) -> subprocess.CompletedProcess[str]:
    """The contracts over the copy with one file more in it."""
    spoiled = folder / "onrecord" / name
    spoiled.write_text(f'"""Out of place."""\n\n{line}\n', encoding="utf-8")
    try:
        return lint(folder)
    finally:
        spoiled.unlink()


def test_the_contracts_hold(copy: Path) -> None:
    done = lint(copy)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("link/stray.py", "from onrecord.claims import bind"),
        ("export/stray.py", "from onrecord.ingest import load"),
        ("claims/stray.py", "from onrecord import pipeline"),
        ("model/stray.py", "from onrecord import errors"),
        ("model/stray.py", "import yaml"),
        ("claims/stray.py", "import spacy"),
        ("link/stray.py", "import sqlite3"),
        ("stray.py", "from onrecord import model"),
    ],
    ids=lambda value: value,
)
def test_a_contract_breaks_where_a_line_is_crossed(copy: Path, name: str, line: str) -> None:
    done = lint_with(copy, name, line)
    assert done.returncode != 0
    assert "BROKEN" in done.stdout
    assert "stray" in done.stdout


def test_every_room_is_there() -> None:
    assert all((ROOT / "onrecord" / room / "__init__.py").is_file() for room in ROOMS)


def test_no_file_is_longer_than_can_be_read() -> None:
    lengths = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in (ROOT / "onrecord").rglob("*.py")}
    assert {str(path): lines for path, lines in lengths.items() if lines > 400} == {}


SQL_ROOMS = ("store", "normalize/gazetteer")  # the ledger; the gazetteer's own index
RUNS_SQL = {"execute", "executemany", "executescript"}


def runs_sql(path: Path) -> bool:
    """Whether a file calls what runs SQL."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    calls = (node.func for node in ast.walk(tree) if isinstance(node, ast.Call))
    return any(isinstance(call, ast.Attribute) and call.attr in RUNS_SQL for call in calls)


def test_only_the_store_runs_sql() -> None:
    files = {path.relative_to(ROOT / "onrecord").as_posix(): path for path in (ROOT / "onrecord").rglob("*.py")}
    found = {name for name, path in files.items() if runs_sql(path)}
    assert any(name.startswith("store/") for name in found)
    assert {name for name in found if not name.startswith(SQL_ROOMS)} == set()
