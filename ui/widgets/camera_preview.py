"""What the camera sees, with the code that was found outlined; or in words why it sees nothing."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QDeadlineTimer, QPointF, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF, QTransform
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from ui.theme import current
from ui.widgets import paint
from ui.widgets.ticker import ticker

OUTLINE_MS = 900


@dataclass(frozen=True, slots=True)
class Found:
    """The corners of a code in pixels of the frame, in any number and order around it."""

    corners: tuple[tuple[float, float], ...]


class CameraPreview(QFrame):
    """Mirrored by default, so that a person who aims a phone moves it the right way."""

    def __init__(self, *, mirrored: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mirrored = mirrored
        self._frame = QImage()
        self._found: tuple[Found, ...] = ()
        self._found_until = QDeadlineTimer(0)
        self._trouble, self._retry_words = "", _no_words
        self._retry_at = QDeadlineTimer(0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(160, 90)
        ticker().ticked.connect(self._tick)

    def show_frame(self, frame: QImage) -> None:
        """Show an RGB frame; any earlier trouble is over."""
        self._frame, self._trouble = frame, ""
        self.setAccessibleDescription("")
        self.update()

    def show_rgb(self, pixels: bytes, *, width: int, height: int) -> None:
        """Show a frame of packed RGB bytes, which are copied, so the camera may reuse its buffer."""
        if len(pixels) != width * height * 3:
            raise ValueError(f"{len(pixels)} bytes are no {width}×{height} RGB picture")
        self.show_frame(QImage(pixels, width, height, width * 3, QImage.Format.Format_RGB888).copy())

    def show_found(self, found: tuple[Found, ...]) -> None:
        """Outline these codes for a moment."""
        self._found, self._found_until = found, QDeadlineTimer(OUTLINE_MS)
        self.update()

    def show_trouble(self, text: str, *, retry_in_s: float = 0, words: Callable[[int], str] | None = None) -> None:
        """Say why there is no picture; `words(seconds)` says when it is tried again."""
        self._frame, self._trouble = QImage(), text
        self._retry_words = words or _no_words
        self._retry_at = QDeadlineTimer(round(retry_in_s * 1000))
        self.setAccessibleDescription(text)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(320, 180)

    @Slot()
    def _tick(self) -> None:
        if self.isVisible() and (self._trouble or self._found):
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current()
        rect, radius_px = QRectF(self.rect()), theme.radius("lg")
        painter = paint.begin(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        shape = QPainterPath()
        shape.addRoundedRect(rect, radius_px, radius_px)
        painter.setClipPath(shape)
        painter.fillRect(rect, theme.color("sunken"))
        if self._frame.isNull():
            self._paint_trouble(painter, rect)
        else:
            self._paint_frame(painter, rect)
        painter.setClipping(False)
        paint.box(painter, rect, edge=theme.color("line"), radius_px=radius_px)
        painter.end()

    def _paint_frame(self, painter: QPainter, rect: QRectF) -> None:
        size = QSize(self._frame.size())
        scale = max(rect.width() / size.width(), rect.height() / size.height())
        place = QTransform().translate(rect.center().x(), rect.center().y())
        place.scale(-scale if self._mirrored else scale, scale)
        place.translate(-size.width() / 2, -size.height() / 2)
        painter.save()
        painter.setTransform(place, combine=True)
        painter.drawImage(0, 0, self._frame)
        painter.restore()
        if self._found and not self._found_until.hasExpired():
            for found in self._found:
                self._outline(painter, place, found)

    def _outline(self, painter: QPainter, place: QTransform, found: Found) -> None:
        corners = QPolygonF([place.map(QPointF(x, y)) for x, y in found.corners])
        for color, width in (("on-accent", 6.0), ("done", 3.5)):
            pen = QPen(current().color(color), width)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPolygon(corners)

    def _paint_trouble(self, painter: QPainter, rect: QRectF) -> None:
        theme, centre = current(), Qt.AlignmentFlag.AlignHCenter
        middle = rect.center()
        ink = "attention-text" if self._trouble else "ink-3"
        paint.icon(painter, "camera", QPointF(middle.x(), middle.y() - theme.box(28)), theme.size("icon-lg"), ink=ink)
        words = QRectF(rect.left() + 12, middle.y(), rect.width() - 24, theme.line_px("body"))
        for line in paint.lines(self._trouble, width_px=words.width(), most=2, bold=True):
            paint.text(painter, words, line, bold=True, align=centre)
            words.translate(0, theme.line_px("body"))
        left_s = -(-self._retry_at.remainingTime() // 1000)
        retry = self._retry_words(max(left_s, 0))
        paint.text(painter, words, retry, type_size="caption", ink="ink-3", align=centre)


def _no_words(_seconds: int) -> str:
    return ""
