"""Issuing pickup codes and short codes: the only place that signs, inside the transaction that needs it."""

import secrets
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import insert, select

from clerk_app.domain import pickup_code, short_code
from clerk_app.domain.orders import OPEN_STATUSES, PickupOrder, PickupStatus
from clerk_app.domain.pickup import GRACE_AFTER_COLLECT_BY
from clerk_app.domain.pickup_code import VALIDITY_MAX, PickupCode
from clerk_app.wire import scope_of, time_text
from hub import feed, tables
from hub.database import Reader, Transaction
from hub.keys import Keys
from hub.orders import is_short_code_free, ms_of, time_of_ms

_SHORTEST_VALIDITY: Final = timedelta(hours=1)
_PICKUP_ID_BYTES: Final = 8
GEN_MAX: Final = 255  # the code has one byte for it


def pickup_id_of(keys: Keys, order: PickupOrder, *, gen: int) -> str:
    """The id of the order's code of that issue. A hub that is put back from a backup signs the same once more, so that
    what customers have in their hands stays good.
    """
    return keys.drawn_for("pickup_id", order.branch, order.order_no, gen)[:_PICKUP_ID_BYTES].hex()


def was_drawn(keys: Keys, order: PickupOrder, pickup_id: str) -> bool:
    """Whether a code of this order has, or had before this hub was put back, this id: nobody else comes upon it."""
    return any(pickup_id_of(keys, order, gen=gen) == pickup_id for gen in range(1, GEN_MAX + 1))


def issue(tx: Transaction, keys: Keys, order: PickupOrder, now: datetime) -> PickupOrder:
    """Sign a new code for an order that becomes ready, and return the order that carries it; the caller stores it.

    An older code of the order is revoked by it.
    """
    now = now.replace(microsecond=0)
    if order.pickup_id:
        revoke(tx, order)
    signer = keys.signer(now)
    last = now + VALIDITY_MAX
    expires_at = min(max(min(order.collect_by, last) + GRACE_AFTER_COLLECT_BY, now + _SHORTEST_VALIDITY), last)
    digest = pickup_code.lines_digest((line.line, line.sku, line.quantity) for line in order.lines)
    pickup_id = _free_pickup_id(tx, pickup_id_of(keys, order, gen=order.gen + 1))
    order = replace(order, pickup_id=pickup_id, gen=order.gen + 1, lines_digest=digest)
    body = pickup_code.encode_body(_code_of(order, kid=signer.key.kid, issued_at=now, expires_at=expires_at))
    text = pickup_code.encode_text(body, signer.sign(pickup_code.signed_message(keys.hub_id, body)))
    row = {
        "branch": order.branch,
        "pickup_id": order.pickup_id,
        "order_no": order.order_no,
        "gen": order.gen,
        "kid": signer.key.kid,
        "text": text,
        "expires_ms": ms_of(expires_at),
    }
    tx.execute(insert(tables.pickup_code), row)
    tx.execute(insert(tables.code_place), {name: row[name] for name in ("pickup_id", "branch", "order_no")})
    return order


def issue_if_outlived(
    tx: Transaction, keys: Keys, order: PickupOrder, now: datetime, *, before: PickupOrder
) -> PickupOrder:
    """Sign a new code where the rest of a ready order waits for longer than its code is good for.

    What the customer was promised would else be refused as expired, and the pass would show a dead code.
    """
    has_moved = order.status is PickupStatus.READY and order.collect_by > before.collect_by
    if not has_moved or order.gen >= GEN_MAX:
        return order
    expires_at = _expires_at(tx, order)
    if expires_at is None or order.collect_by <= expires_at - GRACE_AFTER_COLLECT_BY:
        return order
    return issue(tx, keys, order, now)


def revoke(tx: Transaction, order: PickupOrder) -> None:
    """Tell the branch that the order's code is not good any more, until it would have expired by itself."""
    expires_at = _expires_at(tx, order)
    if expires_at is not None:
        feed.put(tx, scope_of(order.branch), "revoked", order.pickup_id, {"expires": time_text(expires_at)})


def new_short_code(tx: Transaction, branch: int) -> str:
    """A short code that no open order of the branch has."""
    while True:
        code = short_code.make([secrets.randbelow(29) for _ in range(short_code.RANDOM_VALUES)])
        if is_short_code_free(tx, branch, code):
            return code


def with_free_short_code(tx: Transaction, before: PickupOrder, order: PickupOrder) -> PickupOrder:
    """Give an order that is opened again another short code if its own was given away meanwhile."""
    reopened = order.status in OPEN_STATUSES and before.status not in OPEN_STATUSES
    if not reopened or not order.short_code or is_short_code_free(tx, order.branch, order.short_code):
        return order
    return replace(order, short_code=new_short_code(tx, order.branch))


def _free_pickup_id(reader: Reader, drawn: str) -> str:
    """Another one where it is taken: an order that came back to a branch counts its issues from the beginning."""
    places = tables.code_place.c
    is_taken = reader.execute(select(places.order_no).where(places.pickup_id == drawn)).first()
    return secrets.token_hex(_PICKUP_ID_BYTES) if is_taken else drawn


def _expires_at(reader: Reader, order: PickupOrder) -> datetime | None:
    """When the order's code ends by itself; None where none was signed."""
    columns = tables.pickup_code.c
    wanted = select(columns.expires_ms).where(columns.branch == order.branch, columns.pickup_id == order.pickup_id)
    expires_ms = reader.execute(wanted).scalar_one_or_none() if order.pickup_id else None
    return time_of_ms(expires_ms) if expires_ms is not None else None


def _code_of(order: PickupOrder, *, kid: int, issued_at: datetime, expires_at: datetime) -> PickupCode:
    return PickupCode(
        kid=kid,
        branch=order.branch,
        pickup_id=order.pickup_id,
        order_no=order.order_no,
        gen=order.gen,
        issued_at=issued_at,
        expires_at=expires_at.replace(microsecond=0),
        lines_digest=order.lines_digest,
        parcels=order.parcels,
        amount_due_minor=order.balance_due_minor,
        amount_is_due=order.balance_due_minor > 0,
        check_id=order.check_identity,
        partial_allowed=order.partial_allowed,
        online_only=order.online_only,
    )
