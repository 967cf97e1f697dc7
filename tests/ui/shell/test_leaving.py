"""Closing the window and taking the till out of use: never without what still waits."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from clerk_app.desk import outbox, work
from clerk_app.domain.operations import Word
from clerk_app.exporting import Exported
from tests.ui.conftest import Counter
from tests.ui.shop import Hub, Shop
from ui.leaving import Leaving
from ui.main_window import MainWindow
from ui.preferences import Preferences
from ui.session import Session
from ui.sheets.leave import LeaveSheet
from ui.sheets.settings import SettingsSheet

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def offline(shop: Shop, counter: Counter, hub: Hub) -> Counter:
    """The hub is out of reach, and something was done that it has not heard of."""
    order_no = shop.order()
    shop.sync()
    counter.app.sync.stop()
    done = work.accept(shop.till, order_no, clerk=shop.clerk())
    assert done.word is Word.SAVED
    return counter


def asked(counter: Counter) -> LeaveSheet:
    counter.until(lambda: any(it.is_open for it in counter.window.findChildren(LeaveSheet)))
    return next(it for it in counter.window.findChildren(LeaveSheet) if it.is_open)


def test_a_window_with_something_to_send_asks_before_it_goes(offline: Counter, qtbot: QtBot, tmp_path: Path) -> None:
    ended: list[bool] = []
    offline.app.leaving.ended.connect(lambda: ended.append(True))

    offline.window.close()
    sheet = asked(offline)
    offline.press(Qt.Key.Key_Escape)
    stayed = (offline.window.isVisible(), list(ended), sheet.is_open)
    offline.window.close()
    sheet = asked(offline)
    sheet.file.setText(str(tmp_path / "waits"))
    with qtbot.waitSignal(offline.app.leaving.ended):
        offline.press(Qt.Key.Key_Return, CTRL)

    assert stayed == (True, [], False)
    assert (tmp_path / "waits").stat().st_size > 200
    assert outbox.waiting(offline.app.till) == 1


def test_a_file_that_cannot_be_written_is_said_and_nothing_ends(offline: Counter, tmp_path: Path) -> None:
    (tmp_path / "there").touch()

    offline.window.close()
    sheet = asked(offline)
    said: list[str] = []
    for place in ("there", "there/below"):
        sheet.file.setText(str(tmp_path / place))
        offline.press(Qt.Key.Key_Return, CTRL)
        offline.until(lambda: sheet.verb.isEnabled() and sheet.trouble.isVisible())
        said.append(sheet.trouble.text())

    assert ["already" in it for it in said] == [True, False]
    assert "cannot be written" in said[1]
    assert sheet.is_open
    offline.press(Qt.Key.Key_Escape)


def test_a_window_with_nothing_to_send_goes_at_once(counter: Counter, qtbot: QtBot) -> None:
    with qtbot.waitSignal(counter.app.leaving.ended):
        counter.window.close()

    assert not counter.window.findChildren(LeaveSheet)


def test_who_waits_for_the_hub_need_not_write_a_file(offline: Counter, shop: Shop, qtbot: QtBot) -> None:
    offline.window.close()
    asked(offline)

    shop.sync()
    with qtbot.waitSignal(offline.app.leaving.ended):
        offline.app.leaving.look_again()


def test_only_a_manager_takes_a_till_out_of_use(shop: Shop, qtbot: QtBot, ui_thread: None) -> None:
    window = MainWindow()
    qtbot.addWidget(window)
    session = Session()
    leaving = Leaving(shop.till, session, window)
    unpaired: list[int] = []
    leaving.unpaired.connect(unpaired.append)

    session.sign_in(shop.clerk())
    leaving.want_to_unpair()
    by_a_clerk = window.findChildren(LeaveSheet)
    session.sign_in(shop.clerk("manager"))
    leaving.want_to_unpair()
    (sheet,) = window.findChildren(LeaveSheet)
    sheet.verb.click()

    assert by_a_clerk == []
    assert unpaired == [0]


def test_the_settings_say_who_may_take_a_till_out_of_use(qtbot: QtBot, ui_thread: None) -> None:
    window = MainWindow()
    qtbot.addWidget(window)

    practice, by_a_clerk, by_a_manager = (
        SettingsSheet(window, Preferences(), may_unpair=may) for may in (None, False, True)
    )

    assert practice.unpair is None
    assert by_a_clerk.unpair is not None
    assert not by_a_clerk.unpair.isEnabled()
    assert by_a_manager.unpair is not None
    assert by_a_manager.unpair.isEnabled()


def test_what_was_written_is_told_to_whoever_unpairs(shop: Shop, qtbot: QtBot, tmp_path: Path, ui_thread: None) -> None:
    order_no = shop.order()
    shop.sync()
    work.accept(shop.till, order_no, clerk=shop.clerk())
    window = MainWindow()
    qtbot.addWidget(window)
    sheet = LeaveSheet(window, shop.till, waiting=1, unpairs=True)
    sheet.file.setText(str(tmp_path / "file"))

    told: list[Exported | None] = []
    sheet.decided.connect(told.append)

    sheet.verb.click()
    qtbot.waitUntil(lambda: bool(told))

    assert told == [Exported(tmp_path / "file", 1)]
