"""What stands on a receipt: rows of text, in Chinese with English beside it, and the code that a return scans.

How it is drawn is another's matter: a printer, a PDF and a terminal show the same rows.
"""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from clerk_app.domain.aisle.promises import PromisedPart
from clerk_app.domain.basket import Fulfilment
from clerk_app.domain.money import decimals
from clerk_app.domain.orders import Method
from clerk_app.domain.printed_codes import format_order_no
from clerk_app.domain.receipt_no import printed, read_receipt
from clerk_app.domain.reductions import Why
from clerk_app.domain.sales import Sale, SaleLine
from clerk_app.domain.tenders import Tender, TenderMethod

COLUMNS: Final = 42
"""So many Latin characters stand on a line of an 80 mm roll; a Chinese one takes two places."""


class RowKind(StrEnum):
    TITLE = "title"
    TEXT = "text"
    SMALL = "small"
    TOTAL = "total"
    LINE = "line"  # a rule across
    CODE = "code"  # what a return scans; `left` is what it says


@dataclass(frozen=True, slots=True)
class Row:
    kind: RowKind
    left: str = ""
    right: str = ""


@dataclass(frozen=True, slots=True)
class Around:
    """What a receipt says beside the sale. `when` is local time, already written out."""

    chain_zh: str
    chain_en: str
    branch_zh: str
    branch_en: str
    clerk_name: str
    when: str
    member_masked: str = ""  # an end of the number only: the paper may be found by anybody
    pass_url: str = ""  # of what is collected elsewhere, or sent: the customer's page of it
    parts: tuple[PromisedPart, ...] = ()  # of what is collected elsewhere, or sent: from where, and when

    @property
    def branches(self) -> dict[int, str]:
        return {part.branch: both(part.name_zh, part.name_en) for part in self.parts}


def receipt_rows(sale: Sale, around: Around, *, is_copy: bool = False) -> tuple[Row, ...]:
    """The whole receipt from its top. A copy says so, in two places, since a paper is easily cut."""
    copy = (Row(RowKind.TITLE, "副本 COPY"),) if is_copy else ()
    return (
        *_head(sale, around),
        *copy,
        Row(RowKind.LINE),
        *(row for line in sale.lines for row in _line_rows(line, sale.currency, around.branches)),
        Row(RowKind.LINE),
        *_totals(sale),
        *_tender_rows(sale),
        *_points(sale, around),
        *_promises(sale, around),
        Row(RowKind.LINE),
        *copy,
        Row(RowKind.CODE, _code(sale.receipt_no)),
        Row(RowKind.SMALL, "退换货请出示此码 Show this code for a return"),
        *_pass(around),
    )


def as_text(rows: Iterable[Row], *, columns: int = COLUMNS) -> str:
    """The same for a terminal, or a printer without a picture of its own."""
    return "\n".join(line for row in rows for line in _text_of(row, columns))


# --------------------------------------------------------------------------------------------------- its parts

_WHY: Final = {
    Why.MEMBER_PRICE: "会员价 Member price",
    Why.PROMOTION: "促销 Promotion",
    Why.COUPON: "优惠券 Coupon",
    Why.DISCOUNT: "折扣 Discount",
}
_TENDERS: Final = {
    TenderMethod.CASH: "现金 Cash",
    TenderMethod.CARD_TERMINAL: "银行卡 Card",
    TenderMethod.WALLET: "扫码支付 Wallet",
    TenderMethod.POINTS: "积分 Points",
    TenderMethod.COUPON: "代金券 Voucher",
    TenderMethod.DEPOSIT: "定金 Deposit",
    TenderMethod.CASH_ON_DELIVERY: "货到付款 Cash on delivery",
    TenderMethod.EXCHANGE: "换货抵扣 Exchange",
}
_FULFILMENTS: Final = {Fulfilment.SHIP: "寄送 To be shipped", Fulfilment.PICKUP: "他店自提 Pickup at branch"}


def _head(sale: Sale, around: Around) -> Iterator[Row]:
    yield Row(RowKind.TITLE, both(around.chain_zh, around.chain_en))
    yield Row(RowKind.TEXT, both(around.branch_zh, around.branch_en))
    yield Row(RowKind.TEXT, "小票 Receipt", sale.receipt_no)
    yield Row(RowKind.TEXT, around.when, around.clerk_name)
    if sale.order_no:
        yield Row(RowKind.TEXT, "订单 Order", format_order_no(sale.order_no))


def _line_rows(line: SaleLine, currency: str, branches: Mapping[int, str]) -> Iterator[Row]:
    yield Row(RowKind.TEXT, both(line.name_zh, line.name_en) or line.sku)
    gross = amount(line.quantity * line.unit_price_minor, currency)
    yield Row(RowKind.SMALL, f"{line.sku}  {line.quantity} × {amount(line.unit_price_minor, currency)}", gross)
    for by in line.why:
        yield Row(RowKind.SMALL, f"  {_WHY[by.why]}", f"−{amount(by.amount_minor, currency)}")
    if line.fulfilment in _FULFILMENTS:
        where = f" {branches.get(line.branch) or line.branch}" if line.branch else ""
        yield Row(RowKind.SMALL, f"  {_FULFILMENTS[line.fulfilment]}{where}")


