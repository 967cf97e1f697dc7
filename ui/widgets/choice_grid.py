"""A few choices in a grid of which one holds: shelves, or reasons. Arrows move, digits choose, as in any sheet."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QSizePolicy, QWidget

from ui.theme import current
from ui.widgets import paint

DIGITS_MAX = 9
_ARROWS = {Qt.Key.Key_Left: (0, -1), Qt.Key.Key_Right: (0, 1), Qt.Key.Key_Up: (-1, 0), Qt.Key.Key_Down: (1, 0)}


@dataclass(frozen=True, slots=True)
class GridChoice:
    """One of the choices of a sheet, with its quiet addition."""

    id: str
    text: str
    note: str = ""


class ChoiceGrid(QWidget):
    """
    Signals:
        chosen: the id of the choice that a person made.
        settled: it was made by its digit, so nobody is on the way to another one.
    """

    chosen = Signal(str)
    settled = Signal()

    def __init__(self, *, columns: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._columns = columns
        self._choices: tuple[GridChoice, ...] = ()
        self.cells: list[_Cell] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(8)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def display(self, choices: tuple[GridChoice, ...], *, chosen: str) -> None:
        if [choice.id for choice in choices] != [choice.id for choice in self._choices]:
            self._build(choices)
        self._choices = choices
        for choice, cell in zip(choices, self.cells, strict=True):
            cell.display(choice, chosen=choice.id == chosen)
        self._make_one_stop()

    def _make_one_stop(self) -> None:
        """Tab visits the chosen cell only, and then what is beside the grid; the arrows go from cell to cell."""
        stop = next((cell for cell in self.cells if cell.isChecked()), next(iter(self.cells), None))
        for cell in self.cells:
            tab = cell is stop or cell.hasFocus()
            cell.setFocusPolicy(Qt.FocusPolicy.StrongFocus if tab else Qt.FocusPolicy.ClickFocus)

    def take_focus(self) -> None:
        """Give the keys to the chosen cell, or to the first."""
        cell = next((cell for cell in self.cells if cell.isChecked()), next(iter(self.cells), None))
        if cell is not None:
            cell.setFocus(Qt.FocusReason.OtherFocusReason)

    def choose_digit(self, digit: int) -> bool:
        if not 1 <= digit <= min(DIGITS_MAX, len(self._choices)):
            return False
        self.cells[digit - 1].setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.chosen.emit(self._choices[digit - 1].id)
        self.settled.emit()
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        place = next((i for i, cell in enumerate(self.cells) if cell.hasFocus()), -1)
        arrow = _ARROWS.get(Qt.Key(event.key()))
        if arrow is not None and place >= 0:
            target = place + arrow[0] * self._columns + arrow[1]
            if 0 <= target < len(self.cells):
                self.cells[target].setFocus(Qt.FocusReason.OtherFocusReason)
                self.chosen.emit(self._choices[target].id)
        elif not (event.text().isascii() and event.text().isdigit() and self.choose_digit(int(event.text()))):
            super().keyPressEvent(event)

    def _build(self, choices: tuple[GridChoice, ...]) -> None:
        for old in self.cells:
            self._grid.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.cells = [_Cell(digit=i + 1 if i < DIGITS_MAX else 0) for i in range(len(choices))]
        for place, (cell, choice) in enumerate(zip(self.cells, choices, strict=True)):
            self._grid.addWidget(cell, place // self._columns, place % self._columns)
            cell.show()  # now, or the first layout would leave no room for it
            cell.pressed_id.connect(self.chosen)
            cell.display(choice, chosen=False)


class _Cell(QAbstractButton):
    pressed_id = Signal(str)

    def __init__(self, *, digit: int) -> None:
        super().__init__()
        self._choice = GridChoice("", "")
        self._cap = str(digit) if digit else ""
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self._press)

    def display(self, choice: GridChoice, *, chosen: bool) -> None:
        self._choice = choice
        self.setText(choice.text)
        self.setAccessibleName(f"{choice.text} {choice.note}".strip())
        self.setAccessibleDescription(self._cap)
        self.setChecked(chosen)
        self.update()

    def _press(self) -> None:
        self.setChecked(True)
        self.pressed_id.emit(self._choice.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            super().keyPressEvent(event)
        else:
            event.ignore()  # arrows and digits are the grid's, Enter is a scanner's

    def sizeHint(self) -> QSize:
        words_px = max(paint.text_width(self._choice.text, bold=True), paint.text_width(self._choice.note, "caption"))
        height = current().line_px("body") + current().line_px("caption") + 16
        return QSize(round(words_px + paint.key_cap_width(self._cap) + 40), max(height, current().size("touch-min")))

    def minimumSizeHint(self) -> QSize:
        return QSize(72, self.sizeHint().height())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, rect = current(), QRectF(self.rect())
        painter = paint.begin(self)
        on = self.isChecked()
        fill = "accent-tint" if on else "hover" if self.underMouse() else "surface"
        radius_px = theme.radius("md")
        edge = theme.color("accent" if on else "line-strong")
        paint.box(painter, rect, fill=theme.color(fill), edge=edge, radius_px=radius_px, edge_px=2 if on else 1)
        first, second = theme.line_px("body"), theme.line_px("caption")
        top = (rect.height() - first - (second if self._choice.note else 0)) / 2
        cap_px = paint.key_cap_width(self._cap) + 10 if self._cap else 0
        width = rect.width() - 24 - cap_px
        ink = "accent-text" if on else "ink"
        paint.text(painter, QRectF(12, top, width, first), self._choice.text, ink=ink, bold=True)
        paint.text(painter, QRectF(12, top + first, width, second), self._choice.note, type_size="caption", ink="ink-3")
        if self._cap:
            paint.key_cap(painter, rect.right() - 11, rect.height() / 2, self._cap)
        if self.hasFocus():
            paint.focus_ring(painter, rect.adjusted(3, 3, -3, -3), radius_px=radius_px - 2)
        painter.end()
