"""Phones that pay, through a gateway that is a process of its own; points and a coupon of a member."""

import json
from collections.abc import Generator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from clerk_app.desk import members, outbox
from clerk_app.desk.members import OpenMember
from clerk_app.devices import Approved, GivingBack
from clerk_app.devices.connected import devices_of
from clerk_app.devices.wallet_simulator import Wallet
from clerk_app.domain.operations import Kind
from tests.ui.basket.conftest import BasketCounter, basket_counter
from tests.ui.basket.test_paying import CTRL, fill, open_sheet
from tests.ui.conftest import Counter
from tests.ui.shop import Hub, Shop
from ui.practice_wallet import MEMORY, PracticeWallet

PAYS, EMPTY, SILENT, ASKS = "130000000000000010", "130000000000000091", "280000000000000092", "280000000000000093"


@pytest.fixture
def wallet(shop: Shop, qtbot: QtBot) -> Generator[PracticeWallet]:
    made = PracticeWallet(shop.till.folder)
    made.start()
    qtbot.waitUntil(lambda: made.is_settled, timeout=20_000)
    yield made
    made.stop()


@pytest.fixture
def at_phone(wallet: PracticeWallet, counter: Counter, hub: Hub, shop: Shop) -> BasketCounter:
    """The sheet asks for the code on the customer's phone."""
    assert wallet.is_settled
    made = basket_counter(counter, hub, shop)
    fill(made, 0)
    open_sheet(made)
    made.press(Qt.Key.Key_F7)
    return made


def test_a_phone_pays_and_the_sale_names_the_wallet_and_its_number(at_phone: BasketCounter, shop: Shop) -> None:
    at_phone.scan(PAYS)

    at_phone.until(lambda: at_phone.parts.presenter.screen.done is not None)
    sale = next(it.operation for it in outbox.entries(shop.till) if it.operation.kind == Kind.SOLD)
    (tender,) = sale.body["tenders"]
    assert tender["method"] == "wallet"
    assert tender["details"]["provider"] == "wechat_pay"
    assert tender["details"]["trade_no"].startswith("42000")


def test_a_phone_without_money_takes_nothing_and_another_one_may_pay(at_phone: BasketCounter) -> None:
    at_phone.scan(EMPTY)
    at_phone.until(lambda: (it := at_phone.parts.pay.screen) is not None and bool(it.trouble))
    assert at_phone.parts.presenter.screen.done is None

    at_phone.press(Qt.Key.Key_F7)
    at_phone.scan(PAYS)

    at_phone.until(lambda: at_phone.parts.presenter.screen.done is not None)


@pytest.mark.parametrize("code", [SILENT, ASKS], ids=["the answer is lost", "the customer is asked"])
def test_what_nobody_knows_yet_is_asked_about_until_it_is_paid(at_phone: BasketCounter, shop: Shop, code: str) -> None:
    at_phone.scan(code)
    at_phone.until(lambda: (it := at_phone.parts.pay.screen) is not None and it.waiting is not None)

    at_phone.scan(PAYS)  # a second one while nobody knows of the first

    at_phone.until(lambda: at_phone.parts.presenter.screen.done is not None, timeout_ms=30_000)
    paid = json.loads((shop.till.folder / MEMORY).read_text())["payments"]
    assert [it["state"] for it in paid.values()] == ["paid"]


def test_the_practice_wallet_remembers_what_was_paid_and_gives_it_back_once(
    at_phone: BasketCounter, wallet: PracticeWallet, shop: Shop, qtbot: QtBot
) -> None:
    at_phone.scan(PAYS)
    at_phone.until(lambda: at_phone.parts.presenter.screen.done is not None)
    wallet.stop()
    ((attempt, paid),) = json.loads((shop.till.folder / MEMORY).read_text())["payments"].items()
    again = PracticeWallet(shop.till.folder)
    again.start()
    qtbot.waitUntil(lambda: again.is_settled, timeout=20_000)

    gateway = devices_of(shop.till.folder, practice=True).wallet
    assert gateway is not None
    amount = paid["amount_minor"]
    told = [gateway.give_back(GivingBack(name, attempt, amount, "CNY")) for name in ("first", "first", "second")]

    again.stop()
    assert isinstance(told[0], Approved)
    assert told[1] == told[0]
    assert not isinstance(told[2], Approved), "it was given back before"


def test_a_phone_that_confirms_does_so_also_after_its_gateway_was_started_again(tmp_path: Path) -> None:
    said, asks = {"attempt": "one", "amount_minor": 100}, {"outcome": "pending", "confirms_after_s": 0.0}
    assert Wallet(tmp_path / MEMORY).pay(said, asks)["state"] == "pending"

    again = Wallet(tmp_path / MEMORY)

    assert again.find("one")["state"] == "paid"


def test_points_of_a_member_pay_a_part(at_basket: BasketCounter, shop: Shop) -> None:
    member = richest(shop)
    due = fill(at_basket, 0, 1)
    at_basket.scan(member.member.member)
    at_basket.until(lambda: bool(at_basket.parts.presenter.screen.member))
    open_sheet(at_basket)

    at_basket.press(Qt.Key.Key_F8)
    at_basket.type("100", gap_ms=60)
    at_basket.until(lambda: at_basket.parts.pay_sheet.verb.isEnabled() and at_basket.parts.pay_sheet.verb.armed)
    at_basket.press(Qt.Key.Key_Return, CTRL)

    at_basket.until(lambda: (it := at_basket.parts.presenter.basket) is not None and it.due.left_minor < due)
    screen = at_basket.parts.pay.screen
    assert screen is not None
    assert "100" in screen.taken[-1].name


def richest(shop: Shop) -> OpenMember:
    """A demo member with points enough."""
    known = (members.open_member(shop.till, str(row["member"])) for row in shop.hub.demo["members"])
    return max((it for it in known if it is not None), key=lambda it: it.member.points)
