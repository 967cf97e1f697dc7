"""What a feed does not tell for ever: a branch's orders that are over, conflicts that were settled, offers that ended,
and that something is gone.

A till keeps what its branch's feed tells, customers among it, and a new till reads all of it. So what was closed long
ago is taken out, and later on the word that it was: a till that has not listened for so long reads its scope anew. The
orders, conflicts and offers themselves stay in their tables: a late act, a coupon and a return are judged by those.

Feeds know no times. Once a day the hub notes how far each has come: what is older in the feed than a note has not
changed since.
"""

import json
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import delete, select, text, update

from clerk_app.domain.orders import OPEN_STATUSES
from clerk_app.wire import GLOBAL, scope_of
from hub import feed, tables
from hub.database import Database, Reader, Transaction, branch_of
from hub.offers import OFFER, end_of_offer
from hub.orders import load_orders, ms_of, time_of_ms
from hub.rules import load_rules

KEPT: Final = timedelta(days=35)  # as long as tills keep what the hub has answered: longer than any restore
EVERY: Final = timedelta(days=1)
AT_ONCE_MAX: Final = 200
_NOTES: Final = "feed_heads"


@dataclass(frozen=True, slots=True)
class _Note:
    """How far the feeds had come at that time; 0 is that of the whole chain."""

    at_ms: int
    seqs: dict[int, int]


def compact(database: Database, now: datetime) -> int:
    """Once a day: take out what is over. Returns how many orders, conflicts, offers and words of what is gone were."""
    note = database.transact(lambda tx: _noted(tx, now), GLOBAL, rows=0)
    if note is None:
        return 0
    ended = database.transact(lambda tx: _ended_taken_out(tx, note), GLOBAL, rows=0)
    return ended + sum(_compacted(database, branch, seq) for branch, seq in note.seqs.items())


def _compacted(database: Database, branch: int, seq: int) -> int:
    if branch == branch_of(GLOBAL):  # articles and rules are not over by themselves: head office withdraws them
        return database.transact(lambda tx: _words_dropped(tx, branch, seq), GLOBAL, rows=0)
    scope, done = scope_of(branch), 0
    with database.read() as reader:
        numbers = _unchanged_orders(reader, branch, seq)
    for place in range(0, len(numbers), AT_ONCE_MAX):
        some = numbers[place : place + AT_ONCE_MAX]
        done += database.transact(lambda tx, some=some: _closed_taken_out(tx, branch, some, seq), scope, rows=0)
    while settled := database.transact(lambda tx: _settled_taken_out(tx, branch, seq), scope, rows=0):
        done += settled
    return done + database.transact(lambda tx: _words_dropped(tx, branch, seq), scope, rows=0)


def _unchanged_orders(reader: Reader, branch: int, seq: int) -> list[int]:
    columns = tables.feed.c
    wanted = (columns.branch == branch, columns.entity == "order", columns.seq <= seq, columns.body.is_not(None))
    return [int(number) for number in reader.execute(select(columns.entity_id).where(*wanted)).scalars()]


def _closed_taken_out(tx: Transaction, branch: int, numbers: list[int], seq: int) -> int:
    """Whatever has happened to an order since it was looked for has given it a higher place in the feed."""
    columns = tables.feed.c
    wanted = (columns.branch == branch, columns.entity == "order", columns.entity_id.in_(map(str, numbers)))
    changed = {*tx.execute(select(columns.entity_id).where(*wanted, columns.seq > seq)).scalars()}
    closed = [it for it in load_orders(tx, branch, numbers).values() if it.status not in OPEN_STATUSES]
    gone = [number for number in (str(it.order_no) for it in closed) if number not in changed]
    for number in gone:
        feed.delete(tx, scope_of(branch), "order", number)
    return len(gone)


def _ended_taken_out(tx: Transaction, note: _Note) -> int:
    """Offers that had ended before the note was made, and of which nothing has been told since.

    A till that is offline may sell by them until then at the latest. Offering one anew tells every till of it again.
    """
    chain, columns = branch_of(GLOBAL), tables.feed.c
    told = (columns.branch == chain, columns.entity == OFFER, columns.seq <= note.seqs.get(chain, 0))
    numbers = [*tx.execute(select(columns.entity_id).where(*told, columns.body.is_not(None))).scalars()]
    ends = {number: until for number in numbers if (until := end_of_offer(tx, number))}
    gone = [number for number, until in ends.items() if ms_of(until) <= note.at_ms]
    for number in gone:
        feed.delete(tx, GLOBAL, OFFER, number)
    return len(gone)


def _settled_taken_out(tx: Transaction, branch: int, seq: int) -> int:
    """As many as go at once."""
    told, conflict = tables.feed.c, tables.conflict.c
    here = told.branch == branch, told.entity == "conflict", told.seq <= seq, told.body.is_not(None)
    is_settled = conflict.branch == branch, conflict.resolved.is_(True)
    joined = select(told.entity_id).join_from(tables.feed, tables.conflict, conflict.conflict == told.entity_id)
    wanted = joined.where(*here, *is_settled)
    settled = tx.execute(wanted.limit(AT_ONCE_MAX)).scalars().all()
    for name in settled:
        feed.delete(tx, scope_of(branch), "conflict", name)
    return len(settled)


def _words_dropped(tx: Transaction, branch: int, seq: int) -> int:
    """Who has not come as far as the last of them must read anew: `min_seq` says so."""
    told, head = tables.feed.c, tables.feed_head.c
    gone = delete(tables.feed).where(told.branch == branch, told.seq <= seq, told.body.is_(None))
    dropped: int = tx.execute(gone).rowcount
    if dropped:
        behind = (head.branch == branch) & (head.min_seq < seq)
        tx.execute(update(tables.feed_head).where(behind).values(min_seq=seq))
    return dropped


def _noted(tx: Transaction, now: datetime) -> _Note | None:
    """Add today's note, and return the newest that is old enough; None where today's was made before, or none is."""
    notes = _notes(tx)
    if notes and now < time_of_ms(notes[-1].at_ms) + EVERY:
        return None
    kept = KEPT + timedelta(seconds=load_rules(tx).offline_s)
    seqs = {branch_of(scope): head.seq for scope, head in feed.heads(tx).items()}
    notes.append(_Note(ms_of(now), seqs))
    old = [it for it in notes if it.at_ms <= ms_of(now - kept)]
    written = [{"at_ms": it.at_ms, "seqs": it.seqs} for it in [*old[-1:], *notes[len(old) :]]]
    tx.execute(_REMEMBER, {"name": _NOTES, "value": json.dumps(written)})
    return old[-1] if old else None


def _notes(reader: Reader) -> list[_Note]:
    """The oldest first."""
    columns = tables.setting.c
    value = reader.execute(select(columns.value).where(columns.name == _NOTES)).scalar_one_or_none()
    rows: list[Any] = json.loads(value) if value else []
    return [_Note(row["at_ms"], {int(branch): seq for branch, seq in row["seqs"].items()}) for row in rows]


_REMEMBER: Final = text(
    "INSERT INTO setting (name, value) VALUES (:name, :value) ON CONFLICT (name) DO UPDATE SET value = excluded.value"
)
