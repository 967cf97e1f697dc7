"""Why a line costs what it costs, and why a coupon does nothing, in sentences a clerk can say aloud."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from clerk_app.domain.basket import BasketLine
from clerk_app.domain.pricing import NotUsed, PricedBasket, UnusedOffer
from clerk_app.domain.reductions import Reduction, Why
from ui.basket.words import REDUCTIONS
from ui.formats import amount, join
from ui.messages import Text, say

OfferNames = Mapping[str, str]  # an offer's id → its name in the language of the screen

NOT_USED: Final[Mapping[NotUsed, Text]] = MappingProxyType(
    {
        NotUsed.UNKNOWN: Text.NU_UNKNOWN,
        NotUsed.NOT_YET: Text.NU_NOT_YET,
        NotUsed.ENDED: Text.NU_ENDED,
        NotUsed.MEMBERS_ONLY: Text.NU_MEMBERS_ONLY,
        NotUsed.OTHER_TIER: Text.NU_OTHER_TIER,
        NotUsed.OTHER_MEMBER: Text.NU_OTHER_MEMBER,
        NotUsed.OTHER_CHANNEL: Text.NU_OTHER_CHANNEL,
        NotUsed.NOTHING_IN_SCOPE: Text.NU_NOTHING_IN_SCOPE,
        NotUsed.BELOW_MINIMUM: Text.NU_BELOW_MINIMUM,
        NotUsed.TOO_FEW_PIECES: Text.NU_TOO_FEW_PIECES,
        NotUsed.NOT_TOGETHER: Text.NU_NOT_TOGETHER,
        NotUsed.BEATEN: Text.NU_BEATEN,
    }
)
"""Every reason has its sentence; BEATEN and NOT_TOGETHER have another one where it is known what is used instead."""

WORTH_SAYING: Final = frozenset(
    {NotUsed.BEATEN, NotUsed.NOT_TOGETHER, NotUsed.BELOW_MINIMUM, NotUsed.TOO_FEW_PIECES, NotUsed.MEMBERS_ONLY}
)
"""Of an offer that nobody showed a code for: what a clerk would tell the customer."""


def name_of_reduction(it: Reduction, names: OfferNames) -> str:
    """Such as "Member price", or an offer's own name."""
    return names.get(it.offer, "") or say(REDUCTIONS[it.why])


def name_of_unused(it: UnusedOffer, names: OfferNames) -> str:
    return names.get(it.offer, "") or (say(Text.COUPON_OF, tail=tail(it.code)) if it.code else say(Text.WHY_PROMOTION))


def under_price(reductions: tuple[Reduction, ...], currency: str, names: OfferNames) -> str:
    """Such as "coupon −¥100.00": the one cause, or how many there are."""
    if not reductions:
        return ""
    off = amount(sum(it.amount_minor for it in reductions), currency)
    if len(reductions) == 1:
        return say(Text.OFF_BY, name=name_of_reduction(reductions[0], names), amount=off)
    return say(Text.OFF_BY_SEVERAL, count=len(reductions), amount=off)


def why_cheaper(line: BasketLine, reductions: tuple[Reduction, ...], names: OfferNames) -> tuple[str, ...]:
    """One sentence for each thing that was taken off."""
    return tuple(_taken_off(line, it, names) for it in reductions)


def why_not(it: UnusedOffer, priced: PricedBasket, names: OfferNames) -> str:
    """Such as "Member price beats Coupon …7731, which would save ¥20.00.\""""
    name, instead = name_of_unused(it, names), _instead(priced.in_place_of(it), names)
    saves = amount(it.alone_saves_minor, priced.currency)
    match it.why:
        case NotUsed.BEATEN if instead:
            return say(Text.NU_BEATEN_BY, winner=instead, name=name, amount=saves)
        case NotUsed.NOT_TOGETHER if instead:
            return say(Text.NU_NOT_TOGETHER_WITH, winner=instead, name=name)
        case NotUsed.BELOW_MINIMUM:
            return say(Text.NU_BELOW_MINIMUM, name=name, amount=amount(it.missing_minor, priced.currency))
        case NotUsed.TOO_FEW_PIECES:
            return say(Text.NU_TOO_FEW_PIECES, name=name, count=it.missing_pieces)
        case _:
            return say(NOT_USED[it.why], name=name)


def not_used_for(line: int, priced: PricedBasket, names: OfferNames) -> tuple[str, ...]:
    """What was meant for this line and did not come to it."""
    told = (it for it in priced.unused if line in it.lines and (it.code or _is_worth_saying(it, priced)))
    return tuple(dict.fromkeys(why_not(it, priced, names) for it in told))


def _is_worth_saying(it: UnusedOffer, priced: PricedBasket) -> bool:
    """What is far away is not said: at least half of what an offer needs is there."""
    there = [by for number in it.lines if (by := priced.line(number)) is not None]
    match it.why:
        case NotUsed.BELOW_MINIMUM:
            return sum(by.total_minor for by in there) >= it.missing_minor
        case NotUsed.TOO_FEW_PIECES:
            return sum(by.quantity for by in there) >= it.missing_pieces
        case _:
            return it.why in WORTH_SAYING


def tail(code: str) -> str:
    """The end of a code: enough to tell two apart, too little to use it."""
    return f"…{code[-4:]}"


def _taken_off(line: BasketLine, it: Reduction, names: OfferNames) -> str:
    off = amount(it.amount_minor, line.article.currency)
    if it.why is Why.DISCOUNT and line.discount is not None:
        return say(Text.WHY_DISCOUNT_OFF, reason=line.discount.reason, amount=off)
    return say(Text.WHY_OFF, name=name_of_reduction(it, names), amount=off)


def _instead(used: tuple[Reduction, ...], names: OfferNames) -> str:
    """What is used in place of it: the largest first, and no more than two."""
    best = sorted(used, key=_amount, reverse=True)[:2]
    return join(*dict.fromkeys(name_of_reduction(it, names) for it in best))


_amount: Callable[[Reduction], int] = lambda it: it.amount_minor  # noqa: E731 - a key, not a function of its own
