"""What can be typed: every command with its arguments, each naming the function that runs it.

The functions are named and not imported, since what they need takes a second to load, and `--help` needs none of it.
"""

import argparse
from datetime import date
from pathlib import Path
from typing import Any, Final

from clerk_app import __version__
from clerk_app.cli.basket_parser import add_basket, add_receipt, balance_tender, json_object
from clerk_app.cli.quantities import parts, pieces
from clerk_app.cli.return_parser import add_return
from clerk_app.domain.acts import Identity
from clerk_app.domain.orders import OrderNo
from clerk_app.domain.printed_codes import parse_shown_order_no
from clerk_app.domain.sending import PARCELS_MAX
from clerk_app.domain.tenders import TenderMethod

_LIMIT_MAX: Final = 200
_PAID_WHOLE: Final = (TenderMethod.CASH, TenderMethod.CARD_TERMINAL)
_BRANCH_NO_MAX: Final = 65_535
_INTENT_ACTS: Final = {
    "take-up": "make a basket of one, now that the hub answers",
    "give-up": "call nobody any more, and say why",
    "slip": "what is printed for the customer",
}
_FIRST_YEAR: Final = 2000
_ABOUT: Final = "Clerk, at the counter of a shop. Without a command the app opens."
_ENDS: Final = (
    "Two more need a screen: `clerk demo` opens the app on a practice shop, and `clerk tour --out DIR` takes a picture "
    "of every screen. "
    "Exit codes: 0 done · 1 refused or not done · 2 unknown, or this computer is not ready · 3 the hub is out of reach."
)


def parser() -> argparse.ArgumentParser:
    """`run` of what it parses is the module below clerk_app.cli and its function: `counter.run_scan`."""
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--json", action="store_true", default=argparse.SUPPRESS, help="one JSON object per line")
    common.add_argument("--profile", metavar="DIR", default=argparse.SUPPRESS, help="the till's folder")

    whole = argparse.ArgumentParser(prog="clerk", description=_ABOUT, epilog=_ENDS)
    whole.add_argument("--version", action="version", version=f"clerk {__version__}")
    whole.add_argument("--json", action="store_true", help="one JSON object per line")
    whole.add_argument("--profile", metavar="DIR", default="", help="the till's folder")
    commands = whole.add_subparsers(title="commands", metavar="COMMAND", required=True)
    _add_office(commands, common)
    _add_aisle(commands, common)
    _add_counter(commands, common)
    add_basket(commands, common)
    add_receipt(commands, common)
    add_return(commands, common)
    _add_computer(commands, common)
    return whole


def folder_of(arguments: argparse.Namespace) -> Path:
    """This till's folder: what was typed, or where the system keeps such things."""
    if arguments.profile:
        return Path(arguments.profile)
    from clerk_app.settings import default_folder

    return default_folder()


def _add_office(commands: Any, common: argparse.ArgumentParser) -> None:
    pairing = commands.add_parser("pair", parents=[common], help="make this computer a till")
    pairing.add_argument("hub_url", metavar="HUB_URL")
    pairing.add_argument("code", metavar="CODE", help="the pairing string, or the eight characters")
    pairing.add_argument("--practice", action="store_true", help="keep the keys in a plain file: for trying out only")
    pairing.set_defaults(run="office.run_pair", unreached="Only the hub makes a till; this computer is as it was.")

    unpairing = commands.add_parser("unpair", parents=[common], help="let this computer be no till any more")
    unpairing.add_argument("--export", type=Path, metavar="FILE", help="what cannot be sent goes there first")
    unpairing.set_defaults(run="leaving.run_unpair")
    about = "see that nothing waits before another version is installed"
    updating = commands.add_parser("before-update", parents=[common], help=about)
    updating.add_argument("--export", type=Path, metavar="FILE", help="what cannot be sent goes there first")
    updating.set_defaults(run="leaving.run_before_update")

    sync = commands.add_parser("sync", parents=[common], help="send what waits, and fetch the news")
    sync.set_defaults(run="office.run_sync")

    about = "products by name, pinyin or initials, SKU or barcode; ends with 1 for none"
    finding = commands.add_parser("search", parents=[common], help=about)
    finding.add_argument("text", metavar="TEXT")
    finding.add_argument("--limit", type=_limit, default=20, metavar="N", help="at most so many, up to 200")
    finding.set_defaults(run="products.run_search")

    about = "a member by card, phone, its last four digits, or initials; ends with 1 for none"
    member = commands.add_parser("member", parents=[common], help=about)
    member.add_argument("text", metavar="TEXT")
    member.add_argument("--limit", type=_limit, default=20, metavar="N", help="at most so many, up to 200")
    member.set_defaults(run="members.run_member")

    about = "the figures of a day: of all tills as the hub knows them, or of this one"
    day = commands.add_parser("today", parents=[common], help=about)
    day.add_argument("--date", type=_day, metavar="D", help="another day than today, as in 2026-11-22")
    about = "whose view: a manager's, divided by clerk too, or their own; PIN from CLERK_PIN, or asked for"
    day.add_argument("--clerk", metavar="BADGE", help=about)
    day.set_defaults(run="day.run_today")

    _add_work(commands, common)


