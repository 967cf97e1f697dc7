"""What came back of each purchase, as the hub keeps it: beside the purchase what is back, and where the goods are the
whole return.
"""

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Final

import orjson
from sqlalchemy import insert, select, update

from clerk_app.domain.acts import MalformedAct, TakeTender, act_of
from clerk_app.domain.operations import Kind
from clerk_app.domain.orders import BranchNo, LineQuantity, PickupOrder
from clerk_app.domain.paying import AttemptState
from clerk_app.domain.returns.acts import EndRefund, ReceiveReturn, RefundTender, received_of, return_body
from clerk_app.domain.returns.keys import Origin, PurchaseKey
from clerk_app.domain.returns.purchases import BoughtLine, Purchase, purchase_of_order, purchase_of_sale, with_parts
from clerk_app.domain.tenders import Tender, TenderMethod
from hub import feed, on_delivery, orders, sales, tables
from hub.database import Database, Reader, Transaction
from hub.orders import ms_of
from hub.sales import KeptSale

RECEIVED: Final = "received"
REFUNDED: Final = "refunded"
_ENDED: Final = "ended"  # so a refund is marked that was given later than the goods were received
_BADGE_MAX = 32
_RETURNED = tables.returned.c
_RETURNS = tables.goods_return.c
_HOLDS = tables.return_hold.c


@dataclass(frozen=True, slots=True)
class Back:
    """One return of a purchase: how many pieces of each line, and how much of each tender by its place."""

    return_id: str
    at_branch: int
    pieces: Mapping[int, int]
    refunded_minor: Mapping[int, int]
    side: Mapping[str, Any]  # as a conflict shows it
    commission: tuple[Mapping[str, Any], ...] = ()  # taken back: the clerk, and how much


@dataclass(frozen=True, slots=True)
class Held:
    """Pieces that another till is about to take back."""

    by: str
    pieces: Mapping[int, int]


@dataclass(frozen=True, slots=True)
class Ended:
    """A refund that is over, as it was begun, and the return that it is of."""

    begun: RefundTender
    received: ReceiveReturn


@dataclass(frozen=True, slots=True)
class Known:
    """A purchase with what came back of it, and where a sale is behind it that sale."""

    purchase: Purchase
    backs: tuple[Back, ...] = ()
    sale: KeptSale | None = None


def known(reader: Reader, key: PurchaseKey, *, now: datetime, till: str = "") -> Known | None:
    """The purchase as it stands. Pieces that other tills than `till` hold are not free."""
    kept = sales.sale_of_id(reader, key.branch, key.number) if key.origin is Origin.SALE else None
    purchase = _with_orders(reader, kept) if kept else _ordered(reader, key)
    if purchase is None:
        return None
    backs = backs_of(reader, key)
    return Known(_as_it_stands(purchase, backs, _held(reader, key, now, till)), backs, kept)


def backs_of(reader: Reader, key: PurchaseKey) -> tuple[Back, ...]:
    """All that came back of a purchase, also where nobody knows the purchase yet."""
    query = select(tables.returned).where(_RETURNED.branch == key.branch, _RETURNED.purchase == str(key))
    return tuple(map(_back_of, reader.execute(query.order_by(_RETURNED.return_id))))


def store_back(tx: Transaction, key: PurchaseKey, back: Back) -> None:
    body = {
        "pieces": {str(line): pieces for line, pieces in back.pieces.items()},
        "refunded_minor": {str(place): minor for place, minor in back.refunded_minor.items()},
        "side": dict(back.side),
        "commission": [dict(it) for it in back.commission],
    }
    row = {"branch": key.branch, "purchase": str(key), "return_id": back.return_id, "at_branch": back.at_branch}
    tx.execute(insert(tables.returned), {**row, "body": feed.json_text(body)})


def store_return(tx: Transaction, act: ReceiveReturn, *, branch: int, till: str, clerk: str, at: datetime) -> None:
    row = {
        "branch": branch,
        "return_id": act.return_id,
        "slip_no": act.slip_no,
        "till": till,
        "at_ms": ms_of(at),
        "clerk": clerk[:_BADGE_MAX],
        "state": _state(it.state.value for it in act.tenders),
        "receipt_no": act.receipt_no,
        "order_no": act.order_no,
        "member": act.member,
        "currency": act.currency,
        "total_minor": act.total_minor,
        "body": feed.json_text(return_body(act)),
    }
    tx.execute(insert(tables.goods_return), row)


