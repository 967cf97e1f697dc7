"""What is written down of returns: goods that came back, refunds that ended later, goods that are fetched at home."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, Final

from clerk_app.domain import bodies
from clerk_app.domain.basket import COUPONS_MAX
from clerk_app.domain.bodies import LINES_MAX, QUANTITY_MAX, MalformedAct
from clerk_app.domain.money import AMOUNT_MAX_MINOR
from clerk_app.domain.operations import Kind
from clerk_app.domain.orders import BranchNo, LineQuantity, OrderNo
from clerk_app.domain.paying import AttemptState
from clerk_app.domain.returns.keys import Origin, PurchaseKey
from clerk_app.domain.returns.rules import CODE_MAX
from clerk_app.domain.tenders import TENDERS_MAX, Tender, tender_json, tender_of

NUMBER_MAX: Final = 64
_ID: Final = re.compile(r"[0-9A-Za-z-]{8,64}")
_SLIP_NO: Final = re.compile(r"[0-9]{1,5}-[0-9A-Z]{2,12}-R[0-9]{1,10}")
_ORDER_NO_MAX: Final = 2**40 - 1
_BRANCH_MAX: Final = 65_535
_PLACE_MAX: Final = TENDERS_MAX - 1
_MEMBER_MAX: Final = 32


class Condition(StrEnum):
    """How the goods came back."""

    AS_NEW = "as_new"
    OPENED = "opened"
    DAMAGED = "damaged"
    NOT_COLLECTED = "not_collected"  # never given out: the customer does not want them any more


class Proof(StrEnum):
    """By what the purchase was found: a member's history alone is no proof that it was this customer who paid."""

    RECEIPT = "receipt"
    PICKUP_CODE = "pickup_code"
    ORDER_NO = "order_no"
    MEMBER = "member"


@dataclass(frozen=True, slots=True)
class ReturnedLine:
    """So many pieces of one line of the purchase. `refund_minor` is what is given for them, in all tenders."""

    line: int
    sku: str
    quantity: int
    refund_minor: int
    reason: str  # a code of the chain's rules
    condition: Condition
    restock: bool  # back on the shelf of the branch that took them
    name_zh: str = ""
    name_en: str = ""


@dataclass(frozen=True, slots=True)
class RefundTender:
    """What is given back for one tender of the purchase, named by its place in the receipt.

    `tender` is how: in the same way, or in cash where that cannot be. STARTED and UNKNOWN are told again when over.
    """

    of: int
    tender: Tender
    state: AttemptState = AttemptState.PAID
    paid_by: str = ""  # the attempt that had paid, by which a device knows it


@dataclass(frozen=True, slots=True)
class ReceiveReturn:
    """A fact: the goods are here, and this is given for them."""

    return_id: str  # made by the till
    slip_no: str
    purchase: PurchaseKey
    currency: str
    lines: tuple[ReturnedLine, ...]
    tenders: tuple[RefundTender, ...]
    total_minor: int
    proof: Proof
    rounding_minor: int = 0  # cash, as at the sale: less than nothing where the customer gets less now
    receipt_no: str = ""
    order_no: OrderNo | None = None
    member: str = ""
    coupons: tuple[str, ...] = ()  # good again

    @property
    def adds_up(self) -> bool:
        return (
            self.total_minor == sum(it.refund_minor for it in self.lines)
            and sum(it.tender.amount_minor for it in self.tenders) == self.total_minor + self.rounding_minor
            and all(it.quantity for it in self.lines)
        )

    @property
    def restocked(self) -> dict[str, int]:
        """SKU → pieces that are on this branch's shelf again."""
        back: dict[str, int] = {}
        for it in self.lines:
            if it.restock and it.condition is not Condition.NOT_COLLECTED:
                back[it.sku] = back.get(it.sku, 0) + it.quantity
        return back

    @property
    def dropped(self) -> tuple[LineQuantity, ...]:
        """The pieces that were never given out."""
        lines = (it for it in self.lines if it.condition is Condition.NOT_COLLECTED)
        return tuple(LineQuantity(it.line, it.quantity) for it in lines)

    @property
    def pieces(self) -> int:
        return sum(it.quantity for it in self.lines)


