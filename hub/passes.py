"""The customer's pass: what the holder of its token may see of an order, and the code that releases the goods."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from io import BytesIO
from typing import Final

import segno
from sqlalchemy import select

from clerk_app.domain.orders import OPEN_STATUSES, Method, PickupOrder, PickupStatus
from clerk_app.domain.pickup import GRACE_AFTER_COLLECT_BY, last_hand_over
from hub import tables
from hub.database import Reader
from hub.orders import orders_everywhere

TOKEN_LENGTH_MAX: Final = 64
QR_VERSION: Final = 6
QR_BORDER: Final = 4  # the quiet zone, in modules
PNG_SCALE: Final = 8


class PassState(StrEnum):
    """What the pass tells of one branch's part. Each has its words in pass_words."""

    PLACED = "placed"
    PREPARING = "preparing"
    READY = "ready"
    PARTLY_COLLECTED = "partly_collected"
    OVERDUE = "overdue"
    COLLECTED = "collected"
    TO_BE_SENT = "to_be_sent"
    SENT = "sent"
    REJECTED = "rejected"
    CANCELLED = "cancelled"
    EXPIRED = "expired"


_STATES: Final = {
    PickupStatus.NEW: PassState.PLACED,
    PickupStatus.ACCEPTED: PassState.PREPARING,
    PickupStatus.PICKING: PassState.PREPARING,
    PickupStatus.PACKED: PassState.TO_BE_SENT,
    PickupStatus.COLLECTED: PassState.COLLECTED,
    PickupStatus.WITH_CARRIER: PassState.SENT,
    PickupStatus.REJECTED: PassState.REJECTED,
    PickupStatus.CANCELLED: PassState.CANCELLED,
    PickupStatus.EXPIRED: PassState.EXPIRED,
}


@dataclass(frozen=True, slots=True)
class Place:
    """A branch as its customers know it."""

    name_zh: str
    name_en: str
    address_zh: str
    address_en: str
    phone: str


@dataclass(frozen=True, slots=True)
class PassPart:
    """One branch's part of the order. `code_text` is empty until the goods are ready, and when they are gone."""

    order: PickupOrder
    place: Place
    state: PassState
    code_text: str

    @property
    def is_open(self) -> bool:
        return self.order.status in OPEN_STATUSES

    @property
    def is_owed(self) -> bool:
        """Whether the customer has still to pay for it: at the branch, or the carrier."""
        is_coming = self.is_open or self.order.status is PickupStatus.WITH_CARRIER
        return is_coming and self.order.balance_due_minor > 0

    @property
    def collected_at(self) -> datetime | None:
        entry = last_hand_over(self.order)
        return entry.at if entry else None


def load_parts(reader: Reader, token: str, *, now: datetime) -> tuple[PassPart, ...]:
    """The parts of the order that a token leads to; none for a token that leads nowhere."""
    if not 1 <= len(token) <= TOKEN_LENGTH_MAX or not token.isascii() or not token.isprintable():
        return ()
    columns = tables.customer_pass.c
    order_no = reader.execute(select(columns.order_no).where(columns.token == token)).scalar_one_or_none()
    if order_no is None:
        return ()
    parts = orders_everywhere(reader, order_no)
    return tuple(_part(reader, order, now) for order in parts if not _went_on(order, parts))


def _went_on(order: PickupOrder, parts: Iterable[PickupOrder]) -> bool:
    """Whether another branch has got what this one gave back."""
    mine = {line.line for line in order.lines}
    others = (it for it in parts if it.branch != order.branch and mine & {line.line for line in it.lines})
    return order.status is PickupStatus.REJECTED and any(len(it.history) > len(order.history) for it in others)


def qr_svg(code_text: str, *, title: str = "") -> str:
    """The code as an inline SVG that grows to its place: numeric mode, level M, version 6, with its quiet zone."""
    return _qr(code_text).svg_inline(
        border=QR_BORDER, dark="#000", light="#fff", omitsize=True, title=title or None, svgclass="qr", lineclass=None
    )


def qr_svg_file(code_text: str) -> bytes:
    out = BytesIO()
    _qr(code_text).save(out, kind="svg", border=QR_BORDER, scale=PNG_SCALE, dark="#000", light="#fff")
    return out.getvalue()


def qr_png(code_text: str) -> bytes:
    out = BytesIO()
    _qr(code_text).save(out, kind="png", border=QR_BORDER, scale=PNG_SCALE)
    return out.getvalue()


def _qr(code_text: str) -> segno.QRCode:
    return segno.make_qr(code_text, mode="numeric", error="m", version=QR_VERSION, boost_error=False)


def _part(reader: Reader, order: PickupOrder, now: datetime) -> PassPart:
    state = _state(order, now)
    shows_code = state in {PassState.READY, PassState.PARTLY_COLLECTED}
    return PassPart(order, _place(reader, order.branch), state, _code_text(reader, order) if shows_code else "")


def _state(order: PickupOrder, now: datetime) -> PassState:
    if order.method is Method.SHIP and order.status in OPEN_STATUSES:
        return PassState.TO_BE_SENT
    if order.status is not PickupStatus.READY:
        return _STATES[order.status]
    if order.collect_by + GRACE_AFTER_COLLECT_BY < now:
        return PassState.OVERDUE
    return PassState.PARTLY_COLLECTED if order.remaining < order.pieces else PassState.READY


def _code_text(reader: Reader, order: PickupOrder) -> str:
    columns = tables.pickup_code.c
    wanted = select(columns.text).where(columns.branch == order.branch, columns.pickup_id == order.pickup_id)
    return reader.execute(wanted).scalar_one_or_none() or ""


def _place(reader: Reader, branch: int) -> Place:
    columns = tables.branch.c
    wanted = select(columns.name_zh, columns.name_en, columns.address_zh, columns.address_en, columns.phone)
    return Place(*reader.execute(wanted.where(columns.no == branch)).one())
