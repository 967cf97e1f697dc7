"""What the page of members shows: one frozen value."""

from dataclasses import dataclass
from datetime import datetime

from clerk_app.domain.orders import OrderNo
from ui.sheets.reason import ReasonQuestion
from ui.theme import State
from ui.widgets.facts_table import Fact


@dataclass(frozen=True, slots=True)
class HitRow:
    """One of those who may be meant."""

    member: str
    name: str
    detail: str
    figure: str


@dataclass(frozen=True, slots=True)
class Note:
    """What stands where a list would: nobody yet, nobody found, being asked, saved."""

    icon: str
    title: str
    text: str = ""
    state: State | None = None


@dataclass(frozen=True, slots=True)
class SuggestionRow:
    """`price`, `place` and `figure` are this till's own, now; `why` is head office's reason."""

    sku: str
    name: str
    why: str
    price: str = ""
    figure: str = ""
    state: State | None = None
    key: str = ""
    can_open: bool = True


@dataclass(frozen=True, slots=True)
class CouponRow:
    code: str
    title: str
    detail: str
    badge: str
    tone: str = ""


@dataclass(frozen=True, slots=True)
class PurchaseRow:
    title: str
    detail: str
    amount: str


@dataclass(frozen=True, slots=True)
class MemberPart:
    """The member who is open. `shown_left` is how much of the half minute is left; 0: nothing is shown in full."""

    member: str
    name: str
    tier: str
    phone: str
    points: str
    points_note: str
    as_of: datetime
    is_fresh: bool
    spent: str = ""
    shown_left: float = 0.0
    shown_words: str = ""
    can_show: bool = True
    facts: tuple[Fact, ...] = ()
    suggestions: tuple[SuggestionRow, ...] = ()
    coupons: tuple[CouponRow, ...] = ()
    coupons_badge: str = ""
    purchases: tuple[PurchaseRow, ...] = ()
    purchases_hint: str = ""
    orders: tuple[OrderNo, ...] = ()  # that wait here
    has_basket: bool = False


@dataclass(frozen=True, slots=True)
class MembersScreen:
    """Either a member is open, or one is sought: then hits, or a note in their place."""

    query: str = ""
    hits: tuple[HitRow, ...] = ()
    hits_title: str = ""
    hits_hint: str = ""
    selected: str = ""
    note: Note | None = None
    can_ask: bool = False
    member: MemberPart | None = None
    question: ReasonQuestion | None = None
