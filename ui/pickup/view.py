"""The pickup screen: verdict, articles, person, money, and the one verb. It draws; the presenter decides."""

from PySide6.QtCore import QEvent, QTimer, Signal, Slot
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ui.messages import Text, say
from ui.pickup.article_card import ArticleCard
from ui.pickup.presenter import PickupPresenter
from ui.pickup.refusal_panel import RefusalPanel
from ui.pickup.screen import PickupScreen, Stage
from ui.pickup.side_panel import SidePanel
from ui.theme import current
from ui.widgets.key_button import KeyButton, Variant
from ui.widgets.scan_field import ListKey
from ui.widgets.segmented import Choice, Segmented
from ui.widgets.verdict_band import VerdictBand

DEAD_AFTER_VERDICT_MS = 400
COMPACT_BELOW_PX = 820
ROOMY_PX = 1000  # below it the side panel is slim, so that the names of the articles are whole
SLIM_SIDE_PX = 330


class PickupView(QWidget):
    """
    Signals:
        verbs_changed: other buttons belong into the verb bar now.
    """

    verbs_changed = Signal()

    def __init__(self, presenter: PickupPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._screen = PickupScreen()
        self.band = VerdictBand()
        self.articles = ArticleCard()
        self.side = SidePanel()
        self.refusal = RefusalPanel()
        self._tabs = Segmented()
        self._tab = "articles"
        self._middle = QStackedWidget()
        self.clear = KeyButton(key="Escape", icon="x")
        self.ask = KeyButton(key="Ctrl+R", icon="refresh")
        self.part = KeyButton(key="F6", icon="split")
        self.drop = KeyButton(key="F5", icon="return")
        self.undo = KeyButton(icon="undo")
        self.undo.paint_key("Ctrl+Z")
        self.verb = KeyButton(key="Ctrl+Return", variant=Variant.PRIMARY)
        self._lay_out()
        self._connect(presenter)
        self.display(presenter.screen)

    def _lay_out(self) -> None:
        self._check = QWidget()
        check = QHBoxLayout(self._check)
        check.setContentsMargins(0, 0, 0, 0)
        check.setSpacing(12)
        check.addWidget(self.articles, 1)
        check.addWidget(self.side)
        self._middle.addWidget(self._check)
        self._middle.addWidget(self.refusal)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.band)
        column.addWidget(self._tabs)
        column.addWidget(self._middle, 1)

    def _connect(self, presenter: PickupPresenter) -> None:
        presenter.changed.connect(self.display)
        self.articles.list.toggled.connect(presenter.toggle)
        self.articles.list.stepped.connect(presenter.step)
        self.articles.rest_chosen.connect(presenter.choose_rest)
        self.side.who_chosen.connect(presenter.choose_who)
        self.side.collector_named.connect(presenter.name_collector)
        self.side.method_chosen.connect(presenter.choose_identity)
        self.side.pay_wanted.connect(presenter.want_pay)
        self.refusal.acted.connect(presenter.take_way_out)
        self.refusal.other_wanted.connect(presenter.open_other)
        self.clear.clicked.connect(presenter.clear)
        self.ask.clicked.connect(presenter.ask)
        self.part.clicked.connect(presenter.toggle_partial)
        self.drop.clicked.connect(presenter.want_drop)
        self.undo.clicked.connect(presenter.want_undo)
        self.verb.clicked.connect(presenter.act)
        self._tabs.chosen.connect(self._choose_tab)
        self._to_person = QShortcut(QKeySequence("Shift+F7"), self)  # F7 is painted on the tab
        self._to_person.activated.connect(self._show_person)

    def verbs(self) -> list[KeyButton]:
        """What belongs into the verb bar now, the main one last."""
        screen = self._screen
        buttons = [self.clear, self.ask] if screen.can_ask and screen.stage is Stage.CHECK else [self.clear]
        if screen.can_part:
            buttons.append(self.part)
        if screen.can_drop:
            buttons.append(self.drop)
        if screen.undo_left_s > 0:
            buttons.append(self.undo)
        return [*buttons, self.verb] if screen.verb else buttons

    @Slot(PickupScreen)
    def display(self, screen: PickupScreen) -> None:
        before, self._screen = self._screen, screen
        if screen.band is not None:
            self.band.display(screen.band)
        refused = screen.stage is Stage.REFUSED
        self._middle.setCurrentWidget(self.refusal if refused else self._check)
        if refused:
            self.refusal.display(screen)
        elif screen.stage is Stage.EMPTY:
            self.articles.list.display(())  # the next look begins at its first article, also if it is the same order's
        else:
            self.articles.display(screen)
            self.side.display(screen)
        self._display_verbs(screen)
        self._fit()
        if screen.verdict_no != before.verdict_no:
            self.verb.arm_after(DEAD_AFTER_VERDICT_MS)
            self._tab = "articles"
        self.verbs_changed.emit()

    def take_list_key(self, key: ListKey) -> None:
        """What the empty scan field lends: to the articles, or to the history of a refused look."""
        if self._screen.stage is Stage.REFUSED:
            self.refusal.take_list_key(key)
        else:
            self.articles.list.act(key)

    def paint_verdict(self) -> None:
        """Paint the band now, in the place that it has by now."""
        layout = self.layout()
        if layout is not None:
            layout.activate()
        self.band.repaint()

    def _display_verbs(self, screen: PickupScreen) -> None:
        over = screen.stage in (Stage.AFTER, Stage.REFUSED)
        self.clear.setText(say(Text.CLEAR_NEXT if over else Text.CLEAR))
        self.ask.setText(say(Text.ASK_NOW))
        self.part.setText(screen.part_word)
        self.drop.setText(say(Text.DROP))
        self.undo.setText(say(Text.UNDO))
        self.verb.setText(screen.verb)
        self.verb.set_icon(screen.verb_icon)
        self.verb.setEnabled(screen.can_act)
        self.verb.setToolTip(screen.missing)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            QTimer.singleShot(0, self, self._fit)

    @Slot()
    def _show_person(self) -> None:
        self._choose_tab("side")

    @Slot(str)
    def _choose_tab(self, tab: str) -> None:
        self._tab = tab
        self._fit()

    @Slot()
    def _fit(self) -> None:
        """One column where two would not fit: then the side panel is a tab."""
        narrow = current().compact or self.width() < COMPACT_BELOW_PX
        tabbed = narrow and self._screen.stage in (Stage.CHECK, Stage.AFTER)
        self._tabs.setVisible(tabbed)
        choices = (
            Choice("articles", say(Text.CHECK_EACH), key="" if self._tab == "articles" else "Ctrl+Tab"),
            Choice("side", self._screen.person.name or "…", key="F7" if self._tab == "articles" else ""),
        )
        self._to_person.setEnabled(tabbed and self._tab == "articles")
        self._tabs.display(choices, selected=self._tab)
        self.articles.show_header(not tabbed)
        self.articles.setVisible(not tabbed or self._tab == "articles")
        self.side.setVisible(not tabbed or self._tab == "side")
        if tabbed:
            self.side.setMinimumWidth(0)
            self.side.setMaximumWidth(16_777_215)
        else:
            self.side.setFixedWidth(current().size("side-panel") if self.width() >= ROOMY_PX else SLIM_SIDE_PX)
