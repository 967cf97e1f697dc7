"""`clerk-hub demo`: the invented chain to try everything on."""

import argparse
import json
import sys
from typing import Any

from hub.commands import CommandRefused, add_command
from hub.demo import ChainExists, DemoSize, make_demo
from hub.opening import open_hub
from hub.settings import Settings

BRANCHES_MAX = 1_000


def register(subparsers: Any, about: str) -> None:
    parser = add_command(subparsers, "demo", about=about, run=run)
    default = DemoSize()
    parser.add_argument("--products", type=_count, default=default.products, metavar="N")
    parser.add_argument("--members", type=_count, default=default.members, metavar="N")
    parser.add_argument("--orders", type=_count, default=default.orders, metavar="N")
    parser.add_argument("--branches", type=_count, default=default.branches, metavar="N")
    parser.add_argument("--seed", type=int, default=1, metavar="S", help="the same seed gives the same chain")


def run(settings: Settings, arguments: argparse.Namespace) -> int:
    size = DemoSize(arguments.products, arguments.members, arguments.orders, arguments.branches)
    if not size.products or not 1 <= size.branches <= BRANCHES_MAX:
        raise CommandRefused(f"A chain has articles, and from 1 to {BRANCHES_MAX} branches.")
    hub = open_hub(settings)
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


def _count(text: str) -> int:
    count = int(text)
    if count < 0:
        raise argparse.ArgumentTypeError("a number from 0 is needed")
    return count
