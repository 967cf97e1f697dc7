"""The questions of the page Today, as they stand while somebody answers: counting, moving cash, closing, looking."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from clerk_app.desk.day import Behind
from clerk_app.domain.day import Entry
from clerk_app.domain.drawer import CashWay, Coins, coins_minor
from clerk_app.domain.in_drawer import Drawer, denominations
from clerk_app.domain.operations import Kind
from clerk_app.domain.orders import OrderNo
from clerk_app.domain.receipt_no import printed, read_receipt
from ui.day import build
from ui.day.amounts import typed_minor, typed_pieces
from ui.day.screen import BehindList, BehindRow, CashQuestion, CoinRow, CountQuestion
from ui.formats import amount, clock_time, format_order_no, join
from ui.messages import Text, say


@dataclass(frozen=True, slots=True)
class AskingCount:
    """What is in the drawer: for its opening, or at its end."""

    opens: bool
    typed: Mapping[int, str] = field(default_factory=dict[int, str])  # note or coin → what was typed
    reason: str = ""

    def coins(self, currency: str) -> tuple[Coins, ...] | None:
        """None while something is typed that is no number."""
        counted = [(of, typed_pieces(self.typed.get(of, ""))) for of in denominations(currency)]
        if any(pieces is None for _, pieces in counted):
            return None
        return tuple(Coins(of, pieces) for of, pieces in counted if pieces)


@dataclass(frozen=True, slots=True)
class AskingCash:
    way: CashWay = CashWay.OUT
    amount: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class AskingClose:
    pass


@dataclass(frozen=True, slots=True)
class AskingBehind:
    """`found` is None until it was looked up."""

    part: str
    found: Behind | None = None
    selected: int = 0


Asking = AskingCount | AskingCash | AskingClose | AskingBehind


def count_question(asking: AskingCount, drawer: Drawer) -> CountQuestion:
    currency = drawer.currency
    coins = asking.coins(currency)
    counted_minor = coins_minor(coins or ())
    off_minor = 0 if asking.opens else counted_minor - drawer.expected_minor
    needs_reason = not asking.opens and off_minor != 0
    is_said = bool(asking.reason.strip()) or not needs_reason
    sign = "+" if off_minor > 0 else ""
    return CountQuestion(
        title=say(Text.DRAWER_OPEN_TITLE if asking.opens else Text.DRAWER_COUNT_TITLE),
        text=say(Text.DRAWER_OPEN_TEXT if asking.opens else Text.DRAWER_COUNT_TEXT),
        rows=tuple(_coin_row(of, asking.typed.get(of, ""), currency) for of in denominations(currency)),
        sum=amount(counted_minor, currency) if coins is not None else "–",
        sum_name=say(Text.DRAWER_FLOAT if asking.opens else Text.DRAWER_SUM),
        expected="" if asking.opens else amount(drawer.expected_minor, currency),
        difference="" if asking.opens else (sign + amount(off_minor, currency) if off_minor else say(Text.DRAWER_FITS)),
        difference_tone="" if asking.opens else "attention" if off_minor else "done",
        reason=asking.reason,
        needs_reason=needs_reason,
        verb=say(Text.DRAWER_OPEN_DO if asking.opens else Text.DRAWER_COUNT_DO),
        can_confirm=coins is not None and is_said,
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
    return CashQuestion(asking.way.value, asking.amount, asking.reason, not why_not, why_not)


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
