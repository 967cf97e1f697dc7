"""The foot of the basket: what the goods come to, what is taken off, what is paid later, and what is to be paid now."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.basket.screen import Totals
from ui.messages import Text, say
from ui.widgets.labels import Badge, ElidedLabel, label


class TotalsBar(QWidget):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._goods = ElidedLabel(ink="ink-2")
        self._later = label(size="lead", bold=True)
        self._word = label(size="lead", bold=True)
        self._hint = Badge()
        self.pay_now = label(size="verdict", bold=True)
        above = QHBoxLayout()
        above.addWidget(self._goods, 1)
        above.addWidget(self._later)
        below = QHBoxLayout()
        below.setSpacing(12)
        below.addWidget(self._word)
        below.addWidget(self._hint)
        below.addStretch(1)
        below.addWidget(self.pay_now, alignment=Qt.AlignmentFlag.AlignRight)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 16, 8)
        column.setSpacing(2)
        column.addLayout(above)
        column.addLayout(below)

    def display(self, totals: Totals) -> None:
        self._goods.setText(totals.goods)
        self._later.setText(totals.later)
        self._word.setText(say(Text.B_PAY_NOW))
        self._hint.display(totals.hint)
        self.pay_now.setText(totals.pay_now)
        spoken = (totals.goods, totals.later, say(Text.B_PAY_NOW), totals.pay_now, totals.hint)
        self.setAccessibleName(" ".join(part for part in spoken if part))
