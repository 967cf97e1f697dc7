"""What the work queue shows: the board, the order that is gone to, and the sheets; one frozen value."""

from dataclasses import dataclass
from datetime import datetime

from ui.outbox.screen import ConflictRow
from ui.sheets.reason import ReasonQuestion
from ui.theme import State
from ui.widgets.check_list import CheckRow
from ui.widgets.choice_grid import GridChoice
from ui.widgets.facts_table import Fact
from ui.widgets.queue_board import QueueColumn


@dataclass(frozen=True, slots=True)
class Notice:
    """What became of the last step, in its word; or what changed under the clerk's hands."""

    state: State
    headline: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class Detail:
    """The order that is gone to: its articles and what one has to know of it."""

    title: str
    order_no: str
    customer: str
    facts: tuple[Fact, ...]
    rows: tuple[CheckRow, ...]
    badge: str
    badge_tone: str
    hint: str
    current_id: str = ""
    trouble: str = ""
    note: str = ""
    can_tick: bool = False


@dataclass(frozen=True, slots=True)
class ReadySheet:
    title: str
    text: str
    warning: str  # not everything is ticked, empty when it is
    shelves: tuple[GridChoice, ...]
    chosen: str
    typed: str
    parcels: int
    parcels_text: str
    verb: str
    can_confirm: bool


@dataclass(frozen=True, slots=True)
class WorkScreen:
    """Everything the view needs to draw itself; equal screens look equal."""

    loaded: bool = False  # the hub's orders have arrived at least once
    columns: tuple[QueueColumn, ...] = ()
    selected: str = ""
    summary: str = ""
    hidden: str = ""  # what is not shown, and why
    updated_at: datetime | None = None
    notice: Notice | None = None
    conflicts: tuple[ConflictRow, ...] = ()
    more_conflicts: str = ""
    detail: Detail | None = None
    verb: str = ""
    verb_icon: str = "bag"
    can_act: bool = False
    act_no: int = 0  # a new one disarms the verb for a moment
    why_not: str = ""
    can_reject: bool = False
    can_tick_all: bool = False
    ready: ReadySheet | None = None
    reject: ReasonQuestion | None = None
    new_count: int = 0  # for the rail

    @property
    def can_be_ticked(self) -> bool:
        return self.detail is not None and self.detail.can_tick

    @property
    def is_empty(self) -> bool:
        return self.loaded and not any(column.cards for column in self.columns) and not self.conflicts
