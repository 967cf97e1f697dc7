"""What the page Today shows: one frozen value."""

from dataclasses import dataclass
from datetime import datetime

from ui.widgets.segmented import Choice
from ui.widgets.verb_bar import LastScan
from ui.work.screen import Notice


@dataclass(frozen=True, slots=True)
class Figure:
    """One large figure. `tone` is a state's name where the note is good or bad news."""

    title: str
    figure: str
    note: str = ""
    tone: str = ""


@dataclass(frozen=True, slots=True)
class Hour:
    """One bar: what the hour came to, and what it came to a week before."""

    id: str
    hour: int
    minor: int
    before_minor: int
    said: str  # for who cannot see the bar
    is_now: bool = False


@dataclass(frozen=True, slots=True)
class PartRow:
    """One part of the day. `fraction` is its share of the largest; `ink` the colour of its mark, if it has one."""

    id: str
    name: str
    amount: str
    note: str = ""
    fraction: float = 0.0
    ink: str = ""
    tone: str = ""


@dataclass(frozen=True, slots=True)
class PartCard:
    title: str
    hint: str = ""
    hint_is_old: bool = False
    rows: tuple[PartRow, ...] = ()
    empty: str = ""
    footer: str = ""


@dataclass(frozen=True, slots=True)
class CoinRow:
    """One note or coin: how many there are, and what they come to."""

    of_minor: int
    name: str
    typed: str
    total: str


@dataclass(frozen=True, slots=True)
class CountQuestion:
    """What lies in the drawer: by its notes and coins, or only the sum. What ought to lie in it is not said here."""

    title: str
    text: str
    ways: tuple[Choice, ...]
    way: str
    rows: tuple[CoinRow, ...]  # empty: only the sum is typed
    total: str  # what was typed of the sum
    total_field: str
    takes_point: bool
    sum: str
    sum_name: str
    verb: str = ""
    can_confirm: bool = False
    why_not: str = ""


@dataclass(frozen=True, slots=True)
class CountedLine:
    name: str
    figure: str
    note: str = ""
    tone: str = ""  # a state's name


@dataclass(frozen=True, slots=True)
class CountedQuestion:
    """A count that differs: count once more, or write it down. `again` is empty once it was counted twice."""

    title: str
    text: str
    lines: tuple[CountedLine, ...]
    reason: str
    again: str
    verb: str
    can_act: bool
    why_not: str = ""


@dataclass(frozen=True, slots=True)
class CashQuestion:
    way: str
    amount: str
    reason: str
    can_confirm: bool
    takes_point: bool
    why_not: str = ""


@dataclass(frozen=True, slots=True)
class BehindRow:
    id: str
    title: str
    detail: str
    amount: str


@dataclass(frozen=True, slots=True)
class BehindList:
    title: str
    source: str
    rows: tuple[BehindRow, ...]
    selected: int = 0
    words: str = ""  # where there are no rows, or more than are shown
    can_open: bool = False


@dataclass(frozen=True, slots=True)
class DayScreen:
    """Everything the view needs to draw itself; equal screens look equal."""

    days: tuple[tuple[str, str], ...] = ()  # id and name of the days that can be chosen
    day: str = ""
    currency: str = "CNY"
    source: str = ""
    as_of: datetime | None = None
    is_partial: bool = False
    remarks: tuple[str, ...] = ()  # what is missing from the figures
    figures: tuple[Figure, ...] = ()
    hours: tuple[Hour, ...] = ()
    busiest: str = ""
    has_before: bool = False
    channels: PartCard = PartCard("")
    clerks: PartCard = PartCard("")
    tenders: PartCard = PartCard("")
    waiting: PartCard = PartCard("")
    drawers: PartCard = PartCard("")
    selected: str = ""  # the id of a part
    loading: str = ""
    empty: str = ""
    empty_why: str = ""
    notice: Notice | None = None
    bar: LastScan | None = None  # what the drawer holds, for the bar below
    can_show: bool = False
    can_print: bool = False
    drawer_verb: str = ""  # empty: this person works no drawer
    cash_verb: str = ""
    close_verb: str = ""
    reports_verb: str = ""
    count: CountQuestion | None = None
    counted: CountedQuestion | None = None
    cash: CashQuestion | None = None
    behind: BehindList | None = None
    act_no: int = 0
