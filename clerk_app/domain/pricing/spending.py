"""The offers on spending: what is taken off the amount that a part of the basket comes to.

First promotions, then coupons. Whether an amount is large enough is judged once for all coupons, on what is left
after the promotions; so the order in which coupons were shown does not matter.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from clerk_app.domain.money import allocated
from clerk_app.domain.pricing.case import OnSpending, members_of


@dataclass(frozen=True, slots=True)
class Spent:
    """What one offer takes off, and how much of it each of the kinds bears."""

    by: OnSpending
    qualifying_minor: int
    off_minor: int
    kinds: tuple[int, ...]
    parts: tuple[int, ...]


def spend(
    nets: Sequence[int], offers: Sequence[OnSpending], *, at_member_price: int, reduced: int
) -> tuple[Spent, ...]:
    """Take off what these offers give, in the order of Case.spending. `nets` stay as they are.

    `at_member_price` and `reduced` are the kinds on which the member's price and offers on articles count already.
    """
    left = list(nets)
    before_coupons: list[int] | None = None
    done: list[Spent] = []
    for it in offers:
        if it.candidate.code and before_coupons is None:
            before_coupons = list(left)
        counted = counted_of(it, at_member_price=at_member_price, reduced=reduced)
        kinds = it.kinds if counted == it.mask else members_of(counted)
        lefts = [left[kind] for kind in kinds]
        qualifying = sum(lefts) if before_coupons is None else sum(before_coupons[kind] for kind in kinds)
        off = it.terms.off(qualifying, sum(lefts))
        parts = allocated(off, lefts) if off else [0] * len(kinds)
        for kind, part in zip(kinds, parts, strict=True):
            left[kind] -= part
        if off and not it.candidate.code:
            reduced |= counted
        done.append(Spent(it, qualifying, off, kinds, tuple(parts)))
    return tuple(done)


def counted_of(it: OnSpending, *, at_member_price: int, reduced: int) -> int:
    """The kinds whose amounts count for an offer."""
    mask = it.mask
    if not it.candidate.offer.with_member_price:
        mask &= ~at_member_price
    if not it.candidate.offer.with_promotions:
        mask &= ~reduced
    return mask


def go_together(one: OnSpending, other: OnSpending) -> bool:
    """Whether both may be used: not of one group, nor two promotions on the same pieces; and a coupon that wants to
    be alone stands beside no other.
    """
    if one.group == other.group:
        return False
    if one.candidate.code and other.candidate.code:
        return one.candidate.offer.with_coupons and other.candidate.offer.with_coupons
    if one.candidate.code or other.candidate.code:
        return True
    return not one.mask & other.mask
