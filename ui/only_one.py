"""One window per till: two on the same profile would answer each other's scans. A second start shows the first."""

import hashlib
from pathlib import Path
from typing import Final

from PySide6.QtCore import QDeadlineTimer, QObject, Qt, QThread, Signal, Slot
from PySide6.QtNetwork import QLocalServer, QLocalSocket
from PySide6.QtWidgets import QMessageBox, QWidget

from ui.messages import Text, say

_HEARD: Final = b"shown\n"
_ANSWERS_WITHIN_MS: Final = 3_000
_RETRY_MS: Final = 50


class Doorbell(QObject):
    """Listens for a second start of the same till. Only whoever holds the profile may make one.

    Signals:
        rung: somebody wants to see the window.
    """

    rung = Signal()

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._answer)
        name = _name_of(folder)
        QLocalServer.removeServer(name)  # what a killed program left behind, as Qt asks of its users
        self._server.listen(name)

    def stop(self) -> None:
        self._server.close()

    @Slot()
    def _answer(self) -> None:
        while self._server.hasPendingConnections():
            caller = self._server.nextPendingConnection()
            caller.write(_HEARD)
            caller.flush()
            caller.disconnected.connect(caller.deleteLater)
            self.rung.emit()


def ring(folder: Path, *, within_ms: int = _ANSWERS_WITHIN_MS) -> bool:
    """Have the window that is open already come to the front; False where nobody answers."""
    deadline = QDeadlineTimer(within_ms)
    while not deadline.hasExpired():  # it may be holding the profile and not be listening yet
        socket = QLocalSocket()
        socket.connectToServer(_name_of(folder))
        if socket.waitForConnected(deadline.remainingTime()):
            socket.waitForReadyRead(deadline.remainingTime())
            answer = bytes(socket.readAll().data())
            socket.close()
            return answer == _HEARD
        QThread.msleep(_RETRY_MS)
    return False


def bring_to_front(window: QWidget) -> None:
    """As it was, full screen or not, and before all others."""
    if window.isMinimized():
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    window.raise_()
    window.activateWindow()


def say_open_already() -> None:
    """Tell the person that the window is there already, and wait until they have read it."""
    box = QMessageBox(QMessageBox.Icon.Information, say(Text.OPEN_ALREADY), say(Text.OPEN_ALREADY))
    box.setInformativeText(say(Text.OPEN_ALREADY_WHY))
    box.addButton(say(Text.CLOSE), QMessageBox.ButtonRole.AcceptRole)
    box.exec()


def _name_of(folder: Path) -> str:
    """Short, since a socket's path must be, and the same whichever way the folder was named."""
    return f"clerk-{hashlib.sha256(str(folder.resolve()).encode()).hexdigest()[:20]}"
