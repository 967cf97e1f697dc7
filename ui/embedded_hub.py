"""A hub of one's own: started beside the app with a demo chain, paired with it, and stopped with it."""

import json
import logging
import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QElapsedTimer, QObject, QProcess, QTimer, Signal, Slot

from clerk_app.settings import PROFILE_FILE, load_profile, save_profile, write_privately
from ui.messages import Text
from ui.threads import run_in_background

log = logging.getLogger(__name__)

DEMO_FILE = "demo.json"
START_TIMEOUT_S = 60
STOP_WAIT_MS = 5000
REVIVE_AFTER_MS = 500
REVIVALS_MAX = 5
LASTING_MS = 60_000  # a hub that has served for so long came up well
TILL_NAME = "POS 2"  # the same in every language: it is kept when another one is chosen


@dataclass(frozen=True, slots=True)
class Progress:
    """Which step is under way, and for how long already."""

    step: Text
    seconds: int


class EmbeddedHub(QObject):
    """
    Signals:
        progressed: a step of the start, once a second.
        ready: the hub listens, the till is paired with it, and customers can pay with their phones.
        failed: it did not come up; the text is for the log.
        revived: it had ended by itself, and is being started again where it was.
    """

    progressed = Signal(Progress)
    ready = Signal()
    failed = Signal(str)
    revived = Signal()

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        """`folder` is the profile of the till; the hub's own files lie in a folder beside it."""
        super().__init__(parent)
        self.folder = folder
        self.hub_folder = folder / "practice-hub"
        self.url = ""
        self._step = Text.STARTING_STEP_HUB
        self._since = QElapsedTimer()
        self._serving: QProcess | None = None
        from ui.practice_wallet import PracticeWallet  # its HTTP is not for every start of the app

        self._wallet = PracticeWallet(folder, self)
        self._wallet.settled.connect(self._finish)
        self._is_paired = False
        self._stays = QElapsedTimer()  # for how long it has served this time
        self._revivals = 0  # without having stayed for long between them
        self._is_ready = self._has_stopped = False
        self._timer = QTimer(self)
        self._timer.setInterval(1000)
        self._timer.timeout.connect(self._tell)

    @property
    def demo(self) -> dict[str, Any]:
        """What the demo told of itself: staff with PINs, passes, articles. Only a practice shop has this file."""
        try:
            return json.loads((self.hub_folder / DEMO_FILE).read_text("utf-8"))
        except (OSError, ValueError):
            return {}

    @property
    def process_id(self) -> int:
        """0 while it does not run."""
        return self._serving.processId() if self._serving is not None else 0

    @Slot()
    def start(self) -> None:
        self.hub_folder.mkdir(parents=True, exist_ok=True)
        self._since.start()
        self._timer.start()
        self._tell()
        self._wallet.start()
        if (self.hub_folder / DEMO_FILE).exists():
            self._serve()
        else:
            self._run(["demo"], self._keep_demo)

    def stop(self) -> None:
        """End the hub; it closes its database by itself."""
        self._timer.stop()
        self._has_stopped = True
        self._wallet.stop()
        if self._serving is None:
            return
        self._serving.finished.disconnect()
        self._serving.terminate()
        if not self._serving.waitForFinished(STOP_WAIT_MS):
            self._serving.kill()
            self._serving.waitForFinished(STOP_WAIT_MS)
        self._serving = None

    def _keep_demo(self, output: str) -> None:
        write_privately(self.hub_folder / DEMO_FILE, output.encode())
        self._serve()

    @Slot()
    def _serve(self) -> None:
        if self._has_stopped:
            return
        self._stays.start()
        self._serving = process = QProcess(self)
        # It reads the pipe that this process holds: however this process ends, the hub ends with it.
        again = ("--port", self.url.rsplit(":", 1)[1]) if self.url else ()  # where the till knows it
        program, *arguments = (*_hub_program(), "serve", "--until-input-ends", "--data", str(self.hub_folder), *again)
        process.setProgram(program)
        process.setArguments(arguments)
        process.readyReadStandardOutput.connect(self._hear_hub)
        process.finished.connect(self._hub_ended)
        process.start()

    @Slot()
    def _hear_hub(self) -> None:
        assert self._serving is not None, "only the serving process is listened to"
        while self._serving.canReadLine():
            line = bytes(self._serving.readLine().data()).decode("utf-8", "replace")
            if not self.url and line.startswith("{"):
                self.url = str(json.loads(line)["listening"])
                self._meet()

    def _meet(self) -> None:
        """Pair with it the first time; later only tell the profile where it listens today."""
        if (self.folder / PROFILE_FILE).exists():
            profile = load_profile(self.folder)
            save_profile(self.folder, replace(profile, hub_url=self.url))
            self._paired()
            return
        self._step = Text.STARTING_STEP_PAIR
        self._tell()
        self._run(["till", "add", "--branch", "1", "--name", TILL_NAME, "--url", self.url], self._pair)

    def _pair(self, output: str) -> None:
        from clerk_app import pairing

        code = str(json.loads(output)["code"])
        run_in_background(
            lambda: pairing.pair(
                self.folder, self.url, code, confirm=lambda _digits: None, pause=lambda: False, practice=True
            ),
            done=lambda _paired: self._paired(),
            failed=lambda error: self._fail(str(error)),
        )

    def _paired(self) -> None:
        self._is_paired = True
        self._finish()

    @Slot()
    def _finish(self) -> None:
        """Once the till knows its hub, and the wallet of its customers."""
        if not self._is_paired or not self._wallet.is_settled:
            return
        self._timer.stop()
        self._is_ready = True
        self.ready.emit()

    def _run(self, arguments: list[str], then: Callable[[str], None]) -> None:
        """Run a command of the hub to its end, without waiting for it here."""
        process = QProcess(self)
        program, *words = (*_hub_program(), *arguments, "--data", str(self.hub_folder))
        process.setProgram(program)
        process.setArguments(words)
        process.finished.connect(partial(self._heard, process, then))
        process.start()

    def _heard(self, process: QProcess, then: Callable[[str], None], code: int, _status: QProcess.ExitStatus) -> None:
        output = bytes(process.readAllStandardOutput().data()).decode("utf-8", "replace")
        complaint = bytes(process.readAllStandardError().data()).decode("utf-8", "replace")
        process.deleteLater()
        if code == 0:
            then(output)
        else:
            self._fail(complaint[-2000:])

    @Slot()
    def _hub_ended(self) -> None:
        self._revivals = 0 if self._stays.elapsed() > LASTING_MS else self._revivals + 1
        if not self._is_ready or self._revivals > REVIVALS_MAX:
            self._fail("the practice hub has ended")
            return
        log.warning("the practice hub has ended and is started again")
        assert self._serving is not None, "it has ended"
        self._serving.deleteLater()
        self._serving = None
        self.revived.emit()
        QTimer.singleShot(REVIVE_AFTER_MS, self, self._serve)

    def _fail(self, why: str) -> None:
        self._timer.stop()
        log.error("the practice hub: %s", why)
        self.failed.emit(why)

    @Slot()
    def _tell(self) -> None:
        seconds = self._since.elapsed() // 1000
        self.progressed.emit(Progress(self._step, int(seconds)))
        if seconds > START_TIMEOUT_S:
            self._fail("the practice hub took too long to start")


def _hub_program() -> tuple[str, ...]:
    """In an installed app the hub is a program beside this one; elsewhere it is a module of the same Python."""
    if getattr(sys, "frozen", False):
        here = Path(sys.executable)
        return (str(here.with_name(f"clerk-hub{here.suffix}")),)
    return (sys.executable, "-m", "hub")
