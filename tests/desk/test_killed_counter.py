"""A till is killed again and again while it takes money: no payment is made twice or lost, no receipt left out.

For longer: KILLS=500 python3 dev.py test tests/desk/test_killed_counter.py
"""

import json
import os
import subprocess
import sys
import time
import urllib.request
from collections.abc import Generator
from pathlib import Path
from random import Random
from typing import Any

import pytest

from clerk_app.desk import baskets, payments
from clerk_app.devices import Devices
from clerk_app.devices.wallet_gateway import WalletGateway
from clerk_app.domain.paying import Attempt, AttemptState, PayRefusal, standing
from clerk_app.domain.receipt_no import read_receipt
from clerk_app.store import ledger
from clerk_app.till import Till, open_till
from tests.desk.counter import BIB, CASHIER, MILK, a_counter
from tests.tills import SECRETS, HandClock

KILLS = int(os.environ.get("KILLS", "15"))


@pytest.fixture
def wallet() -> Generator[str]:
    """A wallet's gateway in a process of its own."""
    process = _started("clerk_app.devices.wallet_simulator")
    try:
        yield json.loads(_line_of(process))["url"]
    finally:
        process.kill()
        process.wait()
        _close(process)


def _started(*words: str) -> "subprocess.Popen[str]":
    return subprocess.Popen([sys.executable, "-m", *words], stdout=subprocess.PIPE, text=True)


def _line_of(process: "subprocess.Popen[str]") -> str:
    assert process.stdout is not None
    return process.stdout.readline()


def _close(process: "subprocess.Popen[str]") -> None:
    assert process.stdout is not None
    process.stdout.close()


def asked(url: str, path: str, message: Any = None) -> Any:
    body = None if message is None else json.dumps(message).encode()
    with urllib.request.urlopen(f"{url}{path}", body, timeout=10) as answer:  # noqa: S310 our own process
        return json.loads(answer.read())


def sold(till: Till) -> list[dict[str, Any]]:
    with till.ledger.read() as kept:
        return [dict(it.operation.body) for it in reversed(ledger.sales(kept, limit=10_000))]


def test_every_payment_is_made_once_and_every_receipt_is_there(tmp_path: Path, wallet: str) -> None:
    a_counter(tmp_path / "till").close()
    told, chance = tmp_path / "told", Random(4)
    for _ in range(KILLS):
        process = _started("tests.desk.mortal_counter", str(tmp_path / "till"), str(told), wallet)
        assert _line_of(process) == "up\n"
        time.sleep(chance.uniform(0.05, 0.6))
        process.kill()
        process.wait()
        _close(process)

    till = open_till(tmp_path / "till", clock=HandClock(), secrets=SECRETS)
    devices = Devices(wallet=WalletGateway(wallet))
    for attempt in payments.not_over(till):
        payments.ask(till, devices, attempt)
    sales, it = sold(till), baskets.current(till)
    receipts = [str(sale["receipt_no"]) for sale in sales]

    assert len(sales) > KILLS, "it sold something before each end"
    assert set(told.read_text().split()) <= set(receipts), "what the screen said is on the disk"
    numbers = [read.number for read in map(read_receipt, receipts) if read]
    assert numbers == list(range(1, len(sales) + 1))
    ours = [
        tender["details"]["attempt"] for sale in sales for tender in sale["tenders"] if tender["method"] == "wallet"
    ]
    waiting = [each.attempt for each in standing(it.attempts)] if it else []
    theirs = asked(wallet, "/v1/payments")
    kept = {one for one, row in theirs["payments"].items() if row["state"] == "paid"}
    returned = {row["paid_by"] for row in theirs["refunds"].values()}
    assert kept - returned == {*ours, *(one for one in waiting if one in kept)}
    assert len(ours) == len(set(ours)), "no payment counts for two sales"
    till.close()


def test_a_till_that_is_killed_while_the_wallet_thinks_asks_about_it_when_it_starts(
    tmp_path: Path, wallet: str
) -> None:
    a_counter(tmp_path / "till").close()
    asked(wallet, "/v1/behave", {"next": [{"delay_s": 1.5}]})
    process = _started("tests.desk.mortal_counter", str(tmp_path / "till"), str(tmp_path / "told"), wallet)
    assert _line_of(process) == "up\n"
    time.sleep(0.8)
    process.kill()
    process.wait()
    _close(process)
    till = open_till(tmp_path / "till", clock=HandClock(), secrets=SECRETS)
    (attempt,) = payments.not_over(till)
    blocked = payments.pay_cash(till, 100_000, clerk=CASHIER)
    while asked(wallet, f"/v1/payments/{attempt.attempt}")["state"] == "unheard":
        time.sleep(0.05)

    done = payments.ask(till, Devices(wallet=WalletGateway(wallet)), attempt)
    finished = payments.pay_cash(till, 100_000, clerk=CASHIER)

    assert blocked is PayRefusal.ATTEMPT_OPEN
    assert isinstance(done, payments.Paid)
    assert done.attempt.state is AttemptState.PAID
    assert isinstance(finished, payments.Paid)
    assert finished.sold is not None
    assert len(asked(wallet, "/v1/payments")["payments"]) == 1
    assert {line["sku"] for line in sold(till)[0]["lines"]} == {MILK, BIB}
    till.close()


def test_a_gateway_that_answers_late_is_not_believed_to_have_declined(tmp_path: Path, wallet: str) -> None:
    till = a_counter(tmp_path)
    baskets.add(till, BIB)
    slow = Devices(wallet=WalletGateway(wallet, timeout_s=0.3))
    asked(wallet, "/v1/behave", {"next": [{"delay_s": 0.8}, {"answers": False}, {"outcome": "pending"}]})
    words: list[str] = []

    for _ in range(3):
        begun = payments.begin_wallet(till, 900, "134567890123456789", clerk=CASHIER)
        assert isinstance(begun, Attempt)
        silent = payments.carry_out(till, slow, begun, code="134567890123456789")
        assert isinstance(silent, payments.Paid)
        words.append(silent.attempt.state)
        while asked(wallet, f"/v1/payments/{begun.attempt}")["state"] == "unheard":
            time.sleep(0.05)
        waits = payments.ask(till, slow, begun)
        assert isinstance(waits, payments.Paid)
        over = payments.ask(till, slow, begun, cancel=True)
        assert isinstance(over, payments.Paid)
        words += [waits.attempt.state, over.attempt.state]

    assert words == ["unknown", "paid", "paid", "unknown", "paid", "paid", "unknown", "unknown", "failed"]
    it = baskets.current(till)
    assert it is not None
    assert it.due.left_minor == 2_933 - 1_800
    till.close()
