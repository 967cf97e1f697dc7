"""Icons: SVG files painted in a token's colour, sharp at any size and screen density."""

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from ui.resources import RESOURCES
from ui.theme.current import current

DENSITIES = (1.0, 1.25, 1.5, 2.0, 3.0)


def paint_icon(painter: QPainter, name: str, rect: QRectF, color_role: str) -> None:
    """Draw the icon as vectors; an icon or colour that does not exist raises."""
    _renderer(name, current().color(color_role).name()).render(painter, rect)


def pixmap(name: str, color_role: str, size_px: int, *, density: float = 1.0) -> QPixmap:
    return _pixmap(name, current().color(color_role).name(), size_px, density)


def icon(name: str, color_role: str, size_px: int) -> QIcon:
    """An icon in the colours of the theme that is on now; ask again after a theme change."""
    made = QIcon()
    for density in DENSITIES:
        made.addPixmap(pixmap(name, color_role, size_px, density=density))
    return made


def app_icon() -> QIcon:
    made = QIcon()
    for size_px in (16, 24, 32, 48, 64, 128, 256):
        made.addPixmap(_pixmap("app", "", size_px, 1.0))
    return made


@cache
def _renderer(name: str, color: str) -> QSvgRenderer:
    source = (RESOURCES / "icons" / f"{name}.svg").read_bytes()
    return QSvgRenderer(QByteArray(source.replace(b"currentColor", color.encode())))


@cache
def _pixmap(name: str, color: str, size_px: int, density: float) -> QPixmap:
    picture = QPixmap(QSize(round(size_px * density), round(size_px * density)))
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _renderer(name, color).render(painter)
    painter.end()
    picture.setDevicePixelRatio(density)
    return picture
