"""What stands on a receipt: every figure, once, in lines that fit the roll; a copy says that it is one."""

from dataclasses import replace
from datetime import date
from typing import Final

from hypothesis import given

from clerk_app.domain.aisle.promises import PromisedPart
from clerk_app.domain.basket import Fulfilment
from clerk_app.domain.codes import ReceiptCode, classify
from clerk_app.domain.orders import BranchNo, Method, OrderNo
from clerk_app.domain.receipts import COLUMNS, Around, RowKind, as_text, receipt_rows, width
from clerk_app.domain.reductions import Reduction, Why
from clerk_app.domain.sales import Sale, SaleLine
from clerk_app.domain.tenders import Tender, TenderMethod
from tests.domain.test_sales import sales

AROUND: Final = Around("小树", "Little Tree", "人民路店", "Renmin Road", "林美", "2026-11-22 20:00:00", "····0018")
SALE: Final = Sale(
    "b-0000001",
    "1-7KQ3M-17",
    "CNY",
    (
        SaleLine(1, "NF-1", 2, 26_800, 53_000, (Reduction(Why.PROMOTION, 600, "P1"),), "奶粉", "Milk powder"),
        SaleLine(2, "BB-2", 1, 2_933, 2_933, (), "围兜", "Bib", Fulfilment.PICKUP, BranchNo(2)),
    ),
    (
        Tender(TenderMethod.CASH, 50_000, given_minor=60_000),
        Tender(TenderMethod.CARD_TERMINAL, 5_930, approval="A12345", last_four="4242"),
    ),
    55_933,
    order_no=OrderNo(1_000_000_471),
    member="MB0000000018",
    change_minor=10_000,
    rounding_minor=-3,
    points_earned=559,
)


def test_a_receipt_tells_all_that_was_sold_paid_and_saved() -> None:
    text = as_text(receipt_rows(SALE, AROUND))

    for told in (
        "小树 Little Tree",
        "1-7KQ3M-17",
        "10-0000-0471",
        "奶粉 Milk powder",
        "NF-1  2 × 268.00                    536.00",
        "促销 Promotion                     −6.00",
        "他店自提 Pickup at branch 2",
        "共优惠 You saved                      6.00",
        "合计 Total CNY                      559.33",
        "抹零 Rounding                        −0.03",
        "现金 Cash                           600.00",
        "银行卡 Card ····4242 #A12345         59.30",
        "找零 Change                         100.00",
        "本次积分 Points earned                 559",
    ):
        assert told in text
    assert "MB0000000018" not in text, "the paper may be found by anybody"


PICKUP: Final = PromisedPart(
    2,
    Method.PICKUP,
    "西溪店",
    "Xixi",
    "文二西路 1 号",
    "1 Wener West Road",
    date(2026, 11, 24),
    date(2026, 11, 25),
    "2026-12-02 21:00",
    2_346,
)
SENT: Final = PromisedPart(
    9, Method.SHIP, "中心仓", "Warehouse", "", "", date(2026, 11, 26), date(2026, 11, 26), "", 8_800
)


def test_an_order_says_where_and_when_it_is_had_and_what_is_paid_then() -> None:
    text = as_text(receipt_rows(SALE, replace(AROUND, parts=(PICKUP, SENT))))

    for told in (
        "他店自提 Pickup at branch 西溪店 Xixi",
        "提货门店 Pick up at",
        "文二西路 1 号 1 Wener West Road",
        "预计可取 Ready     2026-11-24 – 2026-11-25",
        "请于此前提货 Collect by   2026-12-02 21:00",
        "提货时付 To pay at pickup            23.46",
        "发货门店 Sent from",
        "中心仓 Warehouse",
        "预计送达 Arrives                2026-11-26",
        "货到付款 Carrier collects            88.00",
    ):
        assert told in text
    assert text.count("Collect by") == 1, "what is sent is not collected"


def test_what_is_paid_in_full_says_nothing_of_a_balance() -> None:
    text = as_text(receipt_rows(SALE, replace(AROUND, parts=(replace(PICKUP, later_minor=0),))))

    assert "To pay at pickup" not in text


def test_only_a_copy_says_that_it_is_one() -> None:
    assert "COPY" not in as_text(receipt_rows(SALE, AROUND))
    assert as_text(receipt_rows(SALE, AROUND, is_copy=True)).count("副本 COPY") == 2


def test_the_code_on_it_is_one_that_a_scanner_knows() -> None:
    (code,) = [row.left for row in receipt_rows(SALE, AROUND) if row.kind is RowKind.CODE]
    scanned = classify(code)

    assert isinstance(scanned, ReceiptCode)
    assert str(scanned.receipt) == SALE.receipt_no


def test_words_are_not_torn_and_amounts_of_other_currencies_have_their_places() -> None:
    long = replace(SALE.lines[0], name_zh="", name_en="Muchen follow-on formula stage three, 800 g tin")
    yen = replace(SALE, currency="JPY", lines=(long,), rounding_minor=0)

    text = as_text(receipt_rows(yen, AROUND))

    assert "Muchen follow-on formula stage three, 800\ng tin" in text
    assert "合计 Total JPY                      55,933" in text


@given(sales)
def test_no_line_is_wider_than_the_roll_whatever_was_sold(sale: Sale) -> None:
    for line in as_text(receipt_rows(sale, AROUND, is_copy=True)).split("\n"):
        assert width(line) <= COLUMNS
