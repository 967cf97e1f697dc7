"""The commands of the hub: `clerk-hub`, also `python -m hub`. Each module of hub/commands brings its own."""

import argparse
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Final

from hub.commands import CommandRefused

if TYPE_CHECKING:
    from hub.settings import Settings

COMMANDS: Final = {
    "serve": "serve the hub, and print where it listens as one JSON line",
    "demo": "make the demo chain in an empty hub, and print it",
    "till": "invite, confirm, list and revoke tills",
    "rules": "what head office decides for the whole chain",
    "branch": "which branches there are, where each is, when it is open, and what it can do for orders of others",
    "staff": "who may sign in at the tills",
    "channel": "the shop systems that place orders",
    "product": "what the chain sells, and what it costs, now and from a moment on",
    "offer": "what head office offers, to everybody or to those who show a code",
    "stock": "what was counted of an article at each branch",
    "member": "what members may need next, and coupons for them",
    "order": "the orders of all branches",
    "return": "goods that came back, and the money that no till can give for them",
    "conflict": "facts that disagree, at all branches: look at them, and settle them",
    "key": "list, rotate and revoke the keys that sign pickup codes",
    "import": "take in the file that a till wrote when it could not send",
    "audit": "who was let in or turned away, and whether that was tampered with",
    "backup": "write the hub, its private keys included, to a file; it may go on serving",
    "restore": "put a backup into an empty database: tills send again what it lacks",
    "database": "move the hub to another database, or spread it over machines",
}
"""What each module is about. Only the one that was typed is loaded: together they take a second."""


_MODULES: Final = {"import": "importing", "return": "returning"}  # the language has taken the word

ENGINES: Final = {"sqlite", "sqlite+pysqlite", "postgresql", "postgresql+psycopg"}
_ENDS: Final = (
    "Exit codes: 0 done · 1 refused, and nothing was changed · 2 mistyped · "
    "3 the hub's database or folder cannot be used."
)


def main(argv: Sequence[str] | None = None) -> int:
    words = sys.argv[1:] if argv is None else argv
    arguments = _parser(words[0] if words else "").parse_args(words)
    try:
        return int(arguments.run(_settings(arguments), arguments))
    except CommandRefused as refusal:
        print(refusal, file=sys.stderr)
        return refusal.code


def _settings(arguments: argparse.Namespace) -> "Settings":
    from sqlalchemy.exc import ArgumentError

    from hub.settings import settings_of

    no_url = CommandRefused("This is no database URL of a hub. One is sqlite:///hub.db or postgresql://…", code=3)
    try:
        settings = settings_of(arguments.database_url, arguments.data)
    except ArgumentError:
        raise no_url from None
    if settings.database_url.drivername not in ENGINES:
        raise no_url
    return settings


def _parser(typed: str) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="clerk-hub", description="The central API of Clerk.", epilog=_ENDS)
    subparsers = parser.add_subparsers(required=True, metavar="COMMAND")
    for name, about in COMMANDS.items():
        if name == typed:
            import_module(f"hub.commands.{_MODULES.get(name, name)}").register(subparsers, about)
        else:
            subparsers.add_parser(name, help=about)
    return parser