def _totals(sale: Sale) -> Iterator[Row]:
    saved = sum(line.discount_minor for line in sale.lines)
    if saved:
        yield Row(RowKind.SMALL, "共优惠 You saved", amount(saved, sale.currency))
    yield Row(RowKind.TOTAL, f"合计 Total {sale.currency}", amount(sale.total_minor, sale.currency))
    if sale.rounding_minor:
        yield Row(RowKind.SMALL, "抹零 Rounding", _signed(sale.rounding_minor, sale.currency))
    if sale.due_later_minor:
        yield Row(RowKind.TEXT, "待付尾款 Due later", amount(sale.due_later_minor, sale.currency))


def _tender_rows(sale: Sale) -> Iterator[Row]:
    for tender in sale.tenders:
        yield Row(RowKind.TEXT, tender_text(tender), amount(tender.given_minor or tender.amount_minor, sale.currency))
    if sale.change_minor:
        yield Row(RowKind.TEXT, "找零 Change", amount(sale.change_minor, sale.currency))


def tender_text(tender: Tender) -> str:
    """Which tender, with what a customer may compare: an end of the card's number, the approval, so many points."""
    known = f" ····{tender.last_four}" if tender.last_four else f" {tender.points}" if tender.points else ""
    approval = f" #{tender.approval}" if tender.approval else ""
    return f"{_TENDERS[tender.method]}{known}{approval}"


def _points(sale: Sale, around: Around) -> Iterator[Row]:
    if around.member_masked:
        yield Row(RowKind.SMALL, "会员 Member", around.member_masked)
    if sale.points_earned:
        yield Row(RowKind.SMALL, "本次积分 Points earned", str(sale.points_earned))


def _promises(sale: Sale, around: Around) -> Iterator[Row]:
    """Where and when the customer gets what they did not take along, and what they pay then."""
    for part in around.parts:
        is_pickup = part.method is Method.PICKUP
        yield Row(RowKind.LINE)
        yield Row(RowKind.TEXT, "提货门店 Pick up at" if is_pickup else "发货门店 Sent from")
        yield Row(RowKind.TOTAL, both(part.name_zh, part.name_en) or str(part.branch))
        if is_pickup and (address := both(part.address_zh, part.address_en)):
            yield Row(RowKind.SMALL, address)
        first, last = part.promise_from.isoformat(), part.promise_to.isoformat()
        yield Row(
            RowKind.TEXT,
            "预计可取 Ready" if is_pickup else "预计送达 Arrives",
            first if first == last else f"{first} – {last}",
        )
        if part.collect_by:
            yield Row(RowKind.TEXT, "请于此前提货 Collect by", part.collect_by)
        if part.later_minor:
            words = "提货时付 To pay at pickup" if is_pickup else "货到付款 Carrier collects"
            yield Row(RowKind.TOTAL, words, amount(part.later_minor, sale.currency))


def _pass(around: Around) -> Iterator[Row]:
    if around.pass_url:
        yield Row(RowKind.LINE)
        yield Row(RowKind.CODE, around.pass_url)
        yield Row(RowKind.SMALL, "手机扫码看取货码和进度 Scan for your pickup code and its progress")


def _code(receipt_no: str) -> str:
    receipt = read_receipt(receipt_no)
    return printed(receipt) if receipt else receipt_no


def both(zh: str, en: str) -> str:
    """Chinese with English beside it; once where they are the same."""
    return " ".join(dict.fromkeys(filter(None, (zh, en))))


def amount(minor: int, currency: str) -> str:
    """1,234.50, as many places as the currency has."""
    places = decimals(currency)
    whole, part = divmod(minor, 10**places)
    return f"{whole:,}.{part:0{places}d}" if places else f"{whole:,}"


def _signed(minor: int, currency: str) -> str:
    return f"−{amount(-minor, currency)}" if minor < 0 else amount(minor, currency)


# ------------------------------------------------------------------------------------------------- as characters


def _text_of(row: Row, columns: int) -> Iterator[str]:
    match row.kind:
        case RowKind.LINE:
            yield "-" * columns
        case RowKind.TITLE | RowKind.CODE:
            for part in _wrapped(f"[{row.left}]" if row.kind is RowKind.CODE else row.left, columns):
                yield " " * ((columns - width(part)) // 2) + part
        case _:
            *above, last = _wrapped(row.left, columns)
            yield from above
            gap = columns - width(last) - width(row.right)
            if gap < 1 and row.right:
                yield last
                last, gap = "", columns - width(row.right)
            yield (last + " " * gap + row.right).rstrip()


def width(text: str) -> int:
    """The places that a text takes: two for each wide character."""
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)


def _wrapped(text: str, columns: int) -> list[str]:
    """Broken between words where there are any, and between Chinese characters wherever it must."""
    lines, line = list[str](), ""
    for character in text:
        if width(line) + width(character) > columns:
            kept, space, begun = line.rpartition(" ")
            is_word = space and kept.strip() and character != " " and (line[-1] + character).isascii()
            lines.append(kept if is_word else line)
            line = begun if is_word else ""
        line += "" if character == " " and not line and lines else character
    return [*lines, line]
