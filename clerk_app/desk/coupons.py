"""Coupons: what a code is worth, and speaking for it before a basket is paid, so that nobody else uses it meanwhile."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final, Protocol

from sqlalchemy import Connection

from clerk_app.desk.baskets import OpenBasket, WhyNot, as_ordered, shown, unclaim
from clerk_app.desk.outcome import written
from clerk_app.domain.basket import BasketRefusal, detach_coupon
from clerk_app.domain.codes import Coupon as CouponCode
from clerk_app.domain.codes import classify
from clerk_app.domain.operations import Kind, Word, word_of
from clerk_app.domain.paying import PayRefusal
from clerk_app.domain.pricing import Coupon
from clerk_app.domain.rights import may
from clerk_app.domain.roles import Clerk
from clerk_app.domain.sales import RedeemCoupon
from clerk_app.errors import HubUnreachable
from clerk_app.store import baskets, cache, ledger, members
from clerk_app.store.ledger import NewAct
from clerk_app.till import Till
from clerk_app.wire import Malformed
from clerk_app.wire.offers import coupon_of

ASK_WITHIN_S: Final = 1.5


class CouponHub(Protocol):
    def coupon(self, code: str, *, timeout_s: float) -> tuple[Mapping[str, Any], bool] | None: ...


def is_known(till: Till, it: OpenBasket, code: str) -> bool:
    """Whether this till can say what a code is worth to this basket: it is one of its member's."""
    with till.cache.read() as cached:
        known = members.member(cached, it.basket.member.member) if it.basket.member else None
    return known is not None and any(coupon.code == code for coupon in known.coupons)


def ask_coupon(hub: CouponHub, code: str) -> Coupon | WhyNot | None:
    """What the hub says of a code that this till does not know; None where it does not answer in time. In the
    background, please.
    """
    if not isinstance(classify(code), CouponCode):
        return BasketRefusal.UNKNOWN_COUPON
    try:
        told = hub.coupon(code, timeout_s=ASK_WITHIN_S)
        if told is None:
            return BasketRefusal.UNKNOWN_COUPON
        body, is_used = told
        return PayRefusal.COUPON_USED if is_used else coupon_of(body)
    except HubUnreachable:
        return None
    except Malformed:  # a newer hub's offer, which this program cannot price
        return BasketRefusal.UNKNOWN_COUPON


def claim_coupons(till: Till, *, clerk: Clerk) -> tuple[str, ...] | PayRefusal:
    """Write down that the coupons which this basket uses are spoken for; returns the codes that are new.

    Push what is written, then call `hear_claims`. Offline they are used all the same: if somebody else was first,
    people are told.
    """
    with till.cache.read() as cached, till.ledger.write() as kept:
        found = baskets.current(kept)
        if found is None:
            return PayRefusal.NO_BASKET
        if not may(clerk.role, Kind.COUPON_REDEEMED):
            return PayRefusal.NOT_FOR_ROLE
        used = shown(till, cached, kept, found).priced.coupons_used
        wanted = [code for code in used if code not in found.claims]
        acts = [NewAct(till.new_id(), None, RedeemCoupon(found.basket.basket, code), clerk.badge) for code in wanted]
        if not acts:
            return ()
        if written(till, kept, acts, cache.hub(cached)):
            return PayRefusal.UNREADABLE_ACT
        claims = {code: act.op_id for code, act in zip(wanted, acts, strict=True)}
        baskets.keep(kept, replace(found, claims={**found.claims, **claims}))
        return tuple(wanted)


def hear_claims(till: Till) -> tuple[OpenBasket | None, tuple[str, ...]]:
    """The basket without the coupons that the hub refused, and which those are: somebody else has used them. What was
    ordered for less because of them is ordered anew.
    """
    with till.cache.read() as cached, till.ledger.write() as kept:
        found = baskets.current(kept)
        if found is None:
            return None, ()
        it = shown(till, cached, kept, found)
        if it.is_being_paid:
            return it, ()
        refused = tuple(code for code, op_id in found.claims.items() if _is_refused(kept, op_id))
        if refused:
            unclaim(till, kept, found, refused)  # a hub that is restored is asked again, and may keep them then
            basket = found.basket
            for code in refused:
                without = detach_coupon(basket, code)
                basket = basket if isinstance(without, BasketRefusal) else without
            claims = {code: op_id for code, op_id in found.claims.items() if code not in refused}
            found = as_ordered(till, cached, found, replace(found, basket=basket, before=None, claims=claims))
            baskets.keep(kept, found)
            it = shown(till, cached, kept, found)
        return it, refused


def _is_refused(kept: Connection, op_id: str) -> bool:
    entry = ledger.entry(kept, op_id)
    return entry is not None and word_of(entry.answer) is Word.REFUSED
