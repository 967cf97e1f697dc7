"""Letting points pay: the hub is asked while it answers; without it a few are taken, and compared later."""

from dataclasses import replace

from sqlalchemy import Connection

from clerk_app.desk.attempts import Paid, Ready, WhyNotPaid, after, ended, new_attempt, ready_to_pay
from clerk_app.desk.baskets import OpenBasket, shown
from clerk_app.desk.outcome import written
from clerk_app.domain.operations import Word, word_of
from clerk_app.domain.paying import Attempt, AttemptState, PayRefusal
from clerk_app.domain.pricing import why_not_points
from clerk_app.domain.roles import Clerk
from clerk_app.domain.sales import RedeemPoints
from clerk_app.domain.tenders import Tender, TenderMethod
from clerk_app.store import baskets, cache, ledger, members, payments
from clerk_app.store.ledger import NewAct
from clerk_app.till import Till


def begin_points(till: Till, points: int, *, online: bool, clerk: Clerk) -> Paid | WhyNotPaid:
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
        if it is not None and it.due.later_minor:
            return PayRefusal.POINTS_WHERE_LATER
        amount_minor = rule.worth_minor(points) if rule else 0
        ready = ready_to_pay(till, cached, kept, TenderMethod.POINTS, amount_minor, clerk=clerk)
        if not isinstance(ready, Ready):
            return ready
        assert rule is not None, "a basket that is ready has its rules"
        due_minor, balance = ready.it.due.left_minor, _balance(cached, ready.it, points, online=online)
        refusal = why_not_points(points, due_minor=due_minor, balance=balance, rule=rule, online=online)
        if refusal:
            return refusal
        tender = Tender(TenderMethod.POINTS, amount_minor, points=points, offline=not online)
        attempt = new_attempt(till, tender, clerk, basket=ready.it.basket.basket, currency=ready.it.currency)
        if not online:
            attempt = replace(attempt, state=AttemptState.PAID)
            payments.begin(kept, attempt)
            return after(till, cached, kept, attempt)
        asked = NewAct(till.new_id(), None, _redeemed(attempt, ready.it), clerk.badge)
        if written(till, kept, [asked], cache.hub(cached)):
            return PayRefusal.UNREADABLE_ACT
        attempt = replace(attempt, asks=asked.op_id)
        payments.begin(kept, attempt)
        return Paid(attempt, shown(till, cached, kept, ready.found))


def _balance(cached: Connection, it: OpenBasket, points: int, *, online: bool) -> int:
    """What the cache says that the member has. Of one who is not known here only the hub can say: it is asked."""
    known = members.member(cached, it.basket.member.member) if it.basket.member else None
    if online:
        return max(points, known.points) if known else points
    return known.points if known else 0


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
        return ended(till, attempt, AttemptState.FAILED, reason=Word.UNKNOWN.value, returns=True)
    if word is Word.REFUSED:  # a hub that is restored is asked again, and may take them then
        said = entry.answer.reason if entry and entry.answer else ""
        why = said or PayRefusal.NOT_ENOUGH_POINTS.value
        return ended(till, attempt, AttemptState.FAILED, reason=why, returns=True)
    return ended(till, attempt, AttemptState.PAID)


def _redeemed(attempt: Attempt, it: OpenBasket) -> RedeemPoints:
    member = it.basket.member.member if it.basket.member else ""
    known = attempt.tender
    return RedeemPoints(attempt.basket, attempt.attempt, member, known.points, known.amount_minor, attempt.currency)
