"""Looks for texts that do not fit where they stand: what a person could not read is a fault of the screen."""

from collections.abc import Iterator

from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QStyle, QStyleOptionFrame, QWidget

from ui.widgets import paint
from ui.widgets.labels import ElidedLabel

TOLERANCE_PX = 2
SHOWN_MAX = 60


def cut_texts(window: QWidget) -> list[str]:
    """The texts of the window that are not whole, whether by an ellipsis or by the edge of their place."""
    with paint.cut_words() as elided:
        window.grab()
    beyond = {_text_of(widget) for widget in _readable(window) if _is_cut(widget)}
    return sorted({_shown(text) for text in elided | beyond})


def unfilled_texts(window: QWidget) -> list[str]:
    """The texts of the window, what is only heard included, in which a {place} was never filled."""
    texts = {text for widget in _all_of(window) for text in _texts_of(widget)}
    return sorted(_shown(text) for text in texts if "{" in text or "}" in text)


def _all_of(window: QWidget) -> list[QWidget]:
    return [window, *(widget for widget in window.findChildren(QWidget) if widget.isVisibleTo(window))]


def _texts_of(widget: QWidget) -> tuple[str, ...]:
    written = _text_of(widget) if isinstance(widget, QLabel | QPushButton | QLineEdit) else ""
    return written, widget.accessibleName(), widget.accessibleDescription(), widget.toolTip(), widget.windowTitle()


def _readable(window: QWidget) -> Iterator[QLabel | QPushButton | QLineEdit]:
    for widget in window.findChildren(QWidget):
        if isinstance(widget, QLabel | QPushButton | QLineEdit) and widget.isVisibleTo(window) and _text_of(widget):
            yield widget


def _is_cut(widget: QLabel | QPushButton | QLineEdit) -> bool:
    if isinstance(widget, ElidedLabel):
        return False  # it tells when it is painted
    if isinstance(widget, QLineEdit):
        return widget.fontMetrics().horizontalAdvance(_text_of(widget)) > _room_px(widget) + TOLERANCE_PX
    if isinstance(widget, QLabel) and widget.wordWrap():
        return widget.heightForWidth(widget.width()) > widget.height() + TOLERANCE_PX
    wanted = widget.sizeHint()
    return wanted.width() > widget.width() + TOLERANCE_PX or wanted.height() > widget.height() + TOLERANCE_PX


def _room_px(field: QLineEdit) -> int:
    """How wide the text of a field may be."""
    option = QStyleOptionFrame()
    field.initStyleOption(option)
    inside = field.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, field)
    margins = field.textMargins()
    return inside.width() - margins.left() - margins.right()


def _text_of(widget: QLabel | QPushButton | QLineEdit) -> str:
    return widget.text() or (widget.placeholderText() if isinstance(widget, QLineEdit) else "")


def _shown(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= SHOWN_MAX else f"{text[:SHOWN_MAX]}…"
