"""`work`: the queue of this branch, and the steps of one order in it."""

import argparse

from clerk_app.cli.ends import OK, CannotGoOn
from clerk_app.cli.output import Output
from clerk_app.cli.session import connected, opened
from clerk_app.cli.words import pieces
from clerk_app.desk import work
from clerk_app.domain.acts import MarkReady
from clerk_app.domain.orders import OrderNo
from clerk_app.domain.pickup import may_step
from clerk_app.domain.printed_codes import format_order_no
from clerk_app.store import cache
from clerk_app.till import Till
from clerk_app.wire import time_text


def run_work(arguments: argparse.Namespace, output: Output) -> int:
    if arguments.order_no is None:
        return _show_queue(arguments, output)
    if arguments.step is None or not arguments.clerk:
        raise CannotGoOn(
            "Say what to do with it, and who: clerk work ORDER_NO accept|picked|ready|packed|sent|reject --clerk BADGE"
        )
    from clerk_app.cli.acts import tell_outcome  # brings the network, which looking at the queue needs not
    from clerk_app.cli.people import signed_in

    with opened(arguments) as till, connected(till) as hub:
        clerk, shelf = signed_in(till, arguments.clerk), ""
        match arguments.step:
            case "accept":
                outcome = work.accept(till, arguments.order_no, clerk=clerk)
            case "picked":
                outcome = work.picked(till, arguments.order_no, clerk=clerk)
            case "ready":
                shelf = _shelf(till, arguments.order_no, arguments.shelf)
                outcome = work.ready(till, arguments.order_no, clerk=clerk, shelf=shelf, parcels=arguments.parcels)
            case "packed":
                outcome = work.packed(till, arguments.order_no, clerk=clerk, parcels=arguments.parcels)
            case "sent":
                if not arguments.carrier.strip():
                    raise CannotGoOn("Say who has it: --carrier NAME", reason="carrier_needed")
                carrier, tracking = arguments.carrier.strip(), tuple(arguments.tracking)
                outcome = work.sent(till, arguments.order_no, clerk=clerk, carrier=carrier, tracking=tracking)
            case _:
                if not arguments.reason:
                    raise CannotGoOn("Say why: --reason TEXT", reason="reason_needed")
                outcome = work.reject(till, arguments.order_no, clerk=clerk, reason=arguments.reason)
        return tell_outcome(till, hub, outcome, output, shelf=shelf)


def _shelf(till: Till, order_no: OrderNo, typed: str) -> str:
    """The shelf for an order that is whole and waits for one: as typed, or the emptiest. Raises CannotGoOn."""
    order = work.order(till, order_no)
    shelf = typed.strip()
    if order is None or not may_step(order, MarkReady(shelf, 0)):
        return shelf  # the act itself is refused, with its own reason
    to_pick = order.pieces - sum(line.picked for line in order.lines)
    if to_pick:
        how = f"clerk work {format_order_no(order_no)} picked --clerk BADGE"
        raise CannotGoOn(
            f"Still to pick: {pieces(to_pick)}. When they are here, first type: {how}", reason="not_picked"
        )
    with till.cache.read() as cached:
        shelves = [str(it) for it in cache.rules_of_chain(cached).get("shelves", ())]
    if not shelves:
        return shelf
    if not shelf:
        return work.emptiest(till, shelves)
    if shelf not in shelves:
        known = ", ".join(shelves)
        raise CannotGoOn(f"There is no shelf {shelf} here. Give --shelf SHELF, one of {known}", reason="unknown_shelf")
    return shelf


def _show_queue(arguments: argparse.Namespace, output: Output) -> int:
    with opened(arguments) as till:
        items = work.queue(till)
        for item in items:
            order = item.order
            row = {
                "order_no": order.order_no,
                "column": item.column.value,
                "status": order.status.value,
                "due_at": time_text(item.due_at),
                "overdue": item.is_overdue,
                "conflicted": item.is_conflicted,
                "pieces": order.pieces,
                "remaining": order.remaining,
                "shelf": order.shelf,
                "balance_due_minor": order.balance_due_minor,
                "currency": order.currency,
                "channel": order.channel,
            }
            late = " · overdue" if item.is_overdue else ""
            shelf = f" · shelf {order.shelf}" if order.shelf else ""
            number = format_order_no(order.order_no)
            output.row(row, f"{item.column.value:8} {number} · {pieces(order.remaining)}{shelf}{late}")
        if not items:
            output.for_people("The queue is empty.")
    return OK
