"""What a member may need next: each suggestion from purchases that make it so, and none without."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import insert

from clerk_app.domain.members import WhySuggested
from hub import members, purchases, suggestions, tables
from hub.members import KnownMember
from hub.purchases import Bought
from hub.suggesting import Basket, Learnt, SoldArticle, learn, most_popular, suggest
from tests.hub.core.shop import Counter, Shop

TODAY = date(2026, 11, 26)


def sized(sku: str, style: str = "DP") -> SoldArticle:
    return SoldArticle(sku, sku, sku, style, f"{sku} 码", f"size {sku}")


ARTICLES = {
    **{it.sku: it for it in (sized("M"), sized("L"), sized("XL"))},
    **{sku: SoldArticle(sku, f"{sku}-zh", f"{sku}-en") for sku in ("FORMULA", "WIPES", "RATTLE", "BOOK")},
}


def ago(days: int, *skus: str, member: str = "own") -> Basket:
    return Basket(member, TODAY - timedelta(days=days), skus)


def learnt_from(*baskets: Basket, born: dict[str, date] | None = None) -> Learnt:
    return learn(baskets, ARTICLES, born or {})


def test_what_is_bought_every_26_days_is_suggested_on_day_29_and_says_so() -> None:
    own = [ago(81, "FORMULA"), ago(55, "FORMULA"), ago(29, "FORMULA")]

    (said,) = suggest(learnt_from(*own), own, today=TODAY)

    assert (said.sku, said.why, said.every_days, said.day(TODAY)) == ("FORMULA", WhySuggested.INTERVAL, 26, 29)


@pytest.mark.parametrize("last", [10, 70])
def test_neither_too_early_nor_once_the_habit_is_over(last: int) -> None:
    own = [ago(last + 52, "FORMULA"), ago(last + 26, "FORMULA"), ago(last, "FORMULA")]

    assert suggest(learnt_from(*own), own, today=TODAY) == ()


def test_two_purchases_are_no_rhythm() -> None:
    own = [ago(52, "FORMULA"), ago(26, "FORMULA")]

    assert suggest(learnt_from(*own), own, today=TODAY) == ()


def test_the_sizes_of_one_style_are_one_rhythm() -> None:
    own = [ago(75, "M"), ago(50, "L"), ago(25, "L")]

    (said,) = suggest(learnt_from(*own), own, today=TODAY)

    assert (said.sku, said.every_days) == ("L", 25)


def test_what_others_buy_with_it_is_suggested_and_names_what_it_goes_with() -> None:
    others = [ago(n, "RATTLE", "BOOK", member=f"m{n}") for n in range(5)]
    own = [ago(40, "RATTLE")]

    (said,) = suggest(learnt_from(*others, *own), own, today=TODAY)

    assert (said.sku, said.why, said.with_zh) == ("BOOK", WhySuggested.TOGETHER, "RATTLE-zh")


def test_what_was_bought_lately_is_not_suggested_again() -> None:
    others = [ago(n, "RATTLE", "BOOK", member=f"m{n}") for n in range(5)]
    own = [ago(40, "RATTLE"), ago(20, "BOOK")]

    assert suggest(learnt_from(*others, *own), own, today=TODAY) == ()


def worn() -> tuple[list[Basket], dict[str, date]]:
    """Children who wear M at six months, L at twelve and XL at twenty."""
    ages = {"M": 6, "L": 12, "XL": 20}
    baskets = [ago(100, sku, member=f"{sku}{n}") for sku in ages for n in range(5)]
    born = {it.member: it.on - timedelta(days=round(ages[it.skus[0]] * 30.44)) for it in baskets}
    return baskets, born


@pytest.mark.parametrize(("months", "size"), [(7, None), (10, "L"), (18, "XL"), (30, "XL")])
def test_the_size_that_children_of_this_age_wear_is_suggested_to_who_buys_a_smaller_one(
    months: int, size: str | None
) -> None:
    others, ages = worn()
    own = [ago(20, "M")]
    born = TODAY - timedelta(days=round(months * 30.44))

    said = suggest(learnt_from(*others, *own, born=ages), own, today=TODAY, born=born)

    assert [(it.sku, it.why, it.months) for it in said] == ([(size, WhySuggested.NEXT_SIZE, months)] if size else [])


def test_without_a_childs_age_no_size_is_suggested() -> None:
    others, ages = worn()
    own = [ago(20, "M")]

    assert suggest(learnt_from(*others, *own, born=ages), own, today=TODAY) == ()


def test_what_everybody_buys_comes_first() -> None:
    assert most_popular([ago(1, "A", "B"), ago(2, "B"), ago(3, "C", "B")], 2) == ("B", "A")


@pytest.mark.both_engines
def test_they_are_computed_once_a_day_kept_and_told_to_the_branch(shop: Shop, till: Counter) -> None:
    now = datetime.now(UTC) + timedelta(days=2)  # later than the hub's own chore
    known = KnownMember("MB0000000018", "王小琳", "+8613800002046")
    row = {"sku": "F", "name_zh": "奶粉", "name_en": "Formula", "gtin": "", "price_minor": 1, "currency": "CNY"}
    days = (81, 55, 29)
    bought = [
        Bought(known.member, f"sale:{n}", 1, "counter", now - timedelta(days=n), "CNY", 100, (("F", 1),)) for n in days
    ]
    with shop.database.write("branch:1", "global") as tx:
        tx.execute(insert(tables.product), row)
        members.add(tx, [known])
        members.seen(tx, known.member, 1, now)
        purchases.note(tx, bought)

    first = suggestions.recompute_daily(shop.database, now)
    again = suggestions.recompute_daily(shop.database, now)
    next_day = suggestions.recompute_daily(shop.database, now + timedelta(days=1))
    members.tell_others(shop.database, now)

    (told,) = till.entities("member").values()
    assert (first, again, next_day) == (1, 0, 0), "nothing changed overnight"
    assert told["suggestions"] == [
        {
            "sku": "F",
            "name_zh": "奶粉",
            "name_en": "Formula",
            "why": "interval",
            "every_days": 26,
            "last_on": (now - timedelta(days=29)).astimezone(ZoneInfo("Asia/Shanghai")).date().isoformat(),
        }
    ]
    assert (told["every_days"], told["usual_branch"], told["bought"]) == (26, 1, 3)
