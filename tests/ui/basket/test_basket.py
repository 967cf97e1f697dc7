"""Articles go into the basket as lines, with what they cost; the keys of the empty scan field change them."""

from PySide6.QtCore import Qt

from clerk_app.desk import baskets
from clerk_app.domain.printed_codes import COUPON_VALUES, coupon
from tests.ui.basket.conftest import BasketCounter
from tests.ui.shop import Shop
from ui.formats import amount

CTRL = Qt.KeyboardModifier.ControlModifier


def test_a_scanned_article_is_a_line_with_its_price_and_the_same_again_is_two_pieces(
    at_basket: BasketCounter, shop: Shop
) -> None:
    article = shop.hub.demo["skus"][0]

    at_basket.scan_gtin(0)
    at_basket.until(lambda: at_basket.quantities == [1])
    at_basket.scan_gtin(0)
    at_basket.until(lambda: at_basket.quantities == [2])

    line = at_basket.parts.presenter.screen.lines[0]
    assert article["sku"] in line.detail
    assert line.price == amount(2 * article["price_minor"], "CNY")
    assert at_basket.parts.view.totals.pay_now.text() == line.price
    kept = baskets.current(shop.till)
    assert kept is not None
    assert kept.basket.lines[0].quantity == 2


def test_plus_and_minus_change_the_line_that_the_arrows_have_gone_to(at_basket: BasketCounter) -> None:
    at_basket.scan_gtin(0)
    at_basket.scan_gtin(1)
    at_basket.until(lambda: at_basket.quantities == [1, 1])

    at_basket.press(Qt.Key.Key_Up)
    at_basket.press(Qt.Key.Key_Plus)
    at_basket.press(Qt.Key.Key_Plus)
    at_basket.until(lambda: at_basket.quantities == [3, 1])
    at_basket.press(Qt.Key.Key_Down)
    at_basket.press(Qt.Key.Key_Minus)

    at_basket.until(lambda: at_basket.quantities == [3])


def test_ctrl_z_brings_back_the_line_that_was_taken_out(at_basket: BasketCounter) -> None:
    at_basket.scan_gtin(0)
    at_basket.until(lambda: at_basket.quantities == [1])
    at_basket.press(Qt.Key.Key_Minus)
    at_basket.until(lambda: at_basket.quantities == [])

    at_basket.press(Qt.Key.Key_Z, CTRL)

    assert at_basket.quantities == [1]


def test_a_number_that_nobody_knows_is_refused_in_words_and_the_basket_stays(at_basket: BasketCounter) -> None:
    at_basket.scan_gtin(0)
    at_basket.until(lambda: at_basket.quantities == [1])

    at_basket.scan("4006381333931")

    at_basket.until(lambda: at_basket.parts.presenter.screen.notice is not None)
    at_basket.until(lambda: "number" in (at_basket.parts.view.notice.accessibleName() or ""))
    assert at_basket.quantities == [1]


def test_a_coupon_that_is_scanned_at_the_counter_opens_the_basket_with_it(at_basket: BasketCounter, shop: Shop) -> None:
    at_basket.scan_gtin(0)
    at_basket.until(lambda: at_basket.quantities == [1])
    at_basket.press(Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    assert at_basket.window.page == "counter"
    code = coupon(range(COUPON_VALUES))

    at_basket.scan(code)

    at_basket.until(lambda: at_basket.window.page == "basket")
    at_basket.until(lambda: "coupon" in (at_basket.parts.view.notice.accessibleName() or "").lower())
    assert at_basket.quantities == [1]
