"""What must hold whatever happens: checked at each word a clerk was told, at each start, and when all is calm again."""

import hashlib
import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from clerk_app import signing
from clerk_app.desk import work
from clerk_app.domain.acts import HandOver, TakeTender, act_of
from clerk_app.domain.operations import FIRST_PREV, ORDER, Answer, AnswerStatus, Kind, Operation, Word, word_of
from clerk_app.domain.orders import Happening, Method, OrderNo, PickupOrder, PickupStatus
from clerk_app.domain.pickup import Disagreement, standing_hand_overs
from clerk_app.domain.sales import Sale
from clerk_app.settings import bytes_of
from clerk_app.store import ledger
from clerk_app.store.ledger import Entry
from clerk_app.wire import envelope_of
from hub import tables
from tests.simulation import counter_laws, elsewhere_laws, tender_laws
from tests.simulation.books import books_of
from tests.simulation.broken import Broken
from tests.simulation.done import Done

if TYPE_CHECKING:
    from tests.simulation.bank import Bank
    from tests.simulation.hub import SimulatedHub
    from tests.simulation.till import SimulatedTill

EVERYTHING = 1_000_000


def broken_by(till: "SimulatedTill", done: Done, bought: Mapping[str, Sale]) -> Iterator[Broken]:
    """At once: what the screen has shown as saved is on the disk, and no till gives the same goods out twice."""
    assert till.till is not None
    with till.till.ledger.read() as kept:
        entries = [(op_id, ledger.entry(kept, op_id)) for op_id in done.told]
        for op_id, entry in entries:
            if entry is None:
                yield Broken("told means durable", f"{till.name} told {op_id}, which its ledger does not have")
                return
            if entry.operation.entity != ORDER:
                yield from counter_laws.broken_by(till, kept, entry.operation, done, bought)
        last = entries[0][1]
        if last is None or last.operation.entity != ORDER:
            return
        order_no = OrderNo(int(last.operation.entity_id))
        acts = ledger.of_order(kept, order_no)
    if last.operation.kind == Kind.HANDED_OVER:
        yield from _given_twice(till, order_no, [it.operation for it in acts])
    yield from _stepped_back(till, order_no, acts)


def lost_at_start(till: "SimulatedTill") -> Iterator[Broken]:
    """After every start: whatever was told is there."""
    kept = {it.operation.op_id for it in _at_till(till)}
    for op_id in till.told:
        if op_id not in kept:
            yield Broken("told means durable", f"{till.name} lost {op_id}")


def outboxes(tills: Sequence["SimulatedTill"]) -> Iterator[Broken]:
    """A minute after the weather has cleared: nothing waits to be sent any more."""
    for till in tills:
        if till.till is not None:
            yield from _outbox(till)


def broken(hub: "SimulatedHub", tills: Sequence["SimulatedTill"], bank: "Bank") -> Iterator[Broken]:
    """When all is calm: everything told is at the hub exactly once, and everybody tells the same story."""
    rows, books = _at_hub(hub), books_of(hub)
    truth = {order_no: hub.order(order_no) for order_no in hub.placed}
    first_minor = {order_no: order.paid_minor for order_no, order in hub.placed.items()}
    for sale in books.sales.values():
        if sale.order_no is not None and sale.order_no in books.orders:
            truth[sale.order_no] = books.orders[sale.order_no]
            first_minor[sale.order_no] = books.first_minor(sale)
    for till in tills:
        if till.till is None:
            yield Broken("a till comes up again", till.name)
            continue
        yield from lost_at_start(till)
        yield from _chain(till, rows)
        yield from _same_story(truth, till)
    operations = _by_entity(rows)
    known = {row.op_id for row in rows}
    for order_no, order in truth.items():
        yield from _order(hub, order, operations.get(str(order_no), ()), known, first_minor=first_minor[order_no])
    running = [till for till in tills if till.till is not None]
    yield from counter_laws.broken(hub, running, books)
    yield from tender_laws.broken(books, running, bank)
    yield from elsewhere_laws.broken(hub, books, running)


