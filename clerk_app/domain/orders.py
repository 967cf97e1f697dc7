"""A pickup order as a branch sees it: its lines, its state, what is still to be paid, and what happened to it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NewType

from clerk_app.domain.money import share

BranchNo = NewType("BranchNo", int)
OrderNo = NewType("OrderNo", int)


class PickupStatus(StrEnum):
    """Where the branch's part of an order stands. Part of it may be collected while the rest is still READY."""

    NEW = "new"
    ACCEPTED = "accepted"
    PICKING = "picking"
    READY = "ready"
    PACKED = "packed"  # of one that is sent
    COLLECTED = "collected"
    WITH_CARRIER = "with_carrier"
    REJECTED = "rejected"
    CANCELLED = "cancelled"
    EXPIRED = "expired"


OPEN_STATUSES = frozenset(
    {PickupStatus.NEW, PickupStatus.ACCEPTED, PickupStatus.PICKING, PickupStatus.READY, PickupStatus.PACKED}
)


class Method(StrEnum):
    """How the goods reach the customer from the branch that has them."""

    PICKUP = "pickup"
    SHIP = "ship"


class Happening(StrEnum):
    """What an entry of an order's history tells. Each has its sentence in ui/messages.py."""

    PLACED = "placed"
    ACCEPTED = "accepted"
    PICKED = "picked"
    READY = "ready"
    PACKED = "packed"
    SENT = "sent"
    ROUTED = "routed"  # the hub gave it to this branch, and says why
    REJECTED = "rejected"
    CANCELLED = "cancelled"
    EXPIRED = "expired"
    PAID = "paid"
    HANDED_OVER = "handed_over"
    UNDONE = "undone"
    REFUSED = "refused"
    DROPPED = "dropped"  # the customer does not want these pieces, and never had them


@dataclass(frozen=True, slots=True)
class LineQuantity:
    """So many pieces of one order line."""

    line: int
    quantity: int


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """One thing that happened to an order: when, where, by whom. Fields that do not apply are None or empty."""

    happening: Happening
    at: datetime
    branch: BranchNo | None = None
    till_name: str = ""
    clerk: str = ""  # the badge
    clerk_name: str = ""
    op_id: str = ""
    lines: tuple[LineQuantity, ...] = ()
    collected_by: str = ""  # the name of somebody else who collected
    reason: str = ""
    status_before: PickupStatus | None = None  # of a hand-over: what the order goes back to when it is taken back

    @property
    def pieces(self) -> int:
        return sum(part.quantity for part in self.lines)


@dataclass(frozen=True, slots=True)
class OrderLine:
    line: int  # 1, 2, 3 … within the whole order
    sku: str
    name_zh: str
    name_en: str
    gtin: str  # 14 digits, or empty
    quantity: int
    unit_price_minor: int
    picked: int = 0
    collected: int = 0
    reserved: int = 0  # of what the branch has: kept for this line, by the hub
    booked: int = 0  # of what was collected: off what is on hand, by the hub
    off_minor: int = 0  # what offers and discounts took off the whole line
    dropped: int = 0  # not wanted any more, before they were collected

    @property
    def wanted(self) -> int:
        return self.quantity - self.dropped

    @property
    def remaining(self) -> int:
        return max(0, self.wanted - self.collected)

    @property
    def ordered_minor(self) -> int:
        """What the line came to when it was ordered."""
        return self.quantity * self.unit_price_minor - self.off_minor

    @property
    def total_minor(self) -> int:
        return self.ordered_minor - share(self.ordered_minor, self.dropped, self.quantity)


@dataclass(frozen=True, slots=True)
class Customer:
    """What a clerk may see of who ordered: masked by the hub, never more (SECURITY: minimal personal data)."""

    name_masked: str = ""
    phone_tail: str = ""  # the last four digits
    member: str = ""  # the member's number, or empty
    tier: str = ""


@dataclass(frozen=True, slots=True)
class PickupOrder:
    """The part of one order that one branch hands over; its key is (branch, order_no)."""

    order_no: OrderNo
    branch: BranchNo
    version: int
    channel: str
    placed_at: datetime
    currency: str
    status: PickupStatus
    due_at: datetime  # when the branch should have it ready
    collect_by: datetime  # the customer's pick-up-by date
    lines: tuple[OrderLine, ...]
    paid_minor: int
    customer: Customer = Customer()
    shelf: str = ""
    parcels: int = 0
    pickup_id: str = ""  # 16 hex digits; empty until the code is signed
    gen: int = 0
    short_code: str = ""  # empty at a till, which keeps only its HMAC
    lines_digest: str = ""
    check_identity: bool = False
    partial_allowed: bool = True
    online_only: bool = False
    method: Method = Method.PICKUP
    carrier: str = ""  # of one that is sent, once it is
    tracking: tuple[str, ...] = ()  # the carrier's number of each parcel
    history: tuple[HistoryEntry, ...] = ()

    @property
    def total_minor(self) -> int:
        return sum(line.total_minor for line in self.lines)

    @property
    def balance_due_minor(self) -> int:
        return max(0, self.total_minor - self.paid_minor)

    @property
    def pieces(self) -> int:
        return sum(line.wanted for line in self.lines)

    @property
    def remaining(self) -> int:
        """Pieces not yet collected."""
        return sum(line.remaining for line in self.lines)

    def line(self, number: int) -> OrderLine | None:
        return next((line for line in self.lines if line.line == number), None)
