"""What a basket costs at a moment under the rules of head office: the best allowed combination, explained.

The same rules run twice: at the till on cached rules, so that the customer sees the price even offline; and in the
hub, on the truth, when the order arrives.

Adding an offer, a coupon or the member's card never makes the basket dearer, and neither the order of scans nor how
pieces are spread over lines changes what it costs (docs/decisions/0012-pricing.md says within which bound).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from clerk_app.domain.basket import Basket
from clerk_app.domain.money import allocated
from clerk_app.domain.pricing.case import Candidate, Case, Kind, NotUsed, case_of
from clerk_app.domain.pricing.offers import Coupon, Offer
from clerk_app.domain.pricing.priced import PricedBasket, PricedLine, UnusedOffer
from clerk_app.domain.pricing.prices import Price, tier_prices
from clerk_app.domain.pricing.search import WORK_MAX, Found, Search
from clerk_app.domain.pricing.unused import unused_offers
from clerk_app.domain.reductions import Reduction, Why


@dataclass(frozen=True, slots=True)
class PriceRules:
    """What is known here of prices, offers and coupons. Those that are not valid at the moment may be among them."""

    offers: tuple[Offer, ...] = ()
    coupons: Mapping[str, Coupon] = field(default_factory=dict[str, Coupon])  # by code
    member_prices: Mapping[str, tuple[Price, ...]] = field(default_factory=dict[str, tuple[Price, ...]])  # by SKU


def price(basket: Basket, rules: PriceRules, *, at: datetime, work_max: int = WORK_MAX) -> PricedBasket:
    """Price the basket at its list prices, less the best combination of what may be combined."""
    case = case_of(basket, rules.offers, rules.coupons, _member_prices(basket, rules, at), at=at)
    found = Search(case, work_max=work_max).best()
    of_line: dict[int, tuple[Reduction, ...]] = {}
    for kind, taken in zip(case.kinds, _taken(case, found), strict=True):
        of_line.update(_of_kind(kind, taken))
    lines = tuple(
        [
            PricedLine(line.line, line.article.sku, line.quantity, line.article.unit_price_minor, of_line[line.line])
            for line in basket.lines
        ]
    )
    unknown = tuple(UnusedOffer("", code, NotUsed.UNKNOWN) for code in basket.coupons if code not in rules.coupons)
    unused = unused_offers(case, found, {line.line: line for line in lines})
    return PricedBasket(basket.basket, basket.currency, lines, unknown + unused, found.exhaustive)


def _member_prices(basket: Basket, rules: PriceRules, at: datetime) -> dict[str, int]:
    if basket.member is None or not basket.member.tier:
        return {}
    skus = {line.article.sku for line in basket.lines}
    rows = [row for sku in skus & rules.member_prices.keys() for row in rules.member_prices[sku]]
    return tier_prices(rows, tier=basket.member.tier, at=at)


def _taken(case: Case, found: Found) -> Sequence[list[Reduction]]:
    """For each kind, what is taken off it, in the order in which it is taken off."""
    at_member_price = [0] * len(case.kinds)
    by_offer: list[list[Reduction]] = [[] for _ in case.kinds]
    for arranged in found.combination.arranged:
        for kind, pieces, by, base_minor, saved_minor in arranged.portions:
            at_member_price[kind] += pieces * (case.kinds[kind].list_minor - base_minor)
            if by is not None and saved_minor:
                why, offer, code = _by(by.candidate)
                by_offer[kind].append(Reduction(why, saved_minor, offer, code))
    taken = [
        _off_goods(kind, minor, own) for kind, minor, own in zip(case.kinds, at_member_price, by_offer, strict=True)
    ]
    for spent in found.combination.spent:
        why, offer, code = _by(spent.by.candidate)
        for place, part in zip(spent.kinds, spent.parts, strict=True):
            if part:
                taken[place].append(Reduction(why, part, offer, code))
    return taken


def _off_goods(kind: Kind, member_minor: int, by_offer: list[Reduction]) -> list[Reduction]:
    """What is taken off before any offer on spending: to the member, by offers on articles, by the clerk."""
    taken = [Reduction(Why.MEMBER_PRICE, member_minor), *by_offer] if member_minor else by_offer
    if kind.discount:
        by_hand = kind.discount.of(kind.gross_minor - sum(it.amount_minor for it in taken))
        if by_hand:
            taken = [*taken, Reduction(Why.DISCOUNT, by_hand)]
    return taken


def _by(candidate: Candidate) -> tuple[Why, str, str]:
    return (Why.COUPON if candidate.code else Why.PROMOTION), candidate.offer.offer, candidate.code


def _of_kind(kind: Kind, taken: Sequence[Reduction]) -> dict[int, tuple[Reduction, ...]]:
    """Spread what is taken off a kind over its lines, each by what it still costs; so none falls below nothing."""
    if len(kind.lines) == 1:
        return {kind.lines[0].line: tuple(taken)}
    left = [line.gross_minor for line in kind.lines]
    own: dict[int, list[Reduction]] = {line.line: [] for line in kind.lines}
    for it in taken:
        parts = allocated(it.amount_minor, left)
        for place, (line, part) in enumerate(zip(kind.lines, parts, strict=True)):
            left[place] -= part
            if part:
                own[line.line].append(Reduction(it.why, part, it.offer, it.code))
    return {number: tuple(reductions) for number, reductions in own.items()}
