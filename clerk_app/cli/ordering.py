"""`basket address`, and what `basket pay` does first where something is not carried out: it is kept for the basket at
one branch, and ordered, before anybody pays.
"""

import argparse
from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Final

from clerk_app.cli.aisle import told_faults
from clerk_app.cli.basket import tell_basket
from clerk_app.cli.output import Output
from clerk_app.cli.session import connected, opened
from clerk_app.desk import aisle, baskets
from clerk_app.desk.baskets import OpenBasket
from clerk_app.desk.selling import why_not_sell
from clerk_app.domain.aisle.orders import WhyNotPlaced
from clerk_app.domain.aisle.quotes import Quote
from clerk_app.domain.aisle.reservations import WhyNotReserved
from clerk_app.domain.basket import BasketLine, Fulfilment
from clerk_app.domain.orders import Method
from clerk_app.domain.paying import PayRefusal
from clerk_app.domain.roles import Clerk
from clerk_app.errors import HubUnreachable
from clerk_app.hub_client import HubClient
from clerk_app.till import Till
from clerk_app.wire.aisle import NotReserved

HUB_NEEDED: Final = "hub_needed"
ANSWER_MISSING: Final = "answer_missing"
SENTENCES: Final[dict[str, str]] = {
    HUB_NEEDED: "Only the hub can say what lies elsewhere, and it does not answer. Nothing was ordered or taken.",
    ANSWER_MISSING: "The hub has not answered the order yet. Nothing was taken; try again in a moment.",
    WhyNotReserved.NOT_AVAILABLE: "So many are not free there any more. `clerk quote SKU` tells where they are.",
    WhyNotReserved.OVER: "What was kept for this basket is free again. Try once more.",
    WhyNotReserved.REUSED: "What was kept is another basket's. Try once more.",
    WhyNotReserved.UNKNOWN_BRANCH: "The chain has no such branch.",
    WhyNotReserved.OTHER_WAY: "Another line is had from that branch in the other way. Choose another branch.",
    WhyNotPlaced.RESERVATION_LAPSED: "What was kept for this basket is free again. Try once more.",
    WhyNotPlaced.UNKNOWN_RESERVATION: "The hub keeps nothing under this number. Try once more.",
    WhyNotPlaced.OTHER_RESERVATION: "What was kept is another basket's. Try once more.",
    WhyNotPlaced.UNKNOWN_ADDRESS: "The hub has erased the address. Give it again: clerk basket address JSON.",
    WhyNotPlaced.ADDRESS_MISSING: "Something is sent. Say where to: clerk basket address JSON.",
    WhyNotPlaced.BRANCH_CANNOT: "Nothing is collected, or sent, there.",
    WhyNotPlaced.DEPOSIT_NOT_POSSIBLE: "What is sent is paid in full, or on delivery.",
    WhyNotPlaced.ON_DELIVERY_NOT_POSSIBLE: "So much is not paid on delivery. Pay it now.",
    WhyNotPlaced.UNKNOWN_SKU: "The chain sells no such article any more.",
    WhyNotPlaced.OTHER_CURRENCY: "The chain sells it in another currency.",
    WhyNotPlaced.TOTAL_OUT_OF_RANGE: "More was taken off a line than it costs.",
    WhyNotPlaced.PLACED_BEFORE: "An order of this basket stands already; unpaid it lapses within a quarter of an hour.",
}


def run_basket_address(arguments: argparse.Namespace, output: Output) -> int:
    """The hub keeps the address; the basket keeps the id that the hub gave it, and nothing else."""
    with opened(arguments) as till, connected(till) as hub:
        kept = aisle.keep_address(hub, arguments.address)
        if not isinstance(kept, str):
            return told_faults(kept, output)
        return tell_basket(till, baskets.note_address(till, kept), output)


@dataclass(frozen=True, slots=True)
class NotOrdered:
    """Why nothing is ordered, and for which lines, where one of them is the reason."""

    why: str
    lines: tuple[BasketLine, ...] = ()


