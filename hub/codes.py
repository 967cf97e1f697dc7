"""Issuing pickup codes and short codes: the only place that signs, inside the transaction that needs it."""

import secrets
from dataclasses import replace
from datetime import datetime, timedelta

from sqlalchemy import insert

from clerk_app.domain import pickup_code, short_code
from clerk_app.domain.orders import OPEN_STATUSES, PickupOrder
from clerk_app.domain.pickup import GRACE_AFTER_COLLECT_BY
from clerk_app.domain.pickup_code import VALIDITY_MAX, PickupCode
from clerk_app.wire import scope_of, time_text
from hub import feed, tables
from hub.database import Transaction
from hub.keys import Keys
from hub.orders import is_short_code_free, ms_of

_SHORTEST_VALIDITY = timedelta(hours=1)


def issue(tx: Transaction, keys: Keys, order: PickupOrder, now: datetime) -> PickupOrder:
    """Sign a new code for an order that becomes ready, and return the order that carries it; the caller stores it.

    An older code of the order is revoked by it.
    """
    now = now.replace(microsecond=0)
    if order.pickup_id:
        revoke(tx, order)
    signer = keys.signer(now)
    expires_at = min(max(order.collect_by + GRACE_AFTER_COLLECT_BY, now + _SHORTEST_VALIDITY), now + VALIDITY_MAX)
    digest = pickup_code.lines_digest((line.line, line.sku, line.quantity) for line in order.lines)
    order = replace(order, pickup_id=secrets.token_hex(8), gen=order.gen + 1, lines_digest=digest)
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


def revoke(tx: Transaction, order: PickupOrder) -> None:
    """Tell the branch that the order's code is not good any more, until it would have expired by itself."""
    if order.pickup_id:
        expires_at = order.collect_by + VALIDITY_MAX
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
