"""The hub's keys: a root that vouches for the issuer keys, and the issuer keys that sign pickup codes.

They live in one file that only its owner may read, never in the database. Whoever changes
it holds the write lock of the global scope, and tells the new key set to the feed.
"""

import base64
import hmac
import json
import os
import secrets
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

from nacl import signing
from nacl.exceptions import BadSignatureError, CryptoError
from nacl.public import SealedBox

from clerk_app.domain.key_set import IssuerKey, KeySet, KeyStatus, canonical_json, signed_message
from clerk_app.domain.pickup_code import VALIDITY_MAX

SIGNS_FOR = timedelta(days=90)
PUBLISHED_EARLY = timedelta(days=14)
KEY_SET_LASTS = timedelta(days=30)
RESIGNED_AFTER = timedelta(days=1)
FILE_NAME = "hub-keys.json"
SEQS_OF_AN_EPOCH = 1_000_000
"""More than a hub signs key sets between two restores, at one a day."""
KIDS_LEFT_OUT = 16


@dataclass(frozen=True, slots=True)
class Issuer:
    """An issuer key with its private half."""

    key: IssuerKey
    seed: bytes = field(repr=False)

    def sign(self, message: bytes) -> bytes:
        return _private(self.seed).sign(message).signature


@dataclass(frozen=True, slots=True)
class Keys:
    """All keys of a hub. A change makes a new value with a higher `seq`."""

    hub_id: UUID
    root_seed: bytes = field(repr=False)
    seq: int
    issued: datetime
    issuers: tuple[Issuer, ...]

    @property
    def root_public_key(self) -> bytes:
        return _public_of(self.root_seed)

    def sign_as_root(self, message: bytes) -> bytes:
        return _private(self.root_seed).sign(message).signature

    def drawn_for(self, *what: object) -> bytes:
        """32 bytes that nobody else can guess, the same each time: also when the hub was put back meanwhile."""
        return hmac.digest(self.root_seed, "\0".join(("clerk.hub.draw", *map(str, what))).encode(), "sha256")

    def signer(self, now: datetime) -> Issuer:
        """The key that signs now: of those whose time it is, the one that came last."""
        fit = [it for it in self.issuers if it.key.sign_from <= now < it.key.sign_until and _is_active(it)]
        assert fit, "renewed() leaves no moment without a key"
        return max(fit, key=lambda it: it.key.sign_from)


def new_keys(now: datetime) -> Keys:
    """The keys of a new hub."""
    now = _second(now)
    return renewed(Keys(uuid4(), secrets.token_bytes(32), 0, now, ()), now)


def renewed(keys: Keys, now: datetime) -> Keys:
    """Add the key that follows when its time comes near, drop those that no code can name any more, sign the set anew.

    Returns the same keys when nothing is to be done.
    """
    now = _second(now)
    issuers = tuple(it for it in keys.issuers if it.key.verify_until > now)
    signs_until = max((it.key.sign_until for it in issuers if _is_active(it)), default=now)
    if not any(it.key.sign_from <= now < it.key.sign_until and _is_active(it) for it in issuers):
        issuers = (*issuers, _new_issuer(issuers, sign_from=now, seq=keys.seq))
    elif signs_until < now + PUBLISHED_EARLY + RESIGNED_AFTER:
        issuers = (*issuers, _new_issuer(issuers, sign_from=signs_until, seq=keys.seq))
    if issuers == keys.issuers and now - keys.issued < RESIGNED_AFTER:
        return keys
    return replace(keys, seq=keys.seq + 1, issued=now, issuers=issuers)


def rotated(keys: Keys, now: datetime, *, at_once: bool) -> Keys:
    """Put a new key in the place of the one that signs: in 14 days, so that every till knows it by then, or at once."""
    now = _second(now)
    change = now + (timedelta(seconds=1) if at_once else PUBLISHED_EARLY)  # what was signed this second stays good
    ended = tuple(_ended(it, change) for it in keys.issuers if it.key.sign_from < change or not _is_active(it))
    fresh = _new_issuer(ended, sign_from=change, seq=keys.seq)
    return replace(keys, seq=keys.seq + 1, issued=now, issuers=(*ended, fresh))


def without(keys: Keys, kid: int, now: datetime) -> Keys:
    """Revoke a key that somebody else may have. Tills refuse its codes offline from the next sync on."""
    now = _second(now)
    issuers = tuple(
        replace(it, key=replace(it.key, status=KeyStatus.REVOKED)) if it.key.kid == kid else it for it in keys.issuers
    )
    return renewed(replace(keys, seq=keys.seq + 1, issued=now, issuers=issuers), now)


def put_back(keys: Keys, *, epoch: int) -> Keys:
    """The keys of a backup, for a hub that goes on with them in this epoch. Tills take only a set with a higher number
    than theirs, and theirs may be of long after the backup: so numbers go on where no lost set can have been.
    """
    return replace(keys, seq=max(keys.seq, epoch * SEQS_OF_AN_EPOCH) + 1)


def signed_key_set(keys: Keys) -> dict[str, Any]:
    """The key set as tills get it: `{"key_set": …, "signature": …}`, signed by the root key."""
    key_set = KeySet(
        keys.hub_id, keys.seq, keys.issued, keys.issued + KEY_SET_LASTS, tuple(i.key for i in keys.issuers)
    )
    document = canonical_json(key_set)
    signature = keys.sign_as_root(signed_message(document))
    return {"key_set": json.loads(document), "signature": b64u(signature)}