def has_return(reader: Reader, branch: int, *, return_id: str = "", slip_no: str = "") -> bool:
    wanted = _RETURNS.return_id == return_id if return_id else _RETURNS.slip_no == slip_no
    return reader.execute(select(_RETURNS.return_id).where(_RETURNS.branch == branch, wanted)).first() is not None


def end_refund(tx: Transaction, branch: int, act: EndRefund) -> Ended | None:
    """Note how a refund ended; None: there is no such return, or nothing of it was open."""
    mine = _RETURNS.branch == branch, _RETURNS.return_id == act.return_id
    text = tx.execute(select(_RETURNS.body).where(*mine)).scalar_one_or_none()
    if text is None or not act.attempt:
        return None
    body: dict[str, Any] = orjson.loads(text)
    rows: list[dict[str, Any]] = body["tenders"]
    place = next((n for n, row in enumerate(rows) if _is_open(row) and _attempt(row) == act.attempt), -1)
    if place < 0:
        return None
    received = received_of(body)
    assert received is not None, "nothing else is kept here"
    begun = received.tenders[place]
    rows[place] = {**return_body(act)["refund"], _ENDED: True}
    state = _state(row["state"] for row in rows)
    tx.execute(update(tables.goods_return).where(*mine).values(state=state, body=feed.json_text(body)))
    return Ended(begun, received)


def given_at_once(body: Mapping[str, Any], act: ReceiveReturn) -> tuple[RefundTender, ...]:
    """The refunds of a return, from its body as it is kept, but for those that were told later."""
    rows: list[dict[str, Any]] = body["tenders"]
    return tuple(it for row, it in zip(rows, act.tenders, strict=True) if not row.get(_ENDED))


def counts_for(reader: Reader, branch: int, tender: Tender, basket: str) -> bool:
    """Whether a return here says that so much of it counts for that basket, and it was not given out since."""
    mine = _RETURNS.branch == branch, _RETURNS.return_id == tender.code
    text = reader.execute(select(_RETURNS.body).where(*mine)).scalar_one_or_none()
    said = {"method": TenderMethod.EXCHANGE.value, "amount_minor": tender.amount_minor, "paid_by": basket}
    rows: list[dict[str, Any]] = orjson.loads(text)["tenders"] if text else []
    return any(_attempt(row) == tender.attempt and said.items() <= row.items() for row in rows)


def hold(
    tx: Transaction,
    key: PurchaseKey,
    lines: Sequence[LineQuantity],
    *,
    till: str,
    names: tuple[str, str],
    until: datetime,
) -> None:
    """Keep these pieces for a till, in the place of what it kept before. The transaction has named the key's scope."""
    let_go(tx, key, till=till)
    row = {"branch": key.branch, "purchase": str(key), "till": till, "until_ms": ms_of(until)}
    kept = feed.json_text({str(it.line): it.quantity for it in lines})
    tx.execute(insert(tables.return_hold), {**row, "till_name": names[0], "clerk_name": names[1], "lines": kept})


def let_go(tx: Transaction, key: PurchaseKey, *, till: str) -> None:
    mine = _HOLDS.branch == key.branch, _HOLDS.purchase == str(key), _HOLDS.till == till
    tx.execute(tables.return_hold.delete().where(*mine))


def end_old_holds(database: Database, now: datetime) -> None:
    """Those that are over keep nothing any more; here their rows go."""
    over = tables.return_hold.delete().where(_HOLDS.until_ms <= ms_of(now))
    database.transact(lambda tx: tx.execute(tables.everywhere(over)), rows=0)


def _state(states: Iterable[str]) -> str:
    return REFUNDED if all(state == AttemptState.PAID for state in states) else RECEIVED


def _is_open(row: Mapping[str, Any]) -> bool:
    """Whether it may still end otherwise: what counted for a sale that is not made after all is given out."""
    return row["state"] != AttemptState.PAID or row["method"] == TenderMethod.EXCHANGE


def _attempt(row: Mapping[str, Any]) -> str:
    return str(row["details"].get("attempt", ""))


def _ordered(reader: Reader, key: PurchaseKey) -> Purchase | None:
    """An order of another channel, with what was taken for it at a counter."""
    order = order_of(reader, key)
    if order is None:
        return None
    taken = _taken_for(reader, [key.branch], order.order_no)
    purchase = purchase_of_order(order, tuple(map(_settling, taken)))
    return _rounded(purchase, taken, first=len(purchase.tenders) - len(taken))


