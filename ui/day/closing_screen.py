"""What is shown when a day is closed: what will be signed off, and the numbered reports that were."""

from dataclasses import dataclass

from clerk_app.domain.receipts import Row
from ui.widgets.choice_grid import GridChoice


@dataclass(frozen=True, slots=True)
class SignOffRow:
    """One figure. `tone` is a state's name where it is good or bad news."""

    name: str
    figure: str
    note: str = ""
    tone: str = ""
    is_head: bool = False  # the one that counts most


@dataclass(frozen=True, slots=True)
class SignOffQuestion:
    title: str
    text: str
    figures_title: str
    figures: tuple[SignOffRow, ...]
    waits_title: str
    waits: tuple[SignOffRow, ...]
    verb: str
    can_confirm: bool
    why_not: str = ""


@dataclass(frozen=True, slots=True)
class ReportsShown:
    """The reports of this till, and the paper of the one that is chosen."""

    title: str
    text: str
    reports: tuple[GridChoice, ...]
    chosen: str
    paper: tuple[Row, ...]
    verb: str
    can_print: bool


@dataclass(frozen=True, slots=True)
class ClosingScreen:
    """Everything the two sheets need; neither is open where it is None."""

    sign_off: SignOffQuestion | None = None
    reports: ReportsShown | None = None
    act_no: int = 0  # a new one disarms the verbs for a moment
