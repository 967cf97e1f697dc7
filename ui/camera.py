"""The camera at the counter: turned on and off by the clerk, and what it says about itself in words."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QImage

from ui.messages import Text
from ui.threads import CameraThread
from ui.widgets.camera_preview import Found

if TYPE_CHECKING:
    from clerk_app.scanning.camera import Camera
    from clerk_app.scanning.watch import Preview, Seen, Trouble

TROUBLES = {
    "absent": Text.CAMERA_ABSENT,
    "busy": Text.CAMERA_BUSY,
    "lost": Text.CAMERA_LOST,
    "bad_source": Text.CAMERA_BAD_SOURCE,
    "forbidden": Text.CAMERA_FORBIDDEN,
}


class CameraDesk(QObject):
    """
    Signals:
        turned: whether the camera is on.
        framed: a picture for the preview.
        found: the codes in it, to be outlined, in pixels of that picture.
        scanned: the text of a code that acts.
        said: how the camera is, in words.
    """

    turned = Signal(bool)
    framed = Signal(QImage)
    found = Signal(tuple)
    scanned = Signal(str)
    said = Signal(Text)

    def __init__(self, source: "str | Callable[[], Camera]", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._source = source
        self._thread: CameraThread | None = None
        self._width_px = 0
        self.troubles = frozenset(TROUBLES.values())

    @property
    def is_on(self) -> bool:
        return self._thread is not None

    @Slot()
    def toggle(self) -> None:
        if self.is_on:
            self.stop()
        else:
            self._start()

    def change_source(self, source: "str | Callable[[], Camera]") -> None:
        was_on = self.is_on
        self.stop()
        self._source = source
        if was_on:
            self._start()

    def stop(self) -> None:
        if self._thread is not None:
            thread, self._thread = self._thread, None
            thread.stop()
            self.turned.emit(self.is_on)

    def _start(self) -> None:
        self._thread = thread = CameraThread(self._source, self)
        thread.framed.connect(self._frame)
        thread.seen.connect(self._see)
        thread.scanned.connect(self.scanned)
        thread.troubled.connect(self._hear_trouble)
        thread.start()
        self.turned.emit(self.is_on)

    @Slot(object)
    def _frame(self, preview: "Preview") -> None:
        if self._thread is None:
            return
        self._width_px = preview.width_px
        row_bytes = preview.width_px * 3
        picture = QImage(preview.rgb, preview.width_px, preview.height_px, row_bytes, QImage.Format.Format_RGB888)
        self.framed.emit(picture.copy())

    @Slot(object)
    def _see(self, seen: "Seen") -> None:
        scale = self._width_px / seen.width_px if self._width_px else 1.0
        self.found.emit(tuple(Found(tuple((x * scale, y * scale) for x, y in code.corners)) for code in seen.codes))

    @Slot(object)
    def _hear_trouble(self, trouble: "Trouble") -> None:
        self.said.emit(TROUBLES[trouble.reason.value] if trouble.reason else Text.CAMERA_SEARCHING)
