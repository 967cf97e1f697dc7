"""The rows of a member's page: suggestions with their reasons, coupons with their ends, and what was bought."""

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.members.screen import CouponRow, PurchaseRow, SuggestionRow
from ui.messages import Text, say
from ui.widgets import paint
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.icon_label import IconLabel
from ui.widgets.key_button import KeyButton
from ui.widgets.labels import Badge, ElidedLabel, label, restyle, show_if

T = TypeVar("T")
_RIGHT = Qt.AlignmentFlag.AlignRight


class RowsCard(Card, Generic[T]):
    """A card of rows of one kind, and words where there are none."""

    def __init__(self, icon: str, make: Callable[[T], QWidget], parent: QWidget | None = None) -> None:
        super().__init__(" ", flush=True, parent=parent)
        self._make = make
        self._shown: Sequence[T] | None = None
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self._icon, self._none = icon, EmptyState(icon)
        self.body.addLayout(self._rows)
        self.body.addWidget(self._none, 1)
        self.body.addStretch(1)

    def display_rows(self, rows: Sequence[T], *, title: str, none: str, none_why: str) -> None:
        self.set_title(title)
        self._none.display(self._icon, none, none_why)
        self._none.setVisible(not rows)
        if rows == self._shown:
            return
        self._shown = rows
        while (item := self._rows.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.setParent(None)
                old.deleteLater()
        for row in rows:
            made = self._make(row)
            self._rows.addWidget(made)
            made.show()  # now, or its key would sleep until the next turn of the event loop


class _Row(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = paint.begin(self)
        paint.bottom_line(painter, QRectF(self.rect()))
        painter.end()


class SuggestionWidget(_Row):
    """
    Signals:
        looked: the SKU of the article that the clerk wants to see.
    """

    looked = Signal(str)

    def __init__(self, it: SuggestionRow) -> None:
        super().__init__()
        self._sku = it.sku
        reason = QHBoxLayout()
        reason.setSpacing(6)
        reason.addWidget(IconLabel("target", size_px=16, ink="accent-text"))
        reason.addWidget(ElidedLabel(it.why, ink="accent-text"), 1)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(ElidedLabel(it.name, bold=True))
        words.addLayout(reason)
        figures = QVBoxLayout()
        figures.setSpacing(2)
        price, here = ElidedLabel(it.price), ElidedLabel(it.figure, size="caption")
        restyle(here, ink=f"{it.state}-text" if it.state else "ink-3")
        for part in (price, here):
            part.setAlignment(_RIGHT)
            figures.addWidget(part)
        self.look = KeyButton(say(Text.MB_LOOK), key=it.key)
        show_if(self.look, it.can_open)
        self.look.clicked.connect(self._look)
        row = QHBoxLayout(self)
        row.setContentsMargins(17, 9, 14, 9)
        row.setSpacing(14)
        row.addLayout(words, 1)
        row.addLayout(figures)
        row.addWidget(self.look)
        self.setAccessibleName(f"{it.name}: {it.why}. {it.price} {it.figure}")

    def _look(self) -> None:
        self.looked.emit(self._sku)


class CouponWidget(_Row):
    def __init__(self, it: CouponRow) -> None:
        super().__init__()
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(ElidedLabel(it.title, bold=True))
        words.addWidget(ElidedLabel(it.detail, size="caption", ink="ink-3"))
        row = QHBoxLayout(self)
        row.setContentsMargins(17, 8, 14, 8)
        row.setSpacing(12)
        row.addWidget(IconLabel("coupon", size_px=20, ink="ink-2"))
        row.addLayout(words, 1)
        row.addWidget(Badge(it.badge, tone=it.tone))
        self.setAccessibleName(f"{it.title} {it.badge}")


class PurchaseWidget(_Row):
    def __init__(self, it: PurchaseRow) -> None:
        super().__init__()
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(ElidedLabel(it.title))
        words.addWidget(ElidedLabel(it.detail, size="caption", ink="ink-3"))
        row = QHBoxLayout(self)
        row.setContentsMargins(17, 8, 17, 8)
        row.setSpacing(12)
        row.addLayout(words, 1)
        row.addWidget(label(it.amount))
        self.setAccessibleName(f"{it.title} {it.detail} {it.amount}")
