"""Who was turned away: counted in memory, noted in the audit once a minute, so that a flood is not one of writes."""

import threading
from collections import Counter
from datetime import datetime
from typing import Final

from hub import audit
from hub.audit import Event
from hub.database import Database

KINDS_MAX: Final = 200
OTHERS: Final = "others"


class Rejections:
    """The refusals of this process since they were last noted, by reason and by who it was, where that is known."""

    def __init__(self) -> None:
        self._counts: Counter[tuple[str, str]] = Counter()
        self._lock = threading.Lock()

    def count(self, reason: str, who: str = "") -> None:
        with self._lock:
            known = (reason, who) in self._counts or len(self._counts) < KINDS_MAX
            self._counts[reason, who if known else OTHERS] += 1

    def taken(self) -> Counter[tuple[str, str]]:
        with self._lock:
            taken, self._counts = self._counts, Counter()
        return taken


def note_refused(database: Database, rejections: Rejections, now: datetime) -> None:
    """Write down what was counted."""
    counts = rejections.taken()
    if not counts:
        return
    with database.write() as tx:
        for (reason, who), times in sorted(counts.items()):
            audit.note(tx, Event.REQUESTS_REFUSED, now, reason=reason, by=who, times=times)
