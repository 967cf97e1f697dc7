"""What lies over the window: a lock closes it, and a scan never goes through it."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit

from clerk_app.desk import outbox, work
from clerk_app.desk.approvals import doubt_about
from clerk_app.domain.gtin import Gtin, shown_gtin
from clerk_app.domain.operations import Kind
from clerk_app.domain.orders import OrderNo
from clerk_app.domain.pickup import Refusal
from tests.ui.conftest import Counter
from tests.ui.pickup.test_pickup import CTRL, look
from tests.ui.shop import Hub, Shop
from ui.pickup.screen import Stage
from ui.sheets.approval import ApprovalSheet
from ui.sheets.help import open_help
from ui.widgets.drawer import Drawer
from ui.widgets.sheet import Sheet

Open = Callable[[Counter, Shop], None]


def undo(counter: Counter, shop: Shop) -> None:
    order = shop.ready(quantities=(1,))
    look(counter, order.code)
    counter.press(Qt.Key.Key_Space)
    counter.armed()
    counter.press(Qt.Key.Key_Return, CTRL)
    counter.until(lambda: counter.app.pickup.screen.stage is Stage.AFTER)
    counter.press(Qt.Key.Key_Z, CTRL)


def settings(counter: Counter, shop: Shop) -> None:
    counter.press(Qt.Key.Key_F11)


def keys(counter: Counter, shop: Shop) -> None:
    counter.press(Qt.Key.Key_F1)


def parked(counter: Counter, shop: Shop) -> None:
    for _ in range(3):
        look(counter, shop.ready(quantities=(2,)).code)
    counter.until(counter.window.parked.isVisible)
    counter.press(Qt.Key.Key_0, CTRL)


def approval(counter: Counter, shop: Shop) -> None:
    ask_for_approval(counter)


def ask_for_approval(counter: Counter) -> None:
    doubt = doubt_about(counter.app.till, Refusal.LONG_OFFLINE, OrderNo(1_000_000_001))
    counter.app.pickup.approval_wanted.emit(doubt, "The hub does not answer.")


def shelf(counter: Counter, shop: Shop) -> None:
    order_no = new_order(counter, shop)
    counter.app.work.act()
    counter.app.work.select(str(order_no))
    counter.app.work.act()


def reason(counter: Counter, shop: Shop) -> None:
    new_order(counter, shop)
    counter.press(Qt.Key.Key_F8)


def leave(counter: Counter, shop: Shop) -> None:
    """The question before the window goes, while something waits that cannot be sent."""
    order_no = new_order(counter, shop)
    counter.app.sync.stop()
    assert work.accept(shop.till, order_no, clerk=shop.clerk()).op_id
    counter.window.close()


def outbox_drawer(counter: Counter, shop: Shop) -> None:
    counter.press(Qt.Key.Key_F10)


def new_order(counter: Counter, shop: Shop) -> int:
    order_no = shop.order(quantities=(1,))
    shop.sync()
    counter.window.show_page("queue")
    counter.app.work.go_to(order_no)
    return order_no


EVERY_ONE: tuple[Open, ...] = (undo, settings, keys, parked, approval, shelf, reason, leave, outbox_drawer)


def top(counter: Counter) -> Sheet | Drawer:
    """What lies over everything, once it has come."""
    counter.until(lambda: counter.window.overlays.top is not None)
    panel = counter.window.overlays.top
    assert isinstance(panel, Sheet | Drawer)
    return panel


def acts(shop: Shop) -> int:
    return len(outbox.entries(shop.till))


@pytest.mark.parametrize("open_one", EVERY_ONE)
def test_a_lock_closes_what_lies_over_the_window(at_work: Counter, shop: Shop, open_one: Open) -> None:
    open_one(at_work, shop)
    panel, before = top(at_work), acts(shop)

    at_work.app.lock()

    assert not panel.is_open
    assert at_work.window.overlays.top is None
    focused = at_work.app.qt.focusWidget()
    assert focused is not None
    assert at_work.app.sign_in_view.isAncestorOf(focused)
    at_work.type("1", gap_ms=60)
    at_work.press(Qt.Key.Key_Return, CTRL)
    at_work.until(lambda: acts(shop) == before)
    assert not any(it.operation.kind == Kind.UNDONE for it in outbox.entries(shop.till))


def test_at_a_locked_till_a_badge_is_for_signing_in_and_not_for_an_approval(at_work: Counter, hub: Hub) -> None:
    ask_for_approval(at_work)
    assert isinstance(top(at_work), ApprovalSheet)
    at_work.app.lock()

    at_work.scan(hub.staff("manager")["badge"])

    at_work.until(lambda: at_work.app.sign_in.screen.chosen == hub.staff("manager")["name_en"])


def test_nobody_acts_at_a_locked_till(at_work: Counter) -> None:
    assert at_work.app.session.acting.badge
    at_work.app.lock()

    with pytest.raises(AssertionError, match="locked"):
        _ = at_work.app.session.acting


def test_what_was_ticked_in_the_queue_is_written_down_before_the_lock(at_work: Counter, shop: Shop) -> None:
    order_no = new_order(at_work, shop)
    at_work.app.work.act()
    at_work.app.work.select(str(order_no))
    at_work.app.work.tick_all()

    at_work.app.lock()

    written = outbox.entries(shop.till)[0].operation
    assert (written.kind, written.clerk) == (Kind.PICKED, shop.hub.staff()["badge"])


@pytest.mark.parametrize("open_one", EVERY_ONE)
def test_a_scan_waits_until_what_lies_over_the_window_has_gone(
    at_work: Counter, shop: Shop, hub: Hub, open_one: Open
) -> None:
    open_one(at_work, shop)
    panel = top(at_work)
    gtin = shown_gtin(Gtin(hub.demo["skus"][0]["gtin"]))
    fields = [field.text() for field in panel.findChildren(QLineEdit)]
    page, last, before = at_work.window.page, at_work.app.shell.screen.last.title, acts(shop)

    at_work.scan(gtin)

    at_work.until(at_work.window.waiting.isVisible)
    assert at_work.window.waiting.text() == "1 scan waiting: Article"
    assert panel.is_open
    assert [field.text() for field in panel.findChildren(QLineEdit)] == fields
    assert (at_work.window.page, at_work.app.shell.screen.last.title) == (page, last)
    at_work.press(Qt.Key.Key_Escape)
    at_work.until(lambda: at_work.app.shell.screen.last.title not in ("", last))
    assert not at_work.window.waiting.isVisible()
    assert acts(shop) == before


def test_a_scan_that_waited_does_not_act_for_the_next_clerk(at_work: Counter, shop: Shop) -> None:
    order = shop.ready(quantities=(1,))
    at_work.press(Qt.Key.Key_F1)
    at_work.scan(order.code)
    at_work.until(at_work.window.waiting.isVisible)

    at_work.app.lock()

    assert not at_work.window.waiting.isVisible()
    clerk = shop.hub.staff("clerk")
    at_work.sign_in(clerk["badge"], clerk["pin"])
    assert not at_work.app.pickup.is_open


def test_the_badge_goes_to_the_sheet_that_asks_for_it(at_work: Counter, hub: Hub) -> None:
    ask_for_approval(at_work)
    sheet = top(at_work)

    at_work.scan(hub.staff("manager")["badge"])

    at_work.until(lambda: any("choose first why" in text for text in texts_of(sheet)))
    assert not at_work.window.waiting.isVisible()
    at_work.press(Qt.Key.Key_F5)
    at_work.until(lambda: any("PIN of" in text for text in texts_of(sheet)))


def texts_of(sheet: Sheet | Drawer) -> list[str]:
    return [label.text() for label in sheet.findChildren(QLabel)]


def test_a_sheet_that_is_open_while_another_comes_is_below_it(at_work: Counter) -> None:
    at_work.press(Qt.Key.Key_F10)
    drawer = top(at_work)

    sheet = open_help(at_work.window)

    assert at_work.window.overlays.panels == (drawer, sheet)
    at_work.window.close_overlays()
    assert at_work.window.overlays.panels == ()
