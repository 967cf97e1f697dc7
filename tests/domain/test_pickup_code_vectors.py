"""Pickup codes as they are published: three that are read to the digit, and eight that must fail."""

import hashlib
from dataclasses import replace
from datetime import UTC, datetime
from uuid import UUID

import pytest

from clerk_app.domain.orders import BranchNo, OrderNo
from clerk_app.domain.pickup_code import (
    PickupCode,
    Unreadable,
    encode_body,
    encode_text,
    signed_message,
)
from clerk_app.signing import SigningKey
from tests.domain.published_codes import (
    ED25519_ORDER,
    HUB,
    KEY_1,
    KEY_2,
    KEYS,
    PUBLIC_1,
    PUBLIC_2,
    V1_BODY,
    V1_SIGNATURE,
    V1_TEXT,
    V2_BODY,
    V2_SIGNATURE,
    V2_TEXT,
    V3_BODY,
    V3_SIGNATURE,
    V3_TEXT,
    changed,
    read_here,
)

VECTORS = [
    pytest.param(KEY_1, V1_BODY, V1_SIGNATURE, V1_TEXT, id="V1"),
    pytest.param(KEY_2, V2_BODY, V2_SIGNATURE, V2_TEXT, id="V2"),
    pytest.param(KEY_1, V3_BODY, V3_SIGNATURE, V3_TEXT, id="V3"),
]


@pytest.mark.parametrize(("key", "body", "signature", "text"), VECTORS)
def test_the_published_codes_are_made_and_read_to_the_digit(
    key: SigningKey, body: str, signature: str, text: str
) -> None:
    code = read_here(text)

    assert isinstance(code, PickupCode)
    assert encode_body(code).hex() == body
    assert key.sign(signed_message(HUB, bytes.fromhex(body))).hex() == signature
    assert encode_text(bytes.fromhex(body), bytes.fromhex(signature)) == text


def test_the_published_keys_are_those_of_their_seeds() -> None:
    assert KEY_1.seed == hashlib.sha256(b"THROW-AWAY TEST KEY kid1").digest()
    assert (KEY_1.public.hex(), KEY_2.public.hex()) == (PUBLIC_1, PUBLIC_2)


def test_every_field_of_a_code_is_told() -> None:
    assert read_here(V2_TEXT) == PickupCode(
        kid=2,
        branch=BranchNo(412),
        pickup_id="fedcba9876543210",
        order_no=OrderNo(987654321),
        gen=2,
        issued_at=datetime(2025, 11, 25, 16, tzinfo=UTC),
        expires_at=datetime(2025, 12, 2, 16, tzinfo=UTC),
        lines_digest="00c0ffee",
        parcels=3,
        amount_due_minor=1999,
        amount_is_due=True,
        check_id=True,
    )


def test_the_largest_code_is_for_online_release_only() -> None:
    code = read_here(V3_TEXT)

    assert isinstance(code, PickupCode)
    assert (code.online_only, code.amount_is_due, code.check_id) == (True, True, False)
    assert (code.order_no, code.branch, code.gen) == (2**40 - 1, 2**16 - 1, 255)


def test_a_changed_digit_is_a_garbled_scan() -> None:
    assert read_here(changed(V1_TEXT, 100, str((int(V1_TEXT[100]) + 1) % 10))) is Unreadable.GARBLED


def test_a_lost_digit_makes_it_no_pickup_code() -> None:
    assert read_here(V1_TEXT[:50] + V1_TEXT[51:]) is Unreadable.NOT_A_PICKUP_CODE


def test_two_swapped_digits_are_a_garbled_scan() -> None:
    swapped = V1_TEXT[:60] + V1_TEXT[61] + V1_TEXT[60] + V1_TEXT[62:]

    assert swapped != V1_TEXT
    assert read_here(swapped) is Unreadable.GARBLED


def test_another_branch_cannot_be_written_into_a_code() -> None:
    body = bytes.fromhex(V1_BODY.replace("0101000c", "0101000d"))

    assert read_here(encode_text(body, bytes.fromhex(V1_SIGNATURE))) is Unreadable.BAD_SIGNATURE


def test_a_code_of_another_chain_is_not_ours() -> None:
    assert read_here(V1_TEXT, hub_id=UUID(int=0)) is Unreadable.BAD_SIGNATURE


def test_a_code_of_a_key_that_we_were_not_told_of_is_refused() -> None:
    assert read_here(V2_TEXT, keys=replace(KEYS, keys=KEYS.keys[:1])) is Unreadable.UNKNOWN_KEY


def test_a_signature_with_the_group_order_added_is_refused() -> None:
    signature = bytes.fromhex(V1_SIGNATURE)
    malleated = int.from_bytes(signature[32:], "little") + ED25519_ORDER
    text = encode_text(bytes.fromhex(V1_BODY), signature[:32] + malleated.to_bytes(32, "little"))

    assert read_here(text) is Unreadable.BAD_SIGNATURE


def test_a_line_end_is_not_part_of_a_code() -> None:
    assert read_here(V1_TEXT + "\n") is Unreadable.NOT_A_PICKUP_CODE
