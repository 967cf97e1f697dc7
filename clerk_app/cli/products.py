"""`search`: products by name, pinyin or initials, SKU or barcode, each with its price now and what of it is here."""

import argparse
from typing import Any

from clerk_app.cli.ends import NOT_DONE, OK
from clerk_app.cli.output import Output
from clerk_app.cli.session import opened
from clerk_app.cli.words import moment
from clerk_app.desk import articles
from clerk_app.desk.articles import Hit, Hits
from clerk_app.domain.money import decimals
from clerk_app.store import cache
from clerk_app.wire import time_text


def run_search(arguments: argparse.Namespace, output: Output) -> int:
    with opened(arguments) as till:
        found = articles.find(till, arguments.text, limit=arguments.limit)
    for hit in found.hits:
        output.row(_row(hit, found), _text(hit))
    if found.hits:
        as_of = moment(found.as_of) if found.as_of > cache.NEVER else "never"
        shown = f"{len(found.hits)} of {'more than ' if found.is_more else ''}{found.total}"
        output.for_people(f"{shown} shown. The hub answered last: {as_of}.")
    else:
        output.for_people(
            "No product is found by this." if found.has_list else "No catalogue has come to this till yet."
        )
    return OK if found.hits else NOT_DONE


def _row(hit: Hit, found: Hits) -> dict[str, Any]:
    """`available` is null where nobody ever counted, and `as_of` before the hub's first answer."""
    it = hit.product
    return {
        "sku": it.sku,
        "name": it.name_zh or it.name_en,
        "gtin": it.gtin,
        "price_minor": hit.price.price_minor,
        "currency": it.currency,
        "available": hit.here.available if hit.here else None,
        "as_of": time_text(found.as_of) if found.as_of > cache.NEVER else None,
    }


def _text(hit: Hit) -> str:
    it, places = hit.product, decimals(hit.product.currency)
    price = f"{hit.price.price_minor / 10**places:.{places}f} {it.currency}"
    here = f"{hit.here.available} free here" if hit.here else "never counted here"
    return f"{it.sku} · {it.name_zh} · {it.name_en} · {price} · {here}"
