"""`pair`, `sync`, `work`, `outbox` and `decode`: the rest of what a till is asked to do by hand."""

import argparse
import time
from pathlib import Path
from typing import Any

from clerk_app.cli.address import hub_address
from clerk_app.cli.counter import tell_outcome
from clerk_app.cli.inputs import read_picture
from clerk_app.cli.output import Output
from clerk_app.cli.session import NOT_DONE, OK, CannotGoOn, connected, folder_of, opened, signed_in
from clerk_app.cli.words import age, why
from clerk_app.desk import outbox, work
from clerk_app.domain.acts import MarkReady
from clerk_app.domain.orders import OrderNo
from clerk_app.domain.pickup import may_step
from clerk_app.domain.printed_codes import format_order_no, parse_shown_order_no
from clerk_app.pairing import PairingRefused, WhyNotPaired, pair
from clerk_app.store import cache
from clerk_app.sync import sync_once
from clerk_app.till import Till
from clerk_app.wire import time_text

CONFIRM_EVERY_S = 1.0
CONFIRM_WITHIN_S = 600.0
OUTBOX_MAX = 10_000

_PAIRING_SENTENCES = {
    WhyNotPaired.NOT_A_PAIRING_CODE: "This is no pairing code. Copy it whole, as head office gave it.",
    WhyNotPaired.OTHER_ADDRESS: "This code belongs to another hub.",
    WhyNotPaired.WRONG_CODE: "The hub does not accept this code. Ask head office for a new one.",
    WhyNotPaired.EXPIRED: "This code is too old or was used before. Ask head office for a new one.",
    WhyNotPaired.NOT_CONFIRMED: "Head office did not confirm the digits.",
    WhyNotPaired.NOT_THE_HUB: "What answers there is not the hub that gave this code. Do not go on; tell head office.",
    WhyNotPaired.NEEDS_TLS: "A typed code needs an address with https. Use the whole pairing string instead.",
    WhyNotPaired.OUTBOX_NOT_EMPTY: "This computer still has something to send. Sync first.",
}


def add_commands(commands: Any, common: argparse.ArgumentParser) -> None:
    pairing = commands.add_parser("pair", parents=[common], help="make this computer a till")
    pairing.add_argument("hub_url", metavar="HUB_URL")
    pairing.add_argument("code", metavar="CODE", help="the pairing string, or the eight characters")
    pairing.add_argument("--practice", action="store_true", help="keep the keys in a plain file: for trying out only")
    pairing.set_defaults(run=run_pair)

    sync = commands.add_parser("sync", parents=[common], help="send what waits, and fetch the news")
    sync.set_defaults(run=run_sync)

    queue = commands.add_parser("work", parents=[common], help="the queue of this branch, or a step of one order")
    queue.add_argument("order_no", nargs="?", type=_order_no, metavar="ORDER_NO")
    queue.add_argument("step", nargs="?", choices=["accept", "picked", "ready", "reject"])
    queue.add_argument("--clerk", metavar="BADGE")
    queue.add_argument("--shelf", default="", help="ready: where it lies; needed")
    queue.add_argument("--parcels", type=int, default=1, help="ready: how many parcels")
    queue.add_argument("--reason", default="", help="reject: why")
    queue.set_defaults(run=run_work)

    drawer = commands.add_parser("outbox", parents=[common], help="what was done here, and what became of it")
    drawer.add_argument("--limit", type=int, default=100)
    drawer.set_defaults(run=run_outbox)

    pictures = commands.add_parser(
        "decode", parents=[common], help="the codes in picture files; ends with 1 when none could be opened"
    )
    pictures.add_argument("file", nargs="+", metavar="FILE")
    pictures.set_defaults(run=run_decode)


def run_pair(arguments: argparse.Namespace, output: Output) -> int:
    began_s = time.monotonic()

    def confirm(digits: str) -> None:
        output.tell(f"Head office must see the same digits: {digits[:3]} {digits[3:]}")

    def pause() -> bool:
        time.sleep(CONFIRM_EVERY_S)
        return time.monotonic() - began_s < CONFIRM_WITHIN_S

    try:
        paired = pair(
            folder_of(arguments),
            hub_address(arguments.hub_url),
            arguments.code,
            confirm=confirm,
            pause=pause,
            practice=arguments.practice,
        )
    except PairingRefused as error:
        raise CannotGoOn(_PAIRING_SENTENCES[error.reason]) from error
    profile = paired.profile
    row = {
        "till": profile.till,
        "till_name": profile.till_name,
        "branch": profile.branch,
        "branch_name_zh": profile.branch_name_zh,
        "branch_name_en": profile.branch_name_en,
        "keys": paired.kept.value,
    }
    output.row(row, f"{profile.till_name} · {profile.branch_name_zh} {profile.branch_name_en} ({profile.branch})")
    return OK


def run_sync(arguments: argparse.Namespace, output: Output) -> int:
    with opened(arguments) as till, connected(till) as hub:
        report = sync_once(till, hub)
    row = {"sent": report.sent, "received": report.received, "outbox": report.outbox}
    output.row(row, f"sent {report.sent} · received {report.received} · waiting {report.outbox}")
    return OK


