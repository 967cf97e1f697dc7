"""The place of a page that is made when it is first wanted: nothing of it slows the start."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.widgets.key_button import KeyButton
from ui.widgets.scan_field import ListKey


class PagePlace(QWidget):
    """
    Signals:
        verbs_changed: see MainWindow.add_page.
    """

    verbs_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: Any = None  # a QWidget that is a PageView
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def fill(self, view: Any) -> None:
        self._view = view
        self._column.addWidget(view)
        view.verbs_changed.connect(self.verbs_changed)
        self.verbs_changed.emit()

    def take_list_key(self, key: ListKey) -> None:
        """The keys that the empty scan field lends go to the page, once there is one."""
        if self._view is not None:
            self._view.take_list_key(key)

    def verbs(self) -> list[KeyButton]:
        return self._view.verbs() if self._view is not None else []
