"""`clerk-hub product`: what an article costs, now and from a moment on."""

import argparse
import json
from contextlib import closing
from dataclasses import replace
from datetime import datetime
from typing import Any

from clerk_app.domain.catalogue import DatedPrice, Product
from clerk_app.domain.money import AMOUNT_MAX_MINOR
from clerk_app.wire import GLOBAL, product_json
from hub import products
from hub.commands import CommandRefused, add_command, add_group
from hub.commands.arguments import number
from hub.commands.opening import open_hub
from hub.database import Transaction
from hub.settings import Settings


def register(subparsers: Any, about: str) -> None:
    group = add_group(subparsers, "product", about=about)
    parser = add_command(group, "price", about="set a price; with --from tills apply it by themselves then", run=price)
    parser.add_argument("sku", metavar="SKU")
    parser.add_argument(
        "price_minor", type=number(0, AMOUNT_MAX_MINOR), metavar="MINOR", help="minor units: 26800 is ¥268"
    )
    parser.add_argument("--from", dest="valid_from", type=_moment, metavar="TIME", help="2026-12-01T00:00+08:00")
    parser.add_argument("--until", dest="valid_until", type=_moment, metavar="TIME", help="when it ends again")


def price(settings: Settings, arguments: argparse.Namespace) -> int:
    begins, ends = arguments.valid_from, arguments.valid_until
    if ends is not None and (begins is None or ends <= begins):
        raise CommandRefused("--until needs a --from before it; nothing was changed.")

    def priced(tx: Transaction) -> Product:
        known = products.products_of_skus(tx.connection, [arguments.sku]).get(arguments.sku)
        if known is None:
            raise CommandRefused(f"The chain sells no {arguments.sku}; nothing was changed.")
        if begins is None:
            after = replace(known, price_minor=arguments.price_minor)
        else:
            others = tuple(it for it in known.prices if it.valid_from != begins)
            after = replace(known, prices=(*others, DatedPrice(arguments.price_minor, begins, ends)))
        products.store_products(tx, [after])
        return after

    with closing(open_hub(settings)) as hub:
        print(json.dumps(product_json(hub.database.transact(priced, GLOBAL)), ensure_ascii=False))
    return 0


def _moment(text: str) -> datetime:
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        found = None
    if found is None or found.tzinfo is None:
        raise argparse.ArgumentTypeError("a time with its zone is needed, such as 2026-12-01T00:00+08:00")
    return found
