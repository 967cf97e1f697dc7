"""Giving back what was paid of a basket that is not sold after all: each return an attempt of its own, and said."""

from sqlalchemy import Connection

from clerk_app.desk import refunds
from clerk_app.desk.attempts import Paid, new_return, return_points
from clerk_app.desk.baskets import shown
from clerk_app.domain.operations import Kind
from clerk_app.domain.paying import Attempt, PayRefusal, standing
from clerk_app.domain.rights import may
from clerk_app.domain.roles import Clerk
from clerk_app.domain.tenders import TenderMethod
from clerk_app.store import baskets, payments
from clerk_app.till import Till


def begin_giving_back(till: Till, *, clerk: Clerk) -> tuple[Paid, ...] | PayRefusal:
    """Return everything that was paid of the basket that is open, newest first, so that it can be changed or dropped.

    Cash is to be handed back now, as is what goods that came back counted for, and points are on their way; what a
    device has taken is begun, and each of those is to be carried out.
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
        for each in paid:
            why_not = refunds.hand_out(till, cached, kept, each, clerk=clerk) if _counts(each) else None
            if why_not:
                return why_not
        begun = [_begin_return(till, cached, kept, each, clerk) for each in reversed(paid)]
        basket = shown(till, cached, kept, found)
        return tuple(Paid(each, basket) for each in begun)


def _counts(paid: Attempt) -> bool:
    return paid.tender.method is TenderMethod.EXCHANGE


def _begin_return(till: Till, cached: Connection, kept: Connection, paid: Attempt, clerk: Clerk) -> Attempt:
    back = new_return(till, paid, clerk)
    if paid.tender.method is TenderMethod.POINTS:
        return_points(till, cached, kept, paid, clerk.badge)
    payments.begin(kept, back)
    return back
