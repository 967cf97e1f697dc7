"""Goods come back at the counter, with keys alone: found, ticked, given back, and never twice."""

from contextlib import suppress

import pytest
from PySide6.QtCore import Qt

from clerk_app.desk import outbox, pickups
from clerk_app.domain.codes import PickupText, classify
from clerk_app.domain.operations import Kind, Word
from clerk_app.domain.returns.acts import Condition
from clerk_app.hub_client import ReasonNeeded
from hub.limits import MEMBER_LOOKS
from tests.ui.conftest import Counter
from tests.ui.returns.conftest import ReturnCounter, return_counter
from tests.ui.shop import Hub, Shop
from ui.formats import amount
from ui.returns.screen import Stage
from ui.sheets.approval import ApprovalSheet
from ui.theme import State

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def give_back(at_returns: ReturnCounter) -> None:
    at_returns.say_why()
    at_returns.until(lambda: at_returns.view.verb.armed)
    at_returns.press(Qt.Key.Key_Return, CTRL)
    at_returns.until(lambda: at_returns.stage is Stage.DONE or bool(at_returns.notice))


def test_alt_6_shows_what_can_be_scanned(counter: Counter, hub: Hub) -> None:
    person = hub.staff("cashier")
    counter.sign_in(person["badge"], person["pin"])

    counter.press(Qt.Key.Key_6, Qt.KeyboardModifier.AltModifier)

    assert counter.window.page == "returns"
    assert counter.app.return_page.presenter.screen.empty_title == "What comes back?"


