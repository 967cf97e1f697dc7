"""Paying for a basket, or the balance of a pickup: attempts, each a record of its own from before anything leaves the
till, and what is still due.

An attempt is started, and ends paid, failed, or unknown. What is unknown is asked about, by the attempt's id, and
until that is answered nobody may try again: the customer might pay twice.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

from clerk_app.domain.orders import OrderNo
from clerk_app.domain.tenders import CashRounding, Tender, TenderMethod


class AttemptState(StrEnum):
    STARTED = "started"
    PAID = "paid"  # of a giving back: given
    FAILED = "failed"  # nothing was paid, and nothing will be
    UNKNOWN = "unknown"


OPEN_STATES = frozenset({AttemptState.STARTED, AttemptState.UNKNOWN})


class PayRefusal(StrEnum):
    """Why nothing was paid, sold or given back. Each one has its sentence in ui/messages.py."""

    NO_BASKET = "no_basket"
    NOTHING_IN_IT = "nothing_in_it"
    NOT_FOR_ROLE = "not_for_role"
    PRICE_CHANGED = "price_changed"  # since a line was scanned: the clerk says so first
    ORDER_NEEDED = "order_needed"  # lines that are shipped or picked up elsewhere, of which the hub has no order yet
    ATTEMPT_OPEN = "attempt_open"  # another one is not known to be over
    PAYMENT_BEGUN = "payment_begun"  # something is paid already, so the basket stays as it is
    NOTHING_DUE = "nothing_due"
    TOO_MUCH = "too_much"  # only cash is given change
    AMOUNT_NEEDED = "amount_needed"
    MEMBER_NEEDED = "member_needed"
    NOT_ENOUGH_POINTS = "not_enough_points"
    POINTS_WHERE_LATER = "points_where_later"  # nobody could say what points paid of a deposit
    POINTS_NOT_ALLOWED = "points_not_allowed"  # not so many, or not in such steps, or not without the hub
    WALLET_CODE_NEEDED = "wallet_code_needed"
    NOT_CONNECTED = "not_connected"  # there is no such device or gateway at this till
    DECLINED = "declined"  # by the terminal or the wallet
    TOO_MANY_TENDERS = "too_many_tenders"
    UNKNOWN_ATTEMPT = "unknown_attempt"
    NOTHING_TO_GIVE_BACK = "nothing_to_give_back"
    COUPON_USED = "coupon_used"  # by somebody else
    NOT_TO_BE_GIVEN = "not_to_be_given"  # of a pickup order whose goods stay here: nobody pays its balance
    EXCHANGE_STANDS = "exchange_stands"  # only a manager hands out in cash what goods that came back are worth
    UNREADABLE_ACT = "unreadable_act"


@dataclass(frozen=True, slots=True)
class Attempt:
    """One try to pay with one tender, or with `gives_back` to return what another one paid. `basket` is what it pays
    for: a basket's id; `balance_id` of an order, and once the goods have gone the operation that tells of it; or of a
    refund the return's.
    """

    attempt: str  # its id, made before it began: what device, gateway and hub know it by
    basket: str
    tender: Tender
    state: AttemptState
    started_at: datetime
    changed_at: datetime
    clerk: str  # the badge
    currency: str
    rounding_minor: int = 0  # what cash was rounded by
    gives_back: str = ""  # the attempt whose payment is returned
    asks: str = ""  # the operation by which the hub is asked
    reason: str = ""  # why it failed

    @property
    def is_open(self) -> bool:
        return self.state in OPEN_STATES


@dataclass(frozen=True, slots=True)
class Due:
    """What is to be paid of a basket, and how far that is."""

    total_minor: int
    later_minor: int = 0
    paid_minor: int = 0
    rounding_minor: int = 0
    cash_minor: int = 0  # what is asked for the rest, if that is paid in cash

    @property
    def left_minor(self) -> int:
        return self.total_minor + self.rounding_minor - self.later_minor - self.paid_minor


def standing(attempts: Iterable[Attempt]) -> tuple[Attempt, ...]:
    """The payments that were made and not given back, in the order in which they began."""
    every = tuple(attempts)
    returned = {it.gives_back for it in every if it.gives_back and it.state is AttemptState.PAID}
    return tuple(
        it for it in every if it.state is AttemptState.PAID and not it.gives_back and it.attempt not in returned
    )


def open_attempt(attempts: Iterable[Attempt]) -> Attempt | None:
    """The one that is not known to be over."""
    return next((it for it in attempts if it.is_open), None)


def due_of(total_minor: int, attempts: Iterable[Attempt], rounding: CashRounding, *, later_minor: int = 0) -> Due:
    paid = standing(attempts)
    rounded = sum(it.rounding_minor for it in paid)
    known = Due(total_minor, later_minor, sum(it.tender.amount_minor for it in paid), rounded)
    return Due(total_minor, later_minor, known.paid_minor, rounded, rounding.rounded(max(0, known.left_minor)))


@dataclass(frozen=True, slots=True)
class CashTaken:
    """What of the cash that was given pays, what goes back, and by how much the rest was rounded."""

    amount_minor: int
    change_minor: int
    rounding_minor: int


def cash_taken(given_minor: int, due: Due) -> CashTaken:
    """Cash pays a part exactly, or the whole rest in coins that there are; what is more goes back."""
    if given_minor < due.cash_minor:
        return CashTaken(given_minor, 0, 0)
    return CashTaken(due.cash_minor, given_minor - due.cash_minor, due.cash_minor - due.left_minor)


def why_not_pay(method: TenderMethod, amount_minor: int, due: Due, attempts: Iterable[Attempt]) -> PayRefusal | None:
    """Whether one more attempt may begin."""
    if open_attempt(attempts) is not None:
        return PayRefusal.ATTEMPT_OPEN
    if due.left_minor <= 0:
        return PayRefusal.NOTHING_DUE
    if method is TenderMethod.CASH:
        return PayRefusal.AMOUNT_NEEDED if amount_minor <= 0 and due.cash_minor else None
    if amount_minor <= 0:
        return PayRefusal.AMOUNT_NEEDED
    return PayRefusal.TOO_MUCH if amount_minor > due.left_minor else None


_BALANCE: Final = "order-"
BALANCES: Final = (_BALANCE, "order.")
"""What the ids of balances lie between, in the order of their characters."""


def balance_id(order_no: OrderNo) -> str:
    """What attempts name that pay the balance of a pickup order."""
    return f"{_BALANCE}{order_no}"


def order_of_balance(basket: str) -> OrderNo | None:
    """The order whose balance an attempt with this `basket` pays; None: it pays for something else."""
    digits = basket.removeprefix(_BALANCE)
    return OrderNo(int(digits)) if digits != basket and digits.isascii() and digits.isdigit() else None


@dataclass(frozen=True, slots=True)
class OrderPlaced:
    """What the hub has promised of a basket's lines that are not carried out, and what of it is paid later."""

    order_no: OrderNo
    later_minor: int = 0
    until: datetime | None = None  # so long the goods are kept for it, unpaid; None: an earlier version did not note it
