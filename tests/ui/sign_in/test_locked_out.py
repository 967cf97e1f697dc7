"""Somebody typed too many wrong PINs, or the hub has been silent for too long: what is said, and who helps."""

from collections.abc import Generator
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from clerk_app.desk import sign_in
from tests.tills import BOSS, GRACE, PIN, HandClock, a_till
from ui.language import use_language
from ui.session import Session
from ui.sign_in.presenter import SignInPresenter
from ui.sign_in.view import SignInView
from ui.theme import State


class Door:
    """The sign-in screen of a till, with somebody who types."""

    def __init__(self, folder: Path, qtbot: QtBot) -> None:
        self.qtbot, self.clock = qtbot, HandClock()
        self.till = a_till(folder, clock=self.clock)
        self.session = Session()
        self.presenter = SignInPresenter(self.till, self.session)
        self.view = SignInView(self.presenter)
        qtbot.addWidget(self.view)
        self.view.show()
        self.presenter.begin()

    def pick(self, name: str) -> None:
        place = next(place for place, tile in enumerate(self.presenter.screen.people) if tile.name == name)
        self.view._people[place].click()  # pyright: ignore[reportPrivateUsage]

    def type(self, pin: str) -> None:
        attempt = self.presenter.screen.attempt
        for digit in pin:
            QTest.keyClick(self.view, digit)  # pyright: ignore[reportCallIssue, reportArgumentType]
        self.qtbot.waitUntil(lambda: self.presenter.screen.attempt > attempt)

    @property
    def said(self) -> str:
        return self.presenter.screen.message

    def lock_out(self) -> None:
        """Ten wrong PINs of Grace, each as soon as it may be typed."""
        for _ in range(10):
            refused = sign_in.check_pin(self.till, GRACE.badge, "000000")
            assert isinstance(refused, sign_in.SignInRefusal)
            if refused.wait_until:
                self.clock.advance(seconds=(refused.wait_until - self.clock.now()).total_seconds())
        self.pick(GRACE.name)
        self.type(PIN)


@pytest.fixture
def door(tmp_path: Path, qtbot: QtBot, ui_thread: None) -> Generator[Door]:
    use_language("en")
    opened = Door(tmp_path, qtbot)
    yield opened
    opened.till.close()


def test_who_is_locked_out_is_told_who_helps(door: Door) -> None:
    door.lock_out()

    assert door.said.startswith("Too many wrong PINs today. A manager")
    assert door.presenter.screen.message_state is State.REFUSED
    assert door.session.locked


def test_a_manager_lets_somebody_try_again_and_is_not_signed_in_by_it(door: Door) -> None:
    door.lock_out()

    door.pick(BOSS.name)
    assert door.presenter.screen.pin_hint.startswith(f"Your PIN lets {GRACE.name} try again")
    door.type(PIN)

    assert door.said == f"{GRACE.name} may try again now."
    assert door.session.locked
    assert door.presenter.screen.chosen == GRACE.name
    door.type(PIN)
    assert door.session.acting.badge == GRACE.badge


def test_a_wrong_pin_of_the_manager_unlocks_nothing(door: Door) -> None:
    door.lock_out()

    door.pick(BOSS.name)
    door.type("000000")
    assert door.presenter.screen.message_state is State.REFUSED
    door.pick(GRACE.name)
    door.type(PIN)

    assert door.said.startswith("Too many wrong PINs today")
    assert door.session.locked


def test_a_manager_who_picks_the_name_twice_signs_in(door: Door) -> None:
    door.lock_out()

    door.pick(BOSS.name)
    door.pick(BOSS.name)
    assert door.presenter.screen.pin_hint == "Type your 6-digit PIN"
    door.type(PIN)

    assert door.session.acting.badge == BOSS.badge


def test_after_a_week_without_the_hub_it_is_said_why_nobody_signs_in(door: Door) -> None:
    door.clock.advance(days=7, seconds=1)

    door.pick(GRACE.name)
    door.type(PIN)

    assert door.said.startswith("For more than 7 days this till has heard nothing")
    assert door.session.locked
