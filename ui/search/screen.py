"""What stands under the scan field while somebody types: one frozen value."""

from dataclasses import dataclass

from ui.theme import State


@dataclass(frozen=True, slots=True)
class HitRow:
    """`state` is how the figure stands; None where nobody ever counted."""

    sku: str
    name: str
    detail: str
    price: str
    figure: str
    state: State | None


@dataclass(frozen=True, slots=True)
class SearchScreen:
    """`chosen` is a row's place; -1 while none is. Without rows the two sentences of `empty` say what may be typed."""

    is_open: bool = False
    title: str = ""
    count: str = ""
    hint: str = ""
    must_choose: bool = False
    age: str = ""
    is_old: bool = False
    rows: tuple[HitRow, ...] = ()
    chosen: int = -1
    empty_title: str = ""
    empty_text: str = ""
