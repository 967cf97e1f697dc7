"""Where a parcel goes: four fields, each with what is wrong with it. It is given to the hub, and kept nowhere here."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QWidget

from clerk_app.domain.aisle.addresses import FIELDS
from ui.basket.elsewhere_screen import AddressQuestion
from ui.basket.pay_sheet import TroubleLine
from ui.messages import Text, say
from ui.widgets.key_button import KeyButton, Variant
from ui.widgets.labels import label
from ui.widgets.sheet import Sheet


class AddressSheet(Sheet):
    """
    Signals:
        sent: what was typed, by field.
    """

    sent = Signal(object)

    def __init__(self, host: QWidget) -> None:
        super().__init__(host, icon="truck", width_px=620)
        self.fields = {name: QLineEdit(maxLength=200) for name in FIELDS}
        self._labels: dict[str, QLabel] = {name: label(bold=True) for name in FIELDS}
        self._faults: dict[str, QLabel] = {
            name: label(size="caption", ink="refused-text", bold=True) for name in FIELDS
        }
        self._trouble = TroubleLine()
        self.back = KeyButton(key="Escape")
        self.verb = KeyButton(icon="truck", key="Ctrl+Return", variant=Variant.PRIMARY)
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(4)
        for row, name in enumerate(FIELDS):
            grid.addWidget(self._labels[name], 2 * row, 0)
            grid.addWidget(self.fields[name], 2 * row, 1)
            grid.addWidget(self._faults[name], 2 * row + 1, 1)
        grid.setColumnStretch(1, 1)
        self.content.addLayout(grid)
        self.content.addWidget(self._trouble)
        self.add_button(self.back)
        self.add_button(self.verb)
        self.back.clicked.connect(self.dismiss)
        self.verb.clicked.connect(self._send)
        self.dismissed.connect(self._clear)

    def fault_of(self, name: str) -> str:
        """What is wrong with this field, "" if nothing is."""
        return self._faults[name].text()

    @Slot(object)
    def show_question(self, asked: AddressQuestion | None) -> None:
        if asked is None:
            self.close_sheet()
            self._clear()
            return
        for field in asked.fields:
            self._labels[field.name].setText(field.label)
            self.fields[field.name].setPlaceholderText(field.hint)
            self.fields[field.name].setAccessibleName(field.label)
            self._faults[field.name].setText(field.fault)
            self._faults[field.name].setVisible(bool(field.fault))
        self._trouble.display(asked.trouble)
        self.back.setText(say(Text.BACK))
        self.verb.setText(asked.verb)
        self.verb.setEnabled(asked.can_confirm)
        self.display(title=asked.title, text=asked.text)
        wrong = next((field.name for field in asked.fields if field.fault), FIELDS[0])
        if not self.is_open:
            self.open_sheet(self.fields[wrong])
        elif any(field.fault for field in asked.fields):
            self.fields[wrong].setFocus()

    @Slot()
    def _send(self) -> None:
        self.sent.emit({name: field.text() for name, field in self.fields.items()})

    @Slot()
    def _clear(self) -> None:
        for field in self.fields.values():
            field.clear()
