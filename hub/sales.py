"""What was sold at the tills, as the hub keeps it: one row for each sale, written once."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import orjson
from sqlalchemy import select

from clerk_app.domain.acts import body_of
from clerk_app.domain.money import share
from clerk_app.domain.operations import Kind
from clerk_app.domain.sales import Sale, sale_act_of
from hub import feed, tables
from hub.database import Reader, Transaction
from hub.orders import ms_of, time_of_ms
from hub.statements import Statement

_COLUMNS = [column.name for column in tables.sale.columns]
_STORE = Statement(
    f"INSERT INTO sale ({', '.join(_COLUMNS)})"  # noqa: S608 the names of our own columns
    f" VALUES ({', '.join(f':{name}' for name in _COLUMNS)})"
)
_BADGE_MAX = 32  # a till may have signed anything


@dataclass(frozen=True, slots=True)
class KeptSale:
    """A sale with where and when it was, by whom, and what each clerk is to get for it."""

    sale: Sale
    branch: int
    till: str
    clerk: str
    at: datetime
    commission: tuple[Mapping[str, Any], ...] = ()


def store_sale(tx: Transaction, kept: KeptSale) -> None:
    sale = kept.sale
    row = {
        "branch": kept.branch,
        "sale": sale.basket,
        "order_no": sale.order_no,
        "till": kept.till,
        "receipt_no": sale.receipt_no,
        "at_ms": ms_of(kept.at),
        "clerk": kept.clerk[:_BADGE_MAX],
        "member": sale.member,
        "currency": sale.currency,
        "total_minor": sale.total_minor,
        "body": feed.json_text({**body_of(sale), "commission": list(kept.commission)}),
    }
    _STORE.run(tx, row)


def commission(sale: Sale, permille: int) -> tuple[Mapping[str, Any], ...]:
    """What is pending for each credited clerk: a share of what their lines cost the customer."""
    base: dict[str, int] = {}
    for line in sale.lines:
        if line.credited:
            base[line.credited] = base.get(line.credited, 0) + line.total_minor
    return tuple(
        {"clerk": badge, "base_minor": minor, "commission_minor": share(minor, permille, 1000), "state": "pending"}
        for badge, minor in sorted(base.items())
    )


def sale_of_id(reader: Reader, branch: int, sale: str) -> KeptSale | None:
    return _first(reader, branch, tables.sale.c.sale == sale)


def sale_of_receipt(reader: Reader, branch: int, receipt_no: str) -> KeptSale | None:
    """The sale with this number; of several, which only a till can make that lost its files, the first."""
    return _first(reader, branch, tables.sale.c.receipt_no == receipt_no)


def sale_of_order(reader: Reader, branch: int, order_no: int) -> KeptSale | None:
    """The sale by which an order was paid that was placed at this branch's counter."""
    return _first(reader, branch, tables.sale.c.order_no == order_no)


def sales_of_branch(reader: Reader, branch: int, *, since: datetime, until: datetime) -> tuple[KeptSale, ...]:
    """What was sold from the first moment until before the second, in order."""
    columns = tables.sale.c
    span = columns.at_ms >= ms_of(since), columns.at_ms < ms_of(until)
    query = select(tables.sale).where(columns.branch == branch, *span).order_by(columns.at_ms, columns.sale)
    return tuple(map(_kept_of, reader.execute(query)))


def _first(reader: Reader, branch: int, wanted: Any) -> KeptSale | None:
    columns = tables.sale.c
    query = select(tables.sale).where(columns.branch == branch, wanted).order_by(columns.at_ms, columns.sale)
    row = reader.execute(query.limit(1)).first()
    return _kept_of(row) if row is not None else None


def _kept_of(row: Any) -> KeptSale:
    body: dict[str, Any] = orjson.loads(row.body)
    sale = sale_act_of(Kind.SOLD, body)
    assert isinstance(sale, Sale), "only sales are kept here"
    return KeptSale(sale, row.branch, row.till, row.clerk, time_of_ms(row.at_ms), tuple(body["commission"]))
