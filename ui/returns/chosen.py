"""What of a purchase comes back, as the clerk ticks it: how many pieces of each line, why, and in which condition."""

from dataclasses import dataclass, field, replace

from clerk_app.domain.returns.acts import Condition
from clerk_app.domain.returns.planning import Chosen, there_of
from clerk_app.domain.returns.purchases import BoughtLine, Purchase

IN_HAND = tuple(it for it in Condition if it is not Condition.NOT_COLLECTED)


def conditions(line: BoughtLine) -> tuple[Condition, ...]:
    """How pieces of this line can come back, the usual one first."""
    waits = (Condition.NOT_COLLECTED,) if line.waiting else ()
    return (*IN_HAND, *waits) if line.remaining or not waits else waits


def most(line: BoughtLine, condition: Condition | None = None) -> int:
    return max(0, there_of(line, condition or conditions(line)[0]) - line.held)


@dataclass(frozen=True, slots=True)
class Basis:
    """Why and how a line comes back. "" as the reason: nobody has said why yet."""

    reason: str = ""
    condition: Condition = Condition.AS_NEW
    restock: bool = True


@dataclass(frozen=True, slots=True)
class Coming:
    """`lines` by their numbers, in the order of the receipt when they are asked for. `usual`: how the line before came
    back, which is usual for the next; why, is asked for each.
    """

    usual: Basis = Basis()
    lines: dict[int, Chosen] = field(default_factory=dict[int, Chosen])

    @property
    def chosen(self) -> tuple[Chosen, ...]:
        return tuple(self.lines[number] for number in sorted(self.lines))

    @property
    def without_reason(self) -> int | None:
        """The first line of which nobody has said why it comes back; None: it is known of all."""
        return next((it.line for it in self.chosen if not it.reason), None)

    @property
    def pieces(self) -> int:
        return sum(it.quantity for it in self.lines.values())

    def with_pieces(self, purchase: Purchase, number: int, pieces: int) -> "Coming":
        """So many pieces of a line, as far as there are any; none takes the line out."""
        line = purchase.line(number)
        if line is None:
            return self
        basis = self.usual
        condition = basis.condition if basis.condition in conditions(line) else conditions(line)[0]
        known = self.lines.get(number, Chosen(number, pieces, "", condition, basis.restock))
        pieces = max(0, min(pieces, most(line, known.condition)))
        others = {of: it for of, it in self.lines.items() if of != number}
        return replace(self, lines={**others, number: replace(known, quantity=pieces)} if pieces else others)

    def with_basis(self, purchase: Purchase, number: int, basis: Basis) -> "Coming":
        """Why and how a line comes back."""
        line = self.lines.get(number)
        if line is None:
            return self
        changed = replace(line, reason=basis.reason, condition=basis.condition, restock=basis.restock)
        return Coming(basis, {**self.lines, number: changed}).with_pieces(purchase, number, line.quantity)

    def basis_of(self, number: int) -> Basis | None:
        line = self.lines.get(number)
        return Basis(line.reason, line.condition, line.restock) if line else None

    def within(self, purchase: Purchase) -> "Coming":
        """The same once less may have remained: another till has taken pieces back meanwhile."""
        kept = self
        for number, it in self.lines.items():
            kept = kept.with_pieces(purchase, number, it.quantity)
        return kept
