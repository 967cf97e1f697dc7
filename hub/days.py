"""What a branch's day is made of, as the hub keeps it: its sales, and what else moved goods or money at its tills."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Final

import orjson

from clerk_app.domain.acts import act_of
from clerk_app.domain.day import AtDrawer, Entry, at_drawer, goods_entry, return_entry, sale_entry
from clerk_app.domain.drawer import drawer_act_of
from clerk_app.domain.operations import Kind
from clerk_app.domain.returns.acts import ReceiveReturn
from hub import returned, tables
from hub.database import Transaction
from hub.orders import ms_of, time_of_ms
from hub.statements import Driven, Statement

_COLUMNS = [column.name for column in tables.day_entry.columns]
_NOTE = Statement(
    f"INSERT INTO day_entry ({', '.join(_COLUMNS)})"  # noqa: S608 the names of our own columns
    f" VALUES ({', '.join(f':{name}' for name in _COLUMNS)}) ON CONFLICT (branch, entry) DO NOTHING"
)
_SALES = Statement(
    "SELECT till, clerk, at_ms, body FROM sale WHERE branch = :branch AND at_ms >= :since AND at_ms < :until"
)
_ENTRIES = Statement(
    "SELECT entry, kind, at_ms, till, clerk, number, channel, currency, pieces, minor, method FROM day_entry"
    " WHERE branch = :branch AND at_ms >= :since AND at_ms < :until AND body IS NULL"
)
_AT_DRAWERS = Statement(
    "SELECT kind, at_ms, till, clerk, body FROM day_entry"
    " WHERE branch = :branch AND at_ms >= :since AND at_ms < :until AND body IS NOT NULL"
)
_RETURNS = Statement(
    "SELECT till, clerk, at_ms, body FROM goods_return WHERE branch = :branch AND at_ms >= :since AND at_ms < :until"
)
_BADGE_MAX: Final = 32
_NUMBER_MAX: Final = 64


@dataclass(frozen=True, slots=True)
class Noted:
    """One act at a till of a branch, with what it moved."""

    branch: int
    op_id: str
    kind: Kind
    at: datetime
    till: str
    clerk: str
    number: str
    channel: str = ""
    currency: str = ""
    pieces: int = 0
    minor: int = 0
    method: str = ""
    body: str | None = None


def note(tx: Transaction, noted: Sequence[Noted]) -> None:
    """Keep these, each once."""
    _NOTE.run_many(tx, [_row_of(it) for it in noted])


def entries_of_branch(reader: Driven, branch: int, *, since: datetime, until: datetime) -> list[Entry]:
    """What moved goods or money from the first moment until before the second: one search of each table."""
    span = {"branch": branch, "since": ms_of(since), "until": ms_of(until)}
    sold = [_entry_of_sale(row) for row in _SALES.rows(reader, span)]
    back = [_entry_of_return(row) for row in _RETURNS.rows(reader, span)]
    return sold + back + [_entry_of(row) for row in _ENTRIES.rows(reader, span)]


def at_drawers(reader: Driven, branch: int, *, since: datetime, until: datetime) -> list[AtDrawer]:
    """What was done at the drawers of the branch's tills in that time."""
    span = {"branch": branch, "since": ms_of(since), "until": ms_of(until)}
    rows = _AT_DRAWERS.rows(reader, span)
    return [
        at_drawer(drawer_act_of(kind, orjson.loads(body)), at=time_of_ms(at_ms), till=till, clerk=clerk)
        for kind, at_ms, till, clerk, body in rows
    ]


def _row_of(it: Noted) -> dict[str, Any]:
    return {
        "branch": it.branch,
        "entry": it.op_id,
        "kind": it.kind.value,
        "at_ms": ms_of(it.at),
        "till": it.till,
        "clerk": it.clerk[:_BADGE_MAX],  # a till may have signed anything
        "number": it.number[:_NUMBER_MAX],
        "channel": it.channel,
        "currency": it.currency,
        "pieces": it.pieces,
        "minor": it.minor,
        "method": it.method,
        "body": it.body,
    }


def _entry_of_sale(row: Any) -> Entry:
    till, clerk, at_ms, body = row
    return sale_entry(orjson.loads(body), at=time_of_ms(at_ms), till=till, clerk=clerk)


def _entry_of_return(row: Any) -> Entry:
    till, clerk, at_ms, body = row
    said = orjson.loads(body)
    act = act_of(Kind.RETURN_RECEIVED, said)
    assert isinstance(act, ReceiveReturn), "the table of returns has nothing else"
    return return_entry(act, returned.given_at_once(said, act), at=time_of_ms(at_ms), till=till, clerk=clerk)


def _entry_of(row: Any) -> Entry:
    entry, kind, at_ms, till, clerk, number, channel, currency, pieces, minor, method = row
    it = Entry(Kind(kind), entry, time_of_ms(at_ms), till, clerk, number, channel, currency, pieces)
    is_money = it.kind in {Kind.TENDER_TAKEN, Kind.REFUNDED}
    return replace(it, tenders=((method, minor),)) if is_money else goods_entry(it, value_minor=minor)
