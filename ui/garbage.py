"""Python's collection of cyclic garbage, done by the thread that owns the windows and by no other.

Left alone, Python collects in whichever thread happens to allocate. A part of a window that is garbage by then would be
taken down in a background thread, which ends the program.
"""

import gc

from PySide6.QtCore import QObject, QTimer, Slot

LOOK_EVERY_MS = 500


class GarbageCollector(QObject):
    """From its making until `stop` only the thread that made it collects garbage."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thresholds = gc.get_threshold()
        self._has_left = False
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_EVERY_MS)
        self._timer.timeout.connect(self.collect)
        self._timer.start()

    @Slot()
    def collect(self) -> None:
        """Collect as much as Python itself would by now: the young often, the old seldom."""
        counts = enumerate(zip(gc.get_count(), self._thresholds, strict=True))
        due = [generation for generation, (count, limit) in counts if limit and count > limit]
        if due:
            gc.collect(max(due))

    def leave_what_is_here(self) -> None:
        """The program has come up: what it is made of stays, and need not be looked through again and again."""
        gc.collect()
        gc.freeze()
        self._has_left = True

    def stop(self) -> None:
        """Collect the rest and leave the work to Python again; no window may be left."""
        self._timer.stop()
        if self._has_left:
            gc.unfreeze()
        gc.collect()
        gc.enable()
