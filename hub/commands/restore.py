"""`clerk-hub restore`: a hub back from its file."""

import argparse
import json
from pathlib import Path
from typing import Any

from hub.backup import NoBackup, restore
from hub.commands import CommandRefused, add_command
from hub.commands.arguments import number
from hub.commands.backup import told
from hub.commands.opening import said_plainly
from hub.copying import CopyDiffers
from hub.settings import Settings

EPOCH_MAX = 1_000_000


def register(subparsers: Any, about: str) -> None:
    parser = add_command(subparsers, "restore", about=about, run=run)
    parser.add_argument("file", type=Path)
    met = "the highest epoch tills have met, if this backup was restored before"
    parser.add_argument("--epoch-above", type=number(0, EPOCH_MAX), default=0, help=met)


def run(settings: Settings, arguments: argparse.Namespace) -> int:
    with said_plainly(settings):
        try:
            epoch = restore(settings, arguments.file, told, epoch_above=arguments.epoch_above)
        except (NoBackup, CopyDiffers) as error:
            raise CommandRefused(str(error)) from error
    print(json.dumps({"epoch": epoch}))
    return 0
