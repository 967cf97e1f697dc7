"""Codes held before a live camera, frame by frame."""

import cv2
import numpy as np
import pytest
import zxingcpp
from cv2.typing import MatLike

from clerk_app.scanning.video import VideoDecoder
from tests.scanning.scenes import bars_picture, busy_counter, laid_on, noisy, qr_picture

PICKUP_CODE = "81" + "0261486958412511380376309393199742" * 7 + "00000"
COUNTER = busy_counter()


def frames_of(scene: MatLike, count: int) -> list[MatLike]:
    return [noisy(scene, seed=seed) for seed in range(count)]


def upright(left: float, top: float, side: float) -> list[tuple[float, float]]:
    return [(left, top), (left + side, top), (left + side, top + side), (left, top + side)]


def frames_until_read(decoder: VideoDecoder, frames: list[MatLike]) -> int | None:
    return next((place for place, frame in enumerate(frames) if decoder.look(frame)), None)


@pytest.mark.parametrize("blur", [0.0, 1.5])
@pytest.mark.parametrize("size_px", [200, 300, 600])
def test_a_pickup_code_is_read_within_a_few_frames(size_px: int, blur: float) -> None:
    decoder = VideoDecoder()
    for frame in frames_of(COUNTER, 60):
        assert decoder.look(frame) == []
    scene = laid_on(COUNTER, qr_picture(PICKUP_CODE), corners=upright(500, 90, size_px), blur=blur)

    needed = frames_until_read(decoder, frames_of(scene, 12))

    assert needed is not None
    assert needed <= 5


def test_a_barcode_that_stands_on_end_is_read_and_stays_in_view() -> None:
    decoder = VideoDecoder()
    label = cv2.rotate(bars_picture("6901234567892", zxingcpp.BarcodeFormat.EAN13), cv2.ROTATE_90_CLOCKWISE)
    height, width = label.shape
    corners: list[tuple[float, float]] = [
        (500, 100),
        (500 + width, 100),
        (500 + width, 100 + height),
        (500, 100 + height),
    ]
    scene = laid_on(COUNTER, label, corners=corners)

    reads = [bool(decoder.look(frame)) for frame in frames_of(scene, 60)]

    assert any(reads[:20])
    # Never out of view for a second, or the gate would let it act twice.
    longest_gap = max(len(gap) for gap in "".join("x" if read else "." for read in reads).strip(".").split("x"))
    assert longest_gap < 12


def test_corners_are_those_of_the_frame_also_when_half_of_it_was_looked_at() -> None:
    plain = np.full((720, 1280, 3), 230, np.uint8)
    decoder = VideoDecoder()
    scene = laid_on(plain, qr_picture("K7M29XQ9"), corners=upright(700, 300, 200))

    codes = next(filter(None, (decoder.look(frame) for frame in frames_of(scene, 10))))

    for x, y in codes[0].corners:
        assert 690 <= x <= 910
        assert 290 <= y <= 510


def test_a_small_code_that_appears_in_a_sleeping_scene_wakes_the_decoder() -> None:
    decoder = VideoDecoder()
    for frame in frames_of(COUNTER, 80):
        decoder.look(frame)
    scene = laid_on(COUNTER, qr_picture("K7M29XQ9"), corners=upright(1000, 500, 110))

    needed = frames_until_read(decoder, frames_of(scene, 20))

    assert needed is not None


@pytest.mark.parametrize("size", [(16, 16), (64, 48), (320, 240), (641, 479), (1920, 1080)])
@pytest.mark.parametrize("channels", [1, 3])
def test_frames_of_any_size_are_looked_at(size: tuple[int, int], channels: int) -> None:
    decoder = VideoDecoder()
    width, height = size
    shape = (height, width, 3) if channels == 3 else (height, width)

    for seed in range(4):
        assert decoder.look(np.random.default_rng(seed).integers(0, 256, shape, np.uint8)) == []


def test_a_camera_that_changes_its_size_is_followed() -> None:
    decoder = VideoDecoder()
    scene = laid_on(COUNTER, qr_picture("K7M29XQ9"), corners=upright(500, 200, 300))

    assert decoder.look(scene)
    assert decoder.look(cv2.resize(scene, (640, 360)))
    assert decoder.look(scene)
