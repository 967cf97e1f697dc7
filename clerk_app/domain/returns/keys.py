"""By what a purchase is called, wherever it was sold."""

from dataclasses import dataclass
from enum import StrEnum

from clerk_app.domain.orders import BranchNo


class Origin(StrEnum):
    """What a purchase is called by: its sale's basket, or the number of an order that another channel was paid for."""

    SALE = "sale"
    ORDER = "order"


@dataclass(frozen=True, slots=True)
class PurchaseKey:
    """A purchase is kept by the branch that sold it, or for an order by the branch that handed it over."""

    branch: BranchNo
    origin: Origin
    number: str  # the basket's id, or the order's number

    def __str__(self) -> str:
        return f"{self.origin.value}:{self.number}"
