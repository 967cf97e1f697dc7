"""When work is due: with its day only where it could be taken for another one."""

import time
from datetime import UTC, datetime, timedelta

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.conftest import Counter
from ui.formats import clock_time, short_moment
from ui.language import use_language


def late_evening() -> datetime:
    return datetime(2026, 11, 25, 23, 25).astimezone()


@pytest.mark.parametrize(
    ("ahead", "seen"),
    [
        (timedelta(minutes=10), "23:35"),
        (timedelta(minutes=50), "00:15"),
        (timedelta(hours=12, minutes=1), "tomorrow 11:26"),
        (timedelta(days=1), "tomorrow 23:25"),
    ],
)
def test_tonight_needs_no_day(qtbot: QtBot, ahead: timedelta, seen: str) -> None:
    use_language("en")
    assert short_moment(late_evening() + ahead, now=late_evening()) == seen


def test_later_today_needs_no_day_either(qtbot: QtBot) -> None:
    use_language("en")
    morning = late_evening().replace(hour=8)
    assert short_moment(morning.replace(hour=21), now=morning) == "21:25"


@pytest.mark.skipif(
    not hasattr(time, "tzset"), reason="the zone of this computer cannot be changed in a running process"
)
def test_a_computer_set_to_another_zone_tells_the_chains_time(
    counter: Counter, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TZ", "America/New_York")
    time.tzset()
    assert clock_time(datetime(2026, 11, 25, 15, 25, tzinfo=UTC)) == "23:25"
