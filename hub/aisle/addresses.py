"""Where parcels go. Kept at the hub alone, told to nobody but the branch that packs, and erased after a time."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any, Final
from uuid import uuid4

from sqlalchemy import delete, insert, select, text

from clerk_app.domain.aisle.addresses import FIELDS, Address, AddressFault, read_address
from hub import tables
from hub.channels.request import phone_of
from hub.database import Database, Reader, Transaction
from hub.orders import ms_of

UNUSED_FOR: Final = timedelta(days=1)
"""So long an address waits for the order that it was typed for."""
KEPT_FOR: Final = timedelta(days=45)
"""So long after its order: a parcel may come back, and its customer ask."""
AT_ONCE_MAX: Final = 500

_NAME = text(
    "INSERT INTO order_address (order_no, address) VALUES (:order_no, :address)"
    " ON CONFLICT (order_no) DO UPDATE SET address = excluded.address"
)


def read(typed: Mapping[str, Any], *, phone_country: str) -> Address | dict[str, AddressFault]:
    """Read an address as somebody typed it. What is no text counts as missing."""
    texts = {name: value if isinstance(value := typed.get(name), str) else "" for name in FIELDS}
    return read_address(texts, phone=phone_of(texts["phone"], phone_country) or "")


def keep(tx: Transaction, address: Address, *, now: datetime) -> str:
    """Keep it for a while, and return its id."""
    name = str(uuid4())
    row = {"address": name, "name": address.name, "phone": address.phone, "region": address.region}
    tx.execute(insert(tables.address), {**row, "street": address.street, "until_ms": ms_of(now + UNUSED_FOR)})
    return name


def load(reader: Reader, name: str) -> Address | None:
    columns = tables.address.c
    wanted = select(columns.name, columns.phone, columns.region, columns.street).where(columns.address == name)
    row = reader.execute(wanted).one_or_none()
    return Address(*row) if row else None


def keep_longer(tx: Transaction, name: str, *, now: datetime) -> None:
    """Somebody will go there: keep it as long as that may be asked."""
    until_ms = ms_of(now + KEPT_FOR)
    tx.execute(tables.address.update().where(tables.address.c.address == name).values(until_ms=until_ms))


def use(tx: Transaction, name: str, order_no: int, *, now: datetime) -> None:
    """It is where this order goes."""
    keep_longer(tx, name, now=now)
    tx.execute(_NAME, {"order_no": order_no, "address": name})


def address_of_order(reader: Reader, order_no: int) -> Address | None:
    """Where an order goes; None where it is not sent, or the address is erased."""
    columns = tables.order_address.c
    name = reader.execute(select(columns.address).where(columns.order_no == order_no)).scalar_one_or_none()
    return load(reader, name) if name else None


def erase_old(database: Database, now: datetime) -> int:
    """Erase what nobody needs any more, all of it; returns how many addresses."""
    erased = 0
    while gone := database.transact(lambda tx: _erased(tx, now)):
        erased += gone
    return erased


def _erased(tx: Transaction, now: datetime) -> int:
    """As many as go at once, but for those that somebody began to need meanwhile."""
    columns, led = tables.address.c, tables.order_address.c
    is_over = columns.until_ms < ms_of(now)
    over = tx.execute(tables.everywhere(select(columns.address).where(is_over).limit(AT_ONCE_MAX))).scalars().all()
    erased = delete(tables.address).where(columns.address.in_(over), is_over).returning(columns.address)
    gone = tx.execute(erased).scalars().all()
    if gone:
        tx.execute(tables.everywhere(delete(tables.order_address).where(led.address.in_(gone))))
    return len(gone)
