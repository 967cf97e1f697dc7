"""What can be typed after `return`."""

import argparse
import re
from datetime import date
from typing import Any, Final

from clerk_app.cli.quantities import part
from clerk_app.domain.returns.acts import Condition

_HOURS: Final = re.compile(r"([0-9]{1,2})-([0-9]{1,2})")


def add_return(commands: Any, common: argparse.ArgumentParser) -> None:
    about = "take goods back, and give the money for them"
    returning = commands.add_parser("return", parents=[common], help=about)
    returning.add_argument("number", metavar="RECEIPT|ORDER")
    returning.add_argument("lines", nargs="+", type=part, metavar="LINE[:QUANTITY]")
    returning.add_argument("--reason", required=True, metavar="CODE", help="not_wanted, wrong_size, defective …")
    returning.add_argument("--clerk", required=True, metavar="BADGE", help="PIN from CLERK_PIN, or asked for")
    returning.add_argument("--condition", type=Condition, choices=list(Condition), default=Condition.AS_NEW)
    returning.add_argument("--no-restock", action="store_true", help="it is not for sale any more")
    returning.add_argument("--approved-by", default="", metavar="BADGE", help="a manager; PIN from CLERK_APPROVER_PIN")
    returning.add_argument("--why", default="", metavar="TEXT", help="why the manager approved")
    returning.set_defaults(run="returning.run_return")

    about = "give in cash what a card or a wallet would not take back; a manager's"
    refund = commands.add_parser("refund", parents=[common], help=about)
    refund.add_argument("attempt", metavar="ATTEMPT", help="as `return` named it")
    refund.add_argument("--clerk", required=True, metavar="BADGE", help="PIN from CLERK_PIN, or asked for")
    refund.set_defaults(run="returning.run_refund")

    about = "book goods to be fetched at the customer's home"
    fetching = commands.add_parser("collect", parents=[common], help=about)
    fetching.add_argument("number", metavar="RECEIPT|ORDER")
    fetching.add_argument("lines", nargs="+", type=part, metavar="LINE[:QUANTITY]")
    fetching.add_argument("--reason", required=True, metavar="CODE")
    fetching.add_argument("--day", required=True, type=date.fromisoformat, metavar="2026-11-25")
    fetching.add_argument("--hours", required=True, type=_hours, metavar="9-12")
    fetching.add_argument("--address", required=True, metavar="ID", help="as the hub named it")
    fetching.add_argument("--clerk", required=True, metavar="BADGE", help="PIN from CLERK_PIN, or asked for")
    fetching.set_defaults(run="returning.run_collect")

    slip = commands.add_parser("slip", parents=[common], help="the slip of a return of this till, as text")
    slip.add_argument("number", nargs="?", default="", metavar="SLIP_NO", help="the last one otherwise")
    slip.add_argument("--copy", action="store_true", help="as it always is: marked as a copy")
    slip.set_defaults(run="returning.run_slip")


def _hours(text: str) -> tuple[int, int]:
    found = _HOURS.fullmatch(text)
    if not found:
        raise argparse.ArgumentTypeError("hours are given as FROM-UNTIL, as in 9-12")
    return int(found[1]), int(found[2])
