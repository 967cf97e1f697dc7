"""Comparing what is here with what the hub has, by counts and sums; what differs is read anew, the ledger never."""

import logging
from collections.abc import Callable
from typing import Protocol

from clerk_app.catalogue_sync import CatalogueHub, Follower
from clerk_app.store import cache, cache_feed, catalogue
from clerk_app.sync import Hub, read_anew
from clerk_app.till import Till
from clerk_app.wire import GLOBAL, PRODUCT, Digest, Hello

log = logging.getLogger(__name__)


class ComparingHub(Hub, CatalogueHub, Protocol):
    def digest(self, scope: str) -> Digest: ...


def compare(
    till: Till, hub: ComparingHub, hello: Hello, follower: Follower, *, is_stopped: Callable[[], bool]
) -> tuple[str, ...]:
    """Return what was read anew: scopes, and "product" for the catalogue.

    A scope that has moved on since it was read cannot be compared; the next day's comparing will.
    """
    renewed: list[str] = []
    for scope in (GLOBAL, till.scope):
        digest = hub.digest(scope)
        if scope == GLOBAL and _differs_in_catalogue(till, hello, digest):
            log.warning("the catalogue is not what the hub has: it is fetched anew")
            follower.fetch_anew(hub, hello, is_stopped=is_stopped)
            renewed.append(PRODUCT)
        if _differs_in_cache(till, hello, digest):
            log.warning("%s is not what the hub has: it is read anew", scope)
            read_anew(till, hub, scope, hello.epoch)
            renewed.append(scope)
    return tuple(renewed)


def _differs_in_catalogue(till: Till, hello: Hello, digest: Digest) -> bool:
    with till.catalogue.read() as connection:
        if catalogue.mark(connection) != (hello.epoch, digest.seq):
            return False
        return catalogue.sums(connection) != digest.of(PRODUCT)


def _differs_in_cache(till: Till, hello: Hello, digest: Digest) -> bool:
    with till.cache.read() as connection:
        if cache.cursor(connection, digest.scope) != (hello.epoch, digest.seq):
            return False
        here = cache_feed.sums(connection, digest.scope)
    return any(found != digest.of(entity) for entity, found in here.items())
