"""`clerk-hub product`: what the chain sells, and what it costs everybody and the members of a tier, now or later."""

import argparse
import json
import sys
from collections.abc import Mapping
from contextlib import closing
from datetime import UTC, datetime
from typing import Any, Final

from sqlalchemy import select

from clerk_app.domain.catalogue import Product
from clerk_app.domain.money import AMOUNT_MAX_MINOR
from clerk_app.wire import GLOBAL, product_json
from hub import article_file, price_file, price_list, products, tables
from hub.article_file import MORE, NEEDED
from hub.commands import CommandRefused, add_command, add_group
from hub.commands.arguments import file_text, number
from hub.commands.opening import open_hub
from hub.opening import Hub
from hub.price_file import COLUMNS
from hub.price_list import TIER_MAX, BadEntries, Entry
from hub.rules import load_rules
from hub.settings import Settings

FILE_MAX_BYTES: Final = 16 * 1024**2
ARTICLES_MAX_BYTES: Final = 512 * 1024**2


def register(subparsers: Any, about: str) -> None:
    group = add_group(subparsers, "product", about=about)
    parser = add_command(
        group, "import", about="take in a file of articles: all of them, or none", run=take_in_articles
    )
    parser.add_argument(
        "file",
        metavar="FILE|-",
        help=f"CSV with the columns {','.join(NEEDED)}, and any of {','.join(MORE)}; what is not in it stays as it is",
    )
    parser = add_command(group, "remove", about="sell an article no more", run=remove)
    parser.add_argument("sku", metavar="SKU")
    parser = add_command(group, "price", about="set a price; with --from tills apply it by themselves then", run=price)
    parser.add_argument("sku", metavar="SKU")
    parser.add_argument(
        "price_minor", type=number(0, AMOUNT_MAX_MINOR), metavar="MINOR", help="minor units: 26800 is ¥268"
    )
    parser.add_argument("--tier", type=_tier, metavar="TIER", help="only for the members of this tier")
    parser.add_argument("--from", dest="valid_from", type=_moment, metavar="TIME", help="2026-12-01T00:00+08:00")
    parser.add_argument("--until", dest="valid_until", type=_moment, metavar="TIME", help="when it ends again")
    parser = add_command(
        group, "withdraw", about="take a price back that begins at a moment, or a tier's", run=withdraw
    )
    parser.add_argument("sku", metavar="SKU")
    parser.add_argument("--tier", type=_tier, metavar="TIER", help="without --from: all its prices")
    parser.add_argument("--from", dest="valid_from", type=_moment, metavar="TIME", help="when it begins")
    parser = add_command(group, "prices", about="take in a file of prices: all of them, or none", run=take_in)
    parser.add_argument(
        "file", metavar="FILE|-", help=f"CSV with the columns {','.join(COLUMNS)}; without a price, it is withdrawn"
    )


def price(settings: Settings, arguments: argparse.Namespace) -> int:
    entry = Entry(
        arguments.sku, arguments.tier or "", arguments.price_minor, arguments.valid_from, arguments.valid_until
    )
    return _apply_one(settings, entry)


def withdraw(settings: Settings, arguments: argparse.Namespace) -> int:
    return _apply_one(settings, Entry(arguments.sku, arguments.tier or "", None, arguments.valid_from))


def take_in_articles(settings: Settings, arguments: argparse.Namespace) -> int:
    try:
        rows = article_file.rows_of(file_text(arguments.file, ARTICLES_MAX_BYTES))
        with closing(open_hub(settings)) as hub:
            with hub.database.read() as reader:
                currency = load_rules(reader).currency
            new, changed = hub.database.transact(
                lambda tx: article_file.apply(tx, rows, currency=currency), GLOBAL, rows=len(rows)
            )
    except BadEntries as error:
        raise _refused(error) from error
    print(json.dumps({"articles": len(rows), "new": new, "changed": changed}))
    return 0


def remove(settings: Settings, arguments: argparse.Namespace) -> int:
    with closing(open_hub(settings)) as hub:
        if not hub.database.transact(lambda tx: products.remove(tx, arguments.sku), GLOBAL):
            raise CommandRefused(f"The chain sells no {arguments.sku}; nothing was changed.")
    print(json.dumps({"sku": arguments.sku, "sold": False}))
    return 0


def take_in(settings: Settings, arguments: argparse.Namespace) -> int:
    try:
        entries = price_file.entries_of(file_text(arguments.file, FILE_MAX_BYTES))
    except BadEntries as error:
        raise _refused(error) from error
    changed = _apply(settings, entries)
    print(json.dumps({"prices": len(entries), "articles": len(changed)}))
    return 0


def _apply_one(settings: Settings, entry: Entry) -> int:
    (changed,) = _apply(settings, {"": entry})
    print(json.dumps(product_json(changed), ensure_ascii=False))
    return 0


def _apply(settings: Settings, entries: Mapping[str, Entry]) -> tuple[Product, ...]:
    now = datetime.now(UTC)
    with closing(open_hub(settings)) as hub:
        try:
            changed = hub.database.transact(
                lambda tx: price_list.apply(tx, entries, now=now), GLOBAL, rows=len(entries)
            )
        except BadEntries as error:
            raise _refused(error) from error
        _say_unknown_tiers(hub, entries)
    return changed


def _say_unknown_tiers(hub: Hub, entries: Mapping[str, Entry]) -> None:
    """A price for a tier that nobody is of is no mistake, but may be a misspelt one."""
    with hub.database.read() as reader:
        for tier in sorted({it.tier for it in entries.values() if it.tier}):
            members = select(tables.member.c.member).where(tables.member.c.tier == tier).limit(1)
            if not reader.execute(tables.everywhere(members)).first():
                print(f"No member is of the tier {tier} yet.", file=sys.stderr)


def _refused(error: BadEntries) -> CommandRefused:
    return CommandRefused(f"{error}\nNothing was changed.")


def _tier(text: str) -> str:
    if not price_list.is_tier(text):
        raise argparse.ArgumentTypeError(f"a tier of 1 to {TIER_MAX} characters is needed")
    return text


def _moment(text: str) -> datetime:
    found = price_list.moment_of(text)
    if found is None:
        raise argparse.ArgumentTypeError("a time with its zone is needed, such as 2026-12-01T00:00+08:00")
    return found
