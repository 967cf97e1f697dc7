"""Places, figures and wishes, of which a test says only what matters."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from clerk_app.domain.aisle.places import Place, Spot, week_of
from clerk_app.domain.aisle.quotes import Wish
from clerk_app.domain.stock import Stock

ZONE = ZoneInfo("Asia/Shanghai")
NOON = datetime(2026, 11, 26, 4, 0, tzinfo=UTC)  # a Thursday, 12:00 in Shanghai
HERE = Spot(30_208_400, 120_212_100)
SHOP_HOURS = week_of(("10:00-21:00",) * 7)


def a_place(no: int = 2, *, north_m: int = 0, **fields: Any) -> Place:
    """A branch so many metres north of here, which is open, idle, and can do everything."""
    spot = Spot(HERE.latitude_e6 + round(north_m / 0.111195), HERE.longitude_e6)
    whole = Place(no, False, spot, SHOP_HOURS, orders_a_day=0, orders_today=0, pickup=True, ships=True)  # noqa: FBT003
    return whole._replace(**fields)


def a_stock(on_hand: int = 5, *, reserved: int = 0, safety: int = 0) -> Stock:
    return Stock("NB-1", on_hand, reserved, safety, NOON - timedelta(hours=1))


def a_wish(**fields: Any) -> Wish:
    return replace(Wish(1, HERE, NOON, ZONE, prepare=timedelta(hours=2)), **fields)
