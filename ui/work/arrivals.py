"""Which orders have just come in: those that were not there when the queue was looked at before."""

from collections.abc import Iterable
from datetime import datetime

from clerk_app.desk.work import WorkColumn, WorkItem
from clerk_app.domain.orders import OrderNo
from ui.work import board


class Arrivals:
    """Remembers every order it has seen, so that none rings twice."""

    def __init__(self) -> None:
        self._known: frozenset[OrderNo] | None = None  # None before the first look
        self.since: dict[OrderNo, datetime] = {}  # when each came that is still news

    def look(self, items: Iterable[WorkItem], *, now: datetime) -> list[OrderNo]:
        """The new orders that came since the last look; at the first look nothing is news."""
        columns = {item.order.order_no: item.column for item in items}
        known = self._known
        self._known = (known or frozenset()) | columns.keys()
        self.since = {number: at for number, at in self.since.items() if now - at <= board.JUST_IN}
        if known is None:
            return []
        came = [number for number, column in columns.items() if column is WorkColumn.NEW and number not in known]
        self.since.update(dict.fromkeys(came, now))
        return came
