"""Where a till's keys are kept: the system's keyring, a sealed file, or, for practice alone, a plain file.

Nothing here ever asks for anything: what is locked is said, and stays locked.
"""

import json
import os
import shutil
import sys
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from enum import StrEnum
from importlib import import_module
from pathlib import Path
from typing import Any, Final, Protocol, cast

from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from keyring.errors import KeyringError

from clerk_app.errors import SecretsLocked
from clerk_app.settings import Profile, base64url, bytes_of, write_privately
from clerk_app.signing import SigningKey

SERVICE: Final = "clerk"
PASSPHRASE: Final = "CLERK_PASSPHRASE"  # noqa: S105 (the name of a variable)
KEY_BYTES: Final = 32
_BEFORE_PAIRING: Final = "pairing"
"""What a till is called until the hub has named it: its keys' name in the keyring, or the folder of their file."""
_PLAIN_FILE: Final = "keys.json"
_SEALED_FILE: Final = "keys.sealed"
_MARK_FILE: Final = "keys.mark"
_MEMORY_KIB, _PASSES, _LANES = 64 * 1024, 3, 1
_MEMORY_MAX_KIB, _PASSES_MAX, _LANES_MAX = 1024 * 1024, 64, 16

# The keyring library would pick a backend by itself, and one of those asks on the terminal, one keeps
# everything in a plain file, and one keeps nothing at all.
_BACKENDS: Final = {
    "win32": ("keyring.backends.Windows", "WinVaultKeyring"),
    "darwin": ("keyring.backends.macOS", "Keyring"),
    "linux": ("keyring.backends.SecretService", "Keyring"),
}


class Kept(StrEnum):
    KEYRING = "keyring"
    SEALED_FILE = "sealed_file"
    PLAIN_FILE = "plain_file"


@dataclass(frozen=True, slots=True)
class Secrets:
    signing_seed: bytes = field(repr=False)
    lookup_key: bytes = field(repr=False)

    def file_key(self, name: str) -> bytes:
        """The key of one of the till's files: made from the two secrets, so that a keyring need hold no more."""
        made = HKDF(SHA256(), KEY_BYTES, salt=None, info=b"clerk file " + name.encode())
        return made.derive(self.signing_seed + self.lookup_key)


class Keyring(Protocol):
    """The part of a keyring backend that is used."""

    def get_password(self, service: str, username: str) -> str | None: ...

    def set_password(self, service: str, username: str, password: str) -> None: ...

    def delete_password(self, service: str, username: str) -> None: ...


def new_secrets() -> Secrets:
    return Secrets(SigningKey.generate().seed, os.urandom(KEY_BYTES))


def place_for(*, practice: bool, environment: Mapping[str, str] = os.environ) -> Kept:
    """Where the keys of a new till go."""
    if practice:
        return Kept.PLAIN_FILE
    return Kept.SEALED_FILE if environment.get(PASSPHRASE) else Kept.KEYRING


def place_of(folder: Path, profile: Profile) -> Kept:
    """Where the keys of this till are."""
    if (folder / _SEALED_FILE).exists():
        return Kept.SEALED_FILE
    return Kept.PLAIN_FILE if profile.practice else Kept.KEYRING


def keep_before_pairing(
    folder: Path,
    secrets: Secrets,
    *,
    practice: bool,
    environment: Mapping[str, str] = os.environ,
    keyring: Keyring | None = None,
) -> Kept:
    """Keep the keys of a till that has no name yet where they will be, and read them back.

    What cannot be kept must not be paired: the hub would count a till that nobody can open. Raises SecretsLocked.
    """
    kept = place_for(practice=practice, environment=environment)
    waiting = folder / _BEFORE_PAIRING
    try:
        write_privately(waiting / "room", b"")  # the profile will need it, wherever the keys are
        _put(waiting, kept, _BEFORE_PAIRING, secrets, environment=environment, keyring=keyring)
        found = _got(waiting, kept, _BEFORE_PAIRING, environment, keyring)
    except OSError as error:
        raise SecretsLocked(f"nothing can be written in {folder}: choose another folder, or free some space") from error
    if found != secrets:
        raise SecretsLocked(f"the keys did not come back as they were kept: set {PASSPHRASE}")
    return kept


