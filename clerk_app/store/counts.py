"""Counts of this till's drawer that were confirmed and are not written down as its end yet: who has seen a difference
has counted, also after the program was started anew.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from clerk_app.domain.drawer import Coins
from clerk_app.store.database import driver
from clerk_app.wire import time_of, time_text


@dataclass(frozen=True, slots=True)
class KeptCount:
    """What somebody counted, beside what ought to have lain in it then; all in minor units of the drawer's currency.
    `again` says why it was counted once more; empty: it was the first time. Without `coins` only the sum was said.
    """

    drawer: str
    at: datetime
    clerk: str  # the badge
    coins: tuple[Coins, ...]
    counted_minor: int
    expected_minor: int
    again: str = ""

    @property
    def difference_minor(self) -> int:
        """Too little: less than nothing."""
        return self.counted_minor - self.expected_minor


def keep(connection: Connection, it: KeptCount) -> None:
    driver(connection).execute("INSERT INTO drawer_counts (drawer, body) VALUES (?, ?)", (it.drawer, _body(it)))


def of_drawer(connection: Connection, drawer: str) -> tuple[KeptCount, ...]:
    """In the order in which they were made."""
    rows = driver(connection).execute("SELECT body FROM drawer_counts WHERE drawer = ? ORDER BY id", (drawer,))
    return tuple(_count_of(json.loads(body)) for (body,) in rows)


def forget(connection: Connection) -> None:
    """All of them: the drawer is counted for good, or they say nothing any more."""
    driver(connection).execute("DELETE FROM drawer_counts")


def _body(it: KeptCount) -> str:
    said: dict[str, Any] = {
        "drawer": it.drawer,
        "at": time_text(it.at),
        "clerk": it.clerk,
        "coins": [[of.of_minor, of.pieces] for of in it.coins],
        "counted_minor": it.counted_minor,
        "expected_minor": it.expected_minor,
        "again": it.again,
    }
    return json.dumps(said, ensure_ascii=False, separators=(",", ":"))


def _count_of(said: Mapping[str, Any]) -> KeptCount:
    return KeptCount(
        drawer=str(said["drawer"]),
        at=time_of(said["at"]),
        clerk=str(said["clerk"]),
        coins=tuple(Coins(int(of), int(pieces)) for of, pieces in said["coins"]),
        counted_minor=int(said["counted_minor"]),
        expected_minor=int(said["expected_minor"]),
        again=str(said["again"]),
    )
