"""What the page of returns shows, as plain data."""

from dataclasses import dataclass
from enum import StrEnum

from clerk_app.domain.receipts import Row
from ui.theme import State
from ui.widgets.check_row import CheckRow
from ui.widgets.choice_grid import GridChoice
from ui.widgets.facts_table import Fact
from ui.widgets.rows import Action
from ui.widgets.segmented import Choice
from ui.widgets.verdict_band import Verdict
from ui.work.screen import Notice


class Stage(StrEnum):
    EMPTY = "empty"
    ASKING = "asking"  # what was bought
    SEVERAL = "several"
    LINES = "lines"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class LineQuestion:
    """Why the line that is gone to comes back, and how; "" as a title: it is not ticked."""

    title: str = ""
    reasons: tuple[GridChoice, ...] = ()
    reason: str = ""
    conditions: tuple[Choice, ...] = ()
    condition: str = ""
    shelves: tuple[Choice, ...] = ()
    shelf: str = ""


@dataclass(frozen=True, slots=True)
class GivenRow:
    """One tender of what is given back. `state` is None before anything is given."""

    name: str
    amount: str
    note: str = ""
    state: State | None = None


@dataclass(frozen=True, slots=True)
class ReturnScreen:
    stage: Stage = Stage.EMPTY
    notice: Notice | None = None
    empty_title: str = ""
    empty_text: str = ""
    several_title: str = ""
    several: tuple[Action, ...] = ()
    title: str = ""
    source: str = ""
    facts: tuple[Fact, ...] = ()
    rows: tuple[CheckRow, ...] = ()
    of: str = ""  # which purchase the rows are of
    count: str = ""
    question: LineQuestion = LineQuestion()
    given: tuple[GivenRow, ...] = ()
    total: str = ""
    verb: str = ""
    can_act: bool = False
    can_exchange: bool = False
    can_fetch: bool = False
    why_not: str = ""  # what is still to be said before anything comes back
    next: str = ""  # what the verb says once it is done
    is_exchange: bool = False  # the verb goes to the basket
    band: Verdict | None = None
    given_now: str = ""  # what the clerk hands out now, large
    given_word: str = ""
    paper: tuple[Row, ...] = ()
    can_ask: bool = False
    cash_instead: str = ""  # the verb by which a manager gives in cash what a device would not take back