def order_of(reader: Reader, key: PurchaseKey) -> PickupOrder | None:
    """The branch's part of the order that this key names; None where it names none, whatever stands in it."""
    if key.origin is not Origin.ORDER or not (key.number.isascii() and key.number.isdigit() and len(key.number) <= 13):
        return None
    return orders.load_order(reader, key.branch, int(key.number))


def _taken_for(reader: Reader, branches: Sequence[int], order_no: int) -> tuple[TakeTender, ...]:
    """What counters took for the parts of an order, as it became known: each keeps its place as more is taken."""
    columns = tables.operation.c
    found = [
        (row.received_ms, branch, row.seq, row.envelope)
        for branch in branches
        for row in reader.execute(
            select(columns.received_ms, columns.seq, columns.envelope).where(
                columns.branch == branch, columns.order_no == order_no, columns.seq.is_not(None)
            )
        )
    ]
    taken: list[TakeTender] = []
    for said in (orjson.loads(envelope) for *_, envelope in sorted(found)):
        if said.get("kind") == Kind.TENDER_TAKEN:
            with suppress(MalformedAct):
                act = act_of(said["kind"], said["body"])
                assert isinstance(act, TakeTender), "of this kind"
                taken.append(act)
    return tuple(taken)


def _with_orders(reader: Reader, kept: KeptSale) -> Purchase:
    """What of a sale was not carried out has reached the customer as far as it was handed over or sent; what was not
    paid then was taken where it was collected, or by the carrier.
    """
    purchase = purchase_of_sale(kept.sale, branch=BranchNo(kept.branch), at=kept.at)
    if kept.sale.order_no is None:
        return purchase
    parts = orders.orders_everywhere(reader, kept.sale.order_no)
    purchase = with_parts(purchase, parts)
    taken = _taken_for(reader, [part.branch for part in parts], kept.sale.order_no)
    tenders = (*purchase.tenders, *map(_settling, taken), *on_delivery.tenders_of(parts))
    whole = replace(purchase, tenders=tenders, refunded_minor=(0,) * len(tenders))
    return _rounded(whole, taken, first=len(purchase.tenders))


def _settling(it: TakeTender) -> Tender:
    return replace(it.tender, amount_minor=it.settles_minor)


def _rounded(purchase: Purchase, taken: Sequence[TakeTender], *, first: int) -> Purchase:
    """With what was taken of the balance rather than what that settled: its tenders begin at the place `first`."""
    places = [first + place for place, it in enumerate(taken) if it.rounding_minor]
    if not places:
        return purchase
    tenders = list(purchase.tenders)
    tenders[first : first + len(taken)] = [it.tender for it in taken]
    return replace(
        purchase,
        tenders=tuple(tenders),
        rounding_minor=purchase.rounding_minor + sum(it.rounding_minor for it in taken),
        rounded=purchase.rounded if purchase.rounding_minor else places[0],
    )


def _as_it_stands(purchase: Purchase, backs: Sequence[Back], held: Sequence[Held]) -> Purchase:
    def line(it: BoughtLine) -> BoughtLine:
        number = it.sold.line
        back = sum(each.pieces.get(number, 0) for each in backs)
        kept = sum(each.pieces.get(number, 0) for each in held)
        returned = min(back, it.sold.quantity)
        return replace(it, returned=returned, waiting=min(it.waiting, it.sold.quantity - returned), held=kept)

    refunded = tuple(sum(each.refunded_minor.get(place, 0) for each in backs) for place in range(len(purchase.tenders)))
    lines = tuple(map(line, purchase.lines))
    held_by, returns = held[0].by if held else "", tuple(it.return_id for it in backs)
    return replace(purchase, lines=lines, refunded_minor=refunded, held_by=held_by, returns=returns)


def _held(reader: Reader, key: PurchaseKey, now: datetime, till: str) -> tuple[Held, ...]:
    here = _HOLDS.branch == key.branch, _HOLDS.purchase == str(key)
    others = select(tables.return_hold).where(*here, _HOLDS.till != till, _HOLDS.until_ms > ms_of(now))
    return tuple(
        Held(" · ".join(filter(None, (row.till_name, row.clerk_name))), _by_number(orjson.loads(row.lines)))
        for row in reader.execute(others)
    )


def _back_of(row: Any) -> Back:
    said: dict[str, Any] = orjson.loads(row.body)
    pieces, refunded = _by_number(said["pieces"]), _by_number(said["refunded_minor"])
    return Back(row.return_id, row.at_branch, pieces, refunded, said["side"], tuple(said["commission"]))


def _by_number(said: Mapping[str, int]) -> dict[int, int]:
    return {int(number): value for number, value in said.items()}
