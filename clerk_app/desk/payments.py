"""Taking money for the basket that is open, tender by tender; and asking devices, whatever is paid for.

Every attempt is on the disk before anything leaves the till. What pays the last of it also writes the sale down, in
one step. What a device is asked may take as long as a customer does: such functions say so, and hold no lock.
"""

from dataclasses import replace
from datetime import datetime

from clerk_app.desk.attempts import Paid, Ready, WhyNotPaid, after, ended, new_attempt, ready_to_pay
from clerk_app.desk.baskets import shown
from clerk_app.desk.selling import Sold, sold_if_paid, why_not_sell
from clerk_app.devices import Approved, Charge, Declined, Devices, GivingBack, NoAnswer, PaymentDevice, Pending, Told
from clerk_app.domain.codes import WalletCode, classify
from clerk_app.domain.paying import Attempt, AttemptState, PayRefusal, cash_taken, order_of_balance
from clerk_app.domain.roles import Clerk
from clerk_app.domain.tenders import Tender, TenderMethod
from clerk_app.store import baskets, payments
from clerk_app.till import Till

__all__ = [
    "Paid",
    "WhyNotPaid",
    "ask",
    "begin_card",
    "begin_wallet",
    "carry_out",
    "finish",
    "left_alone",
    "not_over",
    "pay_cash",
]


def pay_cash(till: Till, given_minor: int, *, clerk: Clerk) -> Paid | WhyNotPaid:
    """Take cash: a part exactly, or the whole rest, of which what is too much is the change."""
    with till.cache.read() as cached, till.ledger.write() as kept:
        ready = ready_to_pay(till, cached, kept, TenderMethod.CASH, given_minor, clerk=clerk)
        if not isinstance(ready, Ready):
            return ready
        taken = cash_taken(given_minor, ready.it.due)
        tender = Tender(TenderMethod.CASH, taken.amount_minor, given_minor=given_minor)
        begun = new_attempt(till, tender, clerk, basket=ready.it.basket.basket, currency=ready.it.currency)
        begun = replace(begun, rounding_minor=taken.rounding_minor)
        attempt = replace(begun, state=AttemptState.PAID)
        payments.begin(kept, attempt)
        done = after(till, cached, kept, attempt)
        return replace(done, change_minor=taken.change_minor)


def finish(till: Till, *, clerk: Clerk) -> Sold | PayRefusal:
    """Sell a basket of which nothing is due, because it costs nothing, or was paid before the till was cut off."""
    with till.cache.read() as cached, till.ledger.write() as kept:
        found = baskets.current(kept)
        if found is None:
            return PayRefusal.NO_BASKET
        it = shown(till, cached, kept, found)
        why_not = why_not_sell(clerk, it)
        if why_not:
            return why_not
        if it.open_attempt:
            return PayRefusal.ATTEMPT_OPEN
        return sold_if_paid(till, cached, kept, found, clerk=clerk.badge) or PayRefusal.AMOUNT_NEEDED


# ----------------------------------------------------------------------------- card terminal and wallet


def begin_card(till: Till, amount_minor: int, *, clerk: Clerk) -> Attempt | WhyNotPaid:
    """Write down that the terminal is about to be asked; then call `carry_out`."""
    return _begin(till, Tender(TenderMethod.CARD_TERMINAL, amount_minor), clerk)


def begin_wallet(till: Till, amount_minor: int, code: str, *, clerk: Clerk) -> Attempt | WhyNotPaid:
    """The same for a wallet whose code was scanned from the customer's phone. The code itself is not kept."""
    scanned = classify(code)
    if not isinstance(scanned, WalletCode):
        return PayRefusal.WALLET_CODE_NEEDED
    return _begin(till, Tender(TenderMethod.WALLET, amount_minor, provider=scanned.provider.value), clerk)


