"""Looks for texts that do not fit where they stand: what a person could not read is a fault of the screen."""

from collections.abc import Iterator

from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget

from ui.widgets.labels import ElidedLabel

TOLERANCE_PX = 2
SHOWN_MAX = 60


def cut_texts(window: QWidget) -> list[str]:
    """The texts of visible labels and buttons that are wider or higher than their place.

    Labels made to give way (`ElidedLabel`) keep their whole text as tool tip, so they are not counted here.
    """
    return sorted({_shown(widget) for widget in _readable(window) if _is_cut(widget)})


def elided_texts(window: QWidget) -> list[str]:
    """The texts that gave way to an ellipsis, as they may."""
    return sorted(
        {_shown(widget) for widget in _readable(window) if isinstance(widget, ElidedLabel) and _gave_way(widget)}
    )


def _readable(window: QWidget) -> Iterator[QWidget]:
    for widget in window.findChildren(QWidget):
        if widget.isVisibleTo(window) and isinstance(widget, QLabel | QPushButton) and widget.text():
            yield widget


def _is_cut(widget: QWidget) -> bool:
    if isinstance(widget, ElidedLabel):
        return False
    if isinstance(widget, QLabel) and widget.wordWrap():
        return widget.heightForWidth(widget.width()) > widget.height() + TOLERANCE_PX
    wanted = widget.sizeHint()
    return wanted.width() > widget.width() + TOLERANCE_PX or wanted.height() > widget.height() + TOLERANCE_PX


def _gave_way(widget: ElidedLabel) -> bool:
    return widget.fontMetrics().horizontalAdvance(widget.text()) > widget.width() + TOLERANCE_PX


def _shown(widget: QWidget) -> str:
    assert isinstance(widget, QLabel | QPushButton | QLineEdit), "only what has a text is looked at"
    text = " ".join(widget.text().split())
    return text if len(text) <= SHOWN_MAX else f"{text[:SHOWN_MAX]}…"
