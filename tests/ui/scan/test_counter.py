"""The counter at rest answers every kind of code, and leaves the scan field clean."""

import pytest
from PySide6.QtCore import Qt

from tests.ui.conftest import Counter
from tests.ui.shop import Shop
from ui.theme import State


def found_title(counter: Counter) -> str:
    counter.until(lambda: counter.app.counter.screen.found is not None)
    found = counter.app.counter.screen.found
    assert found is not None
    return found.title


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("https://example.com/x", "This code is not known"),
        ("MB0000000018", "No open pickup order of this member here"),
        ("4006381333932", "This code is not known"),
    ],
)
def test_other_codes_are_answered_sensibly(at_work: Counter, text: str, title: str) -> None:
    at_work.scan(text)

    assert found_title(at_work) == title


def test_a_scan_leaves_nothing_in_a_field_that_is_being_typed_into(at_work: Counter, shop: Shop) -> None:
    order = shop.ready(quantities=(1,))
    at_work.press(Qt.Key.Key_F11)
    settings = at_work.window.focusWidget()

    at_work.scan(order.code)

    assert settings is not None
    assert order.code not in str(settings.property("text"))
    at_work.press(Qt.Key.Key_Escape)
    at_work.until(lambda: at_work.app.pickup.is_open)


def test_a_new_order_is_counted_and_accepted_by_its_key(at_work: Counter, shop: Shop) -> None:
    before = len(at_work.app.counter.screen.jobs)
    shop.order(quantities=(1,))
    at_work.app.sync.wake()
    at_work.until(lambda: bool(at_work.app.counter.screen.jobs) or before > 0)
    new = next(place for place, job in enumerate(at_work.app.counter.screen.jobs) if job.action == "Accept")

    at_work.press(Qt.Key(Qt.Key.Key_1 + new), Qt.KeyboardModifier.ControlModifier)

    at_work.until(lambda: any("Accepted" in entry.title for entry in at_work.app.counter.screen.log))


def test_escape_clears_what_was_found(at_work: Counter) -> None:
    at_work.scan("https://example.com/x")
    assert found_title(at_work)

    at_work.press(Qt.Key.Key_Escape)

    assert at_work.app.counter.screen.found is None


def test_a_refused_code_is_listed_as_refused(at_work: Counter, shop: Shop) -> None:
    order_no = shop.order(quantities=(1,))
    shop.sync()

    at_work.scan(str(order_no))

    at_work.until(lambda: any(entry.state is State.REFUSED for entry in at_work.app.counter.screen.log))
