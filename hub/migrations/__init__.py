"""Bringing a database to the tables of this version. A migration is never edited once it is merged."""

from pathlib import Path
from typing import Any

from sqlalchemy import Connection, inspect, text

from hub.database import Database

HEAD = "0012"


def migrate(database: Database) -> None:
    """Run the migrations that this database has not seen. Two processes may try at the same time."""
    with database.read() as connection:
        if version_of(connection) == HEAD:
            return
    with database.alone() as connection:
        upgrade(connection, "head")


def version_of(connection: Connection) -> str | None:
    """Up to which migration a database is; None for an empty one."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    found: Any = connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one_or_none()
    return found


def upgrade(connection: Connection, revision: str) -> None:
    """Run the migrations up to this one; the caller keeps others out."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, revision)
