"""Connecting a till: the pairing code goes in, a till comes out, or why not."""

import threading
import time
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from clerk_app import pairing
from clerk_app.domain import short_code
from clerk_app.errors import HubIncompatible, HubUnreachable, SecretsLocked
from clerk_app.pairing import Paired, PairingRefused, WhyNotPaired
from ui.formats import sentences
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
    WhyNotPaired.TOO_MANY_TRIES: Text.PAIR_TOO_MANY,
    WhyNotPaired.NOT_CONFIRMED: Text.PAIR_VOID,
    WhyNotPaired.NOT_THE_HUB: Text.OFF_NOT_THE_HUB,
    WhyNotPaired.NEEDS_TLS: Text.PAIR_NEEDS_TLS,
    WhyNotPaired.OUTBOX_NOT_EMPTY: Text.PAIR_OUTBOX,
}


@dataclass(frozen=True, slots=True)
class SetupScreen:
    step: int = 0  # of three: ask for a code, give it, sign in
    code: str = ""  # what was scanned or pasted; the field follows it
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
        self._digits = ""
        self._code = ""
        self.screen = SetupScreen()
        self._confirm.connect(self._show_digits)

    @Slot(str, str)
    def connect_till(self, code: str, address: str) -> None:
        """Pair by a pairing code, or by a short code and the hub's address."""
        if self.screen.busy:
            return
        self._code = code = "".join(code.split())
        is_short = short_code.parse(code) is not None
        if not code.startswith(pairing.PREFIX) and not is_short:
            self._say(Text.PAIR_NOT_A_CODE)
            return
        if is_short and not address.strip():
            self._show(self._idle(needs_address=True, message=say(Text.PAIR_NEEDS_ADDRESS), state=State.ATTENTION))
            return
        self._given_up.clear()
        self._digits, self._waited_s = "", 0
        self._seconds.start()
        self._show(self._idle(needs_address=is_short))
        self._show_progress()
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
        self._code = "".join(code.split())
        needs = short_code.parse(self._code) is not None
        if not self.screen.busy and (needs != self.screen.needs_address or self.screen.code != self._code):
            self._show(self._idle(needs_address=needs))

    @Slot(str)
    def take(self, text: str) -> None:
        """A code that was scanned is used at once; one that was pasted is at least shown."""
        if self.screen.busy:
            return
        self.note_code(text)
        self.connect_till(text, "")

    @Slot(str)
    def paste(self, text: str) -> None:
        if text.strip():
            self.take(text)
        else:
            self._say(Text.PAIR_PASTE_EMPTY)

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
        self._digits = f"{digits[:3]} {digits[3:]}"
        self._show_progress()

    @Slot()
    def _count(self) -> None:
        self._waited_s += 1
        self._show_progress()

    def _show_progress(self) -> None:
        """What is waited for, and for how long already."""
        if self._digits:
            asked, waiting = say(Text.PAIR_CONFIRM, digits=self._digits), say(Text.PAIR_WAITING, seconds=self._waited_s)
            words, state = sentences(asked, waiting), State.ATTENTION
        else:
            words, state = say(Text.PAIR_WORKING, seconds=self._waited_s), State.UNKNOWN
        self._show(replace(self.screen, busy=True, message=words, state=state, digits=self._digits))

    def _idle(self, *, needs_address: bool, message: str = "", state: State | None = None) -> SetupScreen:
        step = 1 if self._code else 0
        return SetupScreen(step=step, code=self._code, needs_address=needs_address, message=message, state=state)

    def _hear(self, paired: Paired) -> None:
        self._seconds.stop()
        profile = paired.profile
        branch = name_of(profile.branch_name_zh, profile.branch_name_en)
        words = say(Text.PAIR_DONE, branch=branch, till=profile.till_name)
        self._show(SetupScreen(step=2, message=words, state=State.DONE))
        self.paired.emit()

    def _hear_failure(self, error: Exception) -> None:
        self._seconds.stop()
        match error:
            case PairingRefused():
                self._say(_WHY[error.reason])
            case HubUnreachable():
                self._say(Text.PAIR_NO_HUB)
            case SecretsLocked():
                self._say(Text.KEYS_LOCKED)
            case HubIncompatible():
                self._say(Text.OFF_INCOMPATIBLE)
            case _:
                raise error

    def _say(self, text: Text) -> None:
        self._show(self._idle(needs_address=self.screen.needs_address, message=say(text), state=State.REFUSED))

    def _show(self, screen: SetupScreen) -> None:
        self.screen = screen
        self.changed.emit(screen)
