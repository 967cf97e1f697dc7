"""Pictures for the tests: codes drawn, photographed at an angle, out of focus, on a busy counter."""

from typing import Any, cast

import cv2
import numpy as np
import pytest
import segno
import zxingcpp
from cv2.typing import MatLike

from bench.photographs import Photograph, photographs


def all_photographs() -> list[Photograph]:
    """The real photographs; the test is skipped where they are not at hand."""
    try:
        return photographs()
    except FileNotFoundError as missing:
        pytest.skip(f"the photographs of codes are not here: {missing.filename}")


def qr_picture(text: str, *, module_px: int = 6) -> MatLike:
    """A QR code as it is printed, in grey, with its quiet zone."""
    rows = [list(row) for row in segno.make(text, error="m", micro=False).matrix_iter(scale=module_px, border=4)]
    return np.where(np.array(rows) > 0, 0, 255).astype(np.uint8)


def bars_picture(text: str, kind: zxingcpp.BarcodeFormat, *, scale: int = 3) -> MatLike:
    """A 1-D code or Data Matrix as it is printed, in grey, with its quiet zone."""
    drawn = cast("Any", zxingcpp).create_barcode(text, kind).to_image(scale=scale)  # its stub leaves a type out
    return np.array(drawn, dtype=np.uint8)


def busy_counter(*, seed: int = 7, size: tuple[int, int] = (1280, 720)) -> MatLike:
    """A counter with things on it: blots, lines and writing, no code, and a camera's noise."""
    chance = np.random.default_rng(seed)
    width, height = size
    picture = cv2.resize(chance.integers(60, 200, (9, 16, 3), np.uint8), size, interpolation=cv2.INTER_CUBIC)
    for _ in range(25):
        start, end = (
            (int(chance.integers(width)), int(chance.integers(height))),
            (int(chance.integers(width)), int(chance.integers(height))),
        )
        cv2.line(picture, start, end, [int(level) for level in chance.integers(0, 255, 3)], 2)
    for line in range(6):
        cv2.putText(
            picture, "Branch 12 shelf B-07", (30, 60 + 110 * line), cv2.FONT_HERSHEY_SIMPLEX, 0.9, (30, 30, 30), 2
        )
    return noisy(picture, seed=seed)


def noisy(picture: MatLike, *, seed: int, sigma: float = 4) -> MatLike:
    """The picture as another frame of the same camera would have it."""
    grain = np.zeros(picture.shape, np.int16)
    cv2.setRNGSeed(seed)
    cv2.randn(grain, np.zeros(picture.ndim), np.full(picture.ndim, sigma))
    return cv2.add(picture, grain, dtype=cv2.CV_8U)


def laid_on(background: MatLike, code: MatLike, *, corners: list[tuple[float, float]], blur: float = 0.0) -> MatLike:
    """The code printed on paper that lies with its four corners there, in perspective, perhaps out of focus."""
    height, width = code.shape[:2]
    flat = np.array([(0, 0), (width, 0), (width, height), (0, height)], np.float32)
    view = cv2.getPerspectiveTransform(flat, np.array(corners, np.float32))
    size = (background.shape[1], background.shape[0])
    paper = cv2.warpPerspective(cv2.cvtColor(code, cv2.COLOR_GRAY2BGR), view, size)
    cover = cv2.warpPerspective(np.full((height, width), 255, np.uint8), view, size)
    scene = np.where(np.asarray(cover)[:, :, None] > 127, paper, background).astype(np.uint8)
    return cv2.GaussianBlur(scene, (0, 0), blur) if blur else scene
