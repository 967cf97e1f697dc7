"""A manager's day: the figures and what is behind them, the drawer until its report; and a clerk's own view."""

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
    driver.press("F8")
    driver.until(lambda: view.cash_sheet.is_open, "cash may be moved")
    driver.shoot("day-cash")
    driver.press("Escape")
    driver.press("F9")
    driver.until(lambda: view.count_sheet.is_open, "it is counted")
    driver.type("4")
    driver.until(lambda: presenter.screen.count and presenter.screen.count.needs_reason, "the difference shows")
    driver.shoot("day-count-difference")
    driver.press("Backspace")
    driver.type("5")
    driver.press("Ctrl+Return")
    driver.until(lambda: not view.count_sheet.is_open and view.count_verb.armed, "it is counted")
    driver.press("F7")
    driver.until(lambda: view.close_sheet.is_open, "the day may be closed")
    driver.shoot("day-close")
    driver.press("Ctrl+Return")
    driver.until(lambda: not view.close_sheet.is_open and presenter.screen.notice, "the day is closed")
    driver.shoot("day-closed")
    driver.press("F12")
    driver.until(lambda: app.window.covered, "the till is locked")
    visit.sign_in("clerk")
    driver.press("Alt+7")
    driver.until(lambda: presenter.screen.figures, "a clerk reads their own figures")
    driver.rest()
    driver.shoot("day-for-a-clerk")
    driver.press("Alt+1")
