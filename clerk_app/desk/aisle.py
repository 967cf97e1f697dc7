"""What is not here, had from elsewhere: offered, kept and ordered by the hub, which alone knows what lies where now."""

import logging
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any, Final, Protocol

from sqlalchemy import Connection

from clerk_app.desk import knowledge
from clerk_app.desk.baskets import OpenBasket
from clerk_app.desk.outcome import Outcome, refused, why_not_permitted, written
from clerk_app.domain.acts import act_of
from clerk_app.domain.aisle.addresses import AddressFault
from clerk_app.domain.aisle.orders import (
    DEPOSIT_PERMILLE,
    LATER,
    Credit,
    CreditRule,
    Part,
    PartLine,
    Pay,
    PlaceOrder,
    WhyNotPlaced,
    credits_of,
)
from clerk_app.domain.aisle.promises import COLLECT_DAYS, COLLECT_UNTIL, PaidLater, PromisedPart, collect_by
from clerk_app.domain.aisle.reservations import Reservation, Wanted, WhyNotReserved
from clerk_app.domain.basket import Fulfilment
from clerk_app.domain.money import share
from clerk_app.domain.operations import Kind, Word, word_of
from clerk_app.domain.orders import BranchNo, Method, OrderNo
from clerk_app.domain.paying import OrderPlaced
from clerk_app.domain.pickup import Refusal
from clerk_app.domain.roles import Clerk
from clerk_app.errors import HubUnreachable
from clerk_app.store import aisle as kept_aisle
from clerk_app.store import cache, ledger
from clerk_app.store.aisle import KeptReservation
from clerk_app.store.ledger import Entry, NewAct
from clerk_app.till import Till
from clerk_app.wire import Malformed
from clerk_app.wire.aisle import NotReserved, Offers, OrderTold, offers_of_refusal, order_told_of

log = logging.getLogger(__name__)

ASK_WITHIN_S: Final = 1.5
ACT_WITHIN_S: Final = 5.0
HOME: Final = "home"
ASKED_WITHIN: Final = timedelta(hours=1)
"""Longer than the hub keeps anything for a basket: later the same pieces are kept under other numbers."""


class AisleHub(Protocol):
    def quotes(self, sku: str, *, quantity: int, to: str | int | None, timeout_s: float) -> Offers: ...

    def reserve(self, wanted: Wanted, *, timeout_s: float) -> Reservation | NotReserved: ...

    def release(self, reservation: str, *, timeout_s: float) -> Reservation | None: ...

    def keep_address(self, typed: Mapping[str, str], *, timeout_s: float) -> str | Mapping[str, AddressFault]: ...


@dataclass(frozen=True, slots=True)
class NotPlaced:
    """The hub's no to an order: why, for which line of the basket, and what else there is."""

    why: WhyNotPlaced | Refusal | str
    line: int | None
    offers: Offers | None
    branch: int | None = None  # at which nothing of the basket can be had in this way


def quote(hub: AisleHub, sku: str, *, quantity: int = 1, to: str | int | None = None) -> Offers:
    """From where so many pieces may be had, the best first. Raises HubUnreachable: then nobody can say."""
    return hub.quotes(sku, quantity=quantity, to=to, timeout_s=ASK_WITHIN_S)


def keep_address(hub: AisleHub, typed: Mapping[str, str]) -> str | Mapping[str, AddressFault]:
    """The id by which the hub keeps an address (name, phone, region, street), or what is wrong with each field.

    Nothing of it is kept here. Raises HubUnreachable.
    """
    return hub.keep_address(typed, timeout_s=ACT_WITHIN_S)


