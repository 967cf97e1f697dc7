"""A refund that was begun is asked about until it is over, also after a restart and on whatever page."""

import pytest
from PySide6.QtCore import Qt

from clerk_app.desk import baskets, outbox, payments, purchases, returns
from clerk_app.desk.payments import Paid
from clerk_app.desk.returns import TakenBack
from clerk_app.devices.connected import devices_of
from clerk_app.domain.codes import classify
from clerk_app.domain.operations import Kind
from clerk_app.domain.paying import Attempt
from clerk_app.domain.returns.planning import Chosen
from clerk_app.errors import DiskFull
from tests.ui.conftest import Counter
from tests.ui.returns.conftest import ReturnCounter, return_counter
from tests.ui.shop import Hub, Shop
from ui.messages import Text, say
from ui.returns.screen import Stage
from ui.sheets.approval import ApprovalSheet


@pytest.fixture
def cut_off(shop: Shop) -> None:
    """A refund to a card is begun, and the till is cut off before the terminal is asked."""
    till, cashier = shop.till, shop.clerk("cashier")
    baskets.add(till, str(shop.hub.demo["skus"][0]["sku"]), 1, credited=cashier.badge)
    it = baskets.current(till)
    assert it is not None
    attempt = payments.begin_card(till, it.due.left_minor, clerk=cashier)
    assert isinstance(attempt, Attempt)
    done = payments.carry_out(till, devices_of(till.folder, practice=True), attempt)
    assert isinstance(done, Paid)
    assert done.sold is not None
    shop.sync()
    shown = purchases.shown_of(till, classify(done.sold.sale.receipt_no))
    assert shown is not None
    found = purchases.find(till, shop.client, shown, clerk=cashier.badge)
    assert isinstance(found, tuple)
    reason = returns.return_rules(till).reasons[0].code
    back = returns.take_back(till, found[0], [Chosen(1, 1, reason)], clerk=cashier)
    assert isinstance(back, TakenBack)
    assert len(back.begun) == 1


def test_after_a_restart_the_terminal_is_asked_whatever_page_is_shown(
    cut_off: None, counter: Counter, hub: Hub, shop: Shop
) -> None:
    at = return_counter(counter, hub, shop)
    at.press(Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)

    at.until(lambda: payments.not_over(shop.till) == (), timeout_ms=15_000)

    refunded = [it.operation for it in outbox.entries(shop.till) if it.operation.kind == Kind.REFUNDED]
    assert [it.body["refund"]["state"] for it in refunded] == ["paid"]


@pytest.fixture
def refused_later(cut_off: None, shop: Shop) -> None:
    """And the terminal, once it is asked, remembers nothing of the payment."""
    (shop.till.folder / "simulated-terminal.json").unlink()


def look_up_again(counter: Counter, hub: Hub, shop: Shop, *, role: str) -> ReturnCounter:
    at = return_counter(counter, hub, shop, role=role)
    at.until(lambda: payments.not_over(shop.till) == (), timeout_ms=15_000)
    receipt = next(it.operation for it in outbox.entries(shop.till) if it.operation.kind == Kind.SOLD)
    at.find(str(receipt.body["receipt_no"]))
    return at


def in_cash(shop: Shop) -> list[str]:
    refunded = [it.operation for it in outbox.entries(shop.till) if it.operation.kind == Kind.REFUNDED]
    return [it.body["refund"]["method"] for it in refunded if it.body["refund"]["state"] == "paid"]


def test_a_refund_that_was_refused_later_is_shown_with_its_receipt_and_given_in_cash(
    refused_later: None, counter: Counter, hub: Hub, shop: Shop
) -> None:
    at = look_up_again(counter, hub, shop, role="manager")
    assert at.notice == "The refund was refused."
    at.until(at.view.cash.isVisible)

    at.press(Qt.Key.Key_F9)

    at.until(lambda: in_cash(shop) == ["cash"])
    assert not at.presenter.screen.cash_instead
    at.until(lambda: at.view.next.armed)
    at.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert at.stage is Stage.EMPTY


def test_without_a_manager_a_refused_refund_asks_for_one(
    refused_later: None, counter: Counter, hub: Hub, shop: Shop
) -> None:
    at = look_up_again(counter, hub, shop, role="cashier")

    at.press(Qt.Key.Key_F9)

    at.until(lambda: isinstance(at.window.overlays.top, ApprovalSheet))
    assert in_cash(shop) == []


@pytest.mark.expected_log("ui.returns.presenter WARNING: a return was not written down")
def test_cash_that_a_full_disk_does_not_take_is_not_handed_out(
    refused_later: None, counter: Counter, hub: Hub, shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    at = look_up_again(counter, hub, shop, role="manager")

    def full(*_: object, **__: object) -> None:
        raise DiskFull("no space left")

    monkeypatch.setattr("clerk_app.store.ledger.append", full)
    at.presenter.give_cash_instead()

    assert at.notice == say(Text.NOT_SAVED)
    assert at.presenter.screen.cash_instead
    assert in_cash(shop) == []
