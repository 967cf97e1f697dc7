"""The first start and the quiet shop: set-up, sign-in, and everything that is still empty."""

from ui.setup.view import SetupView
from ui.start import Start
from ui.tour.driver import Driver
from ui.tour.visit import Visit


def set_up(driver: Driver, start: Start) -> None:
    """A till that belongs to nobody yet, up to the wish to practise."""
    view = start.window.findChild(SetupView)
    assert view is not None, "a folder that is no till asks to be connected"
    view.code.setFocus()
    driver.shoot("set-up")
    driver.type("HELLO")
    driver.press("Ctrl+Return")
    driver.shoot("set-up-not-a-code")
    driver.press("F11")
    driver.until(lambda: start.hub is not None, "the practice shop gets ready")
    driver.shoot("set-up-starting")


def sign_in(visit: Visit) -> None:
    driver, app, shop = visit.driver, visit.app, visit.shop
    driver.until(lambda: app.sign_in.screen.people, "the staff are listed")
    driver.shoot("sign-in")
    driver.scan(shop.article(0)["gtin"])
    driver.shoot("sign-in-not-a-badge")
    driver.press("F5")
    driver.until(lambda: app.sign_in.screen.can_type_pin, "somebody is picked")
    driver.shoot("sign-in-picked")
    driver.type("2046")
    driver.shoot("sign-in-pin")
    driver.type("99")
    driver.until(lambda: app.sign_in.screen.message and not app.sign_in.screen.busy, "the PIN is refused")
    driver.shoot("sign-in-wrong-pin")
    visit.sign_in()


def quiet_shop(visit: Visit) -> None:
    driver, app = visit.driver, visit.app
    visit.online(is_online=True)
    driver.until(lambda: app.work.screen.loaded, "the branch has been heard of")
    driver.shoot("counter-quiet")
    driver.press("Alt+3")
    driver.until(lambda: app.work.screen.is_empty, "nothing is in the queue")
    driver.shoot("queue-empty")
    driver.press("F10")
    driver.until(lambda: app.outbox_drawer.is_open, "the outbox is open")
    driver.shoot("outbox-empty")
    driver.press("Escape")
    driver.press("Alt+1")
