"""The left half of an open pickup: the articles to tick, what is wrong, what stays, and what is due."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui.messages import Text, say
from ui.pickup.screen import Articles, PickupScreen
from ui.widgets.card import Card
from ui.widgets.check_list import CheckList
from ui.widgets.labels import ElidedLabel, label, restyle
from ui.widgets.segmented import Segmented
from ui.widgets.trouble_strip import TroubleStrip


class ArticleCard(Card):
    """
    Signals:
        rest_chosen: how long what stays is kept.
    """

    rest_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(" ", flush=True, parent=parent)
        self.list = CheckList()
        self._trouble = TroubleStrip()
        self._rest = Segmented()
        self._rest_words = label(bold=True)
        self._rest_how = label(size="caption", ink="ink-3", wrap=True)
        self._rest_box = self._make_rest()
        self._paid = ElidedLabel(ink="ink-2")
        self._missing = ElidedLabel(size="caption", ink="attention-text")
        self._due_name = label(ink="ink-2")
        self._due = label(size="head", bold=True)
        self.body.addWidget(self._trouble)
        self.body.addWidget(self.list, 1)
        self.body.addWidget(self._rest_box)
        self.add_footer(self._make_footer())
        self._rest.chosen.connect(self.rest_chosen)

    def _make_rest(self) -> QWidget:
        box = QFrame()
        restyle(box, sunken=True)
        row = QVBoxLayout(box)
        row.setContentsMargins(16, 10, 16, 12)
        row.setSpacing(6)
        words = QHBoxLayout()
        words.setSpacing(10)
        words.addWidget(self._rest_words)
        words.addWidget(self._rest_how, 1)
        row.addLayout(words)
        row.addWidget(self._rest)
        return box

    def _make_footer(self) -> QWidget:
        footer = QWidget()
        row = QHBoxLayout(footer)
        row.setContentsMargins(16, 10, 16, 10)
        row.setSpacing(12)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._paid)
        words.addWidget(self._missing)
        row.addLayout(words, 1)
        row.addWidget(self._due_name)
        row.addWidget(self._due)
        return footer

    def display(self, screen: PickupScreen) -> None:
        articles = screen.articles
        self.set_title(say(Text.CHECK_EACH))
        self.set_badge(articles.badge, tone=articles.badge_tone)
        self.set_hint(say(Text.CHECK_HOW))
        self._trouble.display(articles.trouble)
        self.list.display(articles.rows, of=screen.band.order_no if screen.band else "", lead=articles.current_id)
        self.list.setAccessibleName(say(Text.CHECK_EACH))
        self._rest_box.setVisible(bool(screen.rest))
        self._rest_words.setText(screen.rest_words)
        self._rest_how.setText(say(Text.PARTIAL_HOW))
        if screen.rest:
            self._rest.display(screen.rest, selected=screen.chosen_rest)
        self._display_footer(articles, screen.missing)

    def _display_footer(self, articles: Articles, missing: str) -> None:
        self._paid.setText(articles.paid)
        self._missing.setText(missing)
        self._missing.setVisible(bool(missing))
        self._due_name.setText(say(Text.BALANCE_DUE))
        self._due.setText(articles.due)
        restyle(self._due, ink="attention-text" if articles.due_open else "ink")
