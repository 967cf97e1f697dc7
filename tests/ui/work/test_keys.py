"""While an order is picked, the keys belong to its articles."""

import pytest
from PySide6.QtCore import Qt

from clerk_app.domain.orders import PickupStatus
from tests.ui.conftest import Counter
from tests.ui.shop import Shop
from tests.ui.work.test_work import confirm, go_to_new_order, status, ticked


def start_picking(counter: Counter, shop: Shop) -> int:
    number = go_to_new_order(counter, shop)
    confirm(counter)
    counter.until(lambda: status(counter, number) is PickupStatus.ACCEPTED)
    return number


def test_after_the_start_of_picking_down_and_space_are_for_the_articles(at_work: Counter, shop: Shop) -> None:
    number = start_picking(at_work, shop)

    at_work.press(Qt.Key.Key_Space)
    at_work.until(lambda: ticked(at_work) == 1)
    at_work.press(Qt.Key.Key_Down)
    at_work.press(Qt.Key.Key_Space)

    at_work.until(lambda: ticked(at_work) == 3)
    assert at_work.app.work.screen.selected == str(number)


@pytest.mark.parametrize("key", [Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Escape])
def test_the_keys_go_back_to_the_card_that_has_moved_and_space_ticks_at_once(
    at_work: Counter, shop: Shop, key: Qt.Key
) -> None:
    number = start_picking(at_work, shop)
    articles = at_work.app.work_view.detail.list
    assert articles.hasFocus()

    at_work.press(key)
    assert at_work.app.work_view.board.has_focus
    assert at_work.app.work.screen.selected == str(number)
    at_work.press(Qt.Key.Key_Space)

    at_work.until(lambda: ticked(at_work) == 1)
    assert articles.hasFocus()


def test_once_it_is_ready_the_keys_are_on_its_card_again(at_work: Counter, shop: Shop) -> None:
    number = start_picking(at_work, shop)
    at_work.press(Qt.Key.Key_F6)
    at_work.until(lambda: ticked(at_work) == 3)
    confirm(at_work)
    at_work.until(lambda: at_work.app.work_view.shelf_sheet.is_open)

    at_work.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    at_work.until(lambda: status(at_work, number) is PickupStatus.READY)

    at_work.until(lambda: at_work.app.work_view.board.has_focus)
    assert at_work.app.work.screen.selected == str(number)
