"""A hint to 200 tills that listen, from the hub's own commit until each has heard, beside a bare fan-out over sockets.

The bare side writes the same line to as many sockets in one loop, and the same reader reads them.
"""

import re
import selectors
import socket
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, suppress
from pathlib import Path
from statistics import median
from urllib.parse import urlsplit

from bench.rows import Row, percentile
from hub import feed
from hub.hints import COALESCE_S
from tests.hub.core.shop import Shop, open_shop, served

TILLS = 200
HINTS = 30
P50_LIMIT_MS, P99_LIMIT_MS, CPU_LIMIT_US = 10.0, 50.0, 60.0
LINE = b'data: {"scope": "branch:1", "seq": 123456}\n\n'
_SEQ = re.compile(rb'"scope": "branch:1", "seq": (\d+)')


def rows() -> Iterator[Row]:
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        hub = stack.enter_context(closing(open_shop(Path(folder) / "hub").hub))
        shop = stack.enter_context(served(Shop(hub)))
        _name_the_loop()
        listeners = [stack.enter_context(closing(_listening(shop, number))) for number in range(TILLS)]
        ours, cpu_us = _of_the_hub(shop, listeners)
    bare, bare_cpu_us = _bare()
    name = f"hint to {TILLS} tills over SSE"
    yield Row(name=f"{name}: p50", value=median(ours), unit="ms", limit=P50_LIMIT_MS)
    yield Row(name=f"{name}: p99", value=percentile(ours, 99), unit="ms", limit=P99_LIMIT_MS)
    yield Row(name=f"{name}: p50 beside a bare fan-out", value=median(ours), unit="ms", reference=median(bare))
    yield Row(name=f"{name}: the hub's processor, each", value=cpu_us, unit="us", limit=CPU_LIMIT_US)
    yield Row(
        name=f"{name}: the processor beside a bare fan-out", value=cpu_us, unit="us", reference=max(bare_cpu_us, 0.1)
    )


def _name_the_loop() -> None:
    """The server is the only thread that `served` has started and that runs a method of that name."""
    (loop,) = (thread for thread in threading.enumerate() if thread.name.endswith("(run)"))
    loop.name = "bench-hub"


def _listening(shop: Shop, number: int) -> socket.socket:
    """A till's stream, read up to its first hints."""
    till = shop.till(name=f"Till {number}")
    where = urlsplit(shop.address)
    line = socket.create_connection((where.hostname, where.port), timeout=30)
    token = till.token("GET", "/v1/events")
    line.sendall(f"GET /v1/events HTTP/1.1\r\nHost: {where.netloc}\r\nAuthorization: Bearer {token}\r\n\r\n".encode())
    received = b""
    while b"branch:1" not in received:
        received += line.recv(65536)
    return line


def _of_the_hub(shop: Shop, listeners: list[socket.socket]) -> tuple[list[float], float]:
    """Latencies of each listener, and the processor time of the event loop's thread for each."""
    time.sleep(1.0)  # the hints of the pairing have gone out
    _drain(listeners)
    latencies: list[float] = []
    spent_us: list[float] = []
    for number in range(HINTS):
        time.sleep(1.5 * COALESCE_S)  # a hint that follows too soon waits on purpose
        began_cpu = _loop_cpu_s()
        began = time.perf_counter()
        with shop.database.write("branch:1") as tx:
            seq = feed.put(tx, "branch:1", "bench", str(number), {})
        latencies += _heard(listeners, lambda received, seq=seq: _has(received, seq), began)
        spent_us.append((_loop_cpu_s() - began_cpu) * 1e6 / len(listeners))
    return latencies, median(spent_us)


def _has(received: bytes, seq: int) -> bool:
    return any(int(found) >= seq for found in _SEQ.findall(received))


def _bare() -> tuple[list[float], float]:
    """One loop that writes to every socket."""
    with ExitStack() as stack:
        pairs = [socket.socketpair() for _ in range(TILLS)]
        for pair in pairs:
            for end in pair:
                stack.callback(end.close)
        readers = [reader for reader, _ in pairs]
        latencies: list[float] = []
        spent_us: list[float] = []
        for _ in range(HINTS):
            cpu: list[float] = []

            def fan_out(cpu: list[float] = cpu) -> None:
                began = time.thread_time()
                for _, writer in pairs:
                    writer.sendall(LINE)
                cpu.append(time.thread_time() - began)

            thread = threading.Thread(target=fan_out)
            began = time.perf_counter()
            thread.start()
            latencies += _heard(readers, lambda received: LINE in received, began)
            thread.join()
            spent_us.append(cpu[0] * 1e6 / TILLS)
        return latencies, median(spent_us)


def _heard(lines: list[socket.socket], is_it: Callable[[bytes], bool], began: float) -> list[float]:
    """How many milliseconds after `began` each line had what was waited for."""
    took: list[float] = []
    with selectors.DefaultSelector() as selector:
        received = dict.fromkeys(lines, b"")
        for line in lines:
            selector.register(line, selectors.EVENT_READ)
        while received:
            for key, _ in selector.select(10):
                line = key.fileobj
                assert isinstance(line, socket.socket), "only sockets are registered"
                received[line] += line.recv(65536)
                if is_it(received[line]):
                    took.append((time.perf_counter() - began) * 1000)
                    selector.unregister(line)
                    del received[line]
    return took


def _drain(lines: list[socket.socket]) -> None:
    for line in lines:
        line.settimeout(0)
        with suppress(BlockingIOError):
            while line.recv(65536):
                pass
        line.settimeout(30)


def _loop_cpu_s() -> float:
    """How long the thread of the hub's event loop has been at work."""
    loop = next(thread for thread in threading.enumerate() if thread.name == "bench-hub")
    assert loop.ident is not None, "it runs"
    return time.clock_gettime(time.pthread_getcpuclockid(loop.ident))
