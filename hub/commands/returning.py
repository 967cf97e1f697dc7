"""`clerk-hub return`: goods that came back, and the money that no till can give for them."""

import argparse
import json
from collections.abc import Mapping
from contextlib import closing
from datetime import UTC, datetime
from typing import Any

from hub import collections_at_home, open_refunds
from hub.commands import CommandRefused, add_command, add_group
from hub.commands.opening import open_hub
from hub.settings import Settings


def register(subparsers: Any, about: str) -> None:
    group = add_group(subparsers, "return", about=about)
    parser = add_command(group, "list", about="print the returns of which money is still to be given back", run=show)
    parser.add_argument("--branch", type=int, metavar="NO")
    parser.add_argument("--all", action="store_true", help="also those that are over")
    about = "note that what was paid in another channel was given back there"
    parser = add_command(group, "refunded", about=about, run=refunded)
    parser.add_argument("return_id", metavar="RETURN")
    parser.add_argument("--by", required=True, metavar="BADGE", help="who says so")
    add_command(group, "collections", about="print the goods that are to be fetched at home", run=collections)


def show(settings: Settings, arguments: argparse.Namespace) -> int:
    with closing(open_hub(settings)) as hub, hub.database.read() as reader:
        for found in open_refunds.returns(reader, branch=arguments.branch, with_refunded=arguments.all):
            _print(found)
    return 0


def refunded(settings: Settings, arguments: argparse.Namespace) -> int:
    with closing(open_hub(settings)) as hub:
        try:
            now = datetime.now(UTC)
            _print(open_refunds.given_back(hub.database, arguments.return_id, by=arguments.by, now=now))
        except open_refunds.NothingOpen:
            raise CommandRefused("Nothing was changed: no money of such a return waits for head office.") from None
    return 0


def collections(settings: Settings, _arguments: argparse.Namespace) -> int:
    with closing(open_hub(settings)) as hub, hub.database.read() as reader:
        for booked in collections_at_home.waiting(reader):
            _print(booked)
    return 0


def _print(row: Mapping[str, Any]) -> None:
    print(json.dumps(row, ensure_ascii=False))
