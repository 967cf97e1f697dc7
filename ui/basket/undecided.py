"""Lines of a basket that should reach the customer in another way, while from where is yet to be chosen."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from clerk_app.domain.basket import BasketLine, Fulfilment


@dataclass(frozen=True, slots=True)
class Undecided:
    basket: str = ""
    ways: Mapping[int, Fulfilment] = field(default_factory=dict[int, Fulfilment])  # by line

    def way_of(self, line: BasketLine) -> Fulfilment:
        return self.ways.get(line.line, line.place.fulfilment)


ALL_DECIDED: Final = Undecided()
