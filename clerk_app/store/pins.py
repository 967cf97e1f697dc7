"""What a till keeps of a PIN: not what head office sent, but what a key beside the till's other keys makes of it.

So a copied file alone tells nothing of a PIN, however fast somebody tries all million of them: each guess needs that
key. And the hash in the hub's verifier, which proves a manager's word, is here only while the PIN is being typed.
"""

import base64
import hashlib
import hmac
from typing import Final, NamedTuple

PEPPERED: Final = "$peppered"
_MEMORY_MAX_KIB: Final = 1024 * 1024
_PASSES_MAX: Final = 64


class _Verifier(NamedTuple):
    costs: str
    """All before the hash, as Argon2 writes it."""
    hash: bytes


def peppered(verifier: str, *, lookup_key: bytes) -> str:
    """What is kept in the place of a verifier of the hub. What is none is kept as a text that no PIN agrees with."""
    found = _parts(verifier)
    return _kept(found.costs, found.hash, lookup_key) if found else PEPPERED


def pin_hash(kept: str, pin: str, *, lookup_key: bytes) -> bytes | None:
    """Return the hash that the hub has of this PIN; None where the PIN is not the one of what is kept.

    It takes a fifth of a second, by the costs that head office chose. An earlier version kept the hub's own text: it
    counts until the staff is read anew.
    """
    ours = kept if kept.startswith(PEPPERED) else peppered(kept, lookup_key=lookup_key)
    found = _parts(ours.removeprefix(PEPPERED))
    if found is None:
        return None
    made = _hashed(pin, found)
    same = made is not None and hmac.compare_digest(_kept(found.costs, made, lookup_key), ours)
    return made if same else None


def _kept(costs: str, made: bytes, lookup_key: bytes) -> str:
    pepper = hmac.digest(lookup_key, b"pins", hashlib.sha256)
    closed = hmac.digest(pepper, costs.encode() + made, hashlib.sha256)
    return f"{PEPPERED}{costs}${base64.b64encode(closed).decode().rstrip('=')}"


def _parts(verifier: str) -> _Verifier | None:
    costs, _, encoded = verifier.rpartition("$")
    if not costs or not verifier.isascii():
        return None
    try:
        return _Verifier(costs, base64.b64decode(encoded + "=="))
    except ValueError:
        return None


def _hashed(pin: str, verifier: _Verifier) -> bytes | None:
    from argon2 import extract_parameters  # as slow to load as all else that a command needs, and few ask for a PIN
    from argon2.exceptions import Argon2Error, InvalidHashError
    from argon2.low_level import Type, hash_secret_raw

    try:
        salt = base64.b64decode(verifier.costs.rpartition("$")[2] + "==")
        asked = extract_parameters(f"{verifier.costs}${base64.b64encode(verifier.hash).decode().rstrip('=')}")
        if asked.type is not Type.ID or asked.memory_cost > _MEMORY_MAX_KIB or asked.time_cost > _PASSES_MAX:
            return None
        return hash_secret_raw(
            pin.encode(),
            salt,
            time_cost=asked.time_cost,
            memory_cost=asked.memory_cost,
            parallelism=asked.parallelism,
            hash_len=asked.hash_len,
            type=Type.ID,
            version=asked.version,
        )
    except (ValueError, InvalidHashError, Argon2Error):
        return None
