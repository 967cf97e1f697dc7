"""What Prometheus may read of a hub: how much, how fast and how full. Never who: no till, clerk, order or branch."""

import time
from collections.abc import Callable, Generator
from contextlib import contextmanager

from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from sqlalchemy.pool import QueuePool

from hub.database import Database

CONTENT_TYPE = CONTENT_TYPE_LATEST
_BUCKETS_S = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0)


class Metrics:
    """The figures of one hub process; several are scraped each."""

    def __init__(self, database: Database, *, waiting: Callable[[], int], listening: Callable[[], int]) -> None:
        registry = self._registry = CollectorRegistry()
        self._operations = Counter(
            "clerk_hub_operations", "Operations answered, by answer", ["status"], registry=registry
        )
        self._pushes = Histogram(
            "clerk_hub_push_seconds",
            "From a push to its answer, the disk included",
            buckets=_BUCKETS_S,
            registry=registry,
        )
        self._requests = Counter("clerk_hub_requests", "Requests answered, by status", ["status"], registry=registry)
        changes = Counter("clerk_hub_feed_commits", "Commits of this process that changed a feed", registry=registry)
        database.listen(lambda _news: changes.inc())
        _gauge("clerk_hub_pushes_waiting", "Pushes that wait for the writer", waiting, registry)
        _gauge("clerk_hub_listeners", "Tills that wait for hints", listening, registry)
        pool = database.engine.pool
        if isinstance(pool, QueuePool):
            _gauge("clerk_hub_connections_in_use", "Database connections in use", pool.checkedout, registry)

    def operation_answered(self, status: str) -> None:
        self._operations.labels(status).inc()

    def request_answered(self, status: int) -> None:
        self._requests.labels(str(status)).inc()

    @contextmanager
    def push(self) -> Generator[None]:
        began = time.perf_counter()
        yield
        self._pushes.observe(time.perf_counter() - began)

    def text(self) -> bytes:
        """All of it in Prometheus's own form."""
        return generate_latest(self._registry)


def _gauge(name: str, about: str, read: Callable[[], int], registry: CollectorRegistry) -> None:
    Gauge(name, about, registry=registry).set_function(read)
