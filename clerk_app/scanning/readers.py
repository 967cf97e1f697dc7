"""Reading codes in one grey picture with zxing-cpp, or with zbar where it is installed."""

import importlib
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from types import ModuleType

import zxingcpp
from cv2.typing import MatLike
from zxingcpp import BarcodeFormat

Point = tuple[float, float]
Corners = tuple[Point, Point, Point, Point]


class Format(StrEnum):
    """The kinds of code a shop meets. Any other kind is not looked for: "all formats" costs ten times."""

    QR_CODE = "QRCode"
    EAN13 = "EAN13"
    EAN8 = "EAN8"
    UPCA = "UPCA"
    CODE128 = "Code128"
    CODE39 = "Code39"
    DATA_MATRIX = "DataMatrix"

    @property
    def is_linear(self) -> bool:
        """Whether it is a 1-D code, which nothing but a check digit, if that, protects from a misread."""
        return self not in (Format.QR_CODE, Format.DATA_MATRIX)


@dataclass(frozen=True, slots=True)
class Code:
    """A code found in a picture.

    `corners` are pixels of that picture, clockwise from the code's own top left.
    A UPC-A has twelve digits; it is never told as an EAN-13 with a leading zero.
    """

    format: Format
    text: str
    corners: Corners


_ZXING_FORMATS = {
    BarcodeFormat.QRCode: Format.QR_CODE,
    BarcodeFormat.EAN13: Format.EAN13,
    BarcodeFormat.EAN8: Format.EAN8,
    BarcodeFormat.UPCA: Format.UPCA,
    BarcodeFormat.Code128: Format.CODE128,
    BarcodeFormat.Code39: Format.CODE39,
    BarcodeFormat.DataMatrix: Format.DATA_MATRIX,
}
_ALL = zxingcpp.BarcodeFormats(list(_ZXING_FORMATS))
_MATRIX = zxingcpp.BarcodeFormats([BarcodeFormat.QRCode, BarcodeFormat.DataMatrix])
_ZBAR_FORMATS = {
    "EAN13": Format.EAN13,
    "EAN8": Format.EAN8,
    "UPCA": Format.UPCA,
    "CODE128": Format.CODE128,
    "CODE39": Format.CODE39,
}


def read_fast(grey: MatLike) -> list[Code]:
    """The codes that lie upright, are dark on light and need no patience: most of them, in a third of the time."""
    return _codes(
        zxingcpp.read_barcodes(
            grey,
            formats=_ALL,
            text_mode=zxingcpp.TextMode.Plain,
            try_rotate=False,
            try_downscale=False,
            try_invert=False,
        )
    )


def read_thoroughly(grey: MatLike) -> list[Code]:
    """The codes zxing-cpp finds in any direction, size and polarity."""
    return _codes(zxingcpp.read_barcodes(grey, formats=_ALL, text_mode=zxingcpp.TextMode.Plain))


def read_matrix(grey: MatLike) -> list[Code]:
    """The QR and Data Matrix codes alone: what smoothing can rescue and what no misread gets through."""
    return _codes(zxingcpp.read_barcodes(grey, formats=_MATRIX, text_mode=zxingcpp.TextMode.Plain))


def read_with_zbar(grey: MatLike) -> list[Code]:
    """The 1-D codes zbar finds; none where its library is not installed.

    It is kept away from QR codes: it garbles text that is not ASCII, and its QR and DataBar readers are
    where its memory errors were (CVE-2023-40889, CVE-2023-40890).
    """
    zbar = loaded_zbar()
    if zbar is None:
        return []
    codes: list[Code] = []
    for found in zbar.decode(grey, symbols=[zbar.ZBarSymbol[name] for name in _ZBAR_FORMATS]):
        left, top, width, height = found.rect
        right, bottom = left + width, top + height
        raw: bytes = found.data
        text = raw.decode("ascii", errors="replace")
        if "\N{REPLACEMENT CHARACTER}" not in text:
            box: Corners = ((left, top), (right, top), (right, bottom), (left, bottom))
            codes += _checked(_ZBAR_FORMATS[str(found.type)], text, box)
    return codes


def zbar_available() -> bool:
    """Whether the late zbar looks can find anything; `clerk doctor` names the remedy."""
    return loaded_zbar() is not None


@lru_cache(maxsize=1)
def loaded_zbar() -> ModuleType | None:
    """The zbar binding, None where it or its library is missing; looked for once."""
    # pyzbar loads the shared library on import, with an ImportError or an OSError where there is none.
    try:
        return importlib.import_module("pyzbar.pyzbar")
    except (ImportError, OSError):
        return None


def _codes(found: Iterable[zxingcpp.Barcode]) -> list[Code]:
    codes: list[Code] = []
    for barcode in found:
        at = barcode.position
        corners: Corners = (
            (at.top_left.x, at.top_left.y),
            (at.top_right.x, at.top_right.y),
            (at.bottom_right.x, at.bottom_right.y),
            (at.bottom_left.x, at.bottom_left.y),
        )
        codes += _checked(_ZXING_FORMATS[barcode.format], barcode.text, corners)
    return codes


def _checked(kind: Format, text: str, corners: Corners) -> list[Code]:
    """The code in our own terms, or none where it is empty or its check digit is wrong."""
    if kind is Format.EAN13 and text.startswith("0"):
        kind, text = Format.UPCA, text[1:]
    if kind in _RETAIL_LENGTHS and not _retail_digits_hold(text, length=_RETAIL_LENGTHS[kind]):
        return []
    return [Code(kind, text, corners)] if text else []


_RETAIL_LENGTHS = {Format.EAN13: 13, Format.UPCA: 12, Format.EAN8: 8}


def _retail_digits_hold(text: str, *, length: int) -> bool:
    """Whether these are `length` digits that end in their GS1 check digit (weights 3 and 1 from the right)."""
    if len(text) != length or not (text.isascii() and text.isdigit()):
        return False
    weighted = sum(int(digit) * (3 if place % 2 else 1) for place, digit in enumerate(reversed(text)))
    return weighted % 10 == 0
