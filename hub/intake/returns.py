"""What a return does at the hub: goods, points, coupons and commission go back once, each against what was sold."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from sqlalchemy import select

from clerk_app.domain.money import share
from clerk_app.domain.orders import BranchNo, Happening, HistoryEntry
from clerk_app.domain.pickup import Actor, Disagreement
from clerk_app.domain.returns.acts import (
    AboutReturn,
    BookCollection,
    Condition,
    EndRefund,
    ReceiveReturn,
    ReturnedLine,
)
from clerk_app.domain.returns.planning import Chosen, Plan, needs_manager, plan, there_of, why_not_collect
from clerk_app.domain.returns.purchases import Purchase
from clerk_app.domain.returns.refusals import ReturnRefusal
from clerk_app.domain.returns.rules import return_rules_of
from clerk_app.domain.settling import Attention
from clerk_app.domain.tenders import cash_rounding_of
from hub import collections_at_home, coupons, dropping, points, returned, stock, tables
from hub.aisle import addresses
from hub.database import Reader
from hub.intake import refunds
from hub.intake.conflicts import side_of_operation
from hub.intake.people import Person, lacks_a_word
from hub.intake.sales import Scene, Told, Wrong, paid_for_by
from hub.returned import Back, Known
from hub.rules import Rules, load_rules
from hub.sales import KeptSale


def concerned(scene: Scene, act: AboutReturn) -> frozenset[int]:
    """The branches whose feeds must be locked: where it was sold, and wherever something of it came back before."""
    if isinstance(act, EndRefund) or not _is_branch(scene.tx, act.purchase.branch):
        return frozenset()
    before = returned.backs_of(scene.tx, act.purchase)
    is_dropped = isinstance(act, ReceiveReturn) and act.dropped
    parts = dropping.parts_of(scene.tx, act.purchase) if is_dropped else ()
    return frozenset({act.purchase.branch, *(it.at_branch for it in before), *(part.branch for part in parts)})


def apply(scene: Scene, act: AboutReturn, clerk: Person | None) -> Told:
    """`clerk` is whoever took the goods back, if they are known here."""
    if isinstance(act, BookCollection):
        return _booked(scene, act)
    if isinstance(act, EndRefund):
        return refunds.end(scene, act, clerk)
    return _received(scene, act, clerk)


def _booked(scene: Scene, act: BookCollection) -> Told:
    """A request: it is refused where the goods are not there to be fetched, or not then."""
    tx, rules = scene.tx, load_rules(scene.tx)
    found = returned.known(tx, act.purchase, now=scene.now, till=scene.till.till)
    if found is None:
        return Told(refusal=ReturnRefusal.UNKNOWN_PURCHASE.value)
    if collections_at_home.is_booked(tx, act.purchase, act.return_id):
        return Told()
    waiting, today = collections_at_home.booked(tx, act.purchase), scene.now.astimezone(rules.zone).date()
    refusal = why_not_collect(found.purchase, act, waiting, return_rules_of(rules.returns), today=today)
    if refusal is None and addresses.load(tx, act.address) is None:
        refusal = ReturnRefusal.UNKNOWN_ADDRESS
    if refusal:
        return Told(refusal=refusal.value)
    addresses.keep_longer(tx, act.address, now=scene.now)
    collections_at_home.book(tx, act, at_branch=scene.till.branch)
    return Told(about={"return": act.return_id}, result={"state": collections_at_home.BOOKED})


def _received(scene: Scene, act: ReceiveReturn, clerk: Person | None) -> Told:
    """A fact: the goods are here and the money is gone. Told twice, it is done once."""
    tx, branch = scene.tx, scene.till.branch
    about = {"return": act.return_id, "slip_no": act.slip_no, "receipt_no": act.receipt_no}
    told = Told(pieces=act.pieces, order_no=act.order_no or 0, about=about)
    if returned.has_return(tx, branch, return_id=act.return_id):
        return replace(told, wrong=(Wrong(Disagreement.RECEIPT_TWICE),))
    wrong: list[Wrong] = []
    if returned.has_return(tx, branch, slip_no=act.slip_no):
        wrong.append(Wrong(Disagreement.RECEIPT_TWICE))
    at, by = scene.operation.occurred_at, scene.operation.clerk
    returned.store_return(tx, act, branch=branch, till=scene.till.till, clerk=by, at=at)
    rules = load_rules(tx)
    before = returned.known(tx, act.purchase, now=scene.now, till=scene.till.till)
    if before is None:
        wrong.append(Wrong(Disagreement.UNKNOWN_PURCHASE))
        judged = _Judged(None)
    else:
        judged = _judged(act, before, rules)
        wrong += judged.wrong + _points_moved(scene, act, before.purchase, judged.plan)
        _coupons_let_go(scene, before, judged)
        if _lacks_a_word(scene, act, before.purchase, clerk, rules):
            wrong.append(Wrong(Disagreement.NOT_PERMITTED))
    if _is_branch(tx, act.purchase.branch):
        returned.store_back(tx, act.purchase, _back(scene, act, before, judged, clerk))
        returned.let_go(tx, act.purchase, till=scene.till.till)
        came = {it.line: it.quantity for it in act.lines if it.condition is not Condition.NOT_COLLECTED}
        collections_at_home.receive(tx, act.purchase, came)
    seq = stock.put_back(tx, branch, act.restocked, now=scene.now) if act.restocked else 0
    if act.dropped:
        seq = max(seq, dropping.drop(tx, act.purchase, act.dropped, _entry(scene, act, clerk), now=scene.now))
    concerns_others = any(it.kind in _OF_THE_PURCHASE for it in wrong)
    return replace(
        told,
        seq=seq,
        wrong=tuple(wrong),
        attention=None if act.adds_up else Attention.DOES_NOT_ADD_UP,
        branches=tuple(sorted(concerned(scene, act))) if concerns_others else (),
    )


_OF_THE_PURCHASE = frozenset({Disagreement.OVER_RETURN, Disagreement.REFUND_DIFFERS})


@dataclass(frozen=True, slots=True)
class _Judged:
    """What should have been given for the pieces that were there to come back, and what is wrong with what was."""

    plan: Plan | None
    wrong: tuple[Wrong, ...] = field(default=())


def _judged(act: ReceiveReturn, before: Known, rules: Rules) -> _Judged:
    fitting: list[Chosen] = []
    over: list[dict[str, Any]] = []
    for it in act.lines:
        line = before.purchase.line(it.line)
        there = min(it.quantity, there_of(line, it.condition)) if line else 0
        if there:
            fitting.append(Chosen(it.line, there, it.reason, it.condition, it.restock))
        if there < it.quantity:
            sold, back = (line.reached + line.dropped, line.returned) if line else (0, 0)
            over.append({"line": it.line, "sku": it.sku, "sold": sold, "returned": back + it.quantity})
    rounding = cash_rounding_of({"cash_rounding": rules.cash_rounding}, act.currency)
    right = plan(before.purchase, fitting, rounding, return_rules_of(rules.returns))
    if over:
        numbers = {row["line"] for row in over}
        sides = [dict(it.side) for it in before.backs if numbers & it.pieces.keys()]
        about = {"lines": over, "refund_minor": act.total_minor, "currency": act.currency}
        return _Judged(right, (Wrong(Disagreement.OVER_RETURN, about, sides),))
    is_given = refunds.is_given(act.tenders, right.tenders, before.purchase, rounding)
    is_right = is_given and act.total_minor == right.total_minor
    if is_right and act.currency == before.purchase.currency:
        return _Judged(right)
    about = {"refund_minor": act.total_minor, "right_minor": right.total_minor, "currency": act.currency}
    return _Judged(right, (Wrong(Disagreement.REFUND_DIFFERS, about),))


def _points_moved(scene: Scene, act: ReceiveReturn, purchase: Purchase, right: Plan | None) -> tuple[Wrong, ...]:
    """What points paid comes back, and what was earned goes: by the hub's own count, exactly and once."""
    if right is None or not purchase.member:
        return ()
    tx, at = scene.tx, scene.now
    if right.points_back:
        points.move(tx, purchase.member, right.points_back, entry=f"return:{act.return_id}", why="returned", at=at)
    if not right.points_taken:
        return ()
    entry = f"unearned:{act.return_id}"
    after = points.force(tx, purchase.member, -right.points_taken, entry=entry, why="returned", at=at)
    if after.balance >= 0:
        return ()
    about = {"member": purchase.member, "points": right.points_taken, "balance": after.balance}
    return (Wrong(Disagreement.OVERDRAFT, about),)


