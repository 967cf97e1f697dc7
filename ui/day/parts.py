"""A card of a day's parts: a row each, with its name, its share as a bar, and what it comes to."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from ui.day.screen import PartCard, PartRow
from ui.theme import current
from ui.widgets import paint
from ui.widgets.card import Card
from ui.widgets.countdown_bar import paint_bar
from ui.widgets.labels import label

SHARE_BAR_PX = 14
MARK_PX = 12
BAR_PX = 6
GAP_PX = 8
NAME_SHARE = 0.52  # of what the amount leaves


class Parts(Card):
    """
    Signals:
        chosen: the id of the row that was pressed.
    """

    chosen = Signal(str)

    def __init__(self, *, shares: bool = False, bars: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(" ", parent=parent)
        self.rows = PartRows(bars=bars)
        self.rows.chosen.connect(self.chosen)
        self._shares = ShareBar() if shares else None
        self._empty = label(ink="ink-3", wrap=True)
        self._footer = label(size="caption", ink="ink-2", wrap=True)
        self.body.setSpacing(6)
        inner = QVBoxLayout()
        inner.setSpacing(6)
        if self._shares is not None:
            inner.addWidget(self._shares)
        inner.addWidget(self._empty)
        inner.addWidget(self.rows)
        inner.addWidget(self._footer)
        self.body.addLayout(inner)
        self.body.addStretch(1)

    def display(self, card: PartCard, *, selected: str = "") -> None:
        self.set_title(card.title)
        self.set_hint(card.hint, ink="attention-text" if card.hint_is_old else "ink-3")
        self.rows.display(card.rows, selected=selected)
        self._empty.setText(card.empty)
        self._empty.setVisible(bool(card.empty) and not card.rows)
        self._footer.setText(card.footer)
        self._footer.setVisible(bool(card.footer))
        if self._shares is not None:
            self._shares.display(card.rows)


class PartRows(QWidget):
    chosen = Signal(str)

    def __init__(self, *, bars: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wants_bars = bars
        self._rows: tuple[PartRow, ...] = ()
        self._selected = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def display(self, rows: tuple[PartRow, ...], *, selected: str) -> None:
        if (rows, selected) == (self._rows, self._selected):
            return
        self._rows, self._selected = rows, selected
        said = (" ".join(filter(None, (it.name, it.note, it.amount))) for it in rows)
        self.setAccessibleName("; ".join(said))
        self.updateGeometry()
        self.update()

    @property
    def _row_px(self) -> int:
        return current().line_px("body") + 5

    @property
    def _bars(self) -> bool:
        """Bars give way to the names."""
        names_px = max((paint.text_width(it.name) for it in self._rows), default=0)
        room = self.width() - 12 - self._amounts_px - 3 * GAP_PX
        return self._wants_bars and names_px <= room * NAME_SHARE

    @property
    def _amounts_px(self) -> float:
        """The widest amount: so that all bars end alike."""
        return max(map(_amount_px, self._rows), default=0)

    def sizeHint(self) -> QSize:
        return QSize(180, self._row_px * len(self._rows))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self.updateGeometry()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = int(event.position().y()) // self._row_px
        if 0 <= place < len(self._rows) and self._rows[place].id:
            self.chosen.emit(self._rows[place].id)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = paint.begin(self)
        for place, row in enumerate(self._rows):
            box = QRectF(0, place * self._row_px, self.width(), self._row_px)
            self._paint_row(painter, row, box)
        painter.end()

    def _paint_row(self, painter: QPainter, row: PartRow, box: QRectF) -> None:
        theme = current()
        is_chosen = bool(row.id) and row.id == self._selected
        if is_chosen:
            around = box.adjusted(0, 1, 0, -1)
            edge = theme.color("focus")
            paint.box(
                painter, around, fill=theme.color("accent-tint"), edge=edge, radius_px=theme.radius("sm"), edge_px=2
            )
        line = box.adjusted(6, 0, -6, 0)
        right = Qt.AlignmentFlag.AlignRight
        paint.text(painter, line, row.amount, bold=True, align=right, ink="accent-text" if is_chosen else "ink")
        line.setRight(line.right() - (self._amounts_px if self._bars else _amount_px(row)) - GAP_PX)
        if row.ink:
            mark = QRectF(line.left(), line.center().y() - MARK_PX / 2, MARK_PX, MARK_PX)
            paint.box(painter, mark, fill=theme.color(row.ink), radius_px=3)
            line.setLeft(mark.right() + GAP_PX)
        if self._bars:
            bar = QRectF(
                line.left() + line.width() * NAME_SHARE,
                line.center().y() - BAR_PX / 2,
                line.width() * (1 - NAME_SHARE),
                BAR_PX,
            )
            paint_bar(painter, bar, row.fraction, ink=row.tone or "accent")
            line.setRight(bar.left() - GAP_PX)
        ink = f"{row.tone}-text" if row.tone else "ink"
        name_px = paint.text_width(row.name)
        paint.text(painter, line, row.name, ink=ink)
        note = line.adjusted(name_px + GAP_PX, 0, 0, 0)
        if row.note and note.width() > 24 and not self._bars:
            paint.text(painter, note, row.note, type_size="caption", ink=ink if row.tone else "ink-3")


def _amount_px(row: PartRow) -> float:
    return paint.text_width(row.amount, bold=True)


class ShareBar(QWidget):
    """All parts as one bar, each as long as its share."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[PartRow, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def display(self, rows: tuple[PartRow, ...]) -> None:
        self._rows = tuple(it for it in rows if it.fraction > 0)
        self.setVisible(bool(self._rows))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(120, SHARE_BAR_PX)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = paint.begin(self)
        whole = sum(it.fraction for it in self._rows)
        left, wide = 0.0, self.width() - 2.0 * (len(self._rows) - 1)
        for it in self._rows:
            part = QRectF(left, 0, max(3.0, wide * it.fraction / whole), self.height())
            paint.box(painter, part, fill=current().color(it.ink or "accent"), radius_px=4)
            left = part.right() + 2
        painter.end()
