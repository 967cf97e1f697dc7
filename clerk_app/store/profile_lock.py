"""One window for each till: the system's own lock on a file, which is gone with its program, however that ended."""

import os
import sys
from pathlib import Path
from typing import Final

from clerk_app.settings import make_private_folder

LOCK_FILE: Final = "window.lock"


class ProfileLock:
    """Held until `release`, or until the program is no more."""

    def __init__(self, file: int) -> None:
        self._file = file

    def release(self) -> None:
        if self._file >= 0:
            os.close(self._file)
            self._file = -1


def hold_profile(folder: Path) -> ProfileLock | None:
    """Hold this till for one window; None while another program holds it.

    Commands need not hold it: they share the till's files with the window. Those that put the files aside do.
    """
    make_private_folder(folder)
    file = os.open(folder / LOCK_FILE, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        _lock(file)
    except OSError:
        os.close(file)
        return None
    return ProfileLock(file)


def _lock(file: int) -> None:
    """Raises OSError where another program has it."""
    if sys.platform == "win32":
        import msvcrt

        msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
