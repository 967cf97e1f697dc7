"""The pickup code: what the customer's QR says, and whether our hub said it.

A code proves, without a network, that our hub issued it for one branch. It never
proves "not yet collected": that is the ledger's and the hub's to say. The format is
written down in docs/pickup-code.md, which stands on its own.
"""

import hashlib
import json
import struct
from collections.abc import Container, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import Final
from uuid import UUID

from clerk_app.domain.key_set import IssuerKey, KeySet, KeyStatus, SignatureCheck
from clerk_app.domain.orders import BranchNo, OrderNo

FORMAT: Final = 1
BODY_BYTES: Final = 36
SIGNATURE_BYTES: Final = 64
PREFIX: Final = "81"
NUMBER_DIGITS: Final = 241
TEXT_DIGITS: Final = len(PREFIX) + NUMBER_DIGITS + 2

VALIDITY_MAX: Final = timedelta(days=60)
"""The hub issues no code that is good for longer."""
EARLY_TOLERANCE: Final = timedelta(hours=24)
"""A code may be this much younger than the till's clock believes possible."""
EXPIRY_TOLERANCE: Final = timedelta(minutes=10)

_DOMAIN_SEPARATOR: Final = b"till.pickup-code.v1\x00"
_BODY: Final = struct.Struct(">BBH8s5sBIIBBI4s")
_AMOUNT_IS_DUE, _CHECK_ID, _CHECK_AGE, _PARTIAL, _ONLINE_ONLY, _ROTATING = (1 << bit for bit in range(6))
_RESERVED: Final = 0b1100_0000


@dataclass(frozen=True, slots=True)
class PickupCode:
    """What one code says. It keeps neither text nor signature, so that no log can show a usable code."""

    kid: int
    branch: BranchNo
    pickup_id: str
    """16 lower-case hexadecimal digits; new for every issue, so it is what a replay and a revocation are known by."""
    order_no: OrderNo
    gen: int
    issued_at: datetime
    expires_at: datetime
    lines_digest: str
    """lines_digest() of the order as it was issued: a hint that the order has changed since, not a protection."""
    parcels: int = 0
    """0 = unknown."""
    amount_due_minor: int = 0
    amount_is_due: bool = False
    check_id: bool = False
    check_age: bool = False
    partial_allowed: bool = False
    online_only: bool = False


class Unreadable(StrEnum):
    """Why a text is no pickup code of our hub, in the order in which it is found out."""

    NOT_A_PICKUP_CODE = "not_a_pickup_code"
    GARBLED = "garbled"
    NEWER_FORMAT = "newer_format"
    UNKNOWN_KEY = "unknown_key"
    KEY_NOT_USABLE = "key_not_usable"
    BAD_SIGNATURE = "bad_signature"
    BAD_FIELDS = "bad_fields"


class NotHere(StrEnum):
    """Why a code that our hub did issue is not good at this branch, or not now."""

    WRONG_BRANCH = "wrong_branch"
    NOT_YET_VALID = "not_yet_valid"
    EXPIRED = "expired"
    REVOKED = "revoked"
    SUPERSEDED = "superseded"


def read(text: str, *, hub_id: UUID, keys: KeySet, is_signature: SignatureCheck) -> PickupCode | Unreadable:
    """Return what the code says if our hub signed it, else the first reason to doubt it.

    The text is taken as it is: a caller that wants to forgive a scanner's line end removes it before.
    """
    packed = _unpacked_text(text)
    if isinstance(packed, Unreadable):
        return packed
    body, signature = packed[:BODY_BYTES], packed[BODY_BYTES:]
    if body[0] != FORMAT:
        return Unreadable.NEWER_FORMAT
    key = keys.key(body[1])
    if key is None:
        return Unreadable.UNKNOWN_KEY
    if key.status is KeyStatus.REVOKED:
        return Unreadable.KEY_NOT_USABLE
    message = signed_message(hub_id, body)
    if not is_signature(public_key=key.public_key, signature=signature, message=message):
        return Unreadable.BAD_SIGNATURE
    return _trusted_fields(body, key)


def why_not_here(
    code: PickupCode,
    *,
    branch: BranchNo,
    now: datetime,
    revoked: Container[str],
    highest_gen: int | None,
    skew: timedelta = EXPIRY_TOLERANCE,
) -> NotHere | None:
    """Return why a code that `read` accepted is not good at this branch now, or None.

    `now` is trusted time (trusted_time.py), `revoked` holds pickup ids, and `highest_gen` is
    the highest issue of this order that we know of. Whether it was already collected is the ledger's to say.
    """
    if code.branch != branch:
        return NotHere.WRONG_BRANCH
    if now < code.issued_at - EARLY_TOLERANCE:
        return NotHere.NOT_YET_VALID
    if now >= code.expires_at + skew:
        return NotHere.EXPIRED
    if code.pickup_id in revoked:
        return NotHere.REVOKED
    if highest_gen is not None and code.gen < highest_gen:
        return NotHere.SUPERSEDED
    return None


