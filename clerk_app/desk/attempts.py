"""What each way of paying has in common: when an attempt may begin, how it stands, and what follows when it is over."""

from dataclasses import dataclass, replace

from sqlalchemy import Connection

from clerk_app.desk import refunds
from clerk_app.desk.baskets import OpenBasket, shown
from clerk_app.desk.outcome import written
from clerk_app.desk.selling import Sold, sold_if_paid, why_not_sell
from clerk_app.domain.operations import Word
from clerk_app.domain.paying import Attempt, AttemptState, PayRefusal, standing, why_not_pay
from clerk_app.domain.pricing import PointsRefusal
from clerk_app.domain.roles import Clerk
from clerk_app.domain.sales import ReturnPoints
from clerk_app.domain.tenders import BY_DEVICE, TENDERS_MAX, Tender, TenderMethod
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


@dataclass(frozen=True, slots=True)
class Ready:
    found: KeptBasket
    it: OpenBasket


def ready_to_pay(
    till: Till, cached: Connection, kept: Connection, method: TenderMethod, amount_minor: int, *, clerk: Clerk
) -> Ready | PayRefusal:
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
    if not it.is_being_paid:  # from here on it costs this, whatever offer ends meanwhile
        found = replace(found, priced=it.priced, before=None)
        baskets.keep(kept, found)
    return Ready(found, it)


def new_attempt(till: Till, tender: Tender, clerk: Clerk, *, basket: str, currency: str) -> Attempt:
    """One that begins now. `basket` is what it pays for, as `Attempt` says."""
    now, attempt = till.time.now(), till.new_id()
    return Attempt(
        attempt=attempt,
        basket=basket,
        tender=replace(tender, attempt=attempt),
        state=AttemptState.STARTED,
        started_at=now,
        changed_at=now,
        clerk=clerk.badge,
        currency=currency,
    )


def new_return(till: Till, paid: Attempt, clerk: Clerk) -> Attempt:
    """What gives back an attempt that was paid: begun where a device is to be asked, over where it is not."""
    now, by_device = till.time.now(), paid.tender.method in BY_DEVICE
    return replace(
        paid,
        attempt=till.new_id(),
        state=AttemptState.STARTED if by_device else AttemptState.PAID,
        started_at=now,
        changed_at=now,
        clerk=clerk.badge,
        rounding_minor=0,
        gives_back=paid.attempt,
        asks="",
        reason="",
    )


def ended(
    till: Till, attempt: Attempt, state: AttemptState, *, reason: str = "", returns: bool = False
) -> Paid | PayRefusal:
    """Write down how an attempt stands, and sell the basket if that was the last of it."""
    with till.cache.read() as cached, till.ledger.write() as kept:
        if payments.of_id(kept, attempt.attempt) is None:
            return PayRefusal.UNKNOWN_ATTEMPT
        ended = payments.end(kept, attempt, state, at=till.time.now(), reason=reason)
        if returns:
            return_points(till, cached, kept, ended, ended.clerk)
        return after(till, cached, kept, ended)


def after(till: Till, cached: Connection, kept: Connection, attempt: Attempt) -> Paid:
    """What follows from an attempt that has just been written down."""
    found = baskets.of_id(kept, attempt.basket)
    if found is None:
        refunds.note_end(till, cached, kept, attempt)
        return Paid(attempt)
    if attempt.state is AttemptState.PAID and not attempt.gives_back:
        sold = sold_if_paid(till, cached, kept, found, clerk=attempt.clerk)
        if isinstance(sold, Sold):
            return Paid(attempt, sold=sold)
    return Paid(attempt, shown(till, cached, kept, found))


def return_points(till: Till, cached: Connection, kept: Connection, paid: Attempt, clerk: str) -> None:
    if not paid.asks:
        return  # they were taken offline, and the hub has heard of nothing
    asked = ledger.entry(kept, paid.asks)
    member = str(asked.operation.body["member"]) if asked else ""
    act = ReturnPoints(paid.basket, paid.attempt, member, paid.tender.points)
    written(till, kept, [NewAct(till.new_id(), None, act, clerk)], cache.hub(cached))
