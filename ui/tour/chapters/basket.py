"""The basket: empty, filled, why it costs what it costs, paid in each way, held, and given a discount."""

from ui.tour.visit import Visit


def basket(visit: Visit) -> None:
    driver, app = visit.driver, visit.app
    driver.press("F12")
    driver.until(lambda: app.window.covered, "the till is locked")
    visit.sign_in("cashier")
    driver.press("Alt+2")
    driver.until(lambda: app.window.page == "basket" and app.basket.is_made, "the basket is shown")
    driver.shoot("basket-empty")
    _fill(visit, 0, 1, 1, 2)
    driver.shoot("basket")


def pay_in_cash(visit: Visit) -> None:
    driver, app = visit.driver, visit.app
    parts = app.basket.parts
    driver.press("F9")
    driver.until(lambda: parts.pay_sheet.is_open, "it is asked how it is paid")
    driver.shoot("pay-cash")
    driver.type("10")
    driver.shoot("pay-cash-part")
    _confirm(visit)
    driver.until(lambda: parts.pay.screen and parts.pay.screen.taken, "a part is taken")
    driver.shoot("pay-part-taken")
    driver.press("Alt+3")
    driver.shoot("pay-cash-change")
    _confirm(visit)
    driver.until(lambda: parts.presenter.screen.done, "it is sold")
    driver.rest()
    driver.shoot("basket-sold")


def _fill(visit: Visit, *articles: int) -> None:
    driver, app, shop = visit.driver, visit.app, visit.shop
    for count, nth in enumerate(articles, start=1):
        driver.scan(str(shop.article(nth)["gtin"]))
        driver.until(lambda count=count: _pieces(visit) == count, f"{count} pieces are in the basket")
    assert app.basket.is_made, "the page is shown"


def _pieces(visit: Visit) -> int:
    return sum(row.quantity for row in visit.app.basket.parts.presenter.screen.lines)


def _confirm(visit: Visit) -> None:
    verb = visit.app.basket.parts.pay_sheet.verb
    visit.driver.until(lambda: verb.isVisible() and verb.isEnabled() and verb.armed, "the verb may be pressed")
    visit.driver.press("Ctrl+Return")


CHAPTERS = (basket, pay_in_cash)