@dataclass(frozen=True, slots=True)
class EndRefund:
    """A fact: a refund of which nobody knew the end when the goods were taken in is over, or was given otherwise."""

    return_id: str
    attempt: str  # by which the return named it
    refund: RefundTender


@dataclass(frozen=True, slots=True)
class BookCollection:
    """A request: somebody fetches the goods at home, on this day and between these times of the customer's clock.

    Nothing is given for them before they are received. The address is the hub's alone: only its id is said.
    """

    return_id: str
    purchase: PurchaseKey
    lines: tuple[LineQuantity, ...]
    reason: str
    day: date
    from_hour: int
    until_hour: int
    address: str


AboutReturn = ReceiveReturn | EndRefund | BookCollection
_KINDS: Final[dict[type, Kind]] = {
    ReceiveReturn: Kind.RETURN_RECEIVED,
    EndRefund: Kind.REFUNDED,
    BookCollection: Kind.COLLECTION_BOOKED,
}


def return_kind(act: AboutReturn) -> Kind:
    return _KINDS[type(act)]


def return_body(act: AboutReturn) -> dict[str, Any]:
    """The JSON body of an act; `return_act_of` reads it back."""
    match act:
        case ReceiveReturn():
            return {
                "return": act.return_id,
                "slip_no": act.slip_no,
                "purchase": key_json(act.purchase),
                "receipt_no": act.receipt_no,
                "order_no": act.order_no,
                "currency": act.currency,
                "member": act.member,
                "proof": act.proof.value,
                "lines": [_line_json(it) for it in act.lines],
                "tenders": [_refund_json(it) for it in act.tenders],
                "coupons": list(act.coupons),
                "total_minor": act.total_minor,
                "rounding_minor": act.rounding_minor,
            }
        case EndRefund():
            return {"return": act.return_id, "attempt": act.attempt, "refund": _refund_json(act.refund)}

        case BookCollection():
            return {
                "return": act.return_id,
                "purchase": key_json(act.purchase),
                "lines": [{"line": it.line, "quantity": it.quantity} for it in act.lines],
                "reason": act.reason,
                "day": act.day.isoformat(),
                "from_hour": act.from_hour,
                "until_hour": act.until_hour,
                "address": act.address,
            }


def return_act_of(kind: str, body: Mapping[str, Any]) -> AboutReturn:
    """Raises MalformedAct."""
    match kind:
        case Kind.RETURN_RECEIVED:
            return _received(body)
        case Kind.REFUNDED:
            return EndRefund(
                id_of(body, "return"), _short(body, "attempt", NUMBER_MAX), _refund_of(bodies.object_of(body, "refund"))
            )
        case Kind.COLLECTION_BOOKED:
            return BookCollection(
                return_id=id_of(body, "return"),
                purchase=key_of(bodies.object_of(body, "purchase")),
                lines=quantities_of(body),
                reason=_short(body, "reason", CODE_MAX),
                day=_day(body),
                from_hour=bodies.number(body, "from_hour", high=23),
                until_hour=bodies.number(body, "until_hour", high=24),
                address=id_of(body, "address"),
            )
        case _:
            raise MalformedAct(f"unknown kind {kind!r}")


def _day(body: Mapping[str, Any]) -> date:
    try:
        return date.fromisoformat(bodies.text(body, "day"))
    except ValueError:
        raise MalformedAct("day: a date is needed, as in 2026-11-25") from None


def received_of(body: Mapping[str, Any]) -> ReceiveReturn | None:
    """The return of a `return.received`; None where it cannot be read."""
    try:
        return _received(body)
    except MalformedAct:
        return None


def key_json(key: PurchaseKey) -> dict[str, Any]:
    return {"branch": key.branch, "origin": key.origin.value, "number": key.number}


def key_of(body: Mapping[str, Any]) -> PurchaseKey:
    number = bodies.said(body, "number")
    if len(number) > NUMBER_MAX:
        raise MalformedAct(f"number: at most {NUMBER_MAX} characters are needed")
    branch = BranchNo(bodies.number(body, "branch", high=_BRANCH_MAX))
    return PurchaseKey(branch, bodies.choice(body, "origin", Origin), number)


def id_of(body: Mapping[str, Any], name: str) -> str:
    found = bodies.text(body, name)
    if not _ID.fullmatch(found):
        raise MalformedAct(f"{name}: an id is needed")
    return found