def test_a_receipt_that_is_scanned_anywhere_opens_its_purchase(at_returns: ReturnCounter) -> None:
    sale = at_returns.sell((0, 2))
    at_returns.press(Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    assert at_returns.window.page == "counter"

    at_returns.find(sale.receipt_no)

    assert at_returns.window.page == "returns"
    screen = at_returns.presenter.screen
    assert sale.receipt_no in screen.title
    assert [row.quantity for row in screen.rows] == [2]
    assert not screen.can_act


def test_one_of_two_pieces_comes_back_for_cash_with_reason_and_slip(at_returns: ReturnCounter, shop: Shop) -> None:
    sale = at_returns.sell((0, 2))
    at_returns.find(sale.receipt_no)

    at_returns.press(Qt.Key.Key_Plus)
    at_returns.until(lambda: at_returns.presenter.screen.rows[0].ticked == 1)
    half = amount(at_returns.shop.hub.demo["skus"][0]["price_minor"], "CNY")
    assert at_returns.view.verb.text() == f"Take back, give {half}"
    at_returns.press(Qt.Key.Key_F6)
    at_returns.press(Qt.Key.Key_2)
    at_returns.press(Qt.Key.Key_F8)
    at_returns.until(lambda: at_returns.presenter.screen.question.condition == Condition.OPENED)
    give_back(at_returns)

    screen = at_returns.presenter.screen
    assert screen.stage is Stage.DONE
    assert at_returns.view.given_now.text() == half
    assert at_returns.view.given_now.isVisible()
    done = next(it.operation for it in outbox.entries(shop.till) if it.operation.kind == Kind.RETURN_RECEIVED)
    (line,) = done.body["lines"]
    assert (line["quantity"], line["reason"], line["condition"], line["restock"]) == (1, "wrong_size", "opened", True)
    assert screen.band is not None
    assert screen.band.order_no == done.body["slip_no"]
    assert any(done.body["slip_no"] in str(row) for row in screen.paper)
    at_returns.until(lambda: outbox.entry(shop.till, done.op_id).word is Word.DONE)  # pyright: ignore[reportOptionalMemberAccess]


def test_no_reason_is_chosen_for_the_clerk_and_nothing_comes_back_before_one_is(
    at_returns: ReturnCounter, shop: Shop
) -> None:
    at_returns.find(at_returns.sell((0, 1), (1, 1)).receipt_no)
    at_returns.press(Qt.Key.Key_Space)
    at_returns.until(lambda: at_returns.presenter.screen.rows[0].ticked == 1)

    screen = at_returns.presenter.screen
    assert not screen.question.reason
    assert not [cell for cell in at_returns.view.question.reasons.cells if cell.isChecked()]
    assert screen.total, "what it would come to is said all the same"
    assert screen.why_not.startswith("Choose first why it comes back: ")
    assert "no reason yet" in screen.rows[0].subtitle
    assert not at_returns.view.verb.isEnabled()
    assert at_returns.view.verb.toolTip() == screen.why_not
    assert not at_returns.view.fetch.isEnabled()
    at_returns.press(Qt.Key.Key_Return, CTRL)
    assert at_returns.stage is Stage.LINES

    at_returns.press(Qt.Key.Key_F6)
    at_returns.press(Qt.Key.Key_2)
    at_returns.until(at_returns.view.verb.isEnabled)
    at_returns.press(Qt.Key.Key_Down)  # the keys are back at the lines
    at_returns.press(Qt.Key.Key_Space)
    at_returns.until(lambda: at_returns.presenter.screen.rows[1].ticked == 1)
    assert not at_returns.view.verb.isEnabled(), "each line comes back for its own reason"
    assert not at_returns.presenter.screen.question.reason
    at_returns.press(Qt.Key.Key_Up)
    at_returns.press(Qt.Key.Key_F6)  # goes to the line that has none
    at_returns.press(Qt.Key.Key_1)

    at_returns.until(at_returns.view.verb.isEnabled)
    give_back(at_returns)
    done = next(it.operation for it in outbox.entries(shop.till) if it.operation.kind == Kind.RETURN_RECEIVED)
    assert [line["reason"] for line in done.body["lines"]] == ["wrong_size", "not_wanted"]


def test_what_is_back_cannot_come_back_again(at_returns: ReturnCounter) -> None:
    sale = at_returns.sell((0, 1), (1, 1))
    at_returns.find(sale.receipt_no)
    at_returns.press(Qt.Key.Key_Space)
    give_back(at_returns)
    assert at_returns.stage is Stage.DONE
    at_returns.until(lambda: at_returns.view.next.armed)
    at_returns.press(Qt.Key.Key_Return, CTRL)
    assert at_returns.stage is Stage.EMPTY

    at_returns.find(sale.receipt_no)

    first, second = at_returns.presenter.screen.rows
    assert (first.enabled, first.word) == (False, "nothing left")
    assert "1 back already" in first.subtitle
    assert second.enabled


def test_damaged_goods_are_not_for_sale_unless_somebody_says_so(at_returns: ReturnCounter) -> None:
    at_returns.find(at_returns.sell((0, 1)).receipt_no)
    at_returns.press(Qt.Key.Key_Space)

    at_returns.press(Qt.Key.Key_F9)
    at_returns.until(lambda: at_returns.presenter.screen.question.shelf == "aside")
    at_returns.press(Qt.Key.Key_F7, SHIFT)

    at_returns.until(lambda: at_returns.presenter.screen.question.shelf == "shelf")
    assert at_returns.presenter.screen.question.condition == Condition.DAMAGED


def test_an_article_that_is_scanned_is_ticked_and_another_one_is_refused(at_returns: ReturnCounter, hub: Hub) -> None:
    at_returns.find(at_returns.sell((0, 2)).receipt_no)

    at_returns.scan(str(hub.demo["skus"][0]["gtin"]))
    at_returns.until(lambda: at_returns.presenter.screen.rows[0].ticked == 1)
    at_returns.scan(str(hub.demo["skus"][1]["gtin"]))

    at_returns.until(lambda: at_returns.notice == "This article is not of this purchase.")
    assert at_returns.presenter.screen.rows[0].ticked == 1


def test_a_card_gets_back_what_it_paid(at_returns: ReturnCounter) -> None:
    sale = at_returns.sell((0, 1), by_card=True)
    at_returns.find(sale.receipt_no)
    at_returns.press(Qt.Key.Key_Space)
    give_back(at_returns)

    at_returns.until(lambda: [row.state for row in at_returns.presenter.screen.given] == [State.DONE])
    assert not at_returns.view.given_now.text()
    (row,) = at_returns.presenter.screen.given
    assert (row.name, row.amount) == ("Card", amount(sale.total_minor, "CNY"))


def test_what_a_card_refuses_a_manager_gives_in_cash(counter: Counter, hub: Hub, shop: Shop) -> None:
    at_returns = return_counter(counter, hub, shop, role="manager")
    sale = at_returns.sell((0, 1), by_card=True)
    (shop.till.folder / "simulated-terminal.json").unlink()  # it remembers nothing of the payment now
    at_returns.find(sale.receipt_no)
    at_returns.press(Qt.Key.Key_Space)
    give_back(at_returns)
    at_returns.until(lambda: bool(at_returns.presenter.screen.cash_instead))
    assert at_returns.notice == "The refund was refused."

    at_returns.press(Qt.Key.Key_F9)

    at_returns.until(lambda: at_returns.view.given_now.text() == amount(sale.total_minor, "CNY"))
    assert not at_returns.presenter.screen.cash_instead


def test_much_money_asks_a_manager_and_nothing_is_given_without_one(at_returns: ReturnCounter, shop: Shop) -> None:
    pieces = 100_000 // shop.hub.demo["skus"][0]["price_minor"] + 1
    at_returns.find(at_returns.sell((0, pieces)).receipt_no)
    at_returns.press(Qt.Key.Key_Space)
    at_returns.say_why()

    at_returns.until(lambda: at_returns.view.verb.armed)
    at_returns.press(Qt.Key.Key_Return, CTRL)

    at_returns.until(lambda: isinstance(at_returns.window.overlays.top, ApprovalSheet))
    at_returns.press(Qt.Key.Key_Escape)
    assert at_returns.stage is Stage.LINES
    assert not [it for it in outbox.entries(shop.till) if it.operation.kind == Kind.RETURN_RECEIVED]


def test_a_member_with_several_purchases_chooses_one(at_returns: ReturnCounter) -> None:
    member = at_returns.a_member()
    sales = [at_returns.sell((nth, 1), member=member) for nth in (0, 1)]

    at_returns.find(member.member)
    assert at_returns.stage is Stage.SEVERAL
    shown = [row.title for row in at_returns.presenter.screen.several]
    place = next(place for place, title in enumerate(shown, start=1) if sales[0].receipt_no in title)
    at_returns.press(Qt.Key(Qt.Key.Key_0 + place), CTRL)

    at_returns.until(lambda: at_returns.stage is Stage.LINES)
    assert sales[0].receipt_no in at_returns.presenter.screen.title


def test_a_clerk_who_has_looked_at_many_members_says_why_they_look_at_one_more(
    at_returns: ReturnCounter, shop: Shop
) -> None:
    member, cashier = at_returns.a_member(), shop.clerk("cashier")
    sale = at_returns.sell((0, 1), member=member)
    with suppress(ReasonNeeded):  # a look that a busy computer asks for twice counts twice
        for _ in range(MEMBER_LOOKS):
            shop.client.members(card=member.member, phone_mark="", clerk=cashier.badge, reason="", timeout_s=30)

    at_returns.scan(member.member)
    sheet = at_returns.app.return_page.reason_sheet
    assert sheet is not None
    at_returns.until(lambda: sheet.is_open)
    at_returns.press(Qt.Key.Key_1)
    at_returns.until(lambda: sheet.verb.armed)
    at_returns.press(Qt.Key.Key_Return, CTRL)

    at_returns.until(lambda: at_returns.stage in (Stage.LINES, Stage.SEVERAL))  # others have sold to the member, too
    screen = at_returns.presenter.screen
    assert sale.receipt_no in screen.title + "".join(row.title for row in screen.several)


def test_a_receipt_that_nobody_knows_is_said(at_returns: ReturnCounter) -> None:
    at_returns.scan("1-ZZZZZ-999")

    at_returns.until(lambda: at_returns.notice == "Nobody knows this purchase.")
    assert at_returns.stage is Stage.EMPTY


@pytest.mark.parametrize("by_code", [False, True])
def test_an_order_that_was_collected_is_found_by_its_number_and_by_its_code(
    at_returns: ReturnCounter, shop: Shop, *, by_code: bool
) -> None:
    order = shop.ready(quantities=(1, 2))
    shown = classify(order.code)
    assert isinstance(shown, PickupText)
    look = pickups.look_up(shop.till, shown)
    assert pickups.hand_over(shop.till, look, clerk=shop.clerk("cashier")).op_id
    shop.sync()

    at_returns.find(order.code if by_code else str(order.order_no))

    assert at_returns.window.page == "returns"
    assert [row.quantity for row in at_returns.presenter.screen.rows] == [1, 2]


# ---------------------------------------------------------------------------------------------- without the hub


def test_without_the_hub_a_receipt_of_this_till_comes_back_and_is_saved(at_returns: ReturnCounter, shop: Shop) -> None:
    sale = at_returns.sell((0, 1))
    with at_returns.shop.hub.gone():
        at_returns.find(sale.receipt_no)
        assert at_returns.presenter.screen.source == "as this till knows it"
        assert at_returns.notice == "Head office does not answer."
        at_returns.press(Qt.Key.Key_Space)
        give_back(at_returns)

        assert at_returns.stage is Stage.DONE
        done = next(it for it in outbox.entries(shop.till) if it.operation.kind == Kind.RETURN_RECEIVED)
        assert done.word is Word.SAVED


def test_without_the_hub_another_tills_receipt_stays_with_the_customer(at_returns: ReturnCounter) -> None:
    with at_returns.shop.hub.gone():
        at_returns.scan("2-ABCDE-7")

        at_returns.until(lambda: at_returns.notice == "Without head office only receipts of this till can be returned.")
