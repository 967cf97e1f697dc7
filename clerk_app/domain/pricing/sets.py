"""How many sets of one offer pay off, and of which pieces: exact, whatever else the pieces could be sold for.

The work depends on how many kinds of pieces there are, hardly on how many pieces.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from clerk_app.domain.money import share
from clerk_app.domain.pricing.offers import (
    AmountOff,
    ArticleTerms,
    Bundle,
    CheapestOff,
    FromPieces,
    PercentOff,
    PieceStep,
    SetPrice,
)

NEVER: Final = -(2**80)


@dataclass(slots=True)
class Pile:
    """Pieces that are alike, as one offer sees them. Amounts are of one piece."""

    kind: int
    sku: str
    count: int
    list_minor: int
    base_minor: int  # what the offer counts from
    other_minor: int  # what a piece costs when it does not take part: never more than the base


@dataclass(frozen=True, slots=True)
class Sets:
    """So many pieces of each pile take part, and cost so much less than their bases together."""

    taken: tuple[int, ...]
    saved_minor: int


NO_SETS: Final = Sets((), 0)


@dataclass(frozen=True, slots=True)
class _Part:
    """The piles that can fill one part of a set, dearest first, and how many pieces of them it takes."""

    places: tuple[int, ...]
    pieces: int


def piece_price(terms: ArticleTerms, base_minor: int) -> int:
    """What a piece costs under an offer that looks at each piece on its own."""
    match terms:
        case PercentOff():
            return base_minor - share(base_minor, terms.permille_off, 1000)
        case AmountOff():
            return max(0, base_minor - terms.off_minor)
        case _:
            raise AssertionError("only these two look at a piece on its own")


def best_sets(terms: ArticleTerms, piles: Sequence[Pile]) -> Sets:
    """The sets that save the most beside what the pieces cost otherwise; NO_SETS where none saves anything."""
    match terms:
        case CheapestOff():
            return _cheapest_off(terms, piles)
        case FromPieces():
            return max(
                (_from_pieces(step, piles) for step in terms.steps),
                key=lambda sets: _gain(sets, piles),
                default=NO_SETS,
            )
        case SetPrice():
            return _at_a_price(piles, [_part(piles, terms.pieces, None)], terms.price_minor, terms.sets_max)
        case Bundle():
            parts = [_part(piles, part.pieces, part.skus) for part in terms.parts]
            return _at_a_price(piles, parts, terms.price_minor, terms.sets_max)
        case PercentOff() | AmountOff():
            return _dearest(terms, piles)


def _gain(sets: Sets, piles: Sequence[Pile]) -> int:
    """What the sets save beside what their pieces would cost otherwise."""
    given_up = sum(count * (pile.base_minor - pile.other_minor) for pile, count in zip(piles, sets.taken, strict=False))
    return sets.saved_minor - given_up


def _dearest(terms: PercentOff | AmountOff, piles: Sequence[Pile]) -> Sets:
    """The pieces on which a limited offer saves the most."""
    prices = [piece_price(terms, pile.base_minor) for pile in piles]
    gains = [pile.other_minor - price for pile, price in zip(piles, prices, strict=True)]
    left = terms.pieces_max
    taken = [0] * len(piles)
    for place in sorted(range(len(piles)), key=lambda place: -gains[place]):
        if gains[place] > 0 and left:
            taken[place] = min(left, piles[place].count)
            left -= taken[place]
    saved = sum(n * (pile.base_minor - price) for n, pile, price in zip(taken, piles, prices, strict=True))
    return Sets(tuple(taken), saved) if saved else NO_SETS


def _from_pieces(step: PieceStep, piles: Sequence[Pile]) -> Sets:
    """All pieces that gain, and where they are too few, those with them that lose the least."""
    offs = [share(pile.base_minor, step.permille_off, 1000) for pile in piles]
    gains = [off - (pile.base_minor - pile.other_minor) for pile, off in zip(piles, offs, strict=True)]
    taken = [pile.count if gain > 0 else 0 for pile, gain in zip(piles, gains, strict=True)]
    needed = step.pieces - sum(taken)
    if needed > 0:
        for place in sorted(range(len(piles)), key=lambda place: -gains[place]):
            if not taken[place]:
                taken[place] = max(0, min(needed, piles[place].count))
                needed -= taken[place]
    gain = sum(n * gain for n, gain in zip(taken, gains, strict=True))
    if needed > 0 or gain <= 0:
        return NO_SETS
    return Sets(tuple(taken), sum(n * off for n, off in zip(taken, offs, strict=True)))


def _at_a_price(piles: Sequence[Pile], parts: Sequence[_Part], price_minor: int, sets_max: int) -> Sets:
    """Sets of the pieces that are dearest otherwise, as long as a set is cheaper.

    Each set is made of pieces no dearer than the one before, so the number that pays off is found by halving.
    """
    possible = min(sum(piles[place].count for place in part.places) // part.pieces for part in parts)
    low, high = 0, min(possible, sets_max or possible)
    while low < high:
        sets = (low + high + 1) // 2
        last = sum(_dearest_sum(piles, part, sets) - _dearest_sum(piles, part, sets - 1) for part in parts)
        low, high = (sets, high) if last > price_minor else (low, sets - 1)
    if not low:
        return NO_SETS
    taken = [0] * len(piles)
    for part in parts:
        left = low * part.pieces
        for place in part.places:
            taken[place] = min(left, piles[place].count)
            left -= taken[place]
    bases = sum(n * pile.base_minor for n, pile in zip(taken, piles, strict=True))
    return Sets(tuple(taken), bases - low * price_minor)


def _part(piles: Sequence[Pile], pieces: int, skus: frozenset[str] | None) -> _Part:
    places = [place for place, pile in enumerate(piles) if skus is None or pile.sku in skus]
    return _Part(tuple(sorted(places, key=lambda place: -piles[place].other_minor)), pieces)


def _dearest_sum(piles: Sequence[Pile], part: _Part, sets: int) -> int:
    left, total = sets * part.pieces, 0
    for place in part.places:
        n = min(left, piles[place].count)
        total += n * piles[place].other_minor
        left -= n
        if not left:
            break
    return total


def _cheapest_off(terms: CheapestOff, piles: Sequence[Pile]) -> Sets:
    """Walk down from the dearest pile; the state is how many pieces the open set has.

    A pile fills whole sets of its own at the same gain each, so of all the numbers of its pieces that lead from one
    state to another only the smallest and the largest can be best.
    """
    size = terms.pieces
    order = sorted(range(len(piles)), key=lambda place: (-piles[place].list_minor, piles[place].kind))
    best = [0] + [NEVER] * (size - 1)
    steps: list[list[tuple[int, int]]] = []  # for each pile and state after it: the state before, and pieces taken
    for place in order:
        best, came = _after_pile(terms, piles[place], best)
        steps.append(came)
    if best[0] <= 0:
        return NO_SETS
    taken = [0] * len(piles)
    state = 0
    for place, came in zip(reversed(order), reversed(steps), strict=True):
        state, taken[place] = came[state]
    return Sets(tuple(taken), _saved(terms, piles, order, taken))


def _after_pile(terms: CheapestOff, pile: Pile, best: Sequence[int]) -> tuple[list[int], list[tuple[int, int]]]:
    size, count = terms.pieces, pile.count
    full = pile.other_minor - pile.base_minor
    reduced = full + share(pile.base_minor, terms.permille_off, 1000)
    gains = [full] * (size - terms.reduced) + [reduced] * terms.reduced
    whole = sum(gains)
    after = [NEVER] * size
    came = [(0, 0)] * size
    for state in range(size):
        if best[state] == NEVER:
            continue
        gain = best[state]
        for few in range(min(size, count + 1)):  # the smallest number that leads to this end
            end = (state + few) % size
            times = (count - few) // size if whole > 0 and count >= size else 0
            won = gain + times * whole
            if won > after[end]:
                after[end] = won
                came[end] = (state, few + times * size)
            gain += gains[end]
    return after, came


def _saved(terms: CheapestOff, piles: Sequence[Pile], order: Sequence[int], taken: Sequence[int]) -> int:
    size, full = terms.pieces, terms.pieces - terms.reduced
    at = saved = 0
    for place in order:
        n = taken[place]
        before = at // size * terms.reduced + max(0, at % size - full)
        at += n
        after = at // size * terms.reduced + max(0, at % size - full)
        saved += (after - before) * share(piles[place].base_minor, terms.permille_off, 1000)
    return saved
