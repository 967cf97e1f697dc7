"""What offers on spending could give at most, if the goods were sold dearer than they need be.

A higher step may be reached by leaving another reduction out. That is a sacrifice: whatever the amount in a scope
grows by, the customer pays. These bounds tell the search when no sacrifice can be worth its price.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from clerk_app.domain.pricing.arrangement import Neighbourhood
from clerk_app.domain.pricing.case import Case, OnSpending, members_of


@dataclass(frozen=True, slots=True)
class Reach:
    """Of one offer: what the goods in its scope can come to without any sacrifice, and at the list price."""

    offer: OnSpending
    free_minor: int
    most_minor: int
    free_off: int  # what it gives at these two
    most_off: int

    def off(self, sacrifice_minor: int) -> int:
        """The most it can give for a sacrifice."""
        return self.offer.terms.off(min(self.most_minor, self.free_minor + sacrifice_minor))

    def sacrifices(self) -> list[int]:
        """Those at which it begins to give more than in proportion, and the largest."""
        largest = self.most_minor - self.free_minor
        if self.most_off == self.free_off:
            return []
        found = [largest, *(step.from_minor - self.free_minor for step in self.offer.terms.steps)]
        if self.offer.terms.repeated:
            size = self.offer.terms.steps[0].from_minor
            found += [size - self.free_minor % size, self.most_minor // size * size - self.free_minor]
        return [it for it in found if 0 < it <= largest]


@dataclass(frozen=True, slots=True)
class Hope:
    """What offers that are used together can give at most."""

    reaches: tuple[Reach, ...]
    peaks: tuple[tuple[int, int], ...]  # sacrifices, ascending, each with what is gained by it or by a larger one
    rounding_minor: int

    def at(self, sacrifice_minor: int) -> int:
        """For exactly this sacrifice, less it."""
        return _gain(self.reaches, sacrifice_minor)

    def from_(self, sacrifice_minor: int) -> int:
        """For this sacrifice or any larger one, less it."""
        here = self.at(sacrifice_minor)
        beyond = next((gain for at, gain in self.peaks if at >= sacrifice_minor), here)
        return max(here, beyond) + self.rounding_minor


def hope(reaches: Sequence[Reach]) -> Hope:
    """Between two peaks the gain is a straight line, so it is largest at one of them, but for rounding."""
    peaks: list[tuple[int, int]] = []
    for sacrifice in sorted({it for reach in reaches for it in reach.sacrifices()}, reverse=True):
        gain = _gain(reaches, sacrifice)
        peaks.append((sacrifice, max(gain, peaks[-1][1]) if peaks else gain))
    return Hope(tuple(reaches), tuple(reversed(peaks)), _rounding(reaches))


def most_hoped(reaches: Sequence[Reach]) -> int:
    """The same as `hope(reaches).from_(0)`, but a sacrifice that nothing could repay is not looked at."""
    best = free = sum(reach.free_off for reach in reaches)
    gain_max = sum(reach.most_off for reach in reaches) - free
    if gain_max:
        for sacrifice in {it for reach in reaches for it in reach.sacrifices() if it < gain_max}:
            best = max(best, _gain(reaches, sacrifice))
    return best + _rounding(reaches)


def _gain(reaches: Sequence[Reach], sacrifice_minor: int) -> int:
    return sum(reach.off(sacrifice_minor) for reach in reaches) - sacrifice_minor


def _rounding(reaches: Sequence[Reach]) -> int:
    """Two shares may both be rounded up where the sacrifice is a single minor unit."""
    shares = [reach.offer.terms.permille_most for reach in reaches if reach.offer.terms.permille_most]
    return (len(shares) if len(shares) > 1 else 0) + (sum(shares) > 1000)


@dataclass(frozen=True, slots=True)
class Reachable:
    """Of one offer: the kinds whose amounts are what the arrangement says, and what the others come to at most."""

    offer: OnSpending
    firm: tuple[int, ...]
    moving_minor: int
    most_minor: int
    most_off: int

    def beside(self, nets: Sequence[int]) -> Reach:
        """`nets` of the cheapest arrangement, of all kinds."""
        free, off = self.moving_minor + sum([nets[kind] for kind in self.firm]), self.offer.terms.off
        return Reach(self.offer, free, self.most_minor, off(free), self.most_off)


def reachable(case: Case, hoods: Sequence[Neighbourhood], offer: OnSpending) -> Reachable:
    """Where sets of pieces reach over the border of a scope, amounts may move into it for nothing: other pieces make
    the sets. The list price is then the bound.
    """
    mask = offer.mask
    moving = 0
    for hood in hoods:
        if hood.sets and hood.mask & ~mask:
            moving |= hood.mask & mask
    moving_minor = sum([case.gross[kind] for kind in members_of(moving)])
    firm = members_of(mask & ~moving) if moving else offer.kinds
    firm_minor = sum([case.gross[kind] for kind in firm])
    most_minor = moving_minor + firm_minor
    return Reachable(offer, firm, moving_minor, most_minor, offer.terms.off(most_minor))
