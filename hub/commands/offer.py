"""`clerk-hub offer`: what head office offers, to everybody or to those who show a code."""

import argparse
import json
import sys
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from clerk_app.domain.pricing import Offer
from clerk_app.wire import GLOBAL, Malformed, loads
from clerk_app.wire.offers import offer_of
from hub import offers
from hub.commands import CommandRefused, add_command, add_group
from hub.commands.opening import open_hub
from hub.settings import Settings


def register(subparsers: Any, about: str) -> None:
    group = add_group(subparsers, "offer", about=about)
    parser = add_command(group, "add", about="make an offer, or change one", run=add)
    parser.add_argument("offer", metavar="JSON|FILE|-", help="the offer as JSON, a file of it, or - for standard input")
    parser.add_argument("--by-code", action="store_true", help="it counts only where a coupon of it is shown")
    parser = add_command(group, "end", about="let an offer end now; what was sold by it stays", run=end)
    parser.add_argument("offer", metavar="OFFER", help="its id")
    add_command(group, "list", about="print every offer, one JSON object on a line", run=show)


def add(settings: Settings, arguments: argparse.Namespace) -> int:
    offer = _read(arguments.offer)
    with closing(open_hub(settings)) as hub:
        store = hub.database.transact(lambda tx: offers.store_offer(tx, offer, by_code=arguments.by_code), GLOBAL)
        print(json.dumps(store, ensure_ascii=False))
    return 0


def end(settings: Settings, arguments: argparse.Namespace) -> int:
    now = datetime.now(UTC)
    with closing(open_hub(settings)) as hub:
        ended = hub.database.transact(lambda tx: offers.end_offer(tx, arguments.offer, now), GLOBAL)
    if ended is None:
        raise CommandRefused(f"There is no offer {arguments.offer}; nothing was changed.")
    print(json.dumps(ended, ensure_ascii=False))
    return 0


def show(settings: Settings, _arguments: argparse.Namespace) -> int:
    with closing(open_hub(settings)) as hub, hub.database.read() as reader:
        for body in offers.offers(reader):
            print(json.dumps(body, ensure_ascii=False))
    return 0


def _read(given: str) -> Offer:
    try:
        text = sys.stdin.read() if given == "-" else given if given.startswith("{") else Path(given).read_text("utf-8")
        return offer_of(loads(text))
    except (OSError, UnicodeDecodeError) as error:
        raise CommandRefused("This file cannot be read; nothing was changed.") from error
    except Malformed as error:
        raise CommandRefused(f"This is no offer ({error}); nothing was changed.") from error
