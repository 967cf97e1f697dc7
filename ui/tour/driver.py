"""A pair of hands at the window: presses keys, scans, waits for what must come, and takes the pictures."""

import json
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Final

from PySide6.QtCore import QPropertyAnimation, Qt, QThreadPool
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from ui.start import Start
from ui.tour.checks import cut_texts, unfilled_texts

COMES_WITHIN_S: Final = 15.0
STEP_S: Final = 0.005
LAYOUT_SETTLES_S: Final = 0.15  # longer than the router keeps a key back
TYPING_PAUSES_S: Final = (0.11, 0.07, 0.16)  # a person's fingers: a scanner is faster, and even
TYPING_SETTLES_S: Final = 0.12


class NotReached(Exception):
    """A state did not come about; the text says which."""


@dataclass(frozen=True, slots=True)
class Shot:
    """One picture of the tour, the texts that are not whole on it, and those whose {places} are not filled."""

    file: str
    ms: int
    cut: list[str]
    unfilled: list[str]


@dataclass(slots=True)
class Driver:
    """Drives one `Start` at a time; the pictures of all of them are numbered through."""

    qt: QApplication
    out: Path
    width: int
    height: int
    tell: Callable[[str], None]
    as_json: bool = False
    shots: list[Shot] = field(default_factory=list[Shot])
    _start: Start | None = None
    _since_s: float = field(default_factory=time.monotonic)

    def take_over(self, start: Start) -> None:
        self._start = start

    @property
    def window(self) -> QWidget:
        assert self._start is not None, "a tour begins with a start"
        return self._start.window

    # ------------------------------------------------------------------------------------------------ hands

    def press(self, *keys: str) -> None:
        """Press keys such as "Ctrl+Return", one after the other, where the focus is."""
        for key in keys:
            QTest.keySequence(self._target(), QKeySequence(key))
            self.qt.processEvents()

    def type(self, text: str) -> None:
        """Type as a person does: slowly enough not to be taken for a scanner."""
        for place, character in enumerate(text):
            QTest.keyClicks(self._target(), character)
            self.let(TYPING_PAUSES_S[place % len(TYPING_PAUSES_S)])
        self.let(TYPING_SETTLES_S)

    def scan(self, text: str) -> None:
        """A wedge scanner: all characters in a burst, and Enter."""
        target = self._target()
        QTest.keyClicks(target, text)
        QTest.keyClick(target, Qt.Key.Key_Return)
        self.let(TYPING_SETTLES_S)

    def let(self, seconds: float) -> None:
        """Let so much time pass, as between two acts of a person; what must come is waited for with `until`."""
        ends_s = time.monotonic() + seconds
        while time.monotonic() < ends_s:
            self._breathe()

    def until(self, condition: Callable[[], object], what: str, *, within_s: float = COMES_WITHIN_S) -> None:
        ends_s = time.monotonic() + within_s
        while not condition():
            if time.monotonic() > ends_s:
                raise NotReached(f"{what} (after picture {len(self.shots)})")
            self._breathe()

    def rest(self) -> None:
        """Wait until what runs in the background has ended and has been heard."""
        self.until(lambda: QThreadPool.globalInstance().activeThreadCount() == 0, "the background is quiet")
        self.let(4 * STEP_S)

    def _breathe(self) -> None:
        self.qt.processEvents()
        time.sleep(STEP_S)

    def _target(self) -> QWidget:
        focused = QApplication.focusWidget()
        return focused if focused is not None else self.window

    # -------------------------------------------------------------------------------------------- pictures

    def shoot(self, name: str) -> None:
        """Take a picture of the window once it is calm, and tell of it."""
        self.until(self._is_calm, f"{name} comes to rest")
        self.let(LAYOUT_SETTLES_S)
        number = len(self.shots) + 1
        file = f"{number:02}-{name}.png"
        window = self.window
        if not window.grab().save(str(self.out / file)):
            raise NotReached(f"{file} could not be written")
        ms, self._since_s = round((time.monotonic() - self._since_s) * 1000), time.monotonic()
        shot = Shot(file, ms, cut_texts(window), unfilled_texts(window))
        self.shots.append(shot)
        self._tell(shot)

    def _is_calm(self) -> bool:
        slides = self.window.findChildren(QPropertyAnimation)
        moving = any(slide.state() is QPropertyAnimation.State.Running for slide in slides)
        return not moving and QThreadPool.globalInstance().activeThreadCount() == 0

    def _tell(self, shot: Shot) -> None:
        if self.as_json:
            self.tell(json.dumps(asdict(shot), ensure_ascii=False))
            return
        self.tell(f"{shot.file}  {shot.ms} ms")
        for text in shot.cut:
            self.tell(f"    cut: {text}")
        for text in shot.unfilled:
            self.tell(f"    not filled: {text}")
