"""A receipt as it is drawn, as wide as its roll: into a PDF, or as a picture to look at before it is printed."""

import re
from pathlib import Path
from typing import Final

import segno
from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QImage, QPageLayout, QPageSize, QPaintDevice, QPainter, QPdfWriter

from clerk_app.domain.receipts import Row, RowKind

WIDTH_MM: Final = 80.0
MARGIN_MM: Final = 4.0
CODE_MM: Final = 26.0
_RESOLUTION: Final = 300  # dots to an inch
_POINTS: Final = {RowKind.TITLE: 11.0, RowKind.TEXT: 8.5, RowKind.SMALL: 7.0, RowKind.TOTAL: 11.0}
_GAP: Final = 1.25  # of a row's height
_LATIN_WORD: Final = re.compile(r"[!-~]+")


class CannotWritePdf(Exception):
    """The place does not take the file; the text says why."""


def write_pdf(path: Path, rows: tuple[Row, ...], *, family: str = "") -> None:
    """Draw it on one page as long as it needs. Raises CannotWritePdf."""
    content = QBuffer()
    content.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(content)
    writer.setResolution(_RESOLUTION)
    writer.setTitle("Receipt")
    size = QPageSize(QSizeF(WIDTH_MM, _length_mm(writer, rows, family)), QPageSize.Unit.Millimeter, "receipt")
    writer.setPageLayout(QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF(), QPageLayout.Unit.Millimeter))
    painter = QPainter(writer)
    try:
        _draw_all(painter, writer, rows, family)
    finally:
        painter.end()
    try:
        path.write_bytes(content.data().data())
    except OSError as error:
        raise CannotWritePdf(error.strerror or str(error)) from error


def picture_of(rows: tuple[Row, ...], *, family: str = "") -> QImage:
    """The same as a picture, for the screen."""
    ruler = QImage(1, 1, QImage.Format.Format_Grayscale8)
    _set_resolution(ruler)
    length = _mm_to_dots(_length_mm(ruler, rows, family))
    picture = QImage(round(_mm_to_dots(WIDTH_MM)), round(length), QImage.Format.Format_Grayscale8)
    _set_resolution(picture)
    picture.fill(Qt.GlobalColor.white)
    painter = QPainter(picture)
    try:
        _draw_all(painter, picture, rows, family)
    finally:
        painter.end()
    return picture


def _set_resolution(picture: QImage) -> None:
    picture.setDotsPerMeterX(round(_RESOLUTION / 0.0254))
    picture.setDotsPerMeterY(round(_RESOLUTION / 0.0254))


def _length_mm(device: QPaintDevice, rows: tuple[Row, ...], family: str) -> float:
    return max(WIDTH_MM, _dots_to_mm(sum(_height(device, row, family) for row in rows)) + 2 * MARGIN_MM)


def _draw_all(painter: QPainter, device: QPaintDevice, rows: tuple[Row, ...], family: str) -> None:
    top = _mm_to_dots(MARGIN_MM)
    for row in rows:
        height = _height(device, row, family)
        _draw(painter, row, top, height, family)
        top += height


def _draw(painter: QPainter, row: Row, top: float, height: float, family: str) -> None:
    left, across = _mm_to_dots(MARGIN_MM), _mm_to_dots(WIDTH_MM - 2 * MARGIN_MM)
    if row.kind is RowKind.LINE:
        painter.drawLine(round(left), round(top + height / 2), round(left + across), round(top + height / 2))
        return
    if row.kind is RowKind.CODE:
        _draw_code(painter, row.left, left + (across - _mm_to_dots(CODE_MM)) / 2, top)
        return
    painter.setFont(_font(row.kind, family))
    within = QRectF(left, top, across, height)
    in_the_middle = row.kind is RowKind.TITLE
    side = Qt.AlignmentFlag.AlignHCenter if in_the_middle else Qt.AlignmentFlag.AlignLeft
    metrics = QFontMetricsF(painter.font(), painter.device())
    right_width = metrics.horizontalAdvance(row.right)
    beside = QRectF(left, top, across - (right_width * 1.1 if row.right else 0), height)
    painter.drawText(beside, side | _wrapping(row.left, metrics, beside.width()), row.left)
    painter.drawText(within, Qt.AlignmentFlag.AlignRight, row.right)


def _draw_code(painter: QPainter, text: str, left: float, top: float) -> None:
    matrix = segno.make_qr(text, error="m").matrix
    side = _mm_to_dots(CODE_MM) / len(matrix)
    for down, modules in enumerate(matrix):
        for along, is_dark in enumerate(modules):
            if is_dark:  # a little larger than its place, so that no white hair is left between two
                square = QRectF(left + along * side, top + down * side, side * 1.02, side * 1.02)
                painter.fillRect(square, Qt.GlobalColor.black)


def _height(device: QPaintDevice, row: Row, family: str) -> float:
    if row.kind is RowKind.CODE:
        return _mm_to_dots(CODE_MM + 2.0)
    metrics = QFontMetricsF(_font(row.kind, family), device)
    if row.kind is RowKind.LINE:
        return metrics.height()
    across = _mm_to_dots(WIDTH_MM - 2 * MARGIN_MM) - metrics.horizontalAdvance(row.right) * 1.1
    flags = _wrapping(row.left, metrics, across)
    return metrics.boundingRect(QRectF(0, 0, across, 1e6), flags, row.left or " ").height() * _GAP


def _wrapping(text: str, metrics: QFontMetricsF, across: float) -> Qt.TextFlag:
    """Between words, so that a number keeps its digits; anywhere only where a word is too long for a line."""
    is_long = any(metrics.horizontalAdvance(word) > across for word in _LATIN_WORD.findall(text))
    return Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextWrapAnywhere if is_long else Qt.TextFlag.TextWordWrap


def _font(kind: RowKind, family: str) -> QFont:
    font = QFont(family) if family else QFont()
    font.setPointSizeF(_POINTS.get(kind, _POINTS[RowKind.TEXT]))
    font.setBold(kind in {RowKind.TITLE, RowKind.TOTAL})
    return font


def _mm_to_dots(mm: float) -> float:
    return mm / 25.4 * _RESOLUTION


def _dots_to_mm(dots: float) -> float:
    return dots * 25.4 / _RESOLUTION
