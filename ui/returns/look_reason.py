"""Why the purchases of one more member are looked up: asked of a clerk who has looked at many within the hour."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal, Slot

from ui.members.asking import Asking, For, question_of


class LookReason(QObject):
    """
    Signals:
        changed: the ReasonQuestion to ask, None for none.
        given: the reason, in the words that head office keeps.
    """

    changed = Signal(object)
    given = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._asking: Asking | None = None

    @Slot()
    def ask(self) -> None:
        self._show(Asking(For.LOOKING))

    @Slot(str)
    def choose(self, reason: str) -> None:
        if self._asking is not None:
            self._show(replace(self._asking, chosen=reason))

    @Slot(str)
    def type(self, typed: str) -> None:
        if self._asking is not None:
            self._show(replace(self._asking, typed=typed))

    @Slot()
    def confirm(self) -> None:
        reason = self._asking.reason if self._asking is not None else ""
        if reason:
            self._show(None)
            self.given.emit(reason)

    @Slot()
    def dismiss(self) -> None:
        self._show(None)

    def _show(self, asking: Asking | None) -> None:
        self._asking = asking
        self.changed.emit(question_of(asking, name="") if asking is not None else None)
