"""Placing a channel's order: once, whole, and told to its branches in the same write."""

import hashlib
import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from types import MappingProxyType
from typing import Any, cast

from sqlalchemy import insert, select, text

from clerk_app.domain import short_code
from clerk_app.domain.aisle.reasons import NOBODY_LEFT
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
from clerk_app.wire import scope_of
from hub import members, purchases, tables
from hub.aisle import addresses, routing
from hub.aisle.places import day_of, note_given, spot_near
from hub.chance import Chance, drawn
from hub.channels.checks import Article, articles, branch_kinds, what_is_wrong
from hub.channels.customers import customer_of
from hub.channels.request import FieldError, OrderRequest, RequestLine, read_order
from hub.database import Database, Reader, Transaction
from hub.keys import Keys
from hub.orders import is_short_code_free, ms_of, store_order
from hub.rules import Rules, load_rules

_CLAIM = text(
    "INSERT INTO channel_order (channel, external_id, order_no, body_hash, answer, at_ms)"
    " VALUES (:channel, :external_id, :order_no, :body_hash, :answer, :at_ms)"
    " ON CONFLICT (channel, external_id) DO NOTHING RETURNING order_no"
)


@dataclass(frozen=True, slots=True)
class Placed:
    """The order stands. `answer` is what the channel is told, now and at every repetition."""

    answer: Mapping[str, Any]
    is_new: bool


@dataclass(frozen=True, slots=True)
class ExternalIdReused:
    """Another order came under this id before; nothing was changed."""


@dataclass(frozen=True, slots=True)
class Invalid:
    """Nothing was changed."""

    errors: tuple[FieldError, ...]


def receive(
    database: Database, keys: Keys, message: object, *, channel: str, now: datetime, pass_url: str
) -> Placed | ExternalIdReused | Invalid:
    """Place the order of this message, or say why not. `pass_url` is the address that the pass's token is added to."""
    body_hash = body_hash_of(message)
    with database.read() as reader:
        earlier = _earlier(reader, channel, _external_id(message), body_hash)
        if earlier:
            return earlier
        rules = load_rules(reader)
        request = read_order(message, now=now, phone_country=rules.phone_country)
        if isinstance(request, list):
            return Invalid(tuple(request))
        sold = articles(reader, {line.sku for line in request.lines})
        named = {line.branch for line in request.lines if line.branch}
        errors = what_is_wrong(request, rules=rules, sold=sold, kinds=branch_kinds(reader, named))
        if errors:
            return Invalid(tuple(errors))
        chance = drawn(reader, keys, channel, request.external_id)
    gone: set[int] = set()
    while True:
        with database.read() as reader:
            chosen = choose_branches(reader, request, rules=rules, now=now, gone=gone)
        if chosen is None:
            return Invalid((FieldError("lines", "this chain sends nothing: no branch of it packs parcels"),))
        placing = _Placing(chosen[0], chosen[1], channel, now, rules, sold, chance, body_hash, pass_url)
        scopes = (scope_of(branch) for branch in sorted({line.branch for line in chosen[0].lines}))
        try:
            return database.transact(placing.once, *scopes)
        except _GoneMeanwhile as found:  # what others took may not be on the disk yet, so that we would choose it again
            gone.add(found.branch)


class _GoneMeanwhile(Exception):
    """What a branch was chosen for went to somebody else before the order was placed: choose another."""

    def __init__(self, branch: int) -> None:
        super().__init__(branch)
        self.branch = branch


