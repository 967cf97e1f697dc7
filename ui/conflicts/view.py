"""The page of conflicts: what is open or settled, one card each, and the sheet that asks what it was."""

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from clerk_app.domain.acts import TEXT_MAX
from ui.conflicts.matter_card import MatterCard
from ui.conflicts.presenter import ConflictsPresenter
from ui.conflicts.screen import ConflictsScreen, Matter, Shown
from ui.messages import Text, say
from ui.outbox.screen import ConflictSideRow
from ui.sheets.reason import ReasonSheet
from ui.widgets.empty_state import EmptyState
from ui.widgets.key_button import KeyButton, Variant
from ui.widgets.labels import ElidedLabel, label, restyle
from ui.widgets.scan_field import ListKey
from ui.widgets.segmented import Choice, Segmented
from ui.widgets.ticker import ticker
from ui.work.strips import NoticeStrip

DEAD_AFTER_ACT_MS = 400
OTHER_LIST_KEY = "F6"
_STEPS = {ListKey.UP: -1, ListKey.DOWN: 1}


class ConflictsView(QWidget):
    """`host` is what the sheet lies over: the whole window.

    Signals:
        verbs_changed: other buttons belong into the verb bar now.
    """

    verbs_changed = Signal()

    def __init__(self, presenter: ConflictsPresenter, *, host: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._screen = ConflictsScreen()
        self._shown_sides: list[tuple[str, tuple[ConflictSideRow, ...]]] = []
        self._selected = ""
        self.cards: dict[str, MatterCard] = {}
        self.lists = Segmented()
        self.notice = NoticeStrip()
        self.who_may = ElidedLabel(ink="ink-2", bold=True)
        self._hidden = label(size="caption", ink="ink-3", wrap=True)
        self._column = QVBoxLayout()
        self._scroll = QScrollArea()
        self._empty = EmptyState()
        self._middle = QStackedWidget()
        self.verb = KeyButton(icon="check", key="Ctrl+Return", variant=Variant.PRIMARY)
        self.sheet = ReasonSheet(host, icon="attention", verb_icon="check", width_px=620)
        self.sheet.words.setMaxLength(TEXT_MAX)
        self._lay_out()
        self._connect(presenter)
        self.display(presenter.screen)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(self.lists)
        head.addWidget(self.who_may, 1)
        content = QWidget()
        restyle(content, ground=True)
        around = QVBoxLayout(content)
        around.setContentsMargins(0, 0, 4, 0)
        around.setSpacing(10)
        self._column.setSpacing(10)
        around.addLayout(self._column)
        around.addWidget(self._hidden)
        around.addStretch(1)
        self._scroll.setWidgetResizable(True)
        self._scroll.setWidget(content)
        self._middle.addWidget(self._scroll)
        self._middle.addWidget(self._empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.notice)
        column.addLayout(head)
        column.addWidget(self._middle, 1)

    def _connect(self, presenter: ConflictsPresenter) -> None:
        presenter.changed.connect(self.display)
        self.lists.chosen.connect(presenter.show)
        self.verb.clicked.connect(presenter.ask)
        self.sheet.reason_chosen.connect(presenter.choose)
        self.sheet.reason_typed.connect(presenter.type_words)
        self.sheet.confirmed.connect(presenter.confirm)
        self.sheet.dismissed.connect(presenter.dismiss)
        ticker().ticked.connect(self._tick)

    def verbs(self) -> list[KeyButton]:
        """What belongs into the verb bar now. Nobody but a manager has a verb here."""
        return [self.verb] if self._screen.can_settle else []

    @Slot(ListKey)
    def take_list_key(self, key: ListKey) -> None:
        """The empty scan field lends its arrows."""
        if key in _STEPS:
            self._presenter.step(_STEPS[key])

    @Slot(ConflictsScreen)
    def display(self, screen: ConflictsScreen) -> None:
        before, self._screen = self._screen, screen
        self.notice.display(screen.notice)
        self.lists.display(self._choices(screen), selected=screen.shown)
        self.lists.setAccessibleName(say(Text.CONFLICTS))
        self.who_may.setText(screen.why_not)
        self._hidden.setText(screen.hidden)
        self._hidden.setVisible(bool(screen.hidden))
        self._display_matters(screen)
        self._empty.display("done", screen.empty, screen.empty_why)
        self._middle.setCurrentWidget(self._scroll if screen.matters else self._empty)
        self.verb.setText(screen.verb)
        self.sheet.show_question(screen.question)
        if screen.act_no != before.act_no:
            self.verb.arm_after(DEAD_AFTER_ACT_MS)
        if screen.can_settle != before.can_settle:
            self.verbs_changed.emit()

    def _choices(self, screen: ConflictsScreen) -> tuple[Choice, ...]:
        """The key is painted on the list that it leads to."""
        words = {Shown.OPEN: screen.open_words, Shown.SETTLED: screen.settled_words}
        return tuple(Choice(it, words[it], key="" if it is screen.shown else OTHER_LIST_KEY) for it in Shown)

    def _display_matters(self, screen: ConflictsScreen) -> None:
        sides = [(matter.row.id, matter.row.sides) for matter in screen.matters]
        if sides != self._shown_sides:
            self._shown_sides = sides
            had_focus = next((it.id for it in self.cards.values() if it.hasFocus()), "")
            self._build(screen.matters)
            if had_focus in self.cards:
                self.cards[had_focus].setFocus()
        for matter in screen.matters:
            self.cards[matter.row.id].display(matter)
        if screen.selected != self._selected:
            self._selected = screen.selected
            QTimer.singleShot(0, self, self._show_selected)
        for card in self.cards.values():
            card.mark(selected=card.id == screen.selected)

    @Slot()
    def _show_selected(self) -> None:
        if self._selected in self.cards:
            self._scroll.ensureWidgetVisible(self.cards[self._selected])

    def _build(self, matters: tuple[Matter, ...]) -> None:
        for old in self.cards.values():
            old.hide()
            self._column.removeWidget(old)
            old.deleteLater()
        self.cards = {matter.row.id: MatterCard(matter) for matter in matters}
        for card in self.cards.values():
            card.chosen.connect(self._presenter.select)
            self._column.addWidget(card)

    @Slot()
    def _tick(self) -> None:
        if self.isVisible():
            self._presenter.refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        """Another page is shown, or the till is locked."""
        super().hideEvent(event)
        self._presenter.leave()
