"""When work is due: with its day only where it could be taken for another one."""

from datetime import datetime, timedelta

import pytest
from pytestqt.qtbot import QtBot

from ui.formats import short_moment
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
