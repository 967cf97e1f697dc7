"""How the queue asks for the parcels of an order, and for their carrier, with the address for the label. It draws."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ui import messages
from ui.messages import Text, say
from ui.widgets.choice_grid import ChoiceGrid
from ui.widgets.key_button import KeyButton, Variant
from ui.widgets.labels import label, restyle
from ui.widgets.sheet import Sheet
from ui.work.parcels import CARRIER_MAX, TRACKING_MAX, ParcelPresenter, ParcelQuestion
from ui.work.sheets import PARCELS_MAX

CARRIER_COLUMNS = 3


class ParcelSheet(Sheet):
    def __init__(self, presenter: ParcelPresenter, host: QWidget) -> None:
        super().__init__(host, icon="parcel", width_px=640)
        self._presenter = presenter
        self.address = AddressBox()
        self.carriers = ChoiceGrid(columns=CARRIER_COLUMNS)
        self.other = QLineEdit(maxLength=CARRIER_MAX)
        self.tracking = QLineEdit(maxLength=TRACKING_MAX)
        self._tracked = label(ink="ink-2", wrap=True)
        self._numbers = label(bold=True, wrap=True)
        self.missing = label(bold=True, ink="attention-text")
        self._parcels = label(bold=True)
        self._parcels.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.fewer = KeyButton(icon="minus", key="-")
        self.more = KeyButton(icon="plus", key="+")
        self.back = KeyButton(key="Escape")
        self.verb = KeyButton(icon="parcel", key="Ctrl+Return", variant=Variant.PRIMARY)
        self._lay_out_content()
        presenter.changed.connect(self.show_question)
        self.carriers.chosen.connect(presenter.choose_carrier)
        self.other.textEdited.connect(presenter.type_carrier)
        self.tracking.returnPressed.connect(self._add_typed)
        self.fewer.clicked.connect(lambda: presenter.change_parcels(-1))
        self.more.clicked.connect(lambda: presenter.change_parcels(1))
        self.back.clicked.connect(self.dismiss)
        self.verb.clicked.connect(self._confirm)
        self.dismissed.connect(presenter.dismiss)

    def _lay_out_content(self) -> None:
        self._count = QWidget()
        restyle(self._count, plain=True)
        count = QHBoxLayout(self._count)
        count.setContentsMargins(0, 0, 0, 0)
        count.setSpacing(8)
        for part in (self.fewer, self._parcels, self.more):
            count.addWidget(part)
        count.addStretch(1)
        for part in (
            self.address,
            self._count,
            self.carriers,
            self.other,
            self.tracking,
            self._tracked,
            self._numbers,
        ):
            self.content.addWidget(part)
        self.add_words(self.missing)
        self.add_button(self.back)
        self.add_button(self.verb)

    @property
    def tracked(self) -> str:
        """How many numbers there are."""
        return self._tracked.text()

    @Slot(object)
    def show_question(self, asked: ParcelQuestion | None) -> None:
        if asked is None:
            self.close_sheet()
            self.address.display((), "")
            return
        self.address.display(asked.address, asked.address_words)
        self._parcels.setText(asked.parcels_text)
        self._parcels.setMinimumWidth(self._parcels.fontMetrics().horizontalAdvance(messages.parcels(PARCELS_MAX)))
        self.fewer.setAccessibleName(say(Text.WORK_FEWER))
        self.more.setAccessibleName(say(Text.WORK_MORE))
        self.fewer.setEnabled(asked.parcels > 1)
        self._count.setVisible(not asked.is_sending)
        self.carriers.display(asked.carriers, chosen=asked.chosen)
        self.carriers.setVisible(bool(asked.carriers))
        for field, typed, words in (
            (self.other, asked.typed, say(Text.PARCEL_CARRIER_OTHER)),
            (self.tracking, self.tracking.text(), say(Text.PARCEL_TRACKING)),
        ):
            if field.text() != typed:
                field.setText(typed)
            field.setPlaceholderText(words)
            field.setAccessibleName(words)
            field.setVisible(asked.is_sending)
        self._tracked.setText(asked.tracking_text)
        self._tracked.setVisible(asked.is_sending)
        self._numbers.setText(say(Text.SEPARATOR).join(asked.tracking))
        self._numbers.setVisible(bool(asked.tracking))
        self.missing.setText(asked.missing)
        self.back.setText(say(Text.BACK))
        self.verb.setText(asked.verb)
        self.verb.set_icon("truck" if asked.is_sending else "parcel")
        self.verb.setEnabled(asked.can_confirm)
        self.verb.setToolTip("" if asked.can_confirm else say(Text.PARCEL_CARRIER_MISSING))
        self.display(title=asked.title, text=asked.text)
        if not self.is_open:
            self.tracking.clear()
            self.open_sheet(None if asked.carriers or not asked.is_sending else self.other)
            if asked.carriers:
                self.carriers.take_focus()

    def scan_text(self, text: str) -> bool:
        """A carrier's label: whatever number it bears, it is that of a parcel."""
        if not self.tracking.isVisible():
            return False
        self._presenter.add_tracking(text)
        return True

    @Slot()
    def _add_typed(self) -> None:
        typed = self.tracking.text()
        self.tracking.clear()
        self._presenter.add_tracking(typed)

    @Slot()
    def _confirm(self) -> None:
        if self.tracking.isVisible() and self.tracking.text():
            self._add_typed()
        self._presenter.confirm()


class AddressBox(QFrame):
    """Where it goes, large enough to be copied onto a label; or why nobody can say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        restyle(self, tint="quiet")
        self._lines = [label(size="lead", bold=True, wrap=True), *(label(size="lead", wrap=True) for _ in range(3))]
        self._words = label(ink="ink-2", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(2)
        for line in (*self._lines, self._words):
            column.addWidget(line)

    @property
    def text(self) -> str:
        return "\n".join(line.text() for line in self._lines if line.text())

    @property
    def words(self) -> str:
        """Why nobody can say, "" if it is there."""
        return self._words.text()

    def display(self, lines: tuple[str, ...], words: str) -> None:
        for place, line in enumerate(self._lines):
            line.setText(lines[place] if place < len(lines) else "")
            line.setVisible(place < len(lines))
        self._words.setText(words)
        self._words.setVisible(bool(words))
