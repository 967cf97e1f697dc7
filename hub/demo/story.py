"""The demo's orders: one in every state at every branch, then as many more as asked, brought there by real acts."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from random import Random
from typing import Any, Final

from clerk_app.domain.acts import Accept, Act, CodeKind, HandOver, Identity, MarkReady, Pick, Reject
from clerk_app.domain.orders import LineQuantity, PickupOrder
from clerk_app.domain.roles import Role
from clerk_app.wire import scope_of
from hub.aisle import routing
from hub.cancelling import cancel
from hub.chance import ORDER_NO_MAX, ORDER_NO_MIN, Chance
from hub.channels.checks import Article
from hub.channels.intake import body_hash_of, claim, place
from hub.channels.request import OrderRequest, RequestLine
from hub.database import Transaction
from hub.demo.people import DemoClerk
from hub.demo.tills import DemoTill
from hub.expiry import expire_overdue
from hub.opening import Hub
from hub.orders import load_orders
from hub.rules import Rules

CHUNK: Final = 100
_CHANNEL_WEIGHTS: Final = (6, 3, 2)
_ALPHABET: Final = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"


class Story(StrEnum):
    """How far an order came."""

    NEW = "new"
    DUE_SOON = "due_soon"
    ACCEPTED = "accepted"
    PICKING = "picking"
    READY = "ready"
    BALANCE_DUE = "ready_balance_due"
    IDENTITY = "ready_identity"
    PARTLY = "ready_partly_collected"
    COLLECTED = "collected"
    REJECTED = "rejected"
    CANCELLED = "cancelled"
    EXPIRED = "expired"
    CONFLICTED = "conflicted"


FIRST: Final = (
    Story.READY,
    Story.NEW,
    Story.BALANCE_DUE,
    Story.IDENTITY,
    Story.PARTLY,
    Story.COLLECTED,
    Story.ACCEPTED,
    Story.PICKING,
    Story.DUE_SOON,
    Story.CANCELLED,
    Story.EXPIRED,
    Story.REJECTED,
    Story.CONFLICTED,
    Story.READY,
    Story.READY,
    Story.NEW,
)
_MORE: Final = (Story.READY,) * 6 + (Story.NEW, Story.ACCEPTED, Story.PICKING, Story.COLLECTED)
_READY_ONCE: Final = frozenset(
    {
        Story.READY,
        Story.BALANCE_DUE,
        Story.IDENTITY,
        Story.PARTLY,
        Story.COLLECTED,
        Story.CANCELLED,
        Story.EXPIRED,
        Story.CONFLICTED,
    }
)
_AGE_MINUTES: Final = {
    Story.NEW: (2, 25),
    Story.ACCEPTED: (20, 50),
    Story.PICKING: (40, 80),
    Story.REJECTED: (180, 400),
    Story.EXPIRED: (14_400, 14_500),
}
_AGE_MINUTES_ELSE: Final = (400, 2_600)


@dataclass(frozen=True, slots=True)
class DemoOrder:
    """What was placed, and how its story goes on."""

    story: Story
    branch: int
    order_no: int
    token: str
    placed_at: datetime


@dataclass(frozen=True, slots=True)
class Stage:
    """What the orders are made of."""

    hub: Hub
    rules: Rules
    articles: Sequence[Mapping[str, Any]]
    sold: Mapping[str, Article]
    phones: Sequence[str]
    staff: Sequence[DemoClerk]
    channels: Sequence[str]
    branches: int
    chance: Random
    now: datetime


def tell(stage: Stage, count: int, progress: Callable[[str], None]) -> list[DemoOrder]:
    """Place the orders and act them out. Returns them in the order of their numbers' making."""
    orders: list[DemoOrder] = []
    for start in range(0, count, CHUNK):
        orders += _placed(stage, range(start, min(start + CHUNK, count)))
        progress(f"orders {len(orders)}/{count}")
    for branch in range(1, stage.branches + 1):
        _acted_out(stage, branch, [order for order in orders if order.branch == branch])
        progress(f"branches {branch}/{stage.branches}")
    for order in orders:
        if order.story is Story.CANCELLED:
            cancel(stage.hub.database, order.order_no, reason="顾客取消", now=stage.now)
    while expire_overdue(stage.hub.database, stage.now):
        pass
    routing.settle_all(stage.hub.database)  # what branches gave back, head office has seen to long ago
    return orders


