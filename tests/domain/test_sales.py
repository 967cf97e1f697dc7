"""A sale reads back as it was written, adds up or says that it does not, and never carries a card's number."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clerk_app.domain.acts import MalformedAct, act_of, body_of, is_readable, kind_of
from clerk_app.domain.basket import Fulfilment
from clerk_app.domain.operations import OF_SALES, Kind
from clerk_app.domain.orders import BranchNo, OrderNo
from clerk_app.domain.reductions import Reduction, Why
from clerk_app.domain.sales import (
    AboutSale,
    ApproveDiscount,
    RedeemCoupon,
    RedeemPoints,
    ReturnCoupon,
    ReturnPoints,
    Sale,
    SaleLine,
)
from clerk_app.domain.tenders import EXACT, CashRounding, RoundingMode, Tender, TenderMethod, cash_rounding_of

ids = st.text("0123456789abcdef-", min_size=8, max_size=64)
words = st.text(st.characters(blacklist_characters="\0", blacklist_categories=["Cs"]), max_size=32)
amounts = st.integers(0, 2**32 - 1)
reductions = st.builds(Reduction, st.sampled_from(Why), amounts, words, words)
lines = st.builds(
    SaleLine,
    line=st.integers(1, 9_999),
    sku=words.filter(str.strip),
    quantity=st.integers(0, 9_999),
    unit_price_minor=amounts,
    total_minor=amounts,
    why=st.lists(reductions, max_size=3).map(tuple),
    name_zh=words,
    name_en=words,
    fulfilment=st.sampled_from(Fulfilment),
    branch=st.none() | st.integers(0, 65_535).map(BranchNo),
    credited=words,
)
tenders = st.builds(
    Tender,
    method=st.sampled_from(TenderMethod),
    amount_minor=amounts,
    attempt=words,
    given_minor=amounts,
    approval=st.text("0123456789ABC", max_size=12),
    last_four=st.just("") | st.text("0123456789", min_size=4, max_size=4),
    provider=words,
    trade_no=words,
    points=amounts,
    code=words,
    offline=st.booleans(),
)
sales = st.builds(
    Sale,
    basket=ids,
    receipt_no=st.from_regex(r"[0-9]{1,5}-[2-9A-Z]{5}-[0-9]{1,10}", fullmatch=True).filter(str.isascii),
    currency=st.sampled_from(["CNY", "JPY"]),
    lines=st.lists(lines, min_size=1, max_size=3).map(tuple),
    tenders=st.lists(tenders, max_size=3).map(tuple),
    total_minor=amounts,
    order_no=st.none() | st.integers(0, 2**40 - 1).map(OrderNo),
    member=words,
    change_minor=amounts,
    rounding_minor=st.integers(-10_000, 10_000),
    due_later_minor=amounts,
    points_used=amounts,
    points_earned=amounts,
    coupons=st.lists(words, max_size=3).map(tuple),
)
said = words.filter(str.strip)
others: st.SearchStrategy[AboutSale] = st.one_of(
    st.builds(ApproveDiscount, ids, st.integers(1, 9_999), said, amounts, amounts, st.just("CNY"), said),
    st.builds(RedeemPoints, ids, said, words, amounts, amounts, st.sampled_from(["CNY", "JPY"])),
    st.builds(ReturnPoints, ids, said, words, amounts),
    st.builds(RedeemCoupon, ids, words),
    st.builds(ReturnCoupon, ids, words),
)
TINS = SaleLine(1, "NF-1", 2, 26_800, 53_000, (Reduction(Why.PROMOTION, 600, "P1"),))
A_SALE = Sale("b-0000001", "1-7KQ3M-1", "CNY", (TINS,), (Tender(TenderMethod.CASH, 53_000),), 53_000)


@given(sales | others)
def test_every_act_about_a_sale_reads_back_as_it_was_written(act: AboutSale) -> None:
    assert kind_of(act) in OF_SALES
    assert act_of(kind_of(act), body_of(act)) == act


def test_what_a_sale_says_adds_up() -> None:
    cash = Tender(TenderMethod.CASH, 20_000, given_minor=25_000)
    points = Tender(TenderMethod.POINTS, 3_000, points=300)
    split = replace(A_SALE, tenders=(cash, points), change_minor=5_000, points_used=300, due_later_minor=29_995)

    assert A_SALE.adds_up
    assert replace(split, rounding_minor=-5).adds_up


@pytest.mark.parametrize(
    "wrong",
    [
        {"total_minor": 53_001},
        {"tenders": (Tender(TenderMethod.CASH, 52_999),)},
        {"lines": (replace(TINS, total_minor=53_600),)},
        {"lines": (TINS, TINS)},
        {"lines": (replace(TINS, quantity=0, total_minor=0, why=()),), "total_minor": 0, "tenders": ()},
        {"change_minor": 1},
        {"rounding_minor": 1},
        {"due_later_minor": 1},
        {"points_used": 1},
    ],
)
def test_what_does_not_add_up_is_seen(wrong: dict[str, Any]) -> None:
    assert not replace(A_SALE, **wrong).adds_up


def test_a_sale_of_an_earlier_version_is_read_whatever_it_says_besides() -> None:
    assert act_of(Kind.SOLD, {**body_of(A_SALE), "deposit_minor": 100}) == A_SALE


NO_SALES: list[tuple[dict[str, Any], str]] = [
    ({"lines": []}, "lines"),
    ({"receipt_no": "1"}, "receipt_no"),
    ({"basket": "a b"}, "basket"),
    ({"member": "m" * 33}, "member"),
    ({"rounding_minor": 10_001}, "rounding"),
    ({"coupons": ["c" * 33]}, "code"),
    ({"coupons": [7]}, "code"),
    ({"tenders": [{"method": "cash", "amount_minor": 1}]}, "details"),
    ({"tenders": [{"method": "barter", "amount_minor": 1, "details": {}}]}, "method"),
    ({"tenders": [{"method": "card_terminal", "amount_minor": 1, "details": {"last_four": "4444 4444"}}]}, "four"),
    (
        {"tenders": [{"method": "card_terminal", "amount_minor": 1, "details": {"approval": "5555555555554444"}}]},
        "approval",
    ),
]


@pytest.mark.parametrize(("wrong", "named"), NO_SALES)
def test_a_body_that_is_no_sale_is_refused_by_name(wrong: dict[str, Any], named: str) -> None:
    with pytest.raises(MalformedAct, match=named):
        act_of(Kind.SOLD, {**body_of(A_SALE), **wrong})


def test_what_nobody_could_read_is_seen_before_it_is_written() -> None:
    assert is_readable(A_SALE)
    assert not is_readable(replace(A_SALE, receipt_no="one"))


def test_only_what_is_carried_out_leaves_the_branch() -> None:
    shipped = replace(TINS, line=2, fulfilment=Fulfilment.SHIP)
    bib = replace(TINS, line=3, sku="BB-2", quantity=1)

    assert replace(A_SALE, lines=(TINS, shipped, bib, replace(TINS, line=4))).carried_out == {"NF-1": 4, "BB-2": 1}


@pytest.mark.parametrize(
    ("rule", "due", "asked"),
    [
        ({"step_minor": 10, "mode": "down"}, 1_009, 1_000),
        ({"step_minor": 10, "mode": "nearest"}, 1_005, 1_010),
        ({"step_minor": 5, "mode": "nearest"}, 1_002, 1_000),
        ({"step_minor": 0, "mode": "down"}, 1_009, 1_009),
        ({"step_minor": 10, "mode": "up"}, 1_009, 1_009),
        ("ten", 1_009, 1_009),
    ],
)
def test_cash_is_asked_in_coins_that_there_are(rule: Any, due: int, asked: int) -> None:
    assert cash_rounding_of({"cash_rounding": {"CNY": rule}}, "CNY").rounded(due) == asked
    assert cash_rounding_of({"cash_rounding": {"CNY": rule}}, "JPY") == EXACT


@given(st.integers(0, 2**32), st.integers(1, 10_000), st.sampled_from(RoundingMode))
def test_rounding_moves_an_amount_by_less_than_a_step(due: int, step: int, mode: RoundingMode) -> None:
    asked = CashRounding(step, mode).rounded(due)

    assert asked % step == 0
    assert abs(asked - due) < step
    assert mode is RoundingMode.NEAREST or asked <= due
