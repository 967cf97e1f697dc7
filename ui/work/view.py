"""The work queue: the board, the order that is gone to, and two sheets. It draws; the presenter decides."""

from datetime import datetime, timedelta

from PySide6.QtCore import QEvent, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QHideEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ui.formats import age
from ui.messages import Text, say
from ui.outbox.screen import ConflictRow
from ui.sheets.reason import ReasonSheet
from ui.theme import current
from ui.widgets.age_label import AgeLabel
from ui.widgets.empty_state import EmptyState
from ui.widgets.key_button import KeyButton, Variant
from ui.widgets.labels import ElidedLabel, label
from ui.widgets.queue_board import QueueBoard
from ui.widgets.scan_field import ListKey
from ui.widgets.skeleton_rows import SkeletonRows
from ui.widgets.ticker import ticker
from ui.work.detail_panel import DetailPanel
from ui.work.presenter import WorkPresenter
from ui.work.screen import WorkScreen
from ui.work.shelf_sheet import ShelfSheet
from ui.work.strips import ConflictStrip, NoticeStrip

DEAD_AFTER_ACT_MS = 400
STALE_AFTER_S = 120
COMPACT_BELOW_PX = 1000  # three columns of cards, whose texts are whole, beside the order
DETAIL_PX = 420


class WorkView(QWidget):
    """`host` is what the sheets lie over: the whole window.

    Signals:
        verbs_changed: other buttons belong into the verb bar now.
        outbox_wanted: the clerk wants to read of a conflict at length.
    """

    verbs_changed = Signal()
    outbox_wanted = Signal()

    def __init__(self, presenter: WorkPresenter, *, host: QWidget | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._screen = WorkScreen()
        self._shows_detail = False  # where there is room for one of the two only
        self.board = QueueBoard()
        self.detail = DetailPanel()
        self.notice = NoticeStrip()
        self._summary = label(bold=True)
        self._hidden = ElidedLabel(ink="ink-2")
        self._updated = AgeLabel(_updated_words, stale_after_s=STALE_AFTER_S)
        self._conflicts = QVBoxLayout()
        self._shown_conflicts: tuple[ConflictRow, ...] = ()
        self._more_conflicts = label(size="caption", ink="attention-text", bold=True)
        self._empty = EmptyState()
        self._loading = SkeletonRows(_loading_words, rows=5)
        self._middle = QStackedWidget()
        self.reject = KeyButton(icon="return", key="F8")
        self.tick_all = KeyButton(icon="check", key="F6")
        self.back = KeyButton(icon="queue", key="Escape")
        self.verb = KeyButton(key="Ctrl+Return", variant=Variant.PRIMARY)
        self.shelf_sheet = ShelfSheet(host or self)
        self.reason_sheet = ReasonSheet(host or self, icon="return", verb_icon="return", width_px=560)
        self._lay_out()
        self._connect(presenter)
        self.display(presenter.screen)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(4, 0, 4, 0)
        head.setSpacing(12)
        head.addWidget(self._summary)
        head.addWidget(self._hidden, 1)
        head.addWidget(self._updated)
        self._conflicts.setSpacing(8)
        self._work = QWidget()
        row = QHBoxLayout(self._work)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(14)
        row.addWidget(self.board, 1)
        row.addWidget(self.detail)
        for page in (self._work, self._empty, self._loading):
            self._middle.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.notice)
        column.addLayout(self._conflicts)
        column.addWidget(self._more_conflicts)
        column.addLayout(head)
        column.addWidget(self._middle, 1)

    def _connect(self, presenter: WorkPresenter) -> None:
        presenter.changed.connect(self.display)
        self.board.selected.connect(presenter.select)
        self.board.opened.connect(self._open)
        self.board.entered.connect(self._enter)
        self.detail.toggled.connect(presenter.toggle)
        self.detail.stepped.connect(presenter.step)
        self.reject.clicked.connect(presenter.ask_reason)
        self.tick_all.clicked.connect(presenter.tick_all)
        self.back.clicked.connect(self.focus_board)
        self.verb.clicked.connect(presenter.act)
        self.shelf_sheet.shelf_chosen.connect(presenter.choose)
        self.shelf_sheet.shelf_typed.connect(presenter.type_words)
        self.shelf_sheet.parcels_changed.connect(presenter.change_parcels)
        self.reason_sheet.reason_chosen.connect(presenter.choose)
        self.reason_sheet.reason_typed.connect(presenter.type_words)
        for sheet in (self.shelf_sheet, self.reason_sheet):
            sheet.confirmed.connect(presenter.confirm)
            sheet.dismissed.connect(presenter.dismiss)
        self._leave = QShortcut(self.detail)
        self._leave.setKeys([QKeySequence(key) for key in ("Left", "Right", "Escape")])
        self._leave.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._leave.activated.connect(self.focus_board)
        ticker().ticked.connect(self._tick)

    def verbs(self) -> list[KeyButton]:
        """What belongs into the verb bar now, the main one last."""
        screen = self._screen
        buttons = [self.back] if self._is_narrow and self._shows_detail else []
        if screen.can_reject:
            buttons.append(self.reject)
        if screen.can_tick_all:
            buttons.append(self.tick_all)
        return [*buttons, self.verb] if screen.verb else buttons

    @Slot()
    def enter(self) -> None:
        """The page is shown: the keys go to the cards."""
        self._presenter.enter()
        self.focus_board()

    @Slot()
    def focus_board(self) -> None:
        self._shows_detail = False
        self._fit()
        self.board.focus_card()

    @Slot(ListKey)
    def take_list_key(self, key: ListKey) -> None:
        """The empty scan field lends its arrows: to the articles while they are ticked, else to the cards."""
        if self._screen.detail is not None and self._screen.detail.can_tick:
            self.detail.list.act(key)
        else:
            self.board.focus_card()

    @Slot(WorkScreen)
    def display(self, screen: WorkScreen) -> None:
        before, self._screen = self._screen, screen
        was_on_board = self.board.has_focus
        self._display_head(screen)
        self.board.display(screen.columns, selected=screen.selected)
        self.detail.display(screen.detail, why_not=screen.why_not)
        self._empty.display("queue", say(Text.WORK_EMPTY), say(Text.WORK_EMPTY_NEXT))
        page = self._empty if screen.is_empty else self._work if screen.loaded else self._loading
        self._middle.setCurrentWidget(page)
        self._display_verbs(screen)
        self.shelf_sheet.show_question(screen.ready)
        self.reason_sheet.show_question(screen.reject)
        if screen.act_no != before.act_no:
            self.verb.arm_after(DEAD_AFTER_ACT_MS)
        self._fit()
        if not (screen.ready or screen.reject):
            self._follow_with_keys(before, screen, was_on_board=was_on_board)
        self.verbs_changed.emit()

    def _follow_with_keys(self, before: WorkScreen, screen: WorkScreen, *, was_on_board: bool) -> None:
        """From the start of picking to its end the keys are for the articles; else they go with a card that moves."""
        on_articles = self.detail.list.hasFocus()
        if was_on_board and screen.selected == before.selected and screen.can_be_ticked > before.can_be_ticked:
            self._open(screen.selected)
        elif screen.selected and on_articles and before.can_be_ticked > screen.can_be_ticked:
            self.focus_board()
        elif screen.selected and (was_on_board or self.board.has_focus) and not on_articles:
            self.board.focus_card()

    def _display_head(self, screen: WorkScreen) -> None:
        self.notice.display(screen.notice)
        self._summary.setText(screen.summary)
        self._hidden.setText(screen.hidden)
        self._updated.display(screen.updated_at)
        self._more_conflicts.setText(screen.more_conflicts)
        self._more_conflicts.setVisible(bool(screen.more_conflicts))
        if screen.conflicts != self._shown_conflicts:
            self._shown_conflicts = screen.conflicts
            while (item := self._conflicts.takeAt(0)) is not None:
                if (old := item.widget()) is not None:
                    old.hide()
                    old.deleteLater()
            for row in screen.conflicts:
                strip = ConflictStrip(row)
                strip.more.clicked.connect(self.outbox_wanted)
                self._conflicts.addWidget(strip)

    def _display_verbs(self, screen: WorkScreen) -> None:
        self.reject.setText(say(Text.WORK_CANNOT))
        self.tick_all.setText(say(Text.WORK_TICK_ALL))
        self.back.setText(say(Text.BACK))
        self.verb.setText(screen.verb)
        self.verb.set_icon(screen.verb_icon)
        self.verb.setEnabled(screen.can_act)
        self.verb.setToolTip(screen.why_not)

    @Slot(str)
    def _open(self, card_id: str) -> None:
        """Space or a double click on a card: the keys go to its articles."""
        self._presenter.select(card_id)
        self._shows_detail = True
        self._fit()
        self.detail.list.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(str)
    def _enter(self, card_id: str) -> None:
        """Space on a card: the keys go to its articles, and where they can be seen already, the first is ticked."""
        was_seen = not self.detail.isHidden()
        self._open(card_id)
        if was_seen:
            self.detail.list.act(ListKey.TICK)

    def open_order(self, order_no: int) -> None:
        """Come from elsewhere, such as from the counter's list of what is next, to go on with an order."""
        self._presenter.go_to(order_no)
        if self._screen.can_be_ticked:
            self._open(self._screen.selected)

    @Slot()
    def _tick(self) -> None:
        if self.isVisible():
            self._presenter.refresh()

    @property
    def _is_narrow(self) -> bool:
        return current().compact or self.width() < COMPACT_BELOW_PX

    def hideEvent(self, event: QHideEvent) -> None:
        """Another page is shown, or the till is locked."""
        super().hideEvent(event)
        self._presenter.leave()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            QTimer.singleShot(0, self, self._fit)

    @Slot()
    def _fit(self) -> None:
        """Board and order side by side; where they do not fit, one of the two."""
        narrow = self._is_narrow
        self._leave.setEnabled(not narrow)  # there the button that says so is in the verb bar, with the same key
        self.board.setVisible(not narrow or not self._shows_detail)
        self.detail.setVisible(not narrow or self._shows_detail)
        if narrow:
            self.detail.setMinimumWidth(0)
            self.detail.setMaximumWidth(16_777_215)
        else:
            self.detail.setFixedWidth(current().box(DETAIL_PX))


def _updated_words(as_of: datetime, passed: timedelta) -> str:
    return say(Text.WORK_UPDATED, age=age(as_of, now=as_of + passed))


def _loading_words(seconds: int) -> str:
    return say(Text.WORK_LOADING, seconds=seconds)
