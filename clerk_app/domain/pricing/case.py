"""One basket and the offers that touch it, laid out for the search.

Lines that no rule can tell apart are one kind, and kinds are sorted; so neither the order of scans nor the way in
which pieces are spread over lines can change what the basket costs. A set of kinds is the bits of an int. What is made
by the dozen for each pricing is a NamedTuple, which costs a third of a frozen dataclass.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

from clerk_app.domain.basket import Basket, BasketLine, Discount
from clerk_app.domain.pricing.offers import (
    AmountOff,
    ArticleTerms,
    Bundle,
    Coupon,
    Offer,
    PercentOff,
    Scope,
    SpendOff,
)


class NotUsed(StrEnum):
    """Why an offer or a coupon does nothing for this basket. Each one has its sentence in ui/messages.py."""

    UNKNOWN = "unknown"  # no coupon of this code is known here
    NOT_YET = "not_yet"
    ENDED = "ended"
    MEMBERS_ONLY = "members_only"
    OTHER_TIER = "other_tier"
    OTHER_MEMBER = "other_member"
    OTHER_CHANNEL = "other_channel"
    NOTHING_IN_SCOPE = "nothing_in_scope"
    BELOW_MINIMUM = "below_minimum"
    TOO_FEW_PIECES = "too_few_pieces"
    NOT_TOGETHER = "not_together"
    BEATEN = "beaten"


class Kind(NamedTuple):
    """Pieces that no rule can tell apart."""

    sku: str
    pieces: int
    list_minor: int  # of one piece, as the member's price
    member_minor: int
    discount: Discount | None
    lines: tuple[BasketLine, ...]

    @property
    def gross_minor(self) -> int:
        return self.pieces * self.list_minor


class Candidate(NamedTuple):
    """An offer that may count for this basket, and for which kinds; `code` is empty unless it is a coupon."""

    offer: Offer
    code: str
    mask: int

    @property
    def key(self) -> tuple[int, str, str]:
        return self.offer.rank, self.offer.offer, self.code


class OnArticles(NamedTuple):
    """A candidate on articles. Its bit stands for it in a set of those that are left out."""

    candidate: Candidate
    bit: int
    terms: ArticleTerms
    kinds: tuple[int, ...]
    makes_sets: bool  # it looks at several pieces at once


class OnSpending(NamedTuple):
    candidate: Candidate
    terms: SpendOff
    mask: int
    kinds: tuple[int, ...]
    group: str


@dataclass(frozen=True, slots=True)
class Case:
    kinds: tuple[Kind, ...]
    articles: tuple[OnArticles, ...]  # in the order in which they take pieces
    spending: tuple[OnSpending, ...]
    left_out: tuple[tuple[Offer, str, NotUsed, int], ...]  # what cannot count at all, with its code, why, and kinds
    has_member_prices: bool
    gross: tuple[int, ...]  # of the kinds, at the list price


def members_of(mask: int) -> tuple[int, ...]:
    """The kinds of a set, ascending."""
    return tuple([kind for kind, bit in enumerate(bin(mask)[:1:-1]) if bit == "1"])


def case_of(
    basket: Basket,
    offers: Sequence[Offer],
    coupons: Mapping[str, Coupon],
    member_prices: Mapping[str, int],
    *,
    at: datetime,
) -> Case:
    """`coupons` by code, those that are known here; only the codes that the basket holds are looked at. `member_prices`
    by SKU, those of the member whose card was shown.
    """
    kinds = _kinds(basket, member_prices)
    mask_of = _masks(kinds)
    candidates: list[Candidate] = []
    left_out: list[tuple[Offer, str, NotUsed, int]] = []

    def look_at(offer: Offer, code: str, refusal: NotUsed | None) -> None:
        mask = mask_of(offer)
        refusal = refusal or (None if mask else NotUsed.NOTHING_IN_SCOPE)
        if refusal:
            left_out.append((offer, code, refusal, mask))
        else:
            candidates.append(Candidate(offer, code, mask))

    for offer in offers:
        look_at(offer, "", _why_not_offer(offer, basket, at))
    for code in basket.coupons:
        if code in coupons:
            look_at(coupons[code].offer, code, _why_not_coupon(coupons[code], basket, at))
    candidates.sort(key=lambda it: it.key)
    return Case(
        kinds=kinds,
        articles=_on_articles(candidates),
        spending=_on_spending(candidates),
        left_out=tuple(left_out),
        gross=tuple([kind.pieces * kind.list_minor for kind in kinds]),
        has_member_prices=any(kind.member_minor < kind.list_minor for kind in kinds),
    )


def _kinds(basket: Basket, member_prices: Mapping[str, int]) -> tuple[Kind, ...]:
    alike: dict[tuple[str, int, str, str, str, int, int, int], list[BasketLine]] = {}
    for line in basket.lines:
        it, by_hand, number = line.article, line.discount, 0
        permille_off = off_minor = 0
        if by_hand is not None:
            permille_off, off_minor, number = by_hand.permille_off, by_hand.off_minor, line.line
        place = line.place.fulfilment
        key = (it.sku, it.unit_price_minor, place, it.category, it.brand, permille_off, off_minor, number)
        if key in alike:
            alike[key].append(line)
        else:
            alike[key] = [line]
    kinds: list[Kind] = []
    for key in sorted(alike):
        sku, price, lines = key[0], key[1], alike[key]
        pieces = sum([line.quantity for line in lines])
        member_price = member_prices.get(sku, price)
        kinds.append(Kind(sku, pieces, price, min(price, member_price), lines[0].discount, tuple(lines)))
    return tuple(kinds)


def _masks(kinds: Sequence[Kind]) -> Callable[[Offer], int]:
    """A function that tells which kinds an offer means; what it needs of the kinds is gathered once."""
    by_sku: dict[str, int] = {}
    by_category: dict[str, int] = {}
    by_brand: dict[str, int] = {}
    by_fulfilment: dict[str, int] = {}
    for place, kind in enumerate(kinds):
        line = kind.lines[0]
        article, fulfilment, bit = line.article, line.place.fulfilment, 1 << place
        by_sku[kind.sku] = by_sku.get(kind.sku, 0) | bit
        by_category[article.category] = by_category.get(article.category, 0) | bit
        by_brand[article.brand] = by_brand.get(article.brand, 0) | bit
        by_fulfilment[fulfilment] = by_fulfilment.get(fulfilment, 0) | bit
    everything = (1 << len(kinds)) - 1

    def of(offer: Offer) -> int:
        scope: Scope = offer.scope
        mask = everything
        if scope.skus:
            mask &= _of_any(scope.skus, by_sku)
        if scope.categories:
            mask &= _of_any(scope.categories, by_category)
        if scope.brands:
            mask &= _of_any(scope.brands, by_brand)
        if scope.fulfilments:
            mask &= _of_any(scope.fulfilments, by_fulfilment)
        if scope.except_skus:
            mask &= ~_of_any(scope.except_skus, by_sku)
        if isinstance(offer.terms, Bundle):
            mask &= _of_any(frozenset[str]().union(*(part.skus for part in offer.terms.parts)), by_sku)
        return mask

    return of


def _of_any(words: frozenset[str], index: Mapping[str, int]) -> int:
    """The kinds with one of these words; what is looped over is the shorter of the two."""
    if len(words) < len(index):
        return sum(index.get(word, 0) for word in words)
    return sum(mask for word, mask in index.items() if word in words)


def _why_not_offer(offer: Offer, basket: Basket, at: datetime) -> NotUsed | None:
    if not offer.validity.holds(at):
        is_early = offer.validity.since is not None and at < offer.validity.since
        return NotUsed.NOT_YET if is_early else NotUsed.ENDED
    if offer.channels and basket.channel not in offer.channels:
        return NotUsed.OTHER_CHANNEL
    if offer.tiers and basket.member is None:
        return NotUsed.MEMBERS_ONLY
    if offer.tiers and basket.member is not None and basket.member.tier not in offer.tiers:
        return NotUsed.OTHER_TIER
    return None


def _why_not_coupon(coupon: Coupon, basket: Basket, at: datetime) -> NotUsed | None:
    if not coupon.validity.holds(at):
        is_early = coupon.validity.since is not None and at < coupon.validity.since
        return NotUsed.NOT_YET if is_early else NotUsed.ENDED
    if coupon.member and (basket.member is None or basket.member.member != coupon.member):
        return NotUsed.OTHER_MEMBER
    return _why_not_offer(coupon.offer, basket, at)


def _on_articles(candidates: Sequence[Candidate]) -> tuple[OnArticles, ...]:
    found: list[OnArticles] = []
    for it in candidates:
        terms = it.offer.terms
        if not isinstance(terms, SpendOff):
            is_each = isinstance(terms, PercentOff | AmountOff) and not terms.pieces_max
            found.append(OnArticles(it, 1 << len(found), terms, members_of(it.mask), not is_each))
    return tuple(found)


def _on_spending(candidates: Sequence[Candidate]) -> tuple[OnSpending, ...]:
    """In the order in which they are taken off: promotions, then coupons; of these, shares before amounts."""
    found = [
        OnSpending(it, it.offer.terms, it.mask, members_of(it.mask), it.offer.group or it.offer.offer)
        for it in candidates
        if isinstance(it.offer.terms, SpendOff)
    ]
    return tuple(sorted(found, key=lambda it: (bool(it.candidate.code), not it.terms.permille_most, it.candidate.key)))
