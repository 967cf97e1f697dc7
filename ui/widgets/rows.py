"""Rows of cards: a job with its deadline and button, and an act with a key that the whole row performs."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPaintEvent, QShortcut
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.theme import State, current
from ui.widgets import paint
from ui.widgets.countdown_bar import CountdownBar, bar_ink
from ui.widgets.icon_label import IconLabel
from ui.widgets.key_button import KeyButton
from ui.widgets.labels import ElidedLabel, restyle
from ui.widgets.loc_tag import LocTag


@dataclass(frozen=True, slots=True)
class Job:
    """`due_fraction` is how much of the time is used up; without a `due` neither it nor the bar is shown."""

    id: str
    icon: str
    title: str
    subtitle: str = ""
    place: str = ""
    due: str = ""
    due_fraction: float = 0.0
    due_state: State | None = None
    action: str = ""
    action_key: str = ""


class JobRow(QWidget):
    """
    Signals:
        acted: the job's id; its button was pressed.
    """

    acted = Signal(str)

    def __init__(self, job: Job, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._id = job.id
        self._icon = IconLabel(size_px=20)
        self._title = ElidedLabel(bold=True)
        self._subtitle = ElidedLabel(size="caption", ink="ink-3")
        self._place = LocTag()
        self._due = ElidedLabel(ink="ink-2")
        self._bar = CountdownBar()
        self._button = KeyButton()
        self._button.clicked.connect(self._act)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._lay_out()
        self.display(job)

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(self._subtitle)
        due = QVBoxLayout()
        due.setSpacing(4)
        due.addWidget(self._due)
        due.addWidget(self._bar)
        self._due_box = QWidget()
        self._due_box.setLayout(due)
        self._due_box.setFixedWidth(120)
        due.setContentsMargins(0, 0, 0, 0)
        row = QHBoxLayout(self)
        row.setContentsMargins(17, 7, 10, 7)
        row.setSpacing(14)
        row.addWidget(self._icon)
        row.addLayout(words, 1)
        row.addWidget(self._place)
        row.addWidget(self._due_box)
        row.addWidget(self._button)

    def display(self, job: Job) -> None:
        self._id = job.id
        self._icon.display(job.icon)
        self._title.setText(job.title)
        self._subtitle.setText(job.subtitle)
        self._place.display(job.place)
        self._due.setText(job.due)
        ink = f"{job.due_state}-text" if job.due_state else "ink-2"
        restyle(self._due, ink=ink, bold=job.due_state is not None)
        self._due_box.setVisible(bool(job.due))
        self._due_box.setFixedWidth(max(120, round(96 * current().text_scale)))  # a moment fits at every text size
        self._bar.display(job.due_fraction, ink=bar_ink(job.due_state), spoken=job.due)
        self._button.setText(job.action)
        self._button.set_key(job.action_key)
        self._button.setVisible(bool(job.action))
        self.setAccessibleName(f"{job.title} {job.subtitle} {job.place} {job.due}".strip())

    def _act(self) -> None:
        self.acted.emit(self._id)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = paint.begin(self)
        paint.bottom_line(painter, QRectF(self.rect()))
        painter.end()


@dataclass(frozen=True, slots=True)
class Action:
    """Something the clerk may do next."""

    id: str
    icon: str
    title: str
    subtitle: str = ""
    key: str = ""


class ActionRow(QAbstractButton):
    """
    Signals:
        acted: the action's id.
    """

    acted = Signal(str)

    def __init__(self, action: Action, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._action = action
        self.setAccessibleName(f"{action.title} {action.subtitle}".strip())
        self.setAccessibleDescription(paint.key_label(action.key))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self._act)
        if action.key:
            shortcut = QShortcut(QKeySequence(action.key), self)
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(self.click)

    def _act(self) -> None:
        self.acted.emit(self._action.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        theme = current()
        return QSize(240, theme.line_px("body") + theme.line_px("caption") + 26)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, action = current(), self._action
        painter = paint.begin(self)
        rect = QRectF(self.rect())
        paint.bottom_line(painter, rect)
        if self.isDown() or self.underMouse():
            fill = theme.color("pressed" if self.isDown() else "hover")
            paint.box(painter, rect.adjusted(4, 4, -4, -4), fill=fill, radius_px=theme.radius("md"))
        middle, icon_px = rect.height() / 2, theme.box(22)
        paint.icon(painter, action.icon, QPointF(17 + icon_px / 2, middle), icon_px, ink="accent-text")
        chevron = QPointF(rect.right() - 26, middle)
        paint.icon(painter, "chevron", chevron, theme.size("icon-sm") - 2, ink="ink-2")
        cap = paint.key_label(action.key)
        right = rect.right() - 48
        paint.key_cap(painter, right, middle, cap) if cap else None
        left = 17 + icon_px + 13
        width = right - paint.key_cap_width(cap) - 10 - left
        first, second = theme.line_px("body"), theme.line_px("caption") if action.subtitle else 0
        top = (rect.height() - first - second) / 2
        paint.text(painter, QRectF(left, top, width, first), action.title, bold=True)
        paint.text(painter, QRectF(left, top + first, width, second), action.subtitle, type_size="caption", ink="ink-3")
        if self.hasFocus():
            paint.focus_ring(painter, rect.adjusted(3, 3, -3, -3), radius_px=theme.radius("md"))
        painter.end()
