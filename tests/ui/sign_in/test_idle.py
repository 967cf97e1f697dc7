"""Nobody has touched the till for a while: it locks itself, sooner where a manager has signed in."""

from collections.abc import Generator

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.conftest import Counter
from tests.ui.shop import Hub
from ui import app as the_app
from ui.chain import chain_of


@pytest.fixture
def hasty(counter: Counter, hub: Hub, monkeypatch: pytest.MonkeyPatch) -> Generator[Counter]:
    """Half a second for a manager, and one second, which head office's rules say, for everybody else."""
    monkeypatch.setattr(the_app, "MANAGER_IDLE_S", 0.5)
    hub.run("rules", "set", "idle_lock_s=1")
    try:
        counter.app.sync.wake()
        counter.until(lambda: chain_of(counter.app.till).idle_lock_s == 1)
        yield counter
    finally:
        hub.run("rules", "set", "idle_lock_s=180")


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
