"""The sign-in screen, which is the lock screen too: whose badge, and which PIN. It draws; the presenter decides."""

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from ui.language import language, languages
from ui.messages import Text, say
from ui.sign_in.person_button import PersonButton
from ui.sign_in.presenter import PIN_DIGITS, SignInPresenter, SignInScreen
from ui.theme import State, current
from ui.widgets.avatar import Avatar
from ui.widgets.card import Card
from ui.widgets.connection_pill import Connection, Link
from ui.widgets.empty_state import EmptyState
from ui.widgets.icon_label import IconLabel
from ui.widgets.key_button import KeyButton
from ui.widgets.labels import ElidedLabel, label, restyle
from ui.widgets.pin_pad import PinPad
from ui.widgets.segmented import Choice, Segmented
from ui.widgets.state_glyph import StateGlyph

COLUMNS = 2
ROOMY_PX = 1200


class SignInView(QWidget):
    """
    Signals:
        camera_wanted: the camera should be turned on or off.
        language_chosen: another language for the screens.
        settings_wanted: the settings should be shown.
    """

    camera_wanted = Signal()
    language_chosen = Signal(str)
    settings_wanted = Signal()

    def __init__(self, presenter: SignInPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        restyle(self, ground=True)
        self._attempt = -1
        self._people: list[PersonButton] = []
        self._place, self._till = ElidedLabel(size="title", bold=True), ElidedLabel(ink="ink-2")
        self._time, self._date = label(size="verdict", bold=True), label(ink="ink-2")
        self._title, self._how = label(size="verdict", bold=True, wrap=True), label(size="lead", ink="ink-2", wrap=True)
        self._ready = label(bold=True, ink="done-text")
        self._camera = KeyButton(icon="camera", key="Shift+F2")
        self._or = label(size="lead", bold=True)
        self._none = EmptyState("member")
        self._badge = QLineEdit(maxLength=40)
        self._link_glyph, self._link = StateGlyph(size_px=20), label(bold=True)
        self._link_more = label(ink="ink-2", wrap=True)
        self.pad = PinPad(length=PIN_DIGITS)
        self._avatar = Avatar(size_px=52)
        self._name, self._hint = ElidedLabel(size="head", bold=True), label(ink="ink-2", wrap=True)
        self._message_glyph, self._message = StateGlyph(size_px=20), label(bold=True, wrap=True)
        self._languages = Segmented()
        self._settings = KeyButton(icon="settings", key="F11")
        self._lay_out()
        self._connect(presenter)
        self.display(presenter.screen)

    def _connect(self, presenter: SignInPresenter) -> None:
        self._presenter_pick = presenter.choose
        presenter.changed.connect(self.display)
        self.pad.entered.connect(presenter.enter_pin)
        self._badge.returnPressed.connect(lambda: presenter.choose_badge(self._badge.text()))
        self._camera.clicked.connect(self.camera_wanted)
        self._languages.chosen.connect(self.language_chosen)
        self._settings.clicked.connect(self.settings_wanted)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._make_left(), 790)
        row.addWidget(self._make_right(), 576)

    def _make_left(self) -> QWidget:
        content = QWidget()
        restyle(content, plain=True)
        column = self._left = QVBoxLayout(content)
        column.setSpacing(12)
        column.addLayout(self._make_head())
        column.addSpacing(12)
        column.addWidget(self._make_scan_card())
        column.addSpacing(12)
        column.addWidget(self._or)
        column.addWidget(self._none)
        self._grid = QGridLayout()
        self._grid.setSpacing(12)
        column.addLayout(self._grid)
        column.addWidget(self._badge)
        column.addStretch(1)
        link = QHBoxLayout()
        link.setSpacing(10)
        link.addWidget(self._link_glyph)
        link.addWidget(self._link)
        link.addWidget(self._link_more, 1)
        column.addLayout(link)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(content)
        self.people = scroll
        return scroll

    def _make_head(self) -> QHBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._place)
        words.addWidget(self._till)
        clock = QVBoxLayout()
        clock.setSpacing(0)
        clock.addWidget(self._time, alignment=Qt.AlignmentFlag.AlignRight)
        clock.addWidget(self._date, alignment=Qt.AlignmentFlag.AlignRight)
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(IconLabel("store", size_px=40, ink="ink"))
        head.addLayout(words, 1)
        head.addLayout(clock)
        return head

    def _make_scan_card(self) -> Card:
        card = Card()
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self._title)
        words.addWidget(self._how)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        self._ready_glyph = StateGlyph(State.DONE, size_px=18)
        foot.addWidget(self._ready_glyph)
        foot.addWidget(self._ready, 1)
        foot.addWidget(self._camera)
        words.addSpacing(8)
        words.addLayout(foot)
        row = QHBoxLayout()
        row.setContentsMargins(12, 8, 12, 4)
        row.setSpacing(28)
        self._badge_icon = IconLabel("badge", size_px=84, ink="ink")
        row.addWidget(self._badge_icon)
        row.addLayout(words, 1)
        card.body.addLayout(row)
        return card

    def _make_right(self) -> QWidget:
        panel = _Panel()
        head = QHBoxLayout()
        head.setSpacing(14)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._name)
        words.addWidget(self._hint)
        head.addWidget(self._avatar)
        head.addLayout(words, 1)
        message = QHBoxLayout()
        message.setSpacing(10)
        message.addWidget(self._message_glyph)
        message.addWidget(self._message, 1)
        foot = QHBoxLayout()
        foot.setSpacing(10)
        foot.addWidget(self._languages, 1)
        foot.addWidget(self._settings)
        column = self._right = QVBoxLayout(panel)
        column.setSpacing(18)
        column.addLayout(head)
        column.addWidget(self.pad)
        column.addLayout(message)
        column.addStretch(1)
        column.addLayout(foot)
        return panel

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._fit()

    def _fit(self) -> None:
        """In a narrow window the texts get what the margins and the drawn badge take."""
        narrow = self.width() < ROOMY_PX
        self._badge_icon.setVisible(not narrow and not current().compact)
        self._left.setContentsMargins(*((20, 28, 20, 16) if narrow else (40, 32, 40, 20)))
        self._right.setContentsMargins(*((24, 28, 24, 20) if narrow else (48, 32, 48, 24)))

    @Slot(SignInScreen)
    def display(self, screen: SignInScreen) -> None:
        for shown, text in (
            (self._place, screen.place),
            (self._till, screen.till),
            (self._time, screen.time),
            (self._date, screen.date),
            (self._title, screen.title),
            (self._how, screen.how),
            (self._ready, say(Text.READY_TO_SCAN)),
            (self._or, say(Text.OR_PICK_NAME)),
        ):
            shown.setText(text)
        for part in (self._ready_glyph, self._ready):
            part.setVisible(not current().compact)  # at large text only the words and the button have room
        self._camera.setText(say(Text.USE_CAMERA))
        self._settings.setText(say(Text.SETTINGS))
        self._display_people(screen)
        self._display_pin(screen)
        shown_languages = tuple(Choice(tag, name) for tag, name in languages().items())
        self._languages.display(shown_languages, selected=language())

    def _display_people(self, screen: SignInScreen) -> None:
        while len(self._people) < len(screen.people):
            button = PersonButton()
            button.picked.connect(self._presenter_pick)
            place = len(self._people)
            self._grid.addWidget(button, place // COLUMNS, place % COLUMNS)
            self._people.append(button)
        for place, button in enumerate(self._people):
            button.setVisible(place < len(screen.people))
            if place < len(screen.people):
                button.display(screen.people[place])
        self._or.setVisible(not screen.waiting_for_staff)
        self._none.setVisible(screen.waiting_for_staff)
        self._none.display("member", say(Text.NO_STAFF), say(Text.NO_STAFF_NEXT))
        self._badge.setPlaceholderText(say(Text.BADGE_PLACEHOLDER))
        self._badge.setAccessibleName(say(Text.BADGE_PLACEHOLDER))
        appeared = screen.typing_badge and not self._badge.isVisible()
        self._badge.setVisible(screen.typing_badge)
        if appeared:
            self._badge.clear()
            self._badge.setFocus()

    def _display_pin(self, screen: SignInScreen) -> None:
        self._avatar.display(screen.chosen)
        self._name.setText(screen.chosen or say(Text.SCAN_BADGE))
        self._hint.setText(screen.pin_hint)
        self._message.setText(screen.message)
        restyle(self._message, ink=f"{screen.message_state}-text" if screen.message_state else "ink-3")
        self._message_glyph.display(State.UNKNOWN if screen.busy else screen.message_state)
        if not screen.message:
            self._message.setText(say(Text.CHECKING_PIN) if screen.busy else say(Text.PIN_RULES))
            restyle(self._message, ink="unknown-text" if screen.busy else "ink-3", bold=False)
        else:
            restyle(self._message, bold=True)
        self.pad.set_words(clear=say(Text.CLEAR), back=say(Text.DELETE_DIGIT))
        self.pad.setEnabled(screen.can_type_pin)
        if screen.attempt != self._attempt:
            self._attempt = screen.attempt
            self.pad.clear()
            if screen.can_type_pin:
                self.pad.setFocus()

    def show_connection(self, connection: Connection) -> None:
        """Whether the hub answers; signing in works either way."""
        states = {Link.ONLINE: State.DONE, Link.CHECKING: State.UNKNOWN}
        self._link_glyph.display(states.get(connection.link, State.ATTENTION))
        self._link.setText(connection.word)
        self._link_more.setText(f"{connection.heard}   {say(Text.WORKS_OFFLINE)}")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits belong to the PIN wherever the focus is."""
        if event.text().isascii() and event.text().isdigit() and not self._badge.hasFocus():
            self.pad.type_digit(event.text())
        elif event.key() == Qt.Key.Key_Backspace:
            self.pad.back()
        else:
            super().keyPressEvent(event)


class _Panel(QWidget):
    """The white half, from edge to edge."""

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), current().color("surface"))
        painter.fillRect(0, 0, 1, self.height(), current().color("line"))
        painter.end()
