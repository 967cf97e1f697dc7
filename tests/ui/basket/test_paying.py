"""Money is taken in the sheet: cash with its change, a part, and what is left."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from clerk_app.desk import baskets, outbox
from clerk_app.domain.operations import Kind
from tests.ui.basket.conftest import BasketCounter
from tests.ui.shop import Shop
from ui.basket.discount_sheet import DiscountSheet
from ui.basket.pay_sheet import PaySheet
from ui.theme import current

CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


def open_sheet(at_basket: BasketCounter) -> None:
    at_basket.press(Qt.Key.Key_F9)
    at_basket.until(lambda: at_basket.parts.pay_sheet.is_open)
    at_basket.until(lambda: at_basket.parts.pay_sheet.verb.armed)


def fill(at_basket: BasketCounter, *articles: int) -> int:
    """Scan these; returns what is due."""
    for nth in articles:
        at_basket.scan_gtin(nth)
    at_basket.until(lambda: sum(at_basket.quantities) == len(articles))
    it = at_basket.parts.presenter.basket
    assert it is not None
    return it.due.left_minor


def test_cash_is_taken_and_the_change_stands_large_with_the_receipt(at_basket: BasketCounter, shop: Shop) -> None:
    due = fill(at_basket, 0)
    open_sheet(at_basket)

    at_basket.type(str(due // 100 + 8), gap_ms=60)
    at_basket.press(Qt.Key.Key_Return, CTRL)

    at_basket.until(lambda: at_basket.parts.presenter.screen.done is not None)
    done = at_basket.parts.presenter.screen.done
    assert done is not None
    change = (due // 100 + 8) * 100 - due
    assert done.change == f"¥{change // 100}.{change % 100:02d}"
    assert at_basket.parts.view.done.change.text() == done.change
    assert at_basket.parts.view.done.change.isVisible()
    sale = outbox.entries(shop.till)[0].operation
    assert sale.kind == Kind.SOLD
    assert sale.body["change_minor"] == change
    assert baskets.current(shop.till) is None


def test_a_part_in_cash_leaves_the_rest_due_and_the_basket_as_it_is(at_basket: BasketCounter) -> None:
    due = fill(at_basket, 0, 1)
    open_sheet(at_basket)

    at_basket.type("10", gap_ms=60)
    at_basket.press(Qt.Key.Key_Return, CTRL)

    at_basket.until(lambda: (screen := at_basket.parts.pay.screen) is not None and bool(screen.taken))
    it = at_basket.parts.presenter.basket
    assert it is not None
    assert it.due.left_minor == due - 1000
    at_basket.press(Qt.Key.Key_Escape)
    at_basket.press(Qt.Key.Key_Plus)
    at_basket.until(lambda: at_basket.parts.presenter.screen.notice is not None)
    assert at_basket.quantities == [1, 1]


def test_a_quick_amount_is_given_by_its_key(at_basket: BasketCounter) -> None:
    due = fill(at_basket, 0)
    open_sheet(at_basket)
    quick = at_basket.parts.pay_sheet.quick_buttons

    at_basket.press(Qt.Key.Key_2, ALT)

    screen = at_basket.parts.pay.screen
    assert screen is not None
    assert float(screen.typed) * 100 > due
    assert quick[1].text() in screen.verb
    assert quick[0].text() == "Exact"


def tap(sheet: PaySheet | DiscountSheet, *names: str) -> None:
    for name in names:
        key = sheet.pad.keys[name]
        assert min(key.width(), key.height()) >= current().size("touch-min")
        QTest.mouseClick(key, Qt.MouseButton.LeftButton)


def typed(at_basket: BasketCounter) -> str:
    screen = at_basket.parts.pay.screen
    assert screen is not None
    return screen.typed


def test_cash_is_typed_with_a_finger_and_the_keyboard_goes_on_where_it_was(at_basket: BasketCounter) -> None:
    fill(at_basket, 0)
    open_sheet(at_basket)
    sheet = at_basket.parts.pay_sheet

    tap(sheet, "5", "00", ".", "5")
    assert typed(at_basket) == "500.5"
    assert sheet.field.hasFocus(), "a tap takes no focus away"
    at_basket.type("0", gap_ms=60)
    at_basket.until(lambda: typed(at_basket) == "500.50")
    assert "500.50" in sheet.verb.text()
    tap(sheet, "back", "back", "back")
    assert typed(at_basket) == "500"
    tap(sheet, "clear")
    assert not typed(at_basket)
    tap(sheet, "9", "00", "00")
    at_basket.until(lambda: sheet.verb.armed)
    at_basket.press(Qt.Key.Key_Return, CTRL)

    at_basket.until(lambda: at_basket.parts.presenter.screen.done is not None)
    sold = at_basket.parts.presenter.screen.done
    assert sold is not None
    assert sold.change, "as much was given as was tapped"


def test_where_nothing_can_be_typed_there_is_no_pad(at_basket: BasketCounter) -> None:
    fill(at_basket, 0)
    open_sheet(at_basket)
    sheet = at_basket.parts.pay_sheet
    assert sheet.pad.isVisible()

    at_basket.press(Qt.Key.Key_F8)  # points, and nobody's card was scanned

    at_basket.until(lambda: not sheet.pad.isVisible())
    at_basket.press(Qt.Key.Key_F6)
    at_basket.until(sheet.pad.isVisible)


def test_the_next_article_begins_the_next_basket(at_basket: BasketCounter) -> None:
    fill(at_basket, 0)
    open_sheet(at_basket)
    at_basket.press(Qt.Key.Key_Return, CTRL)
    at_basket.until(lambda: at_basket.parts.presenter.screen.done is not None)

    at_basket.scan_gtin(1)

    at_basket.until(lambda: at_basket.quantities == [1])
    assert at_basket.parts.presenter.screen.done is None
