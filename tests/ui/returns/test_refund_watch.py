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
from tests.ui.conftest import Counter
from tests.ui.returns.conftest import return_counter
from tests.ui.shop import Hub, Shop


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
