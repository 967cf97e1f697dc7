"""Trusted time: what a wrong clock at the till can and cannot do."""

from datetime import UTC, datetime, timedelta

import pytest

from clerk_app.domain.trusted_time import Anchor, ClockTrouble, clock_trouble, running_now, time_floor, trusted_now

FLOOR = datetime(2026, 11, 22, 12, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("off", "trouble"),
    [
        (-3652 * DAY, ClockTrouble.BEHIND),
        (-DAY, ClockTrouble.BEHIND),
        (-11 * MINUTE, ClockTrouble.BEHIND),
        (-10 * MINUTE, None),
        (timedelta(0), None),
        (DAY, None),
        (3652 * DAY, None),
    ],
)
def test_a_clock_behind_what_is_known_is_noticed_and_not_believed(off: timedelta, trouble: ClockTrouble | None) -> None:
    wall = FLOOR + off

    assert clock_trouble(wall=wall, floor=FLOOR) is trouble
    assert trusted_now(wall, FLOOR) == max(wall, FLOOR)


def test_the_floor_is_the_latest_evidence() -> None:
    assert time_floor(FLOOR - DAY, None, FLOOR, FLOOR - MINUTE) == FLOOR


@pytest.mark.parametrize(
    ("jump", "trouble"),
    [
        (-3 * MINUTE, ClockTrouble.JUMPED),
        (-2 * MINUTE, None),
        (2 * MINUTE, None),
        (3 * MINUTE, ClockTrouble.JUMPED),
        (DAY, ClockTrouble.JUMPED),
    ],
)
def test_a_clock_that_is_set_during_a_run_is_noticed_and_does_not_move_the_time(
    jump: timedelta, trouble: ClockTrouble | None
) -> None:
    anchor = Anchor(at=FLOOR + DAY, monotonic_s=1000.0)
    an_hour_on = FLOOR + DAY + timedelta(hours=1)

    assert clock_trouble(wall=an_hour_on + jump, floor=FLOOR, anchor=anchor, monotonic_s=4600.0) is trouble
    assert running_now(anchor, monotonic_s=4600.0, floor=FLOOR) == an_hour_on


def test_newer_evidence_moves_the_running_time_forward() -> None:
    anchor = Anchor(at=FLOOR, monotonic_s=0.0)

    assert running_now(anchor, monotonic_s=60.0, floor=FLOOR + DAY) == FLOOR + DAY
