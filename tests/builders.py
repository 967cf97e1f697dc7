"""Builders: say what matters to a test, and leave the rest to them."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from clerk_app.domain.orders import (
    BranchNo,
    Customer,
    Happening,
    HistoryEntry,
    OrderLine,
    OrderNo,
    PickupOrder,
    PickupStatus,
)

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
FORMULA = OrderLine(
    1, "MC-F3-800", "牧澄 3 段配方奶粉 800 g", "Muchen follow-on formula 3, 800 g", "02012345678900", 1, 26_800
)
DIAPERS = OrderLine(2, "MY-D-L54", "绵羽 超薄纸尿裤 L 54 片", "Mianyu thin diapers L, 54", "02012345678917", 2, 8_900)


def an_order(**known: Any) -> PickupOrder:
    """A paid, ready pickup order of branch 1 with three pieces on two lines, to be collected within three days.

    `balance_due_minor=n` leaves that much to pay; every other name is a field of PickupOrder.
    """
    balance_due_minor = known.pop("balance_due_minor", 0)
    order = PickupOrder(
        order_no=OrderNo(1_000_000_001),
        branch=BranchNo(1),
        version=1,
        channel="wechat",
        placed_at=NOON - timedelta(hours=20),
        currency="CNY",
        status=PickupStatus.READY,
        due_at=NOON - timedelta(hours=18),
        collect_by=NOON + timedelta(days=3),
        lines=(FORMULA, DIAPERS),
        paid_minor=0,
        customer=Customer(name_masked="王*琳", phone_tail="2046"),
        shelf="B-07",
        parcels=1,
        pickup_id="0123456789abcdef",
        gen=1,
        history=(HistoryEntry(Happening.PLACED, NOON - timedelta(hours=20)),),
    )
    order = replace(order, **known)
    return order if "paid_minor" in known else replace(order, paid_minor=order.total_minor - balance_due_minor)
