"""The end of a visit: what is paid in full becomes a sale, in the step in which its last payment is written down."""

from dataclasses import dataclass

from sqlalchemy import Connection

from clerk_app.desk.baskets import OpenBasket, shown, unclaim
from clerk_app.desk.outcome import written
from clerk_app.domain.basket import BasketLine, Fulfilment
from clerk_app.domain.operations import Kind
from clerk_app.domain.paying import PayRefusal, open_attempt, standing
from clerk_app.domain.pricing import PricedLine, points_earned
from clerk_app.domain.receipt_no import ReceiptNo, read_receipt, short_till
from clerk_app.domain.rights import may
from clerk_app.domain.roles import Clerk
from clerk_app.domain.sales import Sale, SaleLine
from clerk_app.domain.tenders import TenderMethod
from clerk_app.store import baskets, cache, ledger
from clerk_app.store.baskets import KeptBasket
from clerk_app.store.ledger import NewAct
from clerk_app.till import Till


@dataclass(frozen=True, slots=True)
class Sold:
    """On the disk of this till, with its receipt's number; the hub will hear of it."""

    op_id: str
    sale: Sale


def why_not_sell(clerk: Clerk, it: OpenBasket) -> PayRefusal | None:
    """Why nobody may begin to pay for this basket."""
    if not may(clerk.role, Kind.SOLD):
        return PayRefusal.NOT_FOR_ROLE
    if not it.basket.lines:
        return PayRefusal.NOTHING_IN_IT
    if it.changes:
        return PayRefusal.PRICE_CHANGED
    is_all_here = all(line.place.fulfilment is Fulfilment.CARRY_OUT for line in it.basket.lines)
    return None if is_all_here or it.order is not None else PayRefusal.ORDER_NEEDED


def sold_if_paid(
    till: Till, cached: Connection, kept: Connection, found: KeptBasket, *, clerk: str
) -> Sold | PayRefusal | None:
    """Write the sale down and drop the basket, if nothing is due of it now; None: something is.

    In the caller's write transaction of the ledger: with the last payment, or not at all.
    """
    it = shown(till, cached, kept, found)
    if it.due.left_minor > 0 or open_attempt(it.attempts) or not it.basket.lines:
        return None
    sale = _sale(till, kept, it)
    op_id = till.new_id()
    act = NewAct(op_id, None, sale, clerk)
    if written(till, kept, [act], cache.hub(cached)):
        return PayRefusal.UNREADABLE_ACT
    unclaim(till, kept, found, found.claims.keys() - sale.coupons)
    baskets.drop(kept, it.basket.basket)
    return Sold(op_id, sale)


def next_receipt_no(till: Till, kept: Connection) -> ReceiptNo:
    """One more than the last one. Where operations are lost for good, any of them may have been a sale: those numbers
    are left out, since one that is given twice is worse.
    """
    number, seq = 0, 0
    last = ledger.sales(kept, limit=1)
    if last:
        seq = last[0].operation.seq
        told = read_receipt(str(last[0].operation.body.get("receipt_no", "")))
        number = told.number if told else 0
    gone = ledger.operations_gone(kept, after_seq=seq)
    return ReceiptNo(till.branch, short_till(till.profile.till), number + gone + 1)


def _sale(till: Till, kept: Connection, it: OpenBasket) -> Sale:
    basket, priced = it.basket, it.priced
    paid = standing(it.attempts)
    tenders = tuple(attempt.tender for attempt in paid)
    in_points = sum(tender.amount_minor for tender in tenders if tender.method is TenderMethod.POINTS)
    rule = it.rules.points if basket.member else None
    rounding_minor = sum(attempt.rounding_minor for attempt in paid)
    return Sale(
        basket=basket.basket,
        receipt_no=str(next_receipt_no(till, kept)),
        currency=basket.currency,
        lines=tuple(_line(line, by) for line, by in zip(basket.lines, priced.lines, strict=True)),
        tenders=tenders,
        total_minor=priced.total_minor,
        order_no=it.order.order_no if it.order else None,
        member=basket.member.member if basket.member else "",
        change_minor=sum(tender.given_minor - tender.amount_minor for tender in tenders if tender.given_minor),
        rounding_minor=rounding_minor,
        due_later_minor=it.due.later_minor,
        points_used=sum(tender.points for tender in tenders),
        points_earned=points_earned(priced.total_minor - in_points, rule) if rule else 0,
        coupons=priced.coupons_used,
    )


def _line(line: BasketLine, by: PricedLine) -> SaleLine:
    article = line.article
    return SaleLine(
        line=line.line,
        sku=article.sku,
        quantity=line.quantity,
        unit_price_minor=article.unit_price_minor,
        total_minor=by.total_minor,
        why=by.reductions,
        name_zh=article.name_zh,
        name_en=article.name_en,
        fulfilment=line.place.fulfilment,
        branch=line.place.branch,
        credited=line.credited,
    )
