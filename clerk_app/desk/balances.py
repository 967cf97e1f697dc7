"""The balance of a pickup order, paid like a basket: attempts on the disk before anything leaves, and handed over once.

What was paid stays with this till until a hand-over tells of it, or it is given back. What a device is asked may take
as long as a customer does: `payments.carry_out` and `payments.ask` do that, for these attempts as for all others.
"""

from dataclasses import dataclass, replace

from sqlalchemy import Connection

from clerk_app.desk import knowledge
from clerk_app.desk.attempts import Paid, new_attempt, new_return
from clerk_app.desk.looks import Pickup, facts_now, judged, newest
from clerk_app.domain.acts import TakeTender
from clerk_app.domain.codes import WalletCode, classify
from clerk_app.domain.operations import Kind
from clerk_app.domain.orders import OrderNo, PickupOrder
from clerk_app.domain.paying import (
    Attempt,
    AttemptState,
    Due,
    PayRefusal,
    balance_id,
    cash_taken,
    due_of,
    open_attempt,
    order_of_balance,
    standing,
    why_not_pay,
)
from clerk_app.domain.pickup import Refusal
from clerk_app.domain.rights import may
from clerk_app.domain.roles import Clerk
from clerk_app.domain.tenders import TENDERS_MAX, Tender, TenderMethod
from clerk_app.domain.verdict import Verdict
from clerk_app.store import payments
from clerk_app.till import Till


@dataclass(frozen=True, slots=True)
class Balance:
    """What is due of an order that is collected here, and how far it is paid. `attempts` are those of which no
    hand-over has told yet, in the order in which they began.
    """

    order_no: OrderNo
    currency: str
    due: Due
    attempts: tuple[Attempt, ...] = ()

    @property
    def open_attempt(self) -> Attempt | None:
        """The payment that is not known to be over: until it is, nobody may try again, and no goods go."""
        return open_attempt(self.attempts)

    @property
    def paid(self) -> tuple[Attempt, ...]:
        return standing(self.attempts)

    @property
    def is_being_paid(self) -> bool:
        return bool(self.open_attempt or self.paid)

    @property
    def why_not_settled(self) -> Refusal | None:
        """Why no goods go for what is paid; None: it is exactly what is due."""
        if self.open_attempt:
            return Refusal.PAYMENT_OPEN
        left_minor = self.due.left_minor
        if left_minor < 0:
            return Refusal.PAID_TOO_MUCH
        is_settled = not left_minor and (self.paid or not self.due.total_minor)
        return None if is_settled else Refusal.BALANCE_DUE


def balance(till: Till, pickup: Pickup) -> Balance | None:
    """The balance of what was looked at, as it stands now; None where nothing is due and nothing was paid here."""
    order_no = pickup.order_no
    if order_no is None:
        return None
    with till.ledger.read() as kept:
        attempts = payments.of_balance(kept, order_no)
    rules = pickup.facts.rules if pickup.facts else knowledge.Rules()
    due_minor, currency = due(pickup.order, pickup, rules)
    found = balance_of(order_no, due_minor, currency, attempts, rules)
    return found if due_minor or found.is_being_paid else None


def due(order: PickupOrder | None, pickup: Pickup, rules: knowledge.Rules) -> tuple[int, str]:
    """What is still to be paid, as the order stands here, or as the hub signed it in the code; and its currency."""
    if order is not None:
        return order.balance_due_minor, order.currency
    return pickup.code.amount_due_minor if pickup.code else 0, rules.currency


def balance_of(
    order_no: OrderNo, due_minor: int, currency: str, attempts: tuple[Attempt, ...], rules: knowledge.Rules
) -> Balance:
    return Balance(order_no, currency, due_of(due_minor, attempts, rules.rounding_in(currency)), attempts)


def kept_here(till: Till) -> tuple[OrderNo, ...]:
    """The orders of which this till has money, or may have, and which it has not handed over: the one first that was
    paid first.
    """
    with till.ledger.read() as kept:
        attempts = payments.of_balances(kept)
    by_order: dict[str, list[Attempt]] = {}
    for it in attempts:
        by_order.setdefault(it.basket, []).append(it)
    having = [basket for basket, own in by_order.items() if standing(own) or open_attempt(own)]
    return tuple(number for it in having if (number := order_of_balance(it)) is not None)


def taken(it: Balance) -> tuple[TakeTender, ...]:
    """What a hand-over tells of the payments that stand, one by one."""
    return tuple(
        TakeTender(
            each.tender.amount_minor,
            each.currency,
            each.tender.method,
            rounding_minor=each.rounding_minor,
            by=each.tender,
        )
        for each in it.paid
    )


# ------------------------------------------------------------------------------------------------- taking money


