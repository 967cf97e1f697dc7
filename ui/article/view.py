"""The page of an article: what it is and costs, its colours and sizes, and where it lies. It only draws."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QRectF, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui.article.matrix import VariantMatrix
from ui.article.places import STALE_PRICE_S, PlacesCard, price_age_words
from ui.article.presenter import ArticlePresenter
from ui.article.screen import ArticleScreen
from ui.messages import Text, say
from ui.theme import current
from ui.widgets.age_label import AgeLabel
from ui.widgets.card import Card
from ui.widgets.facts_table import FactsTable
from ui.widgets.key_button import KeyButton, Variant
from ui.widgets.labels import Badge, label, restyle
from ui.widgets.rows import Action, ActionRow

STYLE_KEY = "F6"
NARROW_PX = 760
ROOMY_PX = 1000
SLIM_SIDE_PX = 330
WIDGET_MAX_PX = 16_777_215


class ArticleView(QWidget):
    """
    Signals:
        verbs_changed: see MainWindow.add_page.
    """

    verbs_changed = Signal()

    def __init__(
        self, presenter: ArticlePresenter, *, now: Callable[[], datetime], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self.clear = KeyButton(key="Escape", icon="x")
        self.ask = KeyButton(key="Ctrl+R", icon="refresh")
        self.add = KeyButton(key="Ctrl+Return", icon="basket", variant=Variant.PRIMARY)
        self.matrix, self.places = VariantMatrix(), PlacesCard(now)
        self.title = label(size="head", bold=True, wrap=True)
        self._other = label(size="lead", ink="ink-2", wrap=True)
        self._note = Badge()
        self._price = label(size="verdict", bold=True)
        self._price_age = AgeLabel(price_age_words, stale_after_s=STALE_PRICE_S, now=now)
        self._price_notes = label(ink="ink-2", wrap=True)
        self._facts = FactsTable()
        self._style, self._orders = Card(" "), Card(" ", flush=True)
        self._order_rows: tuple[ActionRow, ...] = ()
        self._shown_orders: tuple[Action, ...] = ()
        self._lay_out()
        self._connect(presenter)
        self.display(presenter.screen)

    def _lay_out(self) -> None:
        self._matrix_scroll = QScrollArea()
        self._matrix_scroll.setWidgetResizable(True)
        self._matrix_scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._matrix_scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._matrix_scroll.setWidget(self.matrix)
        restyle(self.matrix, plain=True)
        self._style.body.addWidget(self._matrix_scroll)
        main = QVBoxLayout()
        main.setSpacing(12)
        self._head = self._head_card()
        main.addWidget(self._head)
        main.addWidget(self._style)
        main.addStretch(1)
        self._side = QWidget()
        side = QVBoxLayout(self._side)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(12)
        side.addWidget(self.places, 1)
        side.addWidget(self._orders)
        content = QWidget()
        restyle(content, plain=True)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, content)
        self._columns.setContentsMargins(0, 0, 0, 0)
        self._columns.setSpacing(12)
        self._columns.addLayout(main, 1)
        self._columns.addWidget(self._side)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(content)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)

    def _head_card(self) -> Card:
        card = Card()
        words = QVBoxLayout()
        words.setSpacing(2)
        for part in (self.title, self._other, self._note):
            words.addWidget(part)
        words.addSpacing(8)
        words.addWidget(self._facts)
        words.addStretch(1)
        to_right = Qt.AlignmentFlag.AlignRight
        self._price.setAlignment(to_right)
        self._price_notes.setAlignment(to_right)
        price = QVBoxLayout()
        price.setSpacing(2)
        price.addWidget(self._price)
        price.addWidget(self._price_age, alignment=to_right)
        price.addWidget(self._price_notes)
        price.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(24)
        row.addLayout(words, 1)
        row.addLayout(price)
        card.body.addLayout(row)
        return card

    def _connect(self, presenter: ArticlePresenter) -> None:
        presenter.changed.connect(self.display)
        self.clear.clicked.connect(presenter.close)
        self.ask.clicked.connect(presenter.ask)
        self.add.clicked.connect(presenter.want_basket)
        self.matrix.opened.connect(presenter.open_sku)
        self.matrix.went.connect(self._keep_in_view)
        self.places.all_wanted.connect(presenter.toggle_all)
        to_style = QShortcut(QKeySequence(STYLE_KEY), self)
        to_style.activated.connect(self._go_to_style)

    def verbs(self) -> list[KeyButton]:
        return [self.clear, self.ask, self.add]

    @Slot(ArticleScreen)
    def display(self, screen: ArticleScreen) -> None:
        self.title.setText(screen.name)
        self._other.setText(screen.other_name)
        self._other.setVisible(bool(screen.other_name))
        self._note.display(screen.note, tone="attention")
        self._price.setText(screen.price)
        self._price_age.display(screen.price_as_of)
        self._price_notes.setText("\n".join(screen.price_notes))
        self._price_notes.setVisible(bool(screen.price_notes))
        self._facts.display(screen.facts)
        self.places.display(screen)
        self._display_style(screen)
        self._display_orders(screen)
        self.clear.setText(say(Text.CLEAR))
        self.ask.setText(say(Text.ASK_NOW))
        self.add.setText(say(Text.B_ADD))
        self.ask.setEnabled(not screen.is_asking)
        self._fit()
        self.verbs_changed.emit()

    def _display_style(self, screen: ArticleScreen) -> None:
        self._style.setVisible(screen.matrix is not None)
        if screen.matrix is None:
            return
        self._style.set_title(say(Text.STYLE_TITLE))
        self._style.set_hint(say(Text.STYLE_KEYS))
        self.matrix.display(screen.matrix)
        bar = self._matrix_scroll.horizontalScrollBar().sizeHint().height()
        self._matrix_scroll.setFixedHeight(self.matrix.sizeHint().height() + bar)

    def _display_orders(self, screen: ArticleScreen) -> None:
        self._orders.set_title(screen.orders_title)
        self._orders.setVisible(bool(screen.orders))
        if screen.orders == self._shown_orders:
            return
        self._shown_orders = screen.orders
        for old in self._order_rows:
            old.hide()
            old.setParent(None)
            old.deleteLater()
        self._order_rows = tuple(ActionRow(action) for action in screen.orders)
        for row in self._order_rows:
            row.acted.connect(self._presenter.act)
            self._orders.body.addWidget(row)
            row.show()  # now, or its key would sleep until the next turn of the event loop

    def paint_head(self) -> None:
        """Paint what it is and costs now, in the place that it has by now; the rest follows."""
        layout = self.layout()
        if layout is not None:
            layout.activate()
        self._head.repaint()

    @Slot()
    def _go_to_style(self) -> None:
        if self.matrix.isVisible():
            self.matrix.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot(QRectF)
    def _keep_in_view(self, cell: QRectF) -> None:
        self._matrix_scroll.ensureVisible(round(cell.center().x()), round(cell.center().y()), round(cell.width()), 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """One column where two would not fit."""
        narrow = current().compact or self.width() < NARROW_PX
        ways = QBoxLayout.Direction
        self._columns.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)
        if narrow:
            self._side.setMinimumWidth(0)
            self._side.setMaximumWidth(WIDGET_MAX_PX)
        else:
            self._side.setFixedWidth(current().size("side-panel") if self.width() >= ROOMY_PX else SLIM_SIDE_PX)
