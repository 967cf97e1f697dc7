"""Pickup codes: the three published vectors, what must be refused, and the order of the checks."""

import hashlib
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clerk_app.domain.key_set import IssuerKey, KeySet, KeyStatus
from clerk_app.domain.orders import BranchNo, OrderNo
from clerk_app.domain.pickup import Refusal
from clerk_app.domain.pickup_code import (
    NotHere,
    PickupCode,
    Unreadable,
    encode_body,
    encode_text,
    lines_digest,
    read,
    signed_message,
    why_not_here,
)
from clerk_app.signing import SigningKey, verify

HUB = UUID("7f3c9a5e1b2d4c688a90d1e2f3a4b5c6")
BEGINNING = datetime(1970, 1, 1, tzinfo=UTC)
END = datetime(2106, 2, 7, 6, 28, 15, tzinfo=UTC)
ED25519_ORDER = 2**252 + 27742317777372353535851937790883648493

KEY_1 = SigningKey.from_seed(bytes.fromhex("409d14cca1645d0ceb40c0668583e22f8cad348a2c2da4cf7aaca3db20e43478"))
KEY_2 = SigningKey.from_seed(bytes.fromhex("f79cea6ee8ed3c0b57ceeffe60a278e8df3821e2d11dbe44a7376250dde2e6cb"))
PUBLIC_1 = "5091d5e4604e9216186e95377582461a71877a2cd9e22379557197f08d17a081"
PUBLIC_2 = "aba3ef90410a50c52e327dba8fda7aff5d8b903663ad1f2991c0b018aee58947"

V1_BODY = "0101000c0123456789abcdef00000f426a0169248100692dbb80000100000000deadbeef"
V1_SIGNATURE = (
    "567f44d3d92047c174a5afa1fcba175736c222130a8f980dcfcb7fa94118cfa2"
    "cb097d8ba5adfd39afa41b22aacf2e34264abeadfc008c6fc3453011920bc207"
)
V1_TEXT = (
    "8100261486958412511380376309393199742652784867305031194534675645609810505528338149950243852771517300648124142991342"
    "6540395091457310881716324749135343180061085786317035646397649391817747749274838172084345835872321195660131722160660"
    "600803582003973"
)
V2_BODY = "0102019cfedcba9876543210003ade68b1026925d280692f0d000303000007cf00c0ffee"
V2_SIGNATURE = (
    "14febb39250117f5d9166dae63529773e86194aebf378eea81db51d56b9644d9"
    "f3dd9fb44411643d40677d881cbd1ba6f3bd98bb02c6a4a9d0d13ff6145e5c0e"
)
V2_TEXT = (
    "8100262510642129030090622371115864992957022617477061926746839725142825711905266044332563755292972466628406547070210"
    "8078184671845793367124940899176723742585505426882795062297269859827774249346409409318871671027020190065839121841552"
    "194890461083083"
)
V3_BODY = "0101fffffffffffffffffffffffffffffffffffeae7fffffffff11ffffffffffffffffff"
V3_SIGNATURE = (
    "fd89f6bd5d938fa4a1238b8f8892fb10c921827ee882a425bccf1a1b8ad2f36d"
    "408baf9f086e4ab21282fe676249ef91774dd962563780ffbd6f5a6a97d01a09"
)
V3_TEXT = (
    "8100262504230298309692796722680970166704050193427545670995486400735620089567100238003239238671706883977774322842348"
    "1665775154628171718995695011501496922440898160675038797363317566133239228772504240653372501959190668236736365966676"
    "326281747508152"
)
VECTORS = [
    pytest.param(KEY_1, V1_BODY, V1_SIGNATURE, V1_TEXT, id="V1"),
    pytest.param(KEY_2, V2_BODY, V2_SIGNATURE, V2_TEXT, id="V2"),
    pytest.param(KEY_1, V3_BODY, V3_SIGNATURE, V3_TEXT, id="V3"),
]


def an_issuer_key(kid: int, key: SigningKey) -> IssuerKey:
    return IssuerKey(kid, key.public, BEGINNING, END, END, KeyStatus.ACTIVE)


KEYS = KeySet(HUB, 1, BEGINNING, END, (an_issuer_key(1, KEY_1), an_issuer_key(2, KEY_2)))


def a_code() -> PickupCode:
    code = read_here(V1_TEXT)
    assert isinstance(code, PickupCode)
    return code


def read_here(text: str, *, hub_id: UUID = HUB, keys: KeySet = KEYS) -> PickupCode | Unreadable:
    return read(text, hub_id=hub_id, keys=keys, is_signature=verify)


def text_of(body: bytes, *, hub_id: UUID = HUB, key: SigningKey = KEY_1) -> str:
    return encode_text(body, key.sign(signed_message(hub_id, body)))


def with_key(**changes: object) -> KeySet:
    return replace(KEYS, keys=(replace(KEYS.keys[0], **changes), KEYS.keys[1]))


def changed(text: str, place: int, digit: str) -> str:
    return text[:place] + digit + text[place + 1 :]


# ----------------------------------------------------------------------------------------------- the vectors


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


# ----------------------------------------------------------------------------------- what is no code of ours


@pytest.mark.parametrize(
    "text", ["", "81", V1_TEXT.replace("8", "٨", 1), V1_TEXT + "0", "82" + V1_TEXT[2:], "8" * 5000]
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


# ------------------------------------------------------------------------------------------------- the keys


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


# ----------------------------------------------------------------------------------------- here, and now


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


# ------------------------------------------------------------------------------------------------ issuing


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
