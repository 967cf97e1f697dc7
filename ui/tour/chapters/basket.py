"""The basket: filled, why it costs what it costs, paid in each way, held, recalled, and its receipts."""

import json
from collections.abc import Callable
from typing import Final

from clerk_app.domain.pricing import FromPieces, Offer, PieceStep, Scope, SpendOff, SpendStep
from clerk_app.wire.offers import offer_json
from ui.tour.visit import Visit

DECLINED: Final = "10.91"  # by these cents the simulated terminal knows what to pretend
SILENT: Final = "10.92"


def basket(visit: Visit) -> None:
    """An offer of head office, a member, and what both make of the price."""
    driver, app, shop = visit.driver, visit.app, visit.shop
    shop.command("offer", "add", _text(_three_for_less(str(shop.article(1)["sku"]))))
    shop.command("offer", "add", _text(_more_spent()))
    driver.press("F12")
    driver.until(lambda: app.window.covered, "the till is locked")
    visit.sign_in("cashier")
    driver.press("Alt+2")
    driver.until(lambda: app.window.page == "basket" and app.basket.is_made, "the basket is shown")
    driver.shoot("basket-empty")
    fill(visit, 0, 1, 1, 2)
    driver.shoot("basket")
    driver.scan(visit.member_card())
    driver.until(lambda: app.basket.parts.presenter.screen.member, "the member is attached")
    driver.press("Up", "+")
    driver.until(lambda: _line_is_cheaper(visit), "the offer counts")
    driver.shoot("basket-member-and-offer")
    driver.scan("4006381333931")
    driver.until(lambda: _notice(visit), "the number is not known")
    driver.rest()
    driver.shoot("basket-unknown-article")
    driver.press("-", "-", "-")
    driver.until(lambda: _pieces(visit) == 2, "the line is out")
    driver.shoot("basket-line-taken-out")
    driver.press("Ctrl+Z")
    driver.until(lambda: _pieces(visit) > 2, "the line is back")


def questions(visit: Visit) -> None:
    """Whose sale, how much off, hold and recall."""
    driver, app = visit.driver, visit.app
    sheets, screen = app.basket.parts.sheets, app.basket.parts.presenter
    driver.press("F7")
    driver.until(lambda: sheets.credit.is_open, "it is asked whose sale it is")
    driver.shoot("basket-credit")
    driver.press("Escape", "F8")
    driver.until(lambda: sheets.discount.is_open, "it is asked how much off")
    driver.press("F5", "Tab")
    driver.shoot("basket-discount")
    driver.press("F8")
    sheets.discount.reasons.take_focus()
    driver.press("2")
    driver.shoot("basket-discount-manager")
    driver.press("Ctrl+Return")
    driver.let(0.1)
    driver.shoot("basket-discount-approval")
    driver.press("Escape", "F4")
    driver.until(lambda: sheets.hold.is_open, "it is asked for a name")
    driver.press("Ctrl+A")
    driver.type("Red coat")
    driver.shoot("basket-hold")
    driver.press("Ctrl+Return")
    driver.until(lambda: screen.screen.is_empty, "the basket is held")
    driver.shoot("basket-held")
    driver.press("F5")
    driver.until(lambda: sheets.recall.is_open, "it is asked which one")
    driver.shoot("basket-recall")
    driver.press("Ctrl+Return")
    driver.until(lambda: not screen.screen.is_empty, "the basket is taken up again")


def pay(visit: Visit) -> None:
    """In cash, by card that is declined, then silent, then known; with change at the end."""
    driver, parts = visit.driver, visit.app.basket.parts
    driver.press("F9")
    driver.until(lambda: parts.pay_sheet.is_open, "it is asked how it is paid")
    driver.shoot("pay-cash")
    driver.type("10")
    driver.shoot("pay-cash-part")
    confirm(visit)
    driver.until(lambda: parts.pay.screen and parts.pay.screen.taken, "a part is taken")
    driver.shoot("pay-part-taken")
    driver.press("F6")
    driver.type(DECLINED)
    driver.shoot("pay-card")
    confirm(visit)
    driver.until(lambda: parts.pay.screen and parts.pay.screen.trouble, "the card is declined")
    driver.rest()
    driver.shoot("pay-card-declined")
    driver.press("F6")
    driver.type(SILENT)
    confirm(visit)
    driver.until(lambda: parts.pay.waits, "nobody knows whether it was paid")
    driver.rest()
    driver.shoot("pay-card-unknown")
    driver.press("Escape")
    driver.shoot("basket-payment-unknown")
    driver.press("F9")
    driver.until(lambda: not parts.pay.waits, "it is known that it was paid")
    driver.rest()
    driver.shoot("pay-card-known")
    driver.press("F7")
    driver.shoot("pay-wallet")
    driver.press("F8")
    driver.shoot("pay-points")
    driver.press("F5", "Alt+3")
    driver.shoot("pay-cash-change")
    confirm(visit)
    driver.until(lambda: parts.presenter.screen.done, "it is sold")
    driver.rest()
    driver.shoot("basket-sold")
    driver.press("Ctrl+P")
    driver.until(lambda: _notice(visit), "the receipt is printed")
    driver.rest()
    driver.shoot("basket-receipt-printed")
    driver.press("Ctrl+Return", "Ctrl+P")
    driver.until(lambda: parts.sheets.receipts.is_open, "the last receipts are listed")
    driver.shoot("basket-receipts")
    driver.press("Ctrl+Return")
    driver.until(lambda: parts.presenter.screen.done, "the receipt is shown")
    driver.shoot("basket-receipt-copy")
    driver.press("Ctrl+Return")


