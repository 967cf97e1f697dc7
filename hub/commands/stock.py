"""`clerk-hub stock`: what was counted of an article at a branch or warehouse."""

import argparse
import json
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from clerk_app.domain.stock import Stock
from clerk_app.wire import scope_of, stock_json
from hub import products, stock, stock_file
from hub.commands import CommandRefused, add_command, add_group
from hub.commands.arguments import branch_no, file_text, number, refuse_unknown_branch
from hub.commands.opening import open_hub
from hub.database import Transaction
from hub.price_list import BadEntries
from hub.settings import Settings
from hub.stock_file import MORE, NEEDED, PIECES_MAX

FILE_MAX_BYTES = 256 * 1024**2


def register(subparsers: Any, about: str) -> None:
    group = add_group(subparsers, "stock", about=about)
    parser = add_command(group, "count", about="note how many are on hand; what is promised stays promised", run=count)
    parser.add_argument("sku", metavar="SKU")
    parser.add_argument("on_hand", type=number(0, PIECES_MAX), metavar="PIECES")
    parser.add_argument("--branch", type=branch_no, required=True, metavar="NO")
    parser.add_argument("--safety", type=number(0, PIECES_MAX), metavar="PIECES", help="so many are kept back")
    parser = add_command(group, "import", about="take in a file of what was counted: all of it, or none", run=take_in)
    columns = f"{','.join(NEEDED)}, and maybe {','.join(MORE)}"
    parser.add_argument("file", metavar="FILE|-", help=f"CSV with the columns {columns}; what is not in it stays")
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


def take_in(settings: Settings, arguments: argparse.Namespace) -> int:
    try:
        rows = stock_file.rows_of(file_text(arguments.file, FILE_MAX_BYTES))
        with closing(open_hub(settings)) as hub:
            changed = stock_file.keep(hub.database, rows, now=datetime.now(UTC))
    except BadEntries as error:
        raise CommandRefused(f"{error}\nNothing was changed.") from error
    print(json.dumps({"counts": len(rows), "changed": changed}))
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
