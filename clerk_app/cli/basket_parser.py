"""What can be typed after `basket`."""

import argparse
import json
import re
from collections.abc import Callable
from typing import Any, Final

_FULFILMENT: Final = re.compile(r"carry_out|ship|pickup:[1-9][0-9]{0,4}")
_DECIMAL: Final = re.compile(r"(cash|card|points|deposit|wallet):([0-9]{1,8})[.,]([0-9]{1,2})")
_OF_A_BALANCE: Final = ("cash", "card", "wallet")
_TENDER: Final = re.compile(r"(cash|card|points|deposit):[0-9]{1,10}|wallet:[0-9]{1,10}(:[0-9]{16,24})?")


def add_receipt(commands: Any, common: argparse.ArgumentParser) -> None:
    receipt = commands.add_parser("receipt", parents=[common], help="a receipt of this till once more")
    receipt.add_argument("number", nargs="?", default="", metavar="NUMBER", help="the last one without")
    receipt.add_argument("--copy", action="store_true", help="as it always is: marked as a copy")
    receipt.set_defaults(run="receipt.run_receipt")


def add_basket(commands: Any, common: argparse.ArgumentParser) -> None:
    whole = commands.add_parser("basket", help="the basket of a visit: filled, held, paid")
    acts = whole.add_subparsers(title="acts", metavar="ACT", required=True)

    def act(name: str, about: str) -> argparse.ArgumentParser:
        parser = acts.add_parser(name, parents=[common], help=about)
        parser.set_defaults(run="basket.run_basket", act=name)
        return parser

    act("new", "begin an empty one")
    act("show", "what is in it, and what it costs")
    adding = act("add", "add pieces of an article")
    adding.add_argument("number", metavar="SKU|GTIN")
    adding.add_argument("--quantity", type=_whole, default=1, metavar="N")
    adding.add_argument("--fulfilment", type=_fulfilment, default="carry_out", metavar="carry_out|ship|pickup:BRANCH")
    adding.add_argument("--credited", default="", metavar="BADGE", help="the clerk whose sale it is")
    act("remove", "take a line out").add_argument("line", type=_whole, metavar="LINE")
    quantity = act("quantity", "change how many pieces a line has")
    quantity.add_argument("line", type=_whole, metavar="LINE")
    quantity.add_argument("quantity", type=_whole, metavar="N")
    crediting = act("credit", "say whose sale a line is")
    crediting.add_argument("line", type=_whole, metavar="LINE")
    crediting.add_argument("badge", metavar="BADGE")
    act("member", "attach a member by the card; - for nobody").add_argument("card", metavar="CARD")
    coupon = act("coupon", "attach a coupon")
    coupon.add_argument("code", metavar="CODE")
    coupon.set_defaults(unreached="Only the hub knows this coupon; the basket is as it was.")
    where = act("address", "where what is shipped goes: the hub keeps it, this till keeps its id")
    where.add_argument("address", type=json_object, metavar="JSON", help="of name, phone, region and street")
    about = "Only the hub keeps addresses; this one is kept nowhere."
    where.set_defaults(run="ordering.run_basket_address", unreached=about)
    act("undo", "take the last change back")
    act("accept", "take the prices that have changed")
    act("hold", "put it aside under a name").add_argument("name", metavar="NAME")
    act("resume", "take one up again").add_argument("name", metavar="NAME")
    act("drop", "empty the open one")
    act("held", "those that wait").set_defaults(run="basket.run_held")
    _add_paying(act)


def _add_paying(act: Callable[[str, str], argparse.ArgumentParser]) -> None:
    paying = act("pay", "take money; with the last of it the basket is sold")
    paying.add_argument("tenders", nargs="*", type=_tender, metavar="TENDER:MINOR", help="cash:5000, card:12000 …")
    paying.add_argument("--clerk", required=True, metavar="BADGE", help="PIN from CLERK_PIN, or asked for")
    about = "pay of what is collected elsewhere only the deposit now"
    paying.add_argument("--deposit", action="store_true", help=about)
    about = "pay nothing now of what is sent: the carrier takes it"
    paying.add_argument("--on-delivery", action="store_true", help=about)
    paying.set_defaults(run="paying.run_pay")
    asking = act("ask", "how the payments ended of which nobody knows")
    asking.add_argument("--clerk", required=True, metavar="BADGE")
    asking.add_argument("--cancel", action="store_true", help="end one that waits for the customer")
    asking.set_defaults(run="paying.run_ask")
    returning = act("give-back", "return everything that was paid of the open basket")
    returning.add_argument("--clerk", required=True, metavar="BADGE")
    returning.set_defaults(run="paying.run_give_back")
    discount = act("discount", "take something off a line by hand")
    discount.add_argument("line", type=_whole, metavar="LINE")
    off = discount.add_mutually_exclusive_group(required=True)
    off.add_argument("--permille", type=_whole, default=0, metavar="N", help="a share: 100 is a tenth")
    off.add_argument("--minor", type=_whole, default=0, metavar="N", help="an amount of the whole line")
    discount.add_argument("--reason", required=True, metavar="TEXT")
    discount.add_argument("--clerk", required=True, metavar="BADGE")
    discount.add_argument("--approved-by", default="", metavar="BADGE", help="a manager; PIN from CLERK_APPROVER_PIN")
    discount.set_defaults(run="paying.run_discount")


def json_object(text: str) -> dict[str, str]:
    try:
        found: Any = json.loads(text)
    except ValueError:
        found = None
    if not isinstance(found, dict):
        raise argparse.ArgumentTypeError("a JSON object is needed")
    return {str(name): value for name, value in found.items() if isinstance(value, str)}  # pyright: ignore[reportUnknownVariableType,reportUnknownArgumentType]


def _whole(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) <= 9):
        raise argparse.ArgumentTypeError("a whole number is needed, without a sign")
    return int(text)


def _fulfilment(text: str) -> str:
    if not _FULFILMENT.fullmatch(text):
        raise argparse.ArgumentTypeError("one of carry_out, ship, pickup:BRANCH is needed")
    return text


def balance_tender(text: str) -> str:
    """A tender that pays the balance of a pickup. Raises ArgumentTypeError."""
    found = _tender(text)
    if found.partition(":")[0] not in _OF_A_BALANCE:
        raise argparse.ArgumentTypeError("a balance is paid in cash, by card or by wallet")
    return found


def _tender(text: str) -> str:
    decimal = _DECIMAL.fullmatch(text)
    if decimal:
        minor = f"{decimal[2]}{decimal[3]:0<2}".lstrip("0") or "0"
        meant = f"{decimal[1]}:{minor} is {decimal[2]}.{decimal[3]:0<2}"
        raise argparse.ArgumentTypeError(f"amounts are whole minor units, such as fen: {meant}")
    if not _TENDER.fullmatch(text):
        about = "TENDER:MINOR is needed, of cash, card, wallet, points or deposit, as in cash:5000 for 50.00"
        raise argparse.ArgumentTypeError(about)
    return text
