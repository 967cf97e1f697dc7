"""What the basket's page shows: its lines, what they cost and why, and what became of it; one frozen value."""

from dataclasses import dataclass

from clerk_app.domain.receipts import Row
from ui.widgets.facts_table import Fact
from ui.widgets.verdict_band import Verdict
from ui.work.screen import Notice


@dataclass(frozen=True, slots=True)
class GroupRow:
    """The head of the lines that reach the customer in one way."""

    icon: str
    title: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class LineRow:
    """A line of the basket. `under` is what is said below its price; `credited` is a clerk's name."""

    id: str
    name: str
    detail: str
    quantity: int
    price: str
    under: str = ""
    is_cheaper: bool = False
    credited: str = ""
    can_change: bool = True
    trouble: str = ""


BasketRow = GroupRow | LineRow


@dataclass(frozen=True, slots=True)
class MemberChip:
    """Whose basket it is: a name that is masked, or the tail of the card where no more is known here."""

    name: str
    tier: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class PriceStrip:
    """A list price has changed since a line was scanned."""

    headline: str
    detail: str
    take: str  # the button that takes the new price
    drop: str  # the button that takes the line out


@dataclass(frozen=True, slots=True)
class CouponRow:
    id: str  # its code
    name: str
    words: str
    is_used: bool
    off: str = ""


@dataclass(frozen=True, slots=True)
class LinePanel:
    """What there is to say of the line that is gone to."""

    id: str
    name: str
    detail: str
    unit: str  # what one piece costs
    why: tuple[str, ...] = ()  # what made it cheaper
    not_used: tuple[str, ...] = ()  # what did not, and why
    discount: str = ""
    credited: str = ""


@dataclass(frozen=True, slots=True)
class Totals:
    goods: str = ""
    later: str = ""  # what is paid when it reaches the customer, and to whom
    pay_now: str = ""
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Done:
    """The basket is sold: the band, and the receipt as it is printed."""

    band: Verdict
    change: str
    change_word: str
    note: str
    receipt_no: str
    paper: tuple[Row, ...] = ()
    is_copy: bool = False
    facts: tuple[Fact, ...] = ()  # of what was ordered: from where, when, and what is paid then


@dataclass(frozen=True, slots=True)
class BasketScreen:
    """Everything the view needs to draw itself; equal screens look equal."""

    rows: tuple[BasketRow, ...] = ()
    selected: str = ""
    count: str = ""
    name: str = ""  # under which it was held before
    member: MemberChip | None = None
    notice: Notice | None = None
    strip: PriceStrip | None = None
    line: LinePanel | None = None
    coupons: tuple[CouponRow, ...] = ()
    totals: Totals = Totals()
    verb: str = ""
    can_pay: bool = False
    why_not: str = ""
    can_hold: bool = False
    can_discount: bool = False
    can_credit: bool = False
    can_undo: bool = False
    recall: str = ""
    can_recall: bool = False
    empty_title: str = ""
    empty_text: str = ""
    done: Done | None = None
    act_no: int = 0  # a new one disarms the verb for a moment

    @property
    def is_empty(self) -> bool:
        return not self.rows

    @property
    def lines(self) -> tuple[LineRow, ...]:
        return tuple(row for row in self.rows if isinstance(row, LineRow))
