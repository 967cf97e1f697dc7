"""Copying all of a hub from one database into another, whatever their engines, and proving that all of it arrived."""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Table, func, insert, select

from hub.tables import everywhere, metadata, setting

BATCH = 500

Told = Callable[[str, int, int], None]
"""Called with a table's name, how many of its rows are copied, and how many there are."""


class CopyDiffers(Exception):
    """What arrived is not what was sent."""


@dataclass(slots=True)
class Sum:
    """How many rows, and the sum of their hashes: alike for the same rows in any order, on every engine."""

    rows: int = 0
    digest: int = 0

    def add(self, row: Sequence[Any]) -> None:
        text = repr(tuple(row))
        self.rows += 1
        self.digest = (self.digest + int.from_bytes(hashlib.sha256(text.encode()).digest()[:8], "big")) % 2**64


def copy_all(source: Connection, target: Connection, told: Told) -> dict[str, int]:
    """Copy every table and read it again. Returns the rows of each. Raises CopyDiffers: then roll the target back."""
    copied: dict[str, int] = {}
    for table in metadata.sorted_tables:
        sent = _copied(table, source, target, told)
        if _sum_of(table, target) != sent:
            raise CopyDiffers(f"the table {table.name} did not arrive as it was sent")
        copied[table.name] = sent.rows
    return copied


def holds_a_hub(connection: Connection) -> bool:
    return connection.execute(select(setting.c.value).where(setting.c.name == "hub_id")).first() is not None


def _copied(table: Table, source: Connection, target: Connection, told: Told) -> Sum:
    total = int(source.execute(everywhere(select(func.count()).select_from(table))).scalar_one())
    sent = Sum()
    names = table.columns.keys()
    for some in source.execute(everywhere(select(table)), execution_options={"yield_per": BATCH}).partitions():
        for row in some:
            sent.add(row)
        target.execute(insert(table), [dict(zip(names, row, strict=True)) for row in some])
        told(table.name, sent.rows, total)
    return sent


def _sum_of(table: Table, connection: Connection) -> Sum:
    found = Sum()
    for row in connection.execute(everywhere(select(table)), execution_options={"yield_per": BATCH}):
        found.add(row)
    return found