def carry_out(till: Till, devices: Devices, attempt: Attempt, *, code: str = "") -> Paid | PayRefusal:
    """Ask the device to do what was begun, and write down how it ended. It waits for the customer: in the background,
    please. `code` is what a wallet showed.
    """
    device = _device(devices, attempt)
    if device is None:
        return ended(till, attempt, AttemptState.FAILED, reason=PayRefusal.NOT_CONNECTED.value)
    try:
        if attempt.gives_back:
            told = device.give_back(_giving_back(attempt))
        else:
            known = attempt.tender
            wanted = Charge(attempt.attempt, known.amount_minor, attempt.currency, code, known.provider)
            told = device.charge(wanted)
    except NoAnswer:
        return ended(till, attempt, AttemptState.UNKNOWN)
    return _heard(till, attempt, told)


def ask(till: Till, devices: Devices, attempt: Attempt, *, cancel: bool = False) -> Paid | PayRefusal:
    """Ask how an attempt ended, by its id: after no answer, or after the till was cut off. In the background, please.

    One that never came there is cancelled, so that it cannot be paid later. `cancel` also ends one that waits for the
    customer; if it was paid already, it stays paid.
    """
    device = _device(devices, attempt)
    if device is None:
        return PayRefusal.NOT_CONNECTED
    try:
        told = device.find(attempt.attempt)
        if attempt.gives_back and not isinstance(told, Approved):
            told = device.give_back(_giving_back(attempt))
        elif not isinstance(told, Approved | Declined) and (cancel or not isinstance(told, Pending)):
            told = device.cancel(attempt.attempt)
    except NoAnswer:
        return ended(till, attempt, AttemptState.UNKNOWN)
    return _heard(till, attempt, told)


def not_over(till: Till) -> tuple[Attempt, ...]:
    """The attempts whose end nobody knows, of whatever basket: a till that starts asks about these first."""
    with till.ledger.read() as kept:
        return payments.not_over(kept)


def left_alone(till: Till, *, before: datetime, began_at: datetime) -> tuple[Attempt, ...]:
    """What nobody sees to whose end nobody knows, and of which nothing was heard since `before`: refunds of returns,
    and what pays or gives back the balance of an order. A payment is not that still waits for its customer; one that
    was started before `began_at`, when this program was, waits for nobody.
    """
    with till.ledger.read() as kept:
        old = [it for it in payments.not_over(kept) if it.changed_at < before]
        return tuple(it for it in old if baskets.of_id(kept, it.basket) is None and _may_be_asked(it, began_at))


def _may_be_asked(it: Attempt, began_at: datetime) -> bool:
    waits = it.state is AttemptState.STARTED and it.changed_at >= began_at
    return bool(it.gives_back) or (not waits and order_of_balance(it.basket) is not None)


def _begin(till: Till, tender: Tender, clerk: Clerk) -> Attempt | WhyNotPaid:
    with till.cache.read() as cached, till.ledger.write() as kept:
        ready = ready_to_pay(till, cached, kept, tender.method, tender.amount_minor, clerk=clerk)
        if not isinstance(ready, Ready):
            return ready
        attempt = new_attempt(till, tender, clerk, basket=ready.it.basket.basket, currency=ready.it.currency)
        payments.begin(kept, attempt)
        return attempt


def _device(devices: Devices, attempt: Attempt) -> PaymentDevice | None:
    return devices.terminal if attempt.tender.method is TenderMethod.CARD_TERMINAL else devices.wallet


def _giving_back(attempt: Attempt) -> GivingBack:
    return GivingBack(attempt.attempt, attempt.gives_back, attempt.tender.amount_minor, attempt.currency)


def _heard(till: Till, attempt: Attempt, told: Told) -> Paid | PayRefusal:
    match told:
        case Approved():
            known = {"approval": told.approval, "last_four": told.last_four, "trade_no": told.trade_no}
            tender = replace(attempt.tender, **{name: text for name, text in known.items() if text})
            return ended(till, replace(attempt, tender=tender), AttemptState.PAID)
        case Declined():
            return ended(till, attempt, AttemptState.FAILED, reason=told.reason or PayRefusal.DECLINED.value)
        case _:
            return ended(till, attempt, AttemptState.UNKNOWN)
