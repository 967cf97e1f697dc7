"""What another branch has ordered for a customer's home is packed here, labelled, and given to a carrier."""

from collections.abc import Generator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from clerk_app.desk import aisle, baskets, outbox, payments, work
from clerk_app.desk.payments import Paid
from clerk_app.domain.basket import SHIP
from clerk_app.domain.operations import Kind
from clerk_app.domain.orders import Method, PickupStatus
from clerk_app.errors import DiskFull
from clerk_app.store.aisle import KeptReservation
from clerk_app.wire.aisle import OrderTold
from tests.ui.conftest import Counter
from tests.ui.shop import Hub, Shop
from tests.ui.work.test_work import CTRL, confirm, go_to, status

HOME = {"name": "王琳", "phone": "13800002046", "region": "浙江省杭州市滨江区", "street": "江南大道 88 号"}


@pytest.fixture
def ordered(hub: Hub, shop: Shop, tmp_path: Path) -> Generator[int]:
    """A sale of the other branch: its one line is to be sent from here."""
    far = Shop(hub, tmp_path / "far", branch=2)
    clerk = far.clerk("cashier", branch=2)
    sku = next(str(it["sku"]) for it in hub.demo["skus"] if is_free(far, str(it["sku"])))
    baskets.add(far.till, sku, place=SHIP, credited=clerk.badge)
    it = baskets.current(far.till)
    assert it is not None
    made = aisle.reserve(far.till, far.client, it, 1, branch=1, method=Method.SHIP)
    assert isinstance(made, KeptReservation), made
    address = aisle.keep_address(far.client, HOME)
    assert isinstance(address, str)
    wanted = aisle.order_of(it, (made,), address=address)
    assert wanted is not None
    outcome = aisle.place(far.till, wanted, clerk=clerk)
    far.sync()
    told = aisle.answer_to(far.till, outcome.op_id)
    assert isinstance(told, OrderTold), told
    baskets.place_order(far.till, aisle.as_noted(told))
    it = baskets.current(far.till)
    assert it is not None
    assert isinstance(payments.pay_cash(far.till, it.due.cash_minor, clerk=clerk), Paid)
    far.sync()
    yield told.order_no
    far.close()


def is_free(far: Shop, sku: str) -> bool:
    return any(it.branch == 1 for it in aisle.quote(far.client, sku, to=aisle.HOME).quotes)


def pick(at_work: Counter, number: int) -> None:
    go_to(at_work, number)
    confirm(at_work)
    at_work.until(lambda: status(at_work, number) is PickupStatus.ACCEPTED)
    at_work.press(Qt.Key.Key_F6)
    at_work.until(lambda: at_work.app.work.screen.can_act)
    confirm(at_work)
    at_work.until(lambda: at_work.app.parcel_sheet.is_open)


def test_it_is_packed_into_parcels_with_its_address_and_given_to_a_carrier(
    at_work: Counter, shop: Shop, ordered: int
) -> None:
    sheet = at_work.app.parcel_sheet
    pick(at_work, ordered)
    at_work.until(lambda: "江南大道 88 号" in sheet.address.text)
    assert "王琳" in sheet.address.text
    at_work.press(Qt.Key.Key_Plus)
    at_work.press(Qt.Key.Key_Return, CTRL)
    at_work.until(lambda: status(at_work, ordered) is PickupStatus.PACKED)
    assert sheet.address.text == "", "it is forgotten with the question"
    packed = work.order(shop.till, ordered)
    assert packed is not None
    assert packed.parcels == 2

    confirm(at_work)
    at_work.until(lambda: sheet.is_open)
    assert not sheet.verb.isEnabled(), "no carrier is chosen"
    at_work.press(Qt.Key.Key_1)
    at_work.until(sheet.verb.isEnabled)
    assert sheet.missing.text() == "Numbers missing: 2 of 2"
    at_work.scan("SF1234567890123")
    at_work.until(lambda: sheet.missing.text() == "Numbers missing: 1 of 2")
    at_work.scan("6901234567892")  # a number that would be an article's elsewhere
    at_work.scan("SF9999999999999")  # one more than there are parcels
    at_work.press(Qt.Key.Key_Return, CTRL)

    at_work.until(lambda: status(at_work, ordered) is PickupStatus.WITH_CARRIER)
    sent = next(it.operation for it in outbox.entries(shop.till) if it.operation.kind == Kind.SENT)
    assert sent.body == {"carrier": "顺丰速运", "tracking": ["SF1234567890123", "6901234567892"]}


