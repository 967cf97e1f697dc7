"""What is done at the drawer of a till: it is opened with a float, counted by its notes and coins, and the day closed.

Each is a fact. What ought to lie in a drawer, `domain.in_drawer` says.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, Final

from clerk_app.domain import bodies
from clerk_app.domain.bodies import MalformedAct
from clerk_app.domain.money import AMOUNT_MAX_MINOR
from clerk_app.domain.operations import Kind

COINS_MAX: Final = 40
TENDERS_MAX: Final = 20
_SEQ_MAX: Final = 2**53
_ID: Final = re.compile(r"[0-9A-Za-z-]{8,64}")
_REPORT_NO: Final = re.compile(r"[0-9]{1,5}-[0-9A-Z]{2,12}-Z[0-9]{1,10}")


class CashWay(StrEnum):
    IN = "in"
    OUT = "out"


@dataclass(frozen=True, slots=True)
class Coins:
    """So many of one note or coin."""

    of_minor: int
    pieces: int


@dataclass(frozen=True, slots=True)
class OpenDrawer:
    drawer: str  # the id that all until its counting carries
    currency: str
    float_minor: int
    coins: tuple[Coins, ...] = ()  # none: it was not counted, only said


@dataclass(frozen=True, slots=True)
class MoveCash:
    """Cash put in or taken out, beside all sales."""

    drawer: str
    way: CashWay
    currency: str
    amount_minor: int
    reason: str


@dataclass(frozen=True, slots=True)
class CountDrawer:
    """What lay in it, beside what ought to. Where they differ, somebody said why. Without coins only the sum was
    said.
    """

    drawer: str
    currency: str
    coins: tuple[Coins, ...]
    counted_minor: int
    expected_minor: int  # less than nothing where more was taken out than was known to be in it
    reason: str = ""
    first_minor: int | None = None  # what was counted before it was counted once more; None: it was counted once
    again: str = ""  # why it was counted once more

    @property
    def difference_minor(self) -> int:
        """Too little: less than nothing."""
        return self.counted_minor - self.expected_minor


@dataclass(frozen=True, slots=True)
class CloseDay:
    """The report, by number, of all that a till did since its last one: its operations from one seq through another."""

    report_no: str
    day: date
    currency: str
    from_seq: int
    through_seq: int
    receipts: int
    first_receipt: str  # empty: nothing was sold
    last_receipt: str
    sold_minor: int
    tenders: tuple[tuple[str, int], ...]  # method, and what was taken by it
    picked_up: int
    float_minor: int
    in_minor: int
    out_minor: int
    expected_minor: int
    counted_minor: int

    @property
    def difference_minor(self) -> int:
        return self.counted_minor - self.expected_minor


AboutDrawer = OpenDrawer | MoveCash | CountDrawer | CloseDay

_KINDS: Final[dict[type, Kind]] = {
    OpenDrawer: Kind.DRAWER_OPENED,
    MoveCash: Kind.DRAWER_MOVED,
    CountDrawer: Kind.DRAWER_COUNTED,
    CloseDay: Kind.DAY_CLOSED,
}


def drawer_kind(act: AboutDrawer) -> Kind:
    return _KINDS[type(act)]


def coins_minor(coins: Iterable[Coins]) -> int:
    return sum(it.of_minor * it.pieces for it in coins)


def adds_up(act: AboutDrawer) -> bool:
    """Whether what was counted is the sum of its coins. A till writes nothing else; else people must look."""
    match act:
        case OpenDrawer():
            return not act.coins or coins_minor(act.coins) == act.float_minor
        case CountDrawer():
            return not act.coins or coins_minor(act.coins) == act.counted_minor
        case _:
            return True


# ------------------------------------------------------------------------------------------------ as JSON


def drawer_body(act: AboutDrawer) -> dict[str, Any]:
    """The JSON body of an act; `drawer_act_of` reads it back."""
    match act:
        case OpenDrawer():
            known = {"drawer": act.drawer, "currency": act.currency, "float_minor": act.float_minor}
            return {**known, "coins": _coins_json(act.coins)}
        case MoveCash():
            known = {"drawer": act.drawer, "way": act.way.value, "currency": act.currency}
            return {**known, "amount_minor": act.amount_minor, "reason": act.reason}
        case CountDrawer():
            figures = {"counted_minor": act.counted_minor, "expected_minor": act.expected_minor}
            known = {"drawer": act.drawer, "currency": act.currency, "coins": _coins_json(act.coins)}
            again = {} if act.first_minor is None else {"first_minor": act.first_minor, "again": act.again}
            return {**known, **figures, "reason": act.reason, **again}
        case CloseDay():
            known = {name: getattr(act, name) for name in (*_TEXTS, *_COUNTS, *_SIGNED)}
            tenders = [{"method": method, "minor": minor} for method, minor in act.tenders]
            return {**known, "day": act.day.isoformat(), "tenders": tenders}


def drawer_act_of(kind: str, body: Mapping[str, Any]) -> AboutDrawer:
    """Raises MalformedAct."""
    return _READERS[Kind(kind)](body)


_TEXTS: Final = ("report_no", "currency", "first_receipt", "last_receipt")
_COUNTS: Final[Mapping[str, int]] = {
    "from_seq": _SEQ_MAX,
    "through_seq": _SEQ_MAX,
    "receipts": _SEQ_MAX,
    "picked_up": _SEQ_MAX,
    "float_minor": AMOUNT_MAX_MINOR,
    "in_minor": AMOUNT_MAX_MINOR,
    "out_minor": AMOUNT_MAX_MINOR,
    "counted_minor": AMOUNT_MAX_MINOR,
}
_SIGNED: Final = ("sold_minor", "expected_minor")


def _opened(body: Mapping[str, Any]) -> OpenDrawer:
    return OpenDrawer(_id(body), bodies.currency(body), bodies.minor(body, "float_minor"), _coins(body))


def _moved(body: Mapping[str, Any]) -> MoveCash:
    way, currency = bodies.choice(body, "way", CashWay), bodies.currency(body)
    return MoveCash(_id(body), way, currency, bodies.minor(body, "amount_minor"), bodies.said(body, "reason"))


def _counted(body: Mapping[str, Any]) -> CountDrawer:
    return CountDrawer(
        drawer=_id(body),
        currency=bodies.currency(body),
        coins=_coins(body),
        counted_minor=bodies.minor(body, "counted_minor"),
        expected_minor=_signed(body, "expected_minor"),
        reason=bodies.text(body, "reason"),
        first_minor=bodies.minor(body, "first_minor") if "first_minor" in body else None,
        again=bodies.text(body, "again") if "again" in body else "",
    )


def _closed(body: Mapping[str, Any]) -> CloseDay:
    report_no = bodies.text(body, "report_no")
    if not _REPORT_NO.fullmatch(report_no):
        raise MalformedAct("report_no: it is written branch-till-Znumber")
    try:
        day = date.fromisoformat(bodies.text(body, "day"))
    except ValueError:
        raise MalformedAct("day: it is written as in 2026-11-22") from None
    return CloseDay(
        report_no=report_no,
        day=day,
        currency=bodies.currency(body),
        first_receipt=bodies.text(body, "first_receipt"),
        last_receipt=bodies.text(body, "last_receipt"),
        tenders=bodies.rows(body, "tenders", _tender, high=TENDERS_MAX),
        **{name: bodies.number(body, name, high=high) for name, high in _COUNTS.items()},
        **{name: _signed(body, name) for name in _SIGNED},
    )


_READERS: Final[Mapping[Kind, Callable[[Mapping[str, Any]], AboutDrawer]]] = {
    Kind.DRAWER_OPENED: _opened,
    Kind.DRAWER_MOVED: _moved,
    Kind.DRAWER_COUNTED: _counted,
    Kind.DAY_CLOSED: _closed,
}


def _tender(row: Mapping[str, Any]) -> tuple[str, int]:
    return bodies.text(row, "method"), _signed(row, "minor")


def _coins_json(coins: Iterable[Coins]) -> list[dict[str, int]]:
    return [{"of_minor": it.of_minor, "pieces": it.pieces} for it in coins]


def _coins(body: Mapping[str, Any]) -> tuple[Coins, ...]:
    def read(row: Mapping[str, Any]) -> Coins:
        return Coins(bodies.minor(row, "of_minor"), bodies.number(row, "pieces", high=AMOUNT_MAX_MINOR))

    return bodies.rows(body, "coins", read, high=COINS_MAX)


def _signed(body: Mapping[str, Any], name: str) -> int:
    value = body.get(name)
    if not isinstance(value, int) or isinstance(value, bool) or abs(value) > AMOUNT_MAX_MINOR:
        raise MalformedAct(f"{name}: a whole number of at most {AMOUNT_MAX_MINOR} either way is needed")
    return value


def _id(body: Mapping[str, Any]) -> str:
    drawer = bodies.text(body, "drawer")
    if not _ID.fullmatch(drawer):
        raise MalformedAct("drawer: an id is needed")
    return drawer