@dataclass(frozen=True, slots=True)
class _Placing:
    """All that one try to place an order takes."""

    request: OrderRequest
    routed: Mapping[int, routing.Choice]
    channel: str
    now: datetime
    rules: Rules
    sold: Mapping[str, Article]
    chance: Chance
    body_hash: bytes
    pass_url: str

    def once(self, tx: Transaction) -> Placed | ExternalIdReused:
        answer = {"order_no": self.chance.order_no, "pass_url": self.pass_url + self.chance.token}
        external_id, channel = self.request.external_id, self.channel
        if not claim(tx, external_id, answer, channel=channel, body_hash=self.body_hash, now=self.now):
            earlier = _earlier(tx, channel, external_id, self.body_hash)
            assert earlier, "what could not be claimed is there"
            return earlier
        place(
            tx,
            self.request,
            channel=channel,
            now=self.now,
            rules=self.rules,
            sold=self.sold,
            chance=self.chance,
            routed=self.routed,
        )
        return Placed(answer, is_new=True)


def place(
    tx: Transaction,
    request: OrderRequest,
    *,
    channel: str,
    now: datetime,
    rules: Rules,
    sold: Mapping[str, Article],
    chance: Chance,
    routed: Mapping[int, routing.Choice] = MappingProxyType({}),
) -> tuple[PickupOrder, ...]:
    """Store a checked order: its part for each branch, and the customer's pass. Returns the parts as stored.

    What was paid covers the parts in the order of the lines that first name their branch; the last ones
    are left with a balance due. `routed` tells why each branch that the hub has chosen was.
    """
    customer = customer_of(tx, request.phone)
    paid_left_minor = request.paid_minor
    stored: list[PickupOrder] = []
    for branch in dict.fromkeys(line.branch for line in request.lines):
        lines = _order_lines(request, branch, sold)
        paid_minor = min(paid_left_minor, sum(line.total_minor for line in lines))
        paid_left_minor -= paid_minor
        order = _pickup_order(request, lines, channel=channel, customer=customer, rules=rules, now=now)
        choice = routed.get(branch)
        order = replace(
            order,
            order_no=OrderNo(chance.order_no),
            branch=BranchNo(branch),
            paid_minor=paid_minor,
            short_code="" if choice else _free_short_code(tx, branch, chance),
            history=(HistoryEntry(Happening.PLACED, request.placed_at, BranchNo(branch)),),
        )
        order = _routed(tx, order, choice, now) if choice else order
        stored.append(store_order(tx, order, now=now)[0])
        if choice and not choice.is_there:
            routing.note_unrouted(tx, stored[-1], choice.reason, now=now)
        note_given(tx, branch, day=day_of(rules, now))
    if request.address:
        address = addresses.keep(tx, request.address, now=now)
        addresses.use(tx, address, chance.order_no, now=now)
    if customer.member:
        for order in stored:
            members.bought(tx, purchases.of_order(order), now=now)
    row = {"token": chance.token, "branch": stored[0].branch, "order_no": chance.order_no}
    tx.execute(insert(tables.customer_pass), row)
    return tuple(stored)


def choose_branches(
    reader: Reader, request: OrderRequest, *, rules: Rules, now: datetime, gone: Collection[int] = ()
) -> tuple[OrderRequest, dict[int, routing.Choice]] | None:
    """The order with a branch for every line, and why each that the hub chose was; None where nobody sends anything.

    What one line is nowhere to be had for, head office decides of all that is to be sent. `gone` are the branches that
    were found without it.
    """
    sent = [line for line in request.lines if line.method is Method.SHIP]
    if not sent or request.address is None:
        return request, {}
    others = {line.branch for line in request.lines if line.branch}
    near = spot_near(reader, request.address.region)
    wanted = [routing.Wanted(line.sku, line.quantity) for line in sent]
    found = routing.choose(reader, wanted, near=near, rules=rules, now=now, not_from=others | set(gone))
    choices = [choice for choice in found if choice is not None]
    if len(choices) < len(sent):
        fallback = routing.somebody(reader, not_from=others)
        if fallback is None:
            return None
        choices = [routing.Choice(fallback, NOBODY_LEFT, is_there=False)] * len(sent)
    chosen = iter(choices)
    lines = (
        replace(line, branch=next(chosen).branch) if line.method is Method.SHIP else line for line in request.lines
    )
    return replace(request, lines=tuple(lines)), {it.branch: it for it in choices}


