"""What is not here is offered by other places, kept for a quarter of an hour, and ordered before anybody pays."""

from PySide6.QtCore import Qt

from clerk_app.desk import baskets
from clerk_app.domain.basket import Fulfilment
from tests.ui.basket.conftest import BasketCounter
from tests.ui.basket.test_paying import CTRL, fill
from tests.ui.shop import Shop

SHIFT = Qt.KeyboardModifier.ShiftModifier
COLLECTED, SENT = 5, 3  # articles of the demo that the other branch, and the warehouse, have


def rows(at_basket: BasketCounter) -> list[str]:
    return [row.held for row in at_basket.parts.elsewhere.screen.rows]


def keep_first(at_basket: BasketCounter, way: str) -> None:
    """The best place of those that are listed."""
    elsewhere = at_basket.parts.elsewhere
    at_basket.until(lambda: elsewhere.screen.way == way and bool(elsewhere.screen.rows))
    at_basket.press(Qt.Key.Key_1, CTRL)
    at_basket.until(lambda: any(rows(at_basket)))


def test_a_line_is_collected_elsewhere_ordered_then_paid_and_its_order_stands_on_the_receipt(
    at_basket: BasketCounter, shop: Shop
) -> None:
    fill(at_basket, COLLECTED)
    at_basket.press(Qt.Key.Key_F6)
    keep_first(at_basket, "pickup")
    it = baskets.current(shop.till)
    assert it is not None
    assert it.basket.lines[0].place.fulfilment is Fulfilment.PICKUP
    at_basket.until(lambda: at_basket.parts.view.pay.text() == "Order, then take payment")

    at_basket.press(Qt.Key.Key_F9)
    at_basket.until(lambda: at_basket.parts.pay_sheet.is_open)
    it = baskets.current(shop.till)
    assert it is not None
    assert it.order is not None
    at_basket.until(lambda: at_basket.parts.pay_sheet.verb.armed)
    at_basket.press(Qt.Key.Key_Return, CTRL)

    at_basket.until(lambda: at_basket.parts.presenter.screen.done is not None)
    done = at_basket.parts.presenter.screen.done
    assert done is not None
    assert any("Order" in row.left and row.right for row in done.paper)


def test_what_is_sent_asks_for_an_address_and_says_what_is_wrong_with_it(at_basket: BasketCounter) -> None:
    fill(at_basket, SENT)
    at_basket.press(Qt.Key.Key_F6, SHIFT)
    keep_first(at_basket, "ship")
    at_basket.until(lambda: at_basket.parts.view.pay.armed)
    at_basket.press(Qt.Key.Key_F9)
    sheet = at_basket.parts.address_sheet
    at_basket.until(lambda: sheet.is_open)

    at_basket.press(Qt.Key.Key_Return, CTRL)

    at_basket.until(lambda: "missing" in sheet.fault_of("name"))
    assert not at_basket.parts.pay_sheet.is_open


def test_without_the_hub_nothing_is_ordered_and_nobody_pays(at_basket: BasketCounter) -> None:
    fill(at_basket, COLLECTED)
    at_basket.press(Qt.Key.Key_F6)
    keep_first(at_basket, "pickup")
    at_basket.parts.elsewhere.show_online(online=False)  # as the connection tells it

    at_basket.press(Qt.Key.Key_F9)

    at_basket.until(lambda: (notice := at_basket.parts.presenter.screen.notice) is not None and bool(notice.why))
    assert not at_basket.parts.pay_sheet.is_open
