"""What a payment does to an order that was placed at a counter: its parts go to their branches, where they ring."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from sqlalchemy import insert, select, update

from clerk_app.domain.aisle.addresses import Address
from clerk_app.domain.aisle.orders import Part
from clerk_app.domain.aisle.reservations import Reservation, ReservationState
from clerk_app.domain.basket import Fulfilment
from clerk_app.domain.orders import (
    BranchNo,
    Customer,
    Happening,
    HistoryEntry,
    Method,
    OrderLine,
    OrderNo,
    PickupOrder,
    PickupStatus,
)
from clerk_app.domain.pickup_code import lines_digest
from clerk_app.domain.sales import Sale
from clerk_app.wire import scope_of, time_of
from hub import codes, orders, tables
from hub.aisle import addresses, reserving
from hub.aisle.places import day_of, note_given
from hub.aisle.placing import REPLACED, CounterOrder, load, set_status
from hub.chance import TOKEN_BYTES
from hub.channels.checks import Article, articles
from hub.channels.customers import customer_of, masked
from hub.database import Database, Reader, Transaction
from hub.orders import ms_of
from hub.rules import Rules, load_rules
from hub.stock import stock_of_branch

CHANNEL: Final = "counter"
AT_ONCE_MAX: Final = 200
PLACED: Final = "placed"
AWAITING: Final = "awaiting_payment"


class WhyLapsed(StrEnum):
    """Why a payment finds nothing to release. It is a fact all the same: people look."""

    LAPSED = "lapsed"  # its goods went to somebody else meanwhile
    PAID_BEFORE = "paid_before"  # by another sale
    UNKNOWN_ORDER = "unknown_order"  # no order of this number was placed at this counter


@dataclass(frozen=True, slots=True)
class Released:
    """The parts as they went to their branches, and the token of the customer's pass."""

    parts: tuple[PickupOrder, ...]
    token: str = ""


@dataclass(frozen=True, slots=True)
class Lapsed:
    why: WhyLapsed


def concerned(reader: Reader, order_no: int, *, branch: int) -> frozenset[int]:
    """The branches whose scopes a transaction must have named to `pay` this order; `branch` is where it was placed."""
    found = load(reader, branch, order_no)
    return frozenset(part.branch for part in found.act.parts) if found else frozenset()


def pay(
    tx: Transaction, order_no: int, *, branch: int, paid: Mapping[int, int] | None, op_id: str, at: datetime
) -> Released | Lapsed:
    """Release the parts of an order to their branches, each with what was paid of it and what is still due.

    `branch` is where it was placed, `paid` the minor units that were paid of each part by its number (None: what was
    agreed), `op_id` the operation that paid: told twice, it releases once. An order whose time is over is released all
    the same where its goods are still free. The transaction must have named the scopes of `concerned`.
    """
    order = load(tx, branch, order_no)
    if order is None:
        return Lapsed(WhyLapsed.UNKNOWN_ORDER)
    if order.status == PLACED:
        parts = orders.orders_everywhere(tx, order_no)
        return Released(parts) if order.paid_by == op_id else Lapsed(WhyLapsed.PAID_BEFORE)
    if order.status == REPLACED or not _takes_its_goods(tx, order, at):
        return Lapsed(WhyLapsed.LAPSED)
    set_status(tx, branch, order_no, PLACED, paid_by=op_id)
    return _released(tx, order, paid, at)


def is_as_ordered(reader: Reader, sale: Sale, *, branch: int) -> bool:
    """Whether what a sale leaves for other places is what its order says, line by line, and as much is paid later."""
    elsewhere = (it for it in sale.lines if it.fulfilment is not Fulfilment.CARRY_OUT)
    sold = {it.line: (it.sku, it.quantity, it.total_minor) for it in elsewhere}
    order = load(reader, branch, sale.order_no) if sale.order_no is not None else None
    if order is None:
        return not sold or sale.order_no is not None  # of an order that nobody knows is told by `pay`
    ordered = {it.line: (it.sku, it.quantity, it.total_minor) for part in order.act.parts for it in part.lines}
    later_minor = sum(it["total_minor"] - it["due_now_minor"] for it in order.told["parts"])
    return (sold, sale.due_later_minor) == (ordered, later_minor)


def lapse_unpaid(database: Database, now: datetime) -> int:
    """Note which orders nobody paid in time; returns how many. Their goods are free again by themselves."""
    columns = tables.counter_order.c
    overdue = tables.of_any_branch(columns.branch), columns.status == AWAITING, columns.until_ms <= ms_of(now)
    with database.read() as reader:
        found = reader.execute(
            tables.everywhere(select(columns.branch, columns.order_no).where(*overdue).limit(AT_ONCE_MAX))
        ).all()
    for branch, order_no in found:
        mine = columns.branch == branch, columns.order_no == order_no, columns.status == AWAITING
        with database.write(scope_of(branch)) as tx:
            tx.execute(update(tables.counter_order).where(*mine).values(status="lapsed"))
    return len(found)


