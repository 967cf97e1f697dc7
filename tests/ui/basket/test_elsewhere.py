"""What is not here is offered by other places, kept for a quarter of an hour, and ordered before anybody pays."""

from PySide6.QtCore import Qt

from clerk_app.desk import baskets, outbox
from clerk_app.domain.basket import Fulfilment
from clerk_app.domain.operations import Kind
from clerk_app.domain.orders import Method
from tests.ui.basket.conftest import BasketCounter
from tests.ui.basket.test_paying import CTRL, fill
from tests.ui.shop import Shop
from ui.basket.address_sheet import AddressSheet
from ui.basket.screen import GroupRow

SHIFT = Qt.KeyboardModifier.ShiftModifier


def article(shop: Shop, method: Method) -> int:
    """The place in the demo's list of an article that may be had in this way from elsewhere."""
    to = "home" if method is Method.SHIP else None
    for nth, row in enumerate(shop.hub.demo["skus"]):
        offers = shop.client.quotes(str(row["sku"]), quantity=1, to=to, timeout_s=10.0)
        if any(quote.method is method for quote in offers.quotes):
            return nth
    raise AssertionError(f"nothing can be had by {method}")


def rows(at_basket: BasketCounter) -> list[str]:
    return [row.held for row in at_basket.parts.elsewhere.screen.rows]


def keep_first(at_basket: BasketCounter, way: str) -> None:
    """The best place of those that are listed."""
    elsewhere = at_basket.parts.elsewhere

    def is_listed() -> bool:
        """A hub on a busy machine may be silent for longer than a clerk waits: then the clerk asks once more."""
        if elsewhere.screen.is_doubt and elsewhere.screen.can_ask:
            at_basket.press(Qt.Key.Key_R, CTRL)
        return elsewhere.screen.way == way and bool(elsewhere.screen.rows)

    at_basket.until(is_listed, timeout_ms=30_000)
    at_basket.press(Qt.Key.Key_1, CTRL)
    at_basket.until(lambda: any(rows(at_basket)))


def test_a_line_is_collected_elsewhere_ordered_then_paid_and_its_order_stands_on_the_receipt(
    at_basket: BasketCounter, shop: Shop
) -> None:
    fill(at_basket, article(shop, Method.PICKUP))
    at_basket.until(at_basket.parts.view.line.elsewhere.ways.isVisible)
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


def test_while_no_place_is_chosen_nobody_pays_and_the_line_says_so(at_basket: BasketCounter, shop: Shop) -> None:
    fill(at_basket, article(shop, Method.PICKUP))
    at_basket.until(at_basket.parts.view.line.elsewhere.ways.isVisible)

    at_basket.press(Qt.Key.Key_F6)

    page = at_basket.parts.presenter
    at_basket.until(lambda: at_basket.parts.view.pay.text() == "Choose a place first")
    assert page.screen.rows[0] == GroupRow("store", "Pick up at another branch", "no place chosen yet")
    assert page.screen.lines[0].trouble == "Choose a place first"
    at_basket.press(Qt.Key.Key_F9)
    assert page.screen.notice is not None
    assert page.screen.notice.headline.startswith("Choose first from where it comes")
    at_basket.parts.want_wallet()
    assert not at_basket.parts.pay_sheet.is_open
    keep_first(at_basket, "pickup")
    at_basket.until(lambda: at_basket.parts.view.pay.text() == "Order, then take payment")
    assert page.screen.lines[0].trouble == ""


def test_a_line_that_is_taken_along_after_all_is_paid_at_once(at_basket: BasketCounter, shop: Shop) -> None:
    fill(at_basket, article(shop, Method.PICKUP))
    at_basket.until(at_basket.parts.view.line.elsewhere.ways.isVisible)
    at_basket.press(Qt.Key.Key_F6)
    at_basket.until(lambda: at_basket.parts.view.pay.text() == "Choose a place first")

    at_basket.press(Qt.Key.Key_F6, CTRL)

    at_basket.until(lambda: at_basket.parts.view.pay.text().startswith("Take ¥"))
    at_basket.press(Qt.Key.Key_F9)
    at_basket.until(lambda: at_basket.parts.pay_sheet.is_open)


