"""How the line that is gone to may reach the customer: along now, sent, or collected elsewhere, and from where."""

from dataclasses import dataclass
from datetime import datetime

from ui.widgets.segmented import Choice


@dataclass(frozen=True, slots=True)
class OfferRow:
    """One place that can. `held` is how long its pieces are kept for this basket; `as_of` is of the figure."""

    id: str
    rank: str
    name: str
    why: str
    promise: str
    free: str
    as_of: datetime | None
    key: str
    held: str = ""
    is_lapsed: bool = False
    is_chosen: bool = False


@dataclass(frozen=True, slots=True)
class ElsewhereScreen:
    ways: tuple[Choice, ...] = ()
    way: str = ""
    words: str = ""  # what is asked, or why nothing is known
    is_doubt: bool = False
    rows: tuple[OfferRow, ...] = ()
    pays: tuple[Choice, ...] = ()
    pay: str = ""
    credit: str = ""
    credit_in_money: str = ""
    can_ask: bool = False
    can_note: bool = False  # nobody can order it now: it is noted for a call


@dataclass(frozen=True, slots=True)
class AddressField:
    name: str
    label: str
    hint: str
    fault: str = ""


@dataclass(frozen=True, slots=True)
class AddressQuestion:
    title: str
    text: str
    fields: tuple[AddressField, ...]
    verb: str
    can_confirm: bool
    trouble: str = ""
