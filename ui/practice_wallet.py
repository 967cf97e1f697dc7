"""The wallets of practice customers: a simulated gateway beside the app, for the till to take their money from."""

import json
import logging
import sys
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QObject, QProcess, QTimer, Signal, Slot

from clerk_app.devices import SIMULATED_WALLET, connected
from clerk_app.settings import write_privately

log = logging.getLogger(__name__)

MEMORY: Final = "simulated-wallet.json"
START_WAIT_MS: Final = 15_000
STOP_WAIT_MS: Final = 2000
REVIVE_AFTER_MS: Final = 500
REVIVALS_MAX: Final = 5


class PracticeWallet(QObject):
    """
    Signals:
        settled: it listens and the till's `devices.json` names it; or it did not come up, and there is none. Once.
    """

    settled = Signal()

    def __init__(
        self,
        folder: Path,
        parent: QObject | None = None,
        *,
        program: tuple[str, ...] = (),
        start_wait_ms: int = START_WAIT_MS,
    ) -> None:
        super().__init__(parent)
        self._folder, self._program = folder, program or _program()
        self._process: QProcess | None = None
        self._port = ""  # where the till knows it
        self._revivals = 0
        self.is_settled = self._has_stopped = False
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(start_wait_ms)
        self._patience.timeout.connect(self._give_up)

    def start(self) -> None:
        self._patience.start()
        self._run()

    def stop(self) -> None:
        self._has_stopped = True
        self._patience.stop()
        if self._process is None:
            return
        self._process.finished.disconnect()
        self._process.errorOccurred.disconnect()
        self._process.kill()
        self._process.waitForFinished(STOP_WAIT_MS)
        self._process = None

    @Slot()
    def _run(self) -> None:
        if self._has_stopped:
            return
        self._process = process = QProcess(self)
        program, *words = self._program
        again = ("--port", self._port) if self._port else ()
        process.setProgram(program)
        process.setArguments([*words, "--until-input-ends", "--memory", str(self._folder / MEMORY), *again])
        process.readyReadStandardOutput.connect(self._hear)
        process.finished.connect(self._ended)
        process.errorOccurred.connect(self._failed)
        process.start()

    @property
    def process_id(self) -> int:
        """0 while it does not run."""
        return self._process.processId() if self._process is not None else 0

    @Slot()
    def _hear(self) -> None:
        assert self._process is not None, "only a process that was started is heard"
        if self._process.canReadLine():
            url = str(json.loads(bytes(self._process.readLine().data()).decode("utf-8", "replace"))["url"])
            self._port = url.rsplit(":", 1)[1]
            self._settle({"wallet_url": url})

    @Slot(QProcess.ProcessError)
    def _failed(self, error: QProcess.ProcessError) -> None:
        """One that crashes ends as well; one that never starts does not."""
        if error is QProcess.ProcessError.FailedToStart:
            self._ended()

    @Slot()
    def _ended(self) -> None:
        if not self._port:
            self._give_up()
        elif self._revivals < REVIVALS_MAX:
            self._revivals += 1
            log.warning("the practice wallet has ended and is started again")
            QTimer.singleShot(REVIVE_AFTER_MS, self, self._run)

    @Slot()
    def _give_up(self) -> None:
        """The shop opens without it: its customers have no wallets today."""
        if not self.is_settled:
            log.warning("the practice wallet did not come up")
            self._settle({})

    def _settle(self, devices: dict[str, Any]) -> None:
        self._patience.stop()
        write_privately(self._folder / connected.FILE, json.dumps(devices).encode())
        if not self.is_settled:
            self.is_settled = True
            self.settled.emit()


def _program() -> tuple[str, ...]:
    """In an installed app this is the program that prints, which on Windows is not the one with the window."""
    if getattr(sys, "frozen", False):
        here = Path(sys.executable)
        return (str(here.with_name(f"clerk{here.suffix}")), SIMULATED_WALLET)
    return (sys.executable, "-m", "clerk_app.devices.wallet_simulator")