def _stepped_back(till: "SimulatedTill", order_no: OrderNo, done: Sequence[Entry]) -> Iterator[Broken]:
    """What was done here stays on the screen, once each, whatever the hub has heard and told of it by now."""
    assert till.till is not None
    here = work.order(till.till, order_no)
    if here is None:
        return  # a code of an order that this till has not heard of
    shown = Counter((entry.happening is Happening.UNDONE, entry.op_id) for entry in here.history if entry.op_id)
    for entry in done:
        it = entry.operation
        told_as = (it.kind == Kind.UNDONE, it.body["op_id"] if it.kind == Kind.UNDONE else it.op_id)
        if shown[told_as] != 1 and word_of(entry.answer) not in {Word.CONFLICT, Word.REFUSED}:
            yield Broken(
                "the screen never steps back", f"{till.name} {order_no}: {it.kind} shown {shown[told_as]} times"
            )


# -- at one till -------------------------------------------------------------------------------------------------------


def _given_twice(till: "SimulatedTill", order_no: OrderNo, operations: Sequence[Operation]) -> Iterator[Broken]:
    order = till.hub.placed.get(order_no) or till.hub.order_if_here(order_no)
    if order is None:
        return  # placed at a counter, and a restored hub has not heard of it again
    undone = {it.body["op_id"] for it in operations if it.kind == Kind.UNDONE}
    given: Counter[int] = Counter()
    for it in operations:
        if it.kind == Kind.HANDED_OVER and it.entity_id == str(order_no) and it.op_id not in undone:
            for part in it.body["lines"]:
                given[part["line"]] += part["quantity"]
    for line in order.lines:
        if given[line.line] > line.quantity:
            yield Broken("no till gives the same goods twice", f"{till.name} {order_no} line {line.line}: {given}")


def _chain(till: "SimulatedTill", rows: Sequence[Any]) -> Iterator[Broken]:
    """Numbers without holes, each naming the one before it, each signed; the hub has them all, and no other."""
    kept = _at_till(till)
    at_hub = {row.seq: row for row in rows if row.till == till.known.till}
    seqs = [it.operation.seq for it in kept]
    if seqs != list(range(1, len(kept) + 1)):
        yield Broken("the ledger has no holes", f"{till.name} {seqs}")
    if sorted(at_hub) != seqs:
        yield Broken("the hub has every act once", f"{till.name} has {len(kept)}, the hub {sorted(at_hub)}")
        return
    prev = FIRST_PREV
    for entry in kept:
        it = entry.operation
        row = at_hub[it.seq]
        if row.op_id != it.op_id:
            yield Broken("the hub has every act once", f"{till.name} {it.seq} is {row.op_id} at the hub")
        word = word_of(entry.answer)
        if word is not word_of(Answer(row.op_id, AnswerStatus(row.status))):
            yield Broken("the word is the hub's", f"{till.name} {it.seq}: {word}, the hub: {row.status}")
        if it.prev != prev:
            yield Broken("each act names the one before", f"{till.name} {it.seq}")
        raw = row.envelope.encode()
        if not signing.verify(public_key=till.key.public, signature=bytes_of(row.signature), message=raw):
            yield Broken("no act without a signature", f"{till.name} {it.seq}")
        prev = hashlib.sha256(raw).hexdigest()


def _outbox(till: "SimulatedTill") -> Iterator[Broken]:
    assert till.till is not None
    with till.till.ledger.read() as kept:
        waiting = ledger.count_waiting(kept)
    if waiting:
        yield Broken("the outbox empties", f"{till.name} still has {waiting}")


def _same_story(truth: Mapping[OrderNo, PickupOrder], till: "SimulatedTill") -> Iterator[Broken]:
    assert till.till is not None
    for order_no, at_hub in truth.items():
        here = work.order(till.till, order_no)
        if at_hub.branch != till.branch:
            if here is not None:
                yield Broken("a till keeps its own branch's orders", f"{till.name} {order_no}")
            continue
        if here is None or _story(here) != _story(at_hub):
            told = None if here is None else _story(here)
            yield Broken("all tell the same story", f"{till.name} {order_no}: {told} is at the hub {_story(at_hub)}")