def ordered(
    till: Till, hub: HubClient, clerk: Clerk, *, later: Collection[Method], push: Callable[[], bool]
) -> NotOrdered | None:
    """Why the lines that are not carried out are not ordered; None where they are now, or there are none."""
    it = baskets.current(till)
    if it is None or why_not_sell(clerk, it) is not PayRefusal.ORDER_NEEDED:
        return None  # whatever else is in the way is said by the payment itself
    try:
        for line in it.basket.lines:
            why_not = _kept_elsewhere(till, hub, it, line)
            if why_not:
                return NotOrdered(why_not, (line,))
    except HubUnreachable:
        return NotOrdered(HUB_NEEDED)
    return _placed(till, it, clerk, later=later, push=push)


def _kept_elsewhere(till: Till, hub: HubClient, basket: OpenBasket, line: BasketLine) -> str:
    """Keep the pieces of a line where they are best had, unless that is done; returns why not."""
    if line.place.fulfilment is Fulfilment.CARRY_OUT:
        return ""
    now, sku = till.time.now(), line.article.sku
    if any(
        (kept.line, kept.sku, kept.quantity) == (line.line, sku, line.quantity) and kept.until > now
        for kept in aisle.reservations(till, basket.basket.basket)
    ):
        return ""
    is_sent = line.place.fulfilment is Fulfilment.SHIP
    offers = aisle.quote(hub, sku, quantity=line.quantity, to=aisle.HOME if is_sent else line.place.branch)
    meant = [each for each in offers.quotes if _is_meant(each, line)]
    if not meant:
        return WhyNotReserved.NOT_AVAILABLE.value
    fits = (it for it in meant if not aisle.has_other_way(till, basket, line.line, branch=it.branch, method=it.method))
    best = next(fits, meant[0])
    made = aisle.reserve(till, hub, basket, line.line, branch=best.branch, method=best.method)
    return made.why.value if isinstance(made, NotReserved) else ""


def _is_meant(offer: Quote, line: BasketLine) -> bool:
    if line.place.fulfilment is Fulfilment.SHIP:
        return offer.method is Method.SHIP
    return offer.method is Method.PICKUP and offer.branch == line.place.branch


def _placed(
    till: Till, it: OpenBasket, clerk: Clerk, *, later: Collection[Method], push: Callable[[], bool]
) -> NotOrdered | None:
    order = aisle.order_of(it, aisle.reservations(till, it.basket.basket), later=later, address=it.address)
    if order is None:
        return NotOrdered(WhyNotPlaced.RESERVATION_LAPSED.value)
    outcome = aisle.place(till, order, clerk=clerk)
    if outcome.reason is not None:
        return NotOrdered(outcome.reason.value)
    push()
    told = aisle.answer_to(till, outcome.op_id)
    if told is None:
        return NotOrdered(ANSWER_MISSING)
    if isinstance(told, aisle.NotPlaced):
        return NotOrdered(str(told.why), _lines_of(till, it, told))
    noted = baskets.place_order(till, aisle.as_noted(told), it.basket.basket)
    return None if isinstance(noted, OpenBasket) else NotOrdered(noted.value)


def _lines_of(till: Till, it: OpenBasket, told: aisle.NotPlaced) -> tuple[BasketLine, ...]:
    """The lines that the hub's no is about: the one it names, those of the branch it names, or all that are sent."""
    if told.why in {WhyNotPlaced.ADDRESS_MISSING, WhyNotPlaced.UNKNOWN_ADDRESS}:
        return tuple(line for line in it.basket.lines if line.place.fulfilment is Fulfilment.SHIP)
    there = {kept.line for kept in aisle.reservations(till, it.basket.basket) if kept.branch == told.branch}
    return tuple(line for line in it.basket.lines if line.line == told.line or line.line in there)
