"""Pickup codes: the order of the checks, the keys, here and now, and what the hub may issue."""

import hashlib
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clerk_app.domain.key_set import KeyStatus
from clerk_app.domain.orders import BranchNo, OrderNo
from clerk_app.domain.pickup import Refusal
from clerk_app.domain.pickup_code import (
    NotHere,
    PickupCode,
    Unreadable,
    encode_body,
    encode_text,
    lines_digest,
    why_not_here,
)
from tests.domain.published_codes import (
    END,
    KEY_1,
    KEY_2,
    KEYS,
    V1_BODY,
    V1_SIGNATURE,
    V1_TEXT,
    a_code,
    an_issuer_key,
    changed,
    read_here,
    text_of,
    with_key,
)


@pytest.mark.parametrize(
    "text",
    ["", "81", changed(V1_TEXT, 100, "٣"), changed(V1_TEXT, 100, "²"), V1_TEXT + "0", "82" + V1_TEXT[2:], "8" * 5000],
)
def test_other_texts_are_no_pickup_code(text: str) -> None:
    assert read_here(text) is Unreadable.NOT_A_PICKUP_CODE


def test_a_number_that_no_hundred_bytes_make_is_a_garbled_scan() -> None:
    digits = "81" + str(2**800)

    assert read_here(f"{digits}{98 - int(digits) * 100 % 97:02d}") is Unreadable.GARBLED


def test_every_single_wrong_digit_is_noticed() -> None:
    texts = [
        changed(V1_TEXT, place, digit) for place in range(2, 245) for digit in "0123456789" if digit != V1_TEXT[place]
    ]

    assert {read_here(text) for text in texts} == {Unreadable.GARBLED}


def test_every_swap_of_two_neighbours_is_noticed() -> None:
    swapped = {V1_TEXT[:at] + V1_TEXT[at + 1] + V1_TEXT[at] + V1_TEXT[at + 2 :] for at in range(2, 244)} - {V1_TEXT}

    assert {read_here(text) for text in swapped} == {Unreadable.GARBLED}


def test_a_newer_format_asks_for_an_update_before_any_key_is_looked_for() -> None:
    assert read_here(text_of(b"\x02\xff" + bytes.fromhex(V1_BODY)[2:])) is Unreadable.NEWER_FORMAT


def test_a_code_with_a_moving_part_is_not_accepted_without_it() -> None:
    body = bytearray.fromhex(V1_BODY)
    body[26] = 0b0010_0000

    assert read_here(text_of(bytes(body))) is Unreadable.NEWER_FORMAT


@pytest.mark.parametrize(
    ("at", "wrong"),
    [
        pytest.param(2, b"\x00\x00", id="branch 0"),
        pytest.param(22, bytes.fromhex("69248100"), id="ends when it begins"),
        pytest.param(26, b"\x40", id="reserved bit 6"),
        pytest.param(26, b"\x80", id="reserved bit 7"),
        pytest.param(28, b"\x00\x00\x00\x01", id="an amount that is not due"),
    ],
)
def test_contradicting_fields_are_refused_even_when_signed(at: int, wrong: bytes) -> None:
    body = bytearray.fromhex(V1_BODY)
    body[at : at + len(wrong)] = wrong

    assert read_here(text_of(bytes(body))) is Unreadable.BAD_FIELDS
    assert read_here(encode_text(bytes(body), b"\x01" * 64)) is Unreadable.BAD_SIGNATURE  # nothing is told before


def test_a_revoked_key_is_refused_even_with_a_right_signature() -> None:
    assert read_here(V1_TEXT, keys=with_key(status=KeyStatus.REVOKED)) is Unreadable.KEY_NOT_USABLE


def test_the_codes_of_a_retired_key_are_good_until_they_expire() -> None:
    assert isinstance(read_here(V1_TEXT, keys=with_key(status=KeyStatus.RETIRED)), PickupCode)


def test_a_key_vouches_only_for_what_it_was_allowed_to_sign() -> None:
    code = a_code()
    second = timedelta(seconds=1)

    exact = with_key(sign_from=code.issued_at, sign_until=code.issued_at + second, verify_until=code.expires_at)
    assert isinstance(read_here(V1_TEXT, keys=exact), PickupCode)
    for outside in (
        with_key(sign_from=code.issued_at + second),
        with_key(sign_until=code.issued_at),
        with_key(verify_until=code.expires_at - second),
    ):
        assert read_here(V1_TEXT, keys=outside) is Unreadable.KEY_NOT_USABLE


def test_a_key_does_not_answer_for_the_number_of_another() -> None:
    keys = replace(KEYS, keys=(an_issuer_key(1, KEY_2), an_issuer_key(2, KEY_1)))

    assert read_here(V1_TEXT, keys=keys) is Unreadable.BAD_SIGNATURE


