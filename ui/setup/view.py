"""The screen of the first start: what a pairing code is, and a field to scan, paste or type it into. It only draws."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from ui.language import language, languages
from ui.messages import Text, say
from ui.setup.presenter import SetupPresenter, SetupScreen
from ui.setup.steps import Steps
from ui.theme import State
from ui.widgets.card import Card
from ui.widgets.icon_label import IconLabel
from ui.widgets.key_button import KeyButton, Variant
from ui.widgets.labels import label, restyle
from ui.widgets.segmented import Choice, Segmented
from ui.widgets.state_glyph import StateGlyph

CODE_MAX = 2000
WIDTH_PX = 760


class SetupView(QWidget):
    """
    Signals:
        language_chosen: another language for the screens.
    """

    language_chosen = Signal(str)

    def __init__(self, presenter: SetupPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        restyle(self, ground=True)
        self.presenter = presenter
        self._brand = label("Clerk", size="title", bold=True)
        self._title = label(size="verdict", bold=True, wrap=True)
        self._how = label(size="lead", ink="ink-2", wrap=True)
        self._steps = Steps()
        self._field_name = label(bold=True)
        self.code = QLineEdit(maxLength=CODE_MAX)
        self.paste = KeyButton(icon="note", key="F8")
        self.address = QLineEdit(maxLength=300)
        self._glyph, self._message = StateGlyph(size_px=24), label(bold=True, wrap=True)
        self._digits = label(size="verdict", bold=True)
        self._practice = KeyButton(icon="practice", key="F11")
        self.stop = KeyButton(icon="x", key="Escape")
        self.connect_button = KeyButton(icon="online", key="Ctrl+Return", variant=Variant.PRIMARY)
        self._languages = Segmented()
        self._lay_out()
        self._connect_parts(presenter)
        self.display(presenter.screen)

    def _connect_parts(self, presenter: SetupPresenter) -> None:
        self._practice.clicked.connect(presenter.practice_wanted)
        self.connect_button.clicked.connect(self._connect)
        self.code.returnPressed.connect(self._connect)
        self.address.returnPressed.connect(self._connect)
        self.code.textEdited.connect(presenter.note_code)
        self.paste.clicked.connect(self._paste)
        self.stop.clicked.connect(presenter.give_up)
        self._languages.chosen.connect(self.language_chosen)
        presenter.changed.connect(self.display)

    def _lay_out(self) -> None:
        content = QWidget()
        restyle(content, plain=True)
        content.setMaximumWidth(WIDTH_PX)
        column = QVBoxLayout(content)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(12)
        column.addLayout(self._make_head())
        column.addStretch(1)
        column.addWidget(self._title)
        column.addWidget(self._how)
        column.addWidget(self._steps)
        column.addWidget(self._make_card())
        column.addStretch(2)
        middle = QWidget()
        restyle(middle, plain=True)
        row = QHBoxLayout(middle)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(content, 20)
        row.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(middle)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)

    def _make_head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(14)
        head.addWidget(IconLabel("app", size_px=40, ink="accent-text"))
        head.addWidget(self._brand, 1)
        head.addWidget(self._languages)
        return head

    def _make_card(self) -> Card:
        card = Card()
        field = QHBoxLayout()
        field.setSpacing(10)
        field.addWidget(self.code, 1)
        field.addWidget(self.paste)
        message = QHBoxLayout()
        message.setSpacing(12)
        message.addWidget(self._glyph)
        message.addWidget(self._message, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(10)
        buttons.addWidget(self._practice)
        buttons.addStretch(1)
        buttons.addWidget(self.stop)
        buttons.addWidget(self.connect_button)
        card.body.addWidget(self._field_name)
        card.body.addLayout(field)
        card.body.addWidget(self.address)
        card.body.addWidget(self._digits, alignment=Qt.AlignmentFlag.AlignHCenter)
        card.body.addLayout(message)
        card.body.addSpacing(4)
        card.body.addLayout(buttons)
        return card

    @Slot(SetupScreen)
    def display(self, screen: SetupScreen) -> None:
        self._title.setText(say(Text.PAIR_TITLE))
        self._how.setText(say(Text.PAIR_HOW))
        self._steps.display(screen.step)
        self._field_name.setText(say(Text.PAIR_CODE))
        self._display_fields(screen)
        self._message.setText(screen.message)
        self._message.setVisible(bool(screen.message))
        restyle(self._message, ink=f"{screen.state}-text" if screen.state else "ink")
        self._glyph.display(screen.state or State.UNKNOWN)
        self._glyph.setVisible(screen.state is not None)
        self._digits.setText(screen.digits)
        self._digits.setVisible(bool(screen.digits))
        self._practice.setText(say(Text.PAIR_TRY_PRACTICE))
        self._practice.setEnabled(not screen.busy)
        self.stop.setText(say(Text.PAIR_STOP))
        self.stop.setVisible(screen.busy)
        self.connect_button.setText(say(Text.PAIR_CONNECT))
        self.connect_button.setEnabled(not screen.busy)
        chosen = tuple(Choice(tag, name) for tag, name in languages().items())
        self._languages.display(chosen, selected=language())

    def _display_fields(self, screen: SetupScreen) -> None:
        for field, text in ((self.code, Text.PAIR_CODE), (self.address, Text.PAIR_HUB_HINT)):
            field.setPlaceholderText(say(text))
            field.setAccessibleName(say(text))
            field.setEnabled(not screen.busy)
        if "".join(self.code.text().split()) != screen.code:
            self.code.setText(screen.code)
        appeared = screen.needs_address and not self.address.isVisibleTo(self)
        self.address.setVisible(screen.needs_address)
        if appeared and screen.state is State.ATTENTION:
            self.address.setFocus(Qt.FocusReason.OtherFocusReason)
        self.paste.setText(say(Text.PAIR_PASTE))
        self.paste.setEnabled(not screen.busy)

    def show_again(self) -> None:
        """Say everything again, in another language."""
        self.display(self.presenter.screen)

    @Slot()
    def _connect(self) -> None:
        self.presenter.connect_till(self.code.text(), self.address.text())

    @Slot()
    def _paste(self) -> None:
        self.presenter.paste(QGuiApplication.clipboard().text())
