"""From where an article is best had, and what is said of why."""

from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clerk_app.domain.aisle.places import Place, week_of
from clerk_app.domain.aisle.quotes import Method, Quote, Why, quotes
from clerk_app.domain.stock import Stock
from tests.domain.aisle.builders import SHOP_HOURS, ZONE, a_place, a_stock, a_wish

PICKUP = frozenset({Method.PICKUP})
SHIP = frozenset({Method.SHIP})
CLOSED_TODAY = week_of(("10:00-21:00", "10:00-21:00", "10:00-21:00", "", "10:00-21:00", "10:00-21:00", "10:00-21:00"))


def offered(*places: tuple[Place, Stock], **wish: Any) -> list[tuple[int, Why]]:
    return [(it.branch, it.why) for it in quotes(places, a_wish(**{"methods": PICKUP, **wish}))]


def test_the_nearest_comes_first() -> None:
    far, near = (a_place(2, north_m=9_000), a_stock(50)), (a_place(3, north_m=2_000), a_stock(2))

    assert offered(far, near) == [(3, Why.NEAREST), (2, Why.FARTHER)]


def test_of_two_that_are_as_near_the_one_that_keeps_more_pieces_comes_first() -> None:
    last, many = (a_place(2, north_m=2_000), a_stock(1)), (a_place(3, north_m=2_300), a_stock(9))

    assert offered(last, many) == [(3, Why.MORE_LEFT), (2, Why.FEWER_LEFT)]


def test_one_that_is_open_comes_before_a_nearer_one_that_is_closed_unless_it_is_sent() -> None:
    closed, is_open = (a_place(2, north_m=500, week=CLOSED_TODAY), a_stock()), (a_place(3, north_m=5_000), a_stock())

    assert offered(closed, is_open) == [(3, Why.OPEN_NOW), (2, Why.CLOSED_NOW)]
    assert offered(closed, is_open, methods=SHIP) == [(3, Why.SOONER), (2, Why.LATER)]


def test_one_with_free_hands_comes_before_a_busy_one_and_a_full_one_is_no_offer() -> None:
    busy = a_place(2, north_m=500, orders_a_day=10, orders_today=8), a_stock()
    full = a_place(3, north_m=600, orders_a_day=10, orders_today=10), a_stock()
    idle = a_place(4, north_m=5_000, orders_a_day=10), a_stock()

    assert offered(busy, full, idle) == [(4, Why.FREE_HANDS), (2, Why.BUSY)]


def test_what_is_promised_to_others_or_kept_back_is_offered_to_nobody() -> None:
    promised = a_place(2), a_stock(5, reserved=4, safety=1)

    assert offered(promised) == []
    assert offered((a_place(2), a_stock(5, reserved=2, safety=1)), quantity=3) == []
    assert offered((a_place(2), a_stock(5, reserved=2, safety=1)), quantity=2) == [(2, Why.ONLY_ONE)]


def test_a_branch_does_only_what_it_can() -> None:
    warehouse = a_place(9, is_warehouse=True, pickup=False), a_stock()
    small = a_place(2, ships=False), a_stock()

    found = quotes((warehouse, small), a_wish())

    assert {(it.branch, it.method) for it in found} == {(9, Method.SHIP), (2, Method.PICKUP)}


def test_who_wants_to_collect_at_one_branch_is_offered_that_alone() -> None:
    assert offered((a_place(2), a_stock()), (a_place(3), a_stock()), only_at=3) == [(3, Why.ONLY_ONE)]


def test_a_place_of_which_nobody_knows_where_it_is_comes_last() -> None:
    nowhere, far = (a_place(2, spot=None), a_stock(99)), (a_place(3, north_m=40_000), a_stock())

    assert offered(nowhere, far) == [(3, Why.NEAREST), (2, Why.FARTHER)]


def promised(wish_at: datetime, method: Method, *, north_m: int = 0) -> tuple[date, date]:
    only: Quote = quotes([(a_place(2, north_m=north_m), a_stock())], a_wish(now=wish_at, methods=frozenset({method})))[
        0
    ]
    return only.promise_from, only.promise_to


@pytest.mark.parametrize(
    ("hour", "days"),
    [
        (12, (26, 26)),  # ready at two
        (18, (26, 27)),  # ready at eight, an hour before closing: not to be counted on
        (20, (27, 27)),  # an hour of work tonight, one tomorrow
        (23, (27, 27)),
    ],
)
def test_a_pickup_is_promised_for_when_the_branch_is_open(hour: int, days: tuple[int, int]) -> None:
    at = datetime(2026, 11, 26, hour, 30 if hour == 18 else 0, tzinfo=ZONE)

    assert promised(at, Method.PICKUP) == (date(2026, 11, days[0]), date(2026, 11, days[1]))


def test_a_parcel_is_promised_by_how_far_it_goes() -> None:
    noon = datetime(2026, 11, 26, 12, 0, tzinfo=ZONE)

    assert promised(noon, Method.SHIP, north_m=10_000) == (date(2026, 11, 27), date(2026, 11, 27))
    assert promised(noon, Method.SHIP, north_m=900_000) == (date(2026, 11, 28), date(2026, 11, 29))


PLACES = st.lists(
    st.tuples(
        st.integers(0, 60_000),  # metres
        st.integers(0, 6),  # on hand
        st.sampled_from([SHOP_HOURS, CLOSED_TODAY, (), week_of(("",) * 7)]),
        st.integers(0, 10),  # orders today, of ten
    ),
    max_size=8,
)


@given(drawn=PLACES, quantity=st.integers(1, 4), turned=st.randoms(use_true_random=False))
def test_the_offers_do_not_depend_on_the_order_of_the_places_and_each_can_be_kept(
    drawn: list[tuple[int, int, Any, int]], quantity: int, turned: Any
) -> None:
    places = [
        (a_place(no, north_m=away, week=week, orders_a_day=10, orders_today=orders), a_stock(on_hand))
        for no, (away, on_hand, week, orders) in enumerate(drawn, start=2)
    ]
    shuffled = turned.sample(places, len(places))

    found = quotes(places, a_wish(quantity=quantity))

    assert found == quotes(shuffled, a_wish(quantity=quantity))
    assert [it.rank for it in found] == list(range(1, len(found) + 1))
    for it in found:
        assert it.available >= quantity
        assert it.load_percent < 100
        assert it.promise_from <= it.promise_to
