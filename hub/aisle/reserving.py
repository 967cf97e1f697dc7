"""Keeping pieces for a basket: for a quarter of an hour, at exactly one branch, and free again by themselves."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import delete, insert, select, text, update

from clerk_app.domain.aisle.reservations import LASTS, Reservation, ReservationState, Wanted, WhyNotReserved
from clerk_app.wire import scope_of
from hub import stock, tables
from hub.database import Database, Reader, Transaction
from hub.orders import ms_of, time_of_ms

AT_ONCE_MAX: Final = 200
REMEMBERED_FOR: Final = timedelta(days=2)
"""So long a reservation that is over is told apart from one that never was."""

_COLUMNS = tables.reservation.c
_PLACES = tables.reservation_place.c
_CLAIM = text(
    "INSERT INTO reservation_place (reservation, branch) VALUES (:reservation, :branch)"
    " ON CONFLICT (reservation) DO NOTHING RETURNING branch"
)


def reserve(database: Database, wanted: Wanted, *, till: str, now: datetime) -> Reservation | WhyNotReserved:
    """Keep the pieces, or say why not. Asked again with the same id, it answers as it did first."""
    with database.read() as reader:
        if not reader.execute(select(tables.branch.c.no).where(tables.branch.c.no == wanted.branch)).first():
            return WhyNotReserved.UNKNOWN_BRANCH
    return database.transact(lambda tx: _reserved(tx, wanted, till=till, now=now), scope_of(wanted.branch))


def release(database: Database, name: str, *, till: str, now: datetime) -> Reservation | None:
    """End a till's own reservation; None where it has none of this id. What is used or over stays as it is."""
    with database.read() as reader:
        found = load(reader, name)
    if found is None:
        return None
    return database.transact(lambda tx: _released(tx, name, found.branch, till, now), scope_of(found.branch))


def load(reader: Reader, name: str) -> Reservation | None:
    """A reservation wherever it was made."""
    branch = reader.execute(select(_PLACES.branch).where(_PLACES.reservation == name)).scalar_one_or_none()
    return next(iter(load_some(reader, branch, [name])), None) if branch is not None else None


def load_some(reader: Reader, branch: int, names: Sequence[str]) -> list[Reservation]:
    """Those of these reservations that were made at the branch."""
    wanted = select(tables.reservation).where(_COLUMNS.branch == branch, _COLUMNS.reservation.in_(names))
    return [_reservation_of(row) for row in reader.execute(wanted.order_by(_COLUMNS.reservation))]


def end(tx: Transaction, it: Reservation, state: ReservationState, *, now: datetime) -> None:
    """Give the pieces free, and note how it ended. The transaction must have named the branch's scope."""
    stock.release(tx, it.branch, it.sku, it.quantity, now=now)
    mine = _COLUMNS.branch == it.branch, _COLUMNS.reservation == it.reservation
    tx.execute(update(tables.reservation).where(*mine).values(state=state.value))


def use_for(tx: Transaction, held: Sequence[Reservation], order_no: int, *, until: datetime) -> None:
    """Keep them for an order that awaits its payment. The transaction must have named their branches' scopes."""
    for it in held:
        mine = _COLUMNS.branch == it.branch, _COLUMNS.reservation == it.reservation
        tx.execute(update(tables.reservation).where(*mine).values(order_no=order_no, until_ms=ms_of(until)))


def lapse_overdue(database: Database, now: datetime) -> int:
    """Give free what nobody paid in time; returns how many reservations."""
    over = (
        select(_COLUMNS.branch)
        .where(_COLUMNS.state == ReservationState.HELD.value, _COLUMNS.until_ms <= ms_of(now))
        .distinct()
        .limit(AT_ONCE_MAX)
    )
    with database.read() as reader:
        branches = reader.execute(tables.everywhere(over)).scalars().all()
    return sum(
        database.transact(lambda tx, branch=branch: _lapsed(tx, branch, now), scope_of(branch)) for branch in branches
    )


