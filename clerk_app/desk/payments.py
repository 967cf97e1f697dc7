"""Taking money for the basket that is open, tender by tender, and giving it back where nothing is sold after all.

Every attempt is on the disk before anything leaves the till. What pays the last of it also writes the sale down, in
one step. What a device is asked may take as long as a customer does: such functions say so, and hold no lock.
"""

from dataclasses import dataclass, replace

from sqlalchemy import Connection

from clerk_app.desk.baskets import OpenBasket, shown
from clerk_app.desk.outcome import written
from clerk_app.desk.selling import Sold, sold_if_paid, why_not_sell
from clerk_app.devices import Approved, Charge, Declined, Devices, GivingBack, NoAnswer, PaymentDevice, Pending, Told
from clerk_app.domain.codes import WalletCode, classify
from clerk_app.domain.operations import Kind, Word, word_of
from clerk_app.domain.paying import Attempt, AttemptState, PayRefusal, cash_taken, standing, why_not_pay
from clerk_app.domain.pricing import PointsRefusal, why_not_points
from clerk_app.domain.rights import may
from clerk_app.domain.roles import Clerk
from clerk_app.domain.sales import RedeemPoints, ReturnPoints
from clerk_app.domain.tenders import TENDERS_MAX, Tender, TenderMethod
from clerk_app.store import baskets, cache, ledger, payments
from clerk_app.store.baskets import KeptBasket
from clerk_app.store.ledger import NewAct
from clerk_app.till import Till

WhyNotPaid = PayRefusal | PointsRefusal


@dataclass(frozen=True, slots=True)
class Paid:
    """How an attempt stands. With `sold` the basket is sold; else `basket` is what is still to be paid, or waits."""

    attempt: Attempt
    basket: OpenBasket | None = None
    sold: Sold | None = None
    change_minor: int = 0

    @property
    def word(self) -> Word:
        match self.attempt.state:
            case AttemptState.PAID:
                return Word.SAVED
            case AttemptState.FAILED:
                return Word.REFUSED
            case AttemptState.STARTED | AttemptState.UNKNOWN:
                return Word.UNKNOWN


def pay_cash(till: Till, given_minor: int, *, clerk: Clerk) -> Paid | WhyNotPaid:
    """Take cash: a part exactly, or the whole rest, of which what is too much is the change."""
    with till.cache.read() as cached, till.ledger.write() as kept:
        ready = _ready(till, cached, kept, TenderMethod.CASH, given_minor, clerk=clerk)
        if not isinstance(ready, _Ready):
            return ready
        taken = cash_taken(given_minor, ready.it.due)
        tender = Tender(TenderMethod.CASH, taken.amount_minor, given_minor=given_minor)
        begun = replace(_attempt(till, ready, tender, clerk), rounding_minor=taken.rounding_minor)
        attempt = replace(begun, state=AttemptState.PAID)
        payments.begin(kept, attempt)
        done = _after(till, cached, kept, attempt)
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
        return _ended(till, attempt, AttemptState.FAILED, reason=PayRefusal.NOT_CONNECTED.value)
    try:
        if attempt.gives_back:
            told = device.give_back(_giving_back(attempt))
        else:
            known = attempt.tender
            wanted = Charge(attempt.attempt, known.amount_minor, attempt.currency, code, known.provider)
            told = device.charge(wanted)
    except NoAnswer:
        return _ended(till, attempt, AttemptState.UNKNOWN)
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
        return _ended(till, attempt, AttemptState.UNKNOWN)
    return _heard(till, attempt, told)


def not_over(till: Till) -> tuple[Attempt, ...]:
    """The attempts whose end nobody knows, of whatever basket: a till that starts asks about these first."""
    with till.ledger.read() as kept:
        return payments.not_over(kept)


# ------------------------------------------------------------------------------------------------- points


