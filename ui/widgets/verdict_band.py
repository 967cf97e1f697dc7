"""The verdict: one shape, one word and one reason, readable from two steps away."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.theme import State, current
from ui.widgets import paint
from ui.widgets.labels import ElidedLabel, label, restyle
from ui.widgets.state_glyph import StateGlyph

EDGE_PX = 8


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the band says; `spoken` is the sentence for screen readers where it should differ.

    `mark` is the icon of this one verdict, in the shape of its state.
    """

    state: State
    headline: str
    reason: str
    order_no: str = ""
    origin: str = ""
    spoken: str = ""
    mark: str = ""


class VerdictBand(QFrame):
    """`small` is the 76 px form for lists of examples and for bands inside a card."""

    def __init__(self, *, small: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._small = small
        self._verdict: Verdict | None = None
        self._glyph = StateGlyph(size_px=40 if small else 56)
        self._headline = ElidedLabel(size="head" if small else "verdict", bold=True)
        self._reason = label(size="body" if small else "lead", ink="ink-2", wrap=True)
        self._reason.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._order_no = label(size="head", bold=True)
        self._origin = label(ink="ink-2")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._lay_out()
        self._fit_text_size()

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addStretch(1)
        words.addWidget(self._headline)
        words.addWidget(self._reason)
        words.addStretch(1)
        order = QVBoxLayout()
        order.setSpacing(2)
        order.addStretch(1)
        order.addWidget(self._order_no, alignment=Qt.AlignmentFlag.AlignRight)
        order.addWidget(self._origin, alignment=Qt.AlignmentFlag.AlignRight)
        order.addStretch(1)
        layout = QHBoxLayout(self)
        left = 26 if self._small else 32
        layout.setContentsMargins(left, 6, 24, 6)
        layout.setSpacing(18 if self._small else 24)
        layout.addWidget(self._glyph)
        layout.addLayout(words, 1)
        layout.addLayout(order)

    @property
    def verdict(self) -> Verdict | None:
        return self._verdict

    def display(self, verdict: Verdict) -> None:
        """Show the verdict and raise an accessible alert if it is a new one."""
        if verdict == self._verdict:
            return
        self._verdict = verdict
        self._glyph.display(verdict.state, mark=verdict.mark)
        self._headline.setText(verdict.headline)
        restyle(self._headline, ink=f"{verdict.state}-text")
        self._reason.setText(verdict.reason)
        self._reason.setVisible(bool(verdict.reason))
        self._order_no.setText(verdict.order_no)
        self._origin.setText(verdict.origin)
        self._fit_text_size()
        sentence = verdict.spoken or " ".join(
            part for part in (verdict.headline, verdict.reason, verdict.order_no) if part
        )
        self.setAccessibleName(sentence)
        self.update()
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._fit_text_size()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._verdict is None:
            return
        theme, state = current(), self._verdict.state
        rect, radius_px = QRectF(self.rect()), theme.radius("lg")
        painter = paint.begin(self)
        tint, edge = theme.state_color(state, "tint"), theme.state_color(state, "edge")
        paint.box(painter, rect, fill=tint, edge=edge, radius_px=radius_px)
        paint.left_edge(painter, rect, width_px=EDGE_PX, radius_px=radius_px, color=theme.state_color(state))
        painter.end()

    def _fit_text_size(self) -> None:
        theme = current()
        roomy = not theme.compact
        self._order_no.setVisible(roomy and bool(self._order_no.text()))
        self._origin.setVisible(roomy and bool(self._origin.text()))
        head, lead = ("head", "body") if self._small else ("verdict", "lead")
        room = 16 if theme.compact else 20 if self._small else 46
        self.setMinimumHeight(theme.line_px(head) + theme.line_px(lead) + room)
