"""Nobody has touched the till for a while: it locks itself, sooner where a manager has signed in."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from clerk_app.wire import GLOBAL
from tests.tills import publish
from tests.ui.conftest import Counter
from tests.ui.shop import Hub
from ui import app as the_app


@pytest.fixture
def hasty(counter: Counter, monkeypatch: pytest.MonkeyPatch) -> Counter:
    """Half a second for a manager, and one second, which head office's rules say, for everybody else."""
    publish(counter.app.till, GLOBAL, [("rules", "chain", {"idle_lock_s": 1})])
    monkeypatch.setattr(the_app, "MANAGER_IDLE_S", 0.5)
    return counter


@pytest.mark.parametrize("role", ["clerk", "manager"])
def test_a_till_that_nobody_touches_locks_itself(hasty: Counter, hub: Hub, qtbot: QtBot, role: str) -> None:
    who = hub.staff(role)
    hasty.sign_in(who["badge"], who["pin"])

    with qtbot.waitSignal(hasty.app.idle.idle, timeout=5_000):
        pass

    assert hasty.app.session.locked
    assert hasty.window.covered


def test_every_key_begins_the_wait_anew(hasty: Counter, hub: Hub, qtbot: QtBot) -> None:
    who = hub.staff("clerk")
    hasty.sign_in(who["badge"], who["pin"])

    for _ in range(6):
        qtbot.wait(300)
        hasty.press(Qt.Key.Key_Shift)
    touched = hasty.app.session.locked
    hasty.until(lambda: hasty.app.session.locked)

    assert not touched