def pay_cash(till: Till, pickup: Pickup, given_minor: int, *, clerk: Clerk) -> Paid | PayRefusal:
    """Take cash: a part exactly, or the whole rest in coins that there are, of which what is too much is the change."""
    with till.ledger.write() as kept:
        ready = _ready(till, kept, pickup, TenderMethod.CASH, given_minor, clerk=clerk)
        if not isinstance(ready, Balance):
            return ready
        cash = cash_taken(given_minor, ready.due)
        tender = Tender(TenderMethod.CASH, cash.amount_minor, given_minor=given_minor)
        begun = new_attempt(till, tender, clerk, basket=balance_id(ready.order_no), currency=ready.currency)
        attempt = replace(begun, state=AttemptState.PAID, rounding_minor=cash.rounding_minor)
        payments.begin(kept, attempt)
        return Paid(attempt, change_minor=cash.change_minor)


def begin_card(till: Till, pickup: Pickup, amount_minor: int, *, clerk: Clerk) -> Attempt | PayRefusal:
    """Write down that the terminal is about to be asked; then call `payments.carry_out`."""
    return _begin(till, pickup, Tender(TenderMethod.CARD_TERMINAL, amount_minor), clerk)


def begin_wallet(till: Till, pickup: Pickup, amount_minor: int, code: str, *, clerk: Clerk) -> Attempt | PayRefusal:
    """The same for a wallet whose code was scanned from the customer's phone. The code itself is not kept."""
    scanned = classify(code)
    if not isinstance(scanned, WalletCode):
        return PayRefusal.WALLET_CODE_NEEDED
    return _begin(till, pickup, Tender(TenderMethod.WALLET, amount_minor, provider=scanned.provider.value), clerk)


def why_not_pay_for(till: Till, pickup: Pickup, *, clerk: Clerk) -> PayRefusal | None:
    """Why nobody may begin to pay for this pickup, as it stands now."""
    with till.ledger.read() as kept:
        ready = _ready(till, kept, pickup, TenderMethod.CARD_TERMINAL, 1, clerk=clerk)
    return None if isinstance(ready, Balance) else ready


def begin_giving_back(till: Till, order_no: OrderNo, *, clerk: Clerk) -> tuple[Attempt, ...] | PayRefusal:
    """Return everything that was paid of it, the newest first, whatever became of the order.

    Cash is to be handed back now; what a device has taken is begun, and each of those is to be carried out.
    """
    if not may(clerk.role, Kind.TENDER_TAKEN):
        return PayRefusal.NOT_FOR_ROLE
    with till.ledger.write() as kept:
        attempts = payments.of_balance(kept, order_no)
        if open_attempt(attempts):
            return PayRefusal.ATTEMPT_OPEN
        paid = standing(attempts)
        if not paid:
            return PayRefusal.NOTHING_TO_GIVE_BACK
        backs = tuple(new_return(till, each, clerk) for each in reversed(paid))
        for back in backs:
            payments.begin(kept, back)
        return backs


def _begin(till: Till, pickup: Pickup, tender: Tender, clerk: Clerk) -> Attempt | PayRefusal:
    with till.ledger.write() as kept:
        ready = _ready(till, kept, pickup, tender.method, tender.amount_minor, clerk=clerk)
        if not isinstance(ready, Balance):
            return ready
        attempt = new_attempt(till, tender, clerk, basket=balance_id(ready.order_no), currency=ready.currency)
        payments.begin(kept, attempt)
        return attempt


def _ready(
    till: Till, kept: Connection, pickup: Pickup, method: TenderMethod, amount_minor: int, *, clerk: Clerk
) -> Balance | PayRefusal:
    """The balance as the order stands now; or why no attempt may begin. Nobody pays for goods that stay here."""
    order_no = pickup.order_no
    if not may(clerk.role, Kind.TENDER_TAKEN):
        return PayRefusal.NOT_FOR_ROLE
    if order_no is None:
        return PayRefusal.NOT_TO_BE_GIVEN
    facts = facts_now(till, pickup, order_no)
    known = knowledge.known(till, newest(till, pickup, facts.row), order_no, kept=kept, cursor=facts.cursor)
    if judged(till, pickup, facts, known).verdict not in {Verdict.READY, Verdict.ASK_MANAGER}:
        return PayRefusal.NOT_TO_BE_GIVEN
    due_minor, currency = due(known.order, pickup, facts.rules)
    it = balance_of(order_no, due_minor, currency, payments.of_balance(kept, order_no), facts.rules)
    if len(it.paid) >= TENDERS_MAX:
        return PayRefusal.TOO_MANY_TENDERS
    if it.due.left_minor < 0:
        return PayRefusal.PAYMENT_BEGUN
    return why_not_pay(method, amount_minor, it.due, it.attempts) or it
