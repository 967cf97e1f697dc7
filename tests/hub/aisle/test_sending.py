"""An order that goes to the customer's address: packed at a branch, given to the carrier, collected by nobody."""

from datetime import UTC, datetime

import pytest

from clerk_app.domain.acts import Accept, MarkReady, Pack, Pick, Send
from clerk_app.domain.orders import LineQuantity, Method, PickupOrder, PickupStatus
from hub.expiry import expire_overdue
from tests.hub.aisle.chain import MILK, count, free
from tests.hub.core.shop import Counter, Shop, all_of

pytestmark = pytest.mark.both_engines


def to_be_sent(shop: Shop) -> PickupOrder:
    count(shop, 1, 5)
    return shop.order(status=PickupStatus.NEW, method=Method.SHIP)


def test_it_goes_from_new_to_the_carrier_and_is_then_off_what_is_on_hand(shop: Shop, till: Counter) -> None:
    order = to_be_sent(shop)
    picked = Pick((LineQuantity(1, 2), LineQuantity(2, 1)))
    steps = [Accept(), picked, Pack(2), Send("SF Express", ("SF1001", "SF1002"))]

    answers = [till.do(step, order.order_no)["status"] for step in steps]

    told = till.order(order.order_no)
    assert answers == ["applied"] * 4
    assert (told["status"], told["parcels"], told["carrier"]) == ("with_carrier", 2, "SF Express")
    assert told["tracking"] == ["SF1001", "SF1002"]
    assert [entry["happening"] for entry in told["history"]] == ["accepted", "picked", "packed", "sent"]
    assert told["pickup_id"] == "", "nobody collects it, so it has no code"
    assert free(shop, 1, MILK.sku) == (3, 0)


def test_nothing_is_sent_that_is_to_be_collected_and_nothing_put_on_a_shelf_that_is_sent(
    shop: Shop, till: Counter
) -> None:
    sent, collected = to_be_sent(shop), shop.order(status=PickupStatus.NEW)

    answers = [till.do(MarkReady("A-01", 1), sent.order_no), till.do(Pack(1), collected.order_no)]

    assert [(it["status"], it["reason"]) for it in answers] == [("conflict", "work_out_of_step")] * 2


def test_goods_that_were_handed_over_instead_are_gone_and_people_look(shop: Shop, till: Counter) -> None:
    order = to_be_sent(shop)

    answer = till.do(all_of(order), order.order_no)

    assert (answer["status"], answer["reason"]) == ("conflict", "handed_over_not_ready")
    assert free(shop, 1, MILK.sku) == (3, 0)


def test_it_never_expires_since_nobody_was_asked_to_come(shop: Shop) -> None:
    count(shop, 1, 5)
    past = datetime(2020, 1, 1, tzinfo=UTC)
    shop.order(status=PickupStatus.NEW, method=Method.SHIP, collect_by=past)

    assert expire_overdue(shop.database, datetime.now(UTC)) == 0