def reserve(
    till: Till, hub: AisleHub, it: OpenBasket, line: int, *, branch: int, method: Method
) -> KeptReservation | NotReserved:
    """Keep the pieces of a line at exactly one branch for 15 minutes. What was kept for the line before is given free
    once these are: where there are none the customer has what they had.

    Raises HubUnreachable: then nothing is known to be kept, and asking again with the next id is safe.
    """
    found = it.basket.line(line)
    assert found is not None, "the screen shows lines that there are"
    if has_other_way(till, it, line, branch=branch, method=method):
        return NotReserved(WhyNotReserved.OTHER_WAY)
    before = next((each for each in reservations(till, it.basket.basket) if each.line == line), None)
    wanted = Wanted(till.new_id(), branch, found.article.sku, found.quantity, it.basket.basket)
    made = hub.reserve(wanted, timeout_s=ACT_WITHIN_S)
    if isinstance(made, NotReserved) and before is not None and before.branch == branch:
        made = _in_its_place(till, hub, before, wanted)
    if isinstance(made, NotReserved):
        return made
    kept = KeptReservation(
        made.reservation, it.basket.basket, line, BranchNo(branch), method, made.sku, made.quantity, made.until
    )
    with till.ledger.write() as connection:
        kept_aisle.keep_reservation(connection, kept)
    if before is not None:
        _let_go(hub, before)
    return kept


def _in_its_place(till: Till, hub: AisleHub, before: KeptReservation, wanted: Wanted) -> Reservation | NotReserved:
    """What is missing may be the very pieces that are kept. If it is more than those, they are kept again."""
    hub.release(before.reservation, timeout_s=ACT_WITHIN_S)
    made = hub.reserve(replace(wanted, reservation=till.new_id()), timeout_s=ACT_WITHIN_S)
    if isinstance(made, NotReserved):
        again = Wanted(till.new_id(), before.branch, before.sku, before.quantity, before.basket)
        kept = hub.reserve(again, timeout_s=ACT_WITHIN_S)
        with till.ledger.write() as connection:
            kept_aisle.drop_reservation(connection, before.reservation)
            if isinstance(kept, Reservation):
                told = replace(before, reservation=kept.reservation, until=kept.until)
                kept_aisle.keep_reservation(connection, told)
    return made


def _let_go(hub: AisleHub, before: KeptReservation) -> None:
    try:
        hub.release(before.reservation, timeout_s=ACT_WITHIN_S)
    except HubUnreachable as error:
        log.info("what was kept before lapses by itself: %s", error)


def has_other_way(till: Till, it: OpenBasket, line: int, *, branch: int, method: Method) -> bool:
    """Whether that branch gives out another line in the other way: of one order it sends its part, or keeps it to be
    collected.
    """
    return any(
        (kept.line != line and kept.branch == branch and kept.method is not method)
        and (other := it.basket.line(kept.line)) is not None
        and other.place.fulfilment is not Fulfilment.CARRY_OUT
        for kept in reservations(till, it.basket.basket)
    )


def give_back(till: Till, hub: AisleHub, basket: str, line: int | None = None) -> None:
    """Give free what is kept for a basket, or for one line of it. Raises HubUnreachable: it lapses by itself."""
    for it in reservations(till, basket):
        if line in {None, it.line}:
            hub.release(it.reservation, timeout_s=ACT_WITHIN_S)
            with till.ledger.write() as connection:
                kept_aisle.drop_reservation(connection, it.reservation)


def reservations(till: Till, basket: str) -> tuple[KeptReservation, ...]:
    """What is kept for a basket, by line. One whose time is over is shown as such by its `until`."""
    with till.ledger.read() as connection:
        return kept_aisle.reservations(connection, basket)


