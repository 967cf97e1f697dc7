"""`clerk-hub audit`: who was let in or turned away, whether that was tampered with, and a head to keep elsewhere."""

import argparse
import json
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from hub import audit, audit_heads
from hub.audit import Head
from hub.commands import CommandRefused, add_command, add_group
from hub.commands.arguments import number
from hub.commands.opening import open_hub
from hub.opening import Hub
from hub.settings import Settings

LIST_MAX = 1_000


def register(subparsers: Any, about: str) -> None:
    group = add_group(subparsers, "audit", about=about)
    parser = add_command(group, "list", about=f"print at most {LIST_MAX} rows, the oldest first", run=show)
    parser.add_argument("--after", type=number(0, 2**63 - 1), default=0, metavar="SEQ", help="those behind this one")
    parser = add_command(group, "verify", about="tell of every row that was changed, removed or moved", run=verify)
    parser.add_argument("--heads", type=Path, metavar="FILE", help="heads that were kept elsewhere, one in a line")
    add_command(group, "head", about="print the signed head: mail it, or keep it where the hub cannot write", run=head)


def show(settings: Settings, arguments: argparse.Namespace) -> int:
    with closing(open_hub(settings)) as hub, hub.database.read() as reader:
        for row in audit.rows(reader, after=arguments.after, limit=LIST_MAX):
            at = datetime.fromtimestamp(row["at_ms"] / 1000, UTC).isoformat(timespec="milliseconds")
            print(json.dumps({"seq": row["seq"], "at": at, "event": row["event"], **row["what"]}))
    return 0


def verify(settings: Settings, arguments: argparse.Namespace) -> int:
    with closing(open_hub(settings)) as hub:
        kept = _heads(hub, hub.audit_heads_file) if hub.audit_heads_file.exists() else []
        kept += _heads(hub, arguments.heads) if arguments.heads else []
        with hub.database.read() as reader:
            found = list(audit.complaints(reader, kept))
            newest = audit.head(reader)
    for complaint in found:
        print(json.dumps({"complaint": complaint}))
    if found:
        raise CommandRefused(
            "The audit is not as it was written. Keep this database as it is, and find out who had it."
        )
    print(json.dumps({"rows": newest.seq, "hash": newest.hash, "heads_compared": len(kept)}))
    return 0


def head(settings: Settings, _arguments: argparse.Namespace) -> int:
    with closing(open_hub(settings)) as hub, hub.database.read() as reader:
        print(json.dumps(audit_heads.signed(audit.head(reader), hub.keys, datetime.now(UTC))))
    return 0


def _heads(hub: Hub, file: Path) -> list[Head]:
    try:
        return list(audit_heads.kept(file, hub.keys))
    except audit_heads.NoHead as error:
        raise CommandRefused(f"{error}.") from error
    except OSError as error:
        raise CommandRefused(f"{file} cannot be read: {error.strerror}.") from error
