"""The right side of the queue: the order that is gone to, its articles to tick, and its facts."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.messages import Text, say
from ui.widgets.card import Card
from ui.widgets.check_list import CheckList
from ui.widgets.empty_state import EmptyState
from ui.widgets.facts_table import FactsTable
from ui.widgets.labels import Badge, ElidedLabel, label
from ui.widgets.trouble_strip import TroubleStrip
from ui.work.screen import Detail

ROWS_MIN = 2
ABOUT_GAP_PX = 10


class DetailPanel(Card):
    """
    Signals:
        toggled, stepped: the clerk ticked a line.
    """

    toggled = Signal(str)
    stepped = Signal(str, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(" ", flush=True, parent=parent)
        self.list = CheckList()
        self.list.setMinimumHeight(0)
        self._customer = ElidedLabel(ink="ink-2")
        self.facts = FactsTable()
        self._about, self._articles_head = QWidget(), QWidget()
        self._trouble = TroubleStrip()
        self._badge_line = Badge()
        self._hint_line = ElidedLabel(size="caption", ink="ink-3")
        self._articles = label(bold=True)
        self._note = label(size="caption", ink="ink-3", wrap=True)
        self._why_not = label(size="caption", ink="attention-text", wrap=True)
        self.content = self._make_content()
        self._empty = EmptyState()
        self.body.addWidget(self.content, 1)
        self.body.addWidget(self._empty, 1)
        self._footer = self._make_footer()
        self._can_tick = False
        self.add_footer(self._footer)
        self.list.toggled.connect(self.toggled)
        self.list.stepped.connect(self.stepped)

    def _make_content(self) -> QWidget:
        head = QVBoxLayout()
        head.setContentsMargins(16, ABOUT_GAP_PX, 16, ABOUT_GAP_PX)
        head.setSpacing(ABOUT_GAP_PX)
        head.addWidget(self._customer)
        head.addWidget(self.facts)
        articles = QHBoxLayout(self._articles_head)
        articles.setContentsMargins(16, 4, 16, 8)
        articles.setSpacing(10)
        articles.addWidget(self._articles)
        articles.addWidget(self._badge_line)
        articles.addWidget(self._hint_line, 1)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._about.setLayout(head)
        self._about.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        column.addWidget(self._about)
        column.addWidget(self._articles_head)
        column.addWidget(self._trouble)
        column.addWidget(self.list, 1)
        return content

    def _make_footer(self) -> QWidget:
        footer = QWidget()
        column = QVBoxLayout(footer)
        column.setContentsMargins(16, 10, 16, 10)
        column.setSpacing(2)
        column.addWidget(self._why_not)
        column.addWidget(self._note)
        return footer

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest:
            self._fit()
        return super().event(event)

    def _fit(self) -> None:
        """Where it is tight the facts go first, then the customer: both stand on the card too, the articles do not."""
        if self.content.isHidden():
            return
        rows = self.list.sizeHintForRow(0) * min(ROWS_MIN, len(self.list.rows))
        taken = height_for(self._articles_head, self.width()) + height_for(self._footer, self.width())
        # While articles are ticked these two come and go; the articles must not jump under the finger each time.
        if self._can_tick or not self._trouble.isHidden():
            taken += height_for(self._trouble, self.width())
        if self._can_tick and self._why_not.isHidden():
            taken += self._why_not.sizeHint().height()
        room = self.height() - self.header_height_px - taken - rows
        customer, facts = self._customer.sizeHint().height(), self.facts.sizeHint().height()
        self.facts.setVisible(room >= customer + facts + 3 * ABOUT_GAP_PX)
        self._about.setVisible(room >= customer + 2 * ABOUT_GAP_PX)

    def display(self, detail: Detail | None, *, why_not: str) -> None:
        self.content.setVisible(detail is not None)
        self._empty.setVisible(detail is None)
        self._footer.setVisible(detail is not None)
        if detail is None:
            self.set_title("")
            self.set_hint("")
            self._empty.display("queue", say(Text.WORK_GO_TO), say(Text.WORK_GO_TO_HOW))
            return
        self.set_title(detail.title)
        self.set_hint(detail.order_no)
        self._customer.setText(detail.customer)
        self.facts.display(detail.facts)
        self._articles.setText(say(Text.WORK_ARTICLES))
        self._badge_line.display(detail.badge, tone=detail.badge_tone)
        self._hint_line.setText(detail.hint)
        self._can_tick = detail.can_tick
        self._trouble.display(detail.trouble)
        self.list.display(detail.rows, of=detail.order_no, lead=detail.current_id)
        self.list.setAccessibleName(say(Text.WORK_ARTICLES))
        self._note.setText(detail.note)
        self._why_not.setText(why_not)
        self._why_not.setVisible(bool(why_not))
        self._fit()


def height_for(part: QWidget, width_px: int) -> int:
    """What a part needs at this width: a text that wraps needs more where it is narrow."""
    return part.heightForWidth(width_px) if part.hasHeightForWidth() else part.sizeHint().height()
