"""A till's process and the hub's are killed again and again, behind a bad line: each act is at the hub, once.

For longer: KILLS=500 python3 dev.py test tests/sync/test_killed_processes.py
"""

import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Generator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from random import Random

import pytest

from clerk_app.pairing import pair
from clerk_app.till import open_till
from hub import pairing as invitations
from hub.opening import open_hub
from hub.orders import order_of_pickup
from hub.settings import settings_of
from tests.hub.core.shop import Shop, open_shop, served
from tests.proxy import Fault, Line, a_line

KILLS = int(os.environ.get("KILLS", "15"))
ORDERS_PER_KILL = 10
WITHIN_S = 60.0
CHANGES_EVERY_S = 0.02
"""Quicker than an exchange: a line that fails from the first question on would never lose an answer in the middle."""
WEATHER = (
    *(Fault.NONE,) * 8,
    Fault.DOWN,
    Fault.EAT_ANSWER,
    Fault.TRUNCATE,
    Fault.DOUBLE,
    Fault.SLOW,
    Fault.PORTAL,
    Fault.BROKEN,
)


@dataclass(slots=True)
class Processes:
    """The two programs as an operator would start them, and the line between them."""

    folder: Path
    line: Line
    orders: int
    till: "subprocess.Popen[str] | None" = None
    hub: "subprocess.Popen[str] | None" = None
    killed: dict[str, int] = field(default_factory=lambda: {"till": 0, "hub": 0})

    @property
    def told(self) -> Path:
        return self.folder / "told"

    def start(self) -> None:
        """What is not running. Both are up when this returns; a till does not wait for its hub."""
        is_hub_new = self.hub is None
        self.hub = self.hub or _started("hub", "serve", "--port", "0", "--data", str(self.folder / "hub"))
        if self.till is None:
            self.till = _started("tests.sync.mortal_till", str(self.folder / "till"), str(self.told), str(self.orders))
            assert _line_of(self.till) == "up\n"
        if is_hub_new:
            self.line.hub_address = json.loads(_line_of(self.hub))["listening"]

    def kill_till(self) -> None:
        if self.till is not None:
            _killed(self.till)
            self.till = None
            self.killed["till"] += 1

    def kill_hub(self) -> None:
        if self.hub is not None:
            _killed(self.hub)
            self.hub = None
            self.killed["hub"] += 1

    def end(self) -> None:
        for process in (self.till, self.hub):
            if process is not None:
                _killed(process)


@pytest.fixture
def shop(tmp_path: Path) -> Generator[Processes]:
    """A paired till, and orders that are ready; neither program runs yet."""
    orders = KILLS * ORDERS_PER_KILL
    with a_line("") as line:
        with closing(open_shop(tmp_path / "hub").hub) as hub, served(Shop(hub)) as open_door:
            line.hub_address = open_door.address
            _pair(open_door, tmp_path / "till", line.address)
            for _ in range(orders):
                open_door.order()
        processes = Processes(tmp_path, line, orders)
        try:
            yield processes
        finally:
            processes.end()


def test_killed_again_and_again_each_act_is_at_the_hub_once(shop: Processes) -> None:
    chance = Random(4)
    with bad_weather(shop.line):
        for number in range(KILLS):
            shop.start()
            time.sleep(chance.uniform(0.1, 0.6))
            if number % 4 == 1:
                shop.kill_hub()
                time.sleep(chance.uniform(0.0, 0.3))
            shop.kill_till()

    shop.start()
    assert shop.till is not None
    assert shop.till.wait(WITHIN_S) == 0
    shop.kill_hub()

    at_hub, of_till, told = hand_overs_at_hub(shop), hand_overs_of_till(shop), shop.told.read_text().split()
    assert len(told) == len(set(told))
    assert set(told) <= set(of_till), "told means durable"
    assert sorted(at_hub) == sorted(of_till), "all of them, and each once"
    assert len(of_till) == shop.orders, "no order twice"
    assert len(of_till) - len(told) <= shop.killed["till"], "what was saved in the moment of a kill, untold"
    assert shop.killed == {"till": KILLS, "hub": (KILLS + 2) // 4 + 1}


@contextmanager
def bad_weather(line: Line) -> Generator[None]:
    over, chance = threading.Event(), Random(5)

    def change() -> None:
        while not over.wait(CHANGES_EVERY_S):
            line.fault = chance.choice(WEATHER)
        line.fault = Fault.NONE

    thread = threading.Thread(target=change)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()


def hand_overs_at_hub(shop: Processes) -> list[str]:
    """The acts that had their effect, from every order's history and from the hub's record of operations."""
    with closing(open_hub(settings_of(None, shop.folder / "hub"))) as hub, hub.database.read() as reader:
        kept = [str(op_id) for (op_id,) in reader.exec_driver_sql("SELECT op_id FROM operation")]
        pickups = [pickup for (pickup,) in reader.exec_driver_sql("SELECT pickup_id FROM pickup_order")]
        found = [order_of_pickup(reader, pickup) for pickup in pickups]
    collected = [sum(it.happening.value == "handed_over" for it in order.history) for order in found if order]
    assert collected == [1] * shop.orders
    return kept


def hand_overs_of_till(shop: Processes) -> list[str]:
    with closing(open_till(shop.folder / "till")) as till, till.ledger.read() as connection:
        assert till.repairs == ()
        return [str(op_id) for (op_id,) in connection.exec_driver_sql("SELECT op_id FROM operations")]


def _pair(shop: Shop, folder: Path, address: str) -> None:
    now = datetime.now(UTC)
    invitation, _ = invitations.invite(shop.database, branch=1, name="Till 1", typed=False, now=now)
    code = invitations.pairing_string(invitation, shop.hub.keys, url=address)
    pair(folder, "", code, confirm=lambda _digits: None, pause=lambda: False, practice=True)


def _started(module: str, *arguments: str) -> "subprocess.Popen[str]":
    command = [sys.executable, "-m", module, *arguments]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)


def _line_of(process: "subprocess.Popen[str]") -> str:
    assert process.stdout is not None, "its output is read"
    return process.stdout.readline()


def _killed(process: "subprocess.Popen[str]") -> None:
    process.kill()
    process.wait()
    assert process.stdout is not None, "its output was read"
    process.stdout.close()
