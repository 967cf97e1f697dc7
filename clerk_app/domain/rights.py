"""What each role may do, and what another person's word for one act must be: the same at the till and in the hub.

A button that is not for somebody says so at the till; the hub looks again at who they were when they did it.
"""

import base64
import hashlib
import hmac
from collections.abc import Mapping
from datetime import datetime, timedelta
from types import MappingProxyType
from typing import Final

from clerk_app.domain.money import share
from clerk_app.domain.operations import Kind
from clerk_app.domain.roles import APPROVERS, Role

APPROVAL_GOOD_FOR: Final = timedelta(seconds=60)

_EVERYBODY: Final = frozenset(Role)
_AT_THE_DRAWER: Final = frozenset({Role.CASHIER, Role.MANAGER, Role.ADMINISTRATOR})
_AT_THE_SHELVES: Final = frozenset({Role.CLERK, Role.MANAGER, Role.ADMINISTRATOR})

RIGHTS: Final[Mapping[Kind, frozenset[Role]]] = MappingProxyType(
    {
        Kind.HANDED_OVER: _EVERYBODY,
        Kind.UNDONE: _EVERYBODY,
        Kind.REFUSED: _EVERYBODY,
        Kind.ACCEPTED: _AT_THE_SHELVES,
        Kind.PICKED: _AT_THE_SHELVES,
        Kind.READY: _AT_THE_SHELVES,
        Kind.PACKED: _AT_THE_SHELVES,
        Kind.SENT: _AT_THE_SHELVES,
        Kind.PLACED: _EVERYBODY,
        Kind.REJECTED: _AT_THE_SHELVES,
        Kind.SETTLED: APPROVERS,
        Kind.TENDER_TAKEN: _EVERYBODY,  # the balance of a pickup, in the same visit
        Kind.SOLD: _AT_THE_DRAWER,
        Kind.DISCOUNT_APPROVED: _EVERYBODY,
        Kind.POINTS_REDEEMED: _AT_THE_DRAWER,
        Kind.POINTS_RETURNED: _AT_THE_DRAWER,
        Kind.COUPON_REDEEMED: _AT_THE_DRAWER,
        Kind.COUPON_RETURNED: _AT_THE_DRAWER,
        Kind.MEMBER_ENROLLED: _EVERYBODY,
        Kind.RETURN_RECEIVED: _EVERYBODY,
        Kind.REFUNDED: _EVERYBODY,
        Kind.COLLECTION_BOOKED: _EVERYBODY,
        Kind.DRAWER_OPENED: _AT_THE_DRAWER,
        Kind.DRAWER_MOVED: _AT_THE_DRAWER,
        Kind.DRAWER_COUNTED: _AT_THE_DRAWER,
        Kind.DAY_CLOSED: APPROVERS,
    }
)
"""Who may do each kind of operation. docs/rights.md shows it, with why."""


def may(role: Role, kind: Kind) -> bool:
    return role in RIGHTS[kind]


def who_may(kind: Kind) -> tuple[Role, ...]:
    """In the order in which they are likely to stand near."""
    return tuple(role for role in Role if role in RIGHTS[kind])


def is_beyond_own(off_minor: int, *, gross_minor: int, own_permille: int) -> bool:
    """Whether so much off a line by hand is more than a clerk gives alone: a share of the line's list price."""
    return off_minor > share(gross_minor, own_permille, 1000)


def is_in_time(given_at: datetime, *, now: datetime) -> bool:
    """Whether a word that was given then still holds. Both times are of the same till's clock."""
    return given_at <= now < given_at + APPROVAL_GOOD_FOR


def proof_of(pin_hash: bytes, *, op_id: str, by: str, at: str) -> str:
    """What only the PIN of `by` can make for this one operation: HMAC-SHA256, hex.

    `pin_hash` is the hash in the PIN's verifier. The hub has it; a till does not keep it, and makes it from the PIN
    while that is typed. `at` is the time as the envelope spells it.
    """
    return hmac.new(pin_hash, f"approval|{op_id}|{by}|{at}".encode(), hashlib.sha256).hexdigest()


def is_proof(proof: str, verifier: str, *, op_id: str, by: str, at: str) -> bool:
    """Whether this proof was made with the PIN of this verifier (Argon2's own text, as the hub keeps it)."""
    try:
        pin_hash = base64.b64decode(verifier.rpartition("$")[2] + "==")
    except ValueError:
        return False
    made = proof_of(pin_hash, op_id=op_id, by=by, at=at)
    return bool(pin_hash) and hmac.compare_digest(made.encode(), proof.encode())
