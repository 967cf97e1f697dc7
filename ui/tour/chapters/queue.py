"""The work queue: full, ringing, picked, made ready, given back, and with facts that disagree."""

from clerk_app.domain.orders import PickupStatus
from ui.tour.visit import Visit

HOME = {"name": "王琳", "phone": "13800002046", "region": "浙江省杭州市滨江区", "street": "江南大道 88 号 3 幢 1201"}


def queue(visit: Visit) -> None:
    driver, app, shop = visit.driver, visit.app, visit.shop
    driver.press("Alt+3")
    driver.until(lambda: app.work.screen.selected, "the queue has gone to an order")
    driver.shoot("queue")
    placed = shop.place(shop.wish(1, 2), shop.wish(4), phone="+8613800002046")
    number = str(placed.order_no)
    driver.until(lambda: _banner(visit, number), "the new order rings", within_s=5)
    driver.shoot("queue-new-order-rings")
    visit.go_to(number)
    driver.shoot("queue-new-order")
    visit.act_on_queue()
    visit.order_is(placed.order_no, PickupStatus.ACCEPTED)
    driver.rest()
    driver.shoot("queue-picking-begun")
    driver.scan(str(shop.article(1)["gtin"]))
    driver.until(lambda: _ticked(visit) == 1, "the article is ticked")
    driver.shoot("queue-picking")
    driver.scan("4006381333931")
    driver.until(lambda: app.work.screen.detail and app.work.screen.detail.trouble, "a wrong article is refused")
    driver.shoot("queue-wrong-article")
    driver.press("F6")
    driver.until(lambda: app.work.screen.can_act, "all is ticked")
    driver.shoot("queue-picked")
    visit.act_on_queue()
    driver.until(lambda: app.work_view.shelf_sheet.is_open, "it is asked for the shelf")
    driver.press("7")
    driver.press("+")
    driver.shoot("queue-ready-sheet")
    driver.press("Ctrl+Return")
    visit.order_is(placed.order_no, PickupStatus.READY)
    driver.until(lambda: not visit.waits, "the hub has it")
    driver.shoot("queue-made-ready")


def parcels(visit: Visit) -> None:
    """An order for a home near by: packed, with its address, and given to a carrier."""
    driver, app, shop = visit.driver, visit.app, visit.shop
    placed = shop.place(shop.wish(6, 2), sent_to=HOME)
    number = str(placed.order_no)
    driver.until(lambda: _banner(visit, number), "the order that is to be sent rings", within_s=5)
    visit.go_to(number)
    driver.shoot("queue-to-be-sent")
    visit.act_on_queue()
    visit.order_is(placed.order_no, PickupStatus.ACCEPTED)
    driver.press("F6")
    driver.until(lambda: app.work.screen.can_act, "all is ticked")
    visit.act_on_queue()
    driver.until(lambda: app.parcel_sheet.address.text, "the address is shown")
    driver.press("+")
    driver.shoot("queue-parcels")
    driver.press("Ctrl+Return")
    visit.order_is(placed.order_no, PickupStatus.PACKED)
    driver.until(lambda: not visit.waits, "the hub has it")
    driver.shoot("queue-packed")
    visit.act_on_queue()
    driver.until(lambda: app.parcel_sheet.address.text, "the carrier is asked for")
    driver.press("1")
    driver.until(app.parcel_sheet.verb.isEnabled, "a carrier is chosen")
    driver.scan("SF1390012345678")
    driver.let(0.1)
    driver.shoot("queue-carrier")
    driver.press("Ctrl+Return")
    visit.order_is(placed.order_no, PickupStatus.WITH_CARRIER)
    driver.until(lambda: not visit.waits, "the hub has it")
    driver.shoot("queue-sent")


def give_back(visit: Visit) -> None:
    driver, app, shop = visit.driver, visit.app, visit.shop
    placed = shop.place(shop.wish(3))
    number = str(placed.order_no)
    driver.until(lambda: _banner(visit, number), "the new order rings", within_s=5)
    visit.go_to(number)
    driver.press("F8")
    driver.until(lambda: app.work_view.reason_sheet.is_open, "it is asked why")
    driver.shoot("queue-reject-sheet")
    driver.press("4")
    driver.let(0.05)
    driver.type("water damage")
    driver.shoot("queue-reject-sheet-words")
    driver.press("Ctrl+Return")
    visit.order_is(placed.order_no, PickupStatus.REJECTED)
    driver.shoot("queue-given-back")
    driver.press("Alt+1")


def _banner(visit: Visit, number: str) -> str:
    cards = (card for column in visit.app.work.screen.columns for card in column.cards)
    return next((card.banner for card in cards if card.id == number), "")


def _ticked(visit: Visit) -> int:
    detail = visit.app.work.screen.detail
    return sum(row.ticked for row in detail.rows) if detail else 0
