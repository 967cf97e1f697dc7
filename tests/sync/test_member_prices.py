"""What members of a tier pay: told by the hub, charged at the till to them alone, from its first moment to its last."""

from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlcipher3 import dbapi2 as sqlite3

from clerk_app.desk import articles, baskets
from clerk_app.desk.baskets import OpenBasket
from clerk_app.domain.basket import BasketMember
from clerk_app.domain.catalogue import DatedPrice, MemberPrice, Product
from clerk_app.domain.reductions import Why
from clerk_app.store import seals
from hub import products
from tests.sync.counter import Counter, Street
from tests.tills import HandClock

NOW = datetime.now(UTC).replace(microsecond=0)
SECOND, HOUR = timedelta(seconds=1), timedelta(hours=1)
MILK = Product("NF-1", "02990000000018", "奶粉", "Milk powder", 26_800, "CNY", category="formula")
GOLD, SILVER = "金芽", "银芽"
ANA, BEN = BasketMember("MB0000000018", GOLD), BasketMember("MB0000000026", SILVER)


def for_gold(minor: int, begins: datetime = NOW - HOUR, ends: datetime | None = None) -> MemberPrice:
    return MemberPrice(GOLD, DatedPrice(minor, begins, ends))


def sell(street: Street, *own: MemberPrice) -> None:
    milk = replace(MILK, member_prices=own)
    street.shop.database.transact(lambda tx: products.store_products(tx, [milk]), "global")


def by_feed(_street: Street) -> None:
    """The hub has no file of its catalogue yet."""


def by_snapshot(street: Street) -> None:
    assert street.shop.hub.snapshots.refresh(datetime.now(UTC), least_rows=1) is not None


def costs(till: Counter, member: BasketMember | None) -> int:
    """What one piece costs this member, in a basket that is then dropped."""
    assert isinstance(baskets.add(till.till, MILK.sku), OpenBasket)
    shown = baskets.attach_member(till.till, member)
    assert isinstance(shown, OpenBasket)
    (line,) = shown.priced.lines
    assert [it.why for it in line.reductions] == ([Why.MEMBER_PRICE] if line.reductions else [])
    assert baskets.forget(till.till) is None
    return shown.priced.total_minor


@pytest.mark.parametrize("way", [by_feed, by_snapshot])
def test_a_member_of_the_tier_pays_its_price_and_nobody_else_does(
    street: Street, till: Counter, way: Callable[[Street], None]
) -> None:
    sell(street, for_gold(24_800))
    way(street)

    till.sync()
    till.follow()

    assert costs(till, ANA) == 24_800
    assert [costs(till, who) for who in (None, BEN, BasketMember("MB0000000034"))] == [26_800] * 3


def test_a_member_price_begins_and_ends_on_time_while_nobody_answers(street: Street) -> None:
    clock = HandClock(NOW)
    till = street.till(clock=clock)
    begins, ends = NOW + 2 * HOUR, NOW + 5 * 24 * HOUR
    sell(street, for_gold(24_800, begins, ends))
    till.sync()
    till.follow()
    till.cut()
    seen: list[tuple[int, int]] = []

    for moment in (begins - SECOND, begins + SECOND, ends - SECOND, ends + SECOND):
        clock.advance(seconds=(moment - till.till.time.now()).total_seconds())
        article = articles.look_up(till.till, MILK.sku)
        assert article is not None
        seen.append((costs(till, ANA), article.price.price_minor))

    assert seen == [(26_800, 26_800), (24_800, 26_800), (24_800, 26_800), (26_800, 26_800)]


def test_the_open_basket_of_a_member_takes_the_price_as_it_begins(street: Street) -> None:
    clock = HandClock(NOW)
    till = street.till(clock=clock)
    sell(street, for_gold(24_800, NOW + HOUR))
    till.sync()
    till.follow()
    baskets.add(till.till, MILK.sku, 2)
    baskets.attach_member(till.till, ANA)

    clock.advance(hours=1)

    shown = baskets.current(till.till)
    assert shown is not None
    assert (shown.priced.total_minor, shown.changes) == (2 * 24_800, ())


def test_a_change_at_the_hub_changes_it_and_takes_it_back(street: Street, till: Counter) -> None:
    sell(street, for_gold(24_800))
    by_snapshot(street)
    till.follow()
    paid = [costs(till, ANA)]

    for own in ((for_gold(23_900),), (for_gold(23_900), MemberPrice(SILVER, DatedPrice(25_000, NOW - HOUR))), ()):
        sell(street, *own)
        assert till.follow() == 1
        paid += [costs(till, ANA), costs(till, BEN)]

    assert paid == [24_800, 23_900, 26_800, 23_900, 25_000, 26_800, 26_800]


def test_a_till_whose_file_knew_no_tiers_is_told_what_it_had_passed_over(street: Street, till: Counter) -> None:
    sell(street, for_gold(24_800))
    till.follow()
    till.till.close()
    (file,) = (till.till.folder / "catalogue").glob("0*.db")
    seals.place_of_seal(file).unlink()
    with closing(sqlite3.connect(file, isolation_level=None)) as older:
        for name in ("brand", "member_prices"):
            older.execute(f"ALTER TABLE product DROP COLUMN {name}")
        older.execute("PRAGMA user_version = 2")

    updated = street.opened(till.till.folder, till.line)
    before = costs(updated, ANA)
    updated.follow()

    assert (before, costs(updated, ANA)) == (26_800, 24_800)