def _routed(tx: Transaction, order: PickupOrder, choice: routing.Choice, now: datetime) -> PickupOrder:
    """An order for the address, with why this branch got it; what nobody has is nobody's yet."""
    entry = HistoryEntry(Happening.ROUTED, now, order.branch, reason=choice.reason)
    wanted = [routing.Wanted(line.sku, line.quantity) for line in order.lines]
    if choice.is_there and not routing.are_free(tx, order.branch, wanted):
        raise _GoneMeanwhile(order.branch)
    status = PickupStatus.NEW if choice.is_there else PickupStatus.REJECTED
    return replace(order, method=Method.SHIP, status=status, history=(*order.history, entry))


def _order_lines(request: OrderRequest, branch: int, sold: Mapping[str, Article]) -> tuple[OrderLine, ...]:
    """The lines for one branch; they keep the numbers that they have within the whole order."""

    def order_line(number: int, line: RequestLine) -> OrderLine:
        article = sold[line.sku]
        names = (article.name_zh, article.name_en, article.gtin)
        return OrderLine(number, line.sku, *names, quantity=line.quantity, unit_price_minor=line.unit_price_minor)

    numbered = enumerate(request.lines, start=1)
    return tuple(order_line(number, line) for number, line in numbered if line.branch == branch)


def _pickup_order(
    request: OrderRequest,
    lines: tuple[OrderLine, ...],
    *,
    channel: str,
    customer: Customer,
    rules: Rules,
    now: datetime,
) -> PickupOrder:
    """What the rules make of these lines; `place` says where, under which number, and what was paid."""
    total_minor = sum(line.total_minor for line in lines)
    return PickupOrder(
        order_no=OrderNo(0),
        branch=BranchNo(0),
        version=0,
        channel=channel,
        placed_at=request.placed_at,
        currency=request.currency,
        status=PickupStatus.NEW,
        due_at=request.placed_at + timedelta(seconds=rules.prepare_s),
        collect_by=rules.collect_by(max(request.placed_at, now)),
        lines=lines,
        paid_minor=0,
        customer=customer,
        lines_digest=lines_digest((line.line, line.sku, line.quantity) for line in lines),
        check_identity=total_minor >= rules.identity_from_minor,
        online_only=total_minor > rules.offline_max_minor,
    )


def _free_short_code(reader: Reader, branch: int, chance: Chance) -> str:
    codes = (short_code.make(values) for values in chance.short_code_values)
    return next(code for code in codes if is_short_code_free(reader, branch, code))


def _external_id(message: object) -> str:
    found = cast(dict[str, Any], message).get("external_id") if isinstance(message, dict) else None
    return found if isinstance(found, str) else ""


def body_hash_of(message: object) -> bytes:
    """The hash of what the message says, however its fields are ordered and spaced."""
    return hashlib.sha256(json.dumps(message, sort_keys=True, separators=(",", ":")).encode()).digest()


def _earlier(reader: Reader, channel: str, external_id: str, body_hash: bytes) -> Placed | ExternalIdReused | None:
    """What became of the order that came under this id before, if there is one."""
    if not external_id.isprintable():
        return None
    columns = tables.channel_order.c
    found = reader.execute(
        select(columns.body_hash, columns.answer).where(columns.channel == channel, columns.external_id == external_id)
    ).first()
    if found is None:
        return None
    return Placed(json.loads(found[1]), is_new=False) if found[0] == body_hash else ExternalIdReused()


def claim(
    tx: Transaction, external_id: str, answer: Mapping[str, Any], *, channel: str, body_hash: bytes, now: datetime
) -> bool:
    """Take the id for this order, with the answer that every repetition will get. False if another was quicker."""
    row = {
        "channel": channel,
        "external_id": external_id,
        "order_no": answer["order_no"],
        "body_hash": body_hash,
        "answer": json.dumps(answer),
        "at_ms": ms_of(now),
    }
    return tx.execute(_CLAIM, row).first() is not None
