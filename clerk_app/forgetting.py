"""What a till forgets of customers and members, and when. What waits for the hub or to be picked up stays."""

import logging
from datetime import timedelta
from enum import StrEnum
from typing import Final

from clerk_app.domain.aisle.intents import WAITS_FOR
from clerk_app.domain.paying import open_attempt, standing
from clerk_app.errors import DatabaseBusy, DatabaseDamaged, DiskFull
from clerk_app.settings import cache_file, papers_folder
from clerk_app.store import aisle, baskets, customers, files, ledger, members, papers, payments
from clerk_app.till import Till

log = logging.getLogger(__name__)

KEPT_FOR: Final = timedelta(days=14)
ALONE_MAX: Final = timedelta(hours=72)
"""A till that heard nothing of the hub for so long may be in a thief's hands."""


class Reach(StrEnum):
    OLD = "old"  # what was closed two weeks ago
    CLOSED = "closed"  # whatever is closed: at the end of the day, and after three days without the hub
    ALL = "all"  # the till is withdrawn


def forget(till: Till, reach: Reach) -> None:
    """Forget, and leave no trace in the file. What cannot be forgotten now is forgotten the next time."""
    try:
        _forget_papers(till, reach)
        _forget_intents(till, reach)
        if _forgotten(till, reach):
            log.info("personal data was forgotten: %s", reach.value)
            till.cache.shed()
        kept_aside = KEPT_FOR if reach is Reach.OLD else timedelta()
        files.drop_aside(cache_file(till.folder), before=till.time.now() - kept_aside)
    except (OSError, DatabaseBusy, DatabaseDamaged, DiskFull) as error:
        log.info("personal data is not forgotten yet: %s", error)


def _forget_papers(till: Till, reach: Reach) -> None:
    before = None if reach is Reach.ALL else till.time.now() - KEPT_FOR
    papers.drop(papers_folder(till.folder), before=before)


def _forget_intents(till: Till, reach: Reach) -> None:
    """Who was called back, or given up, and who was waiting for too long, each with the slip that was printed."""
    now = till.time.now()
    with till.ledger.write() as connection:
        if reach is Reach.ALL:
            aisle.forget_all_intents(connection)
        else:
            ended_before = now - KEPT_FOR if reach is Reach.OLD else now
            aisle.forget_intents(connection, ended_before=ended_before, made_before=now - WAITS_FOR)
        waiting = aisle.waiting_intents(connection)
    papers.drop_of_intents(papers_folder(till.folder), but=waiting)


def _forgotten(till: Till, reach: Reach) -> int:
    now = till.time.now()
    if reach is Reach.ALL:
        with till.cache.write() as connection:
            return customers.forget_all(connection)
    before = now - KEPT_FOR if reach is Reach.OLD else now
    if reach is Reach.OLD:
        _forget_baskets(till)
    seen_before = now - members.SEEN_FOR if reach is Reach.OLD else None
    with till.cache.read() as connection:
        is_known = customers.is_known(connection, before=before) or members.is_known(
            connection, seen_before=seen_before
        )
    if not is_known:
        return 0
    with till.cache.write() as connection:
        forgotten = customers.forget_closed(connection, before=before)
        return forgotten + members.forget(connection, seen_before=seen_before)


def _forget_baskets(till: Till) -> None:
    """Baskets that nobody came back for in two weeks, with the customer's name on them, and what was paid long ago.

    One of which something is paid, or may be, stays however old: somebody's money is in it.
    """
    now = till.time.now()
    with till.ledger.read() as connection:
        old = baskets.untouched(connection, since=now - KEPT_FOR)
        has_old = payments.has_old(connection, before=now - ledger.KEPT_FOR)
    if not old and not has_old:
        return
    with till.ledger.write() as connection:
        for basket in old:
            attempts = payments.of_basket(connection, basket)
            if not standing(attempts) and not open_attempt(attempts):
                baskets.drop(connection, basket)
        payments.forget(connection, before=now - ledger.KEPT_FOR)
