"""Pictures with codes, real and drawn, and what is read from them."""

import sys
from collections import Counter

import cv2
import numpy as np
import pytest
import zxingcpp
from cv2.typing import MatLike
from hypothesis import given
from hypothesis import strategies as st

from bench.photographs import SECOND_CODES
from clerk_app.scanning.decoder import Code, Format, Votes, decode
from clerk_app.scanning.looks import FAST, RESCUES, THOROUGH, Look, look_at
from clerk_app.scanning.pictures import read_image
from clerk_app.scanning.readers import loaded_zbar, read_with_zbar, zbar_available
from tests.scanning.scenes import all_photographs, bars_picture, busy_counter, laid_on, qr_picture

PICKUP_CODE = "81" + "0261486958412511380376309393199742" * 7 + "00000"


def test_the_promised_share_of_photographs_is_read_and_nothing_is_invented() -> None:
    """Thirteen photographs without a known code show a Data Matrix, as their makers named them: it may be read."""
    right, there = Counter[str](), Counter[str]()
    invented: list[tuple[str, str]] = []
    for photograph in all_photographs():
        codes = decode(read_image(photograph.path))
        if photograph.format is None:
            invented += [
                (photograph.origin, code.text)
                for code in codes
                if not (photograph.shows_data_matrix and code.format is Format.DATA_MATRIX)
            ]
            continue
        kind = "QR" if photograph.format == "QRCode" else "1-D"
        there[kind] += 1
        right[kind] += any(code.format == photograph.format and code.text in photograph.texts for code in codes)
        invented += [
            (photograph.origin, code.text) for code in codes if code.text not in photograph.texts | SECOND_CODES
        ]

    assert invented == []
    assert right["QR"] / there["QR"] >= 0.947
    assert right["1-D"] / there["1-D"] >= 0.87


@pytest.mark.parametrize("size_px", [230, 320, 520])
@pytest.mark.parametrize("blur", [0.0, 1.0])
@pytest.mark.parametrize("tilt", [0.0, 0.12, 0.2])
def test_a_pickup_code_is_read_at_an_angle_on_a_busy_counter(size_px: int, blur: float, tilt: float) -> None:
    left, top, skew = 400, 120, tilt * size_px
    corners: list[tuple[float, float]] = [
        (left + skew, top),
        (left + size_px, top + skew / 2),
        (left + size_px - skew, top + size_px),
        (left, top + size_px - skew / 2),
    ]
    scene = laid_on(busy_counter(), qr_picture(PICKUP_CODE), corners=corners, blur=blur)

    codes = decode(scene)

    assert [(code.format, code.text) for code in codes] == [(Format.QR_CODE, PICKUP_CODE)]
    for x, y in codes[0].corners:
        assert left - 5 <= x <= left + size_px + 5
        assert top - 5 <= y <= top + size_px + 5


@pytest.mark.parametrize(
    ("kind", "text", "format_"),
    [
        (zxingcpp.BarcodeFormat.EAN13, "6901234567892", Format.EAN13),
        (zxingcpp.BarcodeFormat.EAN8, "96385074", Format.EAN8),
        (zxingcpp.BarcodeFormat.UPCA, "036000291452", Format.UPCA),
        (zxingcpp.BarcodeFormat.Code128, "K7M29XQ9", Format.CODE128),
        (zxingcpp.BarcodeFormat.Code39, "BADGE-17", Format.CODE39),
        (zxingcpp.BarcodeFormat.DataMatrix, "SHELF B-07", Format.DATA_MATRIX),
    ],
)
@pytest.mark.parametrize("degrees", [0, 90, 180, 32])
def test_every_kind_of_code_is_read_in_every_direction(
    kind: zxingcpp.BarcodeFormat, text: str, format_: Format, degrees: int
) -> None:
    scene = turned_on_paper(bars_picture(text, kind, scale=4), degrees=degrees)

    assert [(code.format, code.text) for code in decode(scene)] == [(format_, text)]


def test_all_codes_of_one_picture_are_told_once() -> None:
    scene = busy_counter()
    for column, text in enumerate(("6901234567892", "6901234567892", "6923450657713")):
        label = bars_picture(text, zxingcpp.BarcodeFormat.EAN13)
        height, width = label.shape
        scene[60 : 60 + height, 40 + 400 * column : 40 + 400 * column + width] = label[:, :, None]
    code = qr_picture("SHELF B-07")
    scene[400 : 400 + code.shape[0], 500 : 500 + code.shape[1]] = code[:, :, None]

    assert sorted(found.text for found in decode(scene)) == ["6901234567892", "6923450657713", "SHELF B-07"]


