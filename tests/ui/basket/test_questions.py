"""Hold, recall, credit and discount: asked in sheets, answered by keys, and kept on the disk."""

import json
from dataclasses import replace

from PySide6.QtCore import Qt

from clerk_app.desk import baskets, discounts, held, outbox
from clerk_app.domain.basket import Discount
from clerk_app.domain.operations import Kind
from clerk_app.domain.pricing import Offer, PercentOff, Scope
from clerk_app.wire.offers import offer_json
from tests.ui.basket.conftest import BasketCounter
from tests.ui.basket.test_paying import CTRL, fill, open_sheet
from tests.ui.shop import Hub, Shop
from ui.sheets.approval import ApprovalSheet


def answer(at_basket: BasketCounter) -> None:
    at_basket.press(Qt.Key.Key_Return, CTRL)


def test_a_held_basket_waits_under_its_name_and_is_taken_up_again(at_basket: BasketCounter, shop: Shop) -> None:
    fill(at_basket, 0, 1)
    at_basket.press(Qt.Key.Key_F4)
    at_basket.until(lambda: at_basket.parts.sheets.hold.is_open)
    at_basket.type("Anna", gap_ms=60)
    answer(at_basket)
    at_basket.until(lambda: at_basket.quantities == [])
    assert [it.name for it in held.held(shop.till)] == ["Anna"]

    at_basket.press(Qt.Key.Key_F5)
    at_basket.until(lambda: at_basket.parts.sheets.recall.is_open)
    answer(at_basket)

    at_basket.until(lambda: at_basket.quantities == [1, 1])
    assert at_basket.parts.presenter.screen.name == "Anna"
    assert held.held(shop.till) == ()


def test_a_name_that_is_taken_is_said_in_the_sheet(at_basket: BasketCounter) -> None:
    for nth in (0, 1):
        at_basket.scan_gtin(nth)
        at_basket.until(lambda: at_basket.quantities == [1])
        at_basket.press(Qt.Key.Key_F4)
        at_basket.until(lambda: at_basket.parts.sheets.hold.is_open)
        at_basket.type("Anna", gap_ms=60)
        answer(at_basket)

    sheet = at_basket.parts.sheets.hold
    at_basket.until(lambda: bool((asked := at_basket.parts.ask.screen) and getattr(asked, "trouble", "")))
    assert sheet.is_open
    assert at_basket.quantities == [1]


def test_a_line_is_credited_to_the_clerk_that_a_digit_chooses(at_basket: BasketCounter, shop: Shop) -> None:
    fill(at_basket, 0)
    at_basket.press(Qt.Key.Key_F7)
    at_basket.until(lambda: at_basket.parts.sheets.credit.is_open)

    at_basket.press(Qt.Key.Key_1)
    answer(at_basket)

    at_basket.until(lambda: not at_basket.parts.sheets.credit.is_open)
    it = baskets.current(shop.till)
    assert it is not None
    asked = at_basket.parts.sheets.credit.grid.cells[0].text()
    assert at_basket.parts.presenter.screen.lines[0].credited == asked
    assert it.basket.lines[0].credited


def test_a_small_discount_needs_a_reason_and_nobody_else(at_basket: BasketCounter) -> None:
    due = fill(at_basket, 0)
    at_basket.press(Qt.Key.Key_F8)
    sheet = at_basket.parts.sheets.discount
    at_basket.until(lambda: sheet.is_open)

    at_basket.press(Qt.Key.Key_F5)
    assert not sheet.verb.isEnabled()
    sheet.reasons.take_focus()
    at_basket.press(Qt.Key.Key_1)
    at_basket.until(sheet.verb.isEnabled)
    answer(at_basket)

    at_basket.until(lambda: (it := at_basket.parts.presenter.basket) is not None and it.due.left_minor < due)
    line = at_basket.parts.presenter.screen.line
    assert line is not None
    assert "Damaged packaging" in line.why[0]


