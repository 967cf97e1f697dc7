"""The commands of the hub: `clerk-hub`, also `python -m hub`. Each module of hub/commands brings its own."""

import argparse
import sys
from collections.abc import Sequence
from importlib import import_module

from hub.commands import CommandRefused
from hub.database import UnsafeSqlite
from hub.opening import WrongKeys
from hub.settings import settings_of

MODULES = ("serve", "demo", "till", "staff", "channel", "order", "conflict", "key", "backup", "database")


def main(argv: Sequence[str] | None = None) -> int:
    arguments = _parser().parse_args(argv)
    settings = settings_of(arguments.database_url, arguments.data)
    try:
        return int(arguments.run(settings, arguments))
    except (CommandRefused, UnsafeSqlite, WrongKeys) as refusal:
        print(refusal, file=sys.stderr)
        return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="clerk-hub", description="The central API of Clerk.")
    subparsers = parser.add_subparsers(required=True, metavar="COMMAND")
    for name in MODULES:
        import_module(f"hub.commands.{name}").register(subparsers)
    return parser
