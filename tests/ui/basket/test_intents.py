"""Without head office an intent is noted, clearly no order, and somebody calls back about it."""

import pytest
from PySide6.QtCore import Qt

from clerk_app.desk import baskets, intents, outbox
from clerk_app.domain.aisle.intents import Intent, IntentLine, IntentState
from clerk_app.domain.basket import Fulfilment
from clerk_app.domain.orders import BranchNo, Method
from clerk_app.errors import DiskFull
from tests.ui.basket.conftest import BasketCounter
from tests.ui.shop import Shop

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def ask_intent(at_basket: BasketCounter) -> None:
    """One article is carried out, another one should be sent, and head office is not there."""
    at_basket.scan_gtin(0)
    at_basket.scan_gtin(1)
    at_basket.until(lambda: at_basket.quantities == [1, 1])
    at_basket.tell_online(online=False)
    at_basket.until(at_basket.parts.view.line.elsewhere.ways.isVisible)
    at_basket.press(Qt.Key.Key_F6, SHIFT)
    at_basket.until(at_basket.parts.view.line.elsewhere.note.isVisible)
    at_basket.press(Qt.Key.Key_B, CTRL)
    at_basket.until(lambda: at_basket.parts.intent_sheets.intent.is_open)


def note_an_intent(at_basket: BasketCounter) -> None:
    ask_intent(at_basket)
    sheet = at_basket.parts.intent_sheets.intent
    at_basket.type("Li Na", gap_ms=60)
    sheet.fields["phone"].setFocus()
    at_basket.type("13800002046", gap_ms=60)
    at_basket.press(Qt.Key.Key_Return, CTRL)
    at_basket.until(lambda: not sheet.is_open)


def ask_whom_to_call(at_basket: BasketCounter) -> None:
    at_basket.press(Qt.Key.Key_F6)
    at_basket.until(lambda: at_basket.parts.intent_sheets.callbacks.is_open)


def test_an_intent_is_noted_with_a_slip_and_its_line_leaves_the_basket(at_basket: BasketCounter, shop: Shop) -> None:
    note_an_intent(at_basket)

    (intent,) = intents.waiting(shop.till)
    assert (intent.name, intent.phone) == ("Li Na", "13800002046")
    assert [line.method for line in intent.lines] == [Method.SHIP]
    assert at_basket.quantities == [1]
    slips = shop.till.folder / "receipts"
    at_basket.until(lambda: any(slips.glob("intent-*.pdf")))
    assert outbox.entries(shop.till) == (), "nothing was promised, so there is nothing to tell the hub"


def test_what_is_left_is_paid_as_ever(at_basket: BasketCounter) -> None:
    note_an_intent(at_basket)

    at_basket.press(Qt.Key.Key_F9)

    at_basket.until(lambda: at_basket.parts.pay_sheet.is_open)


def test_an_intent_without_a_number_is_not_noted(at_basket: BasketCounter, shop: Shop) -> None:
    ask_intent(at_basket)

    at_basket.press(Qt.Key.Key_Return, CTRL)

    assert at_basket.parts.intent_sheets.intent.is_open
    assert intents.waiting(shop.till) == ()
    at_basket.press(Qt.Key.Key_Escape)
    assert at_basket.quantities == [1, 1]


def test_nobody_is_called_without_a_reason_or_where_another_basket_is_open(
    at_basket: BasketCounter, shop: Shop
) -> None:
    note_an_intent(at_basket)
    presenter, sheet = at_basket.parts.intents, at_basket.parts.intent_sheets.callbacks
    presenter.ask_list()
    at_basket.until(lambda: sheet.is_open)

    at_basket.tell_online(online=True)
    at_basket.press(Qt.Key.Key_Return, CTRL)
    assert sheet.is_open, "another basket is open"
    at_basket.press(Qt.Key.Key_F8, SHIFT)

    assert sheet.is_open, "no reason was said"
    assert len(intents.waiting(shop.till)) == 1


def test_who_waits_for_a_call_is_listed_masked_and_closed_with_a_reason(at_basket: BasketCounter, shop: Shop) -> None:
    note_an_intent(at_basket)
    baskets.forget(shop.till)
    at_basket.parts.presenter.refresh()
    ask_whom_to_call(at_basket)
    sheet = at_basket.parts.intent_sheets.callbacks
    assert "13800002046" not in sheet.grid.cells[0].accessibleName()

    slips = shop.till.folder / "receipts"
    at_basket.until(lambda: any(slips.glob("intent-*.pdf")))
    assert "kept until" in sheet.grid.cells[0].accessibleName()

    sheet.reason.setFocus()
    at_basket.type("not reached", gap_ms=60)
    at_basket.press(Qt.Key.Key_F8, SHIFT)

    assert not any(slips.glob("intent-*.pdf")), "name and phone were printed on it"
    at_basket.until(lambda: intents.waiting(shop.till) == ())
    assert not sheet.is_open
    (over,) = intents.everything(shop.till)
    assert (over.state, over.reason) == (IntentState.GIVEN_UP, "not reached")


