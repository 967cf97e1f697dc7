"""Which branch gets a paid order that names none: the nearest that can, and the next one where that one could not.

A rejection is two steps: the branch gives the order back, which is noted here in the same transaction, and a chore then
places it elsewhere. What nobody is left for stays on head office's list, and on the page of the branch that had it.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Final

from sqlalchemy import select, text, update

from clerk_app.domain.aisle.places import Spot
from clerk_app.domain.aisle.quotes import Quote
from clerk_app.domain.aisle.reasons import BY_HEAD_OFFICE, NOBODY_LEFT, reason_of_quote
from clerk_app.domain.money import share
from clerk_app.domain.orders import BranchNo, Happening, HistoryEntry, Method, OrderLine, PickupOrder, PickupStatus
from clerk_app.domain.pickup import Disagreement
from clerk_app.domain.pickup_code import lines_digest
from clerk_app.wire import scope_of, time_text
from hub import codes, tables
from hub.aisle import addresses
from hub.aisle.places import day_of, note_given, spot_near
from hub.aisle.quoting import Asked, quotes_for
from hub.database import Database, Reader, Transaction
from hub.intake import conflicts
from hub.orders import branches_of, load_order, ms_of, store_order, time_of_ms
from hub.rules import Rules, load_rules
from hub.stock import stock_of_branch

WAITING: Final = "waiting"
UNROUTED: Final = "unrouted"
DONE: Final = "done"
AT_ONCE_MAX: Final = 100
_EVERYWHERE: Final = 65_535
_SHIPS = frozenset({Method.SHIP})
_COLUMNS = tables.routing.c
_NOTE = text(
    "INSERT INTO routing (branch, order_no, state, since_ms, why) VALUES (:branch, :order_no, :state, :since_ms, :why)"
    " ON CONFLICT (branch, order_no) DO UPDATE SET state = excluded.state, since_ms = excluded.since_ms,"
    " why = excluded.why"
)
_THAT_SHIP = text("SELECT no FROM branch WHERE ships ORDER BY no")


@dataclass(frozen=True, slots=True)
class Wanted:
    """Pieces of one SKU that somebody has paid for and that are to be sent."""

    sku: str
    quantity: int


@dataclass(frozen=True, slots=True)
class Choice:
    """Which branch gets it, and why; `is_there` is False where nobody has it and one must be asked all the same."""

    branch: int
    reason: str
    is_there: bool = True


@dataclass(frozen=True, slots=True)
class Unrouted:
    """An order of head office's list."""

    branch: int
    order_no: int
    since: datetime
    why: str


def choose(
    reader: Reader,
    wanted: Sequence[Wanted],
    *,
    near: Spot | None,
    rules: Rules,
    now: datetime,
    not_from: Collection[int] = (),
) -> list[Choice | None]:
    """For each of these a branch that can send it; one for all of them if there is one. None: nobody can."""
    offers = [
        quotes_for(
            reader,
            Asked(it.sku, it.quantity, _SHIPS),
            near=near,
            rules=rules,
            now=now,
            not_from=not_from,
            limit=_EVERYWHERE,
        )
        for it in wanted
    ]
    if not all(offers):
        return [_choice(found[0]) if found else None for found in offers]
    others = [{it.branch for it in found} for found in offers[1:]]
    best = next((it for it in offers[0] if all(it.branch in has for has in others)), None)
    if best is not None:
        return [_choice(best)] * len(wanted)
    return [_choice(found[0]) for found in offers]


def somebody(reader: Reader, *, not_from: Collection[int]) -> int | None:
    """A branch that packs parcels, whatever it has: where an order lies that nobody can send. None: no branch does."""
    return next((no for no in reader.execute(_THAT_SHIP).scalars() if no not in not_from), None)


def are_free(reader: Reader, branch: int, wanted: Iterable[Wanted]) -> bool:
    """Whether all of these are still free there: asked inside the transaction that places them."""
    pieces: dict[str, int] = {}
    for it in wanted:
        pieces[it.sku] = pieces.get(it.sku, 0) + it.quantity
    found = stock_of_branch(reader, branch, pieces)
    return all(sku in found and found[sku].available >= count for sku, count in pieces.items())


def note_rejected(tx: Transaction, order: PickupOrder, *, now: datetime) -> None:
    """The first step: a branch gave it back. The chore goes on from here."""
    why = order.history[-1].reason if order.history else ""
    _note(tx, order, WAITING, why, now)


def note_unrouted(tx: Transaction, order: PickupOrder, why: str, *, now: datetime) -> None:
    """Nobody is left: head office decides, and the managers of the branch that had it see that."""
    _note(tx, order, UNROUTED, why, now)
    at, last = time_text(now), order.history[-1]
    conflicts.record(
        tx,
        kind=Disagreement.UNROUTED,
        order_no=order.order_no,
        branches=(order.branch,),
        sides=[conflicts.side_of_entry(last)],
        at_ms=ms_of(now),
        at=at,
    )


def route_on(database: Database, now: datetime) -> int:
    """The second step: place elsewhere what branches gave back. Returns how many orders were looked at."""
    with database.read() as reader:
        is_waiting = tables.of_any_branch(_COLUMNS.branch), _COLUMNS.state == WAITING
        wanted = select(_COLUMNS.branch, _COLUMNS.order_no).where(*is_waiting).limit(AT_ONCE_MAX)
        waiting = reader.execute(tables.everywhere(wanted)).all()
    for branch, order_no in waiting:
        _route_one(database, branch, order_no, now)
    return len(waiting)


