"""The questions of the page Today, as they stand while somebody answers: counting, moving cash, closing, looking."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from clerk_app.desk.counting import Counted
from clerk_app.desk.day import Behind
from clerk_app.domain.day import Entry
from clerk_app.domain.drawer import CashWay, Coins, coins_minor
from clerk_app.domain.in_drawer import Drawer, denominations
from clerk_app.domain.money import decimals
from clerk_app.domain.operations import Kind
from clerk_app.domain.orders import OrderNo
from clerk_app.domain.receipt_no import printed, read_receipt
from ui.day import build
from ui.day.amounts import typed_minor, typed_pieces
from ui.day.screen import (
    BehindList,
    BehindRow,
    CashQuestion,
    CoinRow,
    CountedLine,
    CountedQuestion,
    CountQuestion,
)
from ui.formats import amount, clock_time, format_order_no, join
from ui.messages import Text, say
from ui.widgets.segmented import Choice


@dataclass(frozen=True, slots=True)
class AskingCount:
    """What is in the drawer: for its opening, or at its end. `again` says why it is counted once more."""

    opens: bool
    typed: Mapping[int, str] = field(default_factory=dict[int, str])  # note or coin → what was typed
    is_total: bool = False  # only the sum is said
    total: str = ""  # what was typed of it
    again: str = ""

    @property
    def is_typed(self) -> bool:
        return bool(self.total.strip() if self.is_total else any(it.strip() for it in self.typed.values()))

    def sum_minor(self, currency: str) -> int | None:
        """None while something is typed that is no number."""
        if self.is_total:
            return typed_minor(self.total, currency) if self.total.strip() else 0
        coins = self.coins(currency)
        return coins_minor(coins) if coins is not None else None

    def coins(self, currency: str) -> tuple[Coins, ...] | None:
        """None while something is typed that is no number."""
        counted = [(of, typed_pieces(self.typed.get(of, ""))) for of in denominations(currency)]
        if any(pieces is None for _, pieces in counted):
            return None
        return tuple(Coins(of, pieces) for of, pieces in counted if pieces)


@dataclass(frozen=True, slots=True)
class AskingCounted:
    """What comes of a count that differs."""

    counted: Counted
    reason: str = ""


@dataclass(frozen=True, slots=True)
class AskingCash:
    way: CashWay = CashWay.OUT
    amount: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class AskingBehind:
    """`found` is None until it was looked up."""

    part: str
    found: Behind | None = None
    selected: int = 0


Asking = AskingCount | AskingCounted | AskingCash | AskingBehind


WAY_KEY: Final = "F6"


def count_question(asking: AskingCount, drawer: Drawer) -> CountQuestion:
    """Blind: nothing in it follows from what ought to lie in the drawer."""
    currency, sum_minor = drawer.currency, asking.sum_minor(drawer.currency)
    way = "total" if asking.is_total else "coins"
    words = {"coins": say(Text.DRAWER_BY_COINS), "total": say(Text.DRAWER_BY_TOTAL)}
    why_not = "" if asking.opens or asking.is_typed else say(Text.DR_COUNT_IT)
    if sum_minor is None:
        why_not = say(Text.DR_NO_NUMBER)
    coins = () if asking.is_total else denominations(currency)
    how = Text.DRAWER_TOTAL_TEXT if asking.is_total else Text.DRAWER_COUNT_TEXT
    return CountQuestion(
        title=say(Text.DRAWER_OPEN_TITLE if asking.opens else Text.DRAWER_COUNT_TITLE),
        text=say(Text.DRAWER_OPEN_TEXT if asking.opens else how),
        ways=tuple(Choice(it, text, key="" if it == way else WAY_KEY) for it, text in words.items()),
        way=way,
        rows=tuple(_coin_row(of, asking.typed.get(of, ""), currency) for of in coins),
        total=asking.total,
        total_field=say(Text.DRAWER_FLOAT if asking.opens else Text.DRAWER_SUM),
        takes_point=decimals(currency) > 0,
        sum=amount(sum_minor, currency) if sum_minor is not None else "–",
        sum_name=say(Text.DRAWER_FLOAT if asking.opens else Text.DRAWER_SUM),
        verb=say(Text.DRAWER_OPEN_DO if asking.opens else Text.DRAWER_COUNT_DO),
        can_confirm=not why_not,
        why_not=why_not,
    )


def counted_question(asking: AskingCounted, *, sees_expected: bool) -> CountedQuestion:
    """The difference, once the count is confirmed; what ought to lie there is a manager's to see."""
    counted, currency = asking.counted, asking.counted.currency
    last, off_minor = counted.last, counted.last.difference_minor
    first = counted.counts[0] if len(counted.counts) > 1 else None
    lines = (
        *((CountedLine(say(Text.DRAWER_FIRST), amount(first.counted_minor, currency), last.again),) if first else ()),
        CountedLine(say(Text.DRAWER_SUM), amount(last.counted_minor, currency)),
        *((CountedLine(say(Text.DRAWER_EXPECTED), amount(last.expected_minor, currency)),) if sees_expected else ()),
        CountedLine(
            say(Text.DRAWER_TOO_MUCH if off_minor > 0 else Text.DRAWER_TOO_LITTLE),
            amount(abs(off_minor), currency),
            tone="attention",
        ),
    )
    is_said = bool(asking.reason.strip())
    return CountedQuestion(
        title=say(Text.DRAWER_DIFFERS),
        text=say(Text.DRAWER_DIFFERS_WHY if counted.may_again else Text.DRAWER_DIFFERS_TWICE),
        lines=lines,
        reason=asking.reason,
        again=say(Text.DRAWER_AGAIN) if counted.may_again else "",
        verb=say(Text.DRAWER_RECORD),
        can_act=is_said,
        why_not="" if is_said else say(Text.DR_REASON),
    )


