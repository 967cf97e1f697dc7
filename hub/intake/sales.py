"""What a sale does at the hub: goods and points go, coupons are used up, and what does not fit is told to people."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any, Final

from sqlalchemy import select

from clerk_app.domain.basket import COUNTER, BasketRefusal
from clerk_app.domain.operations import Operation
from clerk_app.domain.paying import PayRefusal
from clerk_app.domain.pickup import Disagreement
from clerk_app.domain.pricing import points_rule_of
from clerk_app.domain.sales import (
    AboutSale,
    ApproveDiscount,
    RedeemCoupon,
    RedeemPoints,
    ReturnCoupon,
    ReturnPoints,
    Sale,
)
from clerk_app.domain.settling import Attention
from clerk_app.domain.tenders import TenderMethod
from hub import coupons, members, points, purchases, returned, sales, stock, tables
from hub.aisle import paying
from hub.database import Transaction
from hub.days import Noted
from hub.intake import discounts
from hub.intake.people import Person, is_approver, lacks_a_word
from hub.intake.store import Kept
from hub.rules import Rules, load_rules
from hub.tills import Till


@dataclass(frozen=True, slots=True)
class Scene:
    """Within which transaction, from which till, by which operation, when it came, and behind what in the same push."""

    tx: Transaction
    till: Till
    operation: Operation
    now: datetime
    earlier: Sequence[Kept] = ()


@dataclass(frozen=True, slots=True)
class Wrong:
    """One thing that people must look at, with what there was before."""

    kind: Disagreement
    about: Mapping[str, Any] = field(default_factory=dict[str, Any])
    other_sides: Sequence[dict[str, Any]] = ()


@dataclass(frozen=True, slots=True)
class Told:
    """What became of it. `seq` is where the branch's feed tells of the effect; 0: it has nothing to tell."""

    seq: int = 0
    pieces: int = 0
    order_no: int = 0
    wrong: tuple[Wrong, ...] = ()
    attention: Attention | None = None
    refusal: str = ""  # of a request
    result: Mapping[str, Any] = field(default_factory=dict[str, Any])
    about: Mapping[str, Any] = field(default_factory=dict[str, Any])
    branches: tuple[int, ...] = ()  # that it concerns besides the till's own
    of_day: tuple[Noted, ...] = ()  # what it moved on the branch's day, beside what is kept of it


def apply(scene: Scene, act: AboutSale, clerk: Person | None) -> Told:
    """`clerk` is whoever sold it, if they are known here."""
    told = _applied(scene, act, clerk)
    return replace(told, about={"sale": act.basket, **told.about})


def _applied(scene: Scene, act: AboutSale, clerk: Person | None) -> Told:
    match act:
        case Sale():
            return _sold(scene, act, clerk)
        case ApproveDiscount():
            return _discount_approved(scene, act, clerk)
        case RedeemPoints():
            return _points_redeemed(scene, act)
        case ReturnPoints():
            return _points_returned(scene, act)
        case RedeemCoupon():
            claimed = coupons.claim(scene.tx, act.code, by=paid_for_by(act.basket), at=scene.now)
            return Told(refusal=_COUPON_REFUSALS[type(claimed)])
        case ReturnCoupon():
            coupons.release(scene.tx, act.code, by=paid_for_by(act.basket))
            return Told()


_COUPON_REFUSALS: Final[Mapping[type, str]] = {
    coupons.Claimed: "",
    coupons.AlreadyClaimed: PayRefusal.COUPON_USED.value,
    coupons.UnknownCoupon: BasketRefusal.UNKNOWN_COUPON.value,
}


def _discount_approved(scene: Scene, act: ApproveDiscount, clerk: Person | None) -> Told:
    """It is its own evidence: what it took off stands in the sale."""
    if not lacks_a_word(scene.operation, clerk):
        return Told()
    line = {"line": act.line, "sku": act.sku, "off_minor": act.off_minor}
    return Told(wrong=(Wrong(Disagreement.DISCOUNT_NOT_APPROVED, {"lines": [line]}),))


def _points_redeemed(scene: Scene, act: RedeemPoints) -> Told:
    """A request: what is not there cannot pay, nor can points pay more or less than they are worth."""
    rule = points_rule_of(load_rules(scene.tx).points)
    if rule is not None and act.amount_minor != rule.worth_minor(act.points):
        return Told(refusal=PayRefusal.POINTS_NOT_ALLOWED.value)
    entry = _paid_by(act.attempt)
    moved = points.move(scene.tx, act.member, -act.points, entry=entry, why="redeemed", at=scene.now)
    enough = isinstance(moved, points.Moved)
    refusal = "" if enough and act.member and act.points else PayRefusal.NOT_ENOUGH_POINTS.value
    return Told(refusal=refusal, result={"balance": moved.balance})


def _points_returned(scene: Scene, act: ReturnPoints) -> Told:
    """Exactly what the attempt took comes back, once; nothing where it took nothing."""
    columns = tables.points_entry.c
    taken = select(columns.delta).where(columns.member == act.member, columns.entry == _paid_by(act.attempt))
    delta = scene.tx.execute(taken).scalar_one_or_none()
    if delta:
        points.move(scene.tx, act.member, -delta, entry=f"back:{act.attempt}", why="not_sold", at=scene.now)
    return Told()


def paid_for_by(basket: str) -> str:
    """In whose name a sale's coupons are used up, and its purchase is noted."""
    return f"sale:{basket}"


def _paid_by(attempt: str) -> str:
    return f"pay:{attempt}"


