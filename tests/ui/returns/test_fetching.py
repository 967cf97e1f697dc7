"""Goods that are fetched at the customer's home: booked with keys alone, at the hub, which keeps the address."""

import json
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt

from clerk_app.desk import outbox
from clerk_app.domain.operations import Kind, Word
from clerk_app.errors import DiskFull
from clerk_app.till import Till
from tests.ui.returns.conftest import ReturnCounter
from tests.ui.returns.test_returns import CTRL, give_back
from tests.ui.shop import Hub, Shop
from ui.returns.page import ReturnPage
from ui.returns.screen import Stage


def ask_when(at_returns: ReturnCounter) -> ReturnPage:
    sale = at_returns.sell((0, 2))
    at_returns.find(sale.receipt_no)
    at_returns.press(Qt.Key.Key_Space)
    at_returns.say_why()
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
    assert booking.body["return"] in fetched(hub)


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
        at_returns.say_why()
        at_returns.until(lambda: at_returns.presenter.screen.can_act)

        assert not at_returns.view.fetch.isEnabled()
        assert "head office answers" in at_returns.view.fetch.toolTip()


TYPED = {"name": "Li Na", "phone": "13800002046", "region": "Zhejiang Hangzhou", "street": "Jiangnan Road 88"}


def bookings(shop: Shop) -> list[outbox.OutboxEntry]:
    return [it for it in outbox.entries(shop.till) if it.operation.kind == Kind.COLLECTION_BOOKED]


def book_unheard(at_returns: ReturnCounter, shop: Shop) -> ReturnPage:
    """A booking is asked for, and its answer is not heard before `hear`; the next customer's goods are ticked."""
    page = ask_when(at_returns)
    assert page.fetching is not None
    at_returns.app.sync.reported.disconnect(page.fetching.hear)
    page.fetching.confirm()
    page.fetching.send_address(TYPED)
    at_returns.until(lambda: len(bookings(shop)) == 1)
    other = at_returns.sell((1, 1))
    at_returns.presenter.clear()
    at_returns.find(other.receipt_no)
    at_returns.press(Qt.Key.Key_Space)
    at_returns.say_why()
    at_returns.until(lambda: at_returns.presenter.screen.can_act)
    at_returns.until(lambda: bookings(shop)[0].answer is not None)
    return page


def test_the_answer_to_a_booking_leaves_the_next_customers_ticks(at_returns: ReturnCounter, shop: Shop) -> None:
    page = book_unheard(at_returns, shop)
    assert page.fetching is not None

    page.fetching.hear()

    assert at_returns.notice.startswith("It is fetched")
    assert at_returns.stage is Stage.LINES
    assert at_returns.presenter.screen.rows[0].ticked == 1


def test_a_second_question_is_asked_for_itself(at_returns: ReturnCounter, shop: Shop) -> None:
    page = book_unheard(at_returns, shop)
    assert page.fetching is not None
    at_returns.press(Qt.Key.Key_F4)
    at_returns.until(lambda: page.fetch_sheet is not None and page.fetch_sheet.is_open)

    page.fetching.hear()
    page.fetching.confirm()
    page.fetching.send_address(TYPED)

    at_returns.until(lambda: len(bookings(shop)) == 2)


def test_esc_while_the_address_is_on_its_way_books_nothing(at_returns: ReturnCounter, shop: Shop) -> None:
    page = ask_when(at_returns)
    at_returns.press(Qt.Key.Key_Return, CTRL)
    address = page.address_sheet
    assert address is not None
    at_returns.until(lambda: address.is_open)
    for name, text in TYPED.items():
        address.fields[name].setText(text)
    at_returns.press(Qt.Key.Key_Return, CTRL)

    at_returns.press(Qt.Key.Key_Escape)

    at_returns.qtbot.wait(1500)
    assert not address.is_open
    assert bookings(shop) == []


def test_what_the_hub_took_for_people_to_look_at_is_not_told_as_refused(
    at_returns: ReturnCounter, shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = book_unheard(at_returns, shop)
    assert page.fetching is not None
    known = outbox.entry

    def flagged(till: Till, op_id: str) -> outbox.OutboxEntry | None:
        entry = known(till, op_id)
        return entry and replace(entry, word=Word.CONFLICT)

    monkeypatch.setattr(outbox, "entry", flagged)

    page.fetching.hear()

    assert "for people to look at" in at_returns.notice


@pytest.mark.expected_log("ui.returns.fetching WARNING: a booking was not written down")
def test_a_disk_that_takes_no_booking_is_told(
    at_returns: ReturnCounter, shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = ask_when(at_returns)
    assert page.fetching is not None

    def full(*_: object, **__: object) -> None:
        raise DiskFull("no space left")

    monkeypatch.setattr("clerk_app.desk.returns.book_collection", full)
    page.fetching.confirm()
    page.fetching.send_address(TYPED)

    at_returns.until(lambda: "written to this till's disk" in at_returns.notice)
    assert bookings(shop) == []
    assert at_returns.stage is Stage.LINES


def test_a_booking_is_over_once_its_goods_are_here(at_returns: ReturnCounter, hub: Hub, shop: Shop) -> None:
    page = ask_when(at_returns)
    assert page.fetching is not None
    page.fetching.confirm()
    page.fetching.send_address(TYPED)
    at_returns.until(lambda: at_returns.notice.startswith("It is fetched"), timeout_ms=20_000)
    booked = str(bookings(shop)[0].operation.body["return"])
    told = fetched(hub)[booked]
    assert (told["address"]["street"], told["lines"][0]["quantity"]) == ("Jiangnan Road 88", 2)
    at_returns.find(
        next(it.operation for it in outbox.entries(shop.till) if it.operation.kind == Kind.SOLD).body["receipt_no"]
    )
    at_returns.press(Qt.Key.Key_Plus)
    at_returns.say_why()
    at_returns.until(lambda: at_returns.presenter.screen.can_act)
    give_back(at_returns)
    assert at_returns.stage is Stage.DONE
    shop.sync()

    assert fetched(hub)[booked]["lines"][0]["quantity"] == 1, "one of two is here"
    hub.run("return", "cancel-collection", booked, "--reason", "the customer brings it")
    assert booked not in fetched(hub)


def fetched(hub: Hub) -> dict[str, Any]:
    """What head office is told that somebody has to fetch, by the booking."""
    return {
        row["return"]: row for row in map(json.loads, hub.run("return", "collections", "--by", "9001").splitlines())
    }
