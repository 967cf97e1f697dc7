"""Where the till's keys are, and what happens when they cannot be opened."""

import stat
from pathlib import Path

import pytest
from keyring.errors import KeyringLocked

from clerk_app.credentials import (
    Kept,
    Secrets,
    forget_before_pairing,
    keep_before_pairing,
    load_secrets,
    new_secrets,
    place_of,
    save_secrets,
)
from clerk_app.credentials.system_keyring import system_keyring
from clerk_app.errors import SecretsLocked
from tests.tills import a_profile

REAL = a_profile(practice=False)


class MemoryKeyring:
    """A keyring as the system's: it keeps what it is given, unless it is locked or keeps nothing."""

    def __init__(self, *, locked: bool = False, forgetful: bool = False) -> None:
        self.locked, self.forgetful = locked, forgetful
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        if self.locked:
            raise KeyringLocked
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        if self.locked:
            raise KeyringLocked
        if not self.forgetful:
            self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        if self.locked:
            raise KeyringLocked
        del self.kept[service, username]


def test_the_keyring_gives_back_what_it_was_given(tmp_path: Path) -> None:
    secrets, keyring = new_secrets(), MemoryKeyring()

    kept = save_secrets(tmp_path, REAL, secrets, environment={}, keyring=keyring)

    assert kept is Kept.KEYRING
    assert load_secrets(tmp_path, REAL, environment={}, keyring=keyring) == secrets
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("keyring", [MemoryKeyring(locked=True), MemoryKeyring(forgetful=True)])
def test_a_keyring_that_does_not_keep_is_not_believed(tmp_path: Path, keyring: MemoryKeyring) -> None:
    with pytest.raises(SecretsLocked, match="CLERK_PASSPHRASE"):
        save_secrets(tmp_path, REAL, new_secrets(), environment={}, keyring=keyring)


def test_before_pairing_the_keyring_is_tried_and_left_empty(tmp_path: Path) -> None:
    keyring = MemoryKeyring()

    kept = keep_before_pairing(tmp_path, new_secrets(), practice=False, environment={}, keyring=keyring)
    tried = len(keyring.kept)
    forget_before_pairing(tmp_path, kept, keyring=keyring)

    assert (kept, tried) == (Kept.KEYRING, 1)
    assert not keyring.kept
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("keyring", [MemoryKeyring(locked=True), MemoryKeyring(forgetful=True)])
def test_a_keyring_that_does_not_keep_is_found_out_before_pairing(tmp_path: Path, keyring: MemoryKeyring) -> None:
    with pytest.raises(SecretsLocked, match="CLERK_PASSPHRASE"):
        keep_before_pairing(tmp_path, new_secrets(), practice=False, environment={}, keyring=keyring)


def test_a_passphrase_seals_the_keys_and_only_it_opens_them(tmp_path: Path) -> None:
    secrets, right = new_secrets(), {"CLERK_PASSPHRASE": "four words by heart"}
    assert save_secrets(tmp_path, REAL, secrets, environment=right) is Kept.SEALED_FILE

    assert load_secrets(tmp_path, REAL, environment=right) == secrets
    assert secrets.signing_seed not in (tmp_path / "keys.sealed").read_bytes()
    with pytest.raises(SecretsLocked, match="does not open"):
        load_secrets(tmp_path, REAL, environment={"CLERK_PASSPHRASE": "four other words"})
    with pytest.raises(SecretsLocked, match="set CLERK_PASSPHRASE"):
        load_secrets(tmp_path, REAL, environment={})
    with pytest.raises(SecretsLocked):
        load_secrets(tmp_path, a_profile(practice=False, till="another"), environment=right)


def test_a_practice_profile_keeps_a_file_for_its_owner_alone(tmp_path: Path) -> None:
    practice, secrets = a_profile(practice=True), Secrets(b"s" * 32, b"l" * 32)

    assert save_secrets(tmp_path, practice, secrets, environment={}) is Kept.PLAIN_FILE

    assert load_secrets(tmp_path, practice, environment={}) == secrets
    assert place_of(tmp_path, practice) is Kept.PLAIN_FILE
    assert stat.S_IMODE((tmp_path / "keys.json").stat().st_mode) == 0o600


@pytest.mark.parametrize("content", [b"", b"[]", b'{"keys": "AAAA"}', b'{"keys": "\xc3\xa9"}', b"\xff\xfe"])
def test_a_damaged_key_file_is_said(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "keys.json").write_bytes(content)

    with pytest.raises(SecretsLocked, match="pair the till anew"):
        load_secrets(tmp_path, a_profile(practice=True), environment={})


def test_a_system_without_a_keyring_is_told_and_never_asks() -> None:
    with pytest.raises(SecretsLocked, match="CLERK_PASSPHRASE"):
        system_keyring()
