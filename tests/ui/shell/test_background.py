"""Slow calls beside the windows: who asked is told, and nobody is told who has gone."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QThreadPool
from pytestqt.qtbot import QtBot
from shiboken6 import Shiboken

from ui.threads import finish_background_calls, run_in_background


class Asker(QObject):
    """A part of a screen that asks for something slow."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[object] = []

    def hear(self, what: object) -> None:
        self.heard.append(what)


def _fail() -> int:
    raise ValueError("the till is closed")


def test_who_asked_is_told(qtbot: QtBot) -> None:
    asker = Asker()

    run_in_background(lambda: 7, done=asker.hear)

    qtbot.waitUntil(lambda: asker.heard == [7])


def test_a_screen_that_has_gone_hears_no_late_answer(qtbot: QtBot) -> None:
    calls: tuple[Callable[[], int], ...] = (lambda: 7, _fail)
    for call in calls:
        asker, after = Asker(), Asker()

        run_in_background(call, done=asker.hear)
        Shiboken.delete(asker)
        QThreadPool.globalInstance().waitForDone()
        run_in_background(lambda: 8, done=after.hear)

        qtbot.waitUntil(lambda last=after: last.heard == [8])
        assert asker.heard == []


def test_nobody_is_told_once_the_till_closes(qtbot: QtBot) -> None:
    asker, after = Asker(), Asker()

    run_in_background(lambda: 7, done=asker.hear)
    finish_background_calls()
    run_in_background(lambda: 8, done=after.hear)

    qtbot.waitUntil(lambda: after.heard == [8])
    assert asker.heard == []
