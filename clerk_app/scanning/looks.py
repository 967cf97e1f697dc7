"""The looks at one grey picture, from the quick one that reads most codes to those that rescue the rest.

A look prepares the picture, reads it, and tells where the codes are in the picture it was given. Which looks,
and their order, were measured: docs/decisions/0003-decoders.md.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

import cv2
import numpy as np
from cv2.typing import MatLike

from clerk_app.scanning.readers import Code, Corners, read_fast, read_matrix, read_thoroughly, read_with_zbar

Reader = Callable[[MatLike], list[Code]]

# No prepared picture has more pixels on its long side: a 12-megapixel photograph is not tripled.
_LONG_SIDE_MAX_PX = 2400
_GAP_PX = np.ones((3, 3), np.uint8)


@dataclass(frozen=True, slots=True)
class Look:
    """How to prepare a picture for a reader; what is left at its default is left out."""

    reader: Reader
    even_contrast: float = 0.0
    smooth_along_bars_px: int = 1
    close_gaps: bool = False
    enlarge: tuple[float, float] = (1.0, 1.0)
    sharpen: tuple[float, float] | None = None
    turn_degrees: float = 0.0


FAST = Look(read_fast)
THOROUGH = Look(read_thoroughly)

RESCUES: tuple[Look, ...] = (
    # Shade and glare, then codes that are also small.
    Look(read_thoroughly, even_contrast=2),
    Look(read_thoroughly, even_contrast=2, enlarge=(2, 2)),
    # EANs that zxing-cpp does not see.
    Look(read_with_zbar, even_contrast=2),
    Look(read_with_zbar, even_contrast=2, enlarge=(2, 1)),
    # Matrix codes printed with gaps between their modules.
    Look(read_matrix, close_gaps=True, enlarge=(2, 2)),
    # Blurred bars: averaged along the bars, where nothing is lost, then sharpened across them.
    Look(read_thoroughly, even_contrast=3, smooth_along_bars_px=9, enlarge=(2, 2), sharpen=(3, 3)),
    Look(read_with_zbar, even_contrast=3, smooth_along_bars_px=5, enlarge=(2, 2), sharpen=(6, 3)),
    Look(read_thoroughly, even_contrast=1, smooth_along_bars_px=15, enlarge=(3, 3), sharpen=(3, 3)),
    Look(read_thoroughly, even_contrast=2, enlarge=(3, 3), sharpen=(2, 1.5)),
    # Bars that lie at an angle: a reader's scan line must cross all of them.
    *(
        Look(reader, even_contrast=2, turn_degrees=degrees)
        for degrees in (20, -20, 45, -45)
        for reader in (read_fast, read_with_zbar)
    ),
)


def look_at(grey: MatLike, look: Look) -> list[Code]:
    """The codes that this look finds in the picture, with their corners in its pixels."""
    prepared, back = _prepared(grey, look)
    codes = look.reader(prepared)
    return codes if back is None else [replace(code, corners=_moved(code.corners, back)) for code in codes]


def _prepared(grey: MatLike, look: Look) -> tuple[MatLike, MatLike | None]:
    """The picture for the reader, and the affine matrix back to the given one; None where pixels stayed in place."""
    picture = grey
    if look.even_contrast:
        picture = cv2.createCLAHE(clipLimit=look.even_contrast, tileGridSize=(8, 8)).apply(picture)
    if look.smooth_along_bars_px > 1:
        picture = cv2.blur(picture, (1, look.smooth_along_bars_px))
    if look.close_gaps:
        picture = cv2.morphologyEx(picture, cv2.MORPH_OPEN, _GAP_PX)
    back = None
    if look.enlarge != (1.0, 1.0):
        picture, back = _enlarged(picture, *look.enlarge)
    if look.sharpen:
        sigma, amount = look.sharpen
        picture = cv2.addWeighted(picture, 1 + amount, cv2.GaussianBlur(picture, (0, 0), sigma), -amount, 0)
    if look.turn_degrees:
        picture, back = _turned(picture, look.turn_degrees)
    return picture, back


def _enlarged(picture: MatLike, across: float, down: float) -> tuple[MatLike, MatLike]:
    height, width = picture.shape[:2]
    fit = min(1.0, _LONG_SIDE_MAX_PX / max(width * across, height * down))
    size = (max(1, round(width * across * fit)), max(1, round(height * down * fit)))
    kernel = cv2.INTER_CUBIC if size[0] >= width else cv2.INTER_AREA
    back = np.array([[width / size[0], 0, 0], [0, height / size[1], 0]])
    return cv2.resize(picture, size, interpolation=kernel), back


def _turned(picture: MatLike, degrees: float) -> tuple[MatLike, MatLike]:
    """Turn about the centre, onto a white ground that holds all of the picture."""
    height, width = picture.shape[:2]
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 1)
    cosine, sine = abs(turn[0, 0]), abs(turn[0, 1])
    size = (round(height * sine + width * cosine), round(height * cosine + width * sine))
    turn[0, 2] += (size[0] - width) / 2
    turn[1, 2] += (size[1] - height) / 2
    return cv2.warpAffine(picture, turn, size, borderValue=(255.0,)), cv2.invertAffineTransform(turn)


def _moved(corners: Corners, back: MatLike) -> Corners:
    (a, b, c), (d, e, f) = back.tolist()
    first, second, third, fourth = ((a * x + b * y + c, d * x + e * y + f) for x, y in corners)
    return (first, second, third, fourth)
