"""Nothing that belongs to a window is ever taken down in another thread, however much garbage is made beside it."""

import sys
import threading
from collections.abc import Generator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QThread, Signal
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.conftest import Counter
from ui.garbage import GarbageCollector
from ui.sheets.help import open_help
from ui.threads import run_in_background


class _Part(QLabel):
    """A part of a window in a circle with another, as views and presenters are; it notes where it is taken down."""

    taken_down_in: "list[threading.Thread]" = []  # noqa: RUF012 - what all of them write to

    def __init__(self) -> None:
        super().__init__("part")
        self.other: _Part | None = None

    def __del__(self) -> None:
        _Part.taken_down_in.append(threading.current_thread())


def _litter(rounds: int = 300) -> None:
    """Cyclic garbage, enough of it to make Python collect many times."""
    for _ in range(rounds):
        for _ in range(50):
            first: list[object] = []
            second: list[object] = [first]
            first.append(second)


def _make_circle() -> None:
    one, two = _Part(), _Part()
    one.other, two.other = two, one


@pytest.fixture
def collector(qapp: QApplication) -> Generator[GarbageCollector]:
    made = GarbageCollector()
    yield made
    made.stop()


def test_parts_of_a_window_are_collected_by_the_windows_thread(qtbot: QtBot, collector: GarbageCollector) -> None:
    _Part.taken_down_in.clear()
    ended: list[None] = []

    for _ in range(20):
        _make_circle()
        run_in_background(_litter, done=ended.append)

    qtbot.waitUntil(lambda: len(ended) == 20, timeout=20_000)
    _litter()
    qtbot.waitUntil(lambda: len(_Part.taken_down_in) == 40, timeout=30_000)
    assert set(_Part.taken_down_in) == {threading.main_thread()}


def test_what_a_background_call_knows_is_dropped_by_the_thread_that_asked(qtbot: QtBot, qapp: QApplication) -> None:
    _Part.taken_down_in.clear()
    ended: list[bool] = []

    def ask() -> None:
        part = _Part()
        run_in_background(lambda: part.text() == "part", done=ended.append)

    for _ in range(30):
        ask()

    qtbot.waitUntil(lambda: len(_Part.taken_down_in) == 30, timeout=30_000)
    assert ended == [True] * 30
    assert set(_Part.taken_down_in) == {threading.main_thread()}


@pytest.fixture
def quick_turns() -> Generator[None]:
    """Threads take turns often: what can happen between two of them happens more, and nobody waits long."""
    usual_s = sys.getswitchinterval()
    sys.setswitchinterval(0.0002)
    yield
    sys.setswitchinterval(usual_s)


@pytest.mark.usefixtures("quick_turns")
def test_sheets_and_screens_come_and_go_while_other_threads_make_garbage(at_work: Counter) -> None:
    running = True

    def litter() -> None:
        while running:
            _litter(5)

    beside = [threading.Thread(target=litter) for _ in range(2)]
    for thread in beside:
        thread.start()
    try:
        for turn in range(20):
            sheet = open_help(at_work.window)
            at_work.window.show_page(("queue", "counter")[turn % 2])
            sheet.close_sheet()
            sheet.deleteLater()
            del sheet
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            QCoreApplication.processEvents()
    finally:
        running = False
        for thread in beside:
            thread.join()

    assert at_work.window.isVisible()


class _Teller(QObject):
    told = Signal(object)

    def hear(self, _what: object) -> None:
        """Answers None, which the binding does not count."""


@pytest.mark.parametrize("constant", [None, True, False, NotImplemented, ...])
def test_a_till_that_runs_for_weeks_does_not_use_up_the_constants(qapp: QApplication, constant: object) -> None:
    teller, shown = _Teller(), QWidget()
    teller.told.connect(teller.hear)

    for _ in range(20_000):
        teller.told.emit(constant)
        shown.setToolTip("")

    assert sys.getrefcount(constant) > 100_000
    assert QThread.currentThread() is qapp.thread()
