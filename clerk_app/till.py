"""The till at work: who it is, its files, its keys and its clock, opened together and closed together."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from clerk_app import ids
from clerk_app.clock import Clock, SystemClock, TrustedClock
from clerk_app.credentials import Secrets, load_secrets
from clerk_app.domain.orders import BranchNo
from clerk_app.settings import Profile, cache_file, ledger_file, load_profile
from clerk_app.signing import SigningKey
from clerk_app.store import cache, files, ledger
from clerk_app.store.database import Database, Schema, open_database
from clerk_app.store.encryption import encrypt, encrypted, is_plain
from clerk_app.store.tables import CACHE_SCHEMA, LEDGER_SCHEMA
from clerk_app.wire import scope_of


@dataclass(frozen=True, slots=True)
class Till:
    """Given to every act and look of the desk, and to sync. Any thread may use it."""

    profile: Profile
    folder: Path
    cache: Database
    ledger: Database
    time: TrustedClock
    key: SigningKey
    lookup_key: bytes = field(repr=False)
    new_id: Callable[[], str] = ids.new_id

    @property
    def branch(self) -> BranchNo:
        return self.profile.branch

    @property
    def scope(self) -> str:
        """The feed scope of this till's branch."""
        return scope_of(self.profile.branch)

    def close(self) -> None:
        self.cache.close()
        self.ledger.close()


def open_till(
    folder: Path,
    *,
    clock: Clock | None = None,
    new_id: Callable[[], str] = ids.new_id,
    secrets: Secrets | None = None,
) -> Till:
    """Open the till of a profile folder.

    Raises PairingRequired, SecretsLocked, DatabaseDamaged, DatabaseNewer. Opening the keys may ask the keyring,
    which is slow: not on the screen's own thread while it is shown.
    """
    profile = load_profile(folder)
    opened = secrets or load_secrets(folder, profile)
    running = clock or SystemClock()
    cached = open_file(cache_file(folder), CACHE_SCHEMA, opened, at=running.now())
    try:
        kept = open_file(ledger_file(folder), LEDGER_SCHEMA, opened, at=running.now())
    except BaseException:
        cached.close()
        raise
    with cached.read() as connection:
        hub_time = cache.hub(connection).answered_at
    with kept.read() as connection:
        last_act = ledger.last_occurred_at(connection)
    return Till(
        profile=profile,
        folder=folder,
        cache=cached,
        ledger=kept,
        time=TrustedClock(running, evidence=(hub_time, last_act)),
        key=SigningKey.from_seed(opened.signing_seed),
        lookup_key=opened.lookup_key,
        new_id=new_id,
    )


def open_file(path: Path, schema: Schema, secrets: Secrets, *, at: datetime) -> Database:
    """Open one of the till's files with its own key; one that an earlier version left plain is encrypted first."""
    key = secrets.file_key(path.name)
    files.finish(path, at=at)
    if is_plain(path):
        encrypt(path, schema, key, at=at)
    return open_database(path, schema, connect=encrypted(path, key))
