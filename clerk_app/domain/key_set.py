"""The key set: which issuer keys a till believes, signed by the root key that it met at pairing."""

import json
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import Any, Final, Protocol, cast
from uuid import UUID

STALE_AFTER: Final = timedelta(days=30)
BYTES_MAX: Final = 256 * 1024
_DOMAIN_SEPARATOR: Final = b"till.key-set.v1\x00"
_UNIX_S_MAX: Final = 2**32 - 1


class SignatureCheck(Protocol):
    """Whether a signature is the one that the holder of this Ed25519 key made of this message (RFC 8032, strict)."""

    def __call__(self, *, public_key: bytes, signature: bytes, message: bytes) -> bool: ...


class KeyStatus(StrEnum):
    ACTIVE = "active"
    RETIRED = "retired"
    REVOKED = "revoked"


@dataclass(frozen=True, slots=True)
class IssuerKey:
    """One Ed25519 key of the hub: it signs from `sign_from` until `sign_until`, and no code outlives `verify_until`."""

    kid: int
    public_key: bytes
    sign_from: datetime
    sign_until: datetime
    verify_until: datetime
    status: KeyStatus

    def vouches_for(self, *, issued_at: datetime, expires_at: datetime) -> bool:
        """Whether a code with these times lies within what the root key allowed this key to sign."""
        return self.sign_from <= issued_at < self.sign_until and expires_at <= self.verify_until


@dataclass(frozen=True, slots=True)
class KeySet:
    hub_id: UUID
    seq: int
    issued: datetime
    expires: datetime
    keys: tuple[IssuerKey, ...]

    def key(self, kid: int) -> IssuerKey | None:
        return next((key for key in self.keys if key.kid == kid), None)


class KeySetRefusal(StrEnum):
    """Why a till does not believe a key set, in the order in which it is found out."""

    BAD_SIGNATURE = "bad_signature"
    NOT_A_KEY_SET = "not_a_key_set"
    OTHER_HUB = "other_hub"
    NOT_NEWER = "not_newer"


def canonical_json(key_set: KeySet) -> bytes:
    """Return the one spelling of a key set: sorted keys, no spaces, UTF-8, times in whole Unix seconds, keys by kid."""
    keys = [
        {
            "kid": key.kid,
            "pub": key.public_key.hex(),
            "sign_from": int(key.sign_from.timestamp()),
            "sign_until": int(key.sign_until.timestamp()),
            "verify_until": int(key.verify_until.timestamp()),
            "status": key.status.value,
        }
        for key in sorted(key_set.keys, key=lambda key: key.kid)
    ]
    document = {
        "hub_id": str(key_set.hub_id),
        "seq": key_set.seq,
        "issued": int(key_set.issued.timestamp()),
        "expires": int(key_set.expires.timestamp()),
        "keys": keys,
    }
    return json.dumps(document, sort_keys=True, separators=(",", ":")).encode()


def signed_message(document: bytes) -> bytes:
    """Return what the root key signs for a key set in its canonical JSON."""
    return _DOMAIN_SEPARATOR + document


def parse_key_set(
    document: bytes,
    *,
    signature: bytes,
    root_public_key: bytes,
    hub_id: UUID,
    known_seq: int | None,
    is_signature: SignatureCheck,
) -> KeySet | KeySetRefusal:
    """Return the key set if the root key signed exactly these bytes and it is newer than the one we hold.

    `known_seq` is the number of the set we hold; None reads back our own stored copy. A refused
    set leaves the old one in force.
    """
    message = signed_message(document)
    if len(document) > BYTES_MAX or not is_signature(public_key=root_public_key, signature=signature, message=message):
        return KeySetRefusal.BAD_SIGNATURE
    try:
        key_set = _key_set(json.loads(document))
    except (ValueError, TypeError, KeyError, RecursionError):
        return KeySetRefusal.NOT_A_KEY_SET
    if key_set.hub_id != hub_id:
        return KeySetRefusal.OTHER_HUB
    if known_seq is not None and key_set.seq <= known_seq:
        return KeySetRefusal.NOT_NEWER
    return key_set


def is_stale(key_set: KeySet, now: datetime) -> bool:
    """Whether the set is too old to release goods on it alone: a revoked key may have gone unnoticed."""
    return now - key_set.issued > STALE_AFTER or now >= key_set.expires


def _key_set(document: Any) -> KeySet:
    keys = tuple(_issuer_key(key) for key in cast("list[Any]", document["keys"]))
    if len({key.kid for key in keys}) != len(keys):
        raise ValueError("two keys share a number")
    return KeySet(
        hub_id=UUID(document["hub_id"]),
        seq=_whole(document["seq"], at_least=1, at_most=2**63 - 1),
        issued=_moment(document["issued"]),
        expires=_moment(document["expires"]),
        keys=keys,
    )


def _issuer_key(document: Any) -> IssuerKey:
    public_key = bytes.fromhex(document["pub"])
    if len(public_key) != 32:
        raise ValueError("an Ed25519 public key has 32 bytes")
    return IssuerKey(
        kid=_whole(document["kid"], at_least=1, at_most=255),
        public_key=public_key,
        sign_from=_moment(document["sign_from"]),
        sign_until=_moment(document["sign_until"]),
        verify_until=_moment(document["verify_until"]),
        status=KeyStatus(document["status"]),
    )


def _moment(unix_s: Any) -> datetime:
    return datetime.fromtimestamp(_whole(unix_s, at_least=0, at_most=_UNIX_S_MAX), UTC)


def _whole(value: Any, *, at_least: int, at_most: int) -> int:
    if type(value) is not int or not at_least <= value <= at_most:
        raise ValueError(f"not a whole number from {at_least} to {at_most}")
    return value
