"""What is done at a drawer reads back as it was written, and counts add up or say that they do not."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clerk_app.domain.acts import MalformedAct, act_of, body_of, is_readable, kind_of
from clerk_app.domain.drawer import AboutDrawer, CashWay, CloseDay, Coins, CountDrawer, MoveCash, OpenDrawer, adds_up
from clerk_app.domain.in_drawer import denominations
from clerk_app.domain.money import CURRENCIES
from clerk_app.domain.operations import OF_DRAWERS, Kind

ids = st.text("0123456789abcdef-", min_size=8, max_size=64)
words = st.text(st.characters(blacklist_characters="\0", blacklist_categories=["Cs"]), max_size=32)
amounts = st.integers(0, 2**32 - 1)
signed = st.integers(-(2**32) + 1, 2**32 - 1)
currencies = st.sampled_from(sorted(CURRENCIES))
coins = st.lists(st.builds(Coins, amounts, amounts), max_size=12).map(tuple)
acts: st.SearchStrategy[AboutDrawer] = st.one_of(
    st.builds(OpenDrawer, ids, currencies, amounts, coins),
    st.builds(MoveCash, ids, st.sampled_from(CashWay), currencies, amounts, words.filter(str.strip)),
    st.builds(CountDrawer, ids, currencies, coins, amounts, signed, words),
    st.builds(
        CloseDay,
        report_no=st.builds("{}-K7M2P-Z{}".format, st.integers(1, 99_999), st.integers(1, 10**9)),
        day=st.dates(date(2000, 1, 1), date(2100, 1, 1)),
        currency=currencies,
        from_seq=amounts,
        through_seq=amounts,
        receipts=amounts,
        first_receipt=words,
        last_receipt=words,
        sold_minor=signed,
        tenders=st.lists(st.tuples(words, signed), max_size=5).map(tuple),
        picked_up=amounts,
        float_minor=amounts,
        in_minor=amounts,
        out_minor=amounts,
        expected_minor=signed,
        counted_minor=amounts,
    ),
)


@given(acts)
def test_every_act_at_a_drawer_reads_back_as_it_was_written(act: AboutDrawer) -> None:
    assert kind_of(act) in OF_DRAWERS
    assert is_readable(act)
    assert act_of(kind_of(act), body_of(act)) == act


COUNTED: dict[str, Any] = body_of(CountDrawer("0192f0c1", "CNY", (Coins(100, 3),), 300, 300))


@pytest.mark.parametrize(
    "wrong",
    [
        {"drawer": ""},
        {"drawer": 5},
        {"currency": "ABC"},
        {"coins": None},
        {"coins": [{"of_minor": -1, "pieces": 1}]},
        {"coins": [{"of_minor": 1}]},
        {"coins": [{"of_minor": 1, "pieces": 1}] * 41},
        {"counted_minor": -1},
        {"expected_minor": 2**32},
        {"expected_minor": True},
        {"reason": None},
    ],
)
def test_what_is_no_count_is_not_read_as_one(wrong: dict[str, Any]) -> None:
    with pytest.raises(MalformedAct):
        act_of(Kind.DRAWER_COUNTED, {**COUNTED, **wrong})


@pytest.mark.parametrize("wrong", [{"report_no": "1-K7M2P-3"}, {"day": "2026-13-01"}, {"tenders": [{"minor": 1}]}])
def test_a_report_has_its_number_and_its_day(wrong: dict[str, Any]) -> None:
    closed = CloseDay("1-K7M2P-Z3", date(2026, 11, 22), "CNY", 1, 9, 0, "", "", 0, (), 0, 0, 0, 0, 0, 0)

    with pytest.raises(MalformedAct):
        act_of(Kind.DAY_CLOSED, {**body_of(closed), **wrong})


def test_a_count_is_the_sum_of_its_coins() -> None:
    assert adds_up(CountDrawer("0192f0c1", "CNY", (Coins(100, 3), Coins(50, 1)), 350, 0))
    assert not adds_up(CountDrawer("0192f0c1", "CNY", (Coins(100, 3),), 350, 0))
    assert adds_up(OpenDrawer("0192f0c1", "CNY", 500)), "said, and not counted"
    assert not adds_up(OpenDrawer("0192f0c1", "CNY", 500, (Coins(100, 4),)))


@pytest.mark.parametrize("currency", sorted(CURRENCIES))
def test_every_currency_has_its_notes_and_coins(currency: str) -> None:
    assert list(denominations(currency)) == sorted(set(denominations(currency)), reverse=True)
