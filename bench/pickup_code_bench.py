"""What a full check of a pickup code costs beside the bare verification of its signature, and classifying any text."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from uuid import UUID

from nacl.signing import VerifyKey

from bench.rows import Row, time_call, time_pair
from clerk_app.domain.codes import PickupText, classify
from clerk_app.domain.key_set import IssuerKey, KeySet, KeyStatus
from clerk_app.domain.orders import BranchNo, OrderNo
from clerk_app.domain.pickup_code import PickupCode, encode_body, encode_text, read, signed_message, why_not_here
from clerk_app.gs1 import read_gs1
from clerk_app.signing import SigningKey, verify

HUB = UUID("7f3c9a5e1b2d4c688a90d1e2f3a4b5c6")
NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
YEAR = timedelta(days=365)
BRANCH = BranchNo(12)
TIMES = 3_000

# The slowest texts that were found for each way through classify.
HOSTILE = {
    "100,000 digits": "9" * 100_000,
    "many GS1 elements": "\x1d" + "10A\x1d" * 127,
    "bracketed GS1": "(10)A" * 102,
    "Digital Link": "https://a.example/01/07032069804988?" + "&".join(f"9{n % 9 + 1}=A{n}" for n in range(60)),
    "near card numbers": ("1" * 12 + "a") * 315,
    "full-width digits": "１" * 4096,
}


def rows() -> Iterator[Row]:
    yield _full_check()
    yield _classify_worst_case()


def _full_check() -> Row:
    """Everything a till does between the text and "it is genuine, and good here": classify, read, compare."""
    key = SigningKey.from_seed(b"bench" * 6 + b"!!")
    keys = KeySet(
        HUB, 1, NOW, NOW + YEAR, (IssuerKey(1, key.public, NOW - YEAR, NOW + YEAR, NOW + YEAR, KeyStatus.ACTIVE),)
    )
    body = encode_body(_a_code())
    message = signed_message(HUB, body)
    signature = key.sign(message)
    text = encode_text(body, signature)
    loaded = VerifyKey(key.public)
    revoked = frozenset(f"{number:016x}" for number in range(10_000))

    def ours() -> None:
        scanned = classify(text, read_gs1=read_gs1)
        assert isinstance(scanned, PickupText)
        code = read(scanned.text, hub_id=HUB, keys=keys, is_signature=verify)
        assert isinstance(code, PickupCode)
        assert why_not_here(code, branch=BRANCH, now=NOW, revoked=revoked, highest_gen=1) is None

    def theirs() -> None:
        loaded.verify(message, signature)

    full, bare = time_pair(ours, theirs, times=TIMES)
    return Row(name="full check of a pickup code", value=full.median_ms, unit="ms", reference=bare.median_ms, limit=2.0)


def _classify_worst_case() -> Row:
    slowest = max(
        time_call(lambda text=text: classify(text, read_gs1=read_gs1), times=50).median_ms for text in HOSTILE.values()
    )
    return Row(name="classify, slowest hostile text", value=slowest, unit="ms", limit=5.0)


def _a_code() -> PickupCode:
    return PickupCode(
        kid=1,
        branch=BRANCH,
        pickup_id="fedcba9876543210",
        order_no=OrderNo(1000042),
        gen=1,
        issued_at=NOW - timedelta(days=1),
        expires_at=NOW + timedelta(days=7),
        lines_digest="00c0ffee",
        parcels=1,
    )
