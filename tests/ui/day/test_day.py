"""The page Today with real keys: the figures with their source, what is behind them, the drawer, and the day closed."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget

from clerk_app.desk import baskets, drawer, held, outbox, payments, pickups
from clerk_app.domain.acts import Identity
from clerk_app.domain.codes import TypedOrderNo
from clerk_app.domain.drawer import CashWay, Coins
from clerk_app.domain.operations import Word
from clerk_app.domain.orders import OrderNo
from clerk_app.domain.roles import Clerk, Role
from tests.ui.conftest import Counter
from tests.ui.shop import Hub, Shop
from ui.day.presenter import DayPresenter
from ui.day.view import DayView
from ui.theme import State, current

ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier


def sign_in(counter: Counter, hub: Hub, role: str) -> Clerk:
    person = hub.staff(role)
    counter.sign_in(person["badge"], person["pin"])
    counter.until(lambda: counter.app.shell.online)
    return Clerk(person["badge"], person["name_zh"], Role(role))


def presenter(counter: Counter) -> DayPresenter:
    found = counter.app.day_page.presenter
    assert found is not None
    return found


def view(counter: Counter) -> DayView:
    found = counter.app.day_page.view
    assert found is not None
    return found


def open_page(counter: Counter) -> DayPresenter:
    counter.press(Qt.Key.Key_7, ALT)
    counter.until(lambda: not presenter(counter).screen.loading)
    return presenter(counter)


def hand_over(shop: Shop, hub: Hub) -> int:
    order_no = shop.ready().order_no
    shop.sync()
    person = hub.staff("clerk")
    clerk = Clerk(person["badge"], person["name_zh"], Role.CLERK)
    looked = pickups.look_up(shop.till, TypedOrderNo(OrderNo(order_no)))
    done = pickups.hand_over(shop.till, looked, clerk=clerk, identity=Identity.PHONE_TAIL)
    assert done.word is Word.SAVED, done.reason
    return order_no


def open_drawer(counter: Counter, hundreds: str = "5") -> None:
    counter.until(lambda: view(counter).count_verb.armed)
    counter.press(Qt.Key.Key_F9)
    counter.until(lambda: view(counter).count_sheet.is_open)
    counter.type(hundreds)
    counter.press(Qt.Key.Key_Return, CTRL)
    counter.until(lambda: not view(counter).count_sheet.is_open)


def test_nothing_of_the_page_is_made_before_it_is_wanted(counter: Counter, hub: Hub) -> None:
    sign_in(counter, hub, "manager")

    assert counter.app.day_page.presenter is None
    open_page(counter)
    assert counter.window.page == "day"


def test_the_figures_are_the_hubs_of_all_tills_and_say_so(hub: Hub, shop: Shop, counter: Counter) -> None:
    sign_in(counter, hub, "manager")
    page = open_page(counter)
    before = page.screen

    order_no = hand_over(shop, hub)
    shop.sync()
    counter.app.day_page.refresh()
    counter.until(lambda: page.screen.figures != before.figures)

    screen = page.screen
    assert screen.source.startswith("All tills of the branch, from the hub · ")
    assert not screen.remarks
    hours = [it for it in screen.hours if it.minor]
    assert hours
    counter.until(lambda: bool(page.screen.selected))
    assert page.screen.selected == hours[0].id
    assert order_no


def test_behind_a_figure_are_its_orders_and_one_opens_with_keys(hub: Hub, shop: Shop, counter: Counter) -> None:
    order_no = hand_over(shop, hub)
    shop.sync()
    sign_in(counter, hub, "manager")
    page = open_page(counter)

    online = [f"channel:{channel['channel']}" for channel in hub.demo["channels"]]
    counter.until(lambda: any(row.id in online for row in page.screen.channels.rows))
    while page.screen.selected not in online:
        counter.press(Qt.Key.Key_Down)
    counter.press(Qt.Key.Key_Return, CTRL)
    counter.until(lambda: page.screen.behind is not None and bool(page.screen.behind.rows))
    behind = page.screen.behind
    assert behind is not None
    assert behind.source.startswith("All tills")
    assert view(counter).behind_sheet.is_open
    assert behind.can_open
    for _ in range(next(n for n, row in enumerate(behind.rows) if row.title.startswith("Order"))):
        counter.press(Qt.Key.Key_Down)  # the hub's other tills may have sold something since
    counter.press(Qt.Key.Key_Return, CTRL)

    counter.until(lambda: counter.window.page == "pickup")
    assert counter.app.pickup.screen.band is not None
    assert order_no


def test_a_clerk_sees_their_own_figures_and_no_drawer(hub: Hub, counter: Counter) -> None:
    sign_in(counter, hub, "clerk")
    page = open_page(counter)

    assert any(remark.startswith("Your own figures") for remark in page.screen.remarks)
    assert [it.text() for it in view(counter).verbs()] == ["Receipts", "Print"]
    counter.press(Qt.Key.Key_F9)
    assert page.screen.count is None


def test_the_drawer_is_opened_moved_and_counted_with_keys(hub: Hub, shop: Shop, counter: Counter) -> None:
    sign_in(counter, hub, "manager")
    page = open_page(counter)

    open_drawer(counter)
    assert page.screen.notice is not None
    assert (page.screen.notice.state, drawer.drawer_now(shop.till).expected_minor) == (State.SAVED, 50_000)
    assert page.screen.bar is not None
    assert "¥500.00" in page.screen.bar.title

    counter.press(Qt.Key.Key_F8)
    counter.until(lambda: view(counter).cash_sheet.is_open)
    counter.type("20.5", gap_ms=60)
    counter.press(Qt.Key.Key_Tab)
    counter.type("stamps", gap_ms=60)
    counter.press(Qt.Key.Key_Return, CTRL)
    counter.until(lambda: not view(counter).cash_sheet.is_open)
    assert drawer.drawer_now(shop.till).out_minor == 2_050

    counter.until(lambda: view(counter).count_verb.armed and page.screen.drawer_verb == "Count drawer")
    counter.press(Qt.Key.Key_F9)
    counter.until(lambda: view(counter).count_sheet.is_open)
    counter.type("4", gap_ms=60)
    counter.press(Qt.Key.Key_Return)  # to the next note
    counter.type("1", gap_ms=60)
    counter.until(lambda: page.screen.count is not None and page.screen.count.sum == "¥450.00")
    assert "479" not in said_by(view(counter).count_sheet), "what ought to lie in it is not said before"
    confirm_count(counter)

    counter.until(lambda: view(counter).counted_sheet.is_open)
    question = page.screen.counted
    assert question is not None
    told = [(line.name, line.figure) for line in question.lines]
    assert told == [("Counted in all", "¥450.00"), ("Should be", "¥479.50"), ("Too little", "¥29.50")]
    assert not question.can_act, "a difference needs a reason"
    assert not view(counter).counted_sheet.again.isEnabled()
    counter.type("lost", gap_ms=60)
    counter.until(lambda: view(counter).counted_sheet.verb.armed)
    counter.press(Qt.Key.Key_Return, CTRL)

    counter.until(lambda: not drawer.drawer_now(shop.till).is_open)
    counted = drawer.drawer_now(shop.till).counted
    assert counted is not None
    assert (counted.difference_minor, counted.reason, counted.first_minor) == (-2_950, "lost", None)
    counter.until(lambda: outbox.waiting(shop.till) == 0)


def said_by(widget: QWidget) -> str:
    """All that can be read on it."""
    labels = [it.text() for it in widget.findChildren(QLabel) if it.isVisible()]
    return " ".join([*labels, widget.accessibleName(), widget.toolTip()])


def confirm_count(counter: Counter) -> None:
    counter.until(lambda: view(counter).count_sheet.verb.armed)
    counter.press(Qt.Key.Key_Return, CTRL)
    counter.until(lambda: not view(counter).count_sheet.is_open)


def open_count(counter: Counter) -> None:
    counter.until(lambda: view(counter).count_verb.armed and presenter(counter).screen.drawer_verb == "Count drawer")
    counter.press(Qt.Key.Key_F9)
    counter.until(lambda: view(counter).count_sheet.is_open)


def test_a_cashier_counts_blind_and_once_more_with_a_reason(hub: Hub, shop: Shop, counter: Counter) -> None:
    sign_in(counter, hub, "cashier")
    page = open_page(counter)
    open_drawer(counter)
    counter.until(lambda: page.screen.bar is not None and "is open" in page.screen.bar.title)
    assert page.screen.bar is not None
    assert "hold" not in page.screen.bar.title
    cashier = shop.clerk("cashier")
    drawer.move_cash(shop.till, CashWay.OUT, 12_345, reason="to the bank", clerk=cashier)
    page.look_again()

    open_count(counter)
    assert page.screen.count is not None
    assert not page.screen.count.can_confirm, "an untouched sheet is no count"
    counter.type("3", gap_ms=60)
    confirm_count(counter)
    counter.until(lambda: view(counter).counted_sheet.is_open)
    words = said_by(view(counter).counted_sheet)
    assert "¥76.55" in words
    assert "¥376.55" not in words, "what ought to lie in it is a manager's to see"

    counter.press(Qt.Key.Key_Escape)
    counter.until(lambda: not view(counter).counted_sheet.is_open and view(counter).count_verb.armed)
    counter.press(Qt.Key.Key_F9)
    counter.until(lambda: view(counter).counted_sheet.is_open)  # who has seen a difference has counted
    counter.press(Qt.Key.Key_F6)
    assert view(counter).counted_sheet.is_open, "a second count says why"
    counter.type("a note stuck", gap_ms=60)
    counter.press(Qt.Key.Key_F6)
    counter.until(lambda: view(counter).count_sheet.is_open)
    counter.press(Qt.Key.Key_F6)  # only the sum
    counter.until(view(counter).count_sheet.total.hasFocus)
    counter.type("370", gap_ms=60)
    confirm_count(counter)
    counter.until(lambda: view(counter).counted_sheet.is_open)
    assert not view(counter).counted_sheet.again.isVisible(), "twice is enough"
    counter.type("small change", gap_ms=60)
    counter.until(lambda: view(counter).counted_sheet.verb.armed)
    counter.press(Qt.Key.Key_Return, CTRL)

    counter.until(lambda: not drawer.drawer_now(shop.till).is_open)
    act = drawer.drawer_now(shop.till).counted
    assert act is not None
    assert (act.first_minor, act.again) == (30_000, "a note stuck")
    assert (act.counted_minor, act.expected_minor, act.reason) == (37_000, 37_655, "small change")
    counter.until(lambda: outbox.waiting(shop.till) == 0)
    counter.press(Qt.Key.Key_F12)
    sign_in(counter, hub, "manager")
    counter.until(lambda: any("first ¥300.00" in row.note for row in page.screen.drawers.rows))


def test_the_drawer_is_counted_with_a_finger(hub: Hub, shop: Shop, counter: Counter) -> None:
    sign_in(counter, hub, "cashier")
    open_page(counter)
    open_drawer(counter, "1")
    open_count(counter)
    sheet = view(counter).count_sheet

    for name in ("9", "back", "next", "2"):  # no hundred, two of fifty
        key = sheet.pieces_pad.keys[name]
        assert min(key.width(), key.height()) >= current().size("touch-min")
        QTest.mouseClick(key, Qt.MouseButton.LeftButton)

    assert list(sheet.fields.values())[1].hasFocus()
    QTest.mouseClick(sheet.verb, Qt.MouseButton.LeftButton)
    counter.until(lambda: sheet.verb.armed)
    QTest.mouseClick(sheet.verb, Qt.MouseButton.LeftButton)
    counter.until(lambda: not drawer.drawer_now(shop.till).is_open)
    counted = drawer.drawer_now(shop.till).counted
    assert counted is not None
    assert counted.coins == (Coins(5_000, 2),)


def test_the_day_is_signed_off_seen_and_its_report_printed_again_as_a_copy(
    hub: Hub, shop: Shop, counter: Counter
) -> None:
    sign_in(counter, hub, "manager")
    page = open_page(counter)
    counter.press(Qt.Key.Key_F7)
    assert page.screen.notice is not None
    assert page.screen.notice.headline.startswith("Nothing was done here")

    open_drawer(counter, "1")
    cashier = shop.clerk("cashier")
    baskets.add(shop.till, str(shop.hub.demo["skus"][0]["sku"]), credited=cashier.badge)
    assert held.hold(shop.till, "the lady with the pram") is None
    baskets.add(shop.till, str(shop.hub.demo["skus"][0]["sku"]), credited=cashier.badge)
    counter.press(Qt.Key.Key_F7)
    sheet, closing = view(counter).sign_off_sheet, counter.app.day_page.closing
    assert closing is not None
    counter.until(lambda: sheet.is_open)
    assert "the lady with the pram" in said_by(sheet)
    assert "Count the drawer first, then close the day." in said_by(sheet)
    assert not sheet.verb.isEnabled()
    counter.press(Qt.Key.Key_Return, CTRL)
    assert not drawer.reports(shop.till)
    counter.press(Qt.Key.Key_Escape)
    counter.until(lambda: not sheet.is_open)

    open_count(counter)
    counter.type("1")
    confirm_count(counter)
    counter.until(lambda: not drawer.drawer_now(shop.till).is_open)
    counter.press(Qt.Key.Key_F7)
    counter.until(lambda: sheet.is_open and sheet.verb.armed)
    asked = closing.screen.sign_off
    assert asked is not None
    assert "-Z1" in asked.text
    assert ("Float", "¥100.00") in [(row.name, row.figure) for row in asked.figures]
    waits = {row.name: row.figure for row in asked.waits}
    assert waits["Payments not known"] == "not one"
    assert waits["Baskets on hold"].startswith("1")
    assert waits["Open basket"].startswith("1 item")
    counter.press(Qt.Key.Key_Return, CTRL)

    counter.until(lambda: bool(drawer.reports(shop.till)))
    number = drawer.reports(shop.till)[0].closed.report_no
    assert number.endswith("-Z1")
    reports = view(counter).reports_sheet
    counter.until(lambda: reports.is_open)
    assert any(number in row.left for row in reports.paper.rows)
    assert not any("COPY" in row.left for row in reports.paper.rows)
    file = shop.till.folder / "reports" / f"{number}.pdf"
    counter.until(file.exists)
    assert file.read_bytes().startswith(b"%PDF")
    counter.press(Qt.Key.Key_Escape)
    counter.until(lambda: any("Z1" in row.name for row in page.screen.drawers.rows))

    counter.press(Qt.Key.Key_F5)
    counter.until(lambda: reports.is_open and reports.verb.armed)
    assert sum("COPY" in row.left for row in reports.paper.rows) == 2
    counter.press(Qt.Key.Key_P, CTRL)
    copy = file.with_name(f"{number}-copy.pdf")
    counter.until(copy.exists)
    assert copy.read_bytes() != file.read_bytes()
    counter.until(lambda: closing.screen.reports is not None and str(copy) in closing.screen.reports.text)


def test_a_payment_nobody_knows_the_end_of_keeps_the_day_open_and_says_so(
    hub: Hub, shop: Shop, counter: Counter
) -> None:
    cashier = shop.clerk("cashier")
    baskets.add(shop.till, str(shop.hub.demo["skus"][0]["sku"]), credited=cashier.badge)
    it = baskets.current(shop.till)
    assert it is not None
    sign_in(counter, hub, "manager")
    open_page(counter)
    open_drawer(counter, "1")
    open_count(counter)
    counter.type("1")
    confirm_count(counter)
    payments.begin_card(shop.till, it.due.left_minor, clerk=cashier)

    counter.press(Qt.Key.Key_F7)

    closing = counter.app.day_page.closing
    assert closing is not None
    counter.until(lambda: view(counter).sign_off_sheet.is_open)
    asked = closing.screen.sign_off
    assert asked is not None
    row = next(row for row in asked.waits if row.name == "Payments not known")
    assert (row.figure.startswith("1"), row.tone) == (True, "unknown")
    assert not asked.can_confirm
    assert asked.why_not.startswith("A payment is not known to be over")


def test_the_figures_are_printed_with_a_key(hub: Hub, shop: Shop, counter: Counter) -> None:
    sign_in(counter, hub, "manager")
    page = open_page(counter)

    counter.press(Qt.Key.Key_P, CTRL)

    counter.until(lambda: page.screen.notice is not None and page.screen.notice.state is State.DONE)
    (file,) = list((shop.till.folder / "reports").iterdir())
    assert file.read_bytes().startswith(b"%PDF")


def test_another_day_is_one_key_away(hub: Hub, counter: Counter) -> None:
    sign_in(counter, hub, "manager")
    page = open_page(counter)

    counter.press(Qt.Key.Key_F6)
    counter.until(lambda: page.screen.day == "yesterday" and not page.screen.loading)
    counter.press(Qt.Key.Key_F6)
    counter.until(lambda: page.screen.day == "week" and not page.screen.loading)
    counter.press(Qt.Key.Key_F6)
    counter.until(lambda: page.screen.day == "today" and not page.screen.loading)


def test_whoever_comes_next_does_not_see_the_managers_figures(hub: Hub, counter: Counter) -> None:
    sign_in(counter, hub, "manager")
    page = open_page(counter)
    assert page.screen.close_verb

    counter.press(Qt.Key.Key_F12)
    assert not page.screen.figures
    sign_in(counter, hub, "clerk")
    counter.until(lambda: bool(page.screen.figures))

    assert (page.screen.close_verb, page.screen.drawer_verb) == ("", "")
    assert any(remark.startswith("Your own figures") for remark in page.screen.remarks)


@pytest.mark.parametrize("size", [(1024, 640), (1366, 768), (1920, 1080)])
def test_the_page_fits_its_window(hub: Hub, counter: Counter, size: tuple[int, int], tmp_path: Path) -> None:
    counter.window.resize(*size)
    sign_in(counter, hub, "manager")
    open_page(counter)

    counter.until(lambda: counter.window.width() == size[0])
    assert view(counter).figures.isVisible()
    assert view(counter).hours.height() > 80
