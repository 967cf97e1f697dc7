"""An order placed at a counter for goods that lie elsewhere: what is asked for, what is paid now, whose sale it is."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from clerk_app.domain import bodies
from clerk_app.domain.bodies import LINES_MAX, QUANTITY_MAX, MalformedAct
from clerk_app.domain.money import share
from clerk_app.domain.orders import BranchNo, Method

ID_MAX: Final = 64
PARTS_MAX: Final = 20
DEPOSIT_PERMILLE: Final = 200
"""The share of a deposit in a chain that has said nothing."""
_BRANCH_MAX: Final = 65_535


class Pay(StrEnum):
    """How much of a part is paid when it is ordered."""

    FULL = "full"
    DEPOSIT = "deposit"  # of what is collected: the chain's share of it, and the rest then
    ON_DELIVERY = "on_delivery"  # of what is sent: nothing now; the carrier takes it


LATER: Final = {Method.PICKUP: Pay.DEPOSIT, Method.SHIP: Pay.ON_DELIVERY}
"""How what reaches the customer in this way is paid, where not all of it is paid now."""


class WhyNotPlaced(StrEnum):
    """Why an order is not placed. Nothing is changed then. Each has its sentence in ui/messages.py."""

    RESERVATION_LAPSED = "reservation_lapsed"  # its quarter of an hour is over, or it was given back
    UNKNOWN_RESERVATION = "unknown_reservation"
    OTHER_RESERVATION = "other_reservation"  # it keeps something else, for another basket, or for an order already
    UNKNOWN_ADDRESS = "unknown_address"  # erased by now, or never kept
    ADDRESS_MISSING = "address_missing"  # something is sent
    BRANCH_CANNOT = "branch_cannot"  # nobody collects there, or nothing is sent from there
    DEPOSIT_NOT_POSSIBLE = "deposit_not_possible"  # it is sent
    ON_DELIVERY_NOT_POSSIBLE = "on_delivery_not_possible"  # it is collected, or more than the chain lets a carrier take
    UNKNOWN_SKU = "unknown_sku"
    OTHER_CURRENCY = "other_currency"
    TOTAL_OUT_OF_RANGE = "total_out_of_range"  # more was taken off a line than it costs
    PLACED_BEFORE = "placed_before"  # an order of this basket awaits its payment, or has it


@dataclass(frozen=True, slots=True)
class PartLine:
    """One line of the basket, whose pieces are kept under a reservation."""

    line: int  # its number in the basket
    reservation: str
    sku: str
    quantity: int
    unit_price_minor: int
    off_minor: int = 0  # what offers and discounts take off the whole line
    credited: str = ""  # the badge of the clerk whose sale it is

    @property
    def total_minor(self) -> int:
        return self.quantity * self.unit_price_minor - self.off_minor


@dataclass(frozen=True, slots=True)
class Part:
    """What comes from one branch, all of it in one way: a branch has one order of each number."""

    branch: BranchNo
    method: Method
    pay: Pay
    lines: tuple[PartLine, ...]

    @property
    def total_minor(self) -> int:
        return sum(line.total_minor for line in self.lines)

    def due_now_minor(self, deposit_permille: int) -> int:
        """What is to be paid before the order goes to its branch."""
        match self.pay:
            case Pay.FULL:
                return self.total_minor
            case Pay.DEPOSIT:
                return share(self.total_minor, deposit_permille, 1000)
            case Pay.ON_DELIVERY:
                return 0


@dataclass(frozen=True, slots=True)
class PlaceOrder:
    """A request: the hub places it, or says why not and what else there is. Nobody has paid yet."""

    basket: str
    currency: str
    parts: tuple[Part, ...]
    address: str = ""  # the id of one that the hub keeps; the address itself is in no operation
    member: str = ""


@dataclass(frozen=True, slots=True)
class CreditRule:
    """What a chain gives for a sale of goods that lie elsewhere, in thousandths of what a line costs."""

    seller_permille: int = 0
    hand_over_permille: int = 0  # to the branch that collects, packs and hands over


@dataclass(frozen=True, slots=True)
class Credit:
    """Who gets how much: a clerk by badge, or a branch by number."""

    amount_minor: int
    clerk: str = ""
    branch: int | None = None


def credits_of(parts: Iterable[Part], rule: CreditRule) -> tuple[Credit, ...]:
    """Who is credited with how much, sellers first: shown before the customer pays, and the same at the hub.

    Each line is counted by itself, so that what comes back of one line takes back exactly that.
    """
    sellers: dict[str, int] = {}
    branches: dict[int, int] = {}
    for part in parts:
        for line in part.lines:
            if line.credited:
                earned = share(line.total_minor, rule.seller_permille, 1000)
                sellers[line.credited] = sellers.get(line.credited, 0) + earned
            given = share(line.total_minor, rule.hand_over_permille, 1000)
            branches[part.branch] = branches.get(part.branch, 0) + given
    clerks = [Credit(amount, clerk=badge) for badge, amount in sorted(sellers.items()) if amount]
    return (*clerks, *(Credit(amount, branch=branch) for branch, amount in sorted(branches.items()) if amount))


def placing_body(act: PlaceOrder) -> dict[str, Any]:
    """The JSON body of `order.placed`; `placing_of` reads it back."""
    return {
        "basket": act.basket,
        "currency": act.currency,
        "member": act.member,
        "address": act.address,
        "parts": [
            {
                "branch": part.branch,
                "method": part.method.value,
                "pay": part.pay.value,
                "lines": [_line_json(line) for line in part.lines],
            }
            for part in act.parts
        ],
    }


def placing_of(body: Mapping[str, Any]) -> PlaceOrder:
    """Raises MalformedAct."""
    parts = bodies.rows(body, "parts", _part_of, high=PARTS_MAX)
    if not parts:
        raise MalformedAct("parts: nothing is ordered")
    if len({part.branch for part in parts}) != len(parts):
        raise MalformedAct("parts: a branch is named twice")
    numbers = [line.line for part in parts for line in part.lines]
    if len(set(numbers)) != len(numbers):
        raise MalformedAct("parts: a line is named twice")
    return PlaceOrder(
        basket=_id_of(body, "basket"),
        currency=bodies.currency(body),
        parts=parts,
        address=_short(body, "address"),
        member=_short(body, "member"),
    )


def _line_json(line: PartLine) -> dict[str, Any]:
    return {
        "line": line.line,
        "reservation": line.reservation,
        "sku": line.sku,
        "quantity": line.quantity,
        "unit_price_minor": line.unit_price_minor,
        "off_minor": line.off_minor,
        "credited": line.credited,
    }


def _part_of(row: Mapping[str, Any]) -> Part:
    lines = bodies.rows(row, "lines", _line_of, high=LINES_MAX)
    if not lines:
        raise MalformedAct("lines: nothing comes from there")
    return Part(
        branch=BranchNo(bodies.number(row, "branch", high=_BRANCH_MAX)),
        method=bodies.choice(row, "method", Method),
        pay=bodies.choice(row, "pay", Pay),
        lines=lines,
    )


def _line_of(row: Mapping[str, Any]) -> PartLine:
    line = PartLine(
        line=bodies.number(row, "line", high=QUANTITY_MAX),
        reservation=_id_of(row, "reservation"),
        sku=bodies.said(row, "sku"),
        quantity=bodies.number(row, "quantity", high=QUANTITY_MAX),
        unit_price_minor=bodies.minor(row, "unit_price_minor"),
        off_minor=bodies.minor(row, "off_minor"),
        credited=bodies.text(row, "credited"),
    )
    if not line.line or not line.quantity:
        raise MalformedAct("lines: numbers and quantities count from 1")
    return line


def _id_of(body: Mapping[str, Any], name: str) -> str:
    found = _short(body, name)
    if not found or not found.isascii() or not found.isprintable():
        raise MalformedAct(f"{name}: an id is needed")
    return found


def _short(body: Mapping[str, Any], name: str) -> str:
    found = bodies.text(body, name)
    if len(found) > ID_MAX:
        raise MalformedAct(f"{name}: at most {ID_MAX} characters are needed")
    return found
