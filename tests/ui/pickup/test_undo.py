"""What can be taken back stays within reach for as long as it can be, and Ctrl+Z always answers."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from clerk_app.desk import outbox
from clerk_app.domain.operations import Kind
from tests.ui.conftest import Counter
from tests.ui.pickup.test_pickup import look
from tests.ui.shop import Pass, Shop
from ui.pickup.screen import Stage
from ui.scan.just_now import ROWS_MAX
from ui.sheets.undo import UndoSheet
from ui.theme import State

CTRL = Qt.KeyboardModifier.ControlModifier


def hand_over(counter: Counter, order: Pass) -> str:
    """Hand one article over, go back to the counter, and return the id of the act."""
    look(counter, order.code)
    counter.press(Qt.Key.Key_Space)
    counter.armed()
    counter.press(Qt.Key.Key_Return, CTRL)
    counter.until(lambda: counter.app.pickup.screen.stage is Stage.AFTER)
    counter.press(Qt.Key.Key_Escape)
    return outbox.just_now(counter.app.till, limit=1)[0].operation.op_id


def asked_about(counter: Counter) -> str:
    return next((sheet.op_id for sheet in counter.window.findChildren(UndoSheet) if sheet.is_open), "")


def test_a_hand_over_is_not_pushed_out_by_what_was_done_after_it(at_work: Counter, shop: Shop) -> None:
    done = hand_over(at_work, shop.ready(quantities=(1,)))
    for _ in range(ROWS_MAX + 1):  # looks that are refused, each of which is noted
        at_work.scan(str(shop_order(shop)))
        at_work.press(Qt.Key.Key_Escape)

    at_work.until(lambda: at_work.app.counter.screen.log[0].id == done)
    assert at_work.app.counter.screen.log[0].undo_key == "Ctrl+Z"
    assert sum("Refused" in row.word for row in at_work.app.counter.screen.log) == ROWS_MAX - 1
    at_work.press(Qt.Key.Key_Z, CTRL)
    at_work.until(lambda: asked_about(at_work) == done)


def test_it_is_taken_back_from_any_page_also_in_a_narrow_window(at_work: Counter, shop: Shop) -> None:
    done = hand_over(at_work, shop.ready(quantities=(1,)))
    at_work.window.resize(1024, 600)
    at_work.press(Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
    at_work.until(lambda: at_work.window.page == "queue")

    at_work.press(Qt.Key.Key_Z, CTRL)

    at_work.until(lambda: asked_about(at_work) == done)


def test_a_second_look_at_what_this_till_handed_over_offers_to_take_it_back(at_work: Counter, shop: Shop) -> None:
    order = shop.ready(quantities=(1,))
    done = hand_over(at_work, order)
    hand_over(at_work, shop.ready(quantities=(1,)))
    look(at_work, order.code)
    assert at_work.app.pickup.screen.refusal.actions[0].title == "Undo the hand-over"

    at_work.press(Qt.Key.Key_1, CTRL)
    at_work.until(lambda: asked_about(at_work) == done)
    at_work.type("1", gap_ms=60)

    at_work.until(lambda: outbox.just_now(shop.till, limit=1)[0].operation.kind == Kind.UNDONE)
    assert outbox.just_now(shop.till, limit=1)[0].operation.body["op_id"] == done


def test_with_nothing_to_take_back_ctrl_z_says_so_and_why(at_work: Counter) -> None:
    at_work.press(Qt.Key.Key_Z, CTRL)

    at_work.until(lambda: "10 min" in told(at_work))
    assert "There is nothing to take back" in told(at_work)
    assert not asked_about(at_work)


def test_a_reason_that_is_typed_evenly_is_taken_whole(at_work: Counter, shop: Shop) -> None:
    for gap_ms in (50, 60):
        hand_over(at_work, shop.ready(quantities=(1,)))
        at_work.press(Qt.Key.Key_Z, CTRL)
        at_work.until(lambda: bool(asked_about(at_work)))
        at_work.type("5", gap_ms=200)
        at_work.until(lambda: isinstance(QApplication.focusWidget(), QLineEdit))

        at_work.type("second thoughts", gap_ms=gap_ms)
        at_work.qtbot.wait(200)  # the silence in which a scanner would be heard
        at_work.press(Qt.Key.Key_Return, CTRL)

        at_work.until(lambda: outbox.just_now(shop.till, limit=1)[0].operation.kind == Kind.UNDONE)
        assert outbox.just_now(shop.till, limit=1)[0].operation.body["reason"] == "second thoughts"


def told(counter: Counter) -> str:
    return counter.app.shell.screen.last.outcome


def shop_order(shop: Shop) -> int:
    number = shop.order(quantities=(1,))
    shop.sync()
    return number


def test_what_was_taken_back_is_done_once_the_hub_knows(at_work: Counter, shop: Shop) -> None:
    hand_over(at_work, shop.ready(quantities=(1,)))
    at_work.press(Qt.Key.Key_Z, CTRL)
    at_work.until(lambda: bool(asked_about(at_work)))

    at_work.type("1", gap_ms=60)

    at_work.until(lambda: "Taken back" in told(at_work))
    at_work.until(lambda: at_work.app.shell.screen.last.state is State.DONE)
    assert "Taken back" in told(at_work)
