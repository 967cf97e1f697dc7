"""Goods that come back: nothing asked yet, nobody knows it, which of several, what comes back, and what was given."""

from ui.basket.done import recent_receipts
from ui.returns.screen import Stage
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
    driver.until(lambda: page.presenter.screen.can_act, "what is given is known")
    driver.press("Down", "Space", "F9")
    driver.until(lambda: page.presenter.screen.question.condition == "damaged", "one is damaged")
    driver.rest()
    driver.shoot("returns-ticked")
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
    driver.scan(first)
    driver.until(lambda: page.presenter.screen.stage is Stage.LINES, "the purchase is shown again")
    driver.rest()
    driver.shoot("returns-partly-back")
    driver.press("Escape")
