"""What comes back for returned pieces: exactly their share of what was paid, so that all partial returns together
are what was paid, in whatever portions they come.
"""

from dataclasses import dataclass

from clerk_app.domain.money import allocated, share
from clerk_app.domain.pricing.priced import PricedBasket, PricedLine
from clerk_app.domain.reductions import Reduction


@dataclass(frozen=True, slots=True)
class SoldLine:
    """A line as it was sold and paid: what other tenders than points paid is its total less `points_minor`."""

    priced: PricedLine
    points_minor: int = 0  # what points paid of it
    points_spent: int = 0
    points_earned: int = 0


@dataclass(frozen=True, slots=True)
class Refund:
    """What is given back for some pieces of a line, and what is taken back for it."""

    line: int
    quantity: int
    gross_minor: int
    reductions: tuple[Reduction, ...]  # the share of each that these pieces had
    refund_minor: int  # in all tenders together
    points_minor: int  # of that, in points
    points_back: int  # points given back to the member
    points_taken: int  # points taken back, that had been earned

    @property
    def money_minor(self) -> int:
        return self.refund_minor - self.points_minor


def sold_lines(
    priced: PricedBasket, *, points_minor: int = 0, points_spent: int = 0, points_earned: int = 0
) -> tuple[SoldLine, ...]:
    """Spread points over the lines of a paid basket: what points paid, and what was earned, by what each costs."""
    totals = [line.total_minor for line in priced.lines]
    paid = allocated(points_minor, totals)
    spent = allocated(points_spent, paid)
    money = [total - own for total, own in zip(totals, paid, strict=True)]
    earned = allocated(points_earned, money)
    return tuple(SoldLine(line, *figures) for line, *figures in zip(priced.lines, paid, spent, earned, strict=True))


def refund(sold: SoldLine, quantity: int, *, returned_before: int = 0) -> Refund:
    """What comes back for `quantity` pieces of which `returned_before` have come back already.

    Each figure is the share of all pieces returned so far less what came back before. That the pieces are there to
    be returned is the caller's to see (it asks the hub).
    """
    line = sold.priced
    assert 0 <= returned_before < returned_before + quantity <= line.quantity, "no more comes back than was sold"
    before = _returned(sold, returned_before)
    after = _returned(sold, returned_before + quantity)
    now = [last - first for last, first in zip(after, before, strict=True)]
    refund_minor, points_minor, points_back, points_taken, *off = now
    return Refund(
        line=line.line,
        quantity=quantity,
        gross_minor=quantity * line.unit_price_minor,
        reductions=tuple(
            Reduction(it.why, amount, it.offer, it.code)
            for it, amount in zip(line.reductions, off, strict=True)
            if amount
        ),
        refund_minor=refund_minor,
        points_minor=points_minor,
        points_back=points_back,
        points_taken=points_taken,
    )


def _returned(sold: SoldLine, pieces: int) -> list[int]:
    """The figures of the first so many pieces. None of them falls as pieces grow, since each is rounded as a share
    of one that does not fall and is no smaller.
    """
    line = sold.priced
    net = share(line.total_minor, pieces, line.quantity)
    points_minor = _share_of(sold.points_minor, net, line.total_minor)
    figures = [
        net,
        points_minor,
        _share_of(sold.points_spent, points_minor, sold.points_minor),
        _share_of(sold.points_earned, net - points_minor, line.total_minor - sold.points_minor),
    ]
    left, left_of_all = pieces * line.unit_price_minor - net, line.discount_minor
    for it in line.reductions:
        part = _share_of(it.amount_minor, left, left_of_all)
        figures.append(part)
        left -= part
        left_of_all -= it.amount_minor
    return figures


def _share_of(amount: int, part: int, whole: int) -> int:
    return share(amount, part, whole) if whole else 0
