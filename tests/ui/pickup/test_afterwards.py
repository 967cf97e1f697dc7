"""What stands on the screen once the goods have gone is true by then."""

from PySide6.QtCore import Qt

from tests.ui.conftest import Counter
from tests.ui.pickup.test_pickup import look, take_all_in_cash
from tests.ui.shop import Shop
from ui.pickup.screen import Stage

CTRL = Qt.KeyboardModifier.ControlModifier


def confirm(counter: Counter) -> None:
    counter.armed()
    counter.press(Qt.Key.Key_Return, CTRL)
    counter.until(lambda: counter.app.pickup.screen.stage is Stage.AFTER)


def test_a_balance_that_was_taken_is_paid(at_work: Counter, shop: Shop) -> None:
    order = shop.ready(quantities=(1,), unpaid_minor=300)
    look(at_work, order.code)
    assert at_work.app.pickup.screen.articles.due == "¥3.00"
    at_work.press(Qt.Key.Key_Space)
    take_all_in_cash(at_work)

    confirm(at_work)

    shown = at_work.app.pickup.screen.articles
    assert shown.due == "¥0.00"
    assert "¥10.00" in shown.paid


def test_a_second_look_begins_at_the_first_article_that_is_to_be_ticked(at_work: Counter, shop: Shop) -> None:
    order = shop.ready(quantities=(1, 1, 1))
    look(at_work, order.code)
    at_work.press(Qt.Key.Key_Down)
    at_work.press(Qt.Key.Key_Down)
    at_work.press(Qt.Key.Key_Escape)

    look(at_work, order.code)

    assert at_work.app.pickup_view.articles.list.current_id == "1"


def test_what_was_collected_before_stays_collected(at_work: Counter, shop: Shop) -> None:
    order = shop.ready(quantities=(1, 2))
    look(at_work, order.code)
    at_work.press(Qt.Key.Key_F6)
    at_work.press(Qt.Key.Key_Space)
    confirm(at_work)
    at_work.until(lambda: at_work.app.shell.screen.connection.waiting == "0")
    at_work.press(Qt.Key.Key_Escape)
    look(at_work, order.code)
    at_work.press(Qt.Key.Key_Down)
    at_work.press(Qt.Key.Key_Space)

    confirm(at_work)

    rows = at_work.app.pickup.screen.articles.rows
    assert [(row.ticked, row.quantity) for row in rows] == [(1, 1), (2, 2)]
    assert rows[0].word == "collected before"
