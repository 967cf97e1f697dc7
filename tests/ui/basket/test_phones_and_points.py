"""Phones that pay, through a gateway that is a process of its own; points and a coupon of a member."""

import json
import os
import signal
import sys
from collections.abc import Generator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from clerk_app.desk import members, outbox
from clerk_app.desk.members import OpenMember
from clerk_app.devices import Approved, GivingBack, NoAnswer, PaymentDevice
from clerk_app.devices.connected import FILE, devices_of
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


def test_what_a_phone_confirmed_is_paid_also_after_its_gateway_was_started_again(tmp_path: Path) -> None:
    said, asks = {"attempt": "one", "amount_minor": 100}, {"outcome": "pending", "confirms_after_s": None}
    wallet = Wallet(tmp_path / MEMORY)
    wallet.pay(said, asks)
    wallet.confirm("one")

    assert Wallet(tmp_path / MEMORY).find("one")["state"] == "paid"


@pytest.mark.expected_log("ui.practice_wallet WARNING: the practice wallet has ended")
def test_a_gateway_that_dies_is_there_again_where_the_till_knows_it(qtbot: QtBot, tmp_path: Path) -> None:
    wallet = PracticeWallet(tmp_path)
    wallet.start()
    qtbot.waitUntil(lambda: wallet.is_settled, timeout=20_000)
    named, first = (tmp_path / FILE).read_text(), wallet.process_id

    os.kill(first, signal.SIGKILL)
    qtbot.waitUntil(lambda: wallet.process_id not in {0, first}, timeout=20_000)
    gateway = devices_of(tmp_path, practice=True).wallet
    assert gateway is not None
    qtbot.waitUntil(lambda: is_heard(gateway), timeout=20_000)

    assert (tmp_path / FILE).read_text() == named
    wallet.stop()


def is_heard(gateway: PaymentDevice) -> bool:
    try:
        gateway.find("nobody's")
    except NoAnswer:
        return False
    return True


@pytest.mark.expected_log("ui.practice_wallet WARNING: the practice wallet did not come up")
@pytest.mark.parametrize("program", [("/no/such/program",), (sys.executable, "-c", "import time; time.sleep(60)")])
def test_a_gateway_that_never_comes_up_holds_nobody_back(
    qtbot: QtBot, tmp_path: Path, program: tuple[str, ...]
) -> None:
    wallet = PracticeWallet(tmp_path, program=program, start_wait_ms=300)

    with qtbot.waitSignal(wallet.settled, timeout=20_000):
        wallet.start()

    assert devices_of(tmp_path, practice=True).wallet is None
    wallet.stop()


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