def _story(order: PickupOrder) -> object:
    entries = [(entry.happening.value, entry.op_id, entry.lines) for entry in order.history]
    return order.status.value, order.paid_minor, [(it.line, it.collected) for it in order.lines], entries


# -- at the hub --------------------------------------------------------------------------------------------------------


def _order(
    hub: "SimulatedHub",
    order: PickupOrder,
    operations: Sequence[Operation],
    known: AbstractSet[str],
    *,
    first_minor: int,
) -> Iterator[Broken]:
    conflicts = _conflicts(hub, order.order_no)
    acts = [(it, act_of(it.kind, it.body)) for it in operations]
    told = {entry.op_id for entry in order.history if entry.happening is Happening.HANDED_OVER}
    done = {it.op_id for it, act in acts if isinstance(act, HandOver)}
    if told != done:
        yield Broken("each hand-over has its one effect", f"{order.order_no}: {sorted(told ^ done)}")
    if len([it for it in order.history if it.happening is Happening.HANDED_OVER]) != len(told):
        yield Broken("each hand-over has its one effect", f"{order.order_no}: told twice")
    taken = sum(act.settles_minor for _, act in acts if isinstance(act, TakeTender))
    brought = any(it.happening is Happening.PAID and not it.op_id for it in order.history)
    taken = order.total_minor - first_minor if brought else taken
    if order.paid_minor - first_minor != taken:
        yield Broken("money adds up", f"{order.order_no}: {order.paid_minor} with {taken} taken")
    yield from _goods(order, conflicts)
    for entry in order.history:
        if entry.op_id and entry.happening is not Happening.UNDONE and entry.op_id not in known:
            yield Broken("no effect without an act", f"{order.order_no}: {entry.happening} {entry.op_id}")


def _goods(order: PickupOrder, conflicts: set[str]) -> Iterator[Broken]:
    """More went out than was ordered only where people are told of it; what is sent goes whole, and may come back."""
    if order.method is Method.SHIP:
        is_gone = order.status is PickupStatus.WITH_CARRIER
        for line in order.lines:
            if line.collected != (line.quantity - line.dropped if is_gone else 0):
                yield Broken("goods add up", f"{order.order_no} line {line.line}: {line.collected}, {order.status}")
        return
    given: Counter[int] = Counter()
    for entry in standing_hand_overs(order):
        for part in entry.lines:
            given[part.line] += part.quantity
    too_much = [line.line for line in order.lines if given[line.line] > line.quantity]
    if too_much and not conflicts:
        yield Broken("who gives too much is told of", f"{order.order_no}: lines {too_much}")
    for line in order.lines:
        if not 0 <= line.collected <= line.quantity or line.collected != min(line.quantity, given[line.line]):
            yield Broken("goods add up", f"{order.order_no} line {line.line}: {line.collected}, given {given}")


def _conflicts(hub: "SimulatedHub", order_no: OrderNo) -> set[str]:
    columns = tables.conflict.c
    with hub.hub.database.read() as reader:
        kinds = reader.execute(select(columns.kind).where(columns.order_no == order_no)).scalars()
        return set(kinds) & set(Disagreement)


def _at_hub(hub: "SimulatedHub") -> list[Any]:
    with hub.hub.database.read() as reader:
        return list(reader.execute(select(tables.operation).order_by(tables.operation.c.till, tables.operation.c.seq)))


def _by_entity(rows: Sequence[Any]) -> Mapping[str, Sequence[Operation]]:
    found: dict[str, list[Operation]] = {}
    for row in rows:
        operation = envelope_of(json.loads(row.envelope))
        found.setdefault(operation.entity_id, []).append(operation)
    return found


def _at_till(till: "SimulatedTill") -> Sequence[Entry]:
    assert till.till is not None
    with till.till.ledger.read() as kept:
        return ledger.latest(kept, limit=EVERYTHING)[::-1]