def _sold(scene: Scene, sale: Sale, clerk: Person | None) -> Told:
    """A fact: the customer has gone. What was told before is not done again, whatever op id it comes with."""
    tx, branch = scene.tx, scene.till.branch
    about = {"receipt_no": sale.receipt_no}
    pieces = sum(line.quantity for line in sale.lines)
    if sales.sale_of_id(tx.connection, branch, sale.basket) is not None:
        return Told(pieces=pieces, wrong=(Wrong(Disagreement.RECEIPT_TWICE),), about=about)
    wrong: list[Wrong] = []
    if sales.sale_of_receipt(tx.connection, branch, sale.receipt_no) is not None:
        wrong.append(Wrong(Disagreement.RECEIPT_TWICE))
    rules = load_rules(tx)
    sales.store_sale(
        tx,
        sales.KeptSale(
            sale=sale,
            branch=branch,
            till=scene.till.till,
            clerk=scene.operation.clerk,
            at=scene.operation.occurred_at,
            commission=sales.commission(sale, rules.commission_permille),
        ),
    )
    if sale.member:
        bought = _purchase(sale, branch, scene.operation.occurred_at)
        members.bought(tx, bought, now=scene.now)
    taken = stock.take_out(tx, branch, sale.carried_out, now=scene.now) if sale.carried_out else None
    if taken is not None and taken.short:
        wrong.append(Wrong(Disagreement.OVERSOLD, {"skus": dict(taken.short)}))
    wrong += [*_spend(scene, sale), *_exchanged_for_nothing(scene, sale), *_too_cheap(scene, sale, clerk, rules)]
    adds_up = sale.adds_up and _points_are_worth(sale, rules) and paying.is_as_ordered(tx, sale, branch=branch)
    if sale.order_no is not None:
        paid = paying.pay(tx, sale.order_no, branch=branch, paid=None, op_id=scene.operation.op_id, at=scene.now)
        if isinstance(paid, paying.Lapsed):
            wrong.append(Wrong(Disagreement.ORDER_LAPSED, {"why": paid.why.value}))
    return Told(
        seq=taken.seq if taken else 0,
        pieces=pieces,
        order_no=sale.order_no or 0,
        wrong=tuple(wrong),
        attention=None if adds_up else Attention.DOES_NOT_ADD_UP,
        about=about,
    )


def _exchanged_for_nothing(scene: Scene, sale: Sale) -> list[Wrong]:
    return [
        Wrong(Disagreement.EXCHANGE_NOT_KNOWN, {"return": tender.code, "amount_minor": tender.amount_minor})
        for place, tender in enumerate(sale.tenders)
        if tender.method is TenderMethod.EXCHANGE
        and (
            tender in sale.tenders[:place] or not returned.counts_for(scene.tx, scene.till.branch, tender, sale.basket)
        )
    ]


def _too_cheap(scene: Scene, sale: Sale, clerk: Person | None, rules: Rules) -> list[Wrong]:
    """What was taken off by hand is the seller's own right, or a manager's word, which came before."""
    if is_approver(scene.operation, clerk):
        return []
    lines = discounts.without_a_word(
        scene.tx,
        sale,
        scene.operation,
        branch=scene.till.branch,
        own_permille=rules.own_discount_permille,
        earlier=scene.earlier,
    )
    told = [{"line": it.line, "sku": it.sku, "off_minor": discounts.by_hand_minor(it)} for it in lines]
    return [Wrong(Disagreement.DISCOUNT_NOT_APPROVED, {"lines": told})] if told else []


def _points_are_worth(sale: Sale, rules: Rules) -> bool:
    """Whether points paid what they are worth, and were somebody's. Where the chain does not say it, nobody asks."""
    rule = points_rule_of(rules.points)
    paid = [it for it in sale.tenders if it.method is TenderMethod.POINTS]
    return rule is None or all(sale.member and it.amount_minor == rule.worth_minor(it.points) for it in paid)


def _purchase(sale: Sale, branch: int, at: datetime) -> purchases.Bought:
    return purchases.Bought(
        member=sale.member,
        purchase=paid_for_by(sale.basket),
        branch=branch,
        channel=COUNTER,
        at=at,
        currency=sale.currency,
        total_minor=sale.total_minor,
        lines=tuple((line.sku, line.quantity) for line in sale.lines),
        order_no=sale.order_no,
        receipt_no=sale.receipt_no,
    )


def _spend(scene: Scene, sale: Sale) -> list[Wrong]:
    """Take the points that paid, add those that were earned, and use the coupons up: what was asked before is done."""
    tx, wrong = scene.tx, list[Wrong]()
    for tender in sale.tenders:
        if tender.method is TenderMethod.POINTS and tender.points and sale.member:
            entry, at = _paid_by(tender.attempt or sale.basket), scene.now
            moved = points.move(tx, sale.member, -tender.points, entry=entry, why="redeemed", at=at)
            if isinstance(moved, points.NotEnough):
                after = points.force(tx, sale.member, -tender.points, entry=entry, why="redeemed", at=at)
                about = {"member": sale.member, "points": tender.points, "balance": after.balance}
                wrong.append(Wrong(Disagreement.OVERDRAFT, about))
    if sale.points_earned and sale.member:
        entry = f"earned:{sale.basket}"
        points.move(tx, sale.member, sale.points_earned, entry=entry, why="earned", at=scene.now)
    for code in sale.coupons:
        claimed = coupons.claim(tx, code, by=paid_for_by(sale.basket), at=scene.now)
        if not isinstance(claimed, coupons.Claimed):
            by = claimed.by if isinstance(claimed, coupons.AlreadyClaimed) else ""
            wrong.append(Wrong(Disagreement.COUPON_REUSED, {"code": code, "used_by": by}))
        elif claimed.member not in {"", sale.member}:
            wrong.append(Wrong(Disagreement.COUPON_OF_ANOTHER, {"code": code}))
    return wrong
