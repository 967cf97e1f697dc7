"""Every key that leads to an order leads there whatever its number: ten digits are too many for a C++ int."""

from PySide6.QtCore import Qt

from clerk_app.desk import work
from tests.ui.conftest import Counter
from tests.ui.shop import Hub, Shop
from ui.widgets.rows import Action
from ui.widgets.stat_tile import StatTile

CTRL, ALT, SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)


def a_long_number(shop: Shop) -> int:
    """Place orders until one has a number that needs more than 31 bits, as seven of eight have."""
    while (number := shop.order()) < 2**31:
        pass
    shop.sync()
    return number


def make_ready(shop: Shop, number: int) -> None:
    assert work.ready(shop.till, number, clerk=shop.clerk(), shelf="A-03").reason is None
    shop.sync()


def rows_of_next(counter: Counter) -> list[tuple[str, str]]:
    return [(job.id, job.action) for job in counter.app.counter.screen.jobs]


def test_a_row_of_next_leads_to_its_order_in_the_queue(at_work: Counter, shop: Shop) -> None:
    a_long_number(shop)
    at_work.app.counter.refresh()
    at_work.until(lambda: any(int(number) >= 2**31 for number, _ in rows_of_next(at_work)))
    place = next(place for place, (number, _) in enumerate(rows_of_next(at_work)) if int(number) >= 2**31)
    number, action = rows_of_next(at_work)[place]
    if action == "Accept":
        at_work.press(Qt.Key(Qt.Key.Key_1 + place), CTRL)
    at_work.until(lambda: (number, "Pick") in rows_of_next(at_work))

    at_work.press(Qt.Key(Qt.Key.Key_1 + place), CTRL)

    at_work.until(lambda: at_work.window.page == "queue")
    assert at_work.app.work.screen.selected == number


def test_the_verb_of_a_ready_order_in_the_queue_opens_it(at_work: Counter, shop: Shop) -> None:
    number = a_long_number(shop)
    make_ready(shop, number)
    at_work.press(Qt.Key.Key_3, ALT)
    at_work.app.work.refresh()
    at_work.app.work.select(str(number))
    verb = at_work.app.work_view.verb
    at_work.until(lambda: verb.isVisible() and verb.isEnabled() and verb.armed)

    at_work.press(Qt.Key.Key_Return, CTRL)

    at_work.until(lambda: at_work.app.pickup.is_open)


def test_an_order_that_was_found_by_its_article_is_opened_by_its_key(at_work: Counter, hub: Hub, shop: Shop) -> None:
    a_long_number(shop)
    at_work.app.counter.refresh()
    at_work.scan(hub.demo["skus"][0]["gtin"])
    at_work.until(lambda: any(_is_long(one) for one in at_work.app.article.screen.orders))
    action = next(one for one in at_work.app.article.screen.orders if _is_long(one))

    at_work.press(Qt.Key(Qt.Key.Key_0 + int(action.key[-1])), CTRL | SHIFT)

    at_work.until(lambda: at_work.app.pickup.is_open)


def test_the_counts_of_the_counter_lead_to_the_queue(at_work: Counter) -> None:
    at_work.app.counter_view.findChildren(StatTile)[0].click()

    assert at_work.window.page == "queue"


def _is_long(action: Action) -> bool:
    return int(action.id.removeprefix("open:")) >= 2**31
