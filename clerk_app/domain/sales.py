"""What was sold at a counter, and paid: one fact with all of it. Beside it, what is asked of the hub before: that
points may pay, and that nobody else uses a coupon.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from clerk_app.domain import bodies
from clerk_app.domain.basket import COUPONS_MAX, Fulfilment
from clerk_app.domain.bodies import LINES_MAX, QUANTITY_MAX, MalformedAct
from clerk_app.domain.money import AMOUNT_MAX_MINOR
from clerk_app.domain.operations import Kind
from clerk_app.domain.orders import BranchNo, OrderNo
from clerk_app.domain.reductions import Reduction, Why
from clerk_app.domain.tenders import TENDERS_MAX, Tender, tender_json, tender_of

REDUCTIONS_MAX: Final = 60
MEMBER_MAX: Final = 32
CODE_MAX: Final = 32
ID_MAX: Final = 64
ROUNDING_MAX_MINOR: Final = 10_000
_ORDER_NO_MAX: Final = 2**40 - 1
_BRANCH_MAX: Final = 65_535
_BASKET_ID: Final = re.compile(r"[0-9A-Za-z-]{8,64}")
_RECEIPT_NO: Final = re.compile(r"[0-9]{1,5}-[0-9A-Z]{2,12}-[0-9]{1,10}")


@dataclass(frozen=True, slots=True)
class SaleLine:
    """One line as it was sold: its list price, less the reductions, is its total."""

    line: int
    sku: str
    quantity: int
    unit_price_minor: int
    total_minor: int
    why: tuple[Reduction, ...] = ()
    name_zh: str = ""
    name_en: str = ""
    fulfilment: Fulfilment = Fulfilment.CARRY_OUT
    branch: BranchNo | None = None  # where it is picked up, if elsewhere
    credited: str = ""  # the badge of the clerk whose sale it is

    @property
    def discount_minor(self) -> int:
        return sum(it.amount_minor for it in self.why)


@dataclass(frozen=True, slots=True)
class Sale:
    """A basket that was paid. Its tenders, and what is due later, are its total and what cash was rounded by."""

    basket: str  # its id, made by the till: also the sale's
    receipt_no: str
    currency: str
    lines: tuple[SaleLine, ...]
    tenders: tuple[Tender, ...]
    total_minor: int
    order_no: OrderNo | None = None  # of what is shipped, or picked up elsewhere
    member: str = ""
    change_minor: int = 0
    rounding_minor: int = 0  # less than nothing in the customer's favour
    due_later_minor: int = 0
    points_used: int = 0
    points_earned: int = 0
    coupons: tuple[str, ...] = ()  # the codes that were used up

    @property
    def adds_up(self) -> bool:
        """Whether every figure is the sum of its parts. A till makes no other; one that does is shown to people."""
        lines = all(
            it.total_minor == it.quantity * it.unit_price_minor - it.discount_minor >= 0 and it.quantity
            for it in self.lines
        )
        paid = sum(it.amount_minor for it in self.tenders) + self.due_later_minor
        given = sum(it.given_minor - it.amount_minor for it in self.tenders if it.given_minor)
        return (
            lines
            and len({it.line for it in self.lines}) == len(self.lines)
            and self.total_minor == sum(it.total_minor for it in self.lines)
            and paid == self.total_minor + self.rounding_minor
            and given == self.change_minor
            and self.points_used == sum(it.points for it in self.tenders)
        )

    @property
    def carried_out(self) -> dict[str, int]:
        """SKU → pieces that left this branch with the customer."""
        gone: dict[str, int] = {}
        for it in self.lines:
            if it.fulfilment is Fulfilment.CARRY_OUT:
                gone[it.sku] = gone.get(it.sku, 0) + it.quantity
        return gone


@dataclass(frozen=True, slots=True)
class RedeemPoints:
    """Asked before the sale: the hub takes them from the balance, or refuses."""

    basket: str
    attempt: str  # the payment attempt: by this id the points are moved once
    member: str
    points: int
    amount_minor: int  # what they pay
    currency: str


@dataclass(frozen=True, slots=True)
class ReturnPoints:
    """They paid for nothing after all. The hub gives back exactly what that attempt took, if it took anything."""

    basket: str
    attempt: str
    member: str
    points: int


@dataclass(frozen=True, slots=True)
class RedeemCoupon:
    """Asked before the sale: nobody else may use this code, or it is used up already."""

    basket: str
    code: str


@dataclass(frozen=True, slots=True)
class ReturnCoupon:
    basket: str
    code: str


@dataclass(frozen=True, slots=True)
class ApproveDiscount:
    """A discount beyond the clerk's own right, with another person's word for it in the envelope."""

    basket: str
    line: int
    sku: str
    gross_minor: int  # of the line, at its list price
    off_minor: int
    currency: str
    reason: str


AboutSale = ApproveDiscount | Sale | RedeemPoints | ReturnPoints | RedeemCoupon | ReturnCoupon
_KINDS: Final[dict[type, Kind]] = {
    Sale: Kind.SOLD,
    ApproveDiscount: Kind.DISCOUNT_APPROVED,
    RedeemPoints: Kind.POINTS_REDEEMED,
    ReturnPoints: Kind.POINTS_RETURNED,
    RedeemCoupon: Kind.COUPON_REDEEMED,
    ReturnCoupon: Kind.COUPON_RETURNED,
}


def sale_kind(act: AboutSale) -> Kind:
    return _KINDS[type(act)]


def sale_body(act: AboutSale) -> dict[str, Any]:
    """The JSON body of an act; `sale_act_of` reads it back."""
    match act:
        case Sale():
            return _sale_json(act)
        case ApproveDiscount():
            figures = {"line": act.line, "gross_minor": act.gross_minor, "off_minor": act.off_minor}
            return {"basket": act.basket, "sku": act.sku, **figures, "currency": act.currency, "reason": act.reason}
        case RedeemPoints():
            about = {"basket": act.basket, "attempt": act.attempt, "member": act.member, "points": act.points}
            return {**about, "amount_minor": act.amount_minor, "currency": act.currency}
        case ReturnPoints():
            return {"basket": act.basket, "attempt": act.attempt, "member": act.member, "points": act.points}
        case RedeemCoupon() | ReturnCoupon():
            return {"basket": act.basket, "code": act.code}


def sale_act_of(kind: str, body: Mapping[str, Any]) -> AboutSale:
    """Raises MalformedAct."""
    match kind:
        case Kind.SOLD:
            return _sale_of(body)
        case Kind.DISCOUNT_APPROVED:
            return ApproveDiscount(
                basket=_id_of(body),
                line=bodies.number(body, "line", high=QUANTITY_MAX),
                sku=bodies.said(body, "sku"),
                gross_minor=bodies.minor(body, "gross_minor"),
                off_minor=bodies.minor(body, "off_minor"),
                currency=bodies.currency(body),
                reason=bodies.said(body, "reason"),
            )
        case Kind.POINTS_REDEEMED:
            return RedeemPoints(*_points_of(body), bodies.minor(body, "amount_minor"), bodies.currency(body))
        case Kind.POINTS_RETURNED:
            return ReturnPoints(*_points_of(body))
        case Kind.COUPON_REDEEMED:
            return RedeemCoupon(_id_of(body), _short(body, "code", CODE_MAX))
        case Kind.COUPON_RETURNED:
            return ReturnCoupon(_id_of(body), _short(body, "code", CODE_MAX))
        case _:
            raise MalformedAct(f"unknown kind {kind!r}")


def _points_of(body: Mapping[str, Any]) -> tuple[str, str, str, int]:
    attempt, member = _short(body, "attempt", ID_MAX), _short(body, "member", MEMBER_MAX)
    return _id_of(body), attempt, member, bodies.number(body, "points", high=AMOUNT_MAX_MINOR)


def sale_of(body: Mapping[str, Any]) -> Sale | None:
    """What the body of a sale says; None for what an earlier version wrote and nobody can read."""
    try:
        return _sale_of(body)
    except MalformedAct:
        return None


def _sale_json(sale: Sale) -> dict[str, Any]:
    return {
        "basket": sale.basket,
        "receipt_no": sale.receipt_no,
        "order_no": sale.order_no,
        "currency": sale.currency,
        "member": sale.member,
        "lines": [sale_line_json(it) for it in sale.lines],
        "tenders": [tender_json(it) for it in sale.tenders],
        "coupons": list(sale.coupons),
        **{name: getattr(sale, name) for name in _FIGURES},
        "rounding_minor": sale.rounding_minor,
    }


_FIGURES: Final = (
    "total_minor",
    "change_minor",
    "due_later_minor",
    "points_used",
    "points_earned",
)


def sale_line_json(it: SaleLine) -> dict[str, Any]:
    why = [{"why": by.why.value, "amount_minor": by.amount_minor, **_of(by)} for by in it.why]
    figures = {name: getattr(it, name) for name in ("line", "quantity", "unit_price_minor", "total_minor")}
    names = {"sku": it.sku, "name_zh": it.name_zh, "name_en": it.name_en, "credited": it.credited}
    return {**figures, **names, "why": why, "fulfilment": it.fulfilment.value, "branch": it.branch}


def _of(by: Reduction) -> dict[str, str]:
    return {name: text for name, text in (("offer", by.offer), ("code", by.code)) if text}


def _sale_of(body: Mapping[str, Any]) -> Sale:
    receipt_no = bodies.text(body, "receipt_no")
    if not _RECEIPT_NO.fullmatch(receipt_no):
        raise MalformedAct("receipt_no: it is written branch-till-number")
    order_no = body.get("order_no")
    lines = bodies.rows(body, "lines", sale_line_of, high=LINES_MAX)
    if not lines:
        raise MalformedAct("lines: nothing was sold")
    return Sale(
        basket=_id_of(body),
        receipt_no=receipt_no,
        currency=bodies.currency(body),
        lines=lines,
        tenders=bodies.rows(body, "tenders", tender_of, high=TENDERS_MAX),
        order_no=None if order_no is None else OrderNo(bodies.number(body, "order_no", high=_ORDER_NO_MAX)),
        member=_short(body, "member", MEMBER_MAX),
        rounding_minor=rounding_of(body),
        coupons=_coupons(body),
        **{name: bodies.number(body, name, high=AMOUNT_MAX_MINOR) for name in _FIGURES},
    )


def sale_line_of(row: Mapping[str, Any]) -> SaleLine:
    branch = row.get("branch")
    return SaleLine(
        line=bodies.number(row, "line", high=QUANTITY_MAX),
        sku=bodies.said(row, "sku"),
        quantity=bodies.number(row, "quantity", high=QUANTITY_MAX),
        unit_price_minor=bodies.minor(row, "unit_price_minor"),
        total_minor=bodies.minor(row, "total_minor"),
        why=bodies.rows(row, "why", _reduction_of, high=REDUCTIONS_MAX),
        name_zh=bodies.text(row, "name_zh"),
        name_en=bodies.text(row, "name_en"),
        fulfilment=bodies.choice(row, "fulfilment", Fulfilment),
        branch=None if branch is None else BranchNo(bodies.number(row, "branch", high=_BRANCH_MAX)),
        credited=bodies.text(row, "credited"),
    )


def _reduction_of(row: Mapping[str, Any]) -> Reduction:
    offer, code = (bodies.text(row, name) if name in row else "" for name in ("offer", "code"))
    return Reduction(bodies.choice(row, "why", Why), bodies.minor(row, "amount_minor"), offer, code)


def _coupons(body: Mapping[str, Any]) -> tuple[str, ...]:
    codes: Any = body.get("coupons")
    if not isinstance(codes, list):
        raise MalformedAct("coupons: a list of codes is needed")
    rows = [{"code": code} for code in codes]  # pyright: ignore[reportUnknownVariableType]
    return bodies.rows({"coupons": rows}, "coupons", lambda row: _short(row, "code", CODE_MAX), high=COUPONS_MAX)


def rounding_of(body: Mapping[str, Any]) -> int:
    """The `rounding_minor` of a sale: cash may come to a little more or less. Raises MalformedAct."""
    value = body.get("rounding_minor")
    if not isinstance(value, int) or isinstance(value, bool) or abs(value) > ROUNDING_MAX_MINOR:
        raise MalformedAct(f"rounding_minor: a whole number of at most {ROUNDING_MAX_MINOR} either way is needed")
    return value


def _short(body: Mapping[str, Any], name: str, most: int) -> str:
    found = bodies.text(body, name)
    if len(found) > most:
        raise MalformedAct(f"{name}: at most {most} characters are needed")
    return found


def _id_of(body: Mapping[str, Any]) -> str:
    basket = bodies.text(body, "basket")
    if not _BASKET_ID.fullmatch(basket):
        raise MalformedAct("basket: an id is needed")
    return basket
