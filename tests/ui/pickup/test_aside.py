"""Pickups that are set aside keep their ticks, say where they went, and come back."""

from PySide6.QtCore import Qt

from clerk_app.domain.orders import OrderNo
from tests.ui.conftest import Counter
from tests.ui.pickup.test_pickup import CTRL, checked, look
from tests.ui.shop import Shop
from ui.formats import format_order_no
from ui.main_window import SCAN_FIELD_MIN_PX


def test_what_escape_sets_aside_says_where_it_went(at_work: Counter, shop: Shop) -> None:
    order = shop.ready(quantities=(1, 1))
    look(at_work, order.code)
    at_work.press(Qt.Key.Key_Space)
    at_work.until(lambda: at_work.app.pickup.screen.articles.badge == "1 / 2 items")
    at_work.press(Qt.Key.Key_Escape)  # first the field, then the pickup
    at_work.press(Qt.Key.Key_Escape)

    at_work.until(lambda: at_work.window.page == "counter")
    number = format_order_no(OrderNo(order.order_no))
    assert at_work.app.shell.screen.last.outcome == f"→ Set aside: {number}. Ctrl+0 brings it back."
    assert at_work.window.parked.accessibleName() == f"Set aside: {number}"


def test_what_another_scan_sets_aside_says_where_it_went(at_work: Counter, shop: Shop) -> None:
    first, second = shop.ready(quantities=(1,)), shop.ready(quantities=(1,))
    look(at_work, first.code)

    at_work.scan(second.code)

    went = f"Set aside: {format_order_no(OrderNo(first.order_no))}. Ctrl+0 brings it back."
    at_work.until(lambda: went in at_work.app.shell.screen.last.outcome)
    assert "Ready to hand over" in at_work.app.shell.screen.last.outcome


def test_several_that_were_set_aside_share_one_chip_and_are_chosen_from(at_work: Counter, shop: Shop) -> None:
    passes = [shop.ready(quantities=(2,)) for _ in range(3)]
    for one in passes:
        look(at_work, one.code)

    assert at_work.window.parked.text() == "2 set aside"
    assert at_work.window.scan_field.width() >= SCAN_FIELD_MIN_PX
    at_work.until(at_work.window.parked.isVisible)
    at_work.press(Qt.Key.Key_0, CTRL)
    at_work.type("2", gap_ms=60)

    first = format_order_no(OrderNo(passes[0].order_no))
    at_work.until(lambda: first in at_work.app.pickup.screen.band.order_no if at_work.app.pickup.screen.band else False)


def test_a_second_code_sets_the_first_aside_with_its_ticks(at_work: Counter, shop: Shop) -> None:
    first, second = shop.ready(quantities=(1, 1)), shop.ready(quantities=(1,))
    look(at_work, first.code)
    at_work.press(Qt.Key.Key_Space)
    at_work.until(lambda: at_work.app.pickup.screen.articles.badge == "1 / 2 items")  # or it would belong to the scan

    at_work.scan(second.code)
    at_work.until(lambda: len(at_work.app.pickup.parked) == 1)
    at_work.until(lambda: checked(at_work))
    at_work.until(at_work.window.parked.isVisible)
    at_work.press(Qt.Key.Key_0, CTRL)

    at_work.until(lambda: at_work.app.pickup.screen.articles.badge == "1 / 2 items")
