"""`clerk-hub database …`: moving a hub to another engine, and spreading it over several machines."""

import argparse
import json
from contextlib import closing
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import insert, make_url, select
from sqlalchemy.exc import ArgumentError, SQLAlchemyError

from hub import audit
from hub.audit import Event
from hub.commands import CommandRefused, add_command, add_group
from hub.commands.backup import told
from hub.commands.opening import said_plainly
from hub.copying import CopyDiffers, copy_all, holds_a_hub
from hub.database import Database
from hub.distribution import NoCitus, Spread, require_citus, spread_all
from hub.migrations import migrate
from hub.opening import MOVED
from hub.settings import Settings
from hub.tables import setting


def register(subparsers: Any, about: str) -> None:
    group = add_group(subparsers, "database", about=about)
    add_command(group, "distribute", about="Spread the tables by branch, where Citus is installed.", run=_distribute)
    move = add_command(
        group, "move", about="Copy a hub that is stopped into an empty database: all of it, or nothing.", run=_move
    )
    move.add_argument("--from", dest="source", required=True, metavar="URL", help="where the hub is now")
    move.add_argument("--to", dest="target", required=True, metavar="URL", help="an empty database")


def _distribute(settings: Settings, _arguments: argparse.Namespace) -> int:
    with said_plainly(settings), closing(Database(settings.database_url)) as database:
        with database.read() as reader:
            try:
                require_citus(reader)
            except NoCitus as refusal:
                raise CommandRefused(str(refusal)) from refusal
        migrate(database)
        with database.alone() as connection:
            tables = spread_all(connection, _tell)
    print(json.dumps({"tables_spread": tables}))
    return 0


def _tell(it: Spread) -> None:
    print(json.dumps({"table": it.table, "by": it.column or "a copy on every machine"}))


def _move(_settings: Settings, arguments: argparse.Namespace) -> int:
    with closing(_database(arguments.source)) as source, closing(_database(arguments.target)) as target:
        try:
            migrate(source)
            migrate(target)
            rows = _moved(source, target)
        except (CopyDiffers, SQLAlchemyError) as error:
            raise CommandRefused(f"nothing was moved: {error}") from error
    print(json.dumps({"rows": rows, "checked": True}))
    return 0


def _moved(source: Database, target: Database) -> dict[str, int]:
    """Copy, check, and only then say in the old database that it is the hub no more."""
    with source.alone() as old:  # on SQLite nobody writes meanwhile
        with target.alone() as new:
            if not holds_a_hub(old) or old.execute(select(setting.c.value).where(setting.c.name == MOVED)).first():
                raise CommandRefused("there is no hub in the database to move from, or it was moved before")
            if holds_a_hub(new):
                raise CommandRefused("there is a hub in the database to move to already")
            rows = copy_all(old, new, told)
            audit.note(new, Event.HUB_MOVED, datetime.now(UTC), rows=sum(rows.values()))
        old.execute(insert(setting), {"name": MOVED, "value": "1"})
    return rows


def _database(url: str) -> Database:
    try:
        return Database(make_url(url))
    except ArgumentError as error:
        raise CommandRefused(f"this is no database URL: {url!r}") from error
