"""Before this till is closed or taken out of use while something waits: stay, or write it to a file."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from clerk_app.desk.knowledge import zone_of
from clerk_app.exporting import Exported, FileThere, export, export_name
from clerk_app.till import Till
from ui.messages import Text, say
from ui.threads import run_in_background
from ui.widgets.key_button import KeyButton, Variant
from ui.widgets.labels import label
from ui.widgets.sheet import Sheet

PATH_MAX = 400


class LeaveSheet(Sheet):
    """
    Signals:
        decided: what was written, or None where nothing waits and nothing had to be.
    """

    decided = Signal(object)  # Exported | None

    def __init__(self, host: QWidget, till: Till, *, waiting: int, unpairs: bool) -> None:
        waits = say(Text.LEAVE_TEXT, count=waiting) if waiting else ""
        text = " ".join(filter(None, (say(Text.UNPAIR_WHY) if unpairs else "", waits)))
        title = say(Text.UNPAIR if unpairs else Text.LEAVE_TITLE)
        super().__init__(host, icon="outbox", title=title, text=text, width_px=640)
        self._till, self._waiting = till, waiting
        self.file = QLineEdit(str(_documents() / export_name(till, zone_of(till))), maxLength=PATH_MAX)
        self.file.setAccessibleName(say(Text.LEAVE_FILE))
        self._heading = label(say(Text.LEAVE_FILE), bold=True)
        self.trouble = label(ink="refused-text", bold=True, wrap=True)
        self.stay = KeyButton(say(Text.LEAVE_STAY), key="Escape")
        with_file = Text.UNPAIR_WRITE if unpairs else Text.LEAVE_WRITE
        verb = say(with_file if waiting else Text.UNPAIR)
        self.verb = KeyButton(verb, icon="outbox", key="Ctrl+Return", variant=Variant.PRIMARY)
        for part in (self._heading, self.file, self.trouble):
            self.content.addWidget(part)
        self._heading.setVisible(waiting > 0)
        self.file.setVisible(waiting > 0)
        self.trouble.hide()
        self.add_button(self.stay)
        self.add_button(self.verb)
        self.stay.clicked.connect(self._leave)
        self.verb.clicked.connect(self._write)
        self.dismissed.connect(self.deleteLater)

    def ask(self) -> None:
        self.open_sheet()
        self.stay.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _write(self) -> None:
        if not self._waiting:
            self._decide(None)
            return
        self.verb.setEnabled(False)
        file, till = Path(self.file.text().strip()).expanduser(), self._till
        run_in_background(lambda: export(till, file), done=self._decide, failed=self._not_written)

    @Slot(object)
    def _decide(self, written: Exported | None) -> None:
        self._leave()
        self.decided.emit(written)

    @Slot(Exception)
    def _not_written(self, error: Exception) -> None:
        self.verb.setEnabled(True)
        self.trouble.setText(say(Text.LEAVE_THERE if isinstance(error, FileThere) else Text.LEAVE_NOT_WRITTEN))
        self.trouble.show()
        self.file.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _leave(self) -> None:
        self.close_sheet()
        self.deleteLater()


def _documents() -> Path:
    found = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(found) if found else Path.home()
