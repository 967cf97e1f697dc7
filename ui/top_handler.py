"""The top of the program: what nobody expected goes to the log and is told to the clerk; what is recorded stays."""

import logging
import sys
import threading
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

if TYPE_CHECKING:
    from ui.app import App

log = logging.getLogger(__name__)


class TopHandler(QObject):
    """Catches what a slot, a thread or the start did not. The screens go on: an act was written whole or not at all.

    Signals:
        happened: something was caught; emitted from whatever thread it happened in.
    """

    happened = Signal()

    def install(self) -> None:
        """Qt, too, brings what a slot has raised here."""
        sys.excepthook = self._catch
        threading.excepthook = self._catch_in_thread

    def remove(self) -> None:
        sys.excepthook, threading.excepthook = sys.__excepthook__, threading.__excepthook__

    @Slot(object)
    def tell(self, app: "App") -> None:
        """The screens are up: what happens from now on is told there."""
        self.happened.connect(app.shell.show_trouble)

    def _catch(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        log.error("this was not expected", exc_info=(kind, error, trace))
        self.happened.emit()

    def _catch_in_thread(self, caught: threading.ExceptHookArgs) -> None:
        error = caught.exc_value if caught.exc_value is not None else caught.exc_type()
        self._catch(caught.exc_type, error, caught.exc_traceback)
