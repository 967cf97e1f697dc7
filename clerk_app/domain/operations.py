"""Operations: one act of a clerk each, recorded once, for ever, and what the hub answers to it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

ENVELOPE_VERSION = 2  # since 2, another person's word says when it was given, and is proved
FIRST_PREV = "0" * 64  # what the first operation of a till names as its predecessor


class Kind(StrEnum):
    """What was done. A fact the hub applies, or records a conflict, and never refuses. Requests may be refused:
    `conflict.settled`, where somebody else has settled it before, those by which points and coupons are spoken for, and
    `return.home_collection`.
    """

    HANDED_OVER = "pickup.handed_over"
    UNDONE = "pickup.undone"
    REFUSED = "pickup.refused"
    ACCEPTED = "work.accepted"
    PICKED = "work.picked"
    READY = "work.ready"
    PACKED = "work.packed"
    SENT = "work.sent"
    PLACED = "order.placed"  # a request: of goods that lie elsewhere, before they are paid
    REJECTED = "work.rejected"
    TENDER_TAKEN = "tender.taken"
    SETTLED = "conflict.settled"
    SOLD = "sale.completed"
    DISCOUNT_APPROVED = "discount.approved"  # beyond what a clerk may give alone
    POINTS_REDEEMED = "points.redeemed"  # a request: they pay for a basket that is being paid
    POINTS_RETURNED = "points.returned"  # that basket was not sold after all
    COUPON_REDEEMED = "coupon.redeemed"  # a request: no other basket may use the code
    COUPON_RETURNED = "coupon.returned"
    MEMBER_ENROLLED = "member.enrolled"  # a request: who has this phone already becomes who they are
    RETURN_RECEIVED = "return.received"
    REFUNDED = "return.refunded"  # a refund that was not over when the goods were taken in
    COLLECTION_BOOKED = "return.home_collection"  # a request: the goods are fetched where the customer lives
    DRAWER_OPENED = "drawer.opened"
    DRAWER_MOVED = "drawer.moved"  # cash put in or taken out
    DRAWER_COUNTED = "drawer.counted"
    DAY_CLOSED = "day.closed"


OF_SALES = frozenset(
    {
        Kind.SOLD,
        Kind.PLACED,
        Kind.DISCOUNT_APPROVED,
        Kind.POINTS_REDEEMED,
        Kind.POINTS_RETURNED,
        Kind.COUPON_REDEEMED,
        Kind.COUPON_RETURNED,
    }
)

OF_RETURNS = frozenset({Kind.RETURN_RECEIVED, Kind.REFUNDED, Kind.COLLECTION_BOOKED})
OF_DRAWERS = frozenset({Kind.DRAWER_OPENED, Kind.DRAWER_MOVED, Kind.DRAWER_COUNTED, Kind.DAY_CLOSED})

OF_CASH = frozenset(
    {Kind.SOLD, Kind.TENDER_TAKEN, Kind.RETURN_RECEIVED, Kind.REFUNDED, *(OF_DRAWERS - {Kind.DAY_CLOSED})}
)
"""By which cash comes into a drawer or leaves it."""
OF_A_REPORT = OF_CASH | {Kind.HANDED_OVER, Kind.UNDONE}
"""Of which a day's report tells."""

OF_NO_ORDER = OF_SALES | OF_RETURNS | OF_DRAWERS | {Kind.SETTLED, Kind.MEMBER_ENROLLED}
"""Kinds of which no order is the subject."""

# What operations of today act upon.
ORDER = "order"
CONFLICT = "conflict"
SALE = "sale"  # by the id of its basket
ENROLMENT = "enrolment"  # by the id of its operation: the member's number is the hub's to give
RETURN = "return"  # by its id
DRAWER = "drawer"  # by the id that it got when it was opened
DAY = "day"  # by the number of its report


@dataclass(frozen=True, slots=True)
class StepUp:
    """Another person's approval of exactly one operation."""

    by: str  # their badge
    reason: str
    at: datetime | None = None  # when their PIN was right; None in envelopes of version 1
    proof: str = ""  # `domain.rights.proof_of`: made with their PIN, for this operation alone


@dataclass(frozen=True, slots=True)
class Operation:
    """The envelope, without its signature. `clerk_app.wire` knows its JSON; docs/hub-api.md shows one."""

    op_id: str  # UUIDv7, made before the first attempt
    till: str
    seq: int  # 1, 2, 3 … per till, no holes
    prev: str  # SHA-256 of the previous signed envelope, hex
    epoch: int
    clerk: str  # badge
    kind: str  # a Kind; a newer till may send one that this side does not know
    entity: str
    entity_id: str
    body: Mapping[str, Any]
    occurred_at: datetime  # the till's trusted time: a label, never an order
    mono_ms: int  # the till's monotonic clock, for distances between acts
    app: str  # the program's version
    step_up: StepUp | None = None
    v: int = ENVELOPE_VERSION


@dataclass(frozen=True, slots=True)
class SignedOperation:
    operation: Operation
    signature: str  # Ed25519 over the canonical JSON, base64url without padding


class AnswerStatus(StrEnum):
    APPLIED = "applied"
    DUPLICATE = "duplicate"  # answered before; the first answer's result is repeated
    REFUSED = "refused"  # requests only
    CONFLICT = "conflict"  # recorded, both sides visible
    ATTENTION = "attention"  # kept whole at the hub, shown to people
    BLOCKED = "blocked"  # waits for another operation that is not here yet
    RETRY = "retry"


# After these the hub will not change its mind, so the operation leaves the outbox.
FINAL_STATUSES = frozenset(
    {
        AnswerStatus.APPLIED,
        AnswerStatus.DUPLICATE,
        AnswerStatus.REFUSED,
        AnswerStatus.CONFLICT,
        AnswerStatus.ATTENTION,
    }
)


@dataclass(frozen=True, slots=True)
class Answer:
    """What the hub says of one operation. `seq` names, per scope, the feed position that tells of its effect."""

    op_id: str
    status: AnswerStatus
    seq: Mapping[str, int] = field(default_factory=dict[str, int])
    reason: str = ""
    conflict: str = ""  # the id of the conflict row, where there is one
    result: Mapping[str, Any] = field(default_factory=dict[str, Any])


class Word(StrEnum):
    """The word in which every act of a clerk ends (DESIGN: the four-word truth)."""

    SAVED = "saved"  # on disk, will be sent
    DONE = "done"
    REFUSED = "refused"
    CONFLICT = "conflict"  # shown as "attention": people must look
    UNKNOWN = "unknown"  # being checked


_FIRST_WORDS = {
    AnswerStatus.APPLIED: Word.DONE,
    AnswerStatus.REFUSED: Word.REFUSED,
    AnswerStatus.CONFLICT: Word.CONFLICT,
    AnswerStatus.ATTENTION: Word.CONFLICT,
}


def word_of(answer: Answer | None) -> Word:
    """The word for an operation with this answer, or with none yet.

    A duplicate ends in the word of its first answer, which the hub repeats in `result["status"]`.
    """
    if answer is None:
        return Word.SAVED
    if answer.status is AnswerStatus.DUPLICATE:
        first = answer.result.get("status")
        return _FIRST_WORDS.get(AnswerStatus(first), Word.DONE) if first in list(AnswerStatus) else Word.DONE
    return _FIRST_WORDS.get(answer.status, Word.SAVED)
