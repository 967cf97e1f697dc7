"""The bar below says of a scan only what became of that scan; an act has a time of its own."""

from PySide6.QtCore import Qt

from tests.ui.basket.conftest import basket_counter
from tests.ui.conftest import Counter
from tests.ui.pickup.test_pickup import CTRL, look
from tests.ui.shop import Hub, Shop
from ui.pickup.screen import Stage
from ui.theme import State


def test_a_hand_over_is_not_what_became_of_the_scan_before_it(at_work: Counter, shop: Shop) -> None:
    look(at_work, shop.ready(quantities=(1,)).code)
    scanned = at_work.app.shell.screen.last
    at_work.press(Qt.Key.Key_Space)
    at_work.armed()

    at_work.press(Qt.Key.Key_Return, CTRL)

    at_work.until(lambda: at_work.app.pickup.screen.stage is Stage.AFTER)
    assert "Pickup code" in scanned.title
    assert "Ready to hand over" in scanned.outcome
    assert "Pickup code" not in at_work.app.shell.screen.last.title


def test_what_was_said_to_one_clerk_is_not_said_to_the_next(counter: Counter, hub: Hub, shop: Shop) -> None:
    at_basket = basket_counter(counter, hub, shop)
    at_basket.scan("4006381333931")
    at_basket.until(lambda: at_basket.parts.presenter.screen.notice is not None)
    at_basket.until(lambda: "does not know" in at_basket.app.shell.screen.last.outcome)

    at_basket.press(Qt.Key.Key_F12)
    manager = hub.staff("manager")
    at_basket.sign_in(manager["badge"], manager["pin"])

    assert at_basket.parts.presenter.screen.notice is None


def test_the_scan_of_one_clerks_customer_is_not_shown_to_the_next(counter: Counter, hub: Hub, shop: Shop) -> None:
    clerk = hub.staff("clerk")
    counter.sign_in(clerk["badge"], clerk["pin"])
    counter.until(lambda: counter.app.shell.online)
    look(counter, shop.ready(quantities=(1,)).code)
    assert "Pickup code" in counter.app.shell.screen.last.title

    counter.press(Qt.Key.Key_F12)

    nothing = "Nothing scanned yet"
    assert counter.app.shell.screen.last.title == nothing, "nor to whoever stands before the till that is locked"
    counter.app.shell.note_outcome(State.DONE, "Order of Li Na: collected")  # an answer that came late
    assert counter.app.shell.screen.last.title == nothing
    manager = hub.staff("manager")
    counter.sign_in(manager["badge"], manager["pin"])
    assert counter.app.shell.screen.last.title == nothing
    assert counter.window.verb_bar.accessibleName().startswith(nothing)