def forget_before_pairing(folder: Path, kept: Kept | None, *, keyring: Keyring | None = None) -> None:
    """Remove what keep_before_pairing left: the keys are in their place now, or there is no till."""
    shutil.rmtree(folder / _BEFORE_PAIRING, ignore_errors=True)
    if kept is Kept.KEYRING:
        with suppress(KeyringError, RuntimeError):  # a key of no till opens nothing
            (keyring or system_keyring()).delete_password(SERVICE, _BEFORE_PAIRING)


def save_secrets(
    folder: Path,
    profile: Profile,
    secrets: Secrets,
    *,
    environment: Mapping[str, str] = os.environ,
    keyring: Keyring | None = None,
) -> Kept:
    """Keep the keys, and say where. Raises SecretsLocked where there is no place for them."""
    kept = place_for(practice=profile.practice, environment=environment)
    _put(folder, kept, profile.till, secrets, environment=environment, keyring=keyring)
    return kept


def load_secrets(
    folder: Path,
    profile: Profile,
    *,
    environment: Mapping[str, str] = os.environ,
    keyring: Keyring | None = None,
) -> Secrets:
    """Open the keys. Raises SecretsLocked, with what would open them."""
    return _got(folder, place_of(folder, profile), profile.till, environment, keyring)


class MarkKeeper:
    """Where it is remembered what the files were: beside the keys, so that it does not get lost with the files."""

    def __init__(self, folder: Path, profile: Profile, kept: Kept, *, keyring: Keyring | None = None) -> None:
        self._file = folder / _MARK_FILE
        self._name = f"{profile.till}.files"
        self._keyring = (keyring or system_keyring()) if kept is Kept.KEYRING else None
        self._last: str | None = None

    def load(self) -> str | None:
        if self._keyring:
            try:
                self._last = self._keyring.get_password(SERVICE, self._name)
            except (KeyringError, RuntimeError) as error:
                raise SecretsLocked("the keyring is locked: unlock it and try again") from error
        elif self._file.exists():
            self._last = self._file.read_text(encoding="ascii", errors="replace")
        return self._last

    def is_new(self, text: str) -> bool:
        """A keyring is slow to answer and a disk is slow to sync: what is not new need not be saved."""
        return text != self._last

    def save(self, text: str) -> None:
        """Raises SecretsLocked."""
        if self._keyring:
            _to_keyring(self._keyring, self._name, text)
        else:
            write_privately(self._file, text.encode())
        self._last = text


def _put(
    folder: Path, kept: Kept, name: str, secrets: Secrets, *, environment: Mapping[str, str], keyring: Keyring | None
) -> None:
    packed = secrets.signing_seed + secrets.lookup_key
    match kept:
        case Kept.PLAIN_FILE:
            write_privately(folder / _PLAIN_FILE, json.dumps({"keys": base64url(packed)}).encode())
        case Kept.SEALED_FILE:
            write_privately(folder / _SEALED_FILE, _sealed(packed, environment[PASSPHRASE], name))
        case Kept.KEYRING:
            _to_keyring(keyring or system_keyring(), name, base64url(packed))


def _got(folder: Path, kept: Kept, name: str, environment: Mapping[str, str], keyring: Keyring | None) -> Secrets:
    match kept:
        case Kept.PLAIN_FILE:
            packed = _from_plain_file(folder / _PLAIN_FILE)
        case Kept.SEALED_FILE:
            packed = _unsealed(_read(folder / _SEALED_FILE), environment.get(PASSPHRASE, ""), name)
        case Kept.KEYRING:
            packed = _from_keyring(keyring or system_keyring(), name)
    if len(packed) != 2 * KEY_BYTES:
        raise SecretsLocked("the till's keys are incomplete: pair the till anew")
    return Secrets(packed[:KEY_BYTES], packed[KEY_BYTES:])


