"""What is done when all is sent and read: the catalogue is followed, and once a day all is compared with the hub, and
what was settled long ago archived.

Nothing of this keeps the till from selling: its troubles are said, and it is tried again.
"""

import logging
from collections.abc import Callable
from time import monotonic
from typing import Final, Protocol

from clerk_app.archiving import archive
from clerk_app.catalogue_download import SnapshotDamaged, Stopped
from clerk_app.catalogue_sync import Follower, Progress, Step
from clerk_app.comparing import ComparingHub, compare
from clerk_app.errors import (
    ClockRefused,
    DatabaseBusy,
    DatabaseDamaged,
    DiskFull,
    HubIncompatible,
    HubUnreachable,
    PairingRequired,
    TillFrozen,
    TillRevoked,
)
from clerk_app.members_sync import MembersHub, refill
from clerk_app.store.tables import CACHE_SCHEMA, LEDGER_SCHEMA
from clerk_app.till import Till
from clerk_app.wire import Hello

log = logging.getLogger(__name__)


class UpkeepHub(ComparingHub, MembersHub, Protocol):
    """All that upkeep asks of a hub."""


COMPARE_EVERY_S: Final = 24 * 3600.0
COMPARE_AFTER_START_S: Final = 3600.0
ARCHIVE_EVERY_S: Final = 24 * 3600.0
RETRY_FIRST_S: Final = 2.0
RETRY_MAX_S: Final = 300.0
NOT_BEFORE_NEXT_SYNC: Final = float("inf")
_LEFT_TO_THE_NEXT_SYNC: Final = (TillRevoked, TillFrozen, HubIncompatible, ClockRefused, PairingRequired, DatabaseBusy)


class Upkeep:
    """Belongs to the loop, and runs in its thread."""

    def __init__(
        self,
        till: Till,
        hub: UpkeepHub,
        *,
        uniform: Callable[[float, float], float],
        on_catalogue: Callable[[Progress], None],
    ) -> None:
        self._till = till
        self._hub = hub
        self._uniform = uniform
        self._on_catalogue = on_catalogue
        self._follower = Follower(till.catalogue, on_catalogue)
        self._failures = 0
        # Tills that are switched on at the same minute do not all ask for sums at the same minute.
        self._compare_at_s = monotonic() + uniform(0.0, COMPARE_AFTER_START_S)
        self._archive_at_s = self._compare_at_s  # not while the day begins

    def run(self, hello: Hello, *, is_stopped: Callable[[], bool]) -> float:
        """Do what is due; returns after how many seconds it wants to be called again, if not at the next sync."""
        try:
            refill(self._till, self._hub, hello)
            self._follower.follow(self._hub, hello, is_stopped=is_stopped)
            if self._follower.has_fetched or monotonic() >= self._compare_at_s:
                compare(self._till, self._hub, hello, self._follower, is_stopped=is_stopped)
                self._follower.has_fetched = False
                self._compare_at_s = monotonic() + COMPARE_EVERY_S
            if monotonic() >= self._archive_at_s:
                if not archive(self._till, hello, is_stopped=is_stopped):
                    return 0.0
                self._archive_at_s = monotonic() + ARCHIVE_EVERY_S
        except Stopped:
            return 0.0
        except _LEFT_TO_THE_NEXT_SYNC as error:
            log.info("upkeep waits: %s", error)
        except Exception as error:  # noqa: BLE001 the till sells on with the catalogue that it has
            self._failures += 1
            self._say(error)
            return self._uniform(0.0, min(RETRY_MAX_S, RETRY_FIRST_S * 2.0 ** min(self._failures, 10)))
        self._failures = 0
        return NOT_BEFORE_NEXT_SYNC

    def _say(self, error: Exception) -> None:
        match error:
            case DiskFull():
                log.warning("a new catalogue cannot be kept: %s", error)
                self._on_catalogue(Progress(Step.DISK_FULL))
            case DatabaseDamaged(schema=CACHE_SCHEMA.name | LEDGER_SCHEMA.name):
                log.info("upkeep waits: %s", error)  # the next exchange meets it too, and says it
            case DatabaseDamaged():
                log.warning("a damaged file was met, so the catalogue is fetched anew: %s", error)
                self._till.catalogue.is_suspect = True
            case SnapshotDamaged():
                log.warning("the catalogue is not what the hub promised: %s", error)
            case HubUnreachable():
                log.info("the catalogue waits: %s", error)
            case _:
                log.error("upkeep failed", exc_info=error)
