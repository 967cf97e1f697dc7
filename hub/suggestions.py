"""Computing suggestions for every member anew, and telling what has changed: a chore of the night, and a command."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from itertools import groupby
from typing import Any, Final
from zoneinfo import ZoneInfo

import orjson
from sqlalchemy import select, text

from clerk_app.domain.members import Suggestion
from clerk_app.wire import GLOBAL, suggestion_json
from hub import tables
from hub.database import Database, Reader, Transaction
from hub.orders import ms_of, time_of_ms
from hub.rules import load_rules
from hub.staleness import touch
from hub.statements import Statement
from hub.suggesting import Basket, SoldArticle, learn, suggest

LEARNT_FROM: Final = timedelta(days=400)
BASKETS_MAX: Final = 2_000_000
AT_ONCE_MAX: Final = 200
_MADE_ON: Final = "suggestions_on"
_KEEP = Statement(
    "INSERT INTO suggestion (member, made_ms, body) VALUES (:member, :made_ms, :body)"
    " ON CONFLICT (member) DO UPDATE SET made_ms = excluded.made_ms, body = excluded.body"
)


def recompute(database: Database, now: datetime) -> int:
    """Suggest anew to all who bought something within 400 days; returns for how many that changed something.

    It holds all their baskets in memory at once, at most two million, and locks nothing while it counts.
    """
    with database.snapshot() as reader:
        zone = load_rules(reader).zone
        baskets = baskets_since(reader, now - LEARNT_FROM, zone=zone)
        born = children(reader)
        learnt = learn(baskets, articles_sold(reader), born)
        before = _kept(reader)
    today = now.astimezone(zone).date()
    fresh = {member: "[]" for member, body in before.items() if body != "[]"}
    for member, own in _by_member(baskets):
        body = _body_of(suggest(learnt, own, today=today, born=born.get(member)))
        fresh.pop(member, None)
        if body != before.get(member, "[]"):
            fresh[member] = body
    members = sorted(fresh)
    for start in range(0, len(members), AT_ONCE_MAX):
        some = {member: fresh[member] for member in members[start : start + AT_ONCE_MAX]}
        database.transact(lambda tx, some=some: _keep(tx, some, now), GLOBAL, rows=0)
    database.transact(lambda tx: _note_day(tx, today), GLOBAL, rows=0)
    return len(fresh)


def is_due(database: Database, now: datetime) -> bool:
    """Whether the last computing was on another day, in the chain's own time."""
    columns = tables.setting.c
    with database.read() as reader:
        zone = load_rules(reader).zone
        noted = reader.execute(select(columns.value).where(columns.name == _MADE_ON)).scalar_one_or_none()
    return noted is None or noted < now.astimezone(zone).date().isoformat()


def recompute_daily(database: Database, now: datetime) -> int:
    return recompute(database, now) if is_due(database, now) else 0


def baskets_since(reader: Reader, since: datetime, *, zone: ZoneInfo) -> list[Basket]:
    """What members bought since then, member by member."""
    columns = tables.purchase.c
    query = (
        select(columns.member, columns.at_ms, columns.lines)
        .where(columns.at_ms >= ms_of(since))
        .order_by(columns.member, columns.at_ms)
        .limit(BASKETS_MAX)
    )
    rows = reader.execute(tables.everywhere(query).execution_options(yield_per=5_000))
    return [Basket(row.member, time_of_ms(row.at_ms).astimezone(zone).date(), _skus(row.lines)) for row in rows]


def _note_day(tx: Transaction, day: date) -> None:
    tx.execute(
        text(
            "INSERT INTO setting (name, value) VALUES (:name, :value)"
            " ON CONFLICT (name) DO UPDATE SET value = excluded.value"
        ),
        {"name": _MADE_ON, "value": day.isoformat()},
    )


def _keep(tx: Transaction, fresh: Mapping[str, str], now: datetime) -> None:
    _KEEP.run_many(tx, [{"member": it, "made_ms": ms_of(now), "body": body} for it, body in fresh.items()])
    for member in fresh:
        touch(tx, member)


def _by_member(baskets: Sequence[Basket]) -> Iterator[tuple[str, list[Basket]]]:
    for member, own in groupby(baskets, key=lambda it: it.member):
        yield member, list(own)


def _body_of(suggested: Sequence[Suggestion]) -> str:
    return orjson.dumps([suggestion_json(it) for it in suggested]).decode()


def _skus(lines: str) -> tuple[str, ...]:
    found: list[Any] = orjson.loads(lines)
    return tuple(dict.fromkeys(str(sku) for sku, quantity in found if quantity > 0))


def articles_sold(reader: Reader) -> dict[str, SoldArticle]:
    columns = tables.product.c
    query = select(columns.sku, columns.name_zh, columns.name_en, columns.style, columns.size_zh, columns.size_en)
    return {row.sku: SoldArticle(*row) for row in reader.execute(query)}


def children(reader: Reader) -> dict[str, date]:
    columns = tables.member.c
    query = select(columns.member, columns.child_born).where(columns.child_born != "")
    return {row.member: date.fromisoformat(f"{row.child_born}-15") for row in reader.execute(tables.everywhere(query))}


def _kept(reader: Reader) -> dict[str, str]:
    columns = tables.suggestion.c
    return {row.member: row.body for row in reader.execute(tables.everywhere(select(columns.member, columns.body)))}
