"""The work queue in the real window, on a real hub, driven with keys and scans."""

import time

from PySide6.QtCore import Qt

from clerk_app.desk import outbox, work
from clerk_app.domain.orders import PickupStatus
from tests.ui.conftest import Counter
from tests.ui.shop import Hub, Shop
from ui.theme import State

CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


def test_an_order_that_is_placed_online_rings_within_a_second(at_work: Counter, shop: Shop) -> None:
    rang: list[tuple[str, float]] = []

    def hear(words: str) -> None:
        rang.append((words, time.monotonic()))

    at_work.app.work.rang.connect(hear)
    at_work.press(Qt.Key.Key_3, ALT)
    listening = at_work.app.sync
    at_work.until(lambda: at_work.app.work.screen.loaded and listening.isRunning())
    shop_order_settles(at_work)

    placed_s = time.monotonic()
    number = shop.order()
    at_work.until(lambda: bool(rang))

    assert str(number)[-4:] in rang[0][0]
    assert rang[0][1] - placed_s < 1.0
    assert banner_of(at_work, number) == "Just in"


def test_an_order_is_picked_by_scan_and_made_ready_with_keys_alone(at_work: Counter, hub: Hub, shop: Shop) -> None:
    number = go_to_new_order(at_work, shop)

    confirm(at_work)
    at_work.until(lambda: status(at_work, number) is PickupStatus.ACCEPTED)
    for sku, times in ((0, 1), (1, 2)):
        for _ in range(times):
            before = ticked(at_work)
            at_work.scan(hub.demo["skus"][sku]["gtin"])
            at_work.until(lambda count=before: ticked(at_work) == count + 1)
    confirm(at_work)
    at_work.until(lambda: at_work.app.work_view.shelf_sheet.is_open)
    at_work.press(Qt.Key.Key_7)
    at_work.until(lambda: at_work.app.work.screen.ready is not None and at_work.app.work.screen.ready.chosen == "B-07")
    at_work.press(Qt.Key.Key_Return, CTRL)

    at_work.until(lambda: status(at_work, number) is PickupStatus.READY)
    at_work.until(lambda: notice_state(at_work) is State.DONE)
    at_work.until(lambda: bool(pickup_id(at_work, number)))
    told = work.order(at_work.app.till, number)
    assert told is not None
    assert told.shelf == "B-07"


def test_an_article_of_another_order_is_refused_and_ticks_nothing(at_work: Counter, hub: Hub, shop: Shop) -> None:
    number = go_to_new_order(at_work, shop)
    confirm(at_work)
    at_work.until(lambda: status(at_work, number) is PickupStatus.ACCEPTED)
    heard: list[State] = []
    at_work.app.work.sounded.connect(heard.append)

    at_work.scan(hub.demo["skus"][9]["gtin"])
    at_work.until(lambda: bool(detail(at_work).trouble))

    assert ticked(at_work) == 0
    assert heard == [State.REFUSED]
    assert not at_work.app.work.screen.can_act


def test_an_order_is_given_back_with_its_reason(at_work: Counter, shop: Shop) -> None:
    number = go_to_new_order(at_work, shop)

    at_work.press(Qt.Key.Key_F8)
    at_work.until(lambda: at_work.app.work_view.reason_sheet.is_open)
    assert not at_work.app.work_view.reason_sheet.verb.isEnabled(), "nothing is given back without a reason"
    at_work.press(Qt.Key.Key_2)
    at_work.until(at_work.app.work_view.reason_sheet.verb.isEnabled)
    at_work.press(Qt.Key.Key_Return, CTRL)

    at_work.until(lambda: status(at_work, number) is PickupStatus.REJECTED)
    at_work.until(lambda: outbox.waiting(at_work.app.till) == 0)
    sent = outbox.just_now(at_work.app.till, limit=1)[0]
    assert sent.operation.body["reason"] == "damaged"


def test_what_was_ticked_is_kept_when_the_clerk_goes_elsewhere(at_work: Counter, shop: Shop) -> None:
    number = go_to_new_order(at_work, shop)
    confirm(at_work)
    at_work.until(lambda: status(at_work, number) is PickupStatus.ACCEPTED)
    at_work.press(Qt.Key.Key_F6)
    at_work.until(lambda: ticked(at_work) == 3)

    at_work.press(Qt.Key.Key_1, ALT)

    at_work.until(lambda: status(at_work, number) is PickupStatus.PICKING)
    told = work.order(at_work.app.till, number)
    assert told is not None
    assert [line.picked for line in told.lines] == [1, 2]


def test_a_scan_waits_while_the_shelf_is_asked_for(at_work: Counter, hub: Hub, shop: Shop) -> None:
    number = go_to_new_order(at_work, shop)
    confirm(at_work)
    at_work.until(lambda: status(at_work, number) is PickupStatus.ACCEPTED)
    at_work.press(Qt.Key.Key_F6)
    at_work.until(lambda: at_work.app.work.screen.can_act)
    confirm(at_work)
    at_work.until(lambda: at_work.app.work_view.shelf_sheet.is_open)

    at_work.scan(hub.demo["skus"][9]["gtin"])
    assert at_work.app.work_view.shelf_sheet.is_open
    assert not detail(at_work).trouble, "it waits"
    at_work.press(Qt.Key.Key_Escape)

    at_work.until(lambda: bool(detail(at_work).trouble))
    assert at_work.app.work_view.shelf_sheet.other.text() == "", "the sheet's own field stays clean"
    assert at_work.window.page == "queue"


def go_to_new_order(counter: Counter, shop: Shop) -> int:
    """Place an order, open the queue, and go to its card."""
    number = shop.order()
    go_to(counter, number)
    return number


def go_to(counter: Counter, number: int) -> None:
    counter.until(lambda: status(counter, number) is PickupStatus.NEW)
    counter.press(Qt.Key.Key_3, ALT)
    counter.until(lambda: counter.window.page == "queue" and bool(counter.app.work.screen.selected))
    for _ in range(60):
        if counter.app.work.screen.selected == str(number):
            break
        counter.press(Qt.Key.Key_Down)
    assert counter.app.work.screen.selected == str(number)


def confirm(counter: Counter) -> None:
    verb = counter.app.work_view.verb
    counter.until(lambda: verb.isVisible() and verb.isEnabled() and verb.armed)
    counter.press(Qt.Key.Key_Return, CTRL)


def shop_order_settles(counter: Counter) -> None:
    """The line for hints stands once the hub has been heard and the queue was drawn from it."""
    counter.until(lambda: counter.app.shell.online and bool(counter.app.work.screen.columns))


def status(counter: Counter, number: int) -> PickupStatus | None:
    found = work.order(counter.app.till, number)
    return found.status if found else None


def pickup_id(counter: Counter, number: int) -> str:
    """Given by the hub, in the transaction that signs the code."""
    found = work.order(counter.app.till, number)
    return found.pickup_id if found else ""


def notice_state(counter: Counter) -> State | None:
    notice = counter.app.work.screen.notice
    return notice.state if notice else None


def detail(counter: Counter):
    shown = counter.app.work.screen.detail
    assert shown is not None, "the queue has gone to an order"
    return shown


def ticked(counter: Counter) -> int:
    return sum(row.ticked for row in detail(counter).rows)


def banner_of(counter: Counter, number: int) -> str:
    cards = (card for column in counter.app.work.screen.columns for card in column.cards)
    return next(card.banner for card in cards if card.id == str(number))
