"""`quote` and `address`: from where an article may be had that is not here, and where it is sent."""

import argparse
from collections.abc import Mapping
from typing import Any, Final

from clerk_app.cli.ends import NOT_DONE, OK, CannotGoOn
from clerk_app.cli.output import Output
from clerk_app.cli.places import must_be_collected_elsewhere
from clerk_app.cli.session import connected, opened
from clerk_app.cli.words import branch_name
from clerk_app.desk import aisle, articles
from clerk_app.domain.aisle.addresses import AddressFault
from clerk_app.domain.aisle.quotes import Quote, Why
from clerk_app.domain.basket import BasketRefusal
from clerk_app.domain.gtin import parse_gtin
from clerk_app.domain.orders import Method
from clerk_app.hub_client import HubClient
from clerk_app.till import Till
from clerk_app.wire import time_text
from clerk_app.wire.aisle import Offers

WHY: Final = {
    Why.ONLY_ONE: "the only place that can",
    Why.BEST: "as good as the next",
    Why.FREE_HANDS: "others are busy today",
    Why.OPEN_NOW: "others are closed now",
    Why.SOONER: "sooner than the others",
    Why.NEAREST: "the nearest",
    Why.MORE_LEFT: "has more left than others as near",
    Why.BUSY: "has nearly all the orders that it can take today",
    Why.CLOSED_NOW: "closed now",
    Why.LATER: "later",
    Why.FARTHER: "farther away",
    Why.FEWER_LEFT: "has fewer left",
}


def run_quote(arguments: argparse.Namespace, output: Output) -> int:
    with opened(arguments) as till:
        if isinstance(arguments.to, int):
            must_be_collected_elsewhere(till, arguments.to)
        with connected(till) as hub:
            sku = _sku(till, hub, arguments.sku)
            found = aisle.quote(hub, sku, quantity=arguments.quantity, to=arguments.to)
            if not found.quotes and not articles.is_known(till, hub, sku):
                raise _unknown(arguments.sku)
        nowhere = _nowhere(till, arguments.to)
    for it in found.quotes:
        output.row(_row(it, found), _text(it))
    if not found.quotes:
        output.for_people(nowhere)
    return OK if found.quotes else NOT_DONE


def _sku(till: Till, hub: HubClient, typed: str) -> str:
    """The SKU that is meant by a SKU or a barcode; one that this till does not know may be known to the hub."""
    known = till.catalogue.products_of_skus([typed]).get(typed)
    gtin = parse_gtin(typed)
    if known is not None or gtin is None:
        return known.sku if known else typed
    found = articles.look_up_gtin(till, gtin) or articles.told_by_hub(till, hub, gtin)
    if found is None:
        raise _unknown(typed)
    return found.product.sku


def _unknown(typed: str) -> CannotGoOn:
    sentence = f"Nobody in the chain knows an article {typed}. `clerk search TEXT` finds one by its name."
    return CannotGoOn(sentence, reason=BasketRefusal.UNKNOWN_ARTICLE.value)


def _nowhere(till: Till, to: str | int | None) -> str:
    if isinstance(to, int):
        return f"So many are not free at {branch_name(till, to)}."
    return "Nowhere else are so many free."


def run_address(arguments: argparse.Namespace, output: Output) -> int:
    """The id by which an order names the address; or what is wrong with each field of it."""
    with opened(arguments) as till, connected(till) as hub:
        kept = aisle.keep_address(hub, arguments.address)
    if isinstance(kept, str):
        output.row({"word": "done", "address": kept}, f"The hub keeps it as {kept}.")
        return OK
    return told_faults(kept, output)


def told_faults(faults: Mapping[str, AddressFault], output: Output) -> int:
    wrong = [{"field": field, "error": fault.value} for field, fault in faults.items()]
    text = " ".join(FAULTS[fault].format(field=field) for field, fault in faults.items())
    output.row({"word": "refused", "reason": "invalid_address", "errors": wrong}, f"refused: {text}")
    return NOT_DONE


FAULTS: Final = {
    AddressFault.MISSING: "The {field} is missing.",
    AddressFault.TOO_LONG: "The {field} is too long.",
    AddressFault.UNREADABLE: "The {field} has no letters, or signs that cannot be printed.",
    AddressFault.NOT_A_PHONE: "The {field} is no phone number.",
    AddressFault.CITY_MISSING: "The {field} needs province and city.",
    AddressFault.TOO_SHORT: "The {field} needs a street and a number.",
}


def _row(it: Quote, found: Offers) -> dict[str, Any]:
    return {
        "rank": it.rank,
        "branch": it.branch,
        "method": it.method.value,
        "promise_from": it.promise_from.isoformat(),
        "promise_to": it.promise_to.isoformat(),
        "available": it.available,
        "as_of": time_text(found.checked_at),
        "reason": it.why.value,
    }


def _text(it: Quote) -> str:
    way = "collect at" if it.method is Method.PICKUP else "sent by"
    days = it.promise_from.isoformat()
    days += f" to {it.promise_to.isoformat()}" if it.promise_to > it.promise_from else ""
    away = "" if it.distance_m is None else f" · {it.distance_m / 1000:.1f} km"
    return f"{it.rank}. {way} branch {it.branch} · {days} · {it.available} free{away} · {WHY[it.why]}"