def run_work(arguments: argparse.Namespace, output: Output) -> int:
    if arguments.order_no is None:
        return _show_queue(arguments, output)
    if arguments.step is None or not arguments.clerk:
        raise CannotGoOn(
            "Say what to do with it, and who: clerk work ORDER_NO accept|picked|ready|reject --clerk BADGE"
        )
    with opened(arguments) as till, connected(till) as hub:
        clerk = signed_in(till, arguments.clerk)
        match arguments.step:
            case "accept":
                outcome = work.accept(till, arguments.order_no, clerk=clerk)
            case "picked":
                outcome = work.picked(till, arguments.order_no, clerk=clerk)
            case "ready":
                shelf = _shelf(till, arguments.order_no, arguments.shelf)
                outcome = work.ready(till, arguments.order_no, clerk=clerk, shelf=shelf, parcels=arguments.parcels)
            case _:
                if not arguments.reason:
                    raise CannotGoOn("Say why: --reason TEXT")
                outcome = work.reject(till, arguments.order_no, clerk=clerk, reason=arguments.reason)
        return tell_outcome(till, hub, outcome, output)


def _shelf(till: Till, order_no: OrderNo, typed: str) -> str:
    """The shelf for an order that is whole and waits for one. The window asks for the same. Raises CannotGoOn."""
    order = work.order(till, order_no)
    shelf = typed.strip()
    if order is None or not may_step(order, MarkReady(shelf, 0)):
        return shelf  # the act itself is refused, with its own reason
    to_pick = order.pieces - sum(line.picked for line in order.lines)
    if to_pick:
        how = f"clerk work {format_order_no(order_no)} picked --clerk BADGE"
        raise CannotGoOn(f"Still to pick: {to_pick} pieces. When they are here, first type: {how}", reason="not_picked")
    with till.cache.read() as cached:
        shelves = [str(it) for it in cache.rules_of_chain(cached).get("shelves", ())]
    known = f", one of {', '.join(shelves)}" if shelves else ""
    if not shelf:
        raise CannotGoOn(f"Say where it lies: --shelf SHELF{known}", reason="shelf_needed")
    if shelves and shelf not in shelves:
        raise CannotGoOn(f"There is no shelf {shelf} here. Give --shelf SHELF{known}", reason="unknown_shelf")
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
            output.row(row, f"{item.column.value:8} {number} · {order.remaining} pieces{shelf}{late}")
        if not items:
            output.for_people("The queue is empty.")
    return OK


def run_outbox(arguments: argparse.Namespace, output: Output) -> int:
    with opened(arguments) as till:
        entries = outbox.entries(till, limit=min(max(1, arguments.limit), OUTBOX_MAX))
        for entry in entries:
            operation = entry.operation
            row = {
                "op_id": operation.op_id,
                "seq": operation.seq,
                "kind": operation.kind,
                "order_no": entry.order_no,
                "clerk": operation.clerk,
                "word": entry.word.value,
                "reason": (entry.answer.reason or None) if entry.answer else None,
                "occurred_at": time_text(entry.at),
                "age_s": entry.age_s,
            }
            parts = (operation.kind, format_order_no(entry.order_no), age(entry.age_s), operation.op_id)
            reason = entry.answer.reason if entry.answer else ""
            sentence = f": {why(till, reason, None)}" if reason else ""
            output.row(row, f"{entry.word.value:8} {' · '.join(parts)}{sentence}")
        if not entries:
            output.for_people("The outbox is empty: nothing was done here yet.")
    return OK


def run_decode(arguments: argparse.Namespace, output: Output) -> int:
    from clerk_app.scanning.decoder import decode  # loads the decoders
    from clerk_app.scanning.pictures import UnreadableImage

    opened_any = False
    for name in arguments.file:
        began_s = time.perf_counter()
        try:
            found = decode(read_picture(Path(name)))
        except UnreadableImage as error:
            row: dict[str, Any] = {"file": name, "codes": [], "ms": _ms_since(began_s), "error": str(error)}
            output.row(row, f"{name}: {error}")
            continue
        opened_any = True
        ms = _ms_since(began_s)
        codes = [{"format": it.format.value, "text": it.text} for it in found]
        told = ", ".join(f"{it['format']} {it['text']}" for it in codes) or "no code"
        output.row({"file": name, "codes": codes, "ms": ms}, f"{name}: {told} ({ms} ms)")
    return OK if opened_any else NOT_DONE


def _ms_since(began_s: float) -> float:
    return round((time.perf_counter() - began_s) * 1000, 2)


def _order_no(text: str) -> OrderNo:
    shown = parse_shown_order_no(text)
    if shown is not None:
        return shown
    if not text.isascii() or not text.isdigit() or not 0 < int(text) < 2**40:
        raise argparse.ArgumentTypeError(f"{text!r} is no order number")
    return OrderNo(int(text))
