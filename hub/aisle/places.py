"""What the hub knows of each branch that may serve an order: where it is, when it is open, what it has of a SKU."""

from collections.abc import Sequence
from datetime import datetime
from functools import lru_cache
from typing import Any, Final

from sqlalchemy import select, text

from clerk_app.domain.aisle.places import Place, Spot, Week, week_of
from clerk_app.domain.stock import Stock
from hub.database import Reader, Transaction
from hub.orders import time_of_ms
from hub.rules import Rules
from hub.statements import Statement
from hub.tables import branch, branch_day, everywhere

_COLUMNS: Final = (
    "branch.no, branch.kind, branch.latitude_e6, branch.longitude_e6, branch.hours, branch.orders_a_day, branch.pickup,"
    " branch.ships, coalesce(branch_day.orders, 0)"
)
_WITH_STOCK: Final = everywhere(
    text(
        f"SELECT {_COLUMNS}, stock.on_hand, stock.reserved, stock.safety, stock.changed_ms"  # noqa: S608 our own names
        " FROM branch JOIN stock ON stock.branch = branch.no AND stock.sku = :sku"
        " LEFT JOIN branch_day ON branch_day.branch = branch.no AND branch_day.day = :day"
        " WHERE stock.on_hand - stock.reserved - stock.safety >= :quantity"
    )
)
_SPOT: Final = text("SELECT latitude_e6, longitude_e6 FROM branch WHERE no = :no")
_REGIONS: Final = text("SELECT no, region, latitude_e6, longitude_e6 FROM branch WHERE region <> '' ORDER BY no")
_GIVE: Final = Statement(
    "INSERT INTO branch_day (branch, day, orders) VALUES (:branch, :day, 1)"
    " ON CONFLICT (branch, day) DO UPDATE SET orders = branch_day.orders + 1"
)


def day_of(rules: Rules, at: datetime) -> str:
    """The chain's day, as what a branch was given is counted."""
    return at.astimezone(rules.zone).date().isoformat()


def places_with(reader: Reader, sku: str, *, at_least: int, day: str) -> list[tuple[Place, Stock]]:
    """Every branch and warehouse where so many pieces are free, in no order."""
    rows = reader.execute(_WITH_STOCK, {"sku": sku, "day": day, "quantity": at_least}).all()
    return [
        (_place_of(of_place), Stock(sku, on_hand, reserved, safety, time_of_ms(changed_ms)))
        for *of_place, on_hand, reserved, safety, changed_ms in rows
    ]


def load_places(reader: Reader, numbers: Sequence[int], *, rules: Rules, now: datetime) -> dict[int, Place]:
    """These branches and warehouses, as far as there are any."""
    day, day_columns = day_of(rules, now), branch_day.c
    given = select(day_columns.branch, day_columns.orders).where(
        day_columns.branch.in_(numbers), day_columns.day == day
    )
    orders = {row.branch: row.orders for row in reader.execute(given)}
    columns = branch.c
    named = (columns.no, columns.kind, columns.latitude_e6, columns.longitude_e6, columns.hours, columns.orders_a_day)
    rows = reader.execute(select(*named, columns.pickup, columns.ships).where(columns.no.in_(numbers)))
    return {row.no: _place_of((*row, orders.get(row.no, 0))) for row in rows}


def spot_of_branch(reader: Reader, no: int) -> Spot | None:
    row = reader.execute(_SPOT, {"no": no}).one_or_none()
    return _spot_of(*row) if row else None


def spot_near(reader: Reader, region: str) -> Spot | None:
    """Whence distances to an address are measured: the first branch that shares most of its region, from the left.

    None where not even the province is that of any branch: then nobody knows how far it is.
    """
    wanted = region.split()
    best, most = None, 0
    for _, its_region, latitude_e6, longitude_e6 in reader.execute(_REGIONS):
        shared = _shared(wanted, its_region.split())
        spot = _spot_of(latitude_e6, longitude_e6)
        if shared > most and spot is not None:
            best, most = spot, shared
    return best


def note_given(tx: Transaction, no: int, *, day: str) -> None:
    """Count an order towards what the branch is given in a day."""
    _GIVE.run(tx, {"branch": no, "day": day})


def _shared(one: Sequence[str], other: Sequence[str]) -> int:
    count = 0
    for mine, theirs in zip(one, other, strict=False):
        if mine != theirs:
            break
        count += 1
    return count


def _place_of(row: Sequence[Any]) -> Place:
    no, kind, latitude_e6, longitude_e6, hours, orders_a_day, pickup, ships, orders = row
    is_warehouse, spot = kind == "warehouse", _spot_of(latitude_e6, longitude_e6)
    collects = bool(pickup) and not is_warehouse
    return Place(no, is_warehouse, spot, week(hours), orders_a_day, orders, pickup=collects, ships=bool(ships))


def _spot_of(latitude_e6: int | None, longitude_e6: int | None) -> Spot | None:
    return None if latitude_e6 is None or longitude_e6 is None else Spot(latitude_e6, longitude_e6)


@lru_cache(maxsize=4096)
def week(hours: str) -> Week:
    """The week of a branch as its table writes it."""
    return week_of(tuple(hours.split(","))) if hours else ()
