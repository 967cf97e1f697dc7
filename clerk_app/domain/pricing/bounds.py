"""What offers on spending could give at most, if the goods were sold dearer than they need be.

A higher step may be reached by leaving another reduction out. That is a sacrifice: whatever the amount in a scope
grows by, the customer pays. These bounds tell the search when no sacrifice can be worth its price.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from clerk_app.domain.pricing.arrangement import Arranged, Neighbourhood
from clerk_app.domain.pricing.case import Case, OnSpending


@dataclass(frozen=True, slots=True)
class Reach:
    """Of one offer: what the goods in its scope can come to without any sacrifice, and at the list price."""

    offer: OnSpending
    free_minor: int
    most_minor: int

    def off(self, sacrifice_minor: int) -> int:
        """The most it can give for a sacrifice."""
        return self.offer.terms.off(min(self.most_minor, self.free_minor + sacrifice_minor))

    def sacrifices(self) -> set[int]:
        """Those at which it begins to give more than in proportion."""
        found = {self.most_minor - self.free_minor}
        for step in self.offer.terms.steps:
            found.add(step.from_minor - self.free_minor)
            if self.offer.terms.repeated:
                size = step.from_minor
                found |= {size - self.free_minor % size, self.most_minor // size * size - self.free_minor}
        return {it for it in found if 0 < it <= self.most_minor - self.free_minor}


@dataclass(frozen=True, slots=True)
class Hope:
    """What offers that are used together can give at most."""

    reaches: tuple[Reach, ...]
    peaks: tuple[tuple[int, int], ...]  # sacrifices, ascending, each with what is gained by it or by a larger one
    rounding_minor: int

    def at(self, sacrifice_minor: int) -> int:
        """For exactly this sacrifice, less it."""
        return sum(reach.off(sacrifice_minor) for reach in self.reaches) - sacrifice_minor

    def from_(self, sacrifice_minor: int) -> int:
        """For this sacrifice or any larger one, less it."""
        here = self.at(sacrifice_minor)
        beyond = next((gain for at, gain in self.peaks if at >= sacrifice_minor), here)
        return max(here, beyond) + self.rounding_minor


def hope(reaches: Sequence[Reach]) -> Hope:
    """Between two peaks the gain is a straight line, so it is largest at one of them, but for rounding: two shares
    may both be rounded up where the sacrifice is a single minor unit.
    """
    sacrifices = sorted(set[int]().union(*(reach.sacrifices() for reach in reaches)))
    peaks: list[tuple[int, int]] = []
    for sacrifice in reversed(sacrifices):
        gain = sum(reach.off(sacrifice) for reach in reaches) - sacrifice
        peaks.append((sacrifice, max(gain, peaks[-1][1]) if peaks else gain))
    shares = [max(step.permille_off for step in it.offer.terms.steps) for it in reaches if it.offer.terms.is_share]
    rounding = len(shares) if len(shares) > 1 else 0
    return Hope(tuple(reaches), tuple(reversed(peaks)), rounding + (sum(shares) > 1000))


def most_beside_others(reach: Reach, *, others: int) -> int:
    """The most one offer can give, less its part of the sacrifice, which all that are used together share."""
    bearers = others + 1
    slack = 1 if others and reach.offer.terms.is_share else 0
    points = {0, *reach.sacrifices()}
    return max(reach.off(sacrifice) - sacrifice // bearers for sacrifice in points) + slack


def reach_of(case: Case, hoods: Sequence[Neighbourhood], arranged: Sequence[Arranged], offer: OnSpending) -> Reach:
    """`arranged` is the cheapest arrangement.

    Where sets of pieces reach over the border of a scope, or an offer counts only what is not reduced, amounts may
    move into the scope for nothing; the list price is then the bound.
    """
    mask = offer.mask
    is_limited = not (offer.candidate.offer.with_member_price and offer.candidate.offer.with_promotions)
    free = most = 0
    for hood, it in zip(hoods, arranged, strict=True):
        if not hood.mask & mask:
            continue
        moves = is_limited or (bool(hood.sets) and bool(hood.mask & ~mask))
        for kind, net in zip(hood.kinds, it.nets, strict=True):
            if mask >> kind & 1:
                gross = case.kinds[kind].gross_minor
                most += gross
                free += gross if moves else net
    return Reach(offer, free, most)
