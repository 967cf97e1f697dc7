"""`search`: what the shop sells, from this till's own copy."""

import argparse
from dataclasses import asdict

from clerk_app.cli.ends import NOT_DONE, OK
from clerk_app.cli.output import Output
from clerk_app.cli.session import opened


def run_search(arguments: argparse.Namespace, output: Output) -> int:
    with opened(arguments) as till:
        found = till.catalogue.search(arguments.text, limit=arguments.limit)
    for product in found:
        price = f"{product.price_minor / 100:.2f} {product.currency}"
        output.row(asdict(product), f"{product.sku} · {product.name_zh} · {product.name_en} · {price}")
    if not found:
        output.tell("Nothing in this till's copy of the catalogue fits.")
    return OK if found else NOT_DONE
