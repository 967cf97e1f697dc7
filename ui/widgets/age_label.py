"""How old a figure is: "as of 14:02 · 3 min ago". It turns amber when the figure is too old to promise from."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.widgets.icon_label import IconLabel
from ui.widgets.labels import ElidedLabel, restyle
from ui.widgets.ticker import ticker


class AgeLabel(QWidget):
    """`words(as_of, age)` makes the sentence; it is asked again every second while the label can be seen."""

    def __init__(
        self,
        words: Callable[[datetime, timedelta], str],
        *,
        stale_after_s: float,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._words, self._stale_after = words, timedelta(seconds=stale_after_s)
        self._now = now
        self._as_of: datetime | None = None
        self._icon = IconLabel("clock", size_px=16, ink="ink-3")
        self._label = ElidedLabel(size="caption", ink="ink-3")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self._icon)
        layout.addWidget(self._label)
        self.setVisible(False)
        ticker().ticked.connect(self.refresh)

    @property
    def text(self) -> str:
        return self._label.text()

    @property
    def stale(self) -> bool:
        return self._as_of is not None and self._now() - self._as_of > self._stale_after

    def display(self, as_of: datetime | None) -> None:
        """`as_of` is aware; without one the label takes no room."""
        self._as_of = as_of
        self.setVisible(as_of is not None)
        self._write()

    @Slot()
    def refresh(self) -> None:
        if self.isVisible():
            self._write()

    def _write(self) -> None:
        if self._as_of is None:
            return
        ink = "attention-text" if self.stale else "ink-3"
        words = self._words(self._as_of, self._now() - self._as_of)
        if words != self._label.text():
            self._label.setText(words)
            self.setAccessibleName(words)
        self._icon.display("clock", ink=ink)
        restyle(self._label, ink=ink)
