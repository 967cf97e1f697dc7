"""Following the catalogue: the hub's ready file first, then what has changed since; the till sells on meanwhile.

Every step may be cut off and goes on where it stopped: a download from the bytes that are there, a side file from the
place in the feed that it tells of. The file in service changes only by whole pages, or by whole files.
"""

import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final, Protocol

from clerk_app.catalogue_download import Blobs, SnapshotDamaged, Stopped, bring_to_disk, download
from clerk_app.errors import DatabaseDamaged, DatabaseNewer, DiskFull, HubIncompatible, HubUnreachable, Why
from clerk_app.hub_client import FeedGone
from clerk_app.store import catalogue, catalogue_feed
from clerk_app.store.catalogue import Mark
from clerk_app.store.catalogue_files import (
    INCOMING,
    Catalogue,
    make_empty,
    mark_of,
    mark_of_checked,
    open_catalogue,
    remove,
)
from clerk_app.store.database import Database
from clerk_app.wire import CATALOGUE_SCHEMA, GLOBAL, PAGE_MAX, FeedPage, Hello, Malformed, Snapshot

log = logging.getLogger(__name__)

PAGES_MAX: Final = 10_000
FAR_BEHIND: Final = 10 * PAGE_MAX
"""So many changes are read more slowly than a snapshot is downloaded."""
DAMAGED_MAX: Final = 2
"""A file that was wrong so often is left alone: the feed tells the same."""


NOTHING: Final = Mark(0, 0)
"""How far a new till's empty catalogue tells."""


class Step(StrEnum):
    DOWNLOADING = "downloading"
    PREPARING = "preparing"
    READY = "ready"
    DISK_FULL = "disk_full"
    DAMAGED = "damaged"


@dataclass(frozen=True, slots=True)
class Progress:
    """What the connection drawer says of the catalogue. `done` of `total` are bytes, or changes of the feed."""

    step: Step
    done: int = 0
    total: int = 0


class CatalogueHub(Blobs, Protocol):
    def products(self, *, epoch: int, after: int, anew: bool = False) -> FeedPage: ...


def never() -> bool:
    return False


class Follower:
    """Keeps one catalogue in step with the hub; it remembers which files were wrong."""

    def __init__(self, files: Catalogue, on_progress: Callable[[Progress], None] = lambda _progress: None) -> None:
        self._files = files
        self._tell = on_progress
        self._wrong: dict[str, int] = {}
        self._is_checked = False
        self._unread = ""  # the snapshot that was put into service before it was read through
        self.has_fetched = False  # a whole file was put into service since somebody set this back

    def follow(self, hub: CatalogueHub, hello: Hello, *, is_stopped: Callable[[], bool] = never) -> int:
        """Bring the catalogue to where the hub's feed stands; returns how many changes were read.

        Raises Stopped where something more urgent came up, and SnapshotDamaged, HubUnreachable, DiskFull and the
        like: whatever was raised, calling again goes on from there.
        """
        if self._is_unreadable() or self._must_begin_anew(self._files.mark(), hello):
            return self._fetch(hub, hello, is_stopped)
        try:
            return self._read_feed(self._files, hub, hello, is_stopped)
        except FeedGone:
            return self._fetch(hub, hello, is_stopped)

    def fetch_anew(self, hub: CatalogueHub, hello: Hello, *, is_stopped: Callable[[], bool] = never) -> int:
        """Put a fresh copy in the place of one that cannot be trusted."""
        self._files.is_suspect = True
        return self._fetch(hub, hello, is_stopped)

    def _is_unreadable(self) -> bool:
        """Whether the file in service is damaged: it is read through once, and after that as it is used."""
        if not self._is_checked and not self._files.is_suspect:
            try:
                self._files.check()
            except DatabaseDamaged as error:
                log.warning("the catalogue is fetched anew: %s", error)
                self._files.is_suspect = True
                if self._unread:
                    self._note_wrong(self._unread)
        self._is_checked, self._unread = True, ""
        return self._files.is_suspect

    def _must_begin_anew(self, at: Mark, hello: Hello) -> bool:
        if at.epoch != hello.epoch or not hello.min_seqs.get(GLOBAL, 0) <= at.seq <= hello.heads.get(GLOBAL, at.seq):
            return True
        snapshot = self._usable(hello)
        return snapshot is not None and snapshot.seq - at.seq > FAR_BEHIND

    def _usable(self, hello: Hello) -> Snapshot | None:
        snapshot = hello.snapshots.get(GLOBAL)
        if snapshot is None or snapshot.schema != CATALOGUE_SCHEMA:
            return None
        return snapshot if self._wrong.get(snapshot.sha256, 0) < DAMAGED_MAX else None

    def _fetch(self, hub: CatalogueHub, hello: Hello, is_stopped: Callable[[], bool]) -> int:
        """Make a side file, bring it up to date, and let it serve. The old one serves until then."""
        side = self._files.folder / INCOMING
        through = 0
        if not _can_go_on(side, hello):
            remove(side)
            through = self._make(side, hub, hello, is_stopped)
        received = 0
        if through < hello.heads.get(GLOBAL, 0):  # else it was read through a moment ago, and is all there is
            received = self._bring_up_to_date(side, hub, hello, is_stopped)
        self._files.put_into_service(side)
        self.has_fetched = True
        self._tell(Progress(Step.READY))
        log.info("the catalogue was put into service: %s", self._files.mark())
        return received

    def _bring_up_to_date(self, side: Path, hub: CatalogueHub, hello: Hello, is_stopped: Callable[[], bool]) -> int:
        try:
            with closing(open_catalogue(side)) as database:
                with database.read() as connection:
                    anew = catalogue.began_empty(connection)
                return self._read_feed(database, hub, hello, is_stopped, anew=anew)
        except FeedGone as error:
            remove(side)
            raise HubUnreachable(Why.HUB_ERROR, "its feed went away while it was read") from error

    def _make(self, side: Path, hub: CatalogueHub, hello: Hello, is_stopped: Callable[[], bool]) -> int:
        """Returns how far the new file tells: 0 for one into which all is still to be read."""
        snapshot = self._usable(hello)
        if snapshot is None:
            make_empty(side)
            return 0
        try:
            unpacked = download(
                hub,
                snapshot,
                self._files.folder,
                is_stopped=is_stopped,
                tell=lambda done: self._tell(Progress(Step.DOWNLOADING, done, snapshot.bytes)),
            )
            self._tell(Progress(Step.PREPARING))
            # The bytes are what the hub wrote. Whether what it wrote is a catalogue is read through before one that
            # serves gives way; where there is none yet, the clerk may search now, and `follow` reads it the next time.
            is_first = self._files.mark() == NOTHING and not self._files.is_suspect
            _keep(unpacked, Mark(hello.epoch, snapshot.seq), found_by=mark_of if is_first else mark_of_checked)
        except SnapshotDamaged:
            self._note_wrong(snapshot.sha256)
            self._tell(Progress(Step.DAMAGED))
            raise
        if is_first:
            self._is_checked, self._unread = False, snapshot.sha256
        unpacked.replace(side)
        return snapshot.seq

    def _note_wrong(self, sha256: str) -> None:
        self._wrong[sha256] = self._wrong.get(sha256, 0) + 1

    def _read_feed(
        self,
        file: Catalogue | Database,
        hub: CatalogueHub,
        hello: Hello,
        is_stopped: Callable[[], bool],
        *,
        anew: bool = False,
    ) -> int:
        received = 0
        for _ in range(PAGES_MAX):
            with file.read() as connection:
                at = catalogue.mark(connection)
            if at.epoch == hello.epoch and at.seq >= hello.heads.get(GLOBAL, 0):
                return received
            page = _page(hub, epoch=hello.epoch, after=at.seq, anew=anew)
            _take(file, page)
            received += len(page.changes)
            if page.more:
                self._tell(Progress(Step.PREPARING, page.to_seq, hello.heads.get(GLOBAL, 0)))
                if is_stopped():
                    raise Stopped
            elif page.to_seq <= at.seq:
                return received
        raise HubIncompatible("the feed of the catalogue does not end")