def begin_points(till: Till, points: int, *, balance: int, online: bool, clerk: Clerk) -> Paid | WhyNotPaid:
    """Let points pay, in whole steps. Online the hub is asked: push what is written, then call `hear_points`.

    Offline they are taken up to the chain's ceiling; the hub compares when it hears of the sale.
    """
    with till.cache.read() as cached, till.ledger.write() as kept:
        found = baskets.current(kept)
        it = shown(till, cached, kept, found) if found else None
        rule = it.rules.points if it else None
        if it is not None and it.basket.member is None:
            return PayRefusal.MEMBER_NEEDED
        if it is not None and rule is None:
            return PayRefusal.POINTS_NOT_ALLOWED
        amount_minor = rule.worth_minor(points) if rule else 0
        ready = _ready(till, cached, kept, TenderMethod.POINTS, amount_minor, clerk=clerk)
        if not isinstance(ready, _Ready):
            return ready
        assert rule is not None, "a basket that is ready has its rules"
        due_minor = ready.it.due.left_minor
        refusal = why_not_points(points, due_minor=due_minor, balance=balance, rule=rule, online=online)
        if refusal:
            return refusal
        tender = Tender(TenderMethod.POINTS, amount_minor, points=points, offline=not online)
        attempt = _attempt(till, ready, tender, clerk)
        if not online:
            attempt = replace(attempt, state=AttemptState.PAID)
            payments.begin(kept, attempt)
            return _after(till, cached, kept, attempt)
        asked = NewAct(till.new_id(), None, _redeemed(attempt, ready.it), clerk.badge)
        if written(till, kept, [asked], cache.hub(cached)):
            return PayRefusal.UNREADABLE_ACT
        attempt = replace(attempt, asks=asked.op_id)
        payments.begin(kept, attempt)
        return Paid(attempt, shown(till, cached, kept, ready.found))


def hear_points(till: Till, attempt: Attempt, *, give_up: bool = False) -> Paid | PayRefusal:
    """How the hub answered. With `give_up` an attempt that it has not answered fails: what it may still take is given
    back by the next thing that it is told.
    """
    with till.ledger.read() as kept:
        entry = ledger.entry(kept, attempt.asks)
    word = word_of(entry.answer) if entry else Word.REFUSED
    if word is Word.SAVED and not give_up:
        with till.cache.read() as cached, till.ledger.read() as kept:
            found = baskets.of_id(kept, attempt.basket)
            return Paid(attempt, shown(till, cached, kept, found) if found else None)
    if word is Word.SAVED:
        return _ended(till, attempt, AttemptState.FAILED, reason=Word.UNKNOWN.value, returns=True)
    if word is Word.REFUSED:
        return _ended(till, attempt, AttemptState.FAILED, reason=PayRefusal.NOT_ENOUGH_POINTS.value)
    return _ended(till, attempt, AttemptState.PAID)


# -------------------------------------------------------------------------------------------- giving back


def begin_giving_back(till: Till, *, clerk: Clerk) -> tuple[Paid, ...] | PayRefusal:
    """Return everything that was paid of the basket that is open, newest first, so that it can be changed or dropped.

    Cash is to be handed back now, and points are on their way; what a device has taken is begun, and each of those is
    to be carried out.
    """
    with till.cache.read() as cached, till.ledger.write() as kept:
        found = baskets.current(kept)
        if found is None:
            return PayRefusal.NO_BASKET
        it = shown(till, cached, kept, found)
        if not may(clerk.role, Kind.SOLD):
            return PayRefusal.NOT_FOR_ROLE
        if it.open_attempt:
            return PayRefusal.ATTEMPT_OPEN
        paid = standing(it.attempts)
        if not paid:
            return PayRefusal.NOTHING_TO_GIVE_BACK
        begun = [_begin_return(till, cached, kept, each, clerk) for each in reversed(paid)]
        _thaw(kept, found.basket.basket)
        left = baskets.of_id(kept, found.basket.basket) or found
        basket = shown(till, cached, kept, left)
        return tuple(Paid(each, basket) for each in begun)


def _begin_return(till: Till, cached: Connection, kept: Connection, paid: Attempt, clerk: Clerk) -> Attempt:
    now = till.time.now()
    back = replace(
        paid,
        attempt=till.new_id(),
        state=AttemptState.STARTED,
        started_at=now,
        changed_at=now,
        clerk=clerk.badge,
        rounding_minor=0,
        gives_back=paid.attempt,
        asks="",
        reason="",
    )
    if paid.tender.method is TenderMethod.POINTS:
        _return_points(till, cached, kept, paid, clerk.badge)
    if paid.tender.method not in _BY_DEVICE:
        back = replace(back, state=AttemptState.PAID)
    payments.begin(kept, back)
    return back


def _return_points(till: Till, cached: Connection, kept: Connection, paid: Attempt, clerk: str) -> None:
    if not paid.asks:
        return  # they were taken offline, and the hub has heard of nothing
    asked = ledger.entry(kept, paid.asks)
    member = str(asked.operation.body["member"]) if asked else ""
    act = ReturnPoints(paid.basket, paid.attempt, member, paid.tender.points)
    written(till, kept, [NewAct(till.new_id(), None, act, clerk)], cache.hub(cached))


# -------------------------------------------------------------------------------------------- how it is made

_BY_DEVICE = frozenset({TenderMethod.CARD_TERMINAL, TenderMethod.WALLET})


@dataclass(frozen=True, slots=True)
class _Ready:
    found: KeptBasket
    it: OpenBasket


