"""What the page of conflicts shows: one frozen value."""

from dataclasses import dataclass
from enum import StrEnum

from ui.outbox.screen import ConflictRow
from ui.sheets.reason import ReasonQuestion
from ui.theme import State
from ui.work.screen import Notice


class Shown(StrEnum):
    OPEN = "open"
    SETTLED = "settled"


@dataclass(frozen=True, slots=True)
class Matter:
    """One conflict. `settled` says who settled it, when, and what it was."""

    row: ConflictRow
    state: State
    word: str
    age: str
    settled: str = ""


@dataclass(frozen=True, slots=True)
class ConflictsScreen:
    """Everything the view needs to draw itself; equal screens look equal."""

    shown: Shown = Shown.OPEN
    open_words: str = ""
    settled_words: str = ""
    open_count: int = 0  # for the rail
    matters: tuple[Matter, ...] = ()
    hidden: str = ""  # what is not shown, and why
    selected: str = ""
    empty: str = ""
    empty_why: str = ""
    notice: Notice | None = None
    verb: str = ""
    can_settle: bool = False
    why_not: str = ""
    question: ReasonQuestion | None = None
    act_no: int = 0  # a new one disarms the verb for a moment
