"""The wallets of practice customers: a simulated gateway beside the app, for the till to take their money from."""

import json
import logging
import sys
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QObject, QProcess, Signal, Slot

from clerk_app.devices import SIMULATED_WALLET, connected
from clerk_app.settings import write_privately

log = logging.getLogger(__name__)

MEMORY: Final = "simulated-wallet.json"
STOP_WAIT_MS: Final = 2000


class PracticeWallet(QObject):
    """
    Signals:
        settled: it listens and the till's `devices.json` names it; or it did not come up, and there is none.
    """

    settled = Signal()

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._process: QProcess | None = None
        self.is_settled = False

    def start(self) -> None:
        self._process = process = QProcess(self)
        program, *words = _program()
        process.setProgram(program)
        process.setArguments([*words, "--until-input-ends", "--memory", str(self._folder / MEMORY)])
        process.readyReadStandardOutput.connect(self._hear)
        process.finished.connect(self._ended)
        process.errorOccurred.connect(self._ended)
        process.start()

    def stop(self) -> None:
        if self._process is None:
            return
        self._process.finished.disconnect()
        self._process.errorOccurred.disconnect()
        self._process.kill()
        self._process.waitForFinished(STOP_WAIT_MS)
        self._process = None

    @Slot()
    def _hear(self) -> None:
        assert self._process is not None, "only a process that was started is heard"
        if self._process.canReadLine():
            line = bytes(self._process.readLine().data()).decode("utf-8", "replace")
            self._settle({"wallet_url": json.loads(line)["url"]})

    @Slot()
    def _ended(self) -> None:
        if not self.is_settled:
            log.warning("the practice wallet did not come up")
            self._settle({})

    def _settle(self, devices: dict[str, Any]) -> None:
        write_privately(self._folder / connected.FILE, json.dumps(devices).encode())
        self.is_settled = True
        self.settled.emit()


def _program() -> tuple[str, ...]:
    """In an installed app this is the program that prints, which on Windows is not the one with the window."""
    if getattr(sys, "frozen", False):
        here = Path(sys.executable)
        return (str(here.with_name(f"clerk{here.suffix}")), SIMULATED_WALLET)
    return (sys.executable, "-m", "clerk_app.devices.wallet_simulator")
