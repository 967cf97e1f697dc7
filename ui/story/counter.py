"""A till without its window: paired with the hub, kept in step by its own thread, reading codes from a camera."""

import random
import threading
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from clerk_app.desk import looks, outbox, sign_in, work
from clerk_app.desk.looks import Pickup
from clerk_app.domain.codes import PickupText, classify
from clerk_app.domain.operations import Word
from clerk_app.domain.orders import PickupOrder, PickupStatus
from clerk_app.domain.roles import Clerk
from clerk_app.hub_client import HubClient, client_for
from clerk_app.pairing import pair
from clerk_app.scanning.camera import open_camera
from clerk_app.scanning.watch import Listener, Scan, watch
from clerk_app.store import cache
from clerk_app.sync_loop import Connection, Link, SyncLoop
from clerk_app.till import Till, open_till
from ui.story.hub_process import wait_until

READS_WITHIN_S: Final = 15.0
STOPS_WITHIN_S: Final = 5.0
ORDERS_MAX: Final = 10_000


@dataclass(frozen=True, slots=True)
class Rang:
    """An order was first seen in this till's queue."""

    order_no: int
    at_s: float  # monotonic


class Counter:
    """One till of the story. Close it."""

    def __init__(self, folder: Path, *, hub_url: str, code: str) -> None:
        pair(folder, hub_url, code, confirm=_nobody_confirms, pause=_never, practice=True)
        self.till: Till = open_till(folder)
        self.client = self._line()
        self.link = Link.CHECKING
        self.rang: dict[int, Rang] = {}
        self._stop = threading.Event()
        self._loop = SyncLoop(
            self.till,
            self._line(),
            uniform=random.uniform,
            on_report=lambda _report: self._look_for_new(),
            on_connection=self._take_connection,
        )
        self._thread = threading.Thread(target=self._loop.run, args=(self._stop,), name="sync of a till", daemon=True)
        self._thread.start()

    def close(self) -> None:
        self._stop.set()
        self._loop.wake()
        self._thread.join(STOPS_WITHIN_S)
        self.till.close()

    def _line(self) -> HubClient:
        return client_for(self.till.profile, key=self.till.key, time=self.till.time)

    def wake(self) -> None:
        self._loop.wake()

    def sign_in(self, badge: str, pin: str) -> Clerk:
        found = sign_in.check_pin(self.till, badge, pin)
        assert isinstance(found, Clerk), f"the demo's own PIN of {badge} was refused"
        return found

    def order(self, order_no: int) -> PickupOrder | None:
        return work.order(self.till, order_no)

    def has(self, order_no: int, status: PickupStatus, *, within_s: float) -> bool:
        """Whether the order comes to stand so in the feed of this till: its own acts left aside."""
        return wait_until(lambda: _status(self, order_no) is status and not self.waiting, within_s=within_s)

    def statuses(self) -> dict[int, str]:
        """What the feed has told of every order of the branch, this till's own acts left aside."""
        with self.till.cache.read() as cached:
            known = cache.orders_in(cached, list(PickupStatus), limit=ORDERS_MAX)
        return {order.order_no: order.status.value for order in known}

    @property
    def waiting(self) -> int:
        return outbox.waiting(self.till)

    def word_of(self, op_id: str) -> Word | None:
        entry = outbox.entry(self.till, op_id)
        return entry.word if entry else None

    def read_from_camera(self, picture: Path) -> str:
        """Hold a picture before the camera until its code acts; empty when nothing is read in time."""
        stop, texts = threading.Event(), list[str]()

        def take(scan: Scan) -> None:
            texts.append(scan.text)
            stop.set()

        listener = Listener(on_frame=_ignore, on_codes=_ignore, on_scan=take, on_trouble=_ignore)
        timer = threading.Timer(READS_WITHIN_S, stop.set)
        timer.start()
        watch(lambda: open_camera(str(picture)), listener, stop=stop, now=time.monotonic)
        timer.cancel()
        return texts[0] if texts else ""

    def look(self, text: str, *, clerk: Clerk) -> Pickup:
        """Look a scanned text up here, then ask the hub, as the screen does."""
        scanned = classify(text)
        assert isinstance(scanned, PickupText), "the hub draws pickup codes"
        here = looks.look_up(self.till, scanned)
        return looks.ask_hub(self.till, self.client, here, clerk=clerk.badge)

    def _take_connection(self, connection: Connection) -> None:
        self.link = connection.state

    def _look_for_new(self) -> None:
        now_s = time.monotonic()
        for item in work.queue(self.till):
            number = item.order.order_no
            if item.column is work.WorkColumn.NEW and number not in self.rang:
                self.rang[number] = Rang(number, now_s)


def _status(counter: Counter, order_no: int) -> PickupStatus | None:
    order = counter.order(order_no)
    return order.status if order else None


def _ignore(_told: object) -> None:
    pass


def _nobody_confirms(_digits: str) -> None:
    raise AssertionError("a full pairing string needs no confirmation")


def _never() -> bool:
    return False