def _coin_row(of_minor: int, typed: str, currency: str) -> CoinRow:
    pieces = typed_pieces(typed)
    total = "" if not pieces else amount(of_minor * pieces, currency)
    return CoinRow(of_minor, amount(of_minor, currency), typed, total)


def cash_question(asking: AskingCash, currency: str) -> CashQuestion:
    minor = typed_minor(asking.amount, currency)
    why_not = "" if minor else say(Text.DR_AMOUNT)
    if minor and not asking.reason.strip():
        why_not = say(Text.DR_REASON)
    takes_point = decimals(currency) > 0
    return CashQuestion(asking.way.value, asking.amount, asking.reason, not why_not, takes_point, why_not)


def behind_list(asking: AskingBehind, known: build.Known) -> BehindList:
    name = build.part_words(asking.part, known.names)
    found = asking.found
    if found is None:
        return BehindList(name, "", (), words=say(Text.BEHIND_ASKING))
    cut, of = build.part_of(asking.part)
    rows = tuple(_behind_row(it, known, cut_of=(cut.value, of)) for it in found.entries)
    words = "" if rows else say(Text.BEHIND_NONE)
    if found.is_more:
        words = say(Text.BEHIND_MORE, count=len(rows))
    selected = max(0, min(asking.selected, len(rows) - 1))
    can_open = bool(rows) and bool(code_of(found.entries[selected]))
    source = build.source_words(found.source, found.as_of, known.now)
    return BehindList(name, source, rows, selected, words, can_open)


def order_of(entry: Entry) -> OrderNo | None:
    return OrderNo(int(entry.number)) if entry.kind is not Kind.SOLD and entry.number.isdigit() else None


def code_of(entry: Entry) -> str:
    """What a scan of it would say: the number of the order, or the code on the receipt. Empty: there is none."""
    order_no, receipt = order_of(entry), read_receipt(entry.number)
    return str(order_no) if order_no is not None else printed(receipt) if receipt is not None else ""


def _behind_row(it: Entry, known: build.Known, *, cut_of: tuple[str, str]) -> BehindRow:
    order_no = order_of(it)
    title = (
        say(Text.BEHIND_ORDER, number=format_order_no(order_no))
        if order_no is not None
        else say(Text.BEHIND_RECEIPT, number=it.number)
    )
    cut, of = cut_of
    shares = {"clerk": it.credited, "tender": it.tenders}.get(cut)
    minor = sum(part for key, part in shares if key == of) if shares is not None else it.sold_minor
    what = {Kind.UNDONE: say(Text.BEHIND_BACK), Kind.TENDER_TAKEN: say(Text.BEHIND_BALANCE)}.get(it.kind, "")
    by = known.names.get(it.clerk, it.clerk)
    detail = join(clock_time(it.at), known.tills.get(it.till, ""), by, what)
    return BehindRow(it.entry, title, detail, amount(minor, it.currency))
