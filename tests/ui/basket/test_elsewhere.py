"""What is not here is offered by other places, kept for a quarter of an hour, and ordered before anybody pays."""

import sqlite3
from contextlib import closing
from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt

from clerk_app.desk import baskets, outbox
from clerk_app.domain.basket import Fulfilment
from clerk_app.domain.money import share
from clerk_app.domain.operations import Kind
from clerk_app.domain.orders import Method
from clerk_app.domain.receipts import as_text
from tests.ui.basket.conftest import BasketCounter
from tests.ui.basket.test_paying import CTRL, fill
from tests.ui.shop import Shop
from ui.basket.address_sheet import AddressSheet
from ui.basket.names import names_of_branches
from ui.basket.screen import GroupRow
from ui.formats import amount

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
    branch = it.basket.lines[0].place.branch
    assert branch is not None
    place = names_of_branches(shop.till)[branch]
    paper = as_text(done.paper)
    assert "提货门店 Pick up at" in paper
    assert place in paper
    assert "预计可取 Ready" in paper
    assert "请于此前提货 Collect by" in paper
    facts = {fact.name: fact.value for fact in done.facts}
    assert facts["Pick up at"] == place
    assert at_basket.parts.view.done.facts.isVisible()
    assert facts["Collect by"] in paper
    shop.sync()
    assert facts["Collect by"] == collect_by_at_hub(shop, it.order.order_no), "as the hub reckons it"


def collect_by_at_hub(shop: Shop, order_no: int) -> str:
    with closing(sqlite3.connect(shop.hub.folder / "hub.db")) as file:
        (ms,) = file.execute("SELECT collect_by_ms FROM pickup_order WHERE order_no = ?", (order_no,)).fetchone()
    return f"{datetime.fromtimestamp(ms / 1000, ZoneInfo('Asia/Shanghai')):%Y-%m-%d %H:%M}"


def test_a_deposit_leaves_its_balance_to_the_branch_that_gives_it_out(at_basket: BasketCounter, shop: Shop) -> None:
    fill(at_basket, article(shop, Method.PICKUP))
    at_basket.until(at_basket.parts.view.line.elsewhere.ways.isVisible)
    at_basket.press(Qt.Key.Key_F6)
    keep_first(at_basket, "pickup")
    it = baskets.current(shop.till)
    assert it is not None
    total_minor = it.priced.total_minor
    at_basket.until(lambda: at_basket.parts.elsewhere.screen.pay == "full")

    at_basket.press(Qt.Key.Key_F9, SHIFT)

    page = at_basket.parts.presenter
    deposit_minor = share(total_minor, 200, 1000)
    at_basket.until(lambda: page.screen.totals.pay_now == amount(deposit_minor, "CNY"))
    assert page.screen.totals.later == f"At pickup {amount(total_minor - deposit_minor, 'CNY')}"
    at_basket.until(lambda: at_basket.parts.view.pay.armed)
    at_basket.press(Qt.Key.Key_F9)
    at_basket.until(lambda: at_basket.parts.pay_sheet.is_open, timeout_ms=30_000)
    it = baskets.current(shop.till)
    assert it is not None
    assert it.due.left_minor == deposit_minor, "the hub asks for what was shown"
    at_basket.until(lambda: at_basket.parts.pay_sheet.verb.armed)
    at_basket.press(Qt.Key.Key_Return, CTRL)
    at_basket.until(lambda: page.screen.done is not None)
    assert page.screen.done is not None
    assert {fact.name: fact.value for fact in page.screen.done.facts}["To pay at pickup"] == amount(
        total_minor - deposit_minor, "CNY"
    )
    assert "提货时付 To pay at pickup" in as_text(page.screen.done.paper)


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
    page = at_basket.parts.presenter
    all_now = page.screen.totals.pay_now
    assert not page.screen.totals.later
    at_basket.press(Qt.Key.Key_F9, SHIFT)
    at_basket.until(lambda: elsewhere.screen.pay == "on_delivery")
    at_basket.until(lambda: page.screen.totals.pay_now == amount(0, "CNY"))
    assert page.screen.totals.later == f"Carrier takes {all_now}"
    at_basket.until(lambda: at_basket.parts.view.pay.armed)
    at_basket.press(Qt.Key.Key_F9)
    sheet = at_basket.parts.address_sheet
    at_basket.until(lambda: sheet.is_open)
    type_address(sheet)
    at_basket.press(Qt.Key.Key_Return, CTRL)
    at_basket.until(lambda: at_basket.parts.pay_sheet.is_open, timeout_ms=30_000)
    assert at_basket.parts.pay.screen is not None
    assert at_basket.parts.pay.screen.later == f"Carrier takes {all_now}"
    at_basket.until(lambda: at_basket.parts.pay_sheet.verb.armed)

    at_basket.press(Qt.Key.Key_Return, CTRL)

    at_basket.until(lambda: at_basket.parts.presenter.screen.done is not None)
    (sale,) = [it.operation for it in outbox.entries(shop.till) if it.operation.kind == Kind.SOLD]
    assert sale.body["tenders"] == []
    assert sale.body["due_later_minor"] == sale.body["total_minor"] > 0
    done = page.screen.done
    assert done is not None
    paper = as_text(done.paper)
    for words in ("发货门店 Sent from", "预计送达 Arrives", "货到付款 Carrier collects"):
        assert words in paper
    assert {fact.name: fact.value for fact in done.facts}["Carrier collects"] == all_now


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
