"""An order is of the basket that asked for it, as it was then: what is changed is ordered anew before it is paid."""

import pytest
from PySide6.QtCore import Qt

from clerk_app.desk import baskets, held, outbox, payments
from clerk_app.domain.basket import SHIP
from clerk_app.domain.operations import Kind
from clerk_app.domain.orders import Method
from clerk_app.domain.paying import PayRefusal
from clerk_app.errors import DiskFull
from tests.ui.basket.conftest import BasketCounter
from tests.ui.basket.test_elsewhere import article, keep_first
from tests.ui.basket.test_paying import CTRL, fill
from tests.ui.shop import Shop
from ui.messages import Text, say


def keep_elsewhere(at_basket: BasketCounter, shop: Shop) -> int:
    """One article is kept at another branch; the place of another one in the demo's list is returned."""
    nth = article(shop, Method.PICKUP)
    fill(at_basket, nth)
    at_basket.until(at_basket.parts.view.line.elsewhere.ways.isVisible)
    at_basket.press(Qt.Key.Key_F6)
    keep_first(at_basket, "pickup")
    at_basket.until(lambda: at_basket.parts.view.pay.text() == "Order, then take payment")
    return 0 if nth else 1


def order(at_basket: BasketCounter, shop: Shop) -> int:
    other = keep_elsewhere(at_basket, shop)
    at_basket.press(Qt.Key.Key_F9)
    at_basket.until(lambda: at_basket.parts.pay_sheet.is_open)
    at_basket.press(Qt.Key.Key_Escape)
    return other


def test_an_ordered_line_that_is_removed_takes_the_order_with_it(at_basket: BasketCounter, shop: Shop) -> None:
    other = order(at_basket, shop)
    at_basket.scan_gtin(other)
    at_basket.until(lambda: at_basket.quantities == [1, 1])
    it = baskets.current(shop.till)
    assert it is not None
    assert it.order is not None, "what is taken along too changes nothing of the order"

    at_basket.parts.presenter.select("1")
    at_basket.press(Qt.Key.Key_Delete, CTRL)
    at_basket.until(lambda: at_basket.quantities == [1])

    it = baskets.current(shop.till)
    assert it is not None
    assert it.order is None
    at_basket.press(Qt.Key.Key_F9)
    at_basket.until(lambda: at_basket.parts.pay_sheet.is_open)
    at_basket.until(lambda: at_basket.parts.pay_sheet.verb.armed)
    at_basket.press(Qt.Key.Key_Return, CTRL)
    at_basket.until(lambda: at_basket.parts.presenter.screen.done is not None)
    sale = next(entry.operation for entry in outbox.entries(shop.till) if entry.operation.kind == Kind.SOLD)
    assert sale.body["order_no"] is None


def test_a_line_that_is_sent_after_all_is_not_paid_for_before_it_is_ordered(
    at_basket: BasketCounter, shop: Shop
) -> None:
    other = order(at_basket, shop)

    baskets.add(shop.till, str(shop.hub.demo["skus"][other]["sku"]), place=SHIP)

    it = baskets.current(shop.till)
    assert it is not None
    assert payments.pay_cash(shop.till, it.due.cash_minor, clerk=shop.clerk("cashier")) is PayRefusal.ORDER_NEEDED


def test_a_basket_that_was_changed_is_ordered_anew_with_what_is_kept_for_it(
    at_basket: BasketCounter, shop: Shop
) -> None:
    order(at_basket, shop)
    first = baskets.current(shop.till)
    assert first is not None
    assert first.order is not None
    baskets.credit(shop.till, 1, "")
    at_basket.parts.presenter.refresh()
    at_basket.until(lambda: at_basket.parts.view.pay.text() == "Order, then take payment")

    at_basket.press(Qt.Key.Key_F9)
    at_basket.until(lambda: at_basket.parts.pay_sheet.is_open)

    second = baskets.current(shop.till)
    assert second is not None
    assert second.order is not None
    assert second.order.order_no != first.order.order_no


def test_the_answer_to_an_order_is_of_the_basket_that_asked(at_basket: BasketCounter, shop: Shop) -> None:
    other = keep_elsewhere(at_basket, shop)
    parts = at_basket.parts
    at_basket.app.sync.reported.disconnect(parts.elsewhere.hear_order)
    at_basket.press(Qt.Key.Key_F9)
    at_basket.until(lambda: any(it.operation.kind == Kind.PLACED and it.answer for it in outbox.entries(shop.till)))
    asked = baskets.current(shop.till)
    assert asked is not None
    assert held.hold(shop.till, "Li") is None
    parts.presenter.refresh()
    at_basket.scan_gtin(other)
    at_basket.until(lambda: baskets.current(shop.till) is not None and at_basket.quantities == [1])

    parts.elsewhere.hear_order()

    now = baskets.current(shop.till)
    assert now is not None
    assert now.order is None
    assert not at_basket.parts.pay_sheet.is_open
    baskets.forget(shop.till)
    again = held.resume(shop.till, asked.basket.basket)
    assert isinstance(again, baskets.OpenBasket)
    assert again.order is not None


@pytest.mark.expected_log("ui.basket.elsewhere_presenter WARNING: the basket was not written down")
def test_an_order_that_a_full_disk_does_not_take_is_not_said_to_be_placed_and_is_heard_again(
    at_basket: BasketCounter, shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise DiskFull("no space left")

    keep_elsewhere(at_basket, shop)
    with monkeypatch.context() as patch:
        patch.setattr("clerk_app.store.baskets.keep", full)
        at_basket.press(Qt.Key.Key_F9)
        at_basket.until(lambda: headline(at_basket) == say(Text.NOT_SAVED))
        assert not at_basket.parts.pay_sheet.is_open

    at_basket.parts.elsewhere.hear_order()

    at_basket.until(lambda: at_basket.parts.pay_sheet.is_open)
    it = baskets.current(shop.till)
    assert it is not None
    assert it.order is not None


def headline(at_basket: BasketCounter) -> str:
    notice = at_basket.parts.presenter.screen.notice
    return notice.headline if notice else ""
