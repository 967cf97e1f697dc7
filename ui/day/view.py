"""The page Today: large figures, bars by hour, and the day divided; the drawer's verbs below. It only draws."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from ui.day.closing import ClosingPresenter
from ui.day.closing_sheets import ReportsSheet, SignOffSheet
from ui.day.count_sheets import CountedSheet, CountSheet
from ui.day.figures import Figures
from ui.day.hours import HourBars
from ui.day.parts import Parts
from ui.day.presenter import DayPresenter
from ui.day.screen import DayScreen
from ui.day.sheets import BehindSheet, CashSheet
from ui.messages import Text, say
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.key_button import KeyButton, Variant
from ui.widgets.labels import ElidedLabel, label, restyle
from ui.widgets.scan_field import ListKey
from ui.widgets.segmented import Choice, Segmented
from ui.widgets.ticker import ticker
from ui.widgets.verb_bar import VerbBar
from ui.work.strips import NoticeStrip

DAY_KEY = "F6"
FIGURES = 5
DEAD_AFTER_ACT_MS = 400
_STEPS = {ListKey.UP: -1, ListKey.DOWN: 1}


class DayView(QWidget):
    """`host` is what the sheets lie over; `bar` shows what the drawer holds while the page is shown.

    Signals:
        verbs_changed: other buttons belong into the verb bar now.
    """

    verbs_changed = Signal()

    def __init__(self, presenter: DayPresenter, closing: ClosingPresenter, *, host: QWidget, bar: VerbBar) -> None:
        super().__init__()
        self._presenter, self._closing, self._bar = presenter, closing, bar
        self._screen = DayScreen()
        self.days = Segmented()
        self.source = ElidedLabel(ink="ink-2")
        self.notice = NoticeStrip()
        self.remarks = label(size="caption", ink="attention-text", wrap=True)
        self.figures = Figures(FIGURES)
        self.hours = HourBars()
        self.hours_card = Card(" ")
        self.channels = Parts(shares=True)
        self.clerks = Parts(bars=True)
        self.tenders = Parts()
        self.waiting = Parts(bars=True)
        self.drawers = Parts()
        self.reading = EmptyState("day")
        self.middle = QStackedWidget()
        self.show_verb = KeyButton(icon="receipt", key="Ctrl+Return")
        self.print_verb = KeyButton(icon="printer", key="Ctrl+P")
        self.reports_verb = KeyButton(icon="day", key="F5")
        self.close_verb = KeyButton(icon="check", key="F7")
        self.cash_verb = KeyButton(icon="cash", key="F8")
        self.count_verb = KeyButton(icon="drawer", key="F9", variant=Variant.PRIMARY)
        self.count_sheet, self.counted_sheet = CountSheet(host), CountedSheet(host)
        self.cash_sheet, self.behind_sheet = CashSheet(host), BehindSheet(host)
        self.sign_off_sheet, self.reports_sheet = SignOffSheet(host), ReportsSheet(host)
        self._lay_out()
        self._connect(presenter)
        self._connect_closing(closing)
        self.display(presenter.screen)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(self.days)
        head.addWidget(self.source, 1)
        self.hours_card.body.addWidget(self.hours, 1)
        content = QWidget()
        restyle(content, ground=True)
        grid = QGridLayout(content)
        grid.setContentsMargins(0, 0, 4, 0)
        grid.setSpacing(8)
        grid.addWidget(self.figures, 0, 0, 1, 12)
        grid.addWidget(self.hours_card, 1, 0, 1, 8)
        grid.addWidget(self.channels, 1, 8, 1, 4)
        for place, card in enumerate((self.clerks, self.tenders, self.waiting, self.drawers)):
            grid.addWidget(card, 2, 3 * place, 1, 3)
        for column in range(12):
            grid.setColumnStretch(column, 1)
            grid.setColumnMinimumWidth(column, 1)
        grid.setRowStretch(1, 1)
        grid.setRowStretch(2, 1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(content)
        self._content = scroll
        self.middle.addWidget(scroll)
        self.middle.addWidget(self.reading)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.notice)
        column.addLayout(head)
        column.addWidget(self.remarks)
        column.addWidget(self.middle, 1)

    def _connect(self, presenter: DayPresenter) -> None:
        presenter.changed.connect(self.display)
        self.days.chosen.connect(presenter.choose_day)
        for part in (self.hours, self.channels, self.clerks, self.tenders):
            part.chosen.connect(presenter.select)
        self.show_verb.clicked.connect(presenter.show_behind)
        self.print_verb.clicked.connect(presenter.print_day)
        self.cash_verb.clicked.connect(presenter.ask_cash)
        self.count_verb.clicked.connect(presenter.ask_count)
        self.count_sheet.way_chosen.connect(presenter.choose_count_way)
        self.count_sheet.typed.connect(presenter.type_pieces)
        self.count_sheet.total_typed.connect(presenter.type_total)
        self.count_sheet.confirmed.connect(presenter.confirm_count)
        self.counted_sheet.reason_typed.connect(presenter.type_reason)
        self.counted_sheet.again_wanted.connect(presenter.count_again)
        self.counted_sheet.confirmed.connect(presenter.record_count)
        self.cash_sheet.way_chosen.connect(presenter.choose_way)
        self.cash_sheet.amount_typed.connect(presenter.type_amount)
        self.cash_sheet.reason_typed.connect(presenter.type_reason)
        self.cash_sheet.confirmed.connect(presenter.confirm_cash)
        self.behind_sheet.stepped.connect(presenter.step_behind)
        self.behind_sheet.open_wanted.connect(presenter.open_behind)
        for sheet in (self.count_sheet, self.counted_sheet, self.cash_sheet, self.behind_sheet):
            sheet.dismissed.connect(presenter.dismiss)
        ticker().ticked.connect(self._tick)

    def _connect_closing(self, closing: ClosingPresenter) -> None:
        closing.changed.connect(self.sign_off_sheet.display_closing)
        closing.changed.connect(self.reports_sheet.display_closing)
        self.close_verb.clicked.connect(closing.ask)
        self.reports_verb.clicked.connect(closing.show_reports)
        self.sign_off_sheet.confirmed.connect(closing.confirm)
        self.reports_sheet.chosen.connect(closing.choose)
        self.reports_sheet.print_wanted.connect(closing.print_copy)
        for sheet in (self.sign_off_sheet, self.reports_sheet):
            sheet.dismissed.connect(closing.dismiss)

    def verbs(self) -> list[KeyButton]:
        """Nobody has a verb here that is not theirs."""
        screen = self._screen
        shown = (
            (self.reports_verb, screen.reports_verb),
            (self.close_verb, screen.close_verb),
            (self.cash_verb, screen.cash_verb),
            (self.count_verb, screen.drawer_verb),
        )
        drawer = [button for button, words in shown if words]
        return [self.show_verb, self.print_verb, *drawer]

    @Slot(ListKey)
    def take_list_key(self, key: ListKey) -> None:
        """The empty scan field lends its arrows."""
        if key in _STEPS:
            self._presenter.step(_STEPS[key])

    @Slot(DayScreen)
    def display(self, screen: DayScreen) -> None:
        before, self._screen = self._screen, screen
        self._display_head(screen)
        self._display_figures(screen)
        self._display_verbs(screen)
        self._display_sheets(screen)
        if screen.act_no != before.act_no:
            self.count_verb.arm_after(DEAD_AFTER_ACT_MS)
        if self.isVisible():
            self._bar.pin(screen.bar)
        verbs = (screen.close_verb, screen.cash_verb, screen.drawer_verb)
        if verbs != (before.close_verb, before.cash_verb, before.drawer_verb):
            self.verbs_changed.emit()

    def _display_sheets(self, screen: DayScreen) -> None:
        """One is closed before another opens: it gives the keys back that it took, and the next one takes them."""
        if screen.counted is None:
            self.counted_sheet.show_question(None)
        self.count_sheet.show_question(screen.count)
        self.counted_sheet.show_question(screen.counted)
        self.cash_sheet.show_question(screen.cash)
        self.behind_sheet.show_list(screen.behind)

    def _display_head(self, screen: DayScreen) -> None:
        ids = [id_ for id_, _ in screen.days]
        after = ids[(ids.index(screen.day) + 1) % len(ids)] if screen.day in ids else ""
        choices = tuple(Choice(id_, words, key=DAY_KEY if id_ == after else "") for id_, words in screen.days)
        self.days.display(choices, selected=screen.day)
        self.days.setAccessibleName(say(Text.DAY))
        self.source.setText(screen.source)
        restyle(self.source, ink="attention-text" if screen.is_partial else "ink-2")
        self.notice.display(screen.notice)
        self.remarks.setText("  ".join((*screen.remarks, screen.empty, screen.empty_why)).strip())
        restyle(self.remarks, ink="attention-text" if screen.remarks else "ink-2")
        self.remarks.setVisible(bool(screen.remarks or screen.empty))

    def _display_figures(self, screen: DayScreen) -> None:
        self.middle.setCurrentWidget(self.reading if screen.loading else self._content)
        self.reading.display("day", screen.loading)
        if screen.loading or not screen.figures:
            return
        self.figures.display(screen.figures)
        self.hours_card.set_title(say(Text.DAY_BY_HOUR))
        legend = f"▮ {say(Text.DAY_LEGEND_NOW)}   ▬ {say(Text.DAY_LEGEND_BEFORE)}" if screen.has_before else ""
        self.hours_card.set_hint("     ".join(filter(None, (legend, screen.busiest))))
        self.hours.setAccessibleName(say(Text.DAY_BY_HOUR))
        self.hours.display(screen.hours, selected=screen.selected, currency=screen.currency)
        for view, card in (
            (self.channels, screen.channels),
            (self.clerks, screen.clerks),
            (self.tenders, screen.tenders),
            (self.waiting, screen.waiting),
            (self.drawers, screen.drawers),
        ):
            view.display(card, selected=screen.selected)

    def _display_verbs(self, screen: DayScreen) -> None:
        self.show_verb.setText(say(Text.DAY_SHOW))
        self.show_verb.setEnabled(screen.can_show)
        self.print_verb.setText(say(Text.DAY_PRINT))
        self.print_verb.setEnabled(screen.can_print)
        self.reports_verb.setText(screen.reports_verb)
        self.close_verb.setText(screen.close_verb)
        self.cash_verb.setText(screen.cash_verb)
        self.count_verb.setText(screen.drawer_verb)

    @Slot()
    def _tick(self) -> None:
        if self.isVisible():
            self._presenter.refresh()
            self._closing.look_again()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._bar.pin(self._screen.bar)

    def hideEvent(self, event: QHideEvent) -> None:
        """Another page is shown, or the till is locked."""
        super().hideEvent(event)
        self._bar.pin(None)
        self._presenter.leave()
        self._closing.dismiss()
