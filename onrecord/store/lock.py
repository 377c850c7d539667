"""The lock of the ledger's one writer: a file beside it, which the system lets go of when the program ends."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Final

from onrecord.errors import LedgerError

LOCKED_BYTE: Final = 1 << 30  # far behind what is written, since Windows keeps others from reading a locked byte

if sys.platform == "win32":
    import msvcrt

    def _hold(file: IO[str]) -> None:
        """Lock the file until it is closed; raises OSError where another program holds it."""
        file.seek(LOCKED_BYTE)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        file.seek(0)

else:
    import fcntl

    def _hold(file: IO[str]) -> None:
        """Lock the file until it is closed; raises OSError where another program holds it."""
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


@contextmanager
def writer_lock(path: Path) -> Iterator[None]:
    """Hold the ledger's lock file, so that there is one writer.

    Raises LedgerError at once where another program holds it.
    """
    with _open_lock(path) as file:
        try:
            _hold(file)
        except OSError as error:
            raise LedgerError(
                f"The ledger {path} is being written by another program (process {_holder(path)}). "
                "Wait until it has ended, or stop it; a stopped `add` loses nothing that it had reported."
            ) from error
        file.truncate(0)
        file.write(str(os.getpid()))
        file.flush()
        yield


def _open_lock(path: Path) -> IO[str]:
    lock = path.with_name(path.name + ".lock")
    try:
        return lock.open("a", encoding="utf-8")
    except OSError as error:
        raise LedgerError(
            f"The ledger {path} cannot be written: {lock.name} cannot be made beside it ({error.strerror}). "
            "Check that the folder exists and that you may write in it."
        ) from error


def _holder(path: Path) -> str:
    return path.with_name(path.name + ".lock").read_text(encoding="utf-8").strip() or "unknown"