def _ready(
    till: Till, cached: Connection, kept: Connection, method: TenderMethod, amount_minor: int, *, clerk: Clerk
) -> _Ready | PayRefusal:
    """The basket with its price as it will be paid; or why no attempt may begin."""
    found = baskets.current(kept)
    if found is None:
        return PayRefusal.NO_BASKET
    it = shown(till, cached, kept, found)
    refusal = why_not_sell(clerk, it) or why_not_pay(method, amount_minor, it.due, it.attempts)
    if refusal:
        return refusal
    if len(standing(it.attempts)) >= TENDERS_MAX:
        return PayRefusal.TOO_MANY_TENDERS
    if found.priced is None:  # from here on it costs this, whatever offer ends meanwhile
        found = replace(found, priced=it.priced, before=None)
        baskets.keep(kept, found)
    return _Ready(found, it)


def _attempt(till: Till, ready: _Ready, tender: Tender, clerk: Clerk) -> Attempt:
    now, attempt = till.time.now(), till.new_id()
    basket = ready.it.basket
    return Attempt(
        attempt=attempt,
        basket=basket.basket,
        tender=replace(tender, attempt=attempt),
        state=AttemptState.STARTED,
        started_at=now,
        changed_at=now,
        clerk=clerk.badge,
        currency=basket.currency,
    )


def _begin(till: Till, tender: Tender, clerk: Clerk) -> Attempt | WhyNotPaid:
    with till.cache.read() as cached, till.ledger.write() as kept:
        ready = _ready(till, cached, kept, tender.method, tender.amount_minor, clerk=clerk)
        if not isinstance(ready, _Ready):
            return ready
        attempt = _attempt(till, ready, tender, clerk)
        payments.begin(kept, attempt)
        return attempt


def _redeemed(attempt: Attempt, it: OpenBasket) -> RedeemPoints:
    member = it.basket.member.member if it.basket.member else ""
    return RedeemPoints(attempt.basket, attempt.attempt, member, attempt.tender.points)


def _device(devices: Devices, attempt: Attempt) -> PaymentDevice | None:
    return devices.terminal if attempt.tender.method is TenderMethod.CARD_TERMINAL else devices.wallet


def _giving_back(attempt: Attempt) -> GivingBack:
    return GivingBack(attempt.attempt, attempt.gives_back, attempt.tender.amount_minor, attempt.currency)


def _heard(till: Till, attempt: Attempt, told: Told) -> Paid | PayRefusal:
    match told:
        case Approved():
            known = {"approval": told.approval, "last_four": told.last_four, "trade_no": told.trade_no}
            tender = replace(attempt.tender, **{name: text for name, text in known.items() if text})
            return _ended(till, replace(attempt, tender=tender), AttemptState.PAID)
        case Declined():
            return _ended(till, attempt, AttemptState.FAILED, reason=told.reason or PayRefusal.DECLINED.value)
        case _:
            return _ended(till, attempt, AttemptState.UNKNOWN)


def _ended(
    till: Till, attempt: Attempt, state: AttemptState, *, reason: str = "", returns: bool = False
) -> Paid | PayRefusal:
    """Write down how an attempt stands, and sell the basket if that was the last of it."""
    with till.cache.read() as cached, till.ledger.write() as kept:
        if payments.of_id(kept, attempt.attempt) is None:
            return PayRefusal.UNKNOWN_ATTEMPT
        ended = payments.end(kept, attempt, state, at=till.time.now(), reason=reason)
        if returns:
            _return_points(till, cached, kept, ended, ended.clerk)
        return _after(till, cached, kept, ended)


def _after(till: Till, cached: Connection, kept: Connection, attempt: Attempt) -> Paid:
    """What follows from an attempt that has just been written down."""
    if attempt.state is AttemptState.FAILED or attempt.gives_back:
        _thaw(kept, attempt.basket)
    found = baskets.of_id(kept, attempt.basket)
    if found is None:
        return Paid(attempt)
    if attempt.state is AttemptState.PAID and not attempt.gives_back:
        sold = sold_if_paid(till, cached, kept, found, clerk=attempt.clerk)
        if isinstance(sold, Sold):
            return Paid(attempt, sold=sold)
    return Paid(attempt, shown(till, cached, kept, found))


def _thaw(kept: Connection, basket: str) -> None:
    """Once nothing of it is paid, a basket costs again what it costs now."""
    found, attempts = baskets.of_id(kept, basket), payments.of_basket(kept, basket)
    if found is not None and found.priced and not standing(attempts) and not any(it.is_open for it in attempts):
        baskets.keep(kept, replace(found, priced=None))
