"""The branches and warehouses where an article lies, one row each, with the age of its figure."""

from collections.abc import Callable
from datetime import datetime, timedelta

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.article.screen import ArticleScreen, PlaceRow
from ui.article.words import STALE_STOCK_S
from ui.formats import span
from ui.messages import Text, say
from ui.theme import State
from ui.widgets import paint
from ui.widgets.age_label import AgeLabel
from ui.widgets.card import Card
from ui.widgets.icon_label import IconLabel
from ui.widgets.key_button import KeyButton, Variant
from ui.widgets.labels import ElidedLabel, label, restyle
from ui.widgets.state_glyph import StateGlyph

STALE_PRICE_S = 3600


def age_words(_as_of: datetime, passed: timedelta) -> str:
    return say(Text.AGO_NOW) if passed < timedelta(seconds=10) else say(Text.AGO, time=span(passed.total_seconds()))


def price_age_words(as_of: datetime, passed: timedelta) -> str:
    return say(Text.PRICE_AGE, age=age_words(as_of, passed))


class PlacesCard(Card):
    """
    Signals:
        all_wanted: also show the places without stock, or hide them again.
    """

    all_wanted = Signal()

    def __init__(self, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(" ", flush=True, parent=parent)
        self._now = now
        self._rows: list[_PlaceRow] = []
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        self._doubt, self._glyph = label(ink="ink-2", wrap=True), StateGlyph(size_px=18)
        self._doubts, self._foot = QWidget(), QWidget()
        self._hidden = label(ink="ink-3", wrap=True)
        self.show_all = KeyButton(key="Ctrl+E", variant=Variant.QUIET)
        self.show_all.clicked.connect(self.all_wanted)
        _row(self._doubts, self._glyph, self._doubt, stretched=self._doubt)
        _row(self._foot, self._hidden, self.show_all, stretched=self._hidden)
        self.body.addLayout(self._column)
        self.body.addWidget(self._doubts)
        self.body.addWidget(self._foot)
        self.body.addStretch(1)

    def display(self, screen: ArticleScreen) -> None:
        self.set_title(say(Text.STOCK_TITLE))
        for row, place in zip(self._rows, screen.places, strict=False):
            row.display(place)
            row.show()
        for place in screen.places[len(self._rows) :]:
            row = _PlaceRow(self._now)
            row.display(place)
            self._rows.append(row)
            self._column.addWidget(row)
            row.show()
        for row in self._rows[len(screen.places) :]:
            row.hide()
        self._glyph.display(screen.doubt_state)
        self._doubt.setText(screen.doubt)
        self._doubts.setVisible(bool(screen.doubt))
        self._hidden.setText(screen.hidden)
        self.show_all.setText(say(Text.STOCK_HIDE if screen.shows_all else Text.STOCK_SHOW))
        self._foot.setVisible(screen.can_show_all)


class _PlaceRow(QWidget):
    def __init__(self, now: Callable[[], datetime]) -> None:
        super().__init__()
        self._icon = IconLabel(size_px=20)
        self._name, self._detail = ElidedLabel(bold=True), ElidedLabel(size="caption", ink="ink-3")
        self._glyph, self._figure = StateGlyph(size_px=18), label(bold=True)
        self._age = AgeLabel(age_words, stale_after_s=STALE_STOCK_S, now=now)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        figure = QHBoxLayout()
        figure.setSpacing(6)
        figure.addStretch(1)
        figure.addWidget(self._glyph)
        figure.addWidget(self._figure)
        age = QHBoxLayout()
        age.addStretch(1)
        age.addWidget(self._age)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addLayout(figure)
        right.addLayout(age)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._icon)
        row.addWidget(self._name, 1)
        row.addLayout(right)
        column = QVBoxLayout(self)
        column.setContentsMargins(17, 9, 15, 9)
        column.setSpacing(2)
        column.addLayout(row)
        column.addWidget(self._detail)

    def display(self, place: PlaceRow) -> None:
        self._icon.display(place.icon, ink="accent-text" if place.is_here else "ink-2")
        self._name.setText(place.name)
        self._detail.setText(place.detail)
        self._detail.setVisible(bool(place.detail))
        self._figure.setText(place.figure)
        restyle(self._figure, ink=f"{place.state}-text" if place.state else "ink-3")
        self._glyph.display(place.state)
        self._glyph.setVisible(place.state is State.DONE or (place.is_here and place.state is not None))
        self._age.display(place.as_of)
        self.setAccessibleName(f"{place.name} {place.figure} {place.detail} {self._age.text}".strip())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = paint.begin(self)
        paint.bottom_line(painter, QRectF(self.rect()))
        painter.end()


def _row(box: QWidget, *parts: QWidget, stretched: QWidget) -> None:
    row = QHBoxLayout(box)
    row.setContentsMargins(17, 9, 15, 9)
    row.setSpacing(10)
    for part in parts:
        row.addWidget(part, 1 if part is stretched else 0)
