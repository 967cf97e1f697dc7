"""`clerk-hub conflict`: facts that disagree, and settling them once people have looked."""

import argparse
import json
from contextlib import closing
from datetime import UTC, datetime
from typing import Any

from hub import settling
from hub.commands import CommandRefused, add_command, add_group
from hub.commands.opening import open_hub
from hub.settings import Settings


def register(subparsers: Any, about: str) -> None:
    group = add_group(subparsers, "conflict", about=about)
    parser = add_command(group, "list", about="print the conflicts that nobody has settled, the newest first", run=show)
    parser.add_argument("--branch", type=int, metavar="NO")
    parser.add_argument("--all", action="store_true", help="also those that were settled")
    parser = add_command(group, "resolve", about="settle a conflict: its branches' tills drop it", run=resolve)
    parser.add_argument("conflict", metavar="CONFLICT")
    parser.add_argument("--by", required=True, metavar="BADGE", help="the manager or administrator who has looked")
    parser.add_argument("--reason", required=True, metavar="TEXT", help="what it was, for those who ask later")


def show(settings: Settings, arguments: argparse.Namespace) -> int:
    with closing(open_hub(settings)) as hub, hub.database.read() as reader:
        for found in settling.conflicts(reader, branch=arguments.branch, with_resolved=arguments.all):
            _print(found)
    return 0


def resolve(settings: Settings, arguments: argparse.Namespace) -> int:
    with closing(open_hub(settings)) as hub:
        try:
            settled = settling.resolve(
                hub.database, arguments.conflict, by=arguments.by, reason=arguments.reason, now=datetime.now(UTC)
            )
        except settling.NotSettled as refusal:
            raise CommandRefused(f"Nothing was changed: {refusal}.") from None
    _print(settled)
    return 0


def _print(found: settling.RecordedConflict) -> None:
    print(json.dumps({"branches": found.branches, **found.body}, ensure_ascii=False))
