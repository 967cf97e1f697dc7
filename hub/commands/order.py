"""`clerk-hub order`: looking at orders, cancelling one, expiring those past their date."""

import argparse
import json
from contextlib import closing
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import select

from clerk_app.domain.orders import PickupStatus
from clerk_app.wire import order_json
from hub import on_delivery, tables
from hub.aisle import routing
from hub.cancelling import cancel
from hub.commands import CommandRefused, add_command, add_group
from hub.commands.arguments import branch_no, refuse_unknown_branch
from hub.commands.opening import open_hub
from hub.expiry import expire_overdue
from hub.on_delivery import Owed
from hub.orders import orders_everywhere, time_of_ms
from hub.settings import Settings

LIST_MAX = 1_000


def register(subparsers: Any, about: str) -> None:
    group = add_group(subparsers, "order", about=about)
    parser = add_command(
        group, "list", about=f"print at most {LIST_MAX} orders, the next to be collected first", run=show_all
    )
    parser.add_argument("--branch", type=branch_no, metavar="NO")
    parser.add_argument("--status", choices=[status.value for status in PickupStatus])
    parser = add_command(group, "show", about="print the parts of an order at all branches", run=show)
    parser.add_argument("order_no", type=_order_no, metavar="ORDER_NO")
    parser = add_command(group, "cancel", about="cancel what is not collected yet of an order", run=cancel_one)
    parser.add_argument("order_no", type=_order_no, metavar="ORDER_NO")
    parser.add_argument("--reason", default="", metavar="TEXT")
    add_command(
        group, "unrouted", about="print the orders that no branch is left for: head office decides", run=show_unrouted
    )
    parser = add_command(group, "route", about="give an order of that list to a branch", run=route)
    parser.add_argument("order_no", type=_order_no, metavar="ORDER_NO")
    parser.add_argument("--branch", type=branch_no, required=True, metavar="NO")
    add_command(group, "owed", about="print what carriers still have to bring for parcels", run=show_owed)
    parser = add_command(group, "paid", about="note that the carrier has brought what was paid on delivery", run=paid)
    parser.add_argument("order_no", type=_order_no, metavar="ORDER_NO")
    parser = add_command(
        group, "came-back", about="note that nobody took the parcels in that were to be paid on delivery", run=came_back
    )
    parser.add_argument("order_no", type=_order_no, metavar="ORDER_NO")
    add_command(group, "expire", about="expire every order that is past its date and its day of grace", run=expire)


def show_all(settings: Settings, arguments: argparse.Namespace) -> int:
    columns = tables.pickup_order.c
    wanted = select(columns.branch, columns.order_no, columns.status, columns.collect_by_ms)
    wanted = wanted.order_by(columns.collect_by_ms, columns.order_no).limit(LIST_MAX)
    if arguments.branch is not None:
        wanted = wanted.where(columns.branch == arguments.branch)
    if arguments.status is not None:
        wanted = wanted.where(columns.status == arguments.status)
    hub = open_hub(settings)
    try:
        refuse_unknown_branch(hub, arguments.branch, folder=settings.data)
        with hub.database.read() as reader:
            for row in reader.execute(tables.everywhere(wanted)):
                collect_by = time_of_ms(row.collect_by_ms).isoformat()
                number = {"order_no": row.order_no, "branch": row.branch}
                print(json.dumps({**number, "status": row.status, "collect_by": collect_by}))
    finally:
        hub.close()
    return 0


def show(settings: Settings, arguments: argparse.Namespace) -> int:
    hub = open_hub(settings)
    try:
        with hub.database.read() as reader:
            parts = orders_everywhere(reader, arguments.order_no)
    finally:
        hub.close()
    if not parts:
        raise CommandRefused("There is no such order.")
    for part in parts:
        print(json.dumps(order_json(part), ensure_ascii=False))
    return 0


def cancel_one(settings: Settings, arguments: argparse.Namespace) -> int:
    hub = open_hub(settings)
    try:
        cancelled = cancel(hub.database, arguments.order_no, reason=arguments.reason, now=datetime.now(UTC))
    finally:
        hub.close()
    if not cancelled:
        raise CommandRefused("Nothing was changed: there is no such order, or nothing of it is open.")
    print(json.dumps({"order_no": arguments.order_no, "cancelled_at_branches": [part.branch for part in cancelled]}))
    return 0


def show_unrouted(settings: Settings, _arguments: argparse.Namespace) -> int:
    with closing(open_hub(settings)) as hub:
        for it in routing.unrouted(hub.database):
            row = {"order_no": it.order_no, "branch": it.branch, "since": it.since.isoformat(), "reason": it.why}
            print(json.dumps(row, ensure_ascii=False))
    return 0


def route(settings: Settings, arguments: argparse.Namespace) -> int:
    with closing(open_hub(settings)) as hub:
        refuse_unknown_branch(hub, arguments.branch, folder=settings.data)
        moved = routing.give_to(hub.database, arguments.order_no, arguments.branch, datetime.now(UTC))
    if moved is None:
        raise CommandRefused("Nothing was changed: it is not on the list (order unrouted), or that branch had it.")
    print(json.dumps({"order_no": moved.order_no, "branch": moved.branch, "status": moved.status.value}))
    return 0


def show_owed(settings: Settings, _arguments: argparse.Namespace) -> int:
    with closing(open_hub(settings)) as hub, hub.database.read() as reader:
        for it in on_delivery.owed(reader):
            since = it.part.history[-1].at.isoformat()
            sent = {"carrier": it.part.carrier, "tracking": it.part.tracking, "since": since}
            print(json.dumps({**_owed_row(it), **sent}, ensure_ascii=False))
    return 0


def paid(settings: Settings, arguments: argparse.Namespace) -> int:
    with closing(open_hub(settings)) as hub:
        return _tell_owed(on_delivery.brought(hub.database, arguments.order_no, now=datetime.now(UTC)))


def came_back(settings: Settings, arguments: argparse.Namespace) -> int:
    with closing(open_hub(settings)) as hub:
        return _tell_owed(on_delivery.came_back(hub.database, arguments.order_no, now=datetime.now(UTC)))


def _tell_owed(found: tuple[Owed, ...]) -> int:
    if not found:
        raise CommandRefused("Nothing was changed: no carrier owes anything for this order (order owed).")
    for it in found:
        print(json.dumps(_owed_row(it)))
    return 0


def _owed_row(it: Owed) -> dict[str, Any]:
    part = it.part
    return {"order_no": part.order_no, "branch": part.branch, "amount_minor": it.minor, "currency": part.currency}


def expire(settings: Settings, _arguments: argparse.Namespace) -> int:
    hub = open_hub(settings)
    expired, now = 0, datetime.now(UTC)
    try:
        while some := expire_overdue(hub.database, now):
            expired += some
    finally:
        hub.close()
    print(json.dumps({"expired": expired}))
    return 0


def _order_no(text: str) -> int:
    """With or without the dashes that people see."""
    digits = text.replace("-", "")
    if not (digits.isascii() and digits.isdigit() and len(digits) <= 13):
        raise argparse.ArgumentTypeError("an order number is of digits")
    return int(digits)
