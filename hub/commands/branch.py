"""`clerk-hub branch`: which there are, where each is, when it is open, and what it can do for orders of others."""

import argparse
import json
from contextlib import closing
from typing import Any

from clerk_app.domain.aisle.places import is_spot, week_of
from clerk_app.wire import GLOBAL
from hub import branches
from hub.commands import CommandRefused, add_command, add_group
from hub.commands.arguments import branch_no, number, refuse_unknown_branch
from hub.commands.opening import open_hub
from hub.database import Transaction
from hub.settings import Settings

ORDERS_MAX = 100_000
TEXT_MAX = 120
_TEXTS = ("name_zh", "name_en", "address_zh", "address_en", "phone", "region", "hours", "orders_a_day")
YES_NO = {"yes": True, "no": False}


def register(subparsers: Any, about: str) -> None:
    group = add_group(subparsers, "branch", about=about)
    add_command(group, "list", about="print the branches and warehouses", run=show_all)
    parser = add_command(group, "add", about="open a new one; then `till add` invites its tills", run=add)
    parser.add_argument("no", type=branch_no, metavar="NO")
    parser.add_argument("name_zh", type=_name, metavar="NAME_ZH")
    parser.add_argument("name_en", type=_name, metavar="NAME_EN")
    parser.add_argument("--warehouse", action="store_true", help="nobody comes there to buy or to collect")
    _add_details(parser)
    parser = add_command(group, "set", about="change what is said of one; tills hear of it within seconds", run=change)
    parser.add_argument("no", type=branch_no, metavar="NO")
    parser.add_argument("--name-zh", type=_name, metavar="TEXT")
    parser.add_argument("--name-en", type=_name, metavar="TEXT")
    _add_details(parser)


def _add_details(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--address-zh", type=_line, metavar="TEXT")
    parser.add_argument("--address-en", type=_line, metavar="TEXT")
    parser.add_argument("--phone", type=_line, metavar="TEXT")
    parser.add_argument("--place", type=_place, metavar="LAT,LON", help="such as 30.2084,120.2121")
    parser.add_argument("--region", type=_region, metavar="TEXT", help="province, city, district, with spaces between")
    parser.add_argument("--hours", type=_hours, metavar="HOURS", help="09:00-21:00, or seven of them from Monday on")
    parser.add_argument("--orders-a-day", type=number(0, ORDERS_MAX), metavar="N", help="it may be given; 0: no limit")
    parser.add_argument("--pickup", choices=YES_NO, help="what was bought elsewhere may be collected there")
    parser.add_argument("--ships", choices=YES_NO, help="it packs parcels")


def show_all(settings: Settings, _arguments: argparse.Namespace) -> int:
    with closing(open_hub(settings)) as hub, hub.database.read() as reader:
        for row in branches.branch_rows(reader):
            print(json.dumps(branches.told(row), ensure_ascii=False))
    return 0


def add(settings: Settings, arguments: argparse.Namespace) -> int:
    kind = "warehouse" if arguments.warehouse else "branch"
    new = {"no": arguments.no, "kind": kind, **_details(arguments)}

    def added(tx: Transaction) -> dict[str, Any]:
        if branches.branch_row(tx.connection, arguments.no) is not None:
            raise CommandRefused(f"There is a branch {arguments.no}; nothing was changed. `branch set` changes it.")
        return branches.add(tx, new)

    with closing(open_hub(settings)) as hub:
        row = hub.database.transact(added, GLOBAL)
    print(json.dumps(branches.told(row), ensure_ascii=False))
    return 0


def _details(arguments: argparse.Namespace) -> dict[str, Any]:
    """What was said of the branch, by the names of its columns."""
    changes: dict[str, Any] = {}
    if arguments.place is not None:
        changes["latitude_e6"], changes["longitude_e6"] = arguments.place
    for name in _TEXTS:
        if getattr(arguments, name) is not None:
            changes[name] = getattr(arguments, name)
    for name in ("pickup", "ships"):
        if getattr(arguments, name) is not None:
            changes[name] = YES_NO[getattr(arguments, name)]
    return changes


def change(settings: Settings, arguments: argparse.Namespace) -> int:
    changes = _details(arguments)
    if not changes:
        raise CommandRefused("Say what to change, such as --place, --region, --hours, --orders-a-day or --ships.")
    with closing(open_hub(settings)) as hub:
        refuse_unknown_branch(hub, arguments.no, folder=settings.data)
        row = hub.database.transact(lambda tx: branches.change(tx, arguments.no, changes), GLOBAL)
    print(json.dumps(branches.told(row), ensure_ascii=False))
    return 0


def _place(text: str) -> tuple[int, int]:
    try:
        latitude, longitude = (round(float(part) * 1_000_000) for part in text.split(","))
    except (ValueError, OverflowError):
        raise argparse.ArgumentTypeError("a place is given as 30.2084,120.2121") from None
    if not is_spot(latitude, longitude):
        raise argparse.ArgumentTypeError("there is no such place on the earth")
    return latitude, longitude


def _name(text: str) -> str:
    if not text.strip():
        raise argparse.ArgumentTypeError("a branch has a name")
    return _line(text)


def _line(text: str) -> str:
    if len(text) > TEXT_MAX or not text.isprintable():
        raise argparse.ArgumentTypeError(f"a text of at most {TEXT_MAX} characters, on one line, is needed")
    return " ".join(text.split())


def _region(text: str) -> str:
    if len(text) > 200 or not text.isprintable():
        raise argparse.ArgumentTypeError("a region of at most 200 characters is needed")
    return " ".join(text.split())


def _hours(text: str) -> str:
    days = text.split(",") if "," in text else [text] * 7
    try:
        week_of(tuple(days))
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from None
    return ",".join(days)
