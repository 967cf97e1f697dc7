"""`clerk-hub backup`: a hub in one file."""

import argparse
import json
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

from hub.backup import back_up
from hub.commands import CommandRefused, add_command
from hub.commands.opening import open_hub, said_plainly
from hub.copying import BATCH
from hub.settings import Settings

EVERY = 20 * BATCH


def register(subparsers: Any, about: str) -> None:
    parser = add_command(subparsers, "backup", about=about, run=_back_up)
    parser.add_argument("file", type=Path)


def told(table: str, done: int, total: int) -> None:
    """Show how far a table is, now and then."""
    if done == total or done % EVERY == 0:
        print(f"{table}: {done} of {total}", file=sys.stderr)


def _back_up(settings: Settings, arguments: argparse.Namespace) -> int:
    file: Path = arguments.file
    if file.exists():
        raise CommandRefused(f"{file} exists: a backup replaces nothing")
    with closing(open_hub(settings)) as hub, said_plainly(settings):
        rows = back_up(hub, file, told)
    print(json.dumps({"file": str(file), "bytes": file.stat().st_size, "rows": sum(rows.values()), "holds_keys": True}))
    return 0
