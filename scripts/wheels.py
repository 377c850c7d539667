"""Wheels that tables are made from: downloaded for the time of one run, or given by path."""

import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def wheels_of(*distributions: str, given: Sequence[str]) -> Iterator[list[Path]]:
    """The wheels given by path, else the newest one of each distribution, kept until the end of the block."""
    if given:
        yield [Path(path) for path in given]
        return
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "pip", "download", "--no-deps", "--quiet", *distributions]
        subprocess.run(command, cwd=folder, check=True)
        yield [next(Path(folder).glob(f"{name.replace('-', '_')}-*.whl")) for name in distributions]
