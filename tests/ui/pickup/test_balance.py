"""The balance of a pickup is paid in the pay sheet, with keys and scans, before the goods may go."""

from typing import Any

from PySide6.QtCore import Qt

from clerk_app.desk import balances, outbox
from clerk_app.domain.operations import Kind
from tests.ui.conftest import Counter
from tests.ui.pickup.test_pickup import CTRL, look
from tests.ui.shop import Pass, Shop
from ui.pickup.screen import Stage
from ui.theme import State


def owing(at_work: Counter, shop: Shop, unpaid_minor: int) -> Pass:
    """An order that owes so much is looked at, and its one piece is ticked."""
    order = shop.ready(quantities=(1,), unpaid_minor=unpaid_minor)
    look(at_work, order.code)
    at_work.press(Qt.Key.Key_Space)
    return order


def open_sheet(at_work: Counter) -> None:
    at_work.press(Qt.Key.Key_F9)
    at_work.until(lambda: at_work.app.balance_pay.parts.sheet.is_open)


def confirm(at_work: Counter) -> None:
    sheet = at_work.app.balance_pay.parts.sheet
    at_work.until(lambda: sheet.verb.armed)
    at_work.press(Qt.Key.Key_Return, CTRL)


def hand_over(at_work: Counter) -> None:
    at_work.until(lambda: at_work.app.pickup.screen.can_act)
    at_work.armed()
    at_work.press(Qt.Key.Key_Return, CTRL)
    at_work.until(lambda: at_work.app.pickup.screen.stage is Stage.AFTER)


def taken(shop: Shop) -> list[dict[str, Any]]:
    """What the hand-over told of the money."""
    entries = reversed(outbox.entries(shop.till, limit=20))
    return [dict(it.operation.body) for it in entries if it.operation.kind == Kind.TENDER_TAKEN]


def test_a_card_pays_the_balance_at_the_terminal_and_the_goods_go(at_work: Counter, shop: Shop) -> None:
    owing(at_work, shop, 300)
    open_sheet(at_work)

    at_work.press(Qt.Key.Key_F6)
    confirm(at_work)
    at_work.until(lambda: not at_work.app.balance_pay.parts.sheet.is_open)
    hand_over(at_work)

    (told,) = taken(shop)
    assert (told["method"], told["amount_minor"]) == ("card_terminal", 300)
    assert told["details"]["approval"]
    assert len(told["details"]["last_four"]) == 4
    at_work.until(lambda: (band := at_work.app.pickup.screen.band) is not None and band.state is State.DONE)
    assert not balances.kept_here(shop.till)


def test_silence_of_the_terminal_blocks_goods_and_second_payment_until_it_is_known(
    at_work: Counter, shop: Shop
) -> None:
    order = owing(at_work, shop, 392)  # this the simulator takes, and says nothing
    open_sheet(at_work)

    at_work.press(Qt.Key.Key_F6)
    confirm(at_work)
    sheet = at_work.app.balance_pay.parts.sheet
    at_work.until(lambda: "Do not take payment again" in (sheet.waiting.accessibleName() or ""))
    at_work.press(Qt.Key.Key_Escape)

    screen = at_work.app.pickup.screen
    assert not screen.can_act
    assert screen.band is not None
    assert screen.band.state is State.UNKNOWN
    at_work.until(lambda: at_work.app.pickup.screen.can_act)  # it was asked about by itself
    hand_over(at_work)
    assert [told["amount_minor"] for told in taken(shop)] == [392]
    assert order.order_no not in balances.kept_here(shop.till)


def test_money_of_a_customer_who_left_stays_in_sight_and_is_given_back(at_work: Counter, shop: Shop) -> None:
    order = owing(at_work, shop, 300)
    open_sheet(at_work)
    at_work.type("1", gap_ms=60)
    confirm(at_work)
    at_work.until(lambda: balances.kept_here(shop.till) == (order.order_no,))
    at_work.press(Qt.Key.Key_Escape)
    at_work.press(Qt.Key.Key_Escape)

    (chip,) = at_work.app.pickup.parked
    assert chip.text.startswith("Money taken: ")
    at_work.app.pickup.bring_back(chip.id)
    at_work.until(lambda: at_work.app.pickup.is_settled)
    assert not at_work.app.pickup.screen.can_act
    open_sheet(at_work)
    at_work.press(Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)

    at_work.until(lambda: balances.kept_here(shop.till) == ())
    assert taken(shop) == []


def test_a_payment_code_that_is_scanned_asks_for_the_balance_and_no_gateway_takes_nothing(
    at_work: Counter, shop: Shop
) -> None:
    owing(at_work, shop, 300)

    at_work.scan("134567890123456789")
    at_work.until(lambda: at_work.app.balance_pay.parts.sheet.is_open)
    at_work.scan("134567890123456789")

    presenter = at_work.app.balance_pay.parts.presenter
    at_work.until(lambda: (it := presenter.screen) is not None and bool(it.trouble))
    assert presenter.screen is not None
    assert presenter.screen.trouble == "This till has no such device. Take another tender."
    assert not balances.kept_here(shop.till)