def _takes_its_goods(tx: Transaction, order: CounterOrder, now: datetime) -> bool:
    """Give free what is held for it, for the orders that take it up in this same transaction; False where goods that
    are not held any more went to somebody else.
    """
    held: list[Reservation] = []
    for part in order.act.parts:
        names = [line.reservation for line in part.lines]
        here = {it.reservation: it for it in reserving.load_some(tx, part.branch, names)}
        free = stock_of_branch(tx.connection, part.branch, {line.sku for line in part.lines})
        missing: dict[str, int] = {}
        for line in part.lines:
            kept = here.get(line.reservation)
            if kept is not None and kept.state is ReservationState.HELD and kept.order_no == order.order_no:
                held.append(kept)
            else:
                missing[line.sku] = missing.get(line.sku, 0) + line.quantity
        if any(sku not in free or free[sku].available < pieces for sku, pieces in missing.items()):
            return False
    for it in held:
        reserving.end(tx, it, ReservationState.USED, now=now)
    return True


def _released(tx: Transaction, order: CounterOrder, paid: Mapping[int, int] | None, now: datetime) -> Released:
    rules = load_rules(tx)
    address = addresses.load(tx, order.act.address) if order.act.address else None
    sold = articles(tx.connection, {line.sku for part in order.act.parts for line in part.lines})
    stored: list[PickupOrder] = []
    for number, part in enumerate(order.act.parts, start=1):
        due_minor = part.due_now_minor(rules.deposit_permille)
        made = _order_of_part(tx, order, part, sold=sold, rules=rules, address=address, now=now)
        paid_minor = due_minor if paid is None else min(part.total_minor, paid.get(number, 0))
        code = codes.new_short_code(tx, part.branch) if part.method is Method.PICKUP else ""
        made = replace(made, paid_minor=paid_minor, short_code=code)
        stored.append(orders.store_order(tx, made, now=now)[0])
        note_given(tx, part.branch, day=day_of(rules, now))
    token = str(order.told.get("pass_url", "")).rpartition("/")[2] or secrets.token_urlsafe(TOKEN_BYTES)
    tx.execute(insert(tables.customer_pass), {"token": token, "branch": stored[0].branch, "order_no": order.order_no})
    return Released(tuple(stored), token)


def _order_of_part(
    tx: Transaction,
    order: CounterOrder,
    part: Part,
    *,
    sold: Mapping[str, Article],
    rules: Rules,
    address: Address | None,
    now: datetime,
) -> PickupOrder:
    lines = tuple(
        OrderLine(
            line.line,
            line.sku,
            *((found.name_zh, found.name_en, found.gtin) if (found := sold.get(line.sku)) else (line.sku, "", "")),
            quantity=line.quantity,
            unit_price_minor=line.unit_price_minor,
            off_minor=line.off_minor,
        )
        for line in part.lines
    )
    return PickupOrder(
        order_no=OrderNo(order.order_no),
        branch=part.branch,
        version=0,
        channel=CHANNEL,
        placed_at=time_of(order.seller["placed_at"]),
        currency=order.act.currency,
        status=PickupStatus.NEW,
        due_at=now + timedelta(seconds=rules.prepare_s),
        collect_by=rules.collect_by(now),
        lines=lines,
        paid_minor=0,
        customer=_customer(tx, order.act.member, address),
        lines_digest=lines_digest((line.line, line.sku, line.quantity) for line in lines),
        check_identity=part.total_minor >= rules.identity_from_minor,
        online_only=part.total_minor > rules.offline_max_minor,
        method=part.method,
        history=(_placed_entry(order),),
    )


def _placed_entry(order: CounterOrder) -> HistoryEntry:
    """Where and by whom it was sold: the branch that gets it sees that."""
    by = order.seller
    return HistoryEntry(
        Happening.PLACED,
        time_of(by["placed_at"]),
        BranchNo(order.branch),
        by["till_name"],
        by["clerk"],
        by["clerk_name"],
        by["op_id"],
    )


def _customer(reader: Reader, member: str, address: Address | None) -> Customer:
    """A member, or whoever the parcel goes to; masked, as everybody is."""
    if member:
        columns = tables.member.c
        phone = reader.execute(select(columns.phone).where(columns.member == member)).scalar_one_or_none()
        return customer_of(reader, phone) if phone else Customer(member=member)
    return Customer(name_masked=masked(address.name), phone_tail=address.phone[-4:]) if address else Customer()
