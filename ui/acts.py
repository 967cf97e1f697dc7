"""An act of a clerk as the screens do it: what this till's disk does not take is refused in words, never in silence."""

import logging
from collections.abc import Callable

from clerk_app.desk.outcome import Outcome
from clerk_app.domain.operations import Word
from clerk_app.domain.orders import OrderNo
from clerk_app.errors import DatabaseBusy, DiskFull

log = logging.getLogger(__name__)


def attempt(act: Callable[[], Outcome], order_no: OrderNo | None) -> Outcome:
    """Do it. A disk that does not take it makes it a refusal without a reason of the shop: nothing was done."""
    try:
        return act()
    except (DatabaseBusy, DiskFull) as error:
        log.warning("an act was not written down: %s", error)
        return Outcome(Word.REFUSED, "", order_no)