def quantities_of(body: Mapping[str, Any]) -> tuple[LineQuantity, ...]:
    """Which pieces of a purchase: each line once, at least one piece."""
    lines = bodies.rows(
        body,
        "lines",
        lambda row: LineQuantity(
            bodies.number(row, "line", high=QUANTITY_MAX), bodies.number(row, "quantity", high=QUANTITY_MAX)
        ),
        high=LINES_MAX,
    )
    if not lines or len({it.line for it in lines}) != len(lines) or not all(it.quantity for it in lines):
        raise MalformedAct("lines: pieces of each line once are needed")
    return lines


def _received(body: Mapping[str, Any]) -> ReceiveReturn:
    slip_no, order_no = bodies.text(body, "slip_no"), body.get("order_no")
    if not _SLIP_NO.fullmatch(slip_no):
        raise MalformedAct("slip_no: it is written branch-till-Rnumber")
    quantities_of(body)
    rounding_minor: Any = body.get("rounding_minor")
    if not isinstance(rounding_minor, int) or isinstance(rounding_minor, bool) or abs(rounding_minor) > _ROUNDING_MAX:
        raise MalformedAct(f"rounding_minor: a whole number of at most {_ROUNDING_MAX} either way is needed")
    codes: Any = body.get("coupons")
    coupons = [{"code": code} for code in codes] if isinstance(codes, list) else codes  # pyright: ignore[reportUnknownVariableType]
    return ReceiveReturn(
        return_id=id_of(body, "return"),
        slip_no=slip_no,
        purchase=key_of(bodies.object_of(body, "purchase")),
        receipt_no=_short(body, "receipt_no"),
        order_no=None if order_no is None else OrderNo(bodies.number(body, "order_no", high=_ORDER_NO_MAX)),
        currency=bodies.currency(body),
        member=_short(body, "member"),
        proof=bodies.choice(body, "proof", Proof),
        lines=bodies.rows(body, "lines", _line_of, high=LINES_MAX),
        tenders=bodies.rows(body, "tenders", _refund_of, high=TENDERS_MAX),
        coupons=bodies.rows({"coupons": coupons}, "coupons", lambda row: _short(row, "code"), high=COUPONS_MAX),
        total_minor=bodies.minor(body, "total_minor"),
        rounding_minor=rounding_minor,
    )


_ROUNDING_MAX: Final = 10_000


def _line_json(it: ReturnedLine) -> dict[str, Any]:
    figures = {name: getattr(it, name) for name in ("line", "sku", "quantity", "refund_minor", "reason")}
    names = {"name_zh": it.name_zh, "name_en": it.name_en}
    return {**figures, "condition": it.condition.value, "restock": it.restock, **names}


def _line_of(row: Mapping[str, Any]) -> ReturnedLine:
    restock = row.get("restock")
    if not isinstance(restock, bool):
        raise MalformedAct("restock: true or false is needed")
    return ReturnedLine(
        line=bodies.number(row, "line", high=QUANTITY_MAX),
        sku=bodies.said(row, "sku"),
        quantity=bodies.number(row, "quantity", high=QUANTITY_MAX),
        refund_minor=bodies.number(row, "refund_minor", high=AMOUNT_MAX_MINOR),
        reason=_short(row, "reason", CODE_MAX),
        condition=bodies.choice(row, "condition", Condition),
        restock=restock,
        name_zh=bodies.text(row, "name_zh"),
        name_en=bodies.text(row, "name_en"),
    )


def _refund_json(it: RefundTender) -> dict[str, Any]:
    return {"of": it.of, "state": it.state.value, "paid_by": it.paid_by, **tender_json(it.tender)}


def _refund_of(row: Mapping[str, Any]) -> RefundTender:
    of, state = bodies.number(row, "of", high=_PLACE_MAX), bodies.choice(row, "state", AttemptState)
    return RefundTender(of, tender_of(row), state, _short(row, "paid_by", NUMBER_MAX))


def _short(body: Mapping[str, Any], name: str, most: int = _MEMBER_MAX) -> str:
    found = bodies.text(body, name)
    if len(found) > most:
        raise MalformedAct(f"{name}: at most {most} characters are needed")
    return found
