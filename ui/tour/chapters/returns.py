"""Goods that come back: nothing asked yet, nobody knows it, which of several, what comes back, and what was given."""

from ui.basket.done import recent_receipts
from ui.returns.screen import Stage
from ui.tour.chapters.basket import confirm, fill
from ui.tour.visit import Visit


def returns(visit: Visit) -> None:
    driver, app = visit.driver, visit.app
    driver.press("Alt+6")
    page = app.return_page
    driver.until(lambda: app.window.page == "returns", "the page of returns is shown")
    driver.shoot("returns-empty")
    driver.scan("1-ZZZZZ-999")
    driver.until(lambda: page.presenter.screen.notice, "nobody knows the receipt")
    driver.rest()
    driver.shoot("returns-unknown")
    driver.scan(visit.member_card())
    driver.until(lambda: page.presenter.screen.stage in (Stage.SEVERAL, Stage.LINES), "the purchases are known")
    driver.rest()
    driver.shoot("returns-of-a-member")
    first = recent_receipts(app.till, now=app.till.time.now())[-1].id
    driver.scan(first)
    driver.until(lambda: first in page.presenter.screen.title, "the purchase is shown")
    driver.rest()
    driver.shoot("returns-lines")
    driver.press("Space")
    driver.until(lambda: page.presenter.screen.why_not, "nobody has said yet why it comes back")
    driver.rest()
    driver.shoot("returns-no-reason")
    driver.press("F6", "1")
    driver.until(lambda: page.presenter.screen.can_act, "what is given is known")
    driver.press("Down", "Space", "F6", "2", "F9")
    driver.until(lambda: page.presenter.screen.question.condition == "damaged", "one is damaged")
    driver.rest()
    driver.shoot("returns-ticked")
    fetch(visit)
    give(visit, first)


def fetch(visit: Visit) -> None:
    """Somebody could be sent for it."""
    driver, page = visit.driver, visit.app.return_page
    driver.press("F4")
    driver.until(lambda: page.fetch_sheet and page.fetch_sheet.is_open, "it is asked when it is fetched")
    driver.shoot("returns-fetch")
    driver.press("Ctrl+Return")
    driver.until(lambda: page.address_sheet and page.address_sheet.is_open, "it is asked where it is fetched")
    driver.shoot("returns-fetch-address")
    driver.press("Escape")
    driver.until(lambda: page.address_sheet and not page.address_sheet.is_open, "nothing is booked")


def give(visit: Visit, receipt: str) -> None:
    """The money is given back, and what is left may come back another time."""
    driver, page = visit.driver, visit.app.return_page
    driver.let(0.5)
    driver.press("Ctrl+Return")
    driver.until(lambda: page.presenter.screen.stage is Stage.DONE, "the money is given back")
    driver.until(lambda: not page.presenter.screen.can_ask, "the card has answered")
    driver.rest()
    driver.shoot("returns-done")
    driver.press("Ctrl+P")
    driver.until(lambda: page.presenter.screen.notice, "the slip is printed")
    driver.rest()
    driver.shoot("returns-slip-printed")
    driver.let(0.5)
    driver.press("Ctrl+Return")
    driver.scan(receipt)
    driver.until(lambda: page.presenter.screen.stage is Stage.LINES, "the purchase is shown again")
    driver.rest()
    driver.shoot("returns-partly-back")
    driver.press("Escape")
    exchange(visit, receipt)


def drop(visit: Visit) -> None:
    """Somebody who collects does not want all of it."""
    driver, app = visit.driver, visit.app
    page = app.return_page
    driver.press("Alt+1")
    visit.scan_pickup(visit.shop.code_of("ready", nth=2), "an order of which not all is wanted")
    driver.press("F5")
    driver.until(lambda: page.presenter.screen.stage is Stage.LINES, "what of it may be dropped")
    driver.press("Space")
    driver.until(lambda: page.presenter.screen.why_not, "what is not wanted is ticked")
    driver.press("F6", "1")
    driver.until(lambda: page.presenter.screen.can_act, "what is given is known")
    driver.rest()
    driver.shoot("returns-not-wanted")
    driver.press("Escape")
    driver.until(lambda: app.window.page == "pickup", "back to the pickup")
    visit.clear()


def exchange(visit: Visit, receipt: str) -> None:
    """What is left of the purchase comes back for something dearer: only the difference is paid."""
    driver, app = visit.driver, visit.app
    page, parts = app.return_page, app.basket.parts
    driver.press("Alt+2")
    fill(visit, 7, 8, 8, 8)
    driver.press("Alt+6")
    driver.scan(receipt)
    driver.until(lambda: page.presenter.screen.stage is Stage.LINES, "the purchase is shown once more")
    first_open = next(place for place, row in enumerate(page.presenter.screen.rows) if row.enabled)
    driver.press(*["Down"] * first_open, "Space")
    driver.until(lambda: page.presenter.screen.why_not, "what is exchanged is ticked")
    driver.press("F6", "1")
    driver.until(lambda: page.presenter.screen.can_exchange, "it may be exchanged")
    driver.rest()
    driver.shoot("returns-exchange")
    driver.press("F5")
    driver.until(lambda: page.presenter.screen.stage is Stage.DONE, "it counts for the basket")
    driver.rest()
    driver.shoot("returns-exchanged")
    driver.let(0.5)
    driver.press("Ctrl+Return")
    driver.until(lambda: app.window.page == "basket", "the basket is shown")
    driver.until(lambda: parts.pay_sheet.is_open or parts.presenter.screen.done, "the difference is asked for")
    driver.rest()
    driver.shoot("basket-exchange-difference")
    if parts.pay_sheet.is_open:
        confirm(visit)
    driver.until(lambda: parts.presenter.screen.done, "it is sold")
    driver.rest()
    driver.shoot("basket-exchange-sold")
    driver.press("Ctrl+Return")
