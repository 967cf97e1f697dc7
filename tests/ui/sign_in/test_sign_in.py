"""Signing in with a badge and a PIN, locking, and changing places."""

from PySide6.QtCore import Qt

from tests.ui.conftest import Counter
from tests.ui.shop import Hub
from ui.theme import State


def test_a_clerk_scans_the_badge_and_types_the_pin(counter: Counter, hub: Hub) -> None:
    clerk = hub.staff("clerk")

    counter.sign_in(clerk["badge"], clerk["pin"])

    assert counter.app.session.acting.badge == clerk["badge"]
    assert not counter.window.covered
    assert counter.window.scan_field.text() == ""


def test_a_clerk_picks_the_name_with_a_key(counter: Counter) -> None:
    counter.press(Qt.Key.Key_F5)

    assert counter.app.sign_in.screen.people[0].chosen
    assert counter.app.sign_in.screen.can_type_pin


def test_a_wrong_pin_says_so_and_clears_the_digits(counter: Counter, hub: Hub) -> None:
    counter.scan(hub.staff("cashier")["badge"])
    attempt = counter.app.sign_in.screen.attempt

    counter.type("000000", gap_ms=60)

    counter.until(lambda: counter.app.sign_in.screen.message_state is State.REFUSED)
    assert counter.app.sign_in.screen.attempt > attempt
    assert counter.app.session.locked


def test_anything_but_a_badge_is_turned_away_by_its_kind(counter: Counter) -> None:
    counter.scan("MB0000000018")

    counter.until(lambda: bool(counter.app.sign_in.screen.message))
    assert "Member card" in counter.app.sign_in.screen.message


def test_locking_keeps_what_is_open(at_work: Counter, hub: Hub) -> None:
    at_work.scan("https://example.com/x")
    at_work.until(lambda: at_work.app.counter.screen.found is not None)

    at_work.press(Qt.Key.Key_F12)
    assert at_work.window.covered
    clerk = hub.staff("clerk")
    at_work.sign_in(clerk["badge"], clerk["pin"])

    assert at_work.app.counter.screen.found is not None


def test_another_badge_at_the_counter_offers_to_change_places(at_work: Counter, hub: Hub) -> None:
    other = hub.staff("cashier")

    at_work.scan(other["badge"])
    at_work.until(lambda: at_work.app.counter.screen.found is not None)
    at_work.qtbot.waitUntil(at_work.app.counter_view.found.isVisible)
    at_work.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    at_work.until(lambda: at_work.window.covered)
    assert at_work.app.sign_in.screen.chosen == other["name_en"]
