"""How many pieces of a SKU a branch has, and how many of them somebody may still be promised."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Stock:
    """Counted here, promised to somebody, and kept back because counts are never quite right."""

    sku: str
    on_hand: int
    reserved: int
    safety: int
    changed_at: datetime  # by the hub's clock

    @property
    def available(self) -> int:
        return max(0, self.on_hand - self.reserved - self.safety)


@dataclass(frozen=True, slots=True)
class PlacedStock:
    """The stock of one branch or warehouse, as the hub told it when it was asked."""

    branch: int
    stock: Stock
