"""What waits at this branch for the owner of a member card."""

from clerk_app.desk import knowledge
from clerk_app.desk.work import COLUMN_OF
from clerk_app.domain.codes import MemberCard
from clerk_app.domain.orders import PickupOrder
from clerk_app.store import cache
from clerk_app.till import Till


def open_pickups(till: Till, card: MemberCard) -> tuple[PickupOrder, ...]:
    """The member's orders that are not collected yet, the most urgent first, as they stand here."""
    with till.cache.read() as cached:
        found = cache.orders_of_member(cached, card.number)
        cursor = cache.read_through(cached, till.scope)
        with till.ledger.read() as kept:
            names = knowledge.names_from(cached)
            known = [
                knowledge.known(till, order, order.order_no, kept=kept, cursor=cursor, names=names).order
                for order in found
            ]
    return tuple(order for order in known if order is not None and order.status in COLUMN_OF)