def ask_address(at_basket: BasketCounter, shop: Shop) -> AddressSheet:
    """One article should be sent, and it is asked where to."""
    fill(at_basket, article(shop, Method.SHIP))
    at_basket.until(at_basket.parts.view.line.elsewhere.ways.isVisible)
    at_basket.press(Qt.Key.Key_F6, SHIFT)
    keep_first(at_basket, "ship")
    at_basket.until(lambda: at_basket.parts.view.pay.armed)
    at_basket.press(Qt.Key.Key_F9)
    sheet = at_basket.parts.address_sheet
    at_basket.until(lambda: sheet.is_open)
    return sheet


def test_what_is_sent_asks_for_an_address_and_says_what_is_wrong_with_it(at_basket: BasketCounter, shop: Shop) -> None:
    sheet = ask_address(at_basket, shop)

    at_basket.press(Qt.Key.Key_Return, CTRL)

    at_basket.until(lambda: "missing" in sheet.fault_of("name"))
    assert not at_basket.parts.pay_sheet.is_open


def test_what_is_sent_may_be_paid_on_delivery(at_basket: BasketCounter, shop: Shop) -> None:
    fill(at_basket, article(shop, Method.SHIP))
    at_basket.until(at_basket.parts.view.line.elsewhere.ways.isVisible)
    at_basket.press(Qt.Key.Key_F6, SHIFT)
    keep_first(at_basket, "ship")
    elsewhere = at_basket.parts.elsewhere
    at_basket.until(lambda: elsewhere.screen.pay == "full")
    at_basket.press(Qt.Key.Key_F9, SHIFT)
    at_basket.until(lambda: elsewhere.screen.pay == "on_delivery")
    at_basket.until(lambda: at_basket.parts.view.pay.armed)
    at_basket.press(Qt.Key.Key_F9)
    sheet = at_basket.parts.address_sheet
    at_basket.until(lambda: sheet.is_open)
    type_address(sheet)
    at_basket.press(Qt.Key.Key_Return, CTRL)
    at_basket.until(lambda: at_basket.parts.pay_sheet.is_open, timeout_ms=30_000)
    at_basket.until(lambda: at_basket.parts.pay_sheet.verb.armed)

    at_basket.press(Qt.Key.Key_Return, CTRL)

    at_basket.until(lambda: at_basket.parts.presenter.screen.done is not None)
    (sale,) = [it.operation for it in outbox.entries(shop.till) if it.operation.kind == Kind.SOLD]
    assert sale.body["tenders"] == []
    assert sale.body["due_later_minor"] == sale.body["total_minor"] > 0


def type_address(sheet: AddressSheet) -> None:
    typed = {"name": "Li Na", "phone": "13800002046", "region": "Zhejiang Hangzhou", "street": "Jiangnan Road 88"}
    for name, text in typed.items():
        sheet.fields[name].setText(text)


def test_without_the_hub_nothing_is_ordered_and_nobody_pays_and_a_call_is_offered(
    at_basket: BasketCounter, shop: Shop
) -> None:
    fill(at_basket, article(shop, Method.PICKUP))
    at_basket.until(at_basket.parts.view.line.elsewhere.ways.isVisible)
    at_basket.press(Qt.Key.Key_F6)
    keep_first(at_basket, "pickup")
    at_basket.tell_online(online=False)

    at_basket.press(Qt.Key.Key_F9)

    at_basket.until(lambda: at_basket.parts.intent_sheets.intent.is_open)
    assert not at_basket.parts.pay_sheet.is_open


def test_esc_while_the_address_is_on_its_way_orders_nothing(at_basket: BasketCounter, shop: Shop) -> None:
    sheet = ask_address(at_basket, shop)
    type_address(sheet)
    at_basket.press(Qt.Key.Key_Return, CTRL)

    at_basket.press(Qt.Key.Key_Escape)

    at_basket.qtbot.wait(1500)
    assert not sheet.is_open
    assert not any(it.operation.kind == Kind.PLACED for it in outbox.entries(shop.till))
