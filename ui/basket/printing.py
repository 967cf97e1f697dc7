"""Printing a receipt, or the slip of a return: into a PDF beside the till's files, first as itself, then as a copy."""

import logging
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QFontInfo

from clerk_app.desk import slips
from clerk_app.domain.receipts import Row
from clerk_app.settings import papers_folder
from clerk_app.till import Till
from ui.basket.done import paper_of
from ui.basket.screen import Done
from ui.messages import Text, say
from ui.receipts.paper import CannotWritePdf, write_pdf
from ui.theme import State, current
from ui.threads import run_in_background

log = logging.getLogger(__name__)


class Printing(QObject):
    """
    Signals:
        became: what came of it, in words with its state.
    """

    became = Signal(State, str)

    def __init__(self, till: Till, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._till = till
        self._printed: set[str] = set()  # since the program began: whatever is older is a copy anyway

    @property
    def folder(self) -> Path:
        return papers_folder(self._till.folder)

    def print_receipt(self, done: Done) -> None:
        """Write the file beside the screen's own work, and say where it lies."""
        number = done.receipt_no
        is_copy = done.is_copy or number in self._printed
        self._print(number, paper_of(self._till, number, is_copy=is_copy), is_copy=is_copy)

    def print_slip(self, slip_no: str) -> None:
        """The same of a return that was made at this till."""
        is_copy = slip_no in self._printed
        found = slips.slip(self._till, slip_no, is_copy=is_copy)
        self._print(slip_no, found.rows if found else (), is_copy=is_copy)

    @Slot(str, object)
    def print_rows(self, name: str, rows: tuple[Row, ...]) -> None:
        """Any other paper for a customer; only a failure is told, as the page has more to say of it."""
        self._print(name, rows, is_copy=False, is_told=False)

    def _print(self, number: str, rows: tuple[Row, ...], *, is_copy: bool, is_told: bool = True) -> None:
        if not rows:
            self.became.emit(State.REFUSED, say(Text.RC_NOT_HERE))
            return
        self._printed.add(number)
        file = self.folder / f"{number}{'-copy' if is_copy else ''}.pdf"
        family = QFontInfo(current().font("body")).family()

        def write() -> Path:
            file.parent.mkdir(exist_ok=True)
            write_pdf(file, rows, family=family)
            return file

        run_in_background(write, done=self._written if is_told else None, failed=self._not_written)

    @Slot(object)
    def _written(self, file: Path) -> None:
        self.became.emit(State.DONE, say(Text.RC_PRINTED, file=str(file)))

    @Slot(Exception)
    def _not_written(self, error: Exception) -> None:
        if not isinstance(error, CannotWritePdf | OSError):
            raise error
        log.warning("a receipt was not written: %s", error)
        self.became.emit(State.REFUSED, say(Text.RC_NO_FILE))
