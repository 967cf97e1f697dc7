"""A few choices side by side of which exactly one holds, such as "in person" or "somebody else"."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainterPath, QPaintEvent, QShortcut
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from ui.theme import current
from ui.widgets import paint


@dataclass(frozen=True, slots=True)
class Choice:
    id: str
    text: str
    icon: str = ""
    key: str = ""


class Segmented(QWidget):
    """
    Signals:
        chosen: the id of the choice that a person (not the program) made.
    """

    chosen = Signal(str)

    def __init__(self, choices: tuple[Choice, ...] = (), *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices: tuple[Choice, ...] = ()
        self._segments: list[_Segment] = []
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._group.idClicked.connect(self._chosen)
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        if choices:
            self.display(choices, selected=choices[0].id)

    @property
    def selected(self) -> str:
        """The id of the choice that holds, "" if there are none."""
        index = self._group.checkedId()
        return self._choices[index].id if index >= 0 else ""

    def take_focus(self) -> None:
        """Give the keys to the choice that holds."""
        index = self._group.checkedId()
        if index >= 0:
            self._segments[index].setFocus(Qt.FocusReason.OtherFocusReason)

    def display(self, choices: tuple[Choice, ...], *, selected: str) -> None:
        if choices != self._choices:
            self._build(choices)
        self._group.setExclusive(False)  # else the last choice could not be taken away again
        for choice, segment in zip(choices, self._segments, strict=True):
            segment.setChecked(choice.id == selected)
        self._group.setExclusive(True)

    def _build(self, choices: tuple[Choice, ...]) -> None:
        for old in self._segments:
            self._group.removeButton(old)
            self._layout.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._choices = choices
        last = len(choices) - 1
        self._segments = [_Segment(choice, first=i == 0, last=i == last) for i, choice in enumerate(choices)]
        for index, segment in enumerate(self._segments):
            self._group.addButton(segment, index)
            self._layout.addWidget(segment, 1)
            segment.show()  # now, or its key would sleep until the next turn of the event loop

    @Slot(int)
    def _chosen(self, index: int) -> None:
        self.chosen.emit(self._choices[index].id)


class _Segment(QAbstractButton):
    def __init__(self, choice: Choice, *, first: bool, last: bool) -> None:
        super().__init__()
        self._choice, self._first, self._last = choice, first, last
        self.setCheckable(True)
        self.setText(choice.text)
        self.setAccessibleName(choice.text)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._cap = paint.key_label(choice.key)
        if choice.key:
            self.setAccessibleDescription(self._cap)
            shortcut = QShortcut(QKeySequence(choice.key), self)
            shortcut.activated.connect(self.click)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        width = self._content_width() + 28
        return QSize(round(width), current().size("control"))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _content_width(self) -> float:
        width = paint.text_width(self.text(), bold=True)
        if self._choice.icon:
            width += current().size("icon-sm") + 8
        if self._cap:
            width += paint.key_cap_width(self._cap) + 8
        return width

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current()
        painter = paint.begin(self)
        rect = QRectF(self.rect())
        outer = rect.adjusted(0 if self._first else -20, 0, 0 if self._last else 20, 0)
        fill = "accent-tint" if self.isChecked() else "hover" if self.underMouse() else "surface"
        clip = QPainterPath()
        clip.addRect(rect)
        painter.setClipPath(clip)
        radius_px = theme.radius("lg") - 2
        paint.box(painter, outer, fill=theme.color(fill), edge=theme.color("line-strong"), radius_px=radius_px)
        if not self._first:
            painter.fillRect(QRectF(0, 1, 1, rect.height() - 2), theme.color("line"))
        x, middle = max((rect.width() - self._content_width()) / 2, 4), rect.height() / 2
        ink = "accent-text" if self.isChecked() else "ink-2"
        if not self.isEnabled():
            ink = "ink-disabled"
        if self._choice.icon:
            icon_px = theme.size("icon-sm")
            paint.icon(painter, self._choice.icon, QPointF(x + icon_px / 2, middle), icon_px, ink=ink)
            x += icon_px + 8
        cap_px = paint.key_cap_width(self._cap) + 8 if self._cap else 0
        words_px = min(paint.text_width(self.text(), bold=True), rect.width() - x - cap_px - 4)
        paint.text(painter, QRectF(x, 0, words_px + 1, rect.height()), self.text(), ink=ink, bold=self.isChecked())
        if self._cap:
            paint.key_cap(painter, x + words_px + cap_px, middle, self._cap)
        if self.hasFocus():
            paint.focus_ring(painter, rect.adjusted(2, 2, -2, -2), radius_px=radius_px - 2)
        painter.end()
