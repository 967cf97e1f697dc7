"""Picture files from customers: all kinds, and all kinds of broken."""

import struct
import zlib
from pathlib import Path

import cv2
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from clerk_app.scanning.decoder import decode
from clerk_app.scanning.pictures import UnreadableImage, read_image
from tests.scanning.scenes import qr_picture


@pytest.mark.parametrize("ending", ["png", "jpg", "webp", "bmp", "gif"])
@pytest.mark.parametrize("mode", ["L", "RGB"])
def test_a_code_is_read_from_every_kind_of_picture_file(tmp_path: Path, ending: str, mode: str) -> None:
    path = tmp_path / f"订单.{ending}"
    Image.fromarray(np.asarray(qr_picture("K7M29XQ9"), np.uint8)).convert(mode).save(path)

    assert [code.text for code in decode(read_image(path))] == ["K7M29XQ9"]


@pytest.mark.parametrize("ending", ["png", "webp"])
def test_a_dark_code_on_nothing_is_laid_on_white(tmp_path: Path, ending: str) -> None:
    grey = np.asarray(qr_picture("K7M29XQ9"), np.uint8)
    ink = np.zeros((*grey.shape, 4), np.uint8)
    ink[:, :, 3] = 255 - grey
    Image.fromarray(ink, "RGBA").save(tmp_path / f"code.{ending}")

    assert [code.text for code in decode(read_image(tmp_path / f"code.{ending}"))] == ["K7M29XQ9"]


@pytest.mark.parametrize("channels", [1, 3, 4])
def test_sixteen_bits_become_eight(tmp_path: Path, channels: int) -> None:
    grey = np.asarray(qr_picture("K7M29XQ9"), np.uint16) * 257
    picture = np.dstack([grey] * channels) if channels > 1 else grey
    if channels == 4:
        picture[:, :, 3] = 65535
    cv2.imwrite(str(tmp_path / "deep.png"), picture)

    read = read_image(tmp_path / "deep.png")

    assert read.dtype == np.uint8
    assert [code.text for code in decode(read)] == ["K7M29XQ9"]


def test_a_photograph_taken_sideways_is_turned_upright(tmp_path: Path) -> None:
    picture = Image.new("RGB", (40, 20), "white")
    exif = picture.getexif()
    exif[0x0112] = 6
    picture.save(tmp_path / "sideways.jpg", exif=exif)

    assert read_image(tmp_path / "sideways.jpg").shape == (40, 20, 3)


def test_a_picture_that_unpacks_to_gigabytes_is_refused_unopened(tmp_path: Path) -> None:
    header = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 0, 0, 0, 0)
    chunk = struct.pack(">I", 13) + b"IHDR" + header + struct.pack(">I", zlib.crc32(b"IHDR" + header))
    (tmp_path / "bomb.png").write_bytes(b"\x89PNG\r\n\x1a\n" + chunk)

    with pytest.raises(UnreadableImage, match="60000"):
        read_image(tmp_path / "bomb.png")


@pytest.mark.parametrize("ending", ["jpg", "webp", "bmp", "gif", "png"])
def test_every_kind_tells_its_size_before_it_is_unpacked(
    tmp_path: Path, ending: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    Image.new("RGB", (300, 200), "white").save(tmp_path / f"large.{ending}")
    monkeypatch.setattr("clerk_app.scanning.pictures.PICTURE_MAX_PX", 300 * 200 - 1)

    with pytest.raises(UnreadableImage, match="300 × 200"):
        read_image(tmp_path / f"large.{ending}")


@pytest.mark.parametrize("name", ["", "missing.png", ".", "nul\0.png", "x" * 5000])
def test_a_name_that_is_no_file_is_said_plainly(tmp_path: Path, name: str) -> None:
    with pytest.raises(UnreadableImage):
        read_image(tmp_path / name)


MAGICS = [
    b"",
    b"\x89PNG\r\n\x1a\n",
    b"\xff\xd8\xff",
    b"RIFF\0\0\0\0WEBPVP8X",
    b"RIFF\0\0\0\0WEBPVP8L",
    b"BM",
    b"GIF89a",
]


@given(st.sampled_from(MAGICS), st.binary(max_size=200))
def test_any_bytes_are_a_picture_or_unreadable(
    tmp_path_factory: pytest.TempPathFactory, magic: bytes, rest: bytes
) -> None:
    path = tmp_path_factory.mktemp("any") / "file"
    path.write_bytes(magic + rest)

    try:
        picture = read_image(path)
    except UnreadableImage:
        return
    assert picture.dtype == np.uint8


@given(st.sampled_from(["png", "jpg", "webp", "bmp", "gif"]), st.integers(0, 3000), st.integers(0, 255), st.booleans())
def test_a_damaged_picture_is_a_picture_or_unreadable(
    tmp_path_factory: pytest.TempPathFactory, ending: str, place: int, value: int, cut: bool
) -> None:
    path = tmp_path_factory.mktemp("damaged") / f"code.{ending}"
    Image.fromarray(np.asarray(qr_picture("K7M29XQ9", module_px=2), np.uint8)).save(path)
    whole = bytearray(path.read_bytes())
    place %= len(whole)
    whole[place] = value
    path.write_bytes(whole[:place] if cut else whole)

    try:
        assert read_image(path).ndim == 3
    except UnreadableImage:
        return