def test_without_the_hub_it_is_packed_all_the_same_and_says_that_the_address_is_missing(
    at_work: Counter, hub: Hub, ordered: int
) -> None:
    at_work.until(lambda: status(at_work, ordered) is PickupStatus.NEW)
    with hub.gone():
        pick(at_work, ordered)

        at_work.until(lambda: "does not answer" in at_work.app.parcel_sheet.address.words, timeout_ms=20_000)
        at_work.press(Qt.Key.Key_Return, CTRL)
        at_work.until(lambda: status(at_work, ordered) is PickupStatus.PACKED)


def test_a_number_that_is_scanned_again_is_taken_out_and_esc_sends_nothing(at_work: Counter, ordered: int) -> None:
    sheet = at_work.app.parcel_sheet
    pick(at_work, ordered)
    at_work.press(Qt.Key.Key_Return, CTRL)
    at_work.until(lambda: status(at_work, ordered) is PickupStatus.PACKED)
    confirm(at_work)
    at_work.until(lambda: sheet.is_open)

    at_work.scan("SF1234567890123")
    at_work.until(lambda: "1 of 1" in sheet.tracked)
    at_work.scan("SF1234567890123")
    at_work.until(lambda: "0 of 1" in sheet.tracked)
    at_work.press(Qt.Key.Key_Escape)

    assert not sheet.is_open
    assert status(at_work, ordered) is PickupStatus.PACKED


def ask_carrier(at_work: Counter, number: int) -> None:
    pick(at_work, number)
    at_work.press(Qt.Key.Key_Return, CTRL)
    at_work.until(lambda: status(at_work, number) is PickupStatus.PACKED)
    confirm(at_work)
    at_work.until(lambda: at_work.app.parcel_sheet.is_open)
    at_work.press(Qt.Key.Key_1)
    at_work.until(at_work.app.parcel_sheet.verb.isEnabled)


@pytest.mark.expected_log("ui.acts WARNING: an act was not written down")
def test_a_disk_that_takes_nothing_leaves_the_numbers_that_were_scanned(
    at_work: Counter, ordered: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    sheet = at_work.app.parcel_sheet
    ask_carrier(at_work, ordered)
    at_work.scan("SF1234567890123")
    at_work.until(lambda: "1 of 1" in sheet.tracked)

    def full(*_: object, **__: object) -> None:
        raise DiskFull("no space left")

    with monkeypatch.context() as disk:
        disk.setattr("clerk_app.store.ledger.append", full)
        at_work.press(Qt.Key.Key_Return, CTRL)
        assert sheet.is_open
    at_work.until(lambda: sheet.verb.armed)
    at_work.press(Qt.Key.Key_Return, CTRL)

    at_work.until(lambda: status(at_work, ordered) is PickupStatus.WITH_CARRIER)


def test_what_people_carry_is_no_carriers_number(at_work: Counter, hub: Hub, ordered: int) -> None:
    sheet = at_work.app.parcel_sheet
    ask_carrier(at_work, ordered)

    at_work.scan(str(hub.staff("manager")["badge"]))

    at_work.until(lambda: sheet.tracked == "This is not a carrier's number.")
    at_work.scan("SF1234567890123")
    at_work.until(lambda: "1 of 1" in sheet.tracked)
