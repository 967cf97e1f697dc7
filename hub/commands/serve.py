"""`clerk-hub serve`: the hub on a port."""

import argparse
import logging
import sys
from typing import Any

from sqlalchemy import func, select

from hub import addresses, tables
from hub.commands import add_command
from hub.commands.arguments import number, web_address
from hub.commands.opening import open_hub
from hub.limits import PUSHES_PER_S, Limits
from hub.opening import Hub
from hub.settings import Settings


def register(subparsers: Any, about: str) -> None:
    parser = add_command(subparsers, "serve", about=about, run=run)
    parser.add_argument("--host", default="127.0.0.1", help="the address to listen on (default: this machine only)")
    parser.add_argument("--port", type=number(0, 65_535), default=0, help="the port (default: any that is free)")
    parser.add_argument(
        "--public-url", type=web_address, default="", help="where customers and tills reach the hub, if not directly"
    )
    pace = f"so many pushes a second of one till, then 429 (default: {PUSHES_PER_S:g}; batches of 100 operations)"
    parser.add_argument("--pushes-per-s", type=number(1, 100_000), default=PUSHES_PER_S, metavar="N", help=pace)
    parser.add_argument("--until-input-ends", action="store_true", help="stop when standard input is closed")
    parser.add_argument("--demo", action="store_true", help="make the demo chain first, if there is no branch yet")


def run(settings: Settings, arguments: argparse.Namespace) -> int:
    logging.basicConfig(stream=sys.stderr, level=logging.INFO, format="%(asctime)s %(levelname)s %(name)s %(message)s")
    hub = open_hub(settings, makes_it=True)
    from hub.serving import serve  # the web libraries take a second to load; no other command needs them

    try:
        if arguments.public_url:
            addresses.remember_public(hub.database, arguments.public_url)
        if arguments.demo and not _has_branches(hub):
            from hub.demo import make_demo

            make_demo(hub)
        owner = sys.stdin.buffer if arguments.until_input_ends else None
        limits = Limits.usual(pushes_per_s=arguments.pushes_per_s)
        return serve(hub, host=arguments.host, port=arguments.port, until_closed=owner, limits=limits)
    finally:
        hub.close()


def _has_branches(hub: Hub) -> bool:
    with hub.database.read() as reader:
        return bool(reader.execute(select(func.count()).select_from(tables.branch)).scalar_one())
