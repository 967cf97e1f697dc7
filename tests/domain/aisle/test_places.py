"""Where branches are and when they are open."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clerk_app.domain.aisle.places import (
    Spot,
    distance_m,
    done_at,
    is_open,
    open_day_after,
    open_until,
    week_of,
    week_texts,
)
from tests.domain.aisle.builders import NOON, SHOP_HOURS, ZONE

SPOTS = st.builds(Spot, st.integers(-90_000_000, 90_000_000), st.integers(-180_000_000, 180_000_000))
HALF_EARTH_M = 20_015_200


def test_shanghai_is_as_far_from_hangzhou_as_the_map_says() -> None:
    assert distance_m(Spot(30_274_100, 120_155_100), Spot(31_230_400, 121_473_700)) == pytest.approx(164_700, rel=0.01)


@given(one=SPOTS, other=SPOTS)
def test_a_way_is_as_long_there_as_back_and_never_longer_than_half_round_the_earth(one: Spot, other: Spot) -> None:
    there = distance_m(one, other)

    assert there == distance_m(other, one)
    assert 0 <= there <= HALF_EARTH_M
    assert distance_m(one, one) == 0


def test_hours_are_read_as_they_are_written() -> None:
    texts = ("09:00-21:30", "", "00:00-24:00", "10:00-21:00", "10:00-21:00", "10:00-21:00", "")

    assert week_texts(week_of(texts)) == texts
    assert week_of(()) == ()


@pytest.mark.parametrize("texts", [("09:00-21:00",), ("9-21",) * 7, ("21:00-09:00",) * 7, ("09:00-24:30",) * 7])
def test_hours_that_cannot_be_are_refused(texts: tuple[str, ...]) -> None:
    with pytest.raises(ValueError, match=r"."):
        week_of(texts)


def test_a_branch_is_open_until_it_closes_and_not_a_minute_longer() -> None:
    closing = datetime(2026, 11, 26, 21, 0, tzinfo=ZONE)

    assert open_until(SHOP_HOURS, NOON, ZONE) == closing
    assert is_open(SHOP_HOURS, closing - timedelta(minutes=1), ZONE)
    assert not is_open(SHOP_HOURS, closing, ZONE)
    assert is_open((), closing, ZONE), "of unknown hours it counts as open"


def test_a_branch_that_never_closes_is_open_until_midnight() -> None:
    always = week_of(("00:00-24:00",) * 7)

    assert open_until(always, NOON, ZONE) == datetime(2026, 11, 27, 0, 0, tzinfo=ZONE)


def test_work_that_is_begun_at_night_is_done_in_the_morning_and_over_a_day_off_it_waits() -> None:
    late = datetime(2026, 11, 28, 20, 0, tzinfo=ZONE)  # a Saturday
    closed_on_sunday = week_of((*("10:00-21:00",) * 6, ""))

    done = done_at(closed_on_sunday, late, ZONE, takes=timedelta(hours=2))

    assert done == datetime(2026, 11, 30, 11, 0, tzinfo=ZONE)
    assert open_day_after(closed_on_sunday, date(2026, 11, 28)) == date(2026, 11, 30)


def test_where_nobody_ever_works_nothing_is_ever_done() -> None:
    assert done_at(week_of(("",) * 7), NOON, ZONE, takes=timedelta(hours=1)) is None
