"""What head office offers: on which articles, for whom, when, and what else it goes with.

An offer is on articles (each piece takes part in at most one of those) or on spending (on the amount that a part
of the basket comes to). A coupon is an offer that counts only when its code is shown.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from clerk_app.domain.basket import Fulfilment
from clerk_app.domain.money import share

SET_PIECES_MAX: Final = 12
"""The largest set of an offer such as "3 for 2": the work grows with its square."""
STEPS_MAX: Final = 12
PARTS_MAX: Final = 12


@dataclass(frozen=True, slots=True)
class PercentOff:
    """打折: every piece for less. 八折 takes off 200 permille."""

    permille_off: int
    pieces_max: int = 0  # of one basket; 0: all


@dataclass(frozen=True, slots=True)
class AmountOff:
    """直降: an amount off every piece, at most its price."""

    off_minor: int
    pieces_max: int = 0  # of one basket; 0: all


@dataclass(frozen=True, slots=True)
class CheapestOff:
    """买二赠一, 第二件半价: of every so many pieces, in the order of their list price, the cheapest are reduced."""

    pieces: int  # of one set
    reduced: int  # of these
    permille_off: int  # 1000: free


@dataclass(frozen=True, slots=True)
class PieceStep:
    pieces: int
    permille_off: int


@dataclass(frozen=True, slots=True)
class FromPieces:
    """三件八折: from so many pieces on, all of them for less. The best step that is reached counts."""

    steps: tuple[PieceStep, ...]


@dataclass(frozen=True, slots=True)
class SetPrice:
    """99 元任选三件: any so many pieces for one price."""

    pieces: int
    price_minor: int
    sets_max: int = 0  # of one basket; 0: all


@dataclass(frozen=True, slots=True)
class BundlePart:
    skus: frozenset[str]  # any of them
    pieces: int = 1


@dataclass(frozen=True, slots=True)
class Bundle:
    """组合价: certain articles together for one price. No SKU stands in two parts."""

    parts: tuple[BundlePart, ...]
    price_minor: int
    sets_max: int = 0  # of one basket; 0: all


@dataclass(frozen=True, slots=True)
class SpendStep:
    from_minor: int
    off_minor: int = 0
    permille_off: int = 0


@dataclass(frozen=True, slots=True)
class SpendOff:
    """满减, 满折, 券: something off an amount that is large enough. The best step that is reached counts.

    `repeated` (每满 100 减 10) takes the amount of its single step off as often as it is reached.
    """

    steps: tuple[SpendStep, ...]
    repeated: bool = False
    off_max_minor: int = 0  # 0: no limit

    @property
    def permille_most(self) -> int:
        return max(step.permille_off for step in self.steps)

    def off(self, spent_minor: int, left_minor: int | None = None) -> int:
        """What is taken off where `spent_minor` qualify, of which `left_minor` are still to be paid.

        It grows with what is spent, and is never more than what is left.
        """
        left_minor = spent_minor if left_minor is None else left_minor
        best = 0
        for step in self.steps:
            if spent_minor >= step.from_minor:
                times = spent_minor // step.from_minor if self.repeated else 1
                off = share(left_minor, step.permille_off, 1000) if step.permille_off else step.off_minor * times
                best = max(best, off)
        return min(best, left_minor, self.off_max_minor or best)


ArticleTerms = PercentOff | AmountOff | CheapestOff | FromPieces | SetPrice | Bundle
Terms = ArticleTerms | SpendOff


@dataclass(frozen=True, slots=True)
class Scope:
    """Which lines of a basket are meant: those that meet every condition. An empty set is no condition."""

    skus: frozenset[str] = frozenset()
    categories: frozenset[str] = frozenset()
    brands: frozenset[str] = frozenset()
    fulfilments: frozenset[Fulfilment] = frozenset()
    except_skus: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Validity:
    """From the first moment until before the second; None: no end on that side."""

    since: datetime | None = None
    until: datetime | None = None

    def holds(self, at: datetime) -> bool:
        return (self.since is None or self.since <= at) and (self.until is None or at < self.until)


ALWAYS: Final = Validity()
EVERYTHING: Final = Scope()


@dataclass(frozen=True, slots=True)
class Offer:
    """One rule of head office.

    `with_member_price`: on articles, whether it counts from the member's price or from the list price; on spending,
    whether what is sold at the member's price counts. `with_promotions` (on spending): whether what another offer
    has reduced counts. `with_coupons` (of a coupon): whether other coupons may be used beside it.
    """

    offer: str  # its id
    terms: Terms
    scope: Scope = EVERYTHING
    validity: Validity = ALWAYS
    name_zh: str = ""
    name_en: str = ""
    tiers: frozenset[str] = frozenset()  # only for members of these; empty: for everybody
    channels: frozenset[str] = frozenset()  # empty: in all
    rank: int = 0  # of two that want the same pieces for their sets, the lower one takes them first
    group: str = ""  # of one group at most one coupon or spending offer is used; empty: a group of its own
    with_member_price: bool = True
    with_promotions: bool = True
    with_coupons: bool = True


@dataclass(frozen=True, slots=True)
class Coupon:
    """One code of an offer: for one use, and where a member is named, by that member only."""

    code: str
    offer: Offer
    member: str = ""
    validity: Validity = ALWAYS  # beside that of the offer


def is_well_formed(terms: Terms) -> bool:
    """Whether the figures make sense: what arrives from outside is asked this once, at the edge."""
    match terms:
        case PercentOff():
            return 0 < terms.permille_off <= 1000 and terms.pieces_max >= 0
        case AmountOff():
            return terms.off_minor > 0 and terms.pieces_max >= 0
        case CheapestOff():
            is_set = 1 <= terms.reduced < terms.pieces <= SET_PIECES_MAX
            return is_set and 0 < terms.permille_off <= 1000
        case FromPieces():
            steps = terms.steps
            return 1 <= len(steps) <= STEPS_MAX and all(s.pieces >= 1 and 0 < s.permille_off <= 1000 for s in steps)
        case SetPrice():
            return 2 <= terms.pieces <= SET_PIECES_MAX and terms.price_minor >= 0 and terms.sets_max >= 0
        case Bundle():
            return _is_bundle(terms)
        case SpendOff():
            return _is_spending(terms)


def _is_bundle(terms: Bundle) -> bool:
    parts = terms.parts
    apart = len(frozenset[str]().union(*(part.skus for part in parts))) == sum(len(part.skus) for part in parts)
    full = all(part.skus and 1 <= part.pieces <= SET_PIECES_MAX for part in parts)
    return 1 <= len(parts) <= PARTS_MAX and apart and full and terms.price_minor >= 0 and terms.sets_max >= 0


def _is_spending(terms: SpendOff) -> bool:
    if not 1 <= len(terms.steps) <= STEPS_MAX or terms.off_max_minor < 0:
        return False
    if any(step.from_minor < 0 or (step.off_minor > 0) == (step.permille_off > 0) for step in terms.steps):
        return False
    if any(step.off_minor < 0 or not 0 <= step.permille_off <= 1000 for step in terms.steps):
        return False
    first = terms.steps[0]
    return not terms.repeated or (len(terms.steps) == 1 and first.from_minor > 0 and first.off_minor > 0)
