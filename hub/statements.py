"""Statements of the hot path: written once as SQL that every engine knows, and handed to the driver as they are.

SQLAlchemy's execution costs more than a small statement itself, and a hand-over makes ten of
them. So those go by here; everything else is SQLAlchemy Core.
"""

import re
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Any, Protocol

from sqlalchemy import Connection
from sqlcipher3 import dbapi2 as sqlite3

_PARAMETER = re.compile(r":(\w+)")


class OnConnection(Protocol):
    """What runs on a connection: a unit of work."""

    connection: Connection
    driver: Any


Driven = Connection | OnConnection


class Statement:
    """SQL with `:name` parameters."""

    def __init__(self, sql: str) -> None:
        self.sql = sql

    @cached_property
    def _formatted(self) -> str:
        return _PARAMETER.sub(r"%(\1)s", self.sql)

    def rows(self, reader: Driven, parameters: Mapping[str, Any]) -> list[Any]:
        """Run it and return all its rows, as tuples of what the driver makes of them."""
        driver, sql = self._on(reader)
        return driver.execute(sql, parameters).fetchall()

    def run(self, reader: Driven, parameters: Mapping[str, Any]) -> None:
        driver, sql = self._on(reader)
        driver.execute(sql, parameters)

    def run_many(self, reader: Driven, rows: Sequence[Mapping[str, Any]]) -> None:
        driver, sql = self._on(reader)
        if len(rows) == 1:
            driver.execute(sql, rows[0])
        elif rows:
            driver.cursor().executemany(sql, rows)

    def _on(self, reader: Driven) -> tuple[Any, str]:
        driver = reader.connection.dbapi_connection if isinstance(reader, Connection) else reader.driver
        return driver, self.sql if isinstance(driver, sqlite3.Connection) else self._formatted


def named(prefix: str, values: Sequence[object]) -> dict[str, object]:
    """Parameters for an IN list: `x0`, `x1`, …"""
    return {f"{prefix}{place}": value for place, value in enumerate(values)}


def in_list(prefix: str, count: int) -> str:
    """`(:x0, :x1, …)`, or a list that holds nothing."""
    return f"({', '.join(f':{prefix}{place}' for place in range(count)) or 'NULL'})"
