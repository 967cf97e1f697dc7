"""What the page of an article shows: one frozen value."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from ui.theme import State
from ui.widgets.facts_table import Fact
from ui.widgets.rows import Action


class CellKind(StrEnum):
    """How a variant can be had. Each kind has its own words and look."""

    HERE = "here"
    ELSEWHERE = "elsewhere"
    NOT_HERE = "not_here"  # and nobody knows of elsewhere
    NONE = "none"
    NOT_MADE = "not_made"


@dataclass(frozen=True, slots=True)
class Cell:
    """`figure` is how many, where there are any; `spoken` says colour, size and both."""

    sku: str
    kind: CellKind
    figure: str
    word: str
    spoken: str


@dataclass(frozen=True, slots=True)
class MatrixScreen:
    """`open_at` is the row and column of the article that is shown."""

    columns: tuple[str, ...]
    rows: tuple[str, ...]
    cells: tuple[tuple[Cell, ...], ...]
    open_at: tuple[int, int] = (0, 0)


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """The stock of one branch or warehouse. `as_of` is when somebody who knows said so."""

    id: str
    icon: str
    name: str
    detail: str
    figure: str
    state: State | None
    as_of: datetime | None
    is_here: bool = False


@dataclass(frozen=True, slots=True)
class ArticleScreen:
    """`doubt` is why the other branches are not known, with its state."""

    name: str = ""
    other_name: str = ""
    price: str = ""
    price_as_of: datetime | None = None
    price_notes: tuple[str, ...] = ()
    note: str = ""
    facts: tuple[Fact, ...] = ()
    matrix: MatrixScreen | None = None
    places: tuple[PlaceRow, ...] = ()
    doubt: str = ""
    doubt_state: State | None = None
    hidden: str = ""
    shows_all: bool = False
    can_show_all: bool = False
    is_asking: bool = False
    orders_title: str = ""
    orders: tuple[Action, ...] = ()
