"""Builds the wheel, installs it in an empty folder, and has it read a sentence from there.

Fails where the wheel lacks what the program needs: the lexicon, the templates, the type marker.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SENTENCE = "A drone struck a market in Arlen on Monday, killing at least three people, the mayor said.\n"
QUIET_PIP = (sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet", "--quiet")


def main() -> int:
    """Exit code 0 where the installed wheel reads; else what went wrong goes to standard error."""
    with tempfile.TemporaryDirectory() as folder:
        built, site = Path(folder) / "dist", Path(folder) / "site"
        run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(built), cwd=ROOT)
        wheel = next(built.glob("*.whl"))
        run(*QUIET_PIP, "install", "--no-deps", "--no-index", "--target", str(site), str(wheel), cwd=folder)
        where = run(sys.executable, "-c", "import onrecord; print(onrecord.__file__)", cwd=folder, site=site)
        assert Path(where.strip()).is_relative_to(site), f"read {where} instead of the wheel"
        lacking = files_of(ROOT / "onrecord") - files_of(site / "onrecord")
        assert not lacking, f"not in the wheel: {sorted(lacking)}"
        (Path(folder) / "report.txt").write_text(SENTENCE, encoding="utf-8")
        read = ("-m", "onrecord", "read", "report.txt", "--format", "jsonl")
        assert '"version"' in run(sys.executable, *read, cwd=folder, site=site)
    return 0


def run(*command: str, cwd: str | Path, site: Path | None = None) -> str:
    """Standard output of a command that must end well; `site` is put first on Python's path."""
    env = {**os.environ, "PYTHONPATH": str(site)} if site else dict(os.environ)
    done = subprocess.run(command, cwd=cwd, env=env, capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"{' '.join(command)}\n{done.stdout}{done.stderr}")
    return done.stdout


def files_of(package: Path) -> set[str]:
    """The files of a package, relative, without caches."""
    found = (path.relative_to(package) for path in package.rglob("*") if path.is_file())
    return {str(path) for path in found if "__pycache__" not in path.parts}


if __name__ == "__main__":
    sys.exit(main())
