"""Nothing here: an icon, one line, and what will make it fill."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.widgets.icon_label import IconLabel
from ui.widgets.labels import label


class EmptyState(QWidget):
    def __init__(self, icon: str = "", title: str = "", text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = IconLabel(size_px=36, ink="ink-3")
        self._title = label(size="lead", bold=True, wrap=True)
        self._text = label(ink="ink-2", wrap=True)
        centre = Qt.AlignmentFlag.AlignHCenter
        self._title.setAlignment(centre)
        self._text.setAlignment(centre)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 24)
        layout.setSpacing(2)
        layout.addStretch(1)
        layout.addWidget(self._icon, alignment=centre)
        layout.addSpacing(12)
        layout.addWidget(self._title)
        layout.addWidget(self._text)
        layout.addStretch(1)
        self.display(icon, title, text)

    def display(self, icon: str, title: str, text: str = "") -> None:
        self._icon.display(icon, ink="ink-3")
        self._title.setText(title)
        self._text.setText(text)
        self._text.setVisible(bool(text))
        self.setAccessibleName(f"{title} {text}".strip())
