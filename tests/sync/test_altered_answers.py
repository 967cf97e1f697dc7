"""Whatever byte of the hub's answer is changed on its way: the till says offline, or what it took is the same."""

import socket
import threading
from collections.abc import Callable, Generator, Iterable, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from clerk_app.clock import TrustedClock
from clerk_app.domain.operations import Word
from clerk_app.errors import HubUnreachable
from clerk_app.hub_client import HubClient, client_for
from clerk_app.store import ledger
from tests.sync.counter import LI_NA, Counter, Street
from tests.tills import HandClock

# urllib3 tells its log of headers that it cannot read, and of more than was announced.
ODD_HEADERS = pytest.mark.expected_log("urllib3.*WARNING: (Failed to parse headers|Connection pool|Received response)")
KEPT = settings(max_examples=250, suppress_health_check=[HealthCheck.function_scoped_fixture])


@dataclass(frozen=True, slots=True)
class Alteration:
    """At this part of the answer, so many bytes are lost and these come instead."""

    at: float
    lost: int
    put: bytes

    def of(self, answer: bytes) -> bytes:
        place = int(self.at * len(answer))
        return answer[:place] + self.put + answer[place + self.lost :]


FLIPPED = st.builds(Alteration, st.floats(0, 0.9999), st.just(1), st.binary(min_size=1, max_size=1))
DIGIT = st.builds(Alteration, st.floats(0, 0.9999), st.just(1), st.sampled_from([b"0", b"1", b"4", b"5", b"9", b'"']))
CUT = st.builds(Alteration, st.floats(0, 0.9999), st.integers(1, 400), st.just(b""))
PUT = st.builds(Alteration, st.floats(0, 0.9999), st.just(0), st.sampled_from([b"\n", b"0", b"\0", b"x" * 300, b"{}"]))
ALTERED = st.one_of(FLIPPED, DIGIT, CUT, PUT)


@dataclass(slots=True)
class Parrot:
    """Says to everybody what it was told to say, and hangs up."""

    address: str
    answer: bytes = b""
    stop: threading.Event = field(default_factory=threading.Event)

    def serve(self, listening: socket.socket) -> None:
        while not self.stop.is_set():
            with suppress(OSError):
                line, _ = listening.accept()
                with line:
                    line.settimeout(5)
                    _read_request(line)
                    line.sendall(self.answer)


def _read_request(line: socket.socket) -> None:
    received = b""
    while b"\r\n\r\n" not in received:
        received += line.recv(65536)
    head, _, body = received.partition(b"\r\n\r\n")
    length = next((int(it.split(b":")[1]) for it in head.lower().split(b"\r\n") if it.startswith(b"content-length")), 0)
    while len(body) < length:
        body += line.recv(65536)


@contextmanager
def a_parrot() -> Generator[Parrot]:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        listening.settimeout(0.1)
        parrot = Parrot(f"http://127.0.0.1:{listening.getsockname()[1]}")
        thread = threading.Thread(target=parrot.serve, args=(listening,))
        thread.start()
        try:
            yield parrot
        finally:
            parrot.stop.set()
            thread.join()


ASKED: dict[str, Callable[[HubClient, Counter], Any]] = {
    "hello": lambda hub, _till: hub.hello(),
    "chain": lambda hub, _till: hub.changes("global", epoch=1, after=0),
    "branch": lambda hub, _till: hub.changes("branch:1", epoch=1, after=0),
    "products": lambda hub, _till: hub.products(epoch=1, after=0),
    "digest": lambda hub, _till: hub.digest("branch:1"),
    "submit": lambda hub, till: hub.submit(_batch(till), epoch=1),
    "hold": lambda hub, _till: hub.hold_order(1_000_000_001, clerk=LI_NA.badge, timeout_s=5),
    "nothing to hold": lambda hub, _till: hub.hold_order(5, clerk=LI_NA.badge, timeout_s=5),
    "wait": lambda hub, _till: hub.wait({"global": 0}, seconds=1),
}


def _batch(till: Counter) -> Any:
    with till.till.ledger.read() as kept:
        return ledger.outbox(kept, limit=10)


@ODD_HEADERS
@pytest.mark.parametrize("asked", ASKED)
def test_an_altered_answer_is_offline_or_the_same(street: Street, till: Counter, asked: str) -> None:
    ask = ASKED[asked]
    order = street.shop.order()
    till.sync()
    till.hand_over(order)
    recorded: list[bytes] = []
    till.line.spoil = lambda answer: recorded.append(answer) or answer
    truth = ask(till.hub, till)
    (said,) = recorded

    with a_parrot() as parrot:
        clock = HandClock()
        time = TrustedClock(clock)
        profile = replace(till.till.profile, hub_url=parrot.address)
        hub = client_for(profile, key=till.till.key, time=time)
        parrot.answer = said
        assert ask(hub, till) == truth
        hub_says = time.now()

        @KEPT
        @given(altered=ALTERED)
        def alter(altered: Alteration) -> None:
            parrot.answer = altered.of(said)
            with suppress(HubUnreachable):
                assert ask(hub, till) == truth
            assert time.now() == hub_says, "nor is the till's clock led astray"

        alter()
        hub.close()


@ODD_HEADERS
def test_a_till_whose_line_alters_answers_loses_nothing_and_ends_like_its_hub(street: Street, till: Counter) -> None:
    till.sync()

    @settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
    @given(altered=ALTERED, which=st.integers(0, 4))
    def alter(altered: Alteration, which: int) -> None:
        order = street.shop.order()
        till.sync()
        done = till.hand_over(order)
        left = iter(range(which, -1, -1))
        till.line.spoil = lambda answer: altered.of(answer) if next(left, None) == 0 else answer
        with suppress(HubUnreachable):
            till.sync()
        till.line.spoil = None

        till.sync()

        assert till.word(done) is Word.DONE
        assert street.hand_overs(order) == 1
        assert till.waiting() == 0

    alter()
    fresh = street.till()
    fresh.sync()
    with till.till.cache.read() as here, fresh.till.cache.read() as there:
        for table in ("orders", "staff", "branches", "rules", "key_set", "conflicts", "revoked"):
            query = f"SELECT * FROM {table}"  # noqa: S608 our own names
            assert _readable(here.exec_driver_sql(query)) == _readable(there.exec_driver_sql(query)), table
        assert here.exec_driver_sql("PRAGMA quick_check").scalar_one() == "ok"


def _readable(rows: Iterable[Sequence[object]]) -> list[tuple[object, ...]]:
    """Without what each till hashes with a key of its own."""
    return sorted((tuple(it for it in row if not isinstance(it, bytes)) for row in rows), key=repr)
