"""The way in which the line reaches the customer, and the places that can, the best first. It only draws."""

from datetime import datetime, timedelta

from PySide6.QtCore import QRectF, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QPaintEvent, QShortcut
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.basket.elsewhere_build import ways
from ui.basket.elsewhere_screen import ElsewhereScreen, OfferRow
from ui.formats import age
from ui.messages import Text, say
from ui.theme import current
from ui.widgets import paint
from ui.widgets.age_label import AgeLabel
from ui.widgets.key_button import KeyButton, Variant
from ui.widgets.labels import Badge, ElidedLabel, label, restyle
from ui.widgets.segmented import Segmented

STALE_S = 120


class ElsewhereBox(QWidget):
    """
    Signals:
        way_chosen: carry_out, ship or pickup.
        offer_chosen: the id of the place that should keep the pieces.
        pay_chosen: in full, or later.
        asked: ask the hub once more.
        note_wanted: note the intent for a call.
    """

    way_chosen = Signal(str)
    offer_chosen = Signal(str)
    pay_chosen = Signal(str)
    asked = Signal()
    note_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[OfferRow, ...] = ()
        self.ways, self.pays = Segmented(ways()), Segmented()  # whose keys are there before any sheet silences them
        self._words = label(ink="ink-2", wrap=True)
        self.ask = KeyButton(icon="refresh", key="Ctrl+R", variant=Variant.QUIET)
        self.note = KeyButton(icon="note", key="Ctrl+B")
        self._rows = QVBoxLayout()
        self._rows.setSpacing(8)
        self._made: list[OfferButton] = []
        self._credit = label(size="caption", ink="ink-2", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.ways)
        said = QHBoxLayout()
        said.addWidget(self._words, 1)
        said.addStretch()
        said.addWidget(self.ask, alignment=Qt.AlignmentFlag.AlignRight)
        column.addLayout(said)
        column.addWidget(self.note, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addLayout(self._rows)
        column.addWidget(self.pays)
        column.addWidget(self._credit)
        self.ways.chosen.connect(self.way_chosen)
        self.ask.clicked.connect(self.asked)
        self.note.clicked.connect(self.note_wanted)
        self.pays.chosen.connect(self.pay_chosen)

    def display(self, screen: ElsewhereScreen) -> None:
        self.setVisible(bool(screen.ways))
        if screen.ways:
            self.ways.display(screen.ways, selected=screen.way)
        self._words.setText(screen.words)
        self._words.setVisible(bool(screen.words))
        restyle(self._words, ink="attention-text" if screen.is_doubt else "ink-2")
        self.ask.setText(say(Text.ASK_NOW))
        self.ask.setVisible(screen.can_ask)
        self.note.setText(say(Text.WI_CALL_BACK))
        self.note.setVisible(screen.can_note)
        self.pays.display(screen.pays, selected=screen.pay)
        self.pays.setVisible(bool(screen.pays))
        self._credit.setText(say(Text.E_CREDIT, who=screen.credit) if screen.credit else "")
        self._credit.setToolTip(screen.credit_in_money)
        self._credit.setVisible(bool(screen.credit))
        if [row.id for row in screen.rows] == [row.id for row in self._shown]:
            for made, row in zip(self._made, screen.rows, strict=True):
                made.display(row)
        else:
            self._build(screen.rows)
        self._shown = screen.rows

    def _build(self, rows: tuple[OfferRow, ...]) -> None:
        for old in self._made:
            old.hide()
            old.setParent(None)
            old.deleteLater()
        self._made = [OfferButton(row) for row in rows]
        for made in self._made:
            made.chosen.connect(self.offer_chosen)
            self._rows.addWidget(made)
            made.show()  # now, or its key would sleep until the next turn of the event loop


class OfferButton(QAbstractButton):
    """One place: pressing it keeps the pieces there.

    Signals:
        chosen: its id.
    """

    chosen = Signal(str)

    def __init__(self, row: OfferRow) -> None:
        super().__init__()
        self._row = row
        self._rank = label(size="title", bold=True, ink="accent-text")
        self._name = label(size="lead", bold=True)
        self._badge = Badge()
        self._why = ElidedLabel(ink="ink-2")
        self._promise = label(bold=True)
        self._free = label(ink="ink-2")
        self._age = AgeLabel(_age_words, stale_after_s=STALE_S)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._lay_out()
        for part in self.findChildren(QWidget):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.clicked.connect(self._choose)
        if row.key:
            key = QShortcut(QKeySequence(row.key), self)
            key.activated.connect(self.click)
        self.display(row)

    def _lay_out(self) -> None:
        first, second = QHBoxLayout(), QHBoxLayout()
        for line in (first, second):
            line.setSpacing(8)
        first.addWidget(self._name)
        first.addWidget(self._badge)
        first.addStretch(1)
        first.addWidget(self._promise)
        second.addWidget(self._why, 1)
        second.addWidget(self._free)
        second.addWidget(self._age)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addLayout(first)
        words.addLayout(second)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 10, 14, 10)
        row.setSpacing(14)
        row.addWidget(self._rank)
        row.addLayout(words, 1)

    def display(self, row: OfferRow) -> None:
        self._row = row
        self._rank.setText(row.rank)
        self._name.setText(row.name)
        self._badge.display(row.held, tone="attention" if row.is_lapsed else "done")
        self._why.setText(row.why)
        self._promise.setText(row.promise)
        self._free.setText(row.free)
        self._age.display(row.as_of)
        spoken = (row.rank, row.name, row.held, row.promise, row.why, row.free)
        self.setAccessibleName(" ".join(part for part in spoken if part))
        self.setAccessibleDescription(paint.key_label(row.key) if row.key else "")
        self.update()

    @Slot()
    def _choose(self) -> None:
        self.chosen.emit(self._row.id)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current()
        painter = paint.begin(self)
        rect, radius_px = QRectF(self.rect()), theme.radius("lg") - 2
        chosen = self._row.is_chosen
        fill = "accent-tint" if chosen else "hover" if self.underMouse() else "surface"
        edge = theme.color("accent" if chosen else "line")
        paint.box(painter, rect, fill=theme.color(fill), edge=edge, radius_px=radius_px, edge_px=2 if chosen else 1)
        if self.hasFocus():
            paint.focus_ring(painter, rect.adjusted(3, 3, -3, -3), radius_px=radius_px - 3)
        painter.end()


def _age_words(as_of: datetime, passed: timedelta) -> str:
    return age(as_of, now=as_of + passed)