class KeyFile:
    """The file of the keys. Another process may have changed it, so it is looked at before each use."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._path = folder / FILE_NAME
        self._stamp: tuple[int, int] | None = None
        self._keys: Keys | None = None

    def read(self) -> Keys | None:
        """The keys as they stand now, or None for a new hub."""
        try:
            stat = self._path.stat()
        except FileNotFoundError:
            return None
        stamp = (stat.st_mtime_ns, stat.st_ino)
        if stamp != self._stamp or self._keys is None:
            self._keys = keys_of_document(self._path.read_text())
            self._stamp = stamp
        return self._keys

    def write(self, keys: Keys) -> None:
        self._path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        side = self._path.with_suffix(".part")
        side.unlink(missing_ok=True)
        with os.fdopen(os.open(side, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(document_of(keys))
            file.flush()
            os.fsync(file.fileno())
        side.replace(self._path)
        sync_folder(self.folder)  # or a power cut brings the old ones back, while tills have the new


def sync_folder(folder: Path) -> None:
    """A name is on the disk only when its folder is. Windows has no such call, and needs none."""
    if os.name != "posix":
        return
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)


def document_of(keys: Keys) -> str:
    """The keys as their file holds them, private halves included."""
    return json.dumps(_json_of(keys))


def keys_of_document(document: str) -> Keys:
    return _keys_of(json.loads(document))


def is_signature(*, public_key: bytes, signature: bytes, message: bytes) -> bool:
    """Whether the holder of this 32-byte key made this signature."""
    try:
        _loaded(public_key).verify(message, signature)
    except (BadSignatureError, ValueError):
        return False
    return True


def opened(keys: Keys, box: bytes) -> bytes:
    """What was sealed for this hub's root key. Raises ValueError for any other box, and for a damaged one."""
    private = _private(keys.root_seed).to_curve25519_private_key()
    try:
        return SealedBox(private).decrypt(box)
    except (CryptoError, TypeError) as error:
        raise ValueError("sealed for another key, or damaged") from error


def b64u(raw: bytes) -> str:
    """base64url without padding: how bytes travel in JSON."""
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


def from_b64u(text: str) -> bytes:
    """Raises ValueError for what is not base64url."""
    return base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)


def _is_active(issuer: Issuer) -> bool:
    return issuer.key.status is KeyStatus.ACTIVE


def _ended(issuer: Issuer, at: datetime) -> Issuer:
    if not _is_active(issuer) or issuer.key.sign_until <= at:
        return issuer
    return replace(issuer, key=replace(issuer.key, sign_until=at))


def _new_issuer(others: tuple[Issuer, ...], *, sign_from: datetime, seq: int) -> Issuer:
    """`seq` is of the set that it joins. Where that hub was put back, it leaves numbers out: keys that were made after
    the backup have them, and a code of such a key must be one of an unknown key, not a forged one.
    """
    seed = secrets.token_bytes(32)
    taken = {it.key.kid for it in others}
    last = max(others, key=lambda it: it.key.sign_from).key.kid if others else 0
    last += KIDS_LEFT_OUT * (seq // SEQS_OF_AN_EPOCH)
    kid = next(kid for kid in ((last + step) % 255 + 1 for step in range(255)) if kid not in taken)
    until = sign_from + SIGNS_FOR
    key = IssuerKey(kid, _public_of(seed), sign_from, until, until + VALIDITY_MAX, KeyStatus.ACTIVE)
    return Issuer(key, seed)


def _second(at: datetime) -> datetime:
    return at.astimezone(UTC).replace(microsecond=0)


def _json_of(keys: Keys) -> dict[str, Any]:
    issuers = [
        {
            "kid": it.key.kid,
            "seed": it.seed.hex(),
            "sign_from": int(it.key.sign_from.timestamp()),
            "sign_until": int(it.key.sign_until.timestamp()),
            "verify_until": int(it.key.verify_until.timestamp()),
            "status": it.key.status.value,
        }
        for it in keys.issuers
    ]
    issued = int(keys.issued.timestamp())
    root = keys.root_seed.hex()
    return {"hub_id": str(keys.hub_id), "root": root, "seq": keys.seq, "issued": issued, "issuers": issuers}


def _keys_of(document: dict[str, Any]) -> Keys:
    def moment(unix_s: int) -> datetime:
        return datetime.fromtimestamp(unix_s, UTC)

    issuers = tuple(
        Issuer(
            IssuerKey(
                kid=row["kid"],
                public_key=_public_of(bytes.fromhex(row["seed"])),
                sign_from=moment(row["sign_from"]),
                sign_until=moment(row["sign_until"]),
                verify_until=moment(row["verify_until"]),
                status=KeyStatus(row["status"]),
            ),
            bytes.fromhex(row["seed"]),
        )
        for row in document["issuers"]
    )
    root = bytes.fromhex(document["root"])
    return Keys(UUID(document["hub_id"]), root, document["seq"], moment(document["issued"]), issuers)


@lru_cache(maxsize=16)
def _private(seed: bytes) -> signing.SigningKey:
    return signing.SigningKey(seed)


def _public_of(seed: bytes) -> bytes:
    return bytes(_private(seed).verify_key)


@lru_cache(maxsize=4096)
def _loaded(public_key: bytes) -> signing.VerifyKey:
    return signing.VerifyKey(public_key)
