"""What is over leaves the branch's feed, and in time the word that it is gone: who has not listened reads anew."""

from datetime import UTC, datetime, timedelta

import pytest

from clerk_app.domain.pricing import Offer, PercentOff, Validity
from clerk_app.domain.roles import Role
from clerk_app.wire import GLOBAL, scope_of
from hub import coupons, feed, offers, settling
from hub.compacting import EVERY, KEPT, compact
from hub.coupons import IssuedCoupon
from tests.hub.core.shop import Counter, Shop, all_of
from tests.hub.core.test_settling import settled, worker

pytestmark = pytest.mark.both_engines

BEGAN = datetime.now(UTC) + 2 * EVERY  # today the served hub has done it already
LATER = KEPT + timedelta(days=1)


def days_pass(shop: Shop, first: datetime, last: datetime) -> None:
    """The chore runs each day."""
    while first <= last:
        compact(shop.database, first)
        first += EVERY


def numbers(till: Counter) -> set[str]:
    return set(till.entities("order"))


def test_an_order_leaves_the_feed_once_nothing_has_happened_to_it_for_long(shop: Shop, till: Counter) -> None:
    gone, waiting, undone = shop.order(), shop.order(), shop.order()
    for order in (gone, undone):
        till.do(all_of(order), order.order_no)
    compact(shop.database, BEGAN)
    till.do(all_of(undone), undone.order_no)  # a second time: people look at it

    compact(shop.database, BEGAN + KEPT)
    soon = numbers(till)
    compact(shop.database, BEGAN + LATER)

    assert soon == {str(it.order_no) for it in (gone, waiting, undone)}
    assert numbers(till) == {str(it.order_no) for it in (waiting, undone)}
    assert [it.body for it in till.page().changes if it.entity_id == str(gone.order_no)] == [None]
    found = till.ask("GET", f"/v1/orders/{gone.order_no}").json["orders"]
    assert [it["status"] for it in found] == ["collected"]


def test_a_conflict_leaves_the_feed_long_after_somebody_settled_it_and_one_that_nobody_did_stays(
    shop: Shop, till: Counter, second_till: Counter
) -> None:
    looked_at, open_still = (twice_handed_over(shop, till, second_till) for _ in range(2))
    worker(shop, Role.MANAGER)
    assert settled(till, looked_at)["status"] == "applied"
    compact(shop.database, BEGAN)

    compact(shop.database, BEGAN + KEPT)
    soon = set(till.entities("conflict"))
    compact(shop.database, BEGAN + LATER)

    assert soon == {looked_at, open_still}
    assert set(till.entities("conflict")) == {open_still}
    with shop.database.read() as reader:
        known = settling.conflicts(reader, branch=1, with_resolved=True)
    assert {it.body["conflict"] for it in known} == {looked_at, open_still}


def twice_handed_over(shop: Shop, till: Counter, second_till: Counter) -> str:
    order = shop.order()
    till.do(all_of(order), order.order_no)
    return second_till.do(all_of(order), order.order_no)["conflict"]


def test_who_comes_late_with_an_act_on_such_an_order_is_heard(shop: Shop, till: Counter, second_till: Counter) -> None:
    order = shop.order()
    late = second_till.operation(all_of(order), order.order_no)
    till.do(all_of(order), order.order_no)
    days_pass(shop, BEGAN, BEGAN + LATER)

    answer = second_till.push(late)[0]

    assert (answer["status"], answer["reason"]) == ("conflict", "double_hand_over")
    assert len(till.order(order.order_no)["history"]) == 2


def test_who_has_not_listened_for_as_long_again_is_told_to_read_anew(shop: Shop, till: Counter) -> None:
    order = shop.order()
    till.do(all_of(order), order.order_no)
    before = till.page().to_seq
    days_pass(shop, BEGAN, BEGAN + LATER)
    listening = till.page().to_seq

    days_pass(shop, BEGAN + LATER + EVERY, BEGAN + 2 * LATER + EVERY)

    def asked(after: int, more: str = "") -> int:
        return till.ask("GET", f"/v1/changes?scope=branch:1&epoch=1&after={after}{more}").status

    refused = till.ask("GET", f"/v1/changes?scope=branch:1&epoch=1&after={before}")
    assert (refused.status, refused.json["error"]) == (410, "too_old")
    assert [asked(0), asked(before, "&anew=true"), asked(listening)] == [200, 200, 200]
    assert all(it.body is not None for it in till.page().changes)
    told = till.ask("GET", "/v1/hello").json["heads"]["branch:1"]
    assert before < told["min_seq"] <= listening


def test_it_is_done_once_a_day(shop: Shop, till: Counter) -> None:
    days_pass(shop, BEGAN, BEGAN + LATER)
    with shop.database.write(scope_of(1)) as tx:
        feed.delete(tx, scope_of(1), "hold", "1")

    assert compact(shop.database, BEGAN + LATER + timedelta(hours=1)) == 0
    assert len(till.page().changes) > 0


def test_an_offer_leaves_the_feed_once_it_has_been_over_for_long(shop: Shop, till: Counter) -> None:
    offer(shop, "OVER", until=BEGAN - EVERY)
    offer(shop, "OVER-SOON", until=BEGAN + EVERY)
    offer(shop, "ALWAYS", until=None)
    shop.database.transact(lambda tx: coupons.issue(tx, [IssuedCoupon("C-1", "OVER", "")]), GLOBAL, rows=1)
    days_pass(shop, BEGAN, BEGAN + KEPT)
    soon = offered(till)

    compact(shop.database, BEGAN + LATER)

    assert soon >= {"OVER", "OVER-SOON", "ALWAYS"}
    assert soon - offered(till) == {"OVER"}
    assert [it.body for it in till.page(scope=GLOBAL).changes if it.entity_id == "OVER"] == [None]
    with shop.database.read() as reader:
        assert "OVER" in {it["offer"] for it in offers.offers(reader)}
        assert offers.coupon_of_code(reader, "C-1") is not None, "who shows it hears that it is over"


def test_an_offer_that_is_made_anew_or_ended_lately_stays_in_the_feed(shop: Shop, till: Counter) -> None:
    for name in ("AGAIN", "LATELY"):
        offer(shop, name, until=BEGAN - EVERY)
    compact(shop.database, BEGAN)
    offer(shop, "AGAIN", until=BEGAN + 9 * KEPT)
    offer(shop, "LATELY", until=BEGAN - EVERY / 2)

    compact(shop.database, BEGAN + LATER)

    assert offered(till) >= {"AGAIN", "LATELY"}


def offer(shop: Shop, name: str, *, until: datetime | None) -> None:
    made = Offer(name, PercentOff(100), validity=Validity(until=until), name_zh="九折", name_en="10 % off")
    shop.database.transact(lambda tx: offers.store_offer(tx, made), GLOBAL)


def offered(till: Counter) -> set[str]:
    return {it.entity_id for it in till.page(scope=GLOBAL).changes if it.entity == "offer" and it.body is not None}
