"""The till's keys in a real keyring of the system: kept, found again, locked, lost, and gone."""

import os
import signal
import time
from collections.abc import Generator
from contextlib import closing
from pathlib import Path

import pytest

from clerk_app.credentials import (
    Kept,
    forget_before_pairing,
    keep_before_pairing,
    load_secrets,
    new_secrets,
    save_secrets,
    system_keyring,
)
from clerk_app.credentials.marks import MarkKeeper
from clerk_app.desk import outbox, pickups
from clerk_app.domain.operations import Word
from clerk_app.domain.orders import PickupOrder
from clerk_app.errors import KeysLost, SecretsLocked
from clerk_app.store.opening import File
from clerk_app.till import Till, open_till
from tests.builders import an_order
from tests.store.secret_service import MISSING, a_bus, lock, unlocked_keyring
from tests.tills import GRACE, SECRETS, HandClock, a_profile, a_till, code_of

if MISSING:
    pytest.skip(f"not installed here: {', '.join(MISSING)}", allow_module_level=True)

REAL = a_profile(practice=False)


@pytest.fixture
def keyring(clean_machine: Path, monkeypatch: pytest.MonkeyPatch) -> Generator[int]:
    with a_bus(monkeypatch), unlocked_keyring(clean_machine) as number:
        yield number


def test_the_keys_of_a_till_are_kept_and_nothing_of_them_is_in_its_folder(tmp_path: Path, keyring: int) -> None:
    secrets = new_secrets()

    kept = save_secrets(tmp_path, REAL, secrets)

    assert kept is Kept.KEYRING
    assert load_secrets(tmp_path, REAL) == secrets
    assert not list(tmp_path.iterdir())
    with pytest.raises(KeysLost, match="pair the till anew"):
        load_secrets(tmp_path, a_profile(practice=False, till="another"))


def test_before_pairing_the_keyring_is_tried_and_left_empty(tmp_path: Path, keyring: int) -> None:
    kept = keep_before_pairing(tmp_path, new_secrets(), practice=False)
    tried = system_keyring.look_up(till="pairing", keyring=None)
    forget_before_pairing(tmp_path, kept)

    assert tried
    assert system_keyring.look_up(till="pairing", keyring=None) is None


def test_a_locked_keyring_is_said_at_once_and_shows_no_window(tmp_path: Path, keyring: int) -> None:
    save_secrets(tmp_path, REAL, new_secrets())
    keeper = MarkKeeper(tmp_path, REAL, Kept.KEYRING)
    lock()

    for ask in (
        lambda: load_secrets(tmp_path, REAL),
        lambda: save_secrets(tmp_path, REAL, new_secrets()),
        keeper.load,
        lambda: keeper.save("1 mark"),
    ):
        began_s = time.monotonic()
        with pytest.raises(SecretsLocked, match="the keyring is locked: unlock it, or set CLERK_PASSPHRASE") as said:
            ask()
        assert not isinstance(said.value, KeysLost)
        assert time.monotonic() - began_s < 2


def test_a_bus_without_a_keyring_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_DIRS", str(tmp_path))  # nothing can be started by asking for it either
    with a_bus(monkeypatch), pytest.raises(SecretsLocked, match="CLERK_PASSPHRASE"):
        save_secrets(tmp_path, REAL, new_secrets())


def test_a_keyring_that_dies_is_said(tmp_path: Path, keyring: int) -> None:
    save_secrets(tmp_path, REAL, new_secrets())

    os.kill(keyring, signal.SIGKILL)

    with pytest.raises(SecretsLocked, match="CLERK_PASSPHRASE"):
        load_secrets(tmp_path, REAL)


def test_a_till_sells_on_while_its_keyring_is_locked_and_does_not_start_until_it_is_open(
    tmp_path: Path, keyring: int
) -> None:
    order = an_order()
    with closing(a_till_with_its_keys_in_the_keyring(tmp_path, order)) as till:
        lock()

        done = pickups.hand_over(till, pickups.look_up(till, code_of(order)), clerk=GRACE)
        till.remember()

        assert done.word is Word.SAVED
    with pytest.raises(SecretsLocked):
        open_till(tmp_path, clock=HandClock())


def test_a_ledger_that_was_emptied_is_known_by_the_mark_in_the_keyring(tmp_path: Path, keyring: int) -> None:
    order = an_order()
    with closing(a_till_with_its_keys_in_the_keyring(tmp_path, order)) as till:
        done = pickups.hand_over(till, pickups.look_up(till, code_of(order)), clerk=GRACE)
        till.remember()
    for name in ("ledger.db", "cache.db"):
        (tmp_path / name).write_bytes(b"")

    with closing(open_till(tmp_path, clock=HandClock())) as again:
        repairs = {repair.file: repair.lost for repair in again.repairs}
        kept = [entry.operation.op_id for entry in outbox.just_now(again)]

    assert repairs == {File.LEDGER: 0, File.CACHE: 0}
    assert kept == [done.op_id]
    assert not list(tmp_path.glob("keys*"))


def a_till_with_its_keys_in_the_keyring(folder: Path, order: PickupOrder) -> Till:
    a_till(folder, order, practice=False).close()
    (folder / "keys.mark").unlink()
    save_secrets(folder, REAL, SECRETS)
    return open_till(folder, clock=HandClock())
