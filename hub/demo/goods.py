"""What lies where in the demo chain, and which prices are about to change, for everybody or for members."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from random import Random
from typing import Final
from zoneinfo import ZoneInfo

from clerk_app.domain.catalogue import DatedPrice, MemberPrice
from clerk_app.domain.stock import Stock

STOCKED_MAX: Final = 300
"""So many SKUs lie in each branch at most: those of the assortment, of which the later series are copies."""
FIGURES_MAX: Final = 20_000
_LESS: Final = 0.9
_EVERY: Final = 15
_TIER_STEP: Final = 0.04


def dated_prices(place: int, price_minor: int, *, now: datetime, zone: ZoneInfo) -> tuple[DatedPrice, ...]:
    """Every so many articles are cheaper this week, others from tomorrow on."""
    if place >= STOCKED_MAX or place % _EVERY not in (3, 8):
        return ()
    begins = _midnight(now, zone) + timedelta(days=1 if place % _EVERY == 3 else -2)
    return (DatedPrice(_less(price_minor, _LESS), begins, begins + timedelta(days=7)),)


def member_prices(
    place: int, price_minor: int, tiers: Sequence[str], *, now: datetime, zone: ZoneInfo
) -> tuple[MemberPrice, ...]:
    """Every so many articles cost members less the higher their tier; others will for a week, to the highest alone."""
    if place >= STOCKED_MAX or place % _EVERY not in (6, 11):
        return ()
    today = _midnight(now, zone)
    if place % _EVERY == 11:
        tomorrow = today + timedelta(days=1)
        return (MemberPrice(tiers[-1], DatedPrice(_less(price_minor, _LESS), tomorrow, tomorrow + timedelta(days=7))),)
    since = today - timedelta(days=30)
    return tuple(
        MemberPrice(tier, DatedPrice(_less(price_minor, 1 - _TIER_STEP * step), since))
        for step, tier in enumerate(tiers, start=1)
    )


def _midnight(now: datetime, zone: ZoneInfo) -> datetime:
    return now.astimezone(zone).replace(hour=0, minute=0, second=0, microsecond=0)


def _less(price_minor: int, part: float) -> int:
    return round(price_minor * part / 100) * 100


def stock_of_branch(
    skus: Sequence[str], *, branches: int, is_warehouse: bool, chance: Random, now: datetime
) -> list[Stock]:
    """A branch lacks some of everything, and the warehouse little."""
    most = max(1, min(STOCKED_MAX, FIGURES_MAX // branches))
    return [_stock(sku, is_warehouse=is_warehouse, chance=chance, now=now) for sku in skus[:most]]


def _stock(sku: str, *, is_warehouse: bool, chance: Random, now: datetime) -> Stock:
    changed_at = now - timedelta(minutes=chance.randint(1, 600))
    if is_warehouse:
        on_hand = 0 if chance.random() < 0.15 else chance.randint(20, 200)
        return Stock(sku, on_hand, 0, 2 if on_hand else 0, changed_at)
    on_hand = 0 if chance.random() < 0.35 else chance.randint(1, 12)
    return Stock(sku, on_hand, 0, int(on_hand > 5), changed_at)