def _coupons_let_go(scene: Scene, before: Known, judged: _Judged) -> None:
    if judged.plan is None or before.sale is None:
        return
    for code in judged.plan.coupons:
        coupons.release(scene.tx, code, by=paid_for_by(before.sale.sale.basket))


def _lacks_a_word(scene: Scene, act: ReceiveReturn, purchase: Purchase, clerk: Person | None, rules: Rules) -> bool:
    """Whether this needed a manager's word and has none."""
    at, known = scene.operation.occurred_at, return_rules_of(rules.returns)
    is_dropped = bool(act.dropped)
    is_asked = needs_manager(purchase, act.tenders, act.total_minor, act.proof, known, is_dropped=is_dropped, now=at)
    is_asked = is_asked or refunds.is_cash_instead(act.tenders, purchase)
    return is_asked and lacks_a_word(scene.operation, clerk)


def _entry(scene: Scene, act: ReceiveReturn, clerk: Person | None) -> HistoryEntry:
    """What the history of the order tells of the pieces that were dropped."""
    names = scene.till.name, scene.operation.clerk, clerk.name if clerk else ""
    reason = next(it.reason for it in act.lines if it.condition is Condition.NOT_COLLECTED)
    at, here = scene.operation.occurred_at, BranchNo(scene.till.branch)
    return HistoryEntry(Happening.DROPPED, at, here, *names, scene.operation.op_id, reason=reason)


