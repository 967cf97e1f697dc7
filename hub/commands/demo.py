"""`clerk-hub demo`: the invented chain to try everything on."""

import argparse
import json
import sys
from typing import Any

from hub.commands import CommandRefused, add_command
from hub.commands.arguments import number
from hub.commands.opening import open_hub
from hub.demo import ChainExists, DemoSize, make_demo
from hub.settings import Settings

BRANCHES_MAX = 1_000
COUNT_MAX = 10_000_000


def register(subparsers: Any, about: str) -> None:
    parser = add_command(subparsers, "demo", about=about, run=run)
    default = DemoSize()
    parser.add_argument("--products", type=number(0, COUNT_MAX), default=default.products, metavar="N")
    parser.add_argument("--members", type=number(0, COUNT_MAX), default=default.members, metavar="N")
    parser.add_argument("--orders", type=number(0, COUNT_MAX), default=default.orders, metavar="N")
    parser.add_argument("--branches", type=number(0, COUNT_MAX), default=default.branches, metavar="N")
    parser.add_argument(
        "--seed", type=number(0, 2**63 - 1), default=1, metavar="S", help="the same seed gives the same chain"
    )


def run(settings: Settings, arguments: argparse.Namespace) -> int:
    size = DemoSize(arguments.products, arguments.members, arguments.orders, arguments.branches)
    if not size.products or not 1 <= size.branches <= BRANCHES_MAX:
        raise CommandRefused(f"A chain has articles, and from 1 to {BRANCHES_MAX} branches.")
    hub = open_hub(settings, makes_it=True)
    try:
        made = make_demo(hub, size, seed=arguments.seed, progress=_tell if _is_large(size) else _say_nothing)
    except ChainExists as refusal:
        raise CommandRefused(f"Nothing was changed: {refusal}.") from None
    finally:
        hub.close()
    print(json.dumps(made, ensure_ascii=False))
    return 0


def _is_large(size: DemoSize) -> bool:
    return size.products > 10_000 or size.orders > 1_000 or size.branches > 20


def _say_nothing(_text: str) -> None:
    pass


def _tell(text: str) -> None:
    print(text, file=sys.stderr)
