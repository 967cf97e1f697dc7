"""The report of a closed day as rows of paper, in Chinese with English beside it, like a receipt."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from clerk_app.domain.day import Cut, DayReport, Part
from clerk_app.domain.drawer import AboutDrawer, CashWay, CloseDay, CountDrawer, MoveCash, OpenDrawer
from clerk_app.domain.money import decimals
from clerk_app.domain.receipts import Row, RowKind
from clerk_app.domain.tenders import TenderMethod


@dataclass(frozen=True, slots=True)
class Head:
    """What stands on top. `when` is local time, already written out; `source` says whose figures they are."""

    chain: str
    branch: str
    till: str
    clerk_name: str
    when: str
    source: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One act at the drawer. `when` is local time, already written out."""

    act: AboutDrawer
    when: str
    clerk_name: str


TENDERS: Final[Mapping[str, str]] = {
    TenderMethod.CASH: "现金 Cash",
    TenderMethod.CARD_TERMINAL: "银行卡 Card",
    TenderMethod.WALLET: "扫码支付 Wallet",
    TenderMethod.POINTS: "积分 Points",
    TenderMethod.COUPON: "代金券 Voucher",
    TenderMethod.DEPOSIT: "定金 Deposit",
    TenderMethod.CASH_ON_DELIVERY: "货到付款 Cash on delivery",
    TenderMethod.EXCHANGE: "换货抵扣 Exchange",
}


def closing_rows(closed: CloseDay, head: Head, lines: Iterable[Line], *, is_copy: bool = False) -> tuple[Row, ...]:
    """The numbered report of a till, with what was done at its drawer. A copy says so at its top and at its end."""
    copy = (Row(RowKind.TITLE, "副本 COPY"),) if is_copy else ()
    currency = closed.currency

    def money(minor: int) -> str:
        return written(minor, currency)

    span = f"{closed.first_receipt} – {closed.last_receipt}" if closed.receipts else "–"
    return (
        *_head(head, "日结报告 Day report", closed.report_no),
        *copy,
        Row(RowKind.TEXT, "日期 Day", closed.day.isoformat()),
        Row(RowKind.LINE),
        Row(RowKind.TOTAL, f"销售额 Sold {currency}", money(closed.sold_minor)),
        Row(RowKind.TEXT, "小票 Receipts", str(closed.receipts)),
        Row(RowKind.SMALL, span),
        Row(RowKind.TEXT, "已交货订单 Orders handed over", str(closed.picked_up)),
        Row(RowKind.LINE),
        *(Row(RowKind.TEXT, TENDERS.get(method, method), money(minor)) for method, minor in closed.tenders),
        Row(RowKind.LINE),
        Row(RowKind.TEXT, "备用金 Float", money(closed.float_minor)),
        Row(RowKind.TEXT, "存入 Put in", money(closed.in_minor)),
        Row(RowKind.TEXT, "取出 Taken out", money(-closed.out_minor)),
        Row(RowKind.TEXT, "应有 Should be", money(closed.expected_minor)),
        Row(RowKind.TEXT, "点得 Counted", money(closed.counted_minor)),
        Row(RowKind.TOTAL, "差额 Difference", money(closed.difference_minor)),
        Row(RowKind.LINE),
        *(row for line in lines for row in _line_rows(line)),
        Row(RowKind.SMALL, f"记录 Operations {closed.from_seq} – {closed.through_seq}"),
        *copy,
        Row(RowKind.TEXT, "签名 Signature"),
        Row(RowKind.TEXT, " "),
        Row(RowKind.LINE),
    )


