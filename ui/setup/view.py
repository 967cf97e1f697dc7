"""The screen of the first start: paste, type or scan a pairing code. It draws; the presenter decides."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ui.messages import Text, say
from ui.setup.presenter import SetupPresenter, SetupScreen
from ui.widgets.card import Card
from ui.widgets.key_button import KeyButton, Variant
from ui.widgets.labels import label, restyle
from ui.widgets.state_glyph import StateGlyph

CODE_MAX = 2000


class SetupView(QWidget):
    def __init__(self, presenter: SetupPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        restyle(self, ground=True)
        self._presenter = presenter
        self._title = label(size="verdict", bold=True, wrap=True)
        self._how = label(size="lead", ink="ink-2", wrap=True)
        self.code = QLineEdit(maxLength=CODE_MAX)
        self.address = QLineEdit(maxLength=300)
        self._glyph, self._message = StateGlyph(size_px=24), label(bold=True, wrap=True)
        self._practice = KeyButton(icon="practice", key="F11")
        self.connect_button = KeyButton(icon="online", key="Ctrl+Return", variant=Variant.PRIMARY)
        self._lay_out()
        self._practice.clicked.connect(presenter.practice_wanted)
        self.connect_button.clicked.connect(self._connect)
        self.code.textChanged.connect(presenter.note_code)
        presenter.changed.connect(self.display)
        self.display(presenter.screen)

    def _lay_out(self) -> None:
        card = Card()
        card.setMaximumWidth(720)
        message = QHBoxLayout()
        message.setSpacing(12)
        message.addWidget(self._glyph)
        message.addWidget(self._message, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(10)
        buttons.addStretch(1)
        buttons.addWidget(self._practice)
        buttons.addWidget(self.connect_button)
        for part in (self._title, self._how, self.code, self.address):
            card.body.addWidget(part)
        card.body.addLayout(message)
        card.body.addSpacing(8)
        card.body.addLayout(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(48, 32, 48, 32)
        column.addStretch(1)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(card, 8)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(2)

    @Slot(SetupScreen)
    def display(self, screen: SetupScreen) -> None:
        self._title.setText(say(Text.PAIR_TITLE))
        self._how.setText(say(Text.PAIR_HOW))
        for field, text in ((self.code, Text.PAIR_CODE), (self.address, Text.PAIR_HUB_HINT)):
            field.setPlaceholderText(say(text))
            field.setAccessibleName(say(text))
            field.setEnabled(not screen.busy)
        self.address.setVisible(screen.needs_address)
        self._message.setText(screen.message)
        self._message.setVisible(bool(screen.message))
        restyle(self._message, ink=f"{screen.state}-text" if screen.state else "ink")
        self._glyph.display(screen.state)
        self._glyph.setVisible(screen.state is not None)
        self._practice.setText(say(Text.PAIR_TRY_PRACTICE))
        self._practice.setEnabled(not screen.busy)
        self.connect_button.setText(say(Text.PAIR_CONNECT))
        self.connect_button.setEnabled(not screen.busy)

    @Slot(str)
    def take_scan(self, text: str) -> None:
        """A pairing code that was scanned is filled in and used."""
        self.code.setText(text)
        self._connect()

    @Slot()
    def _connect(self) -> None:
        self._presenter.connect_till(self.code.text(), self.address.text())

    def focus_code(self) -> None:
        self.code.setFocus(Qt.FocusReason.OtherFocusReason)
