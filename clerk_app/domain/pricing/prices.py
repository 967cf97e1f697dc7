"""Which price of an article is valid at a moment: for everybody, and for the members of a tier."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from clerk_app.domain.pricing.offers import ALWAYS, Validity


@dataclass(frozen=True, slots=True)
class Price:
    """One row of a price list. `tier` is empty for the list price."""

    sku: str
    unit_price_minor: int
    tier: str = ""
    validity: Validity = ALWAYS
    version: int = 0


def list_prices(prices: Iterable[Price], *, at: datetime) -> dict[str, int]:
    """By SKU. Of several that are valid, the one that began last, then the newest version."""
    return _latest((price for price in prices if not price.tier), at)


def tier_prices(prices: Iterable[Price], *, tier: str, at: datetime) -> dict[str, int]:
    """By SKU, for the members of a tier; of several that are valid, as for the list price."""
    return _latest((price for price in prices if tier and price.tier == tier), at)


def _latest(prices: Iterable[Price], at: datetime) -> dict[str, int]:
    chosen: dict[str, Price] = {}
    for price in prices:
        if price.validity.holds(at) and (price.sku not in chosen or _age(chosen[price.sku]) < _age(price)):
            chosen[price.sku] = price
    return {sku: price.unit_price_minor for sku, price in chosen.items()}


def _age(price: Price) -> tuple[float, int, int]:
    """Later is larger; of the same moment and version the lower price, so that chance does not decide."""
    since = price.validity.since
    return (float("-inf") if since is None else since.timestamp(), price.version, -price.unit_price_minor)
