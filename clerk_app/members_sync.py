"""Reading the branch's members again that were forgotten at the end of a day, once the hub answers."""

import logging
from typing import Final, Protocol

from clerk_app.errors import HubIncompatible
from clerk_app.hub_client import FeedGone
from clerk_app.store import cache, cache_feed, members
from clerk_app.till import Till
from clerk_app.wire import FeedPage, Hello, Malformed

log = logging.getLogger(__name__)

PAGES_MAX: Final = 1_000


class MembersHub(Protocol):
    def members_of_branch(self, scope: str, *, epoch: int, after: int) -> FeedPage: ...


def refill(till: Till, hub: MembersHub, hello: Hello) -> int:
    """Read them again if some were forgotten who are still told; returns how many rows came.

    The cursor of the scope stays: what changes meanwhile comes with it, after this.
    """
    with till.cache.read() as connection:
        if not members.has_forgotten(connection, seen_since=till.time.now() - members.SEEN_FOR):
            return 0
        if cache.cursor(connection, till.scope).epoch != hello.epoch:
            return 0
    after = received = 0
    for _ in range(PAGES_MAX):
        try:
            page = hub.members_of_branch(till.scope, epoch=hello.epoch, after=after)
        except FeedGone:
            return received  # the next exchange reads the scope anew
        try:
            with till.cache.write() as connection:
                cache_feed.take_members(connection, page, lookup_key=till.lookup_key)
        except Malformed as error:
            raise HubIncompatible(f"a row of the feed: {error}") from error
        received += len(page.changes)
        if not page.more:
            log.info("members were read again: %d", received)
            return received
        after = page.to_seq
    return received
