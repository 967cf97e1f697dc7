"""The page of returns: the lines that were bought on the left; why they come back, and what is given, on the right."""

from PySide6.QtCore import QModelIndex, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ui.basket.paper import Paper
from ui.messages import Text, say
from ui.returns.presenter import ReturnPresenter
from ui.returns.screen import ReturnScreen, Stage
from ui.returns.side import GivenBox, QuestionCard, SeveralCard
from ui.widgets.card import Card
from ui.widgets.check_list import CheckList
from ui.widgets.empty_state import EmptyState
from ui.widgets.facts_table import FactsTable
from ui.widgets.key_button import KeyButton, Variant
from ui.widgets.labels import label
from ui.widgets.scan_field import ListKey
from ui.widgets.verdict_band import VerdictBand
from ui.work.strips import NoticeStrip

DEAD_AFTER_ACT_MS = 400


class ReturnView(QWidget):
    """
    Signals:
        verbs_changed: other buttons belong into the verb bar now.
        print_wanted: the slip that is shown should be printed.
        basket_wanted: the exchange goes on there.
    """

    verbs_changed = Signal()
    print_wanted = Signal()
    basket_wanted = Signal()

    def __init__(self, presenter: ReturnPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._screen = ReturnScreen()
        self.notice, self._empty = NoticeStrip(), EmptyState()
        self.list, self.question, self.given = CheckList(), QuestionCard(), GivenBox()
        self.several = SeveralCard()
        self.clear = KeyButton(icon="x", key="Escape")
        self.verb = KeyButton(icon="return", key="Ctrl+Return", variant=Variant.PRIMARY)
        self.exchange = KeyButton(icon="transfer", key="F5")
        self.fetch = KeyButton(icon="truck", key="F4")
        self.ask = KeyButton(icon="refresh", key="Ctrl+R")
        self.cash = KeyButton(icon="cash", key="F9")
        self.print = KeyButton(icon="printer", key="Ctrl+P")
        self.next = KeyButton(icon="return", key="Ctrl+Return", variant=Variant.PRIMARY)
        self._middle = QStackedWidget()
        self._lay_out()
        self._connect(presenter)
        self.display(presenter.screen)

    def _lay_out(self) -> None:
        self._facts = FactsTable()
        self._card = Card(" ", flush=True)
        self._card.body.addWidget(self.list, 1)
        self._card.add_footer(self.given)
        about = Card()
        about.body.addWidget(self._facts)
        side = QVBoxLayout()
        side.setSpacing(12)
        side.addWidget(about)
        side.addWidget(self.question, 1)
        self._lines = QWidget()
        row = QHBoxLayout(self._lines)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self._card, 1)
        row.addLayout(side, 1)
        for page in (self._empty, self.several, self._lines, self._make_done()):
            self._middle.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.notice)
        column.addWidget(self._middle, 1)

    def _make_done(self) -> QWidget:
        self.band, self.paper, self.ended = VerdictBand(), Paper(), GivenBox()
        self._given_word, self.given_now = label(size="title", ink="ink-2"), label(size="display", bold=True)
        card = Card()
        card.body.addStretch(1)
        for part in (self._given_word, self.given_now):
            row = QHBoxLayout()
            row.addStretch(1)
            row.addWidget(part)
            row.addStretch(1)
            card.body.addLayout(row)
        card.body.addStretch(1)
        card.add_footer(self.ended)
        left = QVBoxLayout()
        left.setSpacing(12)
        left.addWidget(self.band)
        left.addWidget(card, 1)
        done = QWidget()
        row = QHBoxLayout(done)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addLayout(left, 1)
        row.addWidget(self.paper)
        return done

    def _connect(self, presenter: ReturnPresenter) -> None:
        presenter.changed.connect(self.display)
        self.list.toggled.connect(presenter.toggle)
        self.list.stepped.connect(presenter.step)
        self.list.selectionModel().currentChanged.connect(self._gone_to)
        self.question.reason_wanted.connect(presenter.ask_reason)
        self.question.reason_chosen.connect(presenter.choose_reason)
        self.question.condition_chosen.connect(presenter.choose_condition)
        self.question.shelf_chosen.connect(presenter.choose_shelf)
        self.several.acted.connect(presenter.choose)
        self.clear.clicked.connect(presenter.clear)
        self.verb.clicked.connect(presenter.give_back)
        self.fetch.clicked.connect(presenter.want_fetched)
        self.ask.clicked.connect(presenter.ask_again)
        self.cash.clicked.connect(presenter.give_cash_instead)
        self.print.clicked.connect(self.print_wanted)
        self.next.clicked.connect(self._go_on)

    def verbs(self) -> list[KeyButton]:
        """What belongs into the verb bar now, the main one last."""
        match self._screen.stage:
            case Stage.LINES:
                return [self.clear, self.fetch, self.exchange, self.verb]
            case Stage.DONE:
                asked = [self.ask] if self._screen.can_ask else []
                instead = [self.cash] if self._screen.cash_instead else []
                return [*asked, *instead, self.print, self.next]
            case Stage.EMPTY:
                return []
            case _:
                return [self.clear]

    @Slot(ReturnScreen)
    def display(self, screen: ReturnScreen) -> None:
        before, self._screen = self._screen, screen
        self.notice.display(screen.notice)
        self._middle.setCurrentIndex(_PLACES[screen.stage])
        self._empty.display("return", screen.empty_title, screen.empty_text)
        self.several.display(screen.several_title, screen.several)
        if screen.stage is Stage.LINES:
            self._display_lines(screen)
        elif screen.stage is Stage.DONE:
            self._display_done(screen)
        self.clear.setText(say(Text.CLEAR))
        self.verb.setText(screen.verb or say(Text.RT_GIVE_BACK_NONE))
        self.verb.setEnabled(screen.can_act)
        self.verb.setToolTip(screen.why_not)
        self.ask.setText(say(Text.ASK_NOW))
        self.cash.setText(screen.cash_instead)
        self.print.setText(say(Text.RT_PRINT))
        self.next.setText(screen.next or say(Text.RT_NEXT))
        self.fetch.setText(say(Text.FE_FETCH))
        self.fetch.setEnabled(screen.can_fetch)
        self.fetch.setToolTip("" if screen.can_fetch else screen.why_not or say(Text.FE_ONLINE))
        self.exchange.setText(say(Text.RT_EXCHANGE))
        self.exchange.setEnabled(screen.can_exchange)
        self.exchange.setToolTip("" if screen.can_exchange else screen.why_not or say(Text.RT_EXCHANGE_EMPTY))
        if (before.stage, before.can_ask, before.cash_instead) != (screen.stage, screen.can_ask, screen.cash_instead):
            if screen.stage is Stage.DONE and before.stage is not Stage.DONE:
                self.next.arm_after(DEAD_AFTER_ACT_MS)  # the key that gave the money back must not close what it says
            self.verbs_changed.emit()

    def _display_lines(self, screen: ReturnScreen) -> None:
        self._card.set_title(screen.title)
        self._card.set_badge(screen.count, tone="accent")
        self._card.set_hint(screen.source)
        self._facts.display(screen.facts)
        self.list.display(screen.rows, of=screen.of)
        self.list.setAccessibleName(screen.title)
        self.question.display(screen.question)
        self.given.display(screen.given, total=screen.total, why_not=screen.why_not)

    def _display_done(self, screen: ReturnScreen) -> None:
        if screen.band is not None:
            self.band.display(screen.band)
        self._given_word.setText(screen.given_word)
        self.given_now.setText(screen.given_now)
        self.given_now.setVisible(bool(screen.given_now))
        self.ended.display(screen.given)
        self.paper.display(screen.paper)

    @Slot()
    def _go_on(self) -> None:
        is_exchange = self._screen.is_exchange
        self._presenter.clear()
        if is_exchange:
            self.basket_wanted.emit()

    def take_list_key(self, key: ListKey) -> None:
        """The keys that the empty scan field lends."""
        if self._screen.stage is Stage.LINES:
            self.list.act(key)

    @Slot(QModelIndex)
    def _gone_to(self, _index: QModelIndex) -> None:
        if self._screen.stage is Stage.LINES:
            self._presenter.go_to(self.list.current_id)


_PLACES = {Stage.EMPTY: 0, Stage.ASKING: 0, Stage.SEVERAL: 1, Stage.LINES: 2, Stage.DONE: 3}