def test_once_head_office_answers_an_intent_becomes_a_basket_that_asks_from_where(
    at_basket: BasketCounter, shop: Shop
) -> None:
    note_an_intent(at_basket)
    baskets.forget(shop.till)
    at_basket.parts.presenter.refresh()
    ask_whom_to_call(at_basket)
    assert not at_basket.parts.intent_sheets.callbacks.verb.isEnabled(), "head office is silent"

    at_basket.tell_online(online=True)
    at_basket.press(Qt.Key.Key_Return, CTRL)

    at_basket.until(lambda: at_basket.quantities == [1])
    at_basket.until(lambda: bool(at_basket.parts.elsewhere.screen.rows))
    assert at_basket.parts.elsewhere.screen.way == "ship"
    assert at_basket.parts.elsewhere.must_order
    (over,) = intents.everything(shop.till)
    assert over.state is IntentState.TAKEN_UP


def test_two_ways_of_one_article_stay_two(at_basket: BasketCounter, shop: Shop) -> None:
    sku = str(shop.hub.demo["skus"][0]["sku"])
    lines = (IntentLine(sku, 1, method=Method.SHIP), IntentLine(sku, 2, method=Method.PICKUP, branch=BranchNo(2)))
    made = intents.note(shop.till, lines, clerk=shop.clerk("cashier"), phone="13800002046")
    assert isinstance(made, Intent)
    at_basket.parts.intents.ask_list()
    at_basket.until(lambda: at_basket.parts.intent_sheets.callbacks.is_open)

    at_basket.press(Qt.Key.Key_Return, CTRL)

    at_basket.until(lambda: bool(at_basket.quantities))
    it = baskets.current(shop.till)
    assert it is not None
    assert [(line.quantity, line.place.fulfilment) for line in it.basket.lines] == [
        (1, Fulfilment.SHIP),
        (2, Fulfilment.PICKUP),
    ]
    elsewhere = at_basket.parts.elsewhere
    at_basket.parts.presenter.select("2")
    at_basket.until(lambda: elsewhere.screen.way == Fulfilment.PICKUP)
    at_basket.parts.presenter.select("1")
    at_basket.until(lambda: elsewhere.screen.way == Fulfilment.SHIP)


@pytest.mark.expected_log("ui.basket.intents WARNING: an intent was not written down")
def test_a_disk_that_takes_nothing_is_told_and_the_lines_stay(
    at_basket: BasketCounter, shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    ask_intent(at_basket)
    sheet = at_basket.parts.intent_sheets.intent
    sheet.fields["phone"].setFocus()
    at_basket.type("13800002046", gap_ms=60)

    def full(*_: object, **__: object) -> None:
        raise DiskFull("no space left")

    monkeypatch.setattr("clerk_app.store.aisle.keep_intent", full)
    at_basket.press(Qt.Key.Key_Return, CTRL)

    at_basket.until(sheet.trouble.isVisible)
    assert sheet.is_open
    assert at_basket.quantities == [1, 1]
    assert intents.waiting(shop.till) == ()


@pytest.mark.expected_log("ui.basket.intents WARNING: an intent was not written down")
def test_a_disk_that_takes_nothing_is_told_where_an_intent_is_over_too(
    at_basket: BasketCounter, shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = (IntentLine(str(shop.hub.demo["skus"][0]["sku"]), 1),)
    intents.note(shop.till, lines, clerk=shop.clerk("cashier"), phone="13800002046")
    presenter, sheet = at_basket.parts.intents, at_basket.parts.intent_sheets.callbacks
    presenter.ask_list()
    at_basket.until(lambda: sheet.is_open)

    def full(*_: object, **__: object) -> None:
        raise DiskFull("no space left")

    monkeypatch.setattr("clerk_app.store.aisle.keep_intent", full)
    for end in (lambda: presenter.give_up("not reached"), presenter.take_up):
        presenter.choose(intents.waiting(shop.till)[0].intent)
        assert not sheet.trouble.isVisible()
        end()
        assert sheet.trouble.isVisible()

    assert sheet.is_open
    assert len(intents.waiting(shop.till)) == 1
    assert baskets.current(shop.till) is None, "nothing was begun"