def order_of(
    it: OpenBasket, kept: tuple[KeptReservation, ...], *, later: Collection[Method] = (), address: str = ""
) -> PlaceOrder | None:
    """The order for the lines that are not carried out; None where one of them is kept nowhere. What is had in a way
    that `later` names is paid when it reaches the customer, but for a deposit.
    """
    by_line = {each.line: each for each in kept}
    parts: dict[tuple[int, Method], list[PartLine]] = {}
    for line, priced in zip(it.basket.lines, it.priced.lines, strict=True):
        if line.place.fulfilment is Fulfilment.CARRY_OUT:
            continue
        held = by_line.get(line.line)
        if held is None or (held.sku, held.quantity) != (line.article.sku, line.quantity):
            return None
        off_minor = priced.gross_minor - priced.total_minor
        made = PartLine(
            line.line,
            held.reservation,
            line.article.sku,
            line.quantity,
            line.article.unit_price_minor,
            off_minor,
            line.credited,
        )
        parts.setdefault((held.branch, held.method), []).append(made)
    whole = tuple(
        Part(BranchNo(branch), method, LATER[method] if method in later else Pay.FULL, tuple(lines))
        for (branch, method), lines in parts.items()
    )
    member = it.basket.member.member if it.basket.member else ""
    return PlaceOrder(it.basket.basket, it.basket.currency, whole, address, member) if whole else None


def credits_shown(till: Till, order: PlaceOrder) -> tuple[Credit, ...]:
    """Who would be credited with how much, before the customer pays: as the hub will."""
    with till.cache.read() as cached:
        said = cache.rules_of_chain(cached)
    seller, branch = (_permille(said.get(name)) for name in ("commission_permille", "hand_over_permille"))
    return credits_of(order.parts, CreditRule(seller, branch))


def place(till: Till, order: PlaceOrder, *, clerk: Clerk) -> Outcome:
    """Ask for the order: it is on the disk, and `answer_to` tells what the hub says. Offline nothing is ordered, and an
    intent is noted instead (clerk_app/desk/intents.py): so whoever calls this has just heard the hub.

    The same order that was asked for before, and was not refused, is not asked for twice: its outcome is returned.
    """
    not_permitted = why_not_permitted(clerk, Kind.PLACED)
    if not_permitted:
        return refused(not_permitted, None)
    op_id = till.new_id()
    with till.cache.read() as cached, till.ledger.write() as connection:
        before = _asked_before(connection, order, now=till.time.now())
        if before:
            return Outcome(Word.SAVED, before, None)
        unwritten = written(till, connection, [NewAct(op_id, None, order, clerk.badge)], cache.hub(cached))
    return refused(unwritten, None) if unwritten else Outcome(Word.SAVED, op_id, None)


def _asked_before(kept: Connection, order: PlaceOrder, *, now: datetime) -> str:
    """The operation that asks for the very same, of which the hub has not said that it cannot be, or that it is over by
    now; "" if none does. Only the last order of a basket stands.
    """
    for entry in ledger.latest_of_kind(kept, Kind.PLACED, since=now - ASKED_WITHIN):
        asked = act_of(entry.operation.kind, entry.operation.body)
        if isinstance(asked, PlaceOrder) and asked.basket == order.basket:
            return entry.operation.op_id if asked == order and not _is_over(entry, now) else ""
    return ""


def _is_over(entry: Entry, now: datetime) -> bool:
    if entry.answer is None or word_of(entry.answer) is Word.SAVED:
        return False
    return word_of(entry.answer) is not Word.DONE or order_told_of(entry.answer.result).until <= now


def answer_to(till: Till, op_id: str) -> OrderTold | NotPlaced | None:
    """What the hub said to an order; None: nothing yet, and nobody may pay for it."""
    with till.ledger.read() as connection:
        entry = ledger.entry(connection, op_id)
    if entry is None or entry.answer is None:
        return None
    result, word = entry.answer.result, word_of(entry.answer)
    if word is Word.DONE:
        return order_told_of(result)
    if word is Word.SAVED:
        return None
    reason = entry.answer.reason or str(result.get("reason", ""))
    why: Any = WhyNotPlaced(reason) if reason in list(WhyNotPlaced) else reason
    line, branch = result.get("line"), result.get("branch")
    try:
        offers = offers_of_refusal(result, checked_at=entry.answered_at) if entry.answered_at else None
    except Malformed:
        offers = None
    named = (it if isinstance(it, int) else None for it in (line, branch))
    return NotPlaced(why, next(named), offers, next(named))


