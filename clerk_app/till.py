"""The till at work: who it is, its files, its keys and its clock, opened together and closed together."""

import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from clerk_app import ids
from clerk_app.clock import Clock, SystemClock, TrustedClock
from clerk_app.credentials import Kept, Secrets, load_secrets, place_of
from clerk_app.credentials.marks import MarkKeeper
from clerk_app.domain.orders import BranchNo
from clerk_app.errors import DatabaseBusy, DatabaseDamaged, DiskFull, KeysLost, SecretsLocked
from clerk_app.settings import Profile, catalogue_folder, load_profile
from clerk_app.signing import SigningKey
from clerk_app.store import cache, ledger
from clerk_app.store.catalogue_files import Catalogue
from clerk_app.store.database import Database
from clerk_app.store.journal import Journal
from clerk_app.store.mark import mark_of, mark_text
from clerk_app.store.opening import Opened, Place, Repair, mark_of_now, open_files
from clerk_app.wire import scope_of

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Till:
    """Given to every act and look of the desk, and to sync. Any thread may use it."""

    profile: Profile
    folder: Path
    cache: Database
    ledger: Database
    catalogue: Catalogue
    journal: Journal
    time: TrustedClock
    key: SigningKey
    lookup_key: bytes = field(repr=False)
    marks: MarkKeeper
    mark_key: bytes = field(repr=False)
    repairs: tuple[Repair, ...] = ()  # what was mended when it was opened
    new_id: Callable[[], str] = ids.new_id

    @property
    def branch(self) -> BranchNo:
        return self.profile.branch

    @property
    def scope(self) -> str:
        """The feed scope of this till's branch."""
        return scope_of(self.profile.branch)

    def remember(self) -> None:
        """Note beside the keys how far the files are, so that older ones in their place show. It may be slow.

        What cannot be noted now is noted the next time: the mark says the least that the files have, whatever happens
        to the power.
        """
        try:
            text = mark_text(mark_of_now(self.cache, self.ledger, self.scope), key=self.mark_key)
            if self.marks.is_new(text) and self.cache.flush():
                self.marks.save(text)
        except (OSError, SecretsLocked, DatabaseBusy, DatabaseDamaged, DiskFull) as error:
            log.info("the mark is not renewed: %s", error)

    def close(self) -> None:
        self.cache.close()
        self.ledger.close()
        self.catalogue.close()
        self.journal.close()


def open_till(
    folder: Path,
    *,
    clock: Clock | None = None,
    new_id: Callable[[], str] = ids.new_id,
    secrets: Secrets | None = None,
) -> Till:
    """Open the till of a profile folder.

    Raises PairingRequired, SecretsLocked, KeysLost, UnsafeSqlite, DatabaseDamaged, DatabaseNewer. Opening the keys may
    ask the keyring, which is slow, and the files are read from end to end: not on the screen's own thread.
    """
    profile = load_profile(folder)
    running = clock or SystemClock()
    marks = MarkKeeper(folder, profile, Kept.PLAIN_FILE if secrets else place_of(folder, profile))
    opened = secrets or load_secrets(folder, profile)
    mark_key = opened.file_key("mark")
    scope = scope_of(profile.branch)
    place = Place(folder, opened.file_key, profile.till, scope, running.now(), profile.root_public_key)
    found = _open_files(place, marks.load(), mark_key)
    try:
        catalogue = Catalogue(catalogue_folder(folder))
    except BaseException:
        found.close()
        raise
    till = Till(
        profile=profile,
        folder=folder,
        cache=found.cache,
        ledger=found.ledger,
        catalogue=catalogue,
        journal=found.journal,
        time=_trusted(running, found),
        key=SigningKey.from_seed(opened.signing_seed),
        lookup_key=opened.lookup_key,
        marks=marks,
        mark_key=mark_key,
        repairs=found.repairs,
        new_id=new_id,
    )
    till.remember()
    return till


def _open_files(place: Place, noted: str | None, mark_key: bytes) -> Opened:
    """Where nothing opens, and what was noted beside the keys is not in their hand, they are the wrong ones."""
    mark = mark_of(noted, key=mark_key)
    try:
        return open_files(place, mark)
    except DatabaseDamaged as error:
        if noted and mark is None:
            raise KeysLost("the keys are not those of this till's files: pair the till anew") from error
        raise


def _trusted(running: Clock, found: Opened) -> TrustedClock:
    """The time is no earlier than the hub's last word and our last act."""
    with found.cache.read() as connection:
        hub_time = cache.hub(connection).answered_at
    with found.ledger.read() as connection:
        last_act = ledger.last_occurred_at(connection)
    return TrustedClock(running, evidence=(hub_time, last_act))
