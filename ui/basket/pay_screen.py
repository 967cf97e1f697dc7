"""What the pay sheet shows: what is due, what was taken, the tender that is chosen, and a payment that waits."""

from dataclasses import dataclass

from ui.theme import State
from ui.widgets.segmented import Choice


@dataclass(frozen=True, slots=True)
class TakenRow:
    """A payment, and how it stands."""

    icon: str
    name: str
    amount: str
    state: State
    word: str


@dataclass(frozen=True, slots=True)
class QuickAmount:
    id: str  # what would be typed
    text: str
    key: str


@dataclass(frozen=True, slots=True)
class Waiting:
    """A payment that is under way, or whose end nobody knows."""

    state: State
    headline: str
    why: str
    cancel: str = ""  # the button that lets it not be paid any more
    ask: str = ""  # the button that asks how it stands


@dataclass(frozen=True, slots=True)
class PayScreen:
    """Everything the sheet needs to draw itself; equal screens look equal."""

    title: str
    due: str
    due_word: str
    later: str = ""  # what is paid when the goods reach the customer
    taken: tuple[TakenRow, ...] = ()
    tenders: tuple[Choice, ...] = ()
    chosen: str = ""
    text: str = ""  # what to do now
    field: str = ""  # the field's name; empty: nothing is typed
    typed: str = ""
    placeholder: str = ""
    takes_point: bool = False  # whether what is typed may have a fraction
    quick: tuple[QuickAmount, ...] = ()
    figure_word: str = ""
    figure: str = ""
    trouble: str = ""
    waiting: Waiting | None = None
    verb: str = ""
    verb_icon: str = "cash"
    can_confirm: bool = False
    why_not: str = ""
    give_back: str = ""  # the button that returns what was taken
    act_no: int = 0  # a new one disarms the verb for a moment