def _page(hub: CatalogueHub, *, epoch: int, after: int, anew: bool) -> FeedPage:
    page = hub.products(epoch=epoch, after=after, anew=anew)
    if page.epoch != epoch:
        raise HubUnreachable(Why.HUB_ERROR, "its epoch changed while its feed was read")
    if page.more and page.to_seq <= page.from_seq:
        raise HubIncompatible("the feed of the catalogue does not go on")
    return page


def _take(file: Catalogue | Database, page: FeedPage) -> None:
    try:
        with file.write() as connection:
            catalogue_feed.apply_page(connection, page)
    except Malformed as error:
        raise HubIncompatible(f"a product of the feed: {error}") from error


def _can_go_on(side: Path, hello: Hello) -> bool:
    """Whether a side file of an earlier try is one of this hub's, from which its feed still goes on: where all is read
    anew, it always does. What was withdrawn meanwhile and is not told any more shows in the comparing that follows.
    """
    if not side.is_file():
        return False
    try:
        with closing(open_catalogue(side)) as database, database.read() as connection:
            at, is_read_anew = catalogue.mark(connection), catalogue.began_empty(connection)
    except (DatabaseDamaged, DatabaseNewer):
        return False
    reaches_back = is_read_anew or at.seq >= hello.min_seqs.get(GLOBAL, 0)
    return at.epoch in {0, hello.epoch} and reaches_back and at.seq <= hello.heads.get(GLOBAL, 0)


def _keep(unpacked: Path, expected: Mark, *, found_by: Callable[[Path], Mark]) -> None:
    """Bring it to the disk, and look at it meanwhile. Raises SnapshotDamaged, DiskFull."""
    try:
        with ThreadPoolExecutor(1) as pool:
            kept = pool.submit(bring_to_disk, unpacked)
            found = found_by(unpacked)
            kept.result()
    except DiskFull:
        remove(unpacked)
        raise
    except (DatabaseDamaged, DatabaseNewer) as error:
        remove(unpacked)
        raise SnapshotDamaged(str(error)) from error
    if found != expected:
        remove(unpacked)
        raise SnapshotDamaged(f"it tells of {found}, not of {expected}")