def test_a_large_discount_is_a_managers_and_is_written_down_as_an_act_of_its_own(
    at_basket: BasketCounter, hub: Hub, shop: Shop
) -> None:
    due = fill(at_basket, 0)
    manager = hub.staff("manager")
    at_basket.press(Qt.Key.Key_F8)
    sheet = at_basket.parts.sheets.discount
    at_basket.until(lambda: sheet.is_open)
    at_basket.press(Qt.Key.Key_F8)
    sheet.reasons.take_focus()
    at_basket.press(Qt.Key.Key_2)
    answer(at_basket)
    at_basket.until(lambda: bool(at_basket.window.findChildren(ApprovalSheet)))
    it = at_basket.parts.presenter.basket
    assert it is not None
    assert it.due.left_minor == due

    at_basket.scan(manager["badge"])
    at_basket.type(manager["pin"], gap_ms=60)
    assert at_basket.window.findChildren(ApprovalSheet), "nobody has said why"
    at_basket.press(Qt.Key.Key_F6)
    at_basket.type(manager["pin"], gap_ms=60)

    at_basket.until(lambda: (it := at_basket.parts.presenter.basket) is not None and it.due.left_minor < due)
    assert outbox.entries(shop.till)[0].operation.kind == Kind.DISCOUNT_APPROVED


def test_the_receipt_is_written_as_itself_first_and_as_a_copy_after(at_basket: BasketCounter, shop: Shop) -> None:
    fill(at_basket, 0)
    open_sheet(at_basket)
    answer(at_basket)
    at_basket.until(lambda: at_basket.parts.presenter.screen.done is not None)
    done = at_basket.parts.presenter.screen.done
    assert done is not None
    folder = shop.till.folder / "receipts"

    for name in (f"{done.receipt_no}.pdf", f"{done.receipt_no}-copy.pdf"):
        at_basket.press(Qt.Key.Key_P, CTRL)
        at_basket.until((folder / name).exists)

    assert (folder / f"{done.receipt_no}.pdf").read_bytes().startswith(b"%PDF")


def test_a_receipt_of_before_is_shown_again_as_a_copy(at_basket: BasketCounter) -> None:
    fill(at_basket, 0)
    open_sheet(at_basket)
    answer(at_basket)
    at_basket.until(lambda: at_basket.parts.presenter.screen.done is not None)
    at_basket.until(lambda: at_basket.parts.view.next.armed)
    answer(at_basket)
    at_basket.until(lambda: at_basket.parts.presenter.screen.done is None)

    at_basket.press(Qt.Key.Key_P, CTRL)
    at_basket.until(lambda: at_basket.parts.sheets.receipts.is_open)
    answer(at_basket)

    at_basket.until(lambda: at_basket.parts.presenter.screen.done is not None)
    done = at_basket.parts.presenter.screen.done
    assert done is not None
    assert any("COPY" in row.left for row in done.paper)


def test_an_offer_is_explained_on_its_line_until_it_ends(at_basket: BasketCounter, hub: Hub) -> None:
    article = hub.demo["skus"][3]
    scope = Scope(skus=frozenset({article["sku"]}))
    hub.run("offer", "add", json.dumps(offer_json(Offer("less", PercentOff(100), scope, name_en="Ten off"))))
    fill(at_basket, 3)

    at_basket.until(lambda: at_basket.parts.presenter.screen.lines[0].is_cheaper)

    line = at_basket.parts.presenter.screen.line
    assert line is not None
    assert line.why[0].startswith("Ten off takes off")
    hub.run("offer", "end", "less")
    at_basket.until(lambda: not at_basket.parts.presenter.screen.lines[0].is_cheaper)


def test_an_amount_off_goes_with_a_price_that_falls_and_the_clerk_hears_of_it(
    at_basket: BasketCounter, shop: Shop
) -> None:
    till, manager = shop.till, shop.clerk("manager")
    sku = str(shop.hub.demo["skus"][0]["sku"])
    product = till.catalogue.products_of_skus([sku])[sku]
    baskets.add_product(till, replace(product, price_minor=product.price_minor + 1_000))
    discounts.give_discount(till, 1, Discount("agreed", manager.badge, off_minor=100), clerk=manager)
    presenter = at_basket.parts.presenter
    presenter.refresh()
    at_basket.until(lambda: presenter.basket is not None and bool(presenter.basket.changes))

    presenter.take_price()

    assert presenter.screen.notice is not None
    assert presenter.screen.notice.headline == "The discount is off the line."
    it = baskets.current(till)
    assert it is not None
    assert it.basket.lines[0].discount is None