def _back(scene: Scene, act: ReceiveReturn, before: Known | None, judged: _Judged, clerk: Person | None) -> Back:
    by = Actor(BranchNo(scene.till.branch), scene.till.name, scene.operation.clerk, clerk.name if clerk else "")
    refunded: dict[int, int] = {}  # what was due: money that should not have gone is nobody's later loss
    for it in judged.plan.tenders if judged.plan else act.tenders:
        refunded[it.of] = refunded.get(it.of, 0) + it.tender.amount_minor
    return Back(
        return_id=act.return_id,
        at_branch=scene.till.branch,
        pieces={it.line: it.quantity for it in act.lines},
        refunded_minor=refunded,
        side=side_of_operation(scene.operation, by, pieces=act.pieces),
        commission=_commission_back(before, judged),
    )


def _commission_back(before: Known | None, judged: _Judged) -> tuple[Mapping[str, Any], ...]:
    """What each credited clerk's commission is less by: all portions together are all of it."""
    if before is None or before.sale is None or judged.plan is None:
        return ()
    now = {it.line: _worth(before.purchase, it) for it in judged.plan.lines}
    return tuple(
        row
        for credited in before.sale.commission
        if (row := _share_back(before.sale, before.purchase, credited, now))["commission_minor"] or row["base_minor"]
    )


def _worth(purchase: Purchase, back: ReturnedLine) -> int:
    """What these pieces cost, paid or not."""
    line = purchase.line(back.line)
    assert line is not None, "planned from this purchase"
    return line.refund(back.quantity, returned_before=line.returned).refund_minor


def _share_back(
    kept: KeptSale, purchase: Purchase, credited: Mapping[str, Any], now: Mapping[int, int]
) -> dict[str, Any]:
    badge, base, all_of_it = credited["clerk"], int(credited["base_minor"]), int(credited["commission_minor"])
    mine = [it for it in purchase.lines if it.sold.credited == badge]
    back = sum(it.refund(it.returned, returned_before=0).refund_minor for it in mine if it.returned)
    more = sum(now.get(it.sold.line, 0) for it in mine)
    taken = share(all_of_it, back + more, base) - share(all_of_it, back, base) if base else 0
    return {"clerk": badge, "base_minor": more, "commission_minor": taken, "sale": kept.sale.basket}


def _is_branch(reader: Reader, no: int) -> bool:
    return reader.execute(select(tables.branch.c.no).where(tables.branch.c.no == no)).first() is not None
