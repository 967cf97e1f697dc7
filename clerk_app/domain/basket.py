"""The one basket of a visit: lines that are carried out, shipped or picked up elsewhere, and whose sale each is.

Each function returns the basket as it is afterwards, or why it stays as it was. Nothing here knows a price rule:
what the basket costs is said by clerk_app.domain.pricing.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Final

from clerk_app.domain.bodies import LINES_MAX, QUANTITY_MAX, is_text
from clerk_app.domain.money import AMOUNT_MAX_MINOR, share
from clerk_app.domain.orders import BranchNo
from clerk_app.domain.rights import is_beyond_own
from clerk_app.domain.roles import APPROVERS, Clerk, may_approve

COUPONS_MAX: Final = 20
COUNTER: Final = "counter"
"""The channel of what is bought at a till."""


class Fulfilment(StrEnum):
    """How a line reaches the customer."""

    CARRY_OUT = "carry_out"
    SHIP = "ship"
    PICKUP = "pickup"  # at another branch


class BasketRefusal(StrEnum):
    """Why the basket stays as it was. Each one has its sentence in ui/messages.py."""

    UNKNOWN_LINE = "unknown_line"
    TOO_MANY_LINES = "too_many_lines"
    QUANTITY_OUT_OF_RANGE = "quantity_out_of_range"
    AMOUNT_TOO_LARGE = "amount_too_large"
    OTHER_CURRENCY = "other_currency"
    BRANCH_NEEDED = "branch_needed"
    BRANCH_IS_HERE = "branch_is_here"
    BRANCH_NOT_WANTED = "branch_not_wanted"
    REASON_NEEDED = "reason_needed"
    DISCOUNT_OUT_OF_RANGE = "discount_out_of_range"
    APPROVAL_NEEDED = "approval_needed"
    DISCOUNT_IN_THE_WAY = "discount_in_the_way"
    COUPON_TWICE = "coupon_twice"
    TOO_MANY_COUPONS = "too_many_coupons"
    UNKNOWN_COUPON = "unknown_coupon"
    UNKNOWN_ARTICLE = "unknown_article"
    # of the baskets of a till
    BASKET_OPEN = "basket_open"  # another one, with something in it
    UNKNOWN_BASKET = "unknown_basket"
    NAME_NEEDED = "name_needed"
    NAME_TAKEN = "name_taken"
    TOO_MANY_HELD = "too_many_held"
    NOTHING_TO_UNDO = "nothing_to_undo"


@dataclass(frozen=True, slots=True)
class Place:
    """How and, for a pickup, where a line reaches the customer."""

    fulfilment: Fulfilment
    branch: BranchNo | None = None  # of a pickup, never this one


CARRY_OUT: Final = Place(Fulfilment.CARRY_OUT)
SHIP: Final = Place(Fulfilment.SHIP)


@dataclass(frozen=True, slots=True)
class Article:
    """What the price rules and the screen need to know of one SKU, at the price it was scanned at."""

    sku: str
    unit_price_minor: int
    currency: str
    name_zh: str = ""
    name_en: str = ""
    gtin: str = ""
    category: str = ""
    brand: str = ""


@dataclass(frozen=True, slots=True)
class Discount:
    """What a clerk takes off a line by hand, beside all offers: a share of it, or an amount of the whole line."""

    reason: str
    by: str  # the badge
    permille_off: int = 0
    off_minor: int = 0
    approved_by: str = ""  # the badge of the manager, where the clerk's own right does not reach

    def of(self, amount_minor: int) -> int:
        """What it takes off this amount, never more than all of it."""
        return min(amount_minor, share(amount_minor, self.permille_off, 1000) + self.off_minor)


@dataclass(frozen=True, slots=True)
class BasketLine:
    line: int  # keeps its number while others go
    article: Article
    quantity: int
    place: Place = CARRY_OUT
    discount: Discount | None = None
    credited: str = ""  # the badge of the clerk whose sale it is

    @property
    def gross_minor(self) -> int:
        return self.quantity * self.article.unit_price_minor


@dataclass(frozen=True, slots=True)
class BasketMember:
    member: str
    tier: str = ""


@dataclass(frozen=True, slots=True)
class Basket:
    basket: str  # its id, made by the till
    branch: BranchNo
    currency: str
    opened_at: datetime
    channel: str = COUNTER
    lines: tuple[BasketLine, ...] = ()
    member: BasketMember | None = None
    coupons: tuple[str, ...] = ()  # codes, in the order in which they were shown
    lines_made: int = 0  # the highest number that a line ever had: none is given twice

    @property
    def gross_minor(self) -> int:
        return sum(line.gross_minor for line in self.lines)

    def line(self, number: int) -> BasketLine | None:
        return next((line for line in self.lines if line.line == number), None)


@dataclass(frozen=True, slots=True)
class PriceChange:
    """A list price that is not the one a line was scanned at: said to the clerk, never slipped in."""

    line: int
    sku: str
    was_minor: int
    is_minor: int


def add(
    basket: Basket, article: Article, quantity: int = 1, *, place: Place = CARRY_OUT, credited: str = ""
) -> Basket | BasketRefusal:
    """Add pieces: to the line that holds the same article in the same way, else in a line of their own."""
    refusal = _why_not_article(basket, article) or _why_not_place(basket, place)
    if refusal:
        return refusal
    for line in basket.lines:
        if (line.article, line.place, line.discount, line.credited) == (article, place, None, credited):
            return change_quantity(basket, line.line, line.quantity + quantity)
    if len(basket.lines) >= LINES_MAX:
        return BasketRefusal.TOO_MANY_LINES
    number = basket.lines_made + 1
    line = BasketLine(number, article, quantity, place, credited=credited)
    return _checked(replace(basket, lines=(*basket.lines, line), lines_made=number), number)


def remove(basket: Basket, number: int) -> Basket | BasketRefusal:
    if basket.line(number) is None:
        return BasketRefusal.UNKNOWN_LINE
    return replace(basket, lines=tuple(line for line in basket.lines if line.line != number))


def change_quantity(basket: Basket, number: int, quantity: int) -> Basket | BasketRefusal:
    """A discount by hand was given, and maybe approved, for so many pieces; it is taken back before they change."""
    line = basket.line(number)
    if line is None:
        return BasketRefusal.UNKNOWN_LINE
    if line.discount is not None and quantity != line.quantity:
        return BasketRefusal.DISCOUNT_IN_THE_WAY
    return _with_line(basket, replace(line, quantity=quantity))


def change_place(basket: Basket, number: int, place: Place) -> Basket | BasketRefusal:
    line = basket.line(number)
    if line is None:
        return BasketRefusal.UNKNOWN_LINE
    return _why_not_place(basket, place) or _with_line(basket, replace(line, place=place))


def credit(basket: Basket, number: int, badge: str) -> Basket | BasketRefusal:
    """Say whose sale a line is."""
    line = basket.line(number)
    if line is None:
        return BasketRefusal.UNKNOWN_LINE
    return _with_line(basket, replace(line, credited=badge))


def give_discount(
    basket: Basket,
    number: int,
    discount: Discount,
    *,
    by: Clerk,
    own_right_permille: int,
    approver: Clerk | None = None,
) -> Basket | BasketRefusal:
    """Take something off a line by hand. Beyond the clerk's own right a manager must approve, who is somebody else.

    `own_right_permille` of the line's list price is what a clerk may give alone; a manager needs nobody up to the
    whole price.
    """
    line = basket.line(number)
    if line is None:
        return BasketRefusal.UNKNOWN_LINE
    if not discount.reason.strip() or not is_text(discount.reason):
        return BasketRefusal.REASON_NEEDED
    if not _is_in_range(discount, line):
        return BasketRefusal.DISCOUNT_OUT_OF_RANGE
    gross_minor = line.gross_minor
    beyond = is_beyond_own(discount.of(gross_minor), gross_minor=gross_minor, own_permille=own_right_permille)
    approved = approver is not None and may_approve(approver, asked_by=by.badge)
    if beyond and by.role not in APPROVERS and not approved:
        return BasketRefusal.APPROVAL_NEEDED
    approved_by = approver.badge if beyond and approver is not None and approved else ""
    return _with_line(basket, replace(line, discount=replace(discount, by=by.badge, approved_by=approved_by)))


def take_discount_back(basket: Basket, number: int) -> Basket | BasketRefusal:
    line = basket.line(number)
    if line is None:
        return BasketRefusal.UNKNOWN_LINE
    return _with_line(basket, replace(line, discount=None))


def attach_member(basket: Basket, member: BasketMember | None) -> Basket:
    """Attach the member whose card was shown, in the place of whoever was attached; None: nobody."""
    return replace(basket, member=member)


def attach_coupon(basket: Basket, code: str) -> Basket | BasketRefusal:
    """Attach a code. Whether it is worth anything here is said by the pricing, which never uses it to the worse."""
    if not code or not is_text(code):
        return BasketRefusal.UNKNOWN_COUPON
    if code in basket.coupons:
        return BasketRefusal.COUPON_TWICE
    if len(basket.coupons) >= COUPONS_MAX:
        return BasketRefusal.TOO_MANY_COUPONS
    return replace(basket, coupons=(*basket.coupons, code))


def detach_coupon(basket: Basket, code: str) -> Basket | BasketRefusal:
    if code not in basket.coupons:
        return BasketRefusal.UNKNOWN_COUPON
    return replace(basket, coupons=tuple(other for other in basket.coupons if other != code))


def price_changes(basket: Basket, list_prices: Mapping[str, int]) -> tuple[PriceChange, ...]:
    """Which lines were scanned at another price than is valid now. A SKU without a price here is left as it is."""
    return tuple(
        PriceChange(line.line, line.article.sku, line.article.unit_price_minor, list_prices[line.article.sku])
        for line in basket.lines
        if list_prices.get(line.article.sku, line.article.unit_price_minor) != line.article.unit_price_minor
    )


def accept_prices(basket: Basket, changes: tuple[PriceChange, ...]) -> Basket | BasketRefusal:
    """Take the new prices, after the clerk has seen them. An amount that somebody took off by hand, and maybe approved,
    was judged by the old price: where that falls it goes, and is given anew.
    """
    new = {change.line: change.is_minor for change in changes}
    lines = tuple(_at_price(line, new[line.line]) if line.line in new else line for line in basket.lines)
    changed = replace(basket, lines=lines)
    return BasketRefusal.AMOUNT_TOO_LARGE if changed.gross_minor > AMOUNT_MAX_MINOR else changed


def _at_price(line: BasketLine, unit_price_minor: int) -> BasketLine:
    is_judged_anew = (
        bool(line.discount and line.discount.off_minor) and unit_price_minor < line.article.unit_price_minor
    )
    article = replace(line.article, unit_price_minor=unit_price_minor)
    return replace(line, article=article, discount=None if is_judged_anew else line.discount)


def _why_not_article(basket: Basket, article: Article) -> BasketRefusal | None:
    if article.currency != basket.currency:
        return BasketRefusal.OTHER_CURRENCY
    return None if 0 <= article.unit_price_minor <= AMOUNT_MAX_MINOR else BasketRefusal.AMOUNT_TOO_LARGE


def _why_not_place(basket: Basket, place: Place) -> BasketRefusal | None:
    if place.fulfilment is not Fulfilment.PICKUP:
        return None if place.branch is None else BasketRefusal.BRANCH_NOT_WANTED
    if place.branch is None:
        return BasketRefusal.BRANCH_NEEDED
    return BasketRefusal.BRANCH_IS_HERE if place.branch == basket.branch else None


def _is_in_range(discount: Discount, line: BasketLine) -> bool:
    """A discount is a share or an amount, not both, and no more than the line costs."""
    if (discount.permille_off > 0) == (discount.off_minor > 0):
        return False
    return 0 <= discount.permille_off <= 1000 and 0 <= discount.off_minor <= line.gross_minor


def _with_line(basket: Basket, line: BasketLine) -> Basket | BasketRefusal:
    lines = tuple(line if other.line == line.line else other for other in basket.lines)
    return _checked(replace(basket, lines=lines), line.line)


def _checked(basket: Basket, number: int) -> Basket | BasketRefusal:
    line = basket.line(number)
    assert line is not None, "the caller has just put it there"
    if not 1 <= line.quantity <= QUANTITY_MAX:
        return BasketRefusal.QUANTITY_OUT_OF_RANGE
    return BasketRefusal.AMOUNT_TOO_LARGE if basket.gross_minor > AMOUNT_MAX_MINOR else basket
