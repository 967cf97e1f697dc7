"""Lets a widget know at once how much room its contents need, which Qt finds out with the next events only."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def settle(widget: QWidget) -> None:
    for child in widget.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
        settle(child)
    layout = widget.layout()
    if layout is not None:
        layout.invalidate()
        layout.activate()
    widget.updateGeometry()
