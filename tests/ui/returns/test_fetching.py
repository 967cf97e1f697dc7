"""Goods that are fetched at the customer's home: booked with keys alone, at the hub, which keeps the address."""

import json

from PySide6.QtCore import Qt

from clerk_app.desk import outbox
from clerk_app.domain.operations import Kind
from tests.ui.returns.conftest import ReturnCounter
from tests.ui.returns.test_returns import CTRL
from tests.ui.shop import Hub, Shop
from ui.returns.page import ReturnPage
from ui.returns.screen import Stage


def ask_when(at_returns: ReturnCounter) -> ReturnPage:
    sale = at_returns.sell((0, 2))
    at_returns.find(sale.receipt_no)
    at_returns.press(Qt.Key.Key_Space)
    at_returns.until(at_returns.view.fetch.isEnabled)
    at_returns.press(Qt.Key.Key_F4)
    page = at_returns.app.return_page
    assert page.fetch_sheet is not None
    at_returns.until(lambda: page.fetch_sheet is not None and page.fetch_sheet.is_open)
    return page


def test_a_day_a_time_and_an_address_book_somebody_to_fetch_it(at_returns: ReturnCounter, hub: Hub, shop: Shop) -> None:
    page = ask_when(at_returns)
    at_returns.press(Qt.Key.Key_3)
    at_returns.press(Qt.Key.Key_F6)
    at_returns.press(Qt.Key.Key_Return, CTRL)
    address = page.address_sheet
    assert address is not None
    at_returns.until(lambda: address.is_open)
    at_returns.press(Qt.Key.Key_Return, CTRL)
    at_returns.until(lambda: bool(address.fault_of("name")))
    typed = {"name": "Li Na", "phone": "13800002046", "region": "Zhejiang Hangzhou", "street": "Jiangnan Road 88"}
    for name, text in typed.items():
        address.fields[name].setText(text)
    at_returns.press(Qt.Key.Key_Return, CTRL)

    at_returns.until(lambda: at_returns.notice.startswith("It is fetched"), timeout_ms=20_000)
    assert at_returns.stage is Stage.EMPTY, "the next customer"
    booking = next(it.operation for it in outbox.entries(shop.till) if it.operation.kind == Kind.COLLECTION_BOOKED)
    assert (booking.body["from_hour"], booking.body["until_hour"]) == (12, 15)
    assert "Jiangnan" not in str(booking.body), "no address is in what the till keeps"
    told = json.loads(hub.run("return", "collections"))
    assert told["return"] == booking.body["return"]


def test_esc_books_nothing_and_the_lines_stay(at_returns: ReturnCounter, shop: Shop) -> None:
    ask_when(at_returns)

    at_returns.press(Qt.Key.Key_Escape)

    assert at_returns.stage is Stage.LINES
    assert not any(it.operation.kind == Kind.COLLECTION_BOOKED for it in outbox.entries(shop.till))


def test_what_the_hub_does_not_know_is_not_fetched(at_returns: ReturnCounter) -> None:
    sale = at_returns.sell((0, 1))
    with at_returns.shop.hub.gone():
        at_returns.find(sale.receipt_no)
        at_returns.until(lambda: at_returns.stage is Stage.LINES)
        at_returns.press(Qt.Key.Key_Space)
        at_returns.until(lambda: at_returns.presenter.screen.can_act)

        assert not at_returns.view.fetch.isEnabled()
        assert "head office answers" in at_returns.view.fetch.toolTip()
