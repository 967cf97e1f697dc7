"""Which of the pickups that were set aside should come back."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from ui.messages import Text, say
from ui.shell_screen import Parked
from ui.widgets.chooser import CHOICES_MAX, Chooser, Option
from ui.widgets.key_button import KeyButton
from ui.widgets.sheet import Sheet


class ParkedSheet(Sheet):
    """
    Signals:
        chosen: the id of the pickup.
    """

    chosen = Signal(str)

    def __init__(self, host: QWidget, parked: tuple[Parked, ...]) -> None:
        super().__init__(host, icon="bag", title=say(Text.PARKED_TITLE), text=say(Text.PARKED_KEPT))
        newest = tuple(reversed(parked))[:CHOICES_MAX]
        chooser = Chooser(tuple(Option(one.id, "bag", one.text, one.detail) for one in newest))
        chooser.chosen.connect(self._choose)
        back = KeyButton(say(Text.BACK), key="Escape")
        back.clicked.connect(self._leave)
        self.content.addWidget(chooser)
        self.add_button(back)
        self.dismissed.connect(self.deleteLater)

    @Slot(str)
    def _choose(self, key: str) -> None:
        self._leave()
        self.chosen.emit(key)

    @Slot()
    def _leave(self) -> None:
        self.close_sheet()
        self.deleteLater()
