"""What the chain sells, one SKU at a time: its names, its place in a style, and which price is in force when."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import datetime

from clerk_app.domain.search_words import index_words


@dataclass(frozen=True, slots=True)
class DatedPrice:
    """A price that begins at a moment, and ends before another one unless it stays."""

    price_minor: int
    valid_from: datetime
    valid_until: datetime | None = None

    def is_in_force(self, at: datetime) -> bool:
        return self.valid_from <= at and (self.valid_until is None or at < self.valid_until)


@dataclass(frozen=True, slots=True)
class MemberPrice:
    """A price for the members of one tier."""

    tier: str
    price: DatedPrice


@dataclass(frozen=True, slots=True)
class Product:
    """One SKU as head office describes it. `pinyin` is how name_zh is read aloud: "niu nai, duan".

    SKUs of one `style` differ in colour and size only; without a style they are alone. `price_minor` is what it costs
    while none of the dated `prices` is in force; nobody else pays the `member_prices` of a tier.
    """

    sku: str
    gtin: str  # 14 digits, or empty
    name_zh: str
    name_en: str
    price_minor: int
    currency: str
    category: str = ""
    pinyin: str = ""
    style: str = ""
    colour_zh: str = ""
    colour_en: str = ""
    size_zh: str = ""
    size_en: str = ""
    brand: str = ""  # as it stands on the pack
    prices: tuple[DatedPrice, ...] = ()
    member_prices: tuple[MemberPrice, ...] = ()

    @property
    def words(self) -> str:
        """By what it is found."""
        return index_words(sku=self.sku, gtin=self.gtin, name_zh=self.name_zh, name_en=self.name_en, pinyin=self.pinyin)


@dataclass(frozen=True, slots=True)
class PriceNow:
    """What an article costs at a moment, and what is known of that price's beginning and end."""

    price_minor: int
    since: datetime | None = None  # None: it was always so
    until: datetime | None = None
    """When it changes by itself; None while no change is known."""
    then_minor: int | None = None  # what it costs from `until` on


def price_at(product: Product, at: datetime) -> PriceNow:
    """The price in force at a moment. The hub and every till say the same, with the network or without it.

    Of several dated prices that are in force together, the one that began last counts; of two that began together,
    the lower: a customer never pays for head office's mistake.
    """
    if not product.prices:  # nearly all of them
        return PriceNow(product.price_minor)
    return _with_change(lambda moment: _in_force(product, moment), product.prices, at)


def member_price_at(product: Product, tier: str, at: datetime) -> PriceNow:
    """What the members of a tier pay, said like the list price: never more than that."""
    own = tuple(it.price for it in product.member_prices if it.tier == tier)
    return _with_change(lambda moment: _for_members(product, own, moment), (*product.prices, *own), at)


_Known = tuple[int, datetime | None]
"""A price, and since when it is in force."""


def _with_change(known: Callable[[datetime], _Known], dated: Collection[DatedPrice], at: datetime) -> PriceNow:
    price_minor, since = known(at)
    for moment in sorted(_moments(dated)):
        if moment > at and (then_minor := known(moment)[0]) != price_minor:
            return PriceNow(price_minor, since, moment, then_minor)
    return PriceNow(price_minor, since)


def _in_force(product: Product, at: datetime) -> _Known:
    """Where a dated price ended, the other one is in force since that end."""
    newest = _newest(product.prices, at)
    if newest is not None:
        return newest.price_minor, newest.valid_from
    ended = [price.valid_until for price in product.prices if price.valid_until is not None and price.valid_until <= at]
    return product.price_minor, max(ended, default=None)


def _for_members(product: Product, own: Collection[DatedPrice], at: datetime) -> _Known:
    listed, newest = _in_force(product, at), _newest(own, at)
    if newest is None or newest.price_minor >= listed[0]:
        return listed
    return newest.price_minor, newest.valid_from


def _newest(prices: Collection[DatedPrice], at: datetime) -> DatedPrice | None:
    dated = [price for price in prices if price.is_in_force(at)]
    return max(dated, key=lambda price: (price.valid_from, -price.price_minor), default=None)


def _moments(prices: Collection[DatedPrice]) -> set[datetime]:
    """When anything about the price may change."""
    ends = {price.valid_until for price in prices if price.valid_until is not None}
    return ends | {price.valid_from for price in prices}
