"""What of a purchase comes back, as the clerk ticks it: how many pieces of each line, why, and in which condition."""

from dataclasses import dataclass, field, replace

from clerk_app.domain.returns.acts import Condition
from clerk_app.domain.returns.planning import Chosen
from clerk_app.domain.returns.purchases import Purchase


@dataclass(frozen=True, slots=True)
class Basis:
    """What was said of the line before, and is usual for the next."""

    reason: str
    condition: Condition = Condition.AS_NEW
    restock: bool = True


@dataclass(frozen=True, slots=True)
class Coming:
    """`lines` by their numbers, in the order of the receipt when they are asked for."""

    usual: Basis
    lines: dict[int, Chosen] = field(default_factory=dict[int, Chosen])

    @property
    def chosen(self) -> tuple[Chosen, ...]:
        return tuple(self.lines[number] for number in sorted(self.lines))

    @property
    def pieces(self) -> int:
        return sum(it.quantity for it in self.lines.values())

    def with_pieces(self, purchase: Purchase, number: int, pieces: int) -> "Coming":
        """So many pieces of a line, as far as there are any; none takes the line out."""
        line = purchase.line(number)
        if line is None:
            return self
        pieces = max(0, min(pieces, line.remaining))
        others = {known: it for known, it in self.lines.items() if known != number}
        if not pieces:
            return replace(self, lines=others)
        basis = self.usual
        usual = Chosen(number, pieces, basis.reason, basis.condition, basis.restock)
        return replace(self, lines={**others, number: replace(self.lines.get(number, usual), quantity=pieces)})

    def with_basis(self, number: int, basis: Basis) -> "Coming":
        """Why and how a line comes back; the next line that is ticked comes back for the same reason."""
        line = self.lines.get(number)
        if line is None:
            return self
        changed = replace(line, reason=basis.reason, condition=basis.condition, restock=basis.restock)
        return Coming(basis, {**self.lines, number: changed})

    def basis_of(self, number: int) -> Basis | None:
        line = self.lines.get(number)
        return Basis(line.reason, line.condition, line.restock) if line else None

    def within(self, purchase: Purchase) -> "Coming":
        """The same once less may have remained: another till has taken pieces back meanwhile."""
        kept = self
        for number, it in self.lines.items():
            kept = kept.with_pieces(purchase, number, it.quantity)
        return kept
