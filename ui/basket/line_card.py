"""The side of the basket: the line that is gone to, why it costs what it costs, and the coupons that were shown."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from ui.basket.elsewhere_card import ElsewhereBox
from ui.basket.screen import BasketScreen, CouponRow, LinePanel
from ui.messages import Text, say
from ui.theme import State
from ui.widgets.avatar import Avatar
from ui.widgets.card import Card
from ui.widgets.icon_label import IconLabel
from ui.widgets.key_button import KeyButton, Variant
from ui.widgets.labels import ElidedLabel, label, restyle, rule
from ui.widgets.state_glyph import StateGlyph


class LineCard(Card):
    """
    Signals:
        coupon_dropped: the code of a coupon that is taken off the basket again.
    """

    coupon_dropped = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(flush=True, parent=parent)
        self._shown: tuple[object, ...] = ()
        self.name = label(size="title", bold=True, wrap=True)
        self._detail = label(ink="ink-2", wrap=True)
        self._content = QWidget()
        restyle(self._content, plain=True)
        self._column = QVBoxLayout(self._content)
        self._column.setContentsMargins(16, 12, 16, 12)
        self._column.setSpacing(8)
        head = QVBoxLayout()
        head.setContentsMargins(16, 14, 16, 12)
        head.setSpacing(2)
        head.addWidget(self.name)
        head.addWidget(self._detail)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(self._content)
        self.elsewhere = ElsewhereBox()
        around = QVBoxLayout()
        around.setContentsMargins(16, 0, 16, 12)
        around.addWidget(self.elsewhere)
        self.body.addLayout(head)
        self.body.addLayout(around)
        self.body.addWidget(rule())
        self.body.addWidget(scroll, 1)

    def display(self, screen: BasketScreen) -> None:
        """Drawn anew only where it says something else: a row in it may have the focus."""
        told = (screen.line, screen.coupons, say(Text.COUPONS))
        if told == self._shown:
            return
        self._shown = told
        self.name.setText(screen.line.name if screen.line else "")
        self._detail.setText(screen.line.detail if screen.line else "")
        while (item := self._column.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.setParent(None)
                old.deleteLater()
        for part in _line_parts(screen.line) if screen.line else []:
            self._column.addWidget(part)
        if screen.coupons:
            self._column.addSpacing(6)
            self._column.addWidget(label(say(Text.COUPONS), bold=True, ink="ink-2"))
        for place, row in enumerate(screen.coupons, start=1):
            made = _CouponLine(row, key=f"Ctrl+Shift+{place}" if place < 10 else "")
            made.dropped.connect(self.coupon_dropped)
            self._column.addWidget(made)
            made.show()  # now, or its key would sleep until the next turn of the event loop
        self._column.addStretch(1)


class _CouponLine(QWidget):
    """A coupon, its use or why it has none, and the way to take it off again.

    Signals:
        dropped: its code.
    """

    dropped = Signal(str)

    def __init__(self, row: CouponRow, *, key: str) -> None:
        super().__init__()
        self._id = row.id
        self.drop = KeyButton(icon="x", key=key, variant=Variant.QUIET)
        self.drop.setAccessibleName(say(Text.COUPON_DROP, name=row.name))
        self.drop.setToolTip(say(Text.COUPON_DROP, name=row.name))
        self.drop.clicked.connect(self._drop)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(label(row.name, bold=row.is_used, wrap=True))
        if row.words:
            words.addWidget(label(row.words, size="caption", ink="ink-2", wrap=True))
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(10)
        outer.addWidget(StateGlyph(State.DONE if row.is_used else State.ATTENTION, size_px=20))
        outer.addLayout(words, 1)
        if row.off:
            outer.addWidget(label(row.off, ink="done-text"))
        outer.addWidget(self.drop)
        self.setAccessibleName(" ".join(part for part in (row.name, row.off, row.words) if part))

    @Slot()
    def _drop(self) -> None:
        self.dropped.emit(self._id)


def _line_parts(line: LinePanel) -> list[QWidget]:
    parts: list[QWidget] = [label(line.unit, wrap=True)]
    parts += [_sentence(words, "coupon", "done-text") for words in line.why]
    parts += [_sentence(words, "help", "ink-2") for words in line.not_used]
    if line.credited:
        parts.append(_credit(line.credited))
    return parts


def _sentence(words: str, icon: str, ink: str) -> QWidget:
    box = QWidget()
    row = QHBoxLayout(box)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(10)
    row.addWidget(IconLabel(icon, size_px=20, ink=ink), alignment=Qt.AlignmentFlag.AlignTop)
    said: QLabel = label(words, ink=ink, wrap=True)
    row.addWidget(said, 1)
    return box


def _credit(name: str) -> QWidget:
    box = QWidget()
    row = QHBoxLayout(box)
    row.setContentsMargins(0, 4, 0, 0)
    row.setSpacing(10)
    row.addWidget(label(say(Text.B_CREDIT), ink="ink-3"))
    row.addWidget(Avatar(name, size_px=28))
    row.addWidget(ElidedLabel(name), 1)
    return box
