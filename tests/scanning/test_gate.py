"""What the shop acts on, of all that a camera sees."""

from hypothesis import given
from hypothesis import strategies as st

from clerk_app.scanning.gate import AWAY_S, Gate
from clerk_app.scanning.readers import Code, Format

BOX = ((0.0, 0.0), (9.0, 0.0), (9.0, 9.0), (0.0, 9.0))
QR = Code(Format.QR_CODE, "pickup", BOX)
EAN = Code(Format.EAN13, "6901234567892", BOX)
OTHER_EAN = Code(Format.EAN13, "6923450657713", BOX)


def test_a_pickup_code_held_before_the_camera_acts_once() -> None:
    gate = Gate()

    acted = [code for frame in range(300) for code in gate.admit([QR], now_s=frame / 15)]

    assert acted == [QR]


def test_a_code_acts_again_after_a_second_out_of_view_but_not_before() -> None:
    gate = Gate()
    gate.admit([QR], now_s=0.0)

    assert gate.admit([QR], now_s=0.99) == []
    assert gate.admit([], now_s=1.5) == []
    assert gate.admit([QR], now_s=1.99) == [QR]


def test_a_barcode_needs_two_equal_reads_in_two_frames() -> None:
    gate = Gate()

    assert gate.admit([EAN, EAN], now_s=0.0) == []
    assert gate.admit([OTHER_EAN], now_s=0.1) == []
    assert gate.admit([EAN], now_s=0.2) == [EAN]


def test_two_equal_reads_far_apart_are_two_first_reads() -> None:
    gate = Gate()

    assert gate.admit([EAN], now_s=0.0) == []
    assert gate.admit([EAN], now_s=1.5) == []
    assert gate.admit([EAN], now_s=1.6) == [EAN]


def test_codes_side_by_side_act_each_on_its_own() -> None:
    gate = Gate()

    assert gate.admit([QR, EAN], now_s=0.0) == [QR]
    assert gate.admit([QR, EAN, OTHER_EAN], now_s=0.1) == [EAN]
    assert gate.admit([OTHER_EAN], now_s=0.2) == [OTHER_EAN]


# Steered to where things happen: gaps about the second that counts.
GAPS_S = st.one_of(st.sampled_from([0.0, 0.066, 0.5, AWAY_S - 1e-3, AWAY_S, AWAY_S + 1e-3]), st.floats(0.01, 3))
FRAMES = st.lists(st.tuples(GAPS_S, st.lists(st.sampled_from([QR, EAN, OTHER_EAN]), max_size=4)), max_size=60)


@given(FRAMES)
def test_between_two_acts_of_a_code_it_was_out_of_view_for_a_second(frames: list[tuple[float, list[Code]]]) -> None:
    gate, now_s = Gate(), 0.0
    last_seen_s: dict[Code, float] = {}
    acted: set[Code] = set()

    for gap_s, codes in frames:
        now_s += gap_s
        for code in list(acted):
            if now_s - last_seen_s[code] >= AWAY_S:
                acted.discard(code)
        for code in gate.admit(codes, now_s=now_s):
            assert code not in acted
            acted.add(code)
        last_seen_s |= dict.fromkeys(codes, now_s)


@given(FRAMES)
def test_every_pickup_code_that_comes_into_view_acts(frames: list[tuple[float, list[Code]]]) -> None:
    gate, now_s, last_s = Gate(), 0.0, float("-inf")

    for gap_s, codes in frames:
        now_s += gap_s
        acted = gate.admit(codes, now_s=now_s)
        if QR in codes:
            assert (QR in acted) == (now_s - last_s >= AWAY_S)
            last_s = now_s


@given(FRAMES)
def test_what_acts_is_in_the_frame_and_was_read_before_if_it_is_bars(frames: list[tuple[float, list[Code]]]) -> None:
    gate, now_s = Gate(), 0.0
    seen: set[Code] = set()

    for gap_s, codes in frames:
        now_s += gap_s
        acted = gate.admit(codes, now_s=now_s)
        assert len(set(acted)) == len(acted)
        assert set(acted) <= set(codes)
        assert all(code in seen for code in acted if code.format.is_linear)
        seen |= set(codes)
