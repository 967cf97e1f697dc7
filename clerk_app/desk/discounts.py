"""A discount by hand: within the clerk's own right, or with the word of another person, who says why."""

from dataclasses import replace

from sqlalchemy import Connection

from clerk_app.desk.approvals import Approval, Doubt
from clerk_app.desk.baskets import OpenBasket, WhyNot, current, shown, why_not_touch
from clerk_app.desk.outcome import written
from clerk_app.desk.price_rules import counter_rules
from clerk_app.domain import basket as rules_of_baskets
from clerk_app.domain.basket import Basket, BasketLine, BasketRefusal, Discount
from clerk_app.domain.paying import PayRefusal
from clerk_app.domain.rights import is_beyond_own
from clerk_app.domain.roles import Clerk
from clerk_app.domain.sales import ApproveDiscount
from clerk_app.store import baskets, cache, ledger
from clerk_app.store.ledger import NewAct
from clerk_app.till import Till


def doubt_about_discount(till: Till, line: int, discount: Discount, *, clerk: Clerk) -> Doubt | None:
    """What another person is asked, where this is more than the clerk may give alone; None: nobody needs to be."""
    it = current(till)
    if it is None:
        return None
    own = it.rules.own_discount_permille
    tried = rules_of_baskets.give_discount(it.basket, line, discount, by=clerk, own_right_permille=own)
    return Doubt(till.new_id(), None, tried) if tried is BasketRefusal.APPROVAL_NEEDED else None


def give_discount(
    till: Till, line: int, discount: Discount, *, clerk: Clerk, approval: Approval | None = None
) -> OpenBasket | WhyNot:
    """Take something off a line by hand. What is a manager's to give is written down as an act of its own, at once:
    whoever sells the basket may be somebody else.
    """
    with till.cache.read() as cached, till.ledger.write() as kept:
        found = baskets.current(kept)
        if found is None:
            return PayRefusal.NO_BASKET
        why_not = why_not_touch(kept, found)
        if why_not:
            return why_not
        is_word = approval is not None and _holds(till, kept, approval)
        own_permille = counter_rules(cached).own_discount_permille
        after = rules_of_baskets.give_discount(
            found.basket,
            line,
            discount,
            by=clerk,
            own_right_permille=own_permille,
            approver=approval.by if approval is not None and is_word else None,
        )
        if isinstance(after, BasketRefusal):
            return after
        given = after.line(line)
        assert given is not None, "it was there before"
        assert given.discount is not None, "it has just got it"
        act = _approved(after, given, given.discount)
        if is_beyond_own(act.off_minor, gross_minor=act.gross_minor, own_permille=own_permille):
            by_another = approval if given.discount.approved_by else None
            if written(till, kept, [_word(till, act, by_another, clerk)], cache.hub(cached)):
                return PayRefusal.UNREADABLE_ACT
        changed = replace(found, basket=after, before=found.basket, changed_at=till.time.now())
        baskets.keep(kept, changed)
        return shown(till, cached, kept, changed)


def _word(till: Till, act: ApproveDiscount, approval: Approval | None, clerk: Clerk) -> NewAct:
    """The word of another person, or a manager's own."""
    if approval is None:
        return NewAct(till.new_id(), None, act, clerk.badge)
    return NewAct(approval.given_for.op_id, None, act, clerk.badge, approval.step_up)


def _holds(till: Till, kept: Connection, approval: Approval) -> bool:
    """Once used, a word is used up."""
    is_used = ledger.entry(kept, approval.given_for.op_id) is not None
    doubt = approval.given_for
    return not is_used and approval.holds(doubt.reason, doubt.order_no, now=till.time.now())


def _approved(basket: Basket, line: BasketLine, discount: Discount) -> ApproveDiscount:
    return ApproveDiscount(
        basket=basket.basket,
        line=line.line,
        sku=line.article.sku,
        gross_minor=line.gross_minor,
        off_minor=discount.of(line.gross_minor),
        currency=basket.currency,
        reason=discount.reason,
    )