def test_codes_are_read_also_where_zbar_is_not_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyzbar.pyzbar", None)  # what Python shows of a module that cannot be loaded
    loaded_zbar.cache_clear()
    try:
        assert not zbar_available()
        assert [code.text for code in decode(qr_picture("K7M29XQ9"))] == ["K7M29XQ9"]
        assert decode(busy_counter(size=(320, 240))) == []
    finally:
        loaded_zbar.cache_clear()


def test_bars_read_in_two_ways_wait_for_another_look() -> None:
    votes = Votes()
    box = ((0.0, 0.0), (100.0, 0.0), (100.0, 50.0), (0.0, 50.0))
    right, misread = Code(Format.EAN13, "6901234567892", box), Code(Format.EAN13, "6923450657713", box)

    assert votes.count(THOROUGH, [right, misread]) == ([], True)
    assert votes.count(RESCUES[0], [right]) == ([right], False)


def test_a_look_at_a_prepared_picture_is_not_believed_alone_nor_twice() -> None:
    votes = Votes()
    code = Code(Format.EAN13, "6901234567892", ((0, 0), (9, 0), (9, 9), (0, 9)))

    assert votes.count(RESCUES[0], [code]) == ([], False)
    assert votes.count(RESCUES[0], [code]) == ([], False)
    assert votes.count(RESCUES[1], [code]) == ([code], False)
    assert Votes().count(FAST, [code]) == ([code], False)


# Smoothing along bars is death to a matrix code, and zbar reads none.
UNBLURRED = [look for look in RESCUES if look.reader is not read_with_zbar and look.smooth_along_bars_px == 1]


@pytest.mark.parametrize("look", [THOROUGH, *UNBLURRED])
def test_every_look_tells_where_the_code_is_in_the_picture_it_was_given(look: Look) -> None:
    scene = np.full((400, 500), 255, np.uint8)
    code = qr_picture("K7M29XQ9")
    height, width = code.shape
    scene[90 : 90 + height, 170 : 170 + width] = code
    margin = 4 * 6  # four modules of quiet zone
    true = [(170, 90), (170 + width, 90), (170 + width, 90 + height), (170, 90 + height)]

    (found,) = look_at(scene, look)

    for (x, y), (true_x, true_y) in zip(found.corners, true, strict=True):
        assert abs(x - true_x) < margin + 8
        assert abs(y - true_y) < margin + 8
        assert 170 < x < 170 + width
        assert 90 < y < 90 + height


def test_zbar_tells_where_the_bars_are_in_a_turned_picture() -> None:
    if not zbar_available():
        pytest.skip("libzbar is not installed")
    scene = turned_on_paper(bars_picture("6901234567892", zxingcpp.BarcodeFormat.EAN13, scale=4), degrees=-20)
    look = next(look for look in RESCUES if look.reader is read_with_zbar and look.turn_degrees == 20)

    (found,) = look_at(scene, look)

    middle = np.mean(found.corners, axis=0)
    assert np.abs(middle - scene.shape[0] / 2).max() < 60


@given(
    st.integers(0, 40),
    st.integers(0, 40),
    st.sampled_from([(), (1,), (3,), (4,)]),
    st.integers(0, 2**32 - 1),
)
def test_any_small_picture_is_looked_at_without_harm(
    height: int, width: int, channels: tuple[int, ...], seed: int
) -> None:
    picture = np.random.default_rng(seed).integers(0, 256, (height, width, *channels), np.uint8)

    assert decode(picture) == []


def turned_on_paper(code: MatLike, *, degrees: float) -> MatLike:
    """The code in the middle of white paper, turned."""
    side = int(np.hypot(*code.shape[:2])) + 60
    paper = np.full((side, side), 255, np.uint8)
    height, width = code.shape[:2]
    top, left = (side - height) // 2, (side - width) // 2
    paper[top : top + height, left : left + width] = code
    turn = cv2.getRotationMatrix2D((side / 2, side / 2), degrees, 1)
    return cv2.warpAffine(paper, turn, (side, side), borderValue=(255.0,))
