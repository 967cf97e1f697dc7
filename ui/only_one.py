"""One window per till: two on the same profile would answer each other's scans."""

from pathlib import Path

from PySide6.QtCore import QLockFile
from PySide6.QtWidgets import QMessageBox

from ui.messages import Text, say

LOCK_FILE = "window.lock"


def hold_window(folder: Path) -> QLockFile | None:
    """Hold the till's window until the lock is dropped; None while another program holds it.

    The lock of a program that has died is taken over.
    """
    folder.mkdir(parents=True, exist_ok=True)
    lock = QLockFile(str(folder / LOCK_FILE))
    lock.setStaleLockTime(0)  # it is stale when its program has gone, and not sooner
    return lock if lock.tryLock(0) else None


def say_open_already() -> None:
    """Tell the person that the window is there already, and wait until they have read it."""
    box = QMessageBox(QMessageBox.Icon.Information, say(Text.OPEN_ALREADY), say(Text.OPEN_ALREADY))
    box.setInformativeText(say(Text.OPEN_ALREADY_WHY))
    box.addButton(say(Text.CLOSE), QMessageBox.ButtonRole.AcceptRole)
    box.exec()
