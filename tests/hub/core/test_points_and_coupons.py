"""Points and coupons at the hub: nothing moves twice, nobody spends what is not there, a code is good once."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime

import pytest
from sqlalchemy import func, insert, select

from hub import coupons, points, tables
from hub.coupons import AlreadyClaimed, Claimed, IssuedCoupon, UnknownCoupon
from hub.points import Moved, NotEnough
from tests.hub.core.shop import Shop

pytestmark = pytest.mark.both_engines

AT = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
ANNA = "MB0000000018"


def move(shop: Shop, delta: int, entry: str) -> Moved | NotEnough:
    return shop.database.transact(
        lambda tx: points.move(tx, ANNA, delta, entry=entry, why="sale", at=AT), "branch:1", rows=0
    )


def claim(shop: Shop, code: str, by: str) -> Claimed | AlreadyClaimed | UnknownCoupon:
    return shop.database.transact(lambda tx: coupons.claim(tx, code, by=by, at=AT), "branch:1", rows=0)


def issue(shop: Shop, *codes: str) -> None:
    issued = [IssuedCoupon(code, "OFFER-1", ANNA) for code in codes]
    shop.database.transact(lambda tx: coupons.issue(tx, issued), "global", rows=0)


def balance(shop: Shop) -> int:
    with shop.database.read() as reader:
        return points.points_of(reader, ANNA).balance


def entries(shop: Shop) -> int:
    column = tables.points_entry.c
    with shop.database.read() as reader:
        added = reader.execute(select(func.sum(column.delta)).where(column.member == ANNA)).scalar_one()
        return int(added or 0)


def test_points_are_added_and_taken_and_nothing_moves_twice(shop: Shop) -> None:
    answers = [move(shop, 100, "a:earned"), move(shop, -30, "b:used"), move(shop, -30, "b:used")]

    assert answers == [Moved(100), Moved(70), Moved(70)]
    assert balance(shop) == entries(shop) == 70


def test_nobody_spends_points_that_are_not_there_and_the_same_act_may_try_again(shop: Shop) -> None:
    move(shop, 50, "a:earned")

    refused = move(shop, -51, "b:used")
    move(shop, 1, "c:earned")
    again = move(shop, -51, "b:used")

    assert (refused, again) == (NotEnough(50), Moved(0))
    assert entries(shop) == 0


def test_what_has_happened_may_leave_a_debt_and_is_paid_back_by_what_is_earned(shop: Shop) -> None:
    forced = shop.database.transact(
        lambda tx: points.force(tx, ANNA, -20, entry="a:used", why="sale", at=AT), "branch:1", rows=0
    )
    earned = move(shop, 5, "b:earned")

    assert (forced, earned, balance(shop)) == (Moved(-20), Moved(-15), -15)


def test_of_two_tills_that_spend_the_last_points_at_once_one_is_told_so(shop: Shop) -> None:
    move(shop, 100, "a:earned")

    with ThreadPoolExecutor(8) as tills:
        answers = [it.result() for it in [tills.submit(move, shop, -60, f"{n}:used") for n in range(8)]]

    assert sorted(answers, key=lambda it: isinstance(it, Moved)) == [NotEnough(40)] * 7 + [Moved(40)]
    assert balance(shop) == entries(shop) == 40


def test_a_member_without_points_has_none_and_says_since_when_another_has(shop: Shop) -> None:
    with shop.database.read() as reader:
        assert points.points_of(reader, ANNA) == points.Points(0, None)
    move(shop, 7, "a:earned")

    with shop.database.read() as reader:
        assert points.points_of(reader, ANNA) == points.Points(7, AT)


def test_a_coupon_is_good_once_and_says_who_used_it(shop: Shop) -> None:
    issue(shop, "CP1")

    answers = [claim(shop, "CP1", "a"), claim(shop, "CP1", "a"), claim(shop, "CP1", "b"), claim(shop, "CP2", "b")]

    assert answers == [Claimed(ANNA), Claimed(ANNA), AlreadyClaimed("a", AT), UnknownCoupon()]


def test_of_two_tills_that_use_the_last_coupon_at_once_one_has_it(shop: Shop) -> None:
    issue(shop, "CP1")

    with ThreadPoolExecutor(8) as tills:
        answers = [it.result() for it in [tills.submit(claim, shop, "CP1", f"op{n}") for n in range(8)]]

    assert sum(isinstance(it, Claimed) for it in answers) == 1
    assert sum(isinstance(it, AlreadyClaimed) for it in answers) == 7


def test_only_the_act_that_used_a_coupon_gives_it_back(shop: Shop) -> None:
    issue(shop, "CP1", "CP2")
    claim(shop, "CP1", "a")

    given = shop.database.transact(
        lambda tx: [coupons.release(tx, "CP1", by=by) for by in ("b", "a", "a")], "branch:1", rows=0
    )

    assert given == [False, True, False]
    with shop.database.read() as reader:
        assert [it.code for it in coupons.open_coupons_of(reader, ANNA)] == ["CP1", "CP2"]


@pytest.mark.parametrize("change", ["issue", "claim", "move"])
def test_whatever_moves_a_members_figures_makes_stale_what_branches_were_told(shop: Shop, change: str) -> None:
    issue(shop, "CP0")
    with shop.database.write("branch:1") as tx:
        known = {"member": ANNA, "branch": 1, "is_stale": False, "seen_ms": 0}
        tx.execute(insert(tables.member_place), known)

    match change:
        case "issue":
            issue(shop, "CP1")
        case "claim":
            claim(shop, "CP0", "a")
        case _:
            move(shop, 10, "a:earned")

    with shop.database.read() as reader:
        stale = select(tables.member_place.c.is_stale).where(tables.member_place.c.member == ANNA)
        assert reader.execute(stale).scalar_one() is True
