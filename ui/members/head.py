"""The left side of a member's page: who it is, their points, and a few facts."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.members.screen import MemberPart
from ui.members.words import age_words, fresh_words
from ui.messages import Text, say
from ui.widgets.age_label import AgeLabel
from ui.widgets.avatar import Avatar
from ui.widgets.card import Card
from ui.widgets.countdown_bar import CountdownBar
from ui.widgets.facts_table import FactsTable
from ui.widgets.key_button import KeyButton
from ui.widgets.labels import Badge, ElidedLabel, label

STALE_AFTER_S = 3600


class HeadCard(Card):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._avatar = Avatar(size_px=56)
        self._name = ElidedLabel(size="head", bold=True)
        self._tier, self._phone = Badge(tone="accent"), label(ink="ink-2")
        self.show_phone = KeyButton(icon="eye", key="F8")
        self._left = CountdownBar()
        self._note = label(size="caption", ink="ink-3", wrap=True)
        first = QHBoxLayout()
        first.setSpacing(10)
        first.addWidget(self._name)
        first.addWidget(self._tier, alignment=Qt.AlignmentFlag.AlignVCenter)
        first.addStretch(1)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addLayout(first)
        words.addWidget(self._phone)
        who = QHBoxLayout()
        who.setSpacing(16)
        who.addWidget(self._avatar)
        who.addLayout(words, 1)
        self.body.addLayout(who)
        self.body.addWidget(self.show_phone)
        self.body.addWidget(self._left)
        self.body.addWidget(self._note)

    def display(self, part: MemberPart) -> None:
        self._avatar.display(part.name)
        self._name.setText(part.name)
        self._tier.display(part.tier, tone="accent")
        self._phone.setText(part.phone)
        shown = part.shown_left > 0
        self.show_phone.setText(say(Text.MB_HIDE_PHONE if shown else Text.MB_SHOW_PHONE))
        self.show_phone.setEnabled(part.can_show or shown)
        self._left.setVisible(shown)
        self._left.display(part.shown_left, ink="attention", spoken=part.shown_words)
        self._note.setText(part.shown_words)
        self.setAccessibleName(f"{part.name} {part.tier} {part.phone}")


class PointsCard(Card):
    def __init__(self, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._title = label(ink="ink-2")
        self._known = AgeLabel(age_words, stale_after_s=STALE_AFTER_S, now=now)
        self._fresh = AgeLabel(fresh_words, stale_after_s=STALE_AFTER_S, now=now)
        self._figure, self._note = label(size="figure", bold=True), label(size="caption", ink="ink-3", wrap=True)
        self._spent = label(size="caption", ink="ink-3", wrap=True)
        head = QHBoxLayout()
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self._known)
        head.addWidget(self._fresh)
        self.body.addLayout(head)
        for part in (self._figure, self._note, self._spent):
            self.body.addWidget(part)

    def display(self, part: MemberPart) -> None:
        self._title.setText(say(Text.MB_POINTS))
        self._known.display(None if part.is_fresh else part.as_of)
        self._fresh.display(part.as_of if part.is_fresh else None)
        self._figure.setText(part.points)
        self._note.setText(part.points_note)
        self._spent.setText(part.spent)
        self._spent.setVisible(bool(part.spent))
        self.setAccessibleName(f"{say(Text.MB_POINTS)} {part.points} {part.points_note}")


class FactsCard(Card):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._facts = FactsTable()
        self.body.addWidget(self._facts)
        self.body.addStretch(1)

    def display(self, part: MemberPart) -> None:
        self._facts.display(part.facts)