def encode_body(code: PickupCode) -> bytes:
    """Return the 36 bytes that are signed.

    Raises ValueError for what `read` would refuse: the hub never signs a code that no till accepts.
    """
    if code.expires_at - code.issued_at > VALIDITY_MAX:
        raise ValueError(f"a pickup code is good for {VALIDITY_MAX.days} days at most")
    pickup_id, digest = bytes.fromhex(code.pickup_id), bytes.fromhex(code.lines_digest)
    if len(pickup_id) != 8 or len(digest) != 4:
        raise ValueError("a pickup id has 16 hexadecimal digits, a lines digest 8")
    try:
        body = _BODY.pack(
            FORMAT,
            code.kid,
            code.branch,
            pickup_id,
            code.order_no.to_bytes(5, "big"),
            code.gen,
            int(code.issued_at.timestamp()),
            int(code.expires_at.timestamp()),
            _flags(code),
            code.parcels,
            code.amount_due_minor,
            digest,
        )
    except (struct.error, OverflowError) as error:
        raise ValueError("a field is larger than a pickup code can hold") from error
    if code.kid == 0 or _why_bad(body) is not None:
        raise ValueError("the fields of this pickup code contradict each other")
    return body


def encode_text(body: bytes, signature: bytes) -> str:
    """Return the 245 digits of the QR; print it in numeric mode, level M, which makes version 6."""
    if len(body) != BODY_BYTES or len(signature) != SIGNATURE_BYTES:
        raise ValueError(f"a pickup code has {BODY_BYTES} bytes and a signature of {SIGNATURE_BYTES}")
    number = int.from_bytes(body + signature, "big")
    digits = f"{PREFIX}{number:0{NUMBER_DIGITS}d}"
    return f"{digits}{98 - int(digits) * 100 % 97:02d}"


def signed_message(hub_id: UUID, body: bytes) -> bytes:
    """Return what the issuer key signs; the hub's id in it binds every code to one chain without being in the code."""
    return _DOMAIN_SEPARATOR + hub_id.bytes + body


def issued_at(text: str) -> datetime:
    """Return when one of our own codes was issued: for whoever made it, since its signature is not looked at."""
    raw = _unpacked_text(text)
    assert not isinstance(raw, Unreadable), "whoever made it kept it whole"
    return datetime.fromtimestamp(_BODY.unpack(raw[:BODY_BYTES])[6], UTC)


def has_shape(text: str) -> bool:
    """Whether a text could be a pickup code at all: 245 ASCII digits that begin with 81."""
    return len(text) == TEXT_DIGITS and text.isascii() and text.isdigit() and text.startswith(PREFIX)


def lines_digest(lines: Iterable[tuple[int, str, int]]) -> str:
    """Return 8 hexadecimal digits that change when the order does; each line is (line number, SKU, quantity)."""
    canonical = json.dumps(sorted(lines), ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).digest()[:4].hex()


def _unpacked_text(text: str) -> bytes | Unreadable:
    if not has_shape(text):
        return Unreadable.NOT_A_PICKUP_CODE
    if int(text) % 97 != 1:
        return Unreadable.GARBLED
    number = int(text[len(PREFIX) : -2])
    if number.bit_length() > 8 * (BODY_BYTES + SIGNATURE_BYTES):
        return Unreadable.GARBLED  # no 100 bytes make this number, so it was misread, and the check digits hit by luck
    return number.to_bytes(BODY_BYTES + SIGNATURE_BYTES, "big")


def _trusted_fields(body: bytes, key: IssuerKey) -> PickupCode | Unreadable:
    why_bad = _why_bad(body)
    if why_bad is not None:
        return why_bad
    _, kid, branch, pickup_id, order_no, gen, issued_s, expires_s, flags, parcels, amount_due_minor, digest = (
        _BODY.unpack(body)
    )
    code = PickupCode(
        kid=kid,
        branch=BranchNo(branch),
        pickup_id=pickup_id.hex(),
        order_no=OrderNo(int.from_bytes(order_no, "big")),
        gen=gen,
        issued_at=datetime.fromtimestamp(issued_s, UTC),
        expires_at=datetime.fromtimestamp(expires_s, UTC),
        lines_digest=digest.hex(),
        parcels=parcels,
        amount_due_minor=amount_due_minor,
        amount_is_due=bool(flags & _AMOUNT_IS_DUE),
        check_id=bool(flags & _CHECK_ID),
        check_age=bool(flags & _CHECK_AGE),
        partial_allowed=bool(flags & _PARTIAL),
        online_only=bool(flags & _ONLINE_ONLY),
    )
    if not key.vouches_for(issued_at=code.issued_at, expires_at=code.expires_at):
        return Unreadable.KEY_NOT_USABLE
    return code


def _why_bad(body: bytes) -> Unreadable | None:
    _, _, branch, _, _, _, issued_s, expires_s, flags, _, amount_due_minor, _ = _BODY.unpack(body)
    if flags & _RESERVED or branch == 0 or issued_s >= expires_s:
        return Unreadable.BAD_FIELDS
    if amount_due_minor and not flags & _AMOUNT_IS_DUE:
        return Unreadable.BAD_FIELDS
    if flags & _ROTATING:
        return Unreadable.NEWER_FORMAT  # it promises a moving part that we cannot check: a photograph of it would pass
    return None


def _flags(code: PickupCode) -> int:
    named = (
        (code.amount_is_due, _AMOUNT_IS_DUE),
        (code.check_id, _CHECK_ID),
        (code.check_age, _CHECK_AGE),
        (code.partial_allowed, _PARTIAL),
        (code.online_only, _ONLINE_ONLY),
    )
    return sum(bit for is_set, bit in named if is_set)
