"""A payment by a device ends paid, declined or unknown; what nobody knows is asked about until somebody does."""

import pytest
from PySide6.QtCore import Qt

from clerk_app.desk import baskets, payments
from clerk_app.domain.paying import Attempt, AttemptState
from tests.ui.basket.conftest import BasketCounter, basket_counter
from tests.ui.basket.test_paying import CTRL, fill, open_sheet
from tests.ui.conftest import Counter
from tests.ui.shop import Hub, Shop
from ui.theme import State


def send(at_basket: BasketCounter, typed: str) -> None:
    """So much to the terminal."""
    at_basket.press(Qt.Key.Key_F6)
    at_basket.type(typed, gap_ms=60)
    at_basket.until(lambda: at_basket.parts.pay_sheet.verb.armed)
    at_basket.press(Qt.Key.Key_Return, CTRL)


def test_a_declined_card_takes_nothing_and_another_tender_may_try(at_basket: BasketCounter) -> None:
    due = fill(at_basket, 0)
    open_sheet(at_basket)

    send(at_basket, "10.91")
    at_basket.until(lambda: (it := at_basket.parts.pay.screen) is not None and bool(it.trouble))

    it = at_basket.parts.presenter.basket
    assert it is not None
    assert it.due.left_minor == due
    assert at_basket.parts.pay_sheet.verb.isEnabled()
    send(at_basket, "10.90")
    at_basket.until(lambda: (it := at_basket.parts.presenter.basket) is not None and it.due.left_minor == due - 1090)
    screen = at_basket.parts.pay.screen
    assert screen is not None
    assert "…" in screen.taken[-1].name  # the card's last four


def test_the_bar_says_how_the_newest_try_stands_and_not_the_one_before(at_basket: BasketCounter) -> None:
    fill(at_basket, 0)
    open_sheet(at_basket)
    send(at_basket, "10.91")
    at_basket.until(lambda: at_basket.app.shell.screen.last.state is State.REFUSED)

    send(at_basket, "10.92")

    at_basket.until(lambda: at_basket.app.shell.screen.last.state is State.UNKNOWN)
    assert "¥10.92" in at_basket.app.shell.screen.last.outcome


def test_silence_is_unknown_nothing_else_may_be_taken_and_asking_finds_that_it_was_paid(
    at_basket: BasketCounter,
) -> None:
    due = fill(at_basket, 0)
    open_sheet(at_basket)

    send(at_basket, "10.92")
    at_basket.until(lambda: (it := at_basket.parts.pay.screen) is not None and it.waiting is not None)
    box = at_basket.parts.pay_sheet.waiting
    at_basket.until(lambda: "Do not take payment again" in (box.accessibleName() or ""))

    assert not at_basket.parts.pay_sheet.verb.isVisible()
    assert not at_basket.parts.pay_sheet.tenders.isVisible()
    notice = at_basket.parts.presenter.screen.notice
    assert notice is not None, "the page says it, too"
    assert "nobody knows whether ¥10.92 was paid" in notice.headline
    at_basket.until(lambda: not at_basket.parts.pay.waits)  # by itself
    it = at_basket.parts.presenter.basket
    assert it is not None
    assert it.due.left_minor == due - 1092


def test_a_silent_payment_goes_on_being_asked_about_behind_a_closed_sheet(at_basket: BasketCounter) -> None:
    fill(at_basket, 0)
    open_sheet(at_basket)
    send(at_basket, "10.92")
    at_basket.until(lambda: at_basket.parts.pay.waits)

    at_basket.press(Qt.Key.Key_Escape)

    at_basket.until(lambda: not at_basket.parts.pay.waits)
    assert not at_basket.parts.pay_sheet.is_open
    it = at_basket.parts.presenter.basket
    assert it is not None
    assert it.attempts[-1].state is AttemptState.PAID


def test_what_was_taken_is_given_back_and_the_basket_may_be_changed_again(at_basket: BasketCounter) -> None:
    due = fill(at_basket, 0)
    open_sheet(at_basket)
    send(at_basket, "10.90")
    at_basket.until(lambda: (it := at_basket.parts.presenter.basket) is not None and it.due.left_minor < due)

    at_basket.press(Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)

    at_basket.until(lambda: (it := at_basket.parts.presenter.basket) is not None and not it.is_being_paid)
    it = at_basket.parts.presenter.basket
    assert it is not None
    assert it.due.left_minor == due


@pytest.fixture
def cut_off(shop: Shop) -> Attempt:
    """The power went while the terminal was being asked: the attempt is on the disk, and nobody heard its end."""
    cashier = shop.clerk("cashier")
    it = baskets.add(shop.till, str(shop.hub.demo["skus"][0]["sku"]))
    assert isinstance(it, baskets.OpenBasket)
    begun = payments.begin_card(shop.till, it.due.left_minor, clerk=cashier)
    assert isinstance(begun, Attempt)
    return begun


@pytest.fixture
def after_the_cut(cut_off: Attempt, counter: Counter, hub: Hub, shop: Shop) -> BasketCounter:
    """The program has started again."""
    assert cut_off.is_open
    return basket_counter(counter, hub, shop)


def test_a_till_that_starts_again_asks_how_the_payment_ended_and_goes_on_there(after_the_cut: BasketCounter) -> None:
    after_the_cut.until(lambda: not after_the_cut.parts.pay.waits)

    it = after_the_cut.parts.presenter.basket
    assert it is not None
    assert it.attempts[0].state is AttemptState.FAILED  # the terminal never heard of it, and never will take it
    assert not it.is_being_paid
