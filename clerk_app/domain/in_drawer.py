"""What ought to lie in the drawer of a till: it follows from what was done there since it was counted last."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Final

from clerk_app.domain.acts import TakeTender
from clerk_app.domain.drawer import CashWay, CountDrawer, MoveCash, OpenDrawer
from clerk_app.domain.paying import AttemptState
from clerk_app.domain.returns.acts import EndRefund, ReceiveReturn, RefundTender
from clerk_app.domain.sales import Sale
from clerk_app.domain.tenders import TenderMethod

_DENOMINATIONS: Final[Mapping[str, tuple[int, ...]]] = {
    "CNY": (10_000, 5_000, 2_000, 1_000, 500, 100, 50, 10),
    "HKD": (100_000, 50_000, 10_000, 5_000, 2_000, 1_000, 500, 200, 100, 50, 20, 10),
    "TWD": (200_000, 100_000, 50_000, 10_000, 5_000, 1_000, 500, 100),
    "MOP": (100_000, 50_000, 10_000, 5_000, 2_000, 1_000, 500, 200, 100, 50, 20, 10),
    "SGD": (10_000, 5_000, 1_000, 500, 200, 100, 50, 20, 10, 5),
    "USD": (10_000, 5_000, 2_000, 1_000, 500, 100, 25, 10, 5, 1),
    "EUR": (20_000, 10_000, 5_000, 2_000, 1_000, 500, 200, 100, 50, 20, 10, 5, 2, 1),
    "GBP": (5_000, 2_000, 1_000, 500, 200, 100, 50, 20, 10, 5, 2, 1),
    "JPY": (10_000, 5_000, 2_000, 1_000, 500, 100, 50, 10, 5, 1),
    "KRW": (50_000, 10_000, 5_000, 1_000, 500, 100, 50, 10),
}


def denominations(currency: str) -> tuple[int, ...]:
    """The notes and coins of a currency in minor units, the largest first."""
    return _DENOMINATIONS[currency]


@dataclass(frozen=True, slots=True)
class Drawer:
    """What is known of a drawer since it was counted last. `drawer` is empty until it is opened."""

    currency: str
    drawer: str = ""
    opened_at: datetime | None = None
    opened_by: str = ""
    float_minor: int = 0
    given_minor: int = 0  # cash that customers gave
    change_minor: int = 0
    balances_minor: int = 0  # cash taken of what was due of orders
    refunds_minor: int = 0
    in_minor: int = 0
    out_minor: int = 0
    held_minor: int = 0  # cash paid of baskets that are not sold, and of orders that are not handed over, yet
    counted: CountDrawer | None = None  # when it was counted last: before all this
    counted_at: datetime | None = None

    @property
    def is_open(self) -> bool:
        return bool(self.drawer)

    @property
    def cash_minor(self) -> int:
        """What was taken in cash, net."""
        return self.given_minor - self.change_minor + self.balances_minor - self.refunds_minor + self.held_minor

    @property
    def expected_minor(self) -> int:
        return self.float_minor + self.cash_minor + self.in_minor - self.out_minor

    @property
    def is_touched(self) -> bool:
        """Whether money has moved since it was counted."""
        return self.is_open or any(
            (
                self.given_minor,
                self.balances_minor,
                self.refunds_minor,
                self.held_minor,
                self.in_minor,
                self.out_minor,
            )
        )


def after(drawer: Drawer, act: object, *, at: datetime, by: str) -> Drawer:
    """The drawer once this was done at its till; whatever concerns no cash changes nothing."""
    match act:
        case OpenDrawer():
            known = {"drawer": act.drawer, "opened_at": at, "opened_by": by}
            return replace(drawer, **known, float_minor=drawer.float_minor + act.float_minor)
        case MoveCash(way=CashWay.IN):
            return replace(drawer, in_minor=drawer.in_minor + act.amount_minor)
        case MoveCash():
            return replace(drawer, out_minor=drawer.out_minor + act.amount_minor)
        case CountDrawer():
            return Drawer(drawer.currency, counted=act, counted_at=at)
        case Sale():
            cash = [it for it in act.tenders if it.method is TenderMethod.CASH]
            given_minor = sum(it.given_minor or it.amount_minor for it in cash)
            change_minor = given_minor - sum(it.amount_minor for it in cash)
            return replace(
                drawer,
                given_minor=drawer.given_minor + given_minor,
                change_minor=drawer.change_minor + change_minor,
            )
        case ReceiveReturn():
            return replace(drawer, refunds_minor=drawer.refunds_minor + _cash_of(act.tenders))
        case EndRefund():
            return replace(drawer, refunds_minor=drawer.refunds_minor + _cash_of((act.refund,)))
        case TakeTender(method=TenderMethod.CASH):
            return replace(drawer, balances_minor=drawer.balances_minor + act.amount_minor)
        case _:
            return drawer


def _cash_of(refunds: Iterable[RefundTender]) -> int:
    """What was handed out in cash."""
    cash = [it for it in refunds if it.tender.method is TenderMethod.CASH and it.state is AttemptState.PAID]
    return sum(it.tender.amount_minor for it in cash)


class DrawerRefusal(StrEnum):
    """Why nothing was done at the drawer. Each one has its sentence in ui/messages.py."""

    NOT_FOR_ROLE = "not_for_role"
    NOT_YOURS = "not_yours"  # another cashier opened it; a manager may count it
    NOT_OPEN = "not_open"
    OPEN_ALREADY = "open_already"
    REASON_NEEDED = "reason_needed"
    AMOUNT_NEEDED = "amount_needed"
    COUNT_FIRST = "count_first"  # the day is closed on a drawer that was counted
    PAYMENT_OPEN = "payment_open"  # nobody knows yet how a payment ended
    NOTHING_DONE = "nothing_done"  # since the last report
    COUNTED_TWICE = "counted_twice"  # it may be counted once more, and no oftener
    MOVED_SINCE = "moved_since"  # cash has moved since it was counted, so the count says nothing any more
    NOT_COUNTED = "not_counted"  # nothing was counted that could be written down
    UNREADABLE_ACT = "unreadable_act"