def why_not(code: PickupCode, now: datetime, **changes: object) -> NotHere | None:
    known: dict[str, object] = {"branch": code.branch, "revoked": frozenset[str](), "highest_gen": None} | changes
    return why_not_here(code, now=now, **known)  # pyright: ignore[reportArgumentType]


def test_a_code_is_good_from_a_day_before_its_issue_until_ten_minutes_after_its_end() -> None:
    code = a_code()
    tick = timedelta(microseconds=1)
    first, end = code.issued_at - timedelta(hours=24), code.expires_at + timedelta(minutes=10)

    assert why_not(code, first - tick) is NotHere.NOT_YET_VALID
    assert why_not(code, first) is None
    assert why_not(code, end - tick) is None
    assert why_not(code, end) is NotHere.EXPIRED


def test_a_code_of_another_branch_says_so_before_anything_else() -> None:
    code = a_code()

    assert why_not(code, END, branch=BranchNo(13), revoked={code.pickup_id}) is NotHere.WRONG_BRANCH


def test_a_revoked_code_and_one_issued_anew_are_refused() -> None:
    code = a_code()

    assert why_not(code, code.issued_at, revoked={code.pickup_id}, highest_gen=2) is NotHere.REVOKED
    assert why_not(code, code.issued_at, highest_gen=2) is NotHere.SUPERSEDED
    assert why_not(code, code.issued_at, highest_gen=1) is None


def test_every_reason_about_a_code_has_its_refusal() -> None:
    assert {reason.value for reason in (*Unreadable, *NotHere)} <= {refusal.value for refusal in Refusal}


@st.composite
def codes(draw: st.DrawFn) -> PickupCode:
    issued_at = datetime.fromtimestamp(draw(st.integers(0, 2**32 - 1 - 60 * 86400)), UTC)
    amount_due_minor = draw(st.none() | st.integers(0, 2**32 - 1))
    return PickupCode(
        kid=draw(st.sampled_from([1, 2])),
        branch=BranchNo(draw(st.integers(1, 2**16 - 1))),
        pickup_id=draw(st.binary(min_size=8, max_size=8)).hex(),
        order_no=OrderNo(draw(st.integers(0, 2**40 - 1))),
        gen=draw(st.integers(0, 255)),
        issued_at=issued_at,
        expires_at=issued_at + timedelta(seconds=draw(st.integers(1, 60 * 86400))),
        lines_digest=draw(st.binary(min_size=4, max_size=4)).hex(),
        parcels=draw(st.integers(0, 255)),
        amount_due_minor=amount_due_minor or 0,
        amount_is_due=amount_due_minor is not None,
        check_id=draw(st.booleans()),
        check_age=draw(st.booleans()),
        partial_allowed=draw(st.booleans()),
        online_only=draw(st.booleans()),
    )


@given(code=codes())
def test_any_code_that_the_hub_issues_is_read_back_as_it_was(code: PickupCode) -> None:
    text = text_of(encode_body(code), key=KEY_1 if code.kid == 1 else KEY_2)

    assert len(text) == 245
    assert read_here(text) == code


@given(at=st.integers(0, 99), bit=st.integers(0, 7))
def test_no_changed_bit_with_repaired_check_digits_gets_through(at: int, bit: int) -> None:
    packed = bytearray.fromhex(V1_BODY + V1_SIGNATURE)
    packed[at] ^= 1 << bit

    assert isinstance(read_here(encode_text(bytes(packed[:36]), bytes(packed[36:]))), Unreadable)


@given(text=st.text(alphabet="0123456789", min_size=243, max_size=243).map("81".__add__) | st.text())
def test_no_text_makes_reading_fail(text: str) -> None:
    assert isinstance(read_here(text), Unreadable)


@pytest.mark.parametrize(
    "wrong",
    [
        {"branch": BranchNo(0)},
        {"kid": 0},
        {"kid": 256},
        {"order_no": OrderNo(2**40)},
        {"order_no": OrderNo(-1)},
        {"amount_due_minor": 5},
        {"pickup_id": "0123"},
        {"lines_digest": "no hex"},
        {"expires_at": datetime(2025, 11, 24, 16, tzinfo=UTC)},
        {"expires_at": datetime(2026, 1, 23, 16, 0, 1, tzinfo=UTC)},
    ],
)
def test_the_hub_signs_nothing_that_a_till_would_refuse(wrong: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"."):
        encode_body(replace(a_code(), **wrong))


def test_no_log_can_show_a_usable_code() -> None:
    shown = repr(a_code())

    assert V1_TEXT not in shown
    assert V1_SIGNATURE not in shown


def test_the_lines_digest_changes_with_the_order_and_not_with_the_order_of_its_lines() -> None:
    first, second = (1, "MB-001", 2), (2, "MB-002", 1)

    assert lines_digest([first, second]) == lines_digest([second, first])
    assert lines_digest([first, second]) != lines_digest([(1, "MB-001", 1), second])
    assert lines_digest([first]) == hashlib.sha256(b'[[1,"MB-001",2]]').hexdigest()[:8]
