"""One second-timer that all ages and countdowns share, so that a hundred of them wake the machine once."""

from functools import cache

from PySide6.QtCore import QObject, QTimer, Signal


class Ticker(QObject):
    """
    Signals:
        ticked: about a second has passed.
    """

    ticked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setInterval(1000)
        self._timer.timeout.connect(self.ticked)
        self._timer.start()


@cache
def ticker() -> Ticker:
    """The one Ticker of the process; needs a running application."""
    return Ticker()
