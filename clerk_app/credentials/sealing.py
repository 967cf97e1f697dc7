"""A till's keys in a file that a passphrase seals: Argon2id makes its key, ChaCha20-Poly1305 closes it."""

import json
import os
from collections.abc import Mapping
from typing import Any, Final

from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

from clerk_app.errors import KeysLost, SecretsLocked
from clerk_app.settings import base64url, bytes_of

KEY_BYTES: Final = 32
_MEMORY_KIB, _PASSES, _LANES = 64 * 1024, 3, 1
_MEMORY_MAX_KIB, _PASSES_MAX, _LANES_MAX = 1024 * 1024, 64, 16


def sealed(packed: bytes, passphrase: str, till: str) -> bytes:
    """Return the file's content. It opens for this till's name alone."""
    salt, nonce = os.urandom(16), os.urandom(12)
    key = _stretched(passphrase, salt, memory_kib=_MEMORY_KIB, passes=_PASSES, lanes=_LANES)
    box = ChaCha20Poly1305(key).encrypt(nonce, packed, till.encode())
    costs = {"memory_kib": _MEMORY_KIB, "passes": _PASSES, "lanes": _LANES}
    return json.dumps(
        {"v": 1, "salt": base64url(salt), "nonce": base64url(nonce), "box": base64url(box), **costs}
    ).encode()


def unsealed(fields: Mapping[str, Any], passphrase: str, till: str) -> bytes:
    """Raises SecretsLocked, with what would open it."""
    if not passphrase:
        raise SecretsLocked("the till's keys are sealed: set CLERK_PASSPHRASE")
    try:
        costs = (int(fields["memory_kib"]), int(fields["passes"]), int(fields["lanes"]))
        salt, nonce, box = (bytes_of(fields[name]) for name in ("salt", "nonce", "box"))
    except (KeyError, TypeError, ValueError) as error:
        raise KeysLost("the sealed key file is damaged: pair the till anew") from error
    if costs[0] > _MEMORY_MAX_KIB or costs[1] > _PASSES_MAX or costs[2] > _LANES_MAX:
        raise SecretsLocked("the sealed key file asks for more than this computer gives")
    try:
        key = _stretched(passphrase, salt, memory_kib=costs[0], passes=costs[1], lanes=costs[2])
        return ChaCha20Poly1305(key).decrypt(nonce, box, till.encode())
    except InvalidTag as error:
        raise SecretsLocked("CLERK_PASSPHRASE does not open the sealed key file") from error


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
