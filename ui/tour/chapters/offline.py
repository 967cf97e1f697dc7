"""The network is gone: saved, asked of a manager, waiting, and sent once it is back."""

from urllib.parse import urlsplit

from ui.pickup.screen import Stage
from ui.sheets.leave import LeaveSheet
from ui.story.hub_process import HubProcess
from ui.theme import State
from ui.tour.chapters import articles, basket, members
from ui.tour.visit import Visit
from ui.widgets.sheet import Sheet


def offline(visit: Visit) -> None:
    driver, app, shop = visit.driver, visit.app, visit.shop
    dear = visit.ready_order(*(shop.wish(nth, 9) for nth in range(8)))
    plain = visit.ready_order(shop.wish(2), shop.wish(10))
    dear_code, good = shop.code(dear.pass_url), shop.code(plain.pass_url)
    cut_network(visit)
    driver.shoot("counter-offline")
    articles.offline(visit)
    members.offline(visit)
    basket.offline(visit)
    visit.scan_pickup(good, "offline")
    visit.verdict(State.SAVED, "offline")
    driver.shoot("pickup-ready-offline")
    visit.tick_all()
    visit.make_sure()
    visit.confirm()
    driver.until(lambda: app.pickup.screen.stage is Stage.AFTER, "it is handed over")
    driver.shoot("pickup-saved-offline")
    visit.clear()
    ask_manager(visit, dear_code)
    driver.press("F10")
    driver.until(lambda: app.outbox_drawer.is_open, "the outbox is open")
    driver.shoot("outbox-waiting-offline")
    driver.press("Ctrl+I")
    driver.until(lambda: app.outbox.screen.link.reason_open, "the reason is told")
    driver.shoot("outbox-reason")
    driver.press("Escape")
    app.window.close()
    driver.until(lambda: any(it.is_open for it in app.window.findChildren(LeaveSheet)), "it is asked before it goes")
    driver.shoot("closing-with-unsent-acts")
    driver.press("Escape")


def ask_manager(visit: Visit, text: str) -> None:
    driver, app, shop = visit.driver, visit.app, visit.shop
    visit.scan_pickup(text, "ask a manager")
    driver.shoot("ask-manager")
    visit.confirm()
    driver.until(lambda: any(it.is_open for it in app.window.findChildren(Sheet)), "a manager is asked")
    driver.shoot("approval-sheet")
    manager = shop.person("manager")
    driver.scan(str(manager["badge"]))
    driver.press("F5")
    driver.let(0.1)
    driver.shoot("approval-sheet-pin")
    driver.type(str(manager["pin"]))
    driver.until(lambda: app.pickup.screen.stage is Stage.CHECK, "the manager has approved")
    driver.rest()
    driver.shoot("approved")
    visit.clear()


def back_again(visit: Visit) -> HubProcess:
    """The hub listens again where it did; whoever asked for it stops it."""
    driver, app = visit.driver, visit.app
    again = HubProcess(visit.shop.hub_folder, port=urlsplit(visit.shop.url).port or 0)
    again.start()
    driver.until(lambda: not visit.waits, "what was saved is sent", within_s=30)
    visit.online(is_online=True)
    driver.press("F10")
    driver.until(lambda: app.outbox_drawer.is_open, "the outbox is open")
    driver.shoot("outbox-sent-and-conflict")
    driver.press("Escape")
    return again


def cut_network(visit: Visit) -> None:
    """End the hub's process: nothing listens at its address any more."""
    hub = visit.start.hub
    assert hub is not None, "the practice shop has its hub"
    hub.stop()
    visit.app.sync.wake()
    visit.online(is_online=False)
