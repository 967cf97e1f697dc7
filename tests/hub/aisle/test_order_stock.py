"""What becomes of an order moves the stock of its branch, in one place, whatever the channel."""

from datetime import UTC, datetime
from typing import Any

import pytest

from clerk_app.domain.acts import Accept, Reject, Undo
from clerk_app.domain.orders import PickupOrder, PickupStatus
from hub.cancelling import cancel
from hub.expiry import expire_overdue
from tests.hub.aisle.chain import MILK, NAPPIES, count, free
from tests.hub.core.shop import Counter, Shop, all_of

pytestmark = pytest.mark.both_engines


def placed(shop: Shop, *, status: PickupStatus = PickupStatus.READY, **fields: Any) -> PickupOrder:
    """Two tins of milk powder and one pack of nappies, at a branch that has five and three."""
    count(shop, 1, 5)
    count(shop, 1, 3, NAPPIES.sku)
    return shop.order(status=status, **fields)


def test_an_open_order_has_its_pieces_reserved_and_its_branch_is_told(shop: Shop, till: Counter) -> None:
    order = placed(shop)

    assert (free(shop, 1), free(shop, 1, NAPPIES.sku)) == ((5, 2), (3, 1))
    assert till.entities("stock")[MILK.sku]["reserved"] == 2
    assert [line["reserved"] for line in till.order(order.order_no)["lines"]] == [2, 1]


def test_what_is_handed_over_is_off_what_is_on_hand_and_back_when_it_is_taken_back(shop: Shop, till: Counter) -> None:
    order = placed(shop)

    handed = till.do(all_of(order, (1, 1)), order.order_no)
    after = free(shop, 1), free(shop, 1, NAPPIES.sku)
    till.do(Undo(handed["op_id"], "wrong person"), order.order_no)

    assert after == ((4, 1), (3, 1))
    assert (free(shop, 1), free(shop, 1, NAPPIES.sku)) == ((5, 2), (3, 1))


def test_an_order_that_ends_gives_back_what_was_kept_for_it(shop: Shop, till: Counter) -> None:
    cancelled = placed(shop)
    cancel(shop.database, cancelled.order_no, reason="", now=datetime.now(UTC))
    after_cancelling = free(shop, 1)
    rejected = placed(shop, status=PickupStatus.NEW)
    till.do(Reject("damaged"), rejected.order_no)
    after_rejecting = free(shop, 1)
    placed(shop, collect_by=datetime(2020, 1, 1, tzinfo=UTC))
    expire_overdue(shop.database, datetime.now(UTC))

    assert (after_cancelling, after_rejecting, free(shop, 1)) == ((5, 0), (5, 0), (5, 0))


def test_goods_that_left_have_left_whatever_was_counted(shop: Shop, till: Counter) -> None:
    count(shop, 1, 1)
    order = shop.order()

    answer = till.do(all_of(order), order.order_no)

    assert answer["status"] == "applied"
    assert free(shop, 1) == (0, 0)


def test_no_more_is_reserved_than_is_free_and_the_rest_as_soon_as_it_is(shop: Shop, till: Counter) -> None:
    count(shop, 1, 2, safety=1)
    order = shop.order(status=PickupStatus.NEW)
    scarce = free(shop, 1)
    count(shop, 1, 5, reserved=1, safety=1)

    till.do(Accept(), order.order_no)

    assert (scarce, free(shop, 1)) == ((2, 1), (5, 2))


def test_what_was_never_counted_stays_so(shop: Shop, till: Counter) -> None:
    order = shop.order()

    till.do(all_of(order), order.order_no)

    assert till.entities("stock") == {}


def test_the_same_goods_handed_over_twice_are_taken_off_once(shop: Shop, till: Counter, second_till: Counter) -> None:
    order = placed(shop)

    till.do(all_of(order), order.order_no)
    second = second_till.do(all_of(order), order.order_no)

    assert second["status"] == "conflict"
    assert (free(shop, 1), free(shop, 1, NAPPIES.sku)) == ((3, 0), (2, 0))
