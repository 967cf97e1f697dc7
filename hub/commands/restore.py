"""`clerk-hub restore`: a backup becomes a hub again, in a higher epoch."""

import argparse
import json
from pathlib import Path
from typing import Any

from hub.backup import NoBackup, restore
from hub.commands import CommandRefused, add_command
from hub.commands.backup import told
from hub.copying import CopyDiffers
from hub.settings import Settings


def register(subparsers: Any, about: str) -> None:
    parser = add_command(subparsers, "restore", about=about, run=_restore)
    parser.add_argument("file", type=Path)
    parser.add_argument(
        "--epoch-above",
        type=int,
        default=0,
        help="the highest epoch tills have met, if this backup was restored before",
    )


def _restore(settings: Settings, arguments: argparse.Namespace) -> int:
    try:
        epoch = restore(settings, arguments.file, told, epoch_above=arguments.epoch_above)
    except (NoBackup, CopyDiffers) as error:
        raise CommandRefused(str(error)) from error
    print(json.dumps({"epoch": epoch}))
    return 0