def day_rows(report: DayReport, head: Head, names: Mapping[str, Mapping[str, str]]) -> tuple[Row, ...]:
    """A day in figures as it stood when it was printed; `names` are of channels and clerks, by cut and key."""
    figures = report.figures
    currency = figures.currency
    titles = {Cut.CHANNEL: "按渠道 By channel", Cut.CLERK: "按店员 By clerk", Cut.TENDER: "收款 Taken"}

    def money(minor: int) -> str:
        return written(minor, currency)

    def cut(by: Cut) -> Iterator[Row]:
        parts = figures.cuts.get(by, {})
        if parts:
            yield Row(RowKind.LINE)
            yield Row(RowKind.SMALL, titles[by])
        for key, part in sorted(parts.items(), key=_largest_first):
            yield Row(RowKind.TEXT, f"{names.get(by, {}).get(key, key)} × {part.count}", money(part.minor))

    return (
        *_head(head, "日报 The day", figures.day.isoformat()),
        Row(RowKind.SMALL, head.source),
        Row(RowKind.LINE),
        Row(RowKind.TOTAL, f"销售额 Sold {currency}", money(figures.sold.minor)),
        Row(RowKind.TEXT, "单数 Receipts and orders", str(figures.sold.count)),
        Row(RowKind.TEXT, "客单价 On average", money(figures.average_minor)),
        Row(RowKind.TEXT, "已交货订单 Orders handed over", str(figures.picked_up)),
        Row(RowKind.TEXT, "收回 Taken back", money(figures.taken_back.minor)),
        Row(RowKind.TEXT, "退货 Returned", money(figures.returned.minor)),
        *(row for by in titles for row in cut(by)),
        Row(RowKind.LINE),
        Row(RowKind.TEXT, "待取 Waiting", str(report.waiting.ready)),
        Row(RowKind.TEXT, "超过 5 天 Longer than 5 days", str(report.waiting.longer)),
    )


def written(minor: int, currency: str) -> str:
    places = decimals(currency)
    whole, part = divmod(abs(minor), 10**places)
    return ("−" if minor < 0 else "") + (f"{whole:,}.{part:0{places}d}" if places else f"{whole:,}")


def local(at: datetime) -> str:
    """A moment that is in local time already."""
    return f"{at:%Y-%m-%d %H:%M}"


def _largest_first(it: tuple[str, Part]) -> tuple[int, str]:
    return -it[1].minor, it[0]


def _head(head: Head, title: str, number: str) -> Iterator[Row]:
    yield Row(RowKind.TITLE, head.chain)
    yield Row(RowKind.TEXT, head.branch, head.till)
    yield Row(RowKind.TITLE, title)
    yield Row(RowKind.TEXT, number)
    yield Row(RowKind.TEXT, head.when, head.clerk_name)


def _line_rows(line: Line) -> Iterator[Row]:
    act, currency = line.act, line.act.currency
    beside = f"{line.when}  {line.clerk_name}"
    match act:
        case OpenDrawer():
            yield Row(RowKind.TEXT, "开箱 Opened", written(act.float_minor, currency))
            yield Row(RowKind.SMALL, beside)
        case MoveCash():
            sign, words = (1, "存入 Put in") if act.way is CashWay.IN else (-1, "取出 Taken out")
            yield Row(RowKind.TEXT, words, written(sign * act.amount_minor, currency))
            yield Row(RowKind.SMALL, beside, act.reason)
        case CountDrawer():
            yield Row(RowKind.TEXT, "点钱 Counted", written(act.counted_minor, currency))
            yield Row(RowKind.SMALL, "  应有 Should be", written(act.expected_minor, currency))
            for coins in act.coins:
                each = f"  {written(coins.of_minor, currency)} × {coins.pieces}"
                yield Row(RowKind.SMALL, each, written(coins.of_minor * coins.pieces, currency))
            if act.first_minor is not None:
                first = f"  初点 First count: {act.again}"
                yield Row(RowKind.SMALL, first, written(act.first_minor, currency))
            if act.difference_minor:
                yield Row(RowKind.SMALL, f"  差额 Difference: {act.reason}", written(act.difference_minor, currency))
            yield Row(RowKind.SMALL, beside)
        case _:
            return
