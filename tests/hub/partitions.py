"""The guard that fails a statement which does not name its partition: on several machines it would ask all."""

import re
import sys
from collections.abc import Generator
from contextlib import contextmanager
from typing import Any

import pytest
from sqlalchemy import Engine, event

from hub.statements import Driven, Statement
from hub.tables import SPREAD_BY, metadata

SPREAD = {table.name: str(table.info[SPREAD_BY]) for table in metadata.tables.values() if SPREAD_BY in table.info}
_TABLES = re.compile(r"\b(?:FROM|JOIN|UPDATE|INTO)\s+(\w+)")


def complaint(sql: str) -> str:
    """What is wrong with a statement, or nothing. Each part of a UNION must name the partition by itself."""
    for part in re.split(r"\bUNION ALL\b", sql):
        for table in _TABLES.findall(part):
            if table in SPREAD and not _names(part, table):
                return f"{table} is asked without its {SPREAD[table]}: {part}"
    return ""


def _names(part: str, table: str) -> bool:
    column = SPREAD[table]
    inserted = re.search(rf"INSERT INTO {table} \(([^)]*)\)", part)
    if inserted:
        return column in re.split(r"\W+", inserted[1])
    _, _, condition = part.partition("WHERE")
    return bool(re.search(rf"(?<![\w.]){column}\s*(=|IN)|\b{table}\.{column}\s*(=|IN)", condition))


@contextmanager
def guarded() -> Generator[None]:
    """Watch every statement that code of the hub runs, whichever way it goes to the driver."""
    run_on = Statement._on  # pyright: ignore[reportPrivateUsage]

    def on(statement: Statement, reader: Driven) -> tuple[Any, str]:
        _refuse(complaint(statement.sql))
        return run_on(statement, reader)

    def before(_connection: object, _cursor: object, sql: str, _parameters: object, context: Any, _many: bool) -> None:
        asks_all = context is not None and context.execution_options.get("everywhere")
        if not asks_all and _asked_by_the_hub():
            _refuse(complaint(sql))

    event.listen(Engine, "before_cursor_execute", before)
    try:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(Statement, "_on", on)
            yield
    finally:
        event.remove(Engine, "before_cursor_execute", before)


def _refuse(text: str) -> None:
    assert not text, text


def _asked_by_the_hub() -> bool:
    """Whether the hub's code asks, and not a test's own, nor a migration."""
    frame = sys._getframe(1)  # pyright: ignore[reportPrivateUsage]
    while frame := frame.f_back:
        name: str = frame.f_globals.get("__name__", "")
        if name.startswith(_ELSEWHERE):
            return False
        if name.startswith("hub.") and name != "hub.database":
            return True
    return False


_ELSEWHERE = ("tests.hub.core", "tests.hub.demo_hub", "hub.migrations", "alembic")
