"""The right half of an open pickup: the person, the money, the place, and the facts with their age."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from clerk_app.domain.acts import TEXT_MAX
from ui.basket.pay_screen import TakenRow
from ui.basket.taken import TakenLine
from ui.messages import Text, say
from ui.pickup.screen import Money, Person, PickupScreen, Stage
from ui.theme import State, current
from ui.widgets.avatar import Avatar
from ui.widgets.card import Card
from ui.widgets.facts_table import FactsTable
from ui.widgets.key_button import KeyButton, Variant
from ui.widgets.labels import Badge, ElidedLabel, label, restyle
from ui.widgets.segmented import Segmented
from ui.widgets.shelf_strip import ShelfStrip
from ui.widgets.state_glyph import StateGlyph


class SidePanel(QScrollArea):
    """
    Signals:
        who_chosen, collector_named, method_chosen: what the clerk said about the person.
        pay_wanted: the balance should be paid, or what was paid of it looked at.
    """

    who_chosen = Signal(str)
    collector_named = Signal(str)
    method_chosen = Signal(str)
    pay_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._person, self._money, self._where, self._facts = PersonCard(), _MoneyCard(), _WhereCard(), Card()
        self._table = FactsTable()
        self._facts.body.addWidget(self._table)
        self._facts.body.addStretch(1)
        content = QWidget()
        restyle(content, plain=True)
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for card in (self._person, self._money, self._where):
            column.addWidget(card)
        column.addWidget(self._facts, 1)
        self.setWidget(content)
        self._person.who.chosen.connect(self.who_chosen)
        self._person.method.chosen.connect(self.method_chosen)
        self._person.collector.textChanged.connect(self.collector_named)
        self._money.act.clicked.connect(self.pay_wanted)

    def display(self, screen: PickupScreen) -> None:
        open_still = screen.stage is Stage.CHECK
        self._person.display(screen.person, open_still=open_still)
        if screen.money is not None:
            self._money.display(screen.money)
        self._money.setVisible(screen.money is not None and open_still)
        self._where.display(screen)
        self._table.display(screen.facts)


class PersonCard(Card):
    def __init__(self) -> None:
        super().__init__()
        self._avatar = Avatar(size_px=40)
        self._name = ElidedLabel(size="lead", bold=True)
        self._tier = Badge()
        self._contact = ElidedLabel(ink="ink-2")
        self.who = Segmented()
        self.collector = QLineEdit(maxLength=TEXT_MAX)
        self._how = label(bold=True)
        self._next_method = KeyButton(key="Shift+F7", variant=Variant.QUIET)
        self.method = Segmented()
        self._glyph = StateGlyph(size_px=20)
        self._rule = label(size="caption", ink="ink-3", wrap=True)
        self._choices: tuple[str, ...] = ()
        self._lay_out()
        self.who.chosen.connect(self._to_name)
        self._next_method.clicked.connect(self._choose_next_method)

    def _lay_out(self) -> None:
        names = QHBoxLayout()
        names.setSpacing(8)
        names.addWidget(self._name)
        names.addWidget(self._tier)
        names.addStretch(1)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addLayout(names)
        words.addWidget(self._contact)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self._avatar)
        head.addLayout(words, 1)
        ask = QHBoxLayout()
        ask.addWidget(self._glyph)
        ask.addWidget(self._how, 1)
        ask.addWidget(self._next_method)
        for part in (head, ask):
            self.body.addLayout(part)
        self.body.insertWidget(1, self.who)
        self.body.insertWidget(2, self.collector)
        self.body.addWidget(self.method)
        self.body.addWidget(self._rule)

    def display(self, person: Person, *, open_still: bool) -> None:
        self._avatar.display(person.name if person.is_named else "")
        self._name.setText(person.name)
        self._tier.display(person.tier, tone="accent")
        self._contact.setText(person.contact)
        self._contact.setVisible(bool(person.contact))
        if person.who:
            self.who.display(person.who, selected=person.chosen_who)
        self.collector.setPlaceholderText(say(Text.COLLECTOR_NAME))
        self.collector.setAccessibleName(say(Text.COLLECTOR_NAME))
        self.collector.setVisible(person.chosen_who == "else")
        if self.collector.text() != person.collected_by:
            self.collector.setText(person.collected_by)
        self._how.setText(person.checked or say(Text.IDENTITY))
        self._glyph.display(State.DONE if person.checked else State.ATTENTION if person.rule_open else None)
        self._glyph.setVisible(self._glyph.state is not None)
        asked = bool(person.checked) or person.rule_open
        self._how.setVisible(asked)
        self._choices = tuple(choice.id for choice in person.methods)
        if person.methods:
            self.method.display(person.methods, selected=person.method)
        self.method.setVisible(bool(person.methods))
        self._next_method.setAccessibleName(say(Text.IDENTITY))
        self._next_method.setVisible(asked and bool(person.methods) and open_still)
        self._rule.setText(person.rule)
        for control in (self.who, self.collector, self.method):
            control.setEnabled(open_still)

    @Slot(str)
    def _to_name(self, who: str) -> None:
        if who == "else":
            self.collector.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot()
    def _choose_next_method(self) -> None:
        """The key goes through the methods in turn, so that no hand has to leave the keyboard."""
        place = self._choices.index(self.method.selected) + 1 if self.method.selected in self._choices else 0
        self.method.chosen.emit(self._choices[place % len(self._choices)])


class _MoneyCard(Card):
    def __init__(self) -> None:
        super().__init__()
        self._title = label(size="lead", bold=True)
        self._due = label(size="head", bold=True, ink="attention-text")
        self._rows = QVBoxLayout()
        self._shown: tuple[TakenRow, ...] = ()
        self.act = KeyButton(icon="cash", key="F9")
        self._note = label(size="caption", ink="ink-3", wrap=True)
        head = QHBoxLayout()
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self._due)
        self.body.addLayout(head)
        self._rows.setSpacing(4)
        self.body.addLayout(self._rows)
        self.body.addWidget(self.act)
        self.body.addWidget(self._note)

    def display(self, money: Money) -> None:
        self._title.setText(say(Text.MONEY))
        self._due.setText(money.due)
        restyle(self._due, ink="attention-text" if money.is_open else "ink")
        self._note.setText(money.note)
        self.act.setText(money.act)
        if money.rows == self._shown:
            return
        self._shown = money.rows
        while (item := self._rows.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.setParent(None)
                old.deleteLater()
        for row in money.rows:
            made = TakenLine(row)
            self._rows.addWidget(made)
            made.show()


class _WhereCard(Card):
    def __init__(self) -> None:
        super().__init__()
        self._title = label(size="lead", bold=True)
        self._hint = label(size="caption", ink="ink-3")
        self._strip = ShelfStrip()
        self._none = label(ink="ink-2")
        head = QHBoxLayout()
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self._hint)
        self.body.addLayout(head)
        self.body.addWidget(self._strip)
        self.body.addWidget(self._none)

    def display(self, screen: PickupScreen) -> None:
        self._title.setText(say(Text.WHERE))
        self._hint.setText(screen.shelf_hint)
        self._strip.display(screen.shelves, wanted=screen.shelves_wanted)
        self._strip.setVisible(bool(screen.shelves))
        self._none.setText(say(Text.NO_SHELF))
        self._none.setVisible(not screen.shelves)
        self._strip.setMinimumWidth(current().box(240))