def give_to(database: Database, order_no: int, branch: int, now: datetime) -> PickupOrder | None:
    """Head office gives an order of its list to a branch; None where it is not on the list, or that branch has it."""
    for it in unrouted(database):
        if it.order_no == order_no and branch != it.branch:
            return _moved(database, it.branch, order_no, Choice(branch, BY_HEAD_OFFICE, is_there=False), now)
    return None


def unrouted(database: Database) -> list[Unrouted]:
    """Head office's list, the oldest first."""
    with database.read() as reader:
        is_on_list = tables.of_any_branch(_COLUMNS.branch), _COLUMNS.state == UNROUTED
        wanted = select(tables.routing).where(*is_on_list).order_by(_COLUMNS.since_ms)
        rows = reader.execute(tables.everywhere(wanted)).all()
    return [Unrouted(row.branch, row.order_no, time_of_ms(row.since_ms), row.why) for row in rows]


def settle(tx: Transaction, order: PickupOrder) -> None:
    """Nobody wants anything of it any more."""
    mine = _COLUMNS.branch == order.branch, _COLUMNS.order_no == order.order_no
    tx.execute(update(tables.routing).where(*mine).values(state=DONE))


def settle_all(database: Database) -> None:
    """Note that all that waits, or is on the list, was dealt with by other ways."""
    with database.write() as tx:
        tx.execute(tables.everywhere(update(tables.routing).values(state=DONE)))


def _route_one(database: Database, branch: int, order_no: int, now: datetime) -> None:
    with database.read() as reader:
        order = load_order(reader, branch, order_no)
        choice = _next(reader, order, now) if order is not None and order.method is Method.SHIP else None
    if choice is not None and _moved(database, branch, order_no, choice, now) is not None:
        return

    def give_up(tx: Transaction) -> None:
        found = load_order(tx, branch, order_no)
        if _is_waiting(tx, branch, order_no) and found is not None:
            note_unrouted(tx, found, found.history[-1].reason if found.history else NOBODY_LEFT, now=now)

    if choice is None:
        database.transact(give_up, scope_of(branch))


def _next(reader: Reader, order: PickupOrder, now: datetime) -> Choice | None:
    """A place that has all of it, and has not had it before."""
    address = addresses.address_of_order(reader, order.order_no)
    near = spot_near(reader, address.region) if address else None
    wanted = _wanted(order.lines)
    before = branches_of(reader, order.order_no)
    choices = choose(reader, wanted, near=near, rules=load_rules(reader), now=now, not_from=before)
    whole = {choice.branch for choice in choices if choice is not None}
    return choices[0] if len(whole) == 1 and None not in choices else None


def _moved(database: Database, branch: int, order_no: int, choice: Choice, now: datetime) -> PickupOrder | None:
    """Place a given-back order at another branch; None where it is there already, or its goods are gone meanwhile."""

    def move(tx: Transaction) -> PickupOrder | None:
        order = load_order(tx, branch, order_no)
        is_listed = order is not None and _state(tx, branch, order_no) in {WAITING, UNROUTED}
        if order is None or not is_listed or not order.remaining or load_order(tx, choice.branch, order_no) is not None:
            return None
        if choice.is_there and not are_free(tx, choice.branch, _wanted(order.lines)):
            return None
        _note(tx, order, DONE, choice.reason, now)
        note_given(tx, choice.branch, day=day_of(load_rules(tx), now))
        return store_order(tx, _at(tx, order, choice, now), now=now)[0]

    return database.transact(move, *(scope_of(no) for no in {branch, choice.branch}))


def _at(tx: Transaction, order: PickupOrder, choice: Choice, now: datetime) -> PickupOrder:
    """The order as its next branch gets it: new there, with all that happened to it before, and without what was
    dropped.
    """
    entry = HistoryEntry(Happening.ROUTED, now, BranchNo(choice.branch), reason=choice.reason)
    lines = tuple(_still_wanted(line) for line in order.lines if line.remaining)
    code = codes.new_short_code(tx, choice.branch) if order.method is Method.PICKUP else ""
    return replace(
        order,
        branch=BranchNo(choice.branch),
        version=0,
        status=PickupStatus.NEW,
        lines=lines,
        lines_digest=lines_digest((line.line, line.sku, line.quantity) for line in lines),
        shelf="",
        parcels=0,
        pickup_id="",
        gen=0,
        short_code=code,
        history=(*order.history, entry),
    )


def _still_wanted(line: OrderLine) -> OrderLine:
    """The line with the pieces that nobody has collected, at what they cost."""
    left = line.remaining
    cost_minor = line.ordered_minor - share(line.ordered_minor, line.quantity - left, line.quantity)
    off_minor = left * line.unit_price_minor - cost_minor
    return OrderLine(
        line.line, line.sku, line.name_zh, line.name_en, line.gtin, left, line.unit_price_minor, off_minor=off_minor
    )


def _wanted(lines: Iterable[OrderLine]) -> list[Wanted]:
    return [Wanted(line.sku, line.remaining) for line in lines if line.remaining]


def _choice(quote: Quote) -> Choice:
    return Choice(quote.branch, reason_of_quote(quote))


def _note(tx: Transaction, order: PickupOrder, state: str, why: str, now: datetime) -> None:
    row: Mapping[str, Any] = {"branch": order.branch, "order_no": order.order_no, "state": state}
    tx.execute(_NOTE, {**row, "since_ms": ms_of(now), "why": why})


def _state(reader: Reader, branch: int, order_no: int) -> str | None:
    mine = _COLUMNS.branch == branch, _COLUMNS.order_no == order_no
    return reader.execute(select(_COLUMNS.state).where(*mine)).scalar_one_or_none()


def _is_waiting(reader: Reader, branch: int, order_no: int) -> bool:
    return _state(reader, branch, order_no) == WAITING
