"""Key sets: only what the root key signed, for this hub, and newer than what we hold."""

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clerk_app.domain.key_set import (
    IssuerKey,
    KeySet,
    KeySetRefusal,
    KeyStatus,
    canonical_json,
    is_stale,
    parse_key_set,
    signed_message,
)
from clerk_app.signing import SigningKey, verify

HUB = UUID("7f3c9a5e1b2d4c688a90d1e2f3a4b5c6")
ROOT = SigningKey.from_seed(b"r" * 32)
ISSUED = datetime(2026, 11, 1, tzinfo=UTC)
DAY = timedelta(days=1)


def a_key_set(seq: int = 7) -> KeySet:
    keys = tuple(
        IssuerKey(kid, bytes([kid]) * 32, ISSUED, ISSUED + 90 * DAY, ISSUED + 151 * DAY, status)
        for kid, status in ((1, KeyStatus.REVOKED), (2, KeyStatus.RETIRED), (3, KeyStatus.ACTIVE))
    )
    return KeySet(HUB, seq, ISSUED, ISSUED + 45 * DAY, keys)


def parsed(
    document: bytes, *, root: SigningKey = ROOT, hub_id: UUID = HUB, known_seq: int | None = None
) -> KeySet | KeySetRefusal:
    return parse_key_set(
        document,
        signature=root.sign(signed_message(document)),
        root_public_key=ROOT.public,
        hub_id=hub_id,
        known_seq=known_seq,
        is_signature=verify,
    )


def test_a_key_set_is_read_back_as_the_hub_made_it() -> None:
    assert parsed(canonical_json(a_key_set())) == a_key_set()


def test_a_key_set_has_one_spelling() -> None:
    key_set = a_key_set()
    document = canonical_json(replace(key_set, keys=key_set.keys[::-1]))

    assert document == canonical_json(key_set)
    assert document == json.dumps(json.loads(document), sort_keys=True, separators=(",", ":")).encode()
    assert json.loads(document)["issued"] == 1793491200


def test_only_the_root_key_is_believed() -> None:
    document = canonical_json(a_key_set())

    assert parsed(document, root=SigningKey.from_seed(b"x" * 32)) is KeySetRefusal.BAD_SIGNATURE


def test_a_root_signature_of_something_else_is_no_key_set() -> None:
    document = canonical_json(a_key_set())

    answer = parse_key_set(
        document,
        signature=ROOT.sign(document),  # without the words that say what is signed
        root_public_key=ROOT.public,
        hub_id=HUB,
        known_seq=None,
        is_signature=verify,
    )

    assert answer is KeySetRefusal.BAD_SIGNATURE


def test_the_key_set_of_another_hub_is_refused() -> None:
    assert parsed(canonical_json(a_key_set()), hub_id=UUID(int=1)) is KeySetRefusal.OTHER_HUB


@pytest.mark.parametrize(("known_seq", "is_taken"), [(6, True), (7, False), (8, False)])
def test_only_a_newer_key_set_is_taken(known_seq: int, is_taken: bool) -> None:
    answer = parsed(canonical_json(a_key_set(seq=7)), known_seq=known_seq)

    assert (answer is not KeySetRefusal.NOT_NEWER) == is_taken


def changed(**fields: Any) -> bytes:
    return json.dumps(json.loads(canonical_json(a_key_set())) | fields).encode()


def with_first_key(**fields: Any) -> bytes:
    keys = json.loads(canonical_json(a_key_set()))["keys"]
    return changed(keys=[keys[0] | fields, *keys[1:]])


@pytest.mark.parametrize(
    "document",
    [
        b"",
        b"{}",
        b"[]",
        b"null",
        b"\xff\xfe",
        b"[" * 100_000,
        changed(seq=0),
        changed(seq="7"),
        changed(seq=True),
        changed(issued=10**30),
        changed(issued=1.5),
        changed(hub_id="no uuid"),
        changed(keys=None),
        changed(keys=[1]),
        with_first_key(kid=0),
        with_first_key(kid=256),
        with_first_key(kid=2),
        with_first_key(pub="00"),
        with_first_key(pub="zz" * 32),
        with_first_key(status="lost"),
    ],
)
def test_nonsense_is_refused_even_when_the_root_key_signed_it(document: bytes) -> None:
    assert parsed(document) is KeySetRefusal.NOT_A_KEY_SET


def test_a_newer_hub_may_say_more() -> None:
    assert parsed(changed(motto="later")) == a_key_set()


@given(document=st.binary())
def test_no_bytes_make_parsing_fail(document: bytes) -> None:
    assert isinstance(parsed(document), KeySetRefusal)


def test_a_key_set_goes_stale_after_thirty_days_or_when_it_expires() -> None:
    key_set = a_key_set()

    assert not is_stale(key_set, ISSUED + 30 * DAY)
    assert is_stale(key_set, ISSUED + 30 * DAY + timedelta(seconds=1))
    assert is_stale(replace(key_set, expires=ISSUED + DAY), ISSUED + DAY)