def _add_work(commands: Any, common: argparse.ArgumentParser) -> None:
    queue = commands.add_parser("work", parents=[common], help="the queue of this branch, or a step of one order")
    queue.add_argument("order_no", nargs="?", type=_order_no, metavar="ORDER_NO")
    queue.add_argument("step", nargs="?", choices=["accept", "picked", "ready", "packed", "sent", "reject"])
    queue.add_argument("--clerk", metavar="BADGE")
    queue.add_argument("--shelf", default="", help="ready: where it lies; the emptiest shelf otherwise")
    queue.add_argument("--parcels", type=_parcels, default=1, help="ready, packed: how many parcels")
    queue.add_argument("--carrier", default="", help="sent: who has it; needed")
    queue.add_argument("--tracking", action="append", default=[], metavar="NUMBER", help="sent: one for each parcel")
    queue.add_argument("--reason", default="", help="reject: why")
    queue.set_defaults(run="queue.run_work")

    drawer = commands.add_parser("outbox", parents=[common], help="what was done here, and what became of it")
    drawer.add_argument("--limit", type=int, default=100)
    drawer.add_argument("--waiting", action="store_true", help="only what is not sent; ends with 1 if there is any")
    drawer.set_defaults(run="drawer.run_outbox")

    file = commands.add_parser("export", parents=[common], help="write what waits to a file for head office")
    file.add_argument("file", type=Path, metavar="FILE", help="`clerk-hub import` takes it in")
    file.set_defaults(run="leaving.run_export")

    facts = commands.add_parser("conflicts", parents=[common], help="what people must look at in this branch")
    facts.add_argument("--all", action="store_true", help="also what was settled")
    facts.set_defaults(run="conflicts.run_conflicts")

    settling = commands.add_parser("resolve", parents=[common], help="a manager says what a conflict was")
    settling.add_argument("conflict", metavar="CONFLICT")
    settling.add_argument("--clerk", required=True, metavar="BADGE", help="a manager; PIN from CLERK_PIN, or asked for")
    settling.add_argument("--reason", required=True, metavar="TEXT")
    settling.set_defaults(run="conflicts.run_resolve")


def _add_aisle(commands: Any, common: argparse.ArgumentParser) -> None:
    about = "from where an article may be had that is not here; ends with 1 for nowhere"
    quoting = commands.add_parser("quote", parents=[common], help=about)
    quoting.add_argument("sku", metavar="SKU|GTIN")
    quoting.add_argument("--quantity", type=pieces, default=1, metavar="N")
    quoting.add_argument("--to", type=_destination, metavar="home|BRANCH", help="sent home, or collected at a branch")
    about = "Only the hub knows what lies elsewhere: a quote needs it."
    quoting.set_defaults(run="aisle.run_quote", unreached=about)

    address = commands.add_parser("address", parents=[common], help="let the hub keep where a parcel goes")
    address.add_argument("address", type=json_object, metavar="JSON", help='{"name", "phone", "region", "street"}')
    about = "Only the hub keeps addresses; this one is kept nowhere."
    address.set_defaults(run="aisle.run_address", unreached=about)

    about = "what could not be ordered while the hub was silent: whom to call back"
    acts = commands.add_parser("intent", help=about).add_subparsers(title="acts", metavar="ACT", required=True)
    noting = acts.add_parser("add", parents=[common], help="note one; it is no order")
    noting.add_argument("wanted", nargs="+", type=_wanted, metavar="SKU[:QUANTITY]")
    noting.add_argument("--phone", required=True)
    noting.add_argument("--name", default="")
    noting.add_argument("--note", default="", metavar="TEXT")
    noting.add_argument("--collect-at", type=_destination, metavar="BRANCH", help="sent home otherwise")
    noting.add_argument("--clerk", required=True, metavar="BADGE", help="PIN from CLERK_PIN, or asked for")
    acts.add_parser("list", parents=[common], help="who waits for a call, the longest first")
    for name, help_text in _INTENT_ACTS.items():
        one = acts.add_parser(name, parents=[common], help=help_text)
        one.add_argument("intent", metavar="INTENT")
        if name == "give-up":
            one.add_argument("--reason", required=True, metavar="TEXT")
    for name, one in acts.choices.items():
        one.set_defaults(run="intents.run_intent", act=name)


