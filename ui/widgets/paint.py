"""What several painted widgets draw alike: rounded boxes, texts, key caps and the focus ring."""

from collections.abc import Generator
from contextlib import contextmanager

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPen, QTextLayout
from PySide6.QtWidgets import QWidget

from ui.theme import current, paint_icon

CAP_PADDING_PX = 6
_KEY_WORDS = {"Return": "⏎", "Enter": "⏎", "Escape": "Esc", "Space": "␣", "Plus": "+", "Minus": "−"}
_noting: list[set[str]] = []


def begin(widget: QWidget) -> QPainter:
    """An antialiasing painter on the widget; the caller ends it."""
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    return painter


def box(
    painter: QPainter,
    rect: QRectF,
    *,
    fill: QColor | None = None,
    edge: QColor | None = None,
    radius_px: float = 0,
    edge_px: float = 1,
) -> None:
    """A rounded box whose edge lies wholly inside `rect`, so that neighbouring boxes align."""
    painter.save()
    painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
    if edge is None:
        painter.setPen(Qt.PenStyle.NoPen)
    else:
        painter.setPen(QPen(edge, edge_px))
        inset = edge_px / 2
        rect = rect.adjusted(inset, inset, -inset, -inset)
        radius_px = max(radius_px - inset, 0)
    painter.drawRoundedRect(rect, radius_px, radius_px)
    painter.restore()


def focus_ring(painter: QPainter, rect: QRectF, *, radius_px: float) -> None:
    box(painter, rect, edge=current().color("focus"), radius_px=radius_px, edge_px=2)


def text(
    painter: QPainter,
    rect: QRectF,
    words: str,
    *,
    type_size: str = "body",
    ink: str = "ink",
    bold: bool = False,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> None:
    """One line, vertically centred and elided at the end when it does not fit."""
    if not words or rect.width() <= 0:
        return
    painter.save()
    font = current().font(type_size, bold=bold)
    painter.setFont(font)
    painter.setPen(current().color(ink))
    shown = elided(words, QFontMetricsF(font), rect.width() + 0.5)
    painter.drawText(rect, int(align | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine), shown)
    painter.restore()


def elided(words: str, metrics: QFontMetricsF, width_px: float) -> str:
    """The words, or their beginning and an ellipsis where they do not fit."""
    shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, width_px)
    if shown != words:
        for cut in _noting:
            cut.add(words)
    return shown


@contextmanager
def cut_words() -> Generator[set[str]]:
    """All words that do not fit while this lasts: what was painted cannot be asked for afterwards."""
    cut: set[str] = set()
    _noting.append(cut)
    try:
        yield cut
    finally:
        _noting.remove(cut)


def lines(words: str, *, width_px: float, most: int, type_size: str = "body", bold: bool = False) -> list[str]:
    """The words broken into at most so many lines; the last one is left whole, since `text` elides what it draws."""
    layout = QTextLayout(words, current().font(type_size, bold=bold))
    layout.beginLayout()
    broken: list[str] = []
    start = 0
    while len(broken) < most - 1 and (line := layout.createLine()).isValid():
        line.setLineWidth(width_px)
        start = line.textStart() + line.textLength()
        broken.append(words[line.textStart() : start].rstrip())
    layout.endLayout()
    return [*broken, words[start:]] if words[start:] else broken


def text_width(words: str, type_size: str = "body", *, bold: bool = False) -> float:
    return QFontMetricsF(current().font(type_size, bold=bold)).horizontalAdvance(words)


def icon(painter: QPainter, name: str, center: QPointF, size_px: float, *, ink: str) -> None:
    paint_icon(painter, name, QRectF(center.x() - size_px / 2, center.y() - size_px / 2, size_px, size_px), ink)


def key_label(sequence: str) -> str:
    """How a key is painted: "Ctrl+Return" → "Ctrl ⏎"."""
    parts = [part for part in sequence.replace("++", "+Plus").split("+") if part] or [sequence]
    return " ".join(_KEY_WORDS.get(part, part) for part in parts)


def key_cap_width(label: str) -> float:
    return max(text_width(label, "caption") + 2 * CAP_PADDING_PX, key_cap_height()) if label else 0


def key_cap_height() -> float:
    return current().line_px("caption") + 4


def key_cap(painter: QPainter, right: float, center_y: float, label: str, *, ink: str = "ink-3") -> None:
    """Draw the cap so that it ends at `right`; on a filled button it takes the button's own ink and no fill."""
    theme = current()
    width, height = key_cap_width(label), key_cap_height()
    rect = QRectF(right - width, center_y - height / 2, width, height)
    on_fill = ink.startswith("on-")
    edge = QColor(theme.color(ink if on_fill else "line"))
    if on_fill:
        edge.setAlphaF(0.55)
    fill = None if on_fill else theme.color("sunken")
    box(painter, rect, fill=fill, edge=edge, radius_px=theme.radius("sm") - 1)
    text(painter, rect, label, type_size="caption", ink=ink, align=Qt.AlignmentFlag.AlignHCenter)


def bottom_line(painter: QPainter, rect: QRectF) -> None:
    """The line that parts a row from the next one."""
    painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), current().color("line"))


def left_edge(painter: QPainter, rect: QRectF, *, width_px: float, radius_px: float, color: QColor) -> None:
    """The thick left side of a band, following the band's rounded corners."""
    shape = QPainterPath()
    shape.addRoundedRect(rect, radius_px, radius_px)
    painter.save()
    painter.setClipPath(shape)
    painter.fillRect(QRectF(rect.left(), rect.top(), width_px, rect.height()), color)
    painter.restore()
