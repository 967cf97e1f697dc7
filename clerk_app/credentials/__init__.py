"""Where a till's keys are kept: the system's keyring, a sealed file, or, for practice alone, a plain file.

Nothing here ever asks for anything: what is locked is said, and stays locked. The libraries of the keyring and of the
sealed file take as long to load as all else that a command needs, so each waits for a till that has its keys there.
"""

import json
import os
import shutil
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, cast

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from clerk_app.errors import KeysLost, SecretsLocked
from clerk_app.settings import Profile, base64url, bytes_of, write_privately
from clerk_app.signing import SigningKey

if TYPE_CHECKING:
    from clerk_app.credentials.system_keyring import Keyring

PASSPHRASE: Final = "CLERK_PASSPHRASE"  # noqa: S105 (the name of a variable)
KEY_BYTES: Final = 32
_BEFORE_PAIRING: Final = "pairing"
"""What a till is called until the hub has named it: its keys' name in the keyring, or the folder of their file."""
_PLAIN_FILE: Final = "keys.json"
_SEALED_FILE: Final = "keys.sealed"


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
    keyring: "Keyring | None" = None,
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


def forget_before_pairing(folder: Path, kept: Kept | None, *, keyring: "Keyring | None" = None) -> None:
    """Remove what keep_before_pairing left: the keys are in their place now, or there is no till."""
    shutil.rmtree(folder / _BEFORE_PAIRING, ignore_errors=True)
    if kept is Kept.KEYRING:
        from clerk_app.credentials import system_keyring

        system_keyring.forget(till=_BEFORE_PAIRING, keyring=keyring)


def save_secrets(
    folder: Path,
    profile: Profile,
    secrets: Secrets,
    *,
    environment: Mapping[str, str] = os.environ,
    keyring: "Keyring | None" = None,
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
    keyring: "Keyring | None" = None,
) -> Secrets:
    """Open the keys. Raises SecretsLocked, with what would open them, and KeysLost where nothing would."""
    kept = place_of(folder, profile)
    secrets = _got(folder, kept, profile.till, environment, keyring)
    if (folder / _BEFORE_PAIRING).exists():  # the program was killed before it could clear up
        forget_before_pairing(folder, kept, keyring=keyring)
    return secrets


def _put(
    folder: Path, kept: Kept, name: str, secrets: Secrets, *, environment: Mapping[str, str], keyring: "Keyring | None"
) -> None:
    packed = secrets.signing_seed + secrets.lookup_key
    match kept:
        case Kept.PLAIN_FILE:
            write_privately(folder / _PLAIN_FILE, json.dumps({"keys": base64url(packed)}).encode())
        case Kept.SEALED_FILE:
            from clerk_app.credentials.sealing import sealed

            write_privately(folder / _SEALED_FILE, sealed(packed, environment[PASSPHRASE], name))
        case Kept.KEYRING:
            from clerk_app.credentials import system_keyring

            system_keyring.keep(base64url(packed), till=name, keyring=keyring)


def _got(folder: Path, kept: Kept, name: str, environment: Mapping[str, str], keyring: "Keyring | None") -> Secrets:
    match kept:
        case Kept.PLAIN_FILE:
            packed = _from_plain_file(folder / _PLAIN_FILE)
        case Kept.SEALED_FILE:
            from clerk_app.credentials.sealing import unsealed

            packed = unsealed(_object(_read(folder / _SEALED_FILE)), environment.get(PASSPHRASE, ""), name)
        case Kept.KEYRING:
            from clerk_app.credentials import system_keyring

            packed = _decoded(system_keyring.fetch(till=name, keyring=keyring))
    if len(packed) != 2 * KEY_BYTES:
        raise KeysLost("the till's keys are incomplete: pair the till anew")
    return Secrets(packed[:KEY_BYTES], packed[KEY_BYTES:])


def _from_plain_file(path: Path) -> bytes:
    return _decoded(str(_object(_read(path)).get("keys", "")))


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise KeysLost("the till's key file is missing: pair the till anew") from error


def _object(document: bytes) -> Mapping[str, Any]:
    try:
        fields = json.loads(document)
    except ValueError:
        fields = None
    if not isinstance(fields, dict):
        raise KeysLost("the till's key file is damaged: pair the till anew")
    return cast("Mapping[str, Any]", fields)


def _decoded(text: str) -> bytes:
    try:
        return bytes_of(text)
    except ValueError:
        raise KeysLost("the till's keys are damaged: pair the till anew") from None
