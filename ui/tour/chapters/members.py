"""Members: sought, several, nobody, looked at, shown in full with a reason, and enrolled."""

from datetime import timedelta

from clerk_app.desk import members as desk
from clerk_app.domain.members import Member
from ui.tour.visit import Visit

_LETTERS = "abcdefghjklmnpqrstwxyz"
_HALF_A_MINUTE = timedelta(seconds=30)


def members(visit: Visit) -> None:
    driver, app = visit.driver, visit.app
    driver.press("F3")
    driver.until(lambda: app.window.page == "members", "the page is shown")
    driver.shoot("members-find")
    for typed, name in ((_several(visit), "several"), ("qqqz", "nobody"), ("13911119999", "ask")):
        app.members.type("")
        app.members_view.seek.take_focus()
        driver.type(typed)
        driver.shoot(f"members-{name}")
    driver.press("Ctrl+R")
    driver.until(lambda: app.members.screen.note and not app.members.screen.hits, "head office has answered")
    driver.rest()
    driver.shoot("members-unknown-anywhere")
    it = _known(visit)
    app.members.open(it.member)
    driver.shoot("member")
    driver.press("F8")
    driver.until(lambda: app.members_view.sheet.is_open, "it is asked why")
    driver.shoot("member-why")
    driver.press("1", "Ctrl+Return")
    driver.until(lambda: app.members.screen.member and app.members.screen.member.shown_left, "it is shown in full")
    app.members.show_until(app.till.time.now().replace(microsecond=0) + _HALF_A_MINUTE)
    driver.shoot("member-in-full")
    driver.press("F8")
    enrol(visit)


def enrol(visit: Visit) -> None:
    driver, app = visit.driver, visit.app
    driver.press("F6")
    driver.until(lambda: app.members_view.enrol_sheet and app.members_view.enrol_sheet.is_open, "the sheet is open")
    sheet = app.members_view.enrol_sheet
    assert sheet is not None, "it is open"
    driver.shoot("enrol")
    sheet.name.setText("王小琳")
    sheet.phone.setText("139 1234 0000")
    driver.press("Ctrl+Return")
    driver.shoot("enrol-consent")
    sheet.agreed.setChecked(True)
    driver.press("Ctrl+Return")
    driver.until(lambda: app.members.screen.member, "head office has answered")
    driver.shoot("enrolled")
    driver.press("Escape", "Alt+1")


def offline(visit: Visit) -> None:
    """The network is gone: who is known here is there, and nothing is shown in full."""
    driver, app = visit.driver, visit.app
    driver.press("F3")
    app.members.open(_known(visit).member)
    driver.shoot("member-offline")
    driver.press("Escape")
    driver.type("13911119999")
    driver.shoot("members-nobody-offline")
    driver.press("Escape", "Alt+1")


def _known(visit: Visit) -> Member:
    """Somebody of this branch to whom much can be said."""
    found = [desk.open_member(visit.app.till, number) for number in _numbers(visit)]
    known = [it.member for it in found if it is not None]
    return max(known, key=lambda it: (len(it.suggestions), len(it.coupons), it.bought))


def _numbers(visit: Visit) -> set[str]:
    tails = [f"{number:04d}" for number in range(200)]
    return {hit.member for tail in tails for hit in desk.find(visit.app.till, tail).hits}


def _several(visit: Visit) -> str:
    pairs = [one + other for one in _LETTERS for other in _LETTERS]
    return max(pairs, key=lambda pair: len(desk.find(visit.app.till, pair).hits))