def system_keyring() -> Keyring:
    """Return the one backend that we trust on this system. Raises SecretsLocked where it cannot be used."""
    module, name = _BACKENDS.get(sys.platform, _BACKENDS["linux"])
    try:
        backend = getattr(import_module(module), name)
        _ = backend.priority  # raises where the service is not there
        return cast("Keyring", backend())
    except (ImportError, RuntimeError, KeyringError) as error:
        raise SecretsLocked(
            f"the system offers no keyring here: unlock it, or set {PASSPHRASE} to keep the keys in a sealed file"
        ) from error


def _to_keyring(keyring: Keyring, till: str, packed: str) -> None:
    try:
        keyring.set_password(SERVICE, till, packed)
        kept = keyring.get_password(SERVICE, till)
    except (KeyringError, RuntimeError) as error:
        raise SecretsLocked(f"the keyring is locked: unlock it, or set {PASSPHRASE}") from error
    if kept != packed:
        raise SecretsLocked(f"the keyring kept nothing: set {PASSPHRASE} to keep the keys in a sealed file")


def _from_keyring(keyring: Keyring, till: str) -> bytes:
    try:
        packed = keyring.get_password(SERVICE, till)
    except (KeyringError, RuntimeError) as error:
        raise SecretsLocked("the keyring is locked: unlock it and try again") from error
    if packed is None:
        raise SecretsLocked("the keyring does not hold this till's keys: pair the till anew")
    return _decoded(packed)


def _from_plain_file(path: Path) -> bytes:
    return _decoded(str(_object(_read(path)).get("keys", "")))


def _sealed(packed: bytes, passphrase: str, till: str) -> bytes:
    salt, nonce = os.urandom(16), os.urandom(12)
    key = _stretched(passphrase, salt, memory_kib=_MEMORY_KIB, passes=_PASSES, lanes=_LANES)
    box = ChaCha20Poly1305(key).encrypt(nonce, packed, till.encode())
    costs = {"memory_kib": _MEMORY_KIB, "passes": _PASSES, "lanes": _LANES}
    return json.dumps(
        {"v": 1, "salt": base64url(salt), "nonce": base64url(nonce), "box": base64url(box), **costs}
    ).encode()


def _unsealed(document: bytes, passphrase: str, till: str) -> bytes:
    if not passphrase:
        raise SecretsLocked(f"the till's keys are sealed: set {PASSPHRASE}")
    fields = _object(document)
    try:
        costs = (int(fields["memory_kib"]), int(fields["passes"]), int(fields["lanes"]))
        salt, nonce, box = (bytes_of(fields[name]) for name in ("salt", "nonce", "box"))
    except (KeyError, TypeError, ValueError) as error:
        raise SecretsLocked("the sealed key file is damaged: pair the till anew") from error
    if costs[0] > _MEMORY_MAX_KIB or costs[1] > _PASSES_MAX or costs[2] > _LANES_MAX:
        raise SecretsLocked("the sealed key file asks for more than this computer gives")
    try:
        key = _stretched(passphrase, salt, memory_kib=costs[0], passes=costs[1], lanes=costs[2])
        return ChaCha20Poly1305(key).decrypt(nonce, box, till.encode())
    except InvalidTag as error:
        raise SecretsLocked(f"{PASSPHRASE} does not open the sealed key file") from error


def _stretched(passphrase: str, salt: bytes, *, memory_kib: int, passes: int, lanes: int) -> bytes:
    return hash_secret_raw(
        passphrase.encode(),
        salt,
        time_cost=passes,
        memory_cost=memory_kib,
        parallelism=lanes,
        hash_len=KEY_BYTES,
        type=Type.ID,
    )


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise SecretsLocked("the till's key file is missing: pair the till anew") from error


def _object(document: bytes) -> Mapping[str, Any]:
    try:
        fields = json.loads(document)
    except ValueError:
        fields = None
    if not isinstance(fields, dict):
        raise SecretsLocked("the till's key file is damaged: pair the till anew")
    return cast("Mapping[str, Any]", fields)


def _decoded(text: str) -> bytes:
    try:
        return bytes_of(text)
    except ValueError:
        raise SecretsLocked("the till's keys are damaged: pair the till anew") from None
