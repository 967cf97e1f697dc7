"""What a basket costs, and why: for each line and for the whole, in figures that add up. Sentences are the screen's."""

from dataclasses import dataclass
from typing import NamedTuple

from clerk_app.domain.pricing.case import NotUsed
from clerk_app.domain.reductions import Reduction, Why


class PricedLine(NamedTuple):
    """The list price, less the reductions in the order in which they were taken off, is the total."""

    line: int
    sku: str
    quantity: int
    unit_price_minor: int
    reductions: tuple[Reduction, ...]

    @property
    def gross_minor(self) -> int:
        return self.quantity * self.unit_price_minor

    @property
    def discount_minor(self) -> int:
        return sum(it.amount_minor for it in self.reductions)

    @property
    def total_minor(self) -> int:
        return self.gross_minor - self.discount_minor


@dataclass(frozen=True, slots=True)
class UnusedOffer:
    """An offer or coupon that does nothing here, and what would be needed, or what is better.

    BEATEN and NOT_TOGETHER: on goods at their list price it would save `alone_saves_minor`; what is used in its place
    is told by `PricedBasket.in_place_of`.
    """

    offer: str
    code: str
    why: NotUsed
    lines: tuple[int, ...] = ()  # that it is meant for
    missing_minor: int = 0  # BELOW_MINIMUM
    missing_pieces: int = 0  # TOO_FEW_PIECES
    alone_saves_minor: int = 0


@dataclass(frozen=True, slots=True)
class PricedBasket:
    basket: str
    currency: str
    lines: tuple[PricedLine, ...]
    unused: tuple[UnusedOffer, ...] = ()
    exhaustive: bool = True  # False: so many offers compete that not every combination was tried

    @property
    def gross_minor(self) -> int:
        return sum(line.gross_minor for line in self.lines)

    @property
    def discount_minor(self) -> int:
        return sum(line.discount_minor for line in self.lines)

    @property
    def total_minor(self) -> int:
        return sum(line.total_minor for line in self.lines)

    @property
    def reductions(self) -> tuple[Reduction, ...]:
        """What was taken off the whole basket, by whom."""
        return summed([it for line in self.lines for it in line.reductions])

    @property
    def coupons_used(self) -> tuple[str, ...]:
        return tuple(it.code for it in self.reductions if it.code)

    def in_place_of(self, unused: UnusedOffer) -> tuple[Reduction, ...]:
        """What reduces the lines that an unused offer is meant for, summed up over them."""
        return summed([it for line in self.lines if line.line in unused.lines for it in line.reductions])

    def line(self, number: int) -> PricedLine | None:
        return next((line for line in self.lines if line.line == number), None)


def summed(reductions: list[Reduction]) -> tuple[Reduction, ...]:
    """One for each cause, in the order in which they first come."""
    amounts: dict[tuple[Why, str, str], int] = {}
    for why, amount_minor, offer, code in reductions:
        key = (why, offer, code)
        amounts[key] = amounts.get(key, 0) + amount_minor
    return tuple(Reduction(why, amount, offer, code) for (why, offer, code), amount in amounts.items())
