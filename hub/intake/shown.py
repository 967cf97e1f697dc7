"""The code that was shown for a hand-over: whether this hub signed it, for which order, and whether it was the newest.

A till that is offline cannot know all of that, and one that was tampered with may say what it likes.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from itertools import pairwise
from typing import Final

from clerk_app.domain.acts import Act, CodeKind, HandOver
from clerk_app.domain.orders import BranchNo, OrderNo, PickupOrder
from clerk_app.domain.pickup import Disagreement
from clerk_app.domain.pickup_code import issued_at
from hub import codes
from hub.database import Reader
from hub.intake.received import Received
from hub.keys import Keys
from hub.statements import Statement, in_list, named

_PICKUP_ID: Final = re.compile(r"[0-9a-f]{16}")
_A_SECOND: Final = timedelta(seconds=1)  # a code names whole ones


@dataclass(frozen=True, slots=True)
class SignedCode:
    """What the hub signed, and since when a newer code of the order takes its place; None: it is the newest."""

    branch: BranchNo
    order_no: OrderNo
    replaced_at: datetime | None


def codes_shown(
    reader: Reader, keys: Keys, batch: Sequence[Received], orders: Mapping[OrderNo, PickupOrder]
) -> dict[str, SignedCode]:
    """The codes that a batch shows, as far as the hub signed them. `orders` are those of it that the branch has.

    What it signed after the backup from which it was put back it does not know any more, and still knows for its own.

    The present code of an order is with the order: nearly every batch shows no other, and then nothing is asked.
    """
    present = {it.pickup_id: SignedCode(it.branch, it.order_no, None) for it in orders.values() if it.pickup_id}
    shown = {it.act.pickup_id for it in batch if isinstance(it.act, HandOver)}
    wanted = sorted(it for it in shown if it not in present and _PICKUP_ID.fullmatch(it))
    if not wanted:
        return present
    rows = _places(len(wanted)).rows(reader, named("p", wanted))
    places = {pickup_id: (branch, order_no) for pickup_id, branch, order_no in rows}
    replaced = _replaced(reader, places.values())
    older = {
        pickup_id: SignedCode(BranchNo(branch), OrderNo(order_no), replaced.get(pickup_id))
        for pickup_id, (branch, order_no) in places.items()
    }
    return present | older | _forgotten(keys, batch, orders, present.keys() | older.keys())


def _forgotten(
    keys: Keys, batch: Sequence[Received], orders: Mapping[OrderNo, PickupOrder], known: AbstractSet[str]
) -> dict[str, SignedCode]:
    found: dict[str, SignedCode] = {}
    for it in batch:
        order = orders.get(OrderNo(it.order_no)) if it.order_no else None
        if order is None or not isinstance(it.act, HandOver) or it.act.pickup_id in known:
            continue
        if codes.was_drawn(keys, order, it.act.pickup_id):
            found[it.act.pickup_id] = SignedCode(order.branch, order.order_no, None)
    return found


def complaint(order: PickupOrder, act: Act, signed: Mapping[str, SignedCode], *, at: datetime) -> Disagreement | None:
    """What people must look at, or None. `at` is when the goods went.

    Who typed a number showed no code: what the till had of the order's is then no newer than its last word from here.
    """
    if not isinstance(act, HandOver) or not act.pickup_id:
        return None
    code = signed.get(act.pickup_id)
    if code is None:
        return Disagreement.CODE_UNKNOWN
    if (code.branch, code.order_no) != (order.branch, order.order_no):
        return Disagreement.CODE_OF_ANOTHER_ORDER
    was_replaced = code.replaced_at is not None and code.replaced_at + _A_SECOND <= at
    return Disagreement.CODE_SUPERSEDED if was_replaced and act.code is CodeKind.QR else None


def _replaced(reader: Reader, places: Iterable[tuple[int, int]]) -> dict[str, datetime]:
    """Code → when the next one of its order was signed."""
    orders_of: dict[int, set[int]] = {}
    for branch, order_no in places:
        orders_of.setdefault(branch, set()).add(order_no)
    found: dict[str, datetime] = {}
    for branch, numbers in orders_of.items():
        rows = _codes(len(numbers)).rows(reader, {"branch": branch, **named("n", sorted(numbers))})
        for (order_no, pickup_id, _), (next_order_no, _, text) in pairwise(rows):
            if order_no == next_order_no:
                found[pickup_id] = issued_at(text)
    return found


@lru_cache(maxsize=256)
def _places(count: int) -> Statement:
    names = in_list("p", count)
    return Statement(f"SELECT pickup_id, branch, order_no FROM code_place WHERE pickup_id IN {names}")  # noqa: S608 names only


@lru_cache(maxsize=256)
def _codes(count: int) -> Statement:
    return Statement(
        "SELECT order_no, pickup_id, text FROM pickup_code"  # noqa: S608 names only
        f" WHERE branch = :branch AND order_no IN {in_list('n', count)} ORDER BY order_no, gen"
    )