def _add_counter(commands: Any, common: argparse.ArgumentParser) -> None:
    scan = commands.add_parser("scan", parents=[common], help="say what a code or a picture of one stands for")
    scan.add_argument("input", nargs="+", metavar="TEXT|IMAGE")
    scan.set_defaults(run="counter.run_scan")

    hand = commands.add_parser("hand-over", parents=[common], help="give the goods out")
    hand.add_argument("input", metavar="TEXT|IMAGE")
    hand.add_argument("--clerk", required=True, metavar="BADGE", help="PIN from CLERK_PIN, or asked for")
    hand.add_argument("--lines", type=parts, metavar="LINE:QUANTITY,…", help="part of it; all that remains otherwise")
    hand.add_argument("--identity", type=Identity, choices=list(Identity), default=Identity.NONE)
    hand.add_argument("--collected-by", default="", metavar="NAME", help="when it is not the customer who came")
    money = hand.add_mutually_exclusive_group()
    about = "pay the balance due: cash:5000, card:12000, wallet:3000 … (the wallet's code from CLERK_WALLET_CODE)"
    money.add_argument("--pay", nargs="+", default=[], type=balance_tender, metavar="TENDER:MINOR", help=about)
    about = "pay all of it by one tender"
    money.add_argument("--paid", type=TenderMethod, choices=_PAID_WHOLE, help=about)
    about = "return what was paid of it here, and hand nothing over"
    money.add_argument("--give-back", action="store_true", help=about)
    hand.add_argument("--approved-by", default="", metavar="BADGE", help="a manager; PIN from CLERK_APPROVER_PIN")
    hand.add_argument("--reason", default="", metavar="TEXT", help="why the manager approved")
    hand.set_defaults(run="counter.run_hand_over")

    undo = commands.add_parser("undo", parents=[common], help="take a hand-over back, within ten minutes")
    undo.add_argument("op_id", metavar="OP_ID")
    undo.add_argument("--clerk", required=True, metavar="BADGE")
    undo.add_argument("--reason", required=True, metavar="TEXT")
    undo.set_defaults(run="counter.run_undo")


def _add_computer(commands: Any, common: argparse.ArgumentParser) -> None:
    about = "the codes in picture files; ends with 1 when none could be opened"
    pictures = commands.add_parser("decode", parents=[common], help=about)
    pictures.add_argument("file", nargs="+", metavar="FILE")
    pictures.set_defaults(run="pictures.run_decode")

    doctor = commands.add_parser("doctor", parents=[common], help="what works here, and what to do about the rest")
    doctor.add_argument("--camera", default="0", help="the camera to try: a number, a file or an address")
    doctor.set_defaults(run="doctor.run_doctor")


def _parcels(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) <= 3 and 1 <= int(text) <= PARCELS_MAX):
        raise argparse.ArgumentTypeError(f"parcels count from 1, up to {PARCELS_MAX}")
    return int(text)


def _limit(text: str) -> int:
    if not (text.isascii() and text.isdigit() and 1 <= int(text) <= _LIMIT_MAX):
        raise argparse.ArgumentTypeError(f"a number from 1 to {_LIMIT_MAX} is needed")
    return int(text)


def _wanted(text: str) -> tuple[str, int]:
    sku, _, quantity = text.rpartition(":")
    return (sku, pieces(quantity)) if sku else (text, 1)


def _destination(text: str) -> str | int:
    if text == "home":
        return text
    if text.isascii() and text.isdigit() and 1 <= len(text) <= 5 and 0 < int(text) <= _BRANCH_NO_MAX:
        return int(text)
    raise argparse.ArgumentTypeError("home, or the number of a branch")


def _day(text: str) -> date:
    try:
        found = date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no day; one is written as in 2026-11-22") from None
    if not _FIRST_YEAR <= found.year < _FIRST_YEAR + 100:
        raise argparse.ArgumentTypeError(f"{text!r} is no day of this shop")
    return found


def _order_no(text: str) -> OrderNo:
    shown = parse_shown_order_no(text)
    if shown is not None:
        return shown
    if not text.isascii() or not text.isdigit() or not 0 < int(text) < 2**40:
        raise argparse.ArgumentTypeError(f"{text!r} is no order number")
    return OrderNo(int(text))
