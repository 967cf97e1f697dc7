"""`clerk-hub import`: what a till could not send, from a file."""

import argparse
import json
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from clerk_app.domain.operations import AnswerStatus
from hub import importing
from hub.commands import CommandRefused, add_command
from hub.commands.opening import open_hub
from hub.settings import Settings


def register(subparsers: Any, about: str) -> None:
    parser = add_command(subparsers, "import", about=about, run=run)
    parser.add_argument("file", type=Path, metavar="FILE", help="of `clerk export`, or a lost till's ledger.journal")


def run(settings: Settings, arguments: argparse.Namespace) -> int:
    with closing(open_hub(settings)) as hub:
        try:
            done = importing.take_in(hub, arguments.file, now=datetime.now(UTC))
        except OSError as error:
            raise CommandRefused(f"{arguments.file} cannot be read: {error.strerror or error}") from error
        except importing.NotTakenIn as refusal:
            raise CommandRefused(f"Nothing was taken in: {refusal}.") from None
    counts = {status.value: done.answered[status.value] for status in AnswerStatus if done.answered[status.value]}
    row = {"till": done.till.till, "branch": done.till.branch, "name": done.till.name, "active": done.till.active}
    print(json.dumps({**row, "operations": done.operations, "answered": counts}, ensure_ascii=False))
    if done.why_stopped:
        raise CommandRefused(f"Not all was taken in: {done.why_stopped}.")
    return 0
