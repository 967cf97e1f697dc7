"""`quote`: from where an article may be had that is not here, with a promise and why."""

import argparse
from typing import Any, Final

from clerk_app.cli.ends import NOT_DONE, OK
from clerk_app.cli.output import Output
from clerk_app.cli.session import connected, opened
from clerk_app.desk import aisle
from clerk_app.domain.aisle.quotes import Method, Quote, Why
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
    with opened(arguments) as till, connected(till) as hub:
        found = aisle.quote(hub, arguments.sku, quantity=arguments.quantity, to=arguments.to)
    for it in found.quotes:
        output.row(_row(it, found), _text(it))
    if not found.quotes:
        output.for_people("Nowhere else are so many free.")
    return OK if found.quotes else NOT_DONE


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
