"""Connecting a till: the pairing code goes in, a till comes out, or why not."""

import threading
import time
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from clerk_app import pairing
from clerk_app.domain import short_code
from clerk_app.errors import HubIncompatible, HubUnreachable
from clerk_app.pairing import Paired, PairingRefused, WhyNotPaired
from ui.language import name_of
from ui.messages import Text, say
from ui.theme import State
from ui.threads import run_in_background

POLL_S = 2.0
GIVE_UP_S = 600

_WHY = {
    WhyNotPaired.NOT_A_PAIRING_CODE: Text.PAIR_NOT_A_CODE,
    WhyNotPaired.OTHER_ADDRESS: Text.PAIR_OTHER_ADDRESS,
    WhyNotPaired.WRONG_CODE: Text.PAIR_WRONG_CODE,
    WhyNotPaired.EXPIRED: Text.PAIR_EXPIRED,
    WhyNotPaired.NOT_CONFIRMED: Text.PAIR_VOID,
    WhyNotPaired.NOT_THE_HUB: Text.OFF_NOT_THE_HUB,
    WhyNotPaired.NEEDS_TLS: Text.PAIR_NEEDS_TLS,
    WhyNotPaired.OUTBOX_NOT_EMPTY: Text.PAIR_OUTBOX,
}


@dataclass(frozen=True, slots=True)
class SetupScreen:
    needs_address: bool = False
    busy: bool = False
    message: str = ""
    state: State | None = None
    digits: str = ""  # to be read to head office


class SetupPresenter(QObject):
    """
    Signals:
        changed: the view should now show this SetupScreen.
        paired: the folder is a till now.
        practice_wanted: without head office, for now.
    """

    changed = Signal(SetupScreen)
    paired = Signal()
    practice_wanted = Signal()
    _confirm = Signal(str)

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._given_up = threading.Event()
        self._seconds = QTimer(self)
        self._seconds.setInterval(1000)
        self._seconds.timeout.connect(self._count)
        self._waited_s = 0
        self.screen = SetupScreen()
        self._confirm.connect(self._show_digits)

    @Slot(str, str)
    def connect_till(self, code: str, address: str) -> None:
        """Pair by a pairing code, or by a short code and the hub's address."""
        code = "".join(code.split())
        is_short = short_code.parse(code) is not None
        if not code.startswith(pairing.PREFIX) and not is_short:
            self._say(Text.PAIR_NOT_A_CODE)
            return
        if is_short and not address.strip():
            self._show(SetupScreen(needs_address=True, message=say(Text.PAIR_NEEDS_ADDRESS), state=State.ATTENTION))
            return
        self._given_up.clear()
        self._show(SetupScreen(needs_address=is_short, busy=True, message=say(Text.PAIR_WORKING), state=State.UNKNOWN))
        run_in_background(
            lambda: pairing.pair(
                self._folder, address.strip(), code, confirm=self._confirm.emit, pause=self._pause, practice=False
            ),
            done=self._hear,
            failed=self._hear_failure,
        )

    @Slot(str)
    def note_code(self, code: str) -> None:
        """Another code is being typed: an address is asked for only if it is a short one."""
        needs = short_code.parse("".join(code.split())) is not None
        if needs != self.screen.needs_address and not self.screen.busy:
            self._show(SetupScreen(needs_address=needs))

    @Slot()
    def give_up(self) -> None:
        self._given_up.set()

    def _pause(self) -> bool:
        """Wait a moment in the background thread; False when somebody gave up or nobody confirmed."""
        deadline = time.monotonic() + POLL_S
        while time.monotonic() < deadline:
            if self._given_up.wait(0.1):
                return False
        return self._waited_s < GIVE_UP_S

    @Slot(str)
    def _show_digits(self, digits: str) -> None:
        self._waited_s = 0
        self._seconds.start()
        spaced = f"{digits[:3]} {digits[3:]}"
        message = say(Text.PAIR_CONFIRM, digits=spaced)
        self._show(SetupScreen(needs_address=True, busy=True, message=message, state=State.ATTENTION, digits=spaced))

    @Slot()
    def _count(self) -> None:
        self._waited_s += 1
        words = f"{say(Text.PAIR_CONFIRM, digits=self.screen.digits)} {say(Text.PAIR_WAITING, seconds=self._waited_s)}"
        self._show(
            SetupScreen(needs_address=True, busy=True, message=words, state=State.ATTENTION, digits=self.screen.digits)
        )

    def _hear(self, paired: Paired) -> None:
        self._seconds.stop()
        profile = paired.profile
        branch = name_of(profile.branch_name_zh, profile.branch_name_en)
        words = say(Text.PAIR_DONE, branch=branch, till=profile.till_name)
        self._show(SetupScreen(message=words, state=State.DONE))
        self.paired.emit()

    def _hear_failure(self, error: Exception) -> None:
        self._seconds.stop()
        match error:
            case PairingRefused():
                self._say(_WHY[error.reason])
            case HubUnreachable():
                self._say(Text.PAIR_NO_HUB)
            case HubIncompatible():
                self._say(Text.OFF_INCOMPATIBLE)
            case _:
                raise error

    def _say(self, text: Text) -> None:
        self._show(SetupScreen(needs_address=self.screen.needs_address, message=say(text), state=State.REFUSED))

    def _show(self, screen: SetupScreen) -> None:
        self.screen = screen
        self.changed.emit(screen)
