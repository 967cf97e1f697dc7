"""`clerk-hub stock`: what was counted of an article at a branch or warehouse."""

import argparse
import json
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from clerk_app.domain.stock import Stock
from clerk_app.wire import scope_of, stock_json
from hub import products, stock
from hub.commands import CommandRefused, add_command, add_group
from hub.commands.arguments import branch_no, number, refuse_unknown_branch
from hub.commands.opening import open_hub
from hub.database import Transaction
from hub.settings import Settings

PIECES_MAX = 1_000_000


def register(subparsers: Any, about: str) -> None:
    group = add_group(subparsers, "stock", about=about)
    parser = add_command(group, "count", about="note how many are on hand; what is promised stays promised", run=count)
    parser.add_argument("sku", metavar="SKU")
    parser.add_argument("on_hand", type=number(0, PIECES_MAX), metavar="PIECES")
    parser.add_argument("--branch", type=branch_no, required=True, metavar="NO")
    parser.add_argument("--safety", type=number(0, PIECES_MAX), metavar="PIECES", help="so many are kept back")
    parser = add_command(group, "show", about="print what each branch has of an article", run=show)
    parser.add_argument("sku", metavar="SKU")


def count(settings: Settings, arguments: argparse.Namespace) -> int:
    branch, sku, now = arguments.branch, arguments.sku, datetime.now(UTC)

    def counted(tx: Transaction) -> Stock:
        if sku not in products.products_of_skus(tx.connection, [sku]):
            raise CommandRefused(f"The chain sells no {sku}; nothing was changed.")
        before = stock.stock_of_branch(tx.connection, branch, [sku]).get(sku, Stock(sku, 0, 0, 0, now))
        safety = before.safety if arguments.safety is None else arguments.safety
        after = replace(before, on_hand=arguments.on_hand, safety=safety, changed_at=now)
        stock.store_stock(tx, branch, [after])
        return after

    with closing(open_hub(settings)) as hub:
        refuse_unknown_branch(hub, branch, folder=settings.data)
        _print(branch, hub.database.transact(counted, scope_of(branch)))
    return 0


def show(settings: Settings, arguments: argparse.Namespace) -> int:
    with closing(open_hub(settings)) as hub, hub.database.read() as reader:
        found = stock.stock_everywhere(reader, [arguments.sku])
        if not found:
            raise CommandRefused(f"Nothing of {arguments.sku} was ever counted anywhere.")
        for placed in found:
            _print(placed.branch, placed.stock)
    return 0


def _print(branch: int, it: Stock) -> None:
    print(json.dumps({"branch": branch, **stock_json(it), "available": it.available}, ensure_ascii=False))
