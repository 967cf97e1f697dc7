"""`search`: products by name, pinyin or initials, SKU or barcode."""

import argparse
from dataclasses import asdict

from clerk_app.cli.ends import NOT_DONE, OK
from clerk_app.cli.output import Output
from clerk_app.cli.session import opened

LIMIT_MAX = 1_000


def run_search(arguments: argparse.Namespace, output: Output) -> int:
    with opened(arguments) as till:
        found = till.catalogue.search(arguments.text, limit=min(max(1, arguments.limit), LIMIT_MAX))
    for product in found:
        price = f"{product.price_minor / 100:.2f} {product.currency}"
        output.row(asdict(product), f"{product.sku} · {product.name_zh} · {product.name_en} · {price}")
    if not found:
        output.for_people("No product is found by this.")
    return OK if found else NOT_DONE
