"""`clerk-hub return`: goods that came back, and the money that no till can give for them."""

import argparse
import json
from collections.abc import Mapping
from contextlib import closing
from dataclasses import asdict
from datetime import UTC, datetime
from typing import Any

from clerk_app.wire import scope_of
from hub import audit, collections_at_home, open_refunds
from hub.aisle import addresses
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
    about = "print the goods that are to be fetched at home, and where; who read it is in the audit"
    parser = add_command(group, "collections", about=about, run=collections)
    parser.add_argument("--by", required=True, metavar="BADGE", help="who reads it")
    parser = add_command(group, "cancel-collection", about="nobody fetches them after all", run=cancel_collection)
    parser.add_argument("return_id", metavar="RETURN")
    parser.add_argument("--reason", required=True, metavar="TEXT")


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


def collections(settings: Settings, arguments: argparse.Namespace) -> int:
    with closing(open_hub(settings)) as hub, hub.database.write() as tx:
        found = collections_at_home.waiting(tx)
        where = [addresses.load(tx, booked["address"]) for booked in found]
        if found:
            names = ",".join(booked["return"] for booked in found)
            audit.note(tx, audit.Event.ADDRESS_SHOWN, datetime.now(UTC), collections=names, by=arguments.by)
    for booked, address in zip(found, where, strict=True):
        _print({**booked, "address": asdict(address) if address else None})
    return 0


def cancel_collection(settings: Settings, arguments: argparse.Namespace) -> int:
    with closing(open_hub(settings)) as hub:
        with hub.database.read() as reader:
            key = collections_at_home.purchase_of(reader, arguments.return_id)
        if key is None:
            raise CommandRefused("Nothing was changed: no goods of such a booking are to be fetched.")
        with hub.database.write(scope_of(key.branch)) as tx:
            collections_at_home.cancel(tx, key, arguments.return_id)
            names = {"booking": arguments.return_id, "why": arguments.reason}
            audit.note(tx, audit.Event.COLLECTION_CANCELLED, datetime.now(UTC), **names)
    _print({"return": arguments.return_id, "state": collections_at_home.CANCELLED})
    return 0


def _print(row: Mapping[str, Any]) -> None:
    print(json.dumps(row, ensure_ascii=False))
