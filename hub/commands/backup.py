"""`clerk-hub backup` and `clerk-hub restore`: a hub in one file, and back."""

import argparse
import json
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

from hub.backup import NoBackup, back_up, restore
from hub.commands import CommandRefused, add_command
from hub.copying import BATCH, CopyDiffers
from hub.opening import open_hub
from hub.settings import Settings

EVERY = 20 * BATCH


def register(subparsers: Any) -> None:
    parser = add_command(
        subparsers,
        "backup",
        about="Write the hub, its private keys included, to a file. It may go on serving.",
        run=_back_up,
    )
    parser.add_argument("file", type=Path)
    parser = add_command(
        subparsers,
        "restore",
        about="Put a backup into an empty database. Tills then send again what it lacks.",
        run=_restore,
    )
    parser.add_argument("file", type=Path)
    parser.add_argument(
        "--epoch-above",
        type=int,
        default=0,
        help="the highest epoch tills have met, if this backup was restored before",
    )


def told(table: str, done: int, total: int) -> None:
    """Show how far a table is, now and then."""
    if done == total or done % EVERY == 0:
        print(f"{table}: {done} of {total}", file=sys.stderr)


def _back_up(settings: Settings, arguments: argparse.Namespace) -> int:
    file: Path = arguments.file
    if file.exists():
        raise CommandRefused(f"{file} exists: a backup replaces nothing")
    with closing(open_hub(settings)) as hub:
        rows = back_up(hub, file, told)
    print(json.dumps({"file": str(file), "bytes": file.stat().st_size, "rows": sum(rows.values()), "holds_keys": True}))
    return 0


def _restore(settings: Settings, arguments: argparse.Namespace) -> int:
    try:
        epoch = restore(settings, arguments.file, told, epoch_above=arguments.epoch_above)
    except (NoBackup, CopyDiffers) as error:
        raise CommandRefused(str(error)) from error
    print(json.dumps({"epoch": epoch}))
    return 0
