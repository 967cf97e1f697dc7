"""Exchanging: goods come back, and what they are worth counts for the basket that is open, in one step.

Only the difference changes hands: what is left of the basket is paid as ever, and what is left of the money is given
back as of any return.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from clerk_app.desk.approvals import Approval
from clerk_app.desk.attempts import Paid, Ready, WhyNotPaid, after, ready_to_pay
from clerk_app.desk.returns import Found, TakenBack, planned, taken_back
from clerk_app.domain.paying import Attempt, AttemptState, PayRefusal, standing
from clerk_app.domain.returns.acts import RefundTender
from clerk_app.domain.returns.planning import Chosen, Plan
from clerk_app.domain.returns.refusals import ReturnRefusal
from clerk_app.domain.roles import Clerk
from clerk_app.domain.tenders import TENDERS_MAX, TenderMethod
from clerk_app.store import payments
from clerk_app.till import Till


@dataclass(frozen=True, slots=True)
class Exchanged:
    """On the disk of this till. `paid` is how the basket stands now: sold, where nothing of it is left to be paid;
    None: nothing counts for it, as all was paid in points.
    """

    taken: TakenBack
    paid: Paid | None


def exchange(
    till: Till, found: Found, chosen: Sequence[Chosen], *, clerk: Clerk, approval: Approval | None = None
) -> Exchanged | ReturnRefusal | WhyNotPaid:
    """Take these pieces back, and let as much of their money as the basket needs count for it. Of points nothing
    counts: they are the member's again, and may pay as ever.

    A purchase that was paid in very many ways is given back first, and the basket then paid as ever: neither the sale
    nor the return has room for more tenders (`PayRefusal.TOO_MANY_TENDERS`).
    """
    wanted = planned(till, found, chosen)
    with till.cache.read() as cached, till.ledger.write() as kept:
        ready = ready_to_pay(till, cached, kept, TenderMethod.EXCHANGE, 1, clerk=clerk)
        if not isinstance(ready, Ready):
            return ready
        if isinstance(wanted, Plan) and not _has_room(ready, wanted):
            return PayRefusal.TOO_MANY_TENDERS
        left_minor = ready.it.due.left_minor
        taken = taken_back(
            till,
            cached,
            kept,
            found,
            chosen,
            clerk=clerk,
            approval=approval,
            counts_minor=left_minor,
            counts_for=ready.it.basket.basket,
        )
        counted = [it for it in taken.act.tenders if counts(it)] if isinstance(taken, TakenBack) else []
        attempts = [_count(till, kept, ready, it, clerk) for it in counted]
        if isinstance(taken, ReturnRefusal):
            return taken
        return Exchanged(taken, after(till, cached, kept, attempts[-1]) if attempts else None)


def _has_room(ready: Ready, wanted: Plan) -> bool:
    """Each tender of the purchase may become one of the sale, and one of them two of the return."""
    more = len(wanted.tenders)
    return len(standing(ready.it.attempts)) + more <= TENDERS_MAX and more < TENDERS_MAX


def counts(it: RefundTender) -> bool:
    """Whether this part of a return counts for a sale."""
    return it.tender.method is TenderMethod.EXCHANGE


def _count(till: Till, kept: Connection, ready: Ready, it: RefundTender, clerk: Clerk) -> Attempt:
    now, basket = till.time.now(), ready.it.basket
    attempt = Attempt(
        attempt=it.tender.attempt,
        basket=basket.basket,
        tender=it.tender,
        state=AttemptState.PAID,
        started_at=now,
        changed_at=now,
        clerk=clerk.badge,
        currency=basket.currency,
    )
    payments.begin(kept, attempt)
    return attempt
