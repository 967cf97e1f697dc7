"""One pickup in all its ways: whole, with a balance, with identity, by somebody else, in part; and taken back."""

import json
from pathlib import Path

from ui.pickup.screen import Stage
from ui.story.counter import Counter
from ui.theme import State
from ui.tour.visit import Visit
from ui.widgets.sheet import Sheet


def whole(visit: Visit) -> None:
    driver, app, shop = visit.driver, visit.app, visit.shop
    visit.scan_pickup(shop.code_of("ready"), "ready")
    visit.verdict(State.DONE, "ready")
    driver.shoot("pickup-ready")
    visit.tick_all()
    driver.until(lambda: app.pickup.screen.can_act, "all is ticked")
    driver.shoot("pickup-ticked")
    visit.confirm()
    driver.until(lambda: app.pickup.screen.stage is Stage.AFTER, "it is handed over")
    driver.until(lambda: _state(visit) is State.DONE, "the hub has it")
    driver.shoot("pickup-handed-over")
    driver.press("Ctrl+Z")
    driver.until(lambda: _sheet_is_open(visit), "it is asked why")
    driver.shoot("undo-sheet")
    driver.press("1")
    driver.until(lambda: app.pickup.screen.undo_left_s == 0, "it is taken back")
    driver.rest()
    driver.shoot("pickup-undone")
    visit.clear()
    visit.scan_pickup(shop.code_of("ready"), "ready again")
    driver.scan("4006381333931")
    driver.until(lambda: app.pickup.screen.articles.trouble, "a wrong article is refused")
    driver.shoot("pickup-wrong-article")
    visit.tick_all()
    visit.confirm()
    driver.until(lambda: app.pickup.screen.stage is Stage.AFTER, "it is handed over for good")
    visit.clear()
    driver.until(lambda: not visit.waits, "the hub has it")
    driver.shoot("counter-just-now")


def balance(visit: Visit) -> None:
    driver, app, shop = visit.driver, visit.app, visit.shop
    visit.scan_pickup(shop.code_of("ready_balance_due"), "balance due")
    visit.verdict(State.ATTENTION, "balance due")
    driver.shoot("pickup-balance-due")
    visit.tick_all()
    driver.press("F9")
    sheet = app.balance_pay.parts.sheet
    driver.until(lambda: sheet.is_open, "the money is asked for")
    driver.shoot("pickup-balance-pay")
    driver.press("F6")
    driver.type("10.92")  # this the simulator takes, and says nothing
    driver.until(lambda: sheet.verb.armed, "the terminal may be asked")
    driver.press("Ctrl+Return")
    driver.until(lambda: app.balance_pay.parts.presenter.waits, "nobody knows whether it was paid")
    driver.shoot("pickup-balance-unknown")
    driver.press("Escape")
    driver.shoot("pickup-balance-open")
    driver.until(lambda: not app.balance_pay.parts.presenter.waits, "it was asked about")
    driver.shoot("pickup-balance-part")
    driver.press("F9")
    driver.until(lambda: sheet.is_open, "the rest is asked for")
    driver.press("F5")
    driver.until(lambda: sheet.verb.armed, "the rest may be paid in cash")
    driver.press("Ctrl+Return")
    driver.until(lambda: app.pickup.screen.can_act, "all of it is paid")
    driver.shoot("pickup-balance-paid")
    visit.confirm()
    driver.until(lambda: app.pickup.screen.stage is Stage.AFTER, "the goods go with what was paid")
    driver.shoot("pickup-balance-after")
    visit.clear()


def identity(visit: Visit) -> None:
    driver, app, shop = visit.driver, visit.app, visit.shop
    visit.scan_pickup(shop.code_of("ready_identity"), "identity")
    driver.shoot("pickup-identity-needed")
    driver.press("Shift+F7")
    driver.until(lambda: app.pickup.screen.person.checked, "the person was made sure of")
    driver.shoot("pickup-identity-checked")
    driver.press("F7")
    driver.until(lambda: app.pickup.screen.person.chosen_who == "else", "somebody else collects")
    driver.type("Zhao Ning")
    driver.shoot("pickup-somebody-else")
    visit.clear()


def part(visit: Visit) -> None:
    driver, app, shop = visit.driver, visit.app, visit.shop
    visit.scan_pickup(shop.code_of("ready_partly_collected"), "partly collected")
    driver.shoot("pickup-partly-collected")
    visit.clear()
    placed = visit.ready_order(shop.wish(2, 2), shop.wish(5))
    visit.scan_pickup(shop.code(placed.pass_url), "in part")
    driver.press("F6")
    driver.until(lambda: app.pickup.screen.rest, "a part may go")
    driver.press("Space")
    driver.until(lambda: app.pickup.screen.can_act, "a part is ticked")
    driver.shoot("pickup-in-part")
    visit.clear()


def held(visit: Visit, folder: Path) -> None:
    """Another till of the branch is looking at the same order."""
    driver, shop = visit.driver, visit.shop
    text = shop.code_of("ready", nth=1)
    code = json.loads(shop.command("till", "add", "--branch", "1", "--name", "POS 3", "--url", shop.url))["code"]
    other = Counter(folder, hub_url=shop.url, code=code)
    try:
        driver.until(other.statuses, "the other till hears of the orders")
        person = shop.person("clerk", nth=1)
        other.look(text, clerk=other.sign_in(str(person["badge"]), str(person["pin"])))
        visit.scan_pickup(text, "held")
        visit.verdict(State.ATTENTION, "held by another till")
        driver.shoot("pickup-held-by-another-till")
    finally:
        other.close()
    visit.clear()


def _state(visit: Visit) -> State | None:
    band = visit.app.pickup.screen.band
    return band.state if band else None


def _sheet_is_open(visit: Visit) -> bool:
    return any(sheet.is_open for sheet in visit.app.window.findChildren(Sheet))