def elsewhere(visit: Visit) -> None:
    """What is not here: the places that can, kept for a quarter of an hour, an address, and the order."""
    driver, parts = visit.driver, visit.app.basket.parts
    fill(visit, 3, 5)
    driver.rest()
    driver.press("F6")
    driver.until(lambda: parts.elsewhere.screen.rows, "the places are listed")
    driver.rest()
    driver.shoot("basket-other-branch")
    driver.press("Ctrl+1")
    driver.until(lambda: any(row.held for row in parts.elsewhere.screen.rows), "the pieces are kept")
    driver.rest()
    driver.shoot("basket-other-branch-held")
    driver.press("Up", "Shift+F6")
    driver.until(lambda: parts.elsewhere.screen.way == "ship" and parts.elsewhere.screen.rows, "the senders are listed")
    driver.rest()
    driver.shoot("basket-ship")
    driver.press("Ctrl+1")
    driver.until(lambda: any(row.held for row in parts.elsewhere.screen.rows), "the pieces are kept")
    driver.rest()
    driver.press("Shift+F9")
    driver.until(lambda: parts.elsewhere.screen.pay == "on_delivery", "the carrier is to take the money")
    driver.rest()
    driver.shoot("basket-on-delivery")
    driver.press("F9")
    driver.until(lambda: parts.address_sheet.is_open, "it is asked for the address")
    driver.shoot("basket-address")
    driver.press("Ctrl+Return")
    driver.rest()
    driver.shoot("basket-address-faults")
    typed = {
        "name": "Li Na",
        "phone": "13800002046",
        "region": "Zhejiang Hangzhou Binjiang",
        "street": "Jiangnan Road 88",
    }
    for name, text in typed.items():
        parts.address_sheet.fields[name].setFocus()
        driver.type(text)
    driver.press("Ctrl+Return")
    driver.until(lambda: parts.pay_sheet.is_open, "the order is placed, and may be paid")
    driver.rest()
    driver.shoot("pay-order-placed")
    confirm(visit)
    driver.until(lambda: parts.presenter.screen.done, "it is sold")
    driver.rest()
    driver.shoot("basket-order-sold")
    driver.press("Ctrl+Return")


def offline(visit: Visit) -> None:
    """Nothing can be ordered: the intent is noted, and whoever waits for a call is listed."""
    driver, parts = visit.driver, visit.app.basket.parts
    driver.press("Alt+2")
    fill(visit, 4, 6)
    driver.until(parts.view.line.elsewhere.ways.isVisible, "the ways are offered")
    driver.press("Shift+F6")
    driver.until(parts.view.line.elsewhere.note.isVisible, "a call is offered")
    driver.rest()
    driver.shoot("basket-offline")
    driver.press("Ctrl+B")
    driver.until(lambda: parts.intent_sheets.intent.is_open, "it is asked whom to call")
    driver.type("Li Na")
    driver.press("Tab")
    driver.type("13800002046")
    driver.shoot("basket-intent")
    driver.press("Ctrl+Return")
    driver.until(lambda: not parts.intent_sheets.intent.is_open, "it is noted")
    driver.rest()
    driver.shoot("basket-intent-noted")
    driver.press("-")
    driver.until(lambda: _pieces(visit) == 0, "the basket is empty")
    driver.press("F6")
    driver.until(lambda: parts.intent_sheets.callbacks.is_open, "who waits for a call is listed")
    driver.rest()
    driver.shoot("basket-call-backs")
    driver.press("Escape", "Alt+1")


CHAPTERS: Final[tuple[Callable[[Visit], object], ...]] = (basket, questions, pay, elsewhere)


def leave(visit: Visit) -> None:
    """The clerk of the other chapters comes back."""
    driver, app = visit.driver, visit.app
    driver.press("F12")
    driver.until(lambda: app.window.covered, "the till is locked")
    visit.sign_in()
    driver.press("Alt+1")


def fill(visit: Visit, *articles: int) -> None:
    driver, shop = visit.driver, visit.shop
    before = _pieces(visit)
    for count, nth in enumerate(articles, start=1):
        driver.scan(str(shop.article(nth)["gtin"]))
        driver.until(lambda count=count: _pieces(visit) == before + count, f"{count} pieces are in the basket")


def confirm(visit: Visit) -> None:
    """The verb of the pay sheet, once it lives."""
    verb = visit.app.basket.parts.pay_sheet.verb
    visit.driver.until(lambda: verb.isVisible() and verb.isEnabled() and verb.armed, "the verb may be pressed")
    visit.driver.press("Ctrl+Return")


def _pieces(visit: Visit) -> int:
    return sum(row.quantity for row in visit.app.basket.parts.presenter.screen.lines)


def _notice(visit: Visit) -> object:
    return visit.app.basket.parts.presenter.screen.notice


def _line_is_cheaper(visit: Visit) -> bool:
    return any(row.is_cheaper for row in visit.app.basket.parts.presenter.screen.lines)


def _three_for_less(sku: str) -> Offer:
    terms = FromPieces((PieceStep(3, 200),))
    return Offer("three", terms, Scope(skus=frozenset({sku})), name_zh="三件八折", name_en="3 for 20 % less")


def _more_spent() -> Offer:
    terms = SpendOff((SpendStep(500_000, off_minor=30_000),))
    return Offer("spend", terms, name_zh="满 5000 减 300", name_en="¥300 off from ¥5,000")


def _text(offer: Offer) -> str:
    return json.dumps(offer_json(offer), ensure_ascii=False)