def forget_old(database: Database, now: datetime) -> int:
    """Forget reservations that are over for days, all of them; returns how many."""
    forgotten = 0
    while gone := database.transact(lambda tx: _forgotten(tx, now)):
        forgotten += gone
    return forgotten


def _forgotten(tx: Transaction, now: datetime) -> int:
    """As many as go at once."""
    long_over = _COLUMNS.state != ReservationState.HELD.value, _COLUMNS.until_ms < ms_of(now - REMEMBERED_FOR)
    wanted = select(_COLUMNS.branch, _COLUMNS.reservation).where(*long_over).limit(AT_ONCE_MAX)
    old = tx.execute(tables.everywhere(wanted)).all()
    for branch, name in old:
        tx.execute(delete(tables.reservation).where(_COLUMNS.branch == branch, _COLUMNS.reservation == name))
        tx.execute(delete(tables.reservation_place).where(_PLACES.reservation == name))
    return len(old)


def _reserved(tx: Transaction, wanted: Wanted, *, till: str, now: datetime) -> Reservation | WhyNotReserved:
    place = {"reservation": wanted.reservation, "branch": wanted.branch}
    if tx.execute(_CLAIM, place).first() is None:
        return _earlier(tx, wanted, now)
    if not _kept(tx, wanted, now):
        tx.execute(delete(tables.reservation_place).where(_PLACES.reservation == wanted.reservation))
        return WhyNotReserved.NOT_AVAILABLE
    until = time_of_ms(ms_of(now + LASTS))
    row: dict[str, Any] = {**place, "sku": wanted.sku, "quantity": wanted.quantity, "basket": wanted.basket}
    held = {"state": ReservationState.HELD.value, "until_ms": ms_of(until), "till": till, "order_no": None}
    tx.execute(insert(tables.reservation), {**row, **held})
    return Reservation(**row, state=ReservationState.HELD, until=until)


def _kept(tx: Transaction, wanted: Wanted, now: datetime) -> bool:
    """Somebody else's time may be over, and the chore that says so not yet come by."""
    it = wanted.branch, wanted.sku, wanted.quantity
    return stock.reserve(tx, *it, now=now) or (_lapsed(tx, wanted.branch, now) > 0 and stock.reserve(tx, *it, now=now))


def _earlier(tx: Transaction, wanted: Wanted, now: datetime) -> Reservation | WhyNotReserved:
    found = load(tx, wanted.reservation)
    if found is None:
        return WhyNotReserved.OVER
    if (found.branch, found.sku, found.quantity) != (wanted.branch, wanted.sku, wanted.quantity):
        return WhyNotReserved.REUSED
    return found if found.is_held(now) or found.state is ReservationState.USED else WhyNotReserved.OVER


def _released(tx: Transaction, name: str, branch: int, till: str, now: datetime) -> Reservation | None:
    mine = _COLUMNS.branch == branch, _COLUMNS.reservation == name, _COLUMNS.till == till
    row = tx.execute(select(tables.reservation).where(*mine)).one_or_none()
    if row is None:
        return None
    found = _reservation_of(row)
    if found.state is ReservationState.HELD:
        end(tx, found, ReservationState.RELEASED, now=now)
        return next(iter(load_some(tx, branch, [name])), None)
    return found


def _lapsed(tx: Transaction, branch: int, now: datetime) -> int:
    """End what is overdue at one branch."""
    overdue = (
        _COLUMNS.branch == branch,
        _COLUMNS.state == ReservationState.HELD.value,
        _COLUMNS.until_ms <= ms_of(now),
    )
    found = [_reservation_of(row) for row in tx.execute(select(tables.reservation).where(*overdue))]
    for it in found:
        end(tx, it, ReservationState.LAPSED, now=now)
    return len(found)


def _reservation_of(row: Any) -> Reservation:
    return Reservation(
        reservation=row.reservation,
        branch=row.branch,
        sku=row.sku,
        quantity=row.quantity,
        basket=row.basket,
        state=ReservationState(row.state),
        until=time_of_ms(row.until_ms),
        order_no=row.order_no,
    )
