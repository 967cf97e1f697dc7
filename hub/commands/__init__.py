"""The commands of clerk-hub: one module for each subject, each with `register(subparsers, about)`."""

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from hub.settings import Settings  # brings the database's library, which `--help` needs not

Run: TypeAlias = "Callable[[Settings, argparse.Namespace], int]"


class CommandRefused(Exception):
    """What was asked cannot be done; the text says why, and is all that the person sees."""

    def __init__(self, why: str, *, code: int = 1) -> None:
        super().__init__(why)
        self.code = code  # of the exit


def add_command(subparsers: Any, name: str, *, about: str, run: Run) -> argparse.ArgumentParser:
    """Add one command with the arguments that all have, and return its parser. `run` returns the exit code."""
    parser: argparse.ArgumentParser = subparsers.add_parser(name, help=about, description=about)
    parser.add_argument(
        "--database-url", help="where the truth is (default: $CLERK_HUB_DATABASE_URL, or hub.db in the data folder)"
    )
    parser.add_argument("--data", type=Path, help="the folder of the keys, and of the SQLite file")
    parser.set_defaults(run=run)
    return parser


def add_group(subparsers: Any, name: str, *, about: str) -> Any:
    """Add a word with commands below it (`till add`, `till list`), and return where they are added."""
    parser: argparse.ArgumentParser = subparsers.add_parser(name, help=about, description=about)
    return parser.add_subparsers(required=True, metavar="COMMAND")
