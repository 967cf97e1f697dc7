"""Picture files from anywhere, read within limits: a pickup code photographed, saved or sent."""

import struct
from collections.abc import Callable
from pathlib import Path

import cv2
import numpy as np
from cv2.typing import MatLike

FILE_MAX_BYTES = 64 * 1024 * 1024
PICTURE_MAX_PX = 50_000_000


class UnreadableImage(Exception):
    """The file is not a picture we can look at; the message says why."""


def read_image(path: Path | str) -> MatLike:
    """Read a PNG, JPEG, WebP, BMP or GIF (its first picture) as BGR pixels of 8 bits, upright as its camera meant it.

    Transparency is laid on white, 16 bits become 8. Raises UnreadableImage for anything else, whatever the
    bytes are, and before it unpacks more than 50 megapixels.
    """
    packed = _bytes_of(Path(path))
    try:
        width, height = _size_told(packed)
    except (struct.error, IndexError) as error:
        raise UnreadableImage("the picture ends within its header") from error
    if not 0 < width * height <= PICTURE_MAX_PX:
        raise UnreadableImage(f"the picture says it is {width} × {height} pixels")
    picture = _unpacked(packed)
    if picture is None:
        raise UnreadableImage("the picture is damaged")
    return picture


def _bytes_of(path: Path) -> bytes:
    try:
        if not path.is_file():
            raise UnreadableImage("there is no such file")
        with path.open("rb") as file:
            packed = file.read(FILE_MAX_BYTES + 1)
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        raise UnreadableImage("the file cannot be opened") from error
    if len(packed) > FILE_MAX_BYTES:
        raise UnreadableImage(f"the file is larger than {FILE_MAX_BYTES} bytes")
    return packed


def _unpacked(packed: bytes) -> MatLike | None:
    raw = np.frombuffer(packed, dtype=np.uint8)
    try:
        if not packed.startswith(_JPEG):  # a JPEG has no transparency; the others are asked
            whole: MatLike | None = cv2.imdecode(raw, cv2.IMREAD_UNCHANGED)
            if whole is not None and whole.ndim == 3 and whole.shape[2] == 4:
                return _on_white(whole)
        # IMREAD_COLOR turns the picture as its EXIF says and brings 16 bits to 8.
        return cv2.imdecode(raw, cv2.IMREAD_COLOR)
    except cv2.error:
        return None


def _on_white(picture: MatLike) -> MatLike:
    """Lay a BGRA picture on white: dark codes are often saved on nothing at all."""
    brightest = 65535 if picture.dtype == np.uint16 else 255
    pixels = np.asarray(picture, dtype=np.float32) / brightest
    opaque = pixels[:, :, 3:]
    laid = pixels[:, :, :3] * opaque + (1 - opaque)
    return np.rint(laid * 255).astype(np.uint8)


_JPEG = b"\xff\xd8\xff"


def _size_told(packed: bytes) -> tuple[int, int]:
    """The width and height in the file's header, so that a bomb is known before it is unpacked."""
    for magic, size_told in _HEADERS.items():
        if packed.startswith(magic):
            return size_told(packed)
    raise UnreadableImage("the file is not a PNG, JPEG, WebP, BMP or GIF picture")


def _png_size(packed: bytes) -> tuple[int, int]:
    width, height = struct.unpack_from(">II", packed, 16)
    return width, height


def _gif_size(packed: bytes) -> tuple[int, int]:
    width, height = struct.unpack_from("<HH", packed, 6)
    return width, height


def _bmp_size(packed: bytes) -> tuple[int, int]:
    if packed[14] == 12:  # the oldest header, with 16-bit sizes
        width, height = struct.unpack_from("<HH", packed, 18)
    else:
        width, height = struct.unpack_from("<ii", packed, 18)  # a negative height means top row first
    return abs(width), abs(height)


def _jpeg_size(packed: bytes) -> tuple[int, int]:
    """Walk the segments to the frame header (ITU-T T.81, B.2.2: any SOFn but DHT, JPG and DAC)."""
    at = 2
    while True:
        while packed[at + 1] == 0xFF:  # fill bytes
            at += 1
        marker, length = struct.unpack_from(">xBH", packed, at)
        if packed[at] != 0xFF:
            raise UnreadableImage("the JPEG's segments do not follow each other")
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            height, width = struct.unpack_from(">HH", packed, at + 5)
            return width, height
        at += 2 + length


def _webp_size(packed: bytes) -> tuple[int, int]:
    """The canvas of the first chunk: extended, lossless or lossy (RFC 9649)."""
    kind = packed[8:16]
    if kind == b"WEBPVP8X":
        wide, high = packed[24:27], packed[27:30]
        return int.from_bytes(wide, "little") + 1, int.from_bytes(high, "little") + 1
    if kind == b"WEBPVP8L":
        (packed_size,) = struct.unpack_from("<I", packed, 21)
        return (packed_size & 0x3FFF) + 1, (packed_size >> 14 & 0x3FFF) + 1
    if kind == b"WEBPVP8 ":
        width, height = struct.unpack_from("<HH", packed, 26)
        return width & 0x3FFF, height & 0x3FFF
    raise UnreadableImage("the file is not a PNG, JPEG, WebP, BMP or GIF picture")


_HEADERS: dict[bytes, Callable[[bytes], tuple[int, int]]] = {
    b"\x89PNG\r\n\x1a\n": _png_size,
    _JPEG: _jpeg_size,
    b"RIFF": _webp_size,
    b"BM": _bmp_size,
    b"GIF8": _gif_size,
}
