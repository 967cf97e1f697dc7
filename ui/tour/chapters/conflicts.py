"""What people must look at: a clerk reads it, a manager settles it with a reason."""

from clerk_app.desk.conflicts import Stand, with_settled
from ui.conflicts.screen import Shown
from ui.tour.visit import Visit


def conflicts(visit: Visit) -> None:
    driver, app = visit.driver, visit.app
    driver.press("Alt+8")
    driver.until(lambda: app.conflicts.screen.matters, "something disagrees")
    driver.shoot("conflicts-for-a-clerk")
    _change_places(visit, "manager")
    driver.press("Alt+8")
    driver.until(lambda: app.conflicts.screen.can_settle, "a manager may settle it")
    driver.shoot("conflicts-open")
    driver.press("Ctrl+Return")
    driver.until(lambda: app.conflicts_view.sheet.is_open, "it is asked what it was")
    driver.shoot("conflicts-reason")
    driver.press("1")
    driver.until(
        lambda: app.conflicts.screen.question and app.conflicts.screen.question.can_confirm, "a reason is said"
    )
    driver.press("Ctrl+Return")
    driver.until(lambda: app.conflicts.screen.notice, "it is settled")
    driver.shoot("conflicts-settled-here")
    driver.until(lambda: any(it.stand is Stand.SETTLED for it in with_settled(app.till)), "the hub has it")
    driver.press("F6")
    driver.until(lambda: app.conflicts.screen.shown is Shown.SETTLED, "what is settled is listed")
    driver.shoot("conflicts-settled")
    driver.press("F6")
    _change_places(visit, "clerk")
    driver.press("Alt+1")


def nothing(visit: Visit) -> None:
    visit.driver.press("Alt+8")
    visit.driver.until(lambda: visit.app.window.page == "conflicts", "the page is shown")
    visit.driver.shoot("conflicts-none")
    visit.driver.press("Alt+1")


def _change_places(visit: Visit, role: str) -> None:
    visit.driver.press("F12")
    visit.driver.until(lambda: visit.app.window.covered, "the till is locked")
    visit.sign_in(role)
