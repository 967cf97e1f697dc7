"""A manager's day: the figures and what is behind them, the drawer until its report; and a clerk's own view."""

from clerk_app.desk.drawer import drawer_now
from clerk_app.till import Till
from ui.day.page import DayPage
from ui.day.view import DayView
from ui.tour.driver import Driver
from ui.tour.visit import Visit


def day(visit: Visit) -> None:
    driver, app = visit.driver, visit.app
    driver.press("F12")
    driver.until(lambda: app.window.covered, "the till is locked")
    visit.sign_in("manager")
    driver.press("Alt+7")
    page = app.day_page
    driver.until(lambda: page.presenter is not None and not page.presenter.screen.loading, "the day is read")
    assert page.presenter is not None
    assert page.view is not None
    presenter, view = page.presenter, page.view
    driver.rest()
    driver.shoot("day")
    if presenter.screen.can_show:
        driver.press("Ctrl+Return")
        driver.until(lambda: presenter.screen.behind and presenter.screen.behind.rows, "receipts and orders are listed")
        driver.shoot("day-behind")
        driver.press("Escape")
    driver.press("F9")
    driver.until(lambda: view.count_sheet.is_open, "the float is asked for")
    driver.type("5")
    driver.shoot("day-open-drawer")
    driver.press("Ctrl+Return")
    driver.until(lambda: not view.count_sheet.is_open and view.count_verb.armed, "the drawer is open")
    close(driver, page, app.till)
    driver.press("F12")
    driver.until(lambda: app.window.covered, "the till is locked")
    visit.sign_in("clerk")
    driver.press("Alt+7")
    driver.until(lambda: presenter.screen.figures, "a clerk reads their own figures")
    driver.rest()
    driver.shoot("day-for-a-clerk")
    driver.press("Alt+1")


def close(driver: Driver, page: DayPage, till: Till) -> None:
    """Cash moves, the drawer is counted, and the day is closed with its report."""
    view = page.view
    assert view is not None
    driver.press("F8")
    driver.until(lambda: view.cash_sheet.is_open, "cash may be moved")
    driver.shoot("day-cash")
    driver.press("Escape")
    driver.press("F7")
    driver.until(lambda: view.sign_off_sheet.is_open, "what would be signed off is shown")
    driver.shoot("day-close-count-first")
    driver.press("Escape")
    count(driver, view, till)
    driver.press("F7")
    driver.until(lambda: view.sign_off_sheet.is_open and view.sign_off_sheet.verb.armed, "the day may be closed")
    driver.shoot("day-close")
    driver.press("Ctrl+Return")
    driver.until(lambda: view.reports_sheet.is_open, "the day is closed")
    driver.rest()
    driver.shoot("day-closed")
    driver.press("Escape", "F5")
    driver.until(lambda: view.reports_sheet.is_open and view.reports_sheet.verb.armed, "the reports are listed")
    driver.press("Ctrl+P")
    driver.rest()
    driver.shoot("day-report-copy")
    driver.press("Escape")


def count(driver: Driver, view: DayView, till: Till) -> None:
    """The drawer is counted blind: too little at first, then right."""
    driver.press("F9")
    driver.until(lambda: view.count_sheet.is_open and view.count_sheet.verb.armed, "it is counted")
    driver.type("4")
    driver.shoot("day-count")
    driver.press("F6")
    driver.shoot("day-count-total")
    driver.press("F6", "Ctrl+Return")
    driver.until(lambda: view.counted_sheet.is_open, "the difference shows")
    driver.shoot("day-count-difference")
    driver.type("a bundle was forgotten")
    driver.press("F6")
    driver.until(lambda: view.count_sheet.is_open and view.count_sheet.verb.armed, "it is counted once more")
    driver.press("F6")
    driver.type(f"{drawer_now(till).expected_minor / 100:.2f}")
    driver.press("Ctrl+Return")
    driver.until(lambda: not view.count_sheet.is_open and view.count_verb.armed, "it is counted")
