"""Spreading the tables over the machines of a Citus cluster, each by the column that it names."""

from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy import Connection, text

from hub.tables import SPREAD_BY, metadata

_BRANCHES = "feed_head"
"""The table beside which all tables of a branch lie, so that a branch is on one machine."""


class NoCitus(Exception):
    """This database cannot be spread; the text says why. Nothing was changed."""


@dataclass(frozen=True, slots=True)
class Spread:
    """What is to become of one table; without a column it is copied to every machine."""

    table: str
    column: str | None

    @property
    def sql(self) -> str:
        if self.column is None:
            return f"SELECT create_reference_table('{self.table}')"
        beside = _BRANCHES if self.column == "branch" and self.table != _BRANCHES else "none"
        return f"SELECT create_distributed_table('{self.table}', '{self.column}', colocate_with => '{beside}')"


def plan() -> tuple[Spread, ...]:
    """All tables, copied ones first, and the one beside which the others lie before those."""
    found = [Spread(table.name, table.info.get(SPREAD_BY)) for table in metadata.sorted_tables]
    return tuple(sorted(found, key=lambda it: (it.column is not None, it.table != _BRANCHES, it.table)))


def require_citus(connection: Connection) -> None:
    """Raises NoCitus."""
    if connection.dialect.name != "postgresql":
        raise NoCitus("this hub is in a SQLite file, which cannot be spread: `clerk-hub database move` comes first")
    if connection.execute(text("SELECT 1 FROM pg_extension WHERE extname = 'citus'")).first():
        return
    if connection.execute(text("SELECT 1 FROM pg_available_extensions WHERE name = 'citus'")).first():
        raise NoCitus("the extension citus is on this server, but not in this database: CREATE EXTENSION citus")
    raise NoCitus("the extension citus is not installed on this server; this hub runs there as on any PostgreSQL")


def spread_all(connection: Connection, told: Callable[[Spread], None]) -> int:
    """Spread what is not yet spread; returns how many tables that were."""
    done = set(connection.execute(text("SELECT CAST(logicalrelid AS text) FROM pg_dist_partition")).scalars())
    left = [it for it in plan() if it.table not in done]
    for it in left:
        connection.execute(text(it.sql))
        told(it)
    return len(left)