def told_of(till: Till, order_no: OrderNo, *, placed_before: datetime) -> OrderTold | None:
    """What the hub promised of an order that was placed here within the hour before; None where that is not known, or
    no longer.
    """
    with till.ledger.read() as connection:
        asked = ledger.latest_of_kind(connection, Kind.PLACED, since=placed_before - ASKED_WITHIN)
    told = (it.answer.result for it in asked if it.answer is not None)
    found = next((it for it in told if it.get("order_no") == order_no), None)
    try:
        return order_told_of(found) if found is not None else None
    except Malformed as error:
        log.warning("what the hub promised of an order cannot be read: %s", error)
        return None


def promised(till: Till, told: OrderTold, *, paid_at: datetime) -> tuple[PromisedPart, ...]:
    """The parts of an order as a customer is told of them. The hub counts the days from when it hears of the payment,
    which is never before `paid_at`: so nobody is promised a day too much.
    """
    with till.cache.read() as cached:
        rules, zone = cache.rules_of_chain(cached), knowledge.zone(cached)
        branches = {part.branch: cache.branch(cached, part.branch) or {} for part in told.parts}
    days, until = rules.get("collect_days", COLLECT_DAYS), rules.get("collect_until", COLLECT_UNTIL)
    ends = f"{collect_by(paid_at, zone=zone, days=int(days), until=str(until)):%Y-%m-%d %H:%M}"
    names = ("name_zh", "name_en", "address_zh", "address_en")
    return tuple(
        PromisedPart(
            branch=part.branch,
            method=part.method,
            **{name: str(branches[part.branch].get(name, "")) for name in names},
            promise_from=part.promise_from,
            promise_to=part.promise_to,
            collect_by=ends if part.method is Method.PICKUP else "",
            later_minor=part.total_minor - part.due_now_minor,
        )
        for part in told.parts
    )


def paid_later(till: Till, it: OpenBasket, later: Collection[Method] = ()) -> PaidLater:
    """What of a basket is paid when it reaches the customer: as the hub has told it of the order; before there is one,
    as it will, where what is had in a way that `later` names is paid then, but for a deposit.
    """
    if it.order is not None:
        told = told_of(till, it.order.order_no, placed_before=till.time.now())
        parts = told.parts if told else ()
        found = PaidLater.of((part.method, part.total_minor - part.due_now_minor) for part in parts)
        is_known = found.total_minor == it.due.later_minor
        return found if is_known else PaidLater(on_pickup_minor=it.due.later_minor)
    sums: dict[tuple[Method, BranchNo | None], int] = {}
    for line, priced in zip(it.basket.lines, it.priced.lines, strict=True):
        method = _METHODS.get(line.place.fulfilment)
        if method is not None and method in later:
            sums[method, line.place.branch] = sums.get((method, line.place.branch), 0) + priced.total_minor
    with till.cache.read() as cached:
        permille = _permille(cache.rules_of_chain(cached).get("deposit_permille", DEPOSIT_PERMILLE))
    return PaidLater.of((method, minor - _due_now(method, minor, permille)) for (method, _), minor in sums.items())


_METHODS: Final = {Fulfilment.SHIP: Method.SHIP, Fulfilment.PICKUP: Method.PICKUP}


def _due_now(method: Method, minor: int, deposit_permille: int) -> int:
    return share(minor, deposit_permille, 1000) if LATER[method] is Pay.DEPOSIT else 0


def as_noted(told: OrderTold) -> OrderPlaced:
    """What the basket notes of an order: its number, and what of it is paid later."""
    later_minor = sum(it.total_minor - it.due_now_minor for it in told.parts)
    return OrderPlaced(OrderNo(told.order_no), later_minor, told.until)


def _permille(value: Any) -> int:
    return value if isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= 1000 else 0
