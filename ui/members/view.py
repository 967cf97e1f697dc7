"""The page of members: the field and the hits, or one member. It only draws."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from ui.members.enrol_sheet import EnrolSheet
from ui.members.head import FactsCard, HeadCard, PointsCard
from ui.members.lists import CouponWidget, PurchaseWidget, RowsCard, SuggestionWidget
from ui.members.presenter import MembersPresenter
from ui.members.screen import CouponRow, MemberPart, MembersScreen, PurchaseRow, SuggestionRow
from ui.members.seek import SeekPanel
from ui.messages import Text, say
from ui.sheets.reason import ReasonSheet
from ui.theme import current
from ui.widgets.key_button import KeyButton, Variant
from ui.widgets.labels import restyle

LEFT_PX = 344
NARROW_PX = 820


class MembersView(QWidget):
    """
    Signals:
        verbs_changed: see MainWindow.add_page.
    """

    verbs_changed = Signal()

    def __init__(
        self,
        presenter: MembersPresenter,
        *,
        host: QWidget,
        now: Callable[[], datetime],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._presenter, self._host = presenter, host
        self.seek = SeekPanel()
        self.head, self.points, self.facts = HeadCard(), PointsCard(now), FactsCard()
        self.suggestions = RowsCard[SuggestionRow]("target", self._suggestion)
        self.coupons = RowsCard[CouponRow]("coupon", CouponWidget)
        self.recent = RowsCard[PurchaseRow]("clock", PurchaseWidget)
        self.clear = KeyButton(key="Escape", icon="x")
        self.ask = KeyButton(key="Ctrl+R", icon="refresh")
        self.enrol = KeyButton(key="F6", icon="plus")
        self.orders = KeyButton(key="Ctrl+Shift+1", icon="bag")
        self.basket = KeyButton(key="Ctrl+Return", icon="basket", variant=Variant.PRIMARY)
        self.sheet = ReasonSheet(host, icon="eye", verb_icon="eye", width_px=560)
        self.enrol_sheet: EnrolSheet | None = None
        self._is_member = self._has_orders = False
        self._lay_out()
        self._connect(presenter)
        self.display(presenter.screen)

    def _lay_out(self) -> None:
        self._left = QWidget()
        left = QVBoxLayout(self._left)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(12)
        for card in (self.head, self.points):
            left.addWidget(card)
        left.addWidget(self.facts, 1)
        self._below = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._below.setSpacing(12)
        self._below.addWidget(self.coupons, 1)
        self._below.addWidget(self.recent, 1)
        right = QVBoxLayout()
        right.setSpacing(12)
        right.addWidget(self.suggestions)
        right.addLayout(self._below, 1)
        content = QWidget()
        restyle(content, plain=True)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, content)
        self._columns.setContentsMargins(0, 0, 0, 0)
        self._columns.setSpacing(12)
        self._columns.addWidget(self._left)
        self._columns.addLayout(right, 1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(content)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.seek)
        self._pages.addWidget(scroll)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._pages)

    def _connect(self, presenter: MembersPresenter) -> None:
        presenter.changed.connect(self.display)
        presenter.enrolling.connect(self._open_enrolment)
        self.seek.finder.textEdited.connect(presenter.type)
        self.seek.finder.stepped.connect(presenter.step)
        self.seek.finder.submitted.connect(presenter.submit)
        self.seek.finder.left.connect(presenter.seek)
        self.seek.chosen.connect(presenter.open)
        self.head.show_phone.clicked.connect(presenter.ask_to_show)
        self.clear.clicked.connect(presenter.seek)
        self.ask.clicked.connect(self._ask)
        self.orders.clicked.connect(presenter.open_orders)
        self.enrol.clicked.connect(presenter.want_enrolment)
        self.basket.clicked.connect(presenter.start_basket)
        self.sheet.reason_chosen.connect(presenter.choose_reason)
        self.sheet.reason_typed.connect(presenter.type_reason)
        self.sheet.confirmed.connect(presenter.confirm)
        self.sheet.dismissed.connect(presenter.dismiss)

    def verbs(self) -> list[KeyButton]:
        if not self._is_member:
            return [self.clear, self.ask, self.enrol]
        orders = [self.orders] if self._has_orders else []
        basket = [self.basket] if self._presenter.has_basket else []
        return [self.clear, self.ask, self.enrol, *orders, *basket]

    def enter(self) -> None:
        """The page is shown: where somebody is sought, the field has the keys."""
        self._presenter.enter()
        if not self._is_member:
            self.seek.take_focus()

    @Slot(MembersScreen)
    def display(self, screen: MembersScreen) -> None:
        was_member, self._is_member = self._is_member, screen.member is not None
        self._pages.setCurrentIndex(int(self._is_member))
        if screen.member is None:
            self.seek.display(screen)
            if was_member and self.isVisible():
                self.seek.take_focus()
        else:
            self._display_member(screen.member)
        self.clear.setText(say(Text.CLEAR))
        self.ask.setText(say(Text.MB_ASK if screen.member is None else Text.ASK_NOW))
        self.ask.setEnabled(screen.can_ask or (screen.member is not None and screen.member.can_show))
        self.enrol.setText(say(Text.MB_ENROL))
        self.basket.setText(say(Text.MB_BASKET))
        self.sheet.show_question(screen.question)
        self.verbs_changed.emit()

    def _display_member(self, part: MemberPart) -> None:
        for card in (self.head, self.points, self.facts):
            card.display(part)
        self.suggestions.display_rows(
            part.suggestions,
            title=say(Text.MB_SUGGESTED),
            none=say(Text.MB_SUGGESTED_NONE),
            none_why=say(Text.MB_SUGGESTED_NONE_WHY),
        )
        self.suggestions.set_hint(say(Text.MB_SUGGESTED_HINT))
        self.coupons.display_rows(
            part.coupons,
            title=say(Text.MB_COUPONS),
            none=say(Text.MB_COUPONS_NONE),
            none_why=say(Text.MB_COUPONS_NONE_WHY),
        )
        self.coupons.set_badge(part.coupons_badge)
        self.recent.display_rows(
            part.purchases,
            title=say(Text.MB_RECENT),
            none=say(Text.MB_RECENT_NONE),
            none_why=say(Text.MB_RECENT_NONE_WHY),
        )
        self.recent.set_hint(part.purchases_hint)
        self.orders.setText(say(Text.MB_ORDERS, count=len(part.orders)))
        self._has_orders = bool(part.orders)

    def _suggestion(self, row: SuggestionRow) -> QWidget:
        made = SuggestionWidget(row)
        made.looked.connect(self._presenter.article_wanted)
        return made

    @Slot()
    def _ask(self) -> None:
        self._presenter.ask_hub()

    @Slot()
    def _open_enrolment(self) -> None:
        self.enrol_sheet = EnrolSheet(self._host, self._presenter)
        self.enrol_sheet.open_form()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        ways = QBoxLayout.Direction
        narrow = current().compact or self.width() < NARROW_PX
        self._columns.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)
        self._below.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)
        if narrow:
            self._left.setMinimumWidth(0)
            self._left.setMaximumWidth(16_777_215)
        else:
            self._left.setFixedWidth(current().box(LEFT_PX))
