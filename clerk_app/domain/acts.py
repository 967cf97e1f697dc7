"""What each kind of operation says in its body: one frozen dataclass a kind, parsed once at the edge."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, cast

from clerk_app.domain.aisle.orders import PlaceOrder, placing_body, placing_of
from clerk_app.domain.bodies import LINES_MAX, QUANTITY_MAX, TEXT_MAX, MalformedAct, is_text
from clerk_app.domain.bodies import choice as _choice
from clerk_app.domain.bodies import currency as _currency
from clerk_app.domain.bodies import date_or_none as _date_or_none
from clerk_app.domain.bodies import number as _number
from clerk_app.domain.bodies import said as _said
from clerk_app.domain.bodies import text as _text
from clerk_app.domain.drawer import AboutDrawer, CloseDay, drawer_act_of, drawer_body, drawer_kind
from clerk_app.domain.enrolment import Enrol, enrol_body, enrol_of
from clerk_app.domain.money import AMOUNT_MAX_MINOR
from clerk_app.domain.operations import (
    CONFLICT,
    DAY,
    DRAWER,
    ENROLMENT,
    OF_DRAWERS,
    OF_RETURNS,
    ORDER,
    RETURN,
    SALE,
    Kind,
)
from clerk_app.domain.orders import LineQuantity
from clerk_app.domain.returns.acts import AboutReturn, return_act_of, return_body, return_kind
from clerk_app.domain.sales import AboutSale, rounding_of, sale_act_of, sale_body, sale_kind
from clerk_app.domain.sending import Pack, Send, Sending, sending_body, sending_kind, sending_of
from clerk_app.domain.tenders import BY_DEVICE, Tender, TenderMethod, tender_json, tender_of

__all__ = ["LINES_MAX", "QUANTITY_MAX", "TEXT_MAX", "MalformedAct", "Pack", "Send", "TenderMethod", "is_text"]


class Identity(StrEnum):
    """How the clerk made sure of the person; head office lists which of these a branch offers."""

    NONE = "none"
    PHONE_TAIL = "phone_tail"
    MEMBER_CARD = "member_card"
    ID_DOCUMENT = "id_document"


class CodeKind(StrEnum):
    """What the customer showed. A typed code is weaker than a scanned one, so it is recorded."""

    QR = "qr"
    SHORT_CODE = "short_code"
    ORDER_NO = "order_no"


@dataclass(frozen=True, slots=True)
class HandOver:
    pickup_id: str
    lines: tuple[LineQuantity, ...]
    identity: Identity
    code: CodeKind
    collected_by: str = ""  # the name of somebody else; empty when the customer came
    collect_rest_by: datetime | None = None  # the new date of what remains


@dataclass(frozen=True, slots=True)
class Undo:
    op_id: str  # the hand-over taken back
    reason: str


@dataclass(frozen=True, slots=True)
class Refused:
    """A code was shown and refused: recorded, so that fraud and misprints become visible."""

    pickup_id: str
    reason: str


@dataclass(frozen=True, slots=True)
class Accept:
    pass


@dataclass(frozen=True, slots=True)
class Pick:
    lines: tuple[LineQuantity, ...]  # picked so far, not in addition


@dataclass(frozen=True, slots=True)
class MarkReady:
    shelf: str
    parcels: int


@dataclass(frozen=True, slots=True)
class Reject:
    reason: str


@dataclass(frozen=True, slots=True)
class TakeTender:
    """What one tender paid of the balance of an order. `by` names the attempt, with what the device said of it; None:
    an earlier till only noted by which tender it was paid.
    """

    amount_minor: int  # what was taken
    currency: str
    method: TenderMethod
    rounding_minor: int = 0  # of cash: less than nothing where less was asked than was due
    by: Tender | None = None

    @property
    def settles_minor(self) -> int:
        """So much less is due."""
        return self.amount_minor - self.rounding_minor

    @property
    def tender(self) -> Tender:
        return self.by or Tender(self.method, self.amount_minor)

    @property
    def adds_up(self) -> bool:
        """Whether the figures fit, and a card has its approval, a wallet its number. A till makes no other; one that
        does is shown to people. What was only noted has none of this.
        """
        it, is_cash = self.tender, self.method is TenderMethod.CASH
        is_known = bool(it.approval if self.method is TenderMethod.CARD_TERMINAL else it.trade_no)
        return (
            (is_cash or not self.rounding_minor)
            and (it.method, it.amount_minor) == (self.method, self.amount_minor)
            and (not it.given_minor or (is_cash and it.given_minor >= self.amount_minor))
            and (self.by is None or bool(it.attempt))
            and (self.by is None or self.method not in BY_DEVICE or is_known)
        )


@dataclass(frozen=True, slots=True)
class Settle:
    """Somebody who may has looked at a conflict, or at what needed attention, and says what it was."""

    conflict: str
    reason: str


Act = HandOver | Undo | Refused | Accept | Pick | MarkReady | Sending | Reject | TakeTender
"""What is done to an order."""
AboutNoOrder = Settle | AboutSale | AboutReturn | AboutDrawer | PlaceOrder | Enrol
AnyAct = Act | AboutNoOrder


def body_of(act: AnyAct) -> dict[str, Any]:
    """The JSON body of an act; `act_of` reads it back."""
    match act:
        case HandOver():
            return {
                "pickup_id": act.pickup_id,
                "lines": _lines_json(act.lines),
                "identity": act.identity.value,
                "code": act.code.value,
                "collected_by": act.collected_by,
                "collect_rest_by": act.collect_rest_by.isoformat() if act.collect_rest_by else None,
            }
        case Undo():
            return {"op_id": act.op_id, "reason": act.reason}
        case Refused():
            return {"pickup_id": act.pickup_id, "reason": act.reason}
        case Accept():
            return {}
        case Pick():
            return {"lines": _lines_json(act.lines)}
        case MarkReady():
            return {"shelf": act.shelf, "parcels": act.parcels}
        case Reject():
            return {"reason": act.reason}
        case TakeTender():
            taken = {"amount_minor": act.amount_minor, "currency": act.currency, "method": act.method.value}
            rounded = {"rounding_minor": act.rounding_minor} if act.rounding_minor else {}
            by = {"details": tender_json(act.by)["details"]} if act.by else {}
            return {**taken, **rounded, **by}
        case _:
            return sending_body(act) if isinstance(act, Sending) else _body_of_no_order(act)


def _body_of_no_order(act: AboutNoOrder) -> dict[str, Any]:
    match act:
        case Settle():
            return {"conflict": act.conflict, "reason": act.reason}
        case Enrol():
            return enrol_body(act)
        case PlaceOrder():
            return placing_body(act)
        case _:
            pass
    if isinstance(act, AboutReturn):
        return return_body(act)
    return drawer_body(act) if isinstance(act, AboutDrawer) else sale_body(act)


_KINDS: dict[type, Kind] = {
    HandOver: Kind.HANDED_OVER,
    Undo: Kind.UNDONE,
    Refused: Kind.REFUSED,
    Accept: Kind.ACCEPTED,
    Pick: Kind.PICKED,
    MarkReady: Kind.READY,
    Reject: Kind.REJECTED,
    TakeTender: Kind.TENDER_TAKEN,
    Settle: Kind.SETTLED,
    Enrol: Kind.MEMBER_ENROLLED,
    PlaceOrder: Kind.PLACED,
}


def kind_of(act: AnyAct) -> Kind:
    if isinstance(act, Sending):
        return sending_kind(act)
    if isinstance(act, AboutReturn):
        return return_kind(act)
    if isinstance(act, AboutDrawer):
        return drawer_kind(act)
    return sale_kind(act) if isinstance(act, AboutSale) else _KINDS[type(act)]


def subject_of(act: AnyAct, *, op_id: str, order_no: int | None) -> tuple[str, str]:
    """What an operation with this act is about: `entity` and `entity_id` of its envelope."""
    match act:
        case Settle():
            return CONFLICT, act.conflict
        case Enrol():
            return ENROLMENT, op_id
        case PlaceOrder():
            return SALE, act.basket
        case CloseDay():
            return DAY, act.report_no
        case _:
            pass
    if isinstance(act, AboutDrawer):
        return DRAWER, act.drawer
    if isinstance(act, AboutReturn):
        return RETURN, act.return_id
    return (SALE, act.basket) if isinstance(act, AboutSale) else (ORDER, str(order_no))


def act_of(kind: str, body: Mapping[str, Any]) -> AnyAct:
    """Read the body of an operation of this kind.

    Raises MalformedAct for an unknown kind, a missing field, a wrong type or a value out of bounds.
    """
    match kind:
        case Kind.HANDED_OVER:
            return HandOver(
                pickup_id=_text(body, "pickup_id"),
                lines=_lines(body),
                identity=_choice(body, "identity", Identity),
                code=_choice(body, "code", CodeKind),
                collected_by=_text(body, "collected_by"),
                collect_rest_by=_date_or_none(body, "collect_rest_by"),
            )
        case Kind.UNDONE:
            return Undo(op_id=_text(body, "op_id"), reason=_text(body, "reason"))
        case Kind.REFUSED:
            return Refused(pickup_id=_text(body, "pickup_id"), reason=_text(body, "reason"))
        case Kind.ACCEPTED:
            return Accept()
        case Kind.PICKED:
            return Pick(lines=_lines(body))
        case Kind.READY:
            return MarkReady(shelf=_text(body, "shelf"), parcels=_number(body, "parcels", high=255))
        case Kind.REJECTED:
            return Reject(reason=_text(body, "reason"))
        case Kind.TENDER_TAKEN:
            return TakeTender(
                amount_minor=_number(body, "amount_minor", high=AMOUNT_MAX_MINOR),
                currency=_currency(body),
                method=_choice(body, "method", TenderMethod),
                rounding_minor=rounding_of(body) if "rounding_minor" in body else 0,
                by=tender_of(body) if "details" in body else None,
            )
        case _:
            return _other_act_of(kind, body)


def _other_act_of(kind: str, body: Mapping[str, Any]) -> AnyAct:
    match kind:
        case Kind.SETTLED:
            return Settle(conflict=_text(body, "conflict"), reason=_said(body, "reason"))
        case Kind.MEMBER_ENROLLED:
            return enrol_of(body)
        case Kind.PLACED:
            return placing_of(body)
        case Kind.PACKED | Kind.SENT:
            return sending_of(kind, body)
        case _:
            pass
    if kind in OF_RETURNS:
        return return_act_of(kind, body)
    return drawer_act_of(kind, body) if kind in OF_DRAWERS else sale_act_of(kind, body)


def is_readable(act: AnyAct) -> bool:
    """Whether whoever receives it reads the same act: what is not must not be written down, since it is for ever."""
    try:
        return act_of(kind_of(act), body_of(act)) == act
    except MalformedAct:
        return False


def _lines_json(lines: tuple[LineQuantity, ...]) -> list[dict[str, int]]:
    return [{"line": part.line, "quantity": part.quantity} for part in lines]


def _lines(body: Mapping[str, Any]) -> tuple[LineQuantity, ...]:
    rows: Any = body.get("lines")
    if not isinstance(rows, list) or not 1 <= len(cast(list[object], rows)) <= LINES_MAX:
        raise MalformedAct(f"lines: between 1 and {LINES_MAX} lines are needed")
    parts = tuple(_line(row) for row in cast(list[object], rows))
    if len({part.line for part in parts}) != len(parts):
        raise MalformedAct("lines: a line is named twice")
    return parts


def _line(row: object) -> LineQuantity:
    if not isinstance(row, dict):
        raise MalformedAct("lines: each is an object of line and quantity")
    part = cast(dict[str, Any], row)
    return LineQuantity(
        line=_number(part, "line", high=QUANTITY_MAX), quantity=_number(part, "quantity", high=QUANTITY_MAX)
    )