def _placed(stage: Stage, numbers: range) -> list[DemoOrder]:
    drafts = [_draft(stage, number) for number in numbers]

    def place_all(tx: Transaction) -> None:
        for order, request, channel, chance in drafts:
            answer = {"order_no": order.order_no, "pass_url": f"/pass/{order.token}"}
            body_hash = body_hash_of({"demo": request.external_id})
            claim(tx, request.external_id, answer, channel=channel, body_hash=body_hash, now=order.placed_at)
            at = order.placed_at
            place(tx, request, channel=channel, now=at, rules=stage.rules, sold=stage.sold, chance=chance)

    scopes = sorted({scope_of(order.branch) for order, *_ in drafts})
    stage.hub.database.transact(place_all, *scopes, rows=len(drafts) // len(scopes) + 1)
    return [order for order, *_ in drafts]


def _draft(stage: Stage, number: int) -> tuple[DemoOrder, OrderRequest, str, Chance]:
    chance, (turn, branch) = stage.chance, divmod(number, stage.branches)
    story = FIRST[turn] if turn < len(FIRST) else chance.choice(_MORE)
    drawn = _drawn(chance)
    minutes = chance.randint(*_AGE_MINUTES.get(story, _AGE_MINUTES_ELSE))
    if story is Story.DUE_SOON:
        minutes = stage.rules.prepare_s // 60 - 8
    order = DemoOrder(story, branch + 1, drawn.order_no, drawn.token, stage.now - timedelta(minutes=minutes))
    lines = _lines(stage, story, order.branch)
    total_minor = sum(line.total_minor for line in lines)
    request = OrderRequest(
        external_id=f"D{number + 1:06d}",
        placed_at=order.placed_at,
        currency=stage.rules.currency,
        phone=chance.choice(stage.phones) if stage.phones and chance.random() < 0.85 else "",
        lines=lines,
        paid_minor=total_minor // 5 if story is Story.BALANCE_DUE else total_minor,
    )
    return order, request, chance.choices(stage.channels, _CHANNEL_WEIGHTS[: len(stage.channels)])[0], drawn


def _lines(stage: Stage, story: Story, branch: int) -> tuple[RequestLine, ...]:
    """A few articles, worth less than what asks for an identity check; one dear article where the story needs it."""
    limit_minor, chance = stage.rules.identity_from_minor, stage.chance
    if story is Story.IDENTITY:
        dear = [a for a in stage.articles[:300] if limit_minor <= a["price_minor"] <= stage.rules.offline_max_minor]
        first = [chance.choice(dear)] if dear else []
    else:
        first = []
    picked = first + [chance.choice(stage.articles) for _ in range(chance.randint(2, 4))]
    lines: dict[str, RequestLine] = {}
    left_minor = limit_minor - 1
    for article in picked:
        pieces = 1 if article in first or article["price_minor"] > 10_000 else chance.randint(1, 3)
        line = RequestLine(article["sku"], pieces, article["price_minor"], branch)
        if article in first or (line.sku not in lines and line.total_minor <= left_minor):
            lines[line.sku] = line
            left_minor -= 0 if article in first else line.total_minor
    if not lines or (story is Story.PARTLY and len(lines) < 2):
        return _lines(stage, story, branch)
    return tuple(lines.values())


def _acted_out(stage: Stage, branch: int, orders: Sequence[DemoOrder]) -> None:
    """Bring the branch's orders to where their stories end, by acts of two tills that then leave."""
    first, second = (
        DemoTill(stage.hub, branch=branch, name=f"POS {number}", chance=stage.chance, now=stage.now)
        for number in (1, 2)
    )
    for start in range(0, len(orders), CHUNK):
        chunk = orders[start : start + CHUNK]
        known = _known(stage, branch, chunk)
        for order in chunk:
            for minutes, act in _preparation(stage, order, known[order.order_no]):
                at = order.placed_at + timedelta(minutes=minutes)
                first.act(act, order.order_no, badge=_badge(stage, branch), at=min(at, stage.now))
        first.send()
        known = _known(stage, branch, chunk)
        for order in chunk:
            for till, act in _collection(order, known[order.order_no], first, second):
                at = stage.now - timedelta(minutes=stage.chance.randint(12, 240))
                till.act(act, order.order_no, badge=_badge(stage, branch), at=at)
        first.send()
        second.send()
    first.leave()
    second.leave()


def _preparation(stage: Stage, order: DemoOrder, known: PickupOrder) -> list[tuple[int, Act]]:
    """What the branch did, with the minutes after the order was placed."""
    if order.story in {Story.NEW, Story.DUE_SOON}:
        return []
    acts: list[tuple[int, Act]] = [(6, Accept())]
    if order.story is Story.REJECTED:
        return [*acts, (15, Reject("货架上没有，系统库存有误"))]
    if order.story is Story.PICKING:
        half = tuple(LineQuantity(line.line, line.quantity) for line in known.lines[: max(1, len(known.lines) // 2)])
        return [*acts, (20, Pick(half))]
    if order.story in _READY_ONCE:
        shelf = stage.chance.choice(stage.rules.shelves or ("A-01",))
        parcels = 2 if known.pieces > 4 else 1
        return [*acts, (14, Pick(_all(known))), (25, MarkReady(shelf, parcels))]
    return acts


def _collection(
    order: DemoOrder, known: PickupOrder, first: DemoTill, second: DemoTill
) -> list[tuple[DemoTill, HandOver]]:
    def hand_over(lines: tuple[LineQuantity, ...]) -> HandOver:
        return HandOver(known.pickup_id, lines, Identity.PHONE_TAIL, CodeKind.QR)

    match order.story:
        case Story.COLLECTED:
            return [(first, hand_over(_all(known)))]
        case Story.PARTLY:
            return [(first, hand_over(_all(known)[:1]))]
        case Story.CONFLICTED:
            return [(first, hand_over(_all(known))), (second, hand_over(_all(known)))]
        case _:
            return []


def _all(order: PickupOrder) -> tuple[LineQuantity, ...]:
    return tuple(LineQuantity(line.line, line.quantity) for line in order.lines)


def _known(stage: Stage, branch: int, orders: Sequence[DemoOrder]) -> dict[Any, PickupOrder]:
    with stage.hub.database.read() as reader:
        return dict(load_orders(reader, branch, [order.order_no for order in orders]))


def _badge(stage: Stage, branch: int) -> str:
    here = [it.member.badge for it in stage.staff if it.member.branch == branch and it.member.role is Role.CLERK]
    return stage.chance.choice(here)


def _drawn(chance: Random) -> Chance:
    codes = tuple(tuple(chance.randrange(29) for _ in range(7)) for _ in range(8))
    token = "".join(chance.choices(_ALPHABET, k=24))
    return Chance(chance.randint(ORDER_NO_MIN, ORDER_NO_MAX), token, codes)
