"""What belongs to every screen: help, settings, lock, and large text."""

from dataclasses import replace

from ui.tour.visit import Visit
from ui.widgets.sheet import Sheet


def sheets(visit: Visit) -> None:
    driver, app = visit.driver, visit.app
    for key, name in (("F1", "help"), ("F11", "settings")):
        driver.press(key)
        driver.until(lambda: any(it.is_open for it in app.window.findChildren(Sheet)), f"{name} is open")
        driver.shoot(name)
        driver.press("Escape")
        driver.until(lambda: not any(it.is_open for it in app.window.findChildren(Sheet)), f"{name} is closed")


def lock(visit: Visit) -> None:
    visit.driver.press("F12")
    visit.driver.until(lambda: visit.app.window.covered, "the till is locked")
    visit.driver.shoot("locked")
    visit.sign_in()


def large_text(visit: Visit) -> None:
    """Everything twice as large: what does not fit moves into tabs, and nothing is cut."""
    driver, app, shop = visit.driver, visit.app, visit.shop
    before = app.preferences
    app.set_preferences(replace(before, text_scale=2.0))
    driver.let(0.1)
    driver.press("Alt+1")
    driver.shoot("text-200-counter")
    visit.scan_pickup(shop.code_of("ready", nth=2), "large text")
    driver.shoot("text-200-pickup")
    visit.clear()
    visit.scan_pickup(shop.code_of("ready"), "large text")
    driver.shoot("text-200-refused")
    visit.clear()
    driver.press("Alt+3")
    driver.shoot("text-200-queue")
    driver.press("Alt+8")
    driver.shoot("text-200-conflicts")
    driver.press("F10")
    driver.until(lambda: app.outbox_drawer.is_open, "the outbox is open")
    driver.shoot("text-200-outbox")
    driver.press("Escape")
    driver.press("F12")
    driver.until(lambda: app.window.covered, "the till is locked")
    driver.shoot("text-200-sign-in")
    visit.sign_in()
    app.set_preferences(before)
