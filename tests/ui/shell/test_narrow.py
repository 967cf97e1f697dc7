"""In a narrow window and with large text nothing needs a scroll bar sideways, and every tab has its key."""

from dataclasses import replace

from PySide6.QtCore import Qt

from tests.ui.conftest import Counter
from tests.ui.pickup.test_pickup import look
from tests.ui.shop import Shop


def test_the_sign_in_screen_fits_a_narrow_window(counter: Counter) -> None:
    counter.window.resize(1026, 768)
    people = counter.app.sign_in_view.people
    content = people.widget()
    assert content is not None

    counter.until(lambda: counter.app.sign_in_view.width() == 1026)

    assert not people.horizontalScrollBar().isVisible()
    counter.until(lambda: content.minimumSizeHint().width() <= people.viewport().width())


def test_with_large_text_the_person_is_reached_by_the_keys_that_are_painted(at_work: Counter, shop: Shop) -> None:
    at_work.window.resize(1026, 768)
    at_work.app.set_preferences(replace(at_work.app.preferences, text_scale=2.0))
    look(at_work, shop.ready(quantities=(1,)).code)
    view = at_work.app.pickup_view
    at_work.until(view.articles.isVisible)
    assert not view.side.isVisible()

    for modifier in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier):
        at_work.press(Qt.Key.Key_F7, modifier)
        at_work.until(view.side.isVisible)
        at_work.press(Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier)
        at_work.until(view.articles.isVisible)
