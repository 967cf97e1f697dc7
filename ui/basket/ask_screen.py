"""The questions about a basket: under which name it is held, which is taken up, whose sale, how much off and why."""

from dataclasses import dataclass

from ui.widgets.choice_grid import GridChoice
from ui.widgets.segmented import Choice


@dataclass(frozen=True, slots=True)
class HoldQuestion:
    title: str
    text: str
    field: str
    typed: str
    verb: str
    can_confirm: bool
    trouble: str = ""


@dataclass(frozen=True, slots=True)
class RecallQuestion:
    """The baskets that are held, each with its age. `drop` says what its button does: it asks once more."""

    title: str
    text: str
    held: tuple[GridChoice, ...]
    chosen: str
    verb: str
    can_confirm: bool
    drop: str
    trouble: str = ""


@dataclass(frozen=True, slots=True)
class CreditQuestion:
    title: str
    text: str
    people: tuple[GridChoice, ...]
    chosen: str
    verb: str
    can_confirm: bool
    all_lines: str  # the button that credits every line; empty: there is one only


@dataclass(frozen=True, slots=True)
class DiscountQuestion:
    """`note` says who has to approve it, where somebody has."""

    title: str
    text: str
    shares: tuple[Choice, ...]
    share: str
    field: str
    typed: str
    takes_point: bool  # whether what is typed may have a fraction
    reasons: tuple[GridChoice, ...]
    reason: str
    words_field: str
    words: str
    needs_words: bool
    was: str
    will_be: str
    note: str
    verb: str
    can_confirm: bool
    take_back: str  # the button that takes a discount back; empty: there is none
    trouble: str = ""


@dataclass(frozen=True, slots=True)
class ReceiptQuestion:
    """The last receipts of this till."""

    title: str
    text: str
    receipts: tuple[GridChoice, ...]
    chosen: str
    verb: str
    can_confirm: bool


AskScreen = HoldQuestion | RecallQuestion | CreditQuestion | DiscountQuestion | ReceiptQuestion
