"""The audit: who was let in, who was turned away, and what was changed about that, row after row in one chain.

A row is added in the transaction of what it tells, and never changed. Each hash covers the one before it, so that a
row changed, removed or put elsewhere shows; that the end was cut off shows by the head, which `setting` holds, and by
the heads that are kept outside the database (hub/audit_heads.py). Ids, badges and numbers only: no person is named.
Only why a member was looked up or shown in full is told in a clerk's own words.
"""

import hashlib
from collections.abc import Generator, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, Final

import orjson
from sqlalchemy import insert, select, text, update

from clerk_app.wire import canonical
from hub.database import Reader
from hub.orders import ms_of
from hub.tables import audit, setting

HEAD: Final = "audit_head"
FIRST: Final = "0" * 64
_AT_A_TIME: Final = 500

_OPEN = text("INSERT INTO setting (name, value) VALUES (:name, :value) ON CONFLICT (name) DO NOTHING")
# It changes nothing but locks the row, so that two processes cannot both add the same place.
_LOCK = text("UPDATE setting SET value = value WHERE name = :name RETURNING value")


class Event(StrEnum):
    TILL_INVITED = "till.invited"
    TILL_PAIRED = "till.paired"
    TILL_REVOKED = "till.revoked"
    TILL_FROZEN = "till.frozen"
    REQUESTS_REFUSED = "requests.refused"  # by whom and why, counted over a minute
    CHANNEL_ADDED = "channel.added"
    CHANNEL_KEY_REPLACED = "channel.key_replaced"
    STAFF_ADDED = "staff.added"
    STAFF_CHANGED = "staff.changed"
    KEY_ROTATED = "key.rotated"
    KEY_REVOKED = "key.revoked"
    KEY_RENEWED = "key.renewed"
    STEP_UP = "step_up.given"
    CONFLICT_SETTLED = "conflict.settled"
    MEMBER_LOOKED_UP = "member.looked_up"  # by a clerk who asked often, with why
    MEMBER_REVEALED = "member.revealed"  # whose name and phone somebody saw in full, with why
    REFUND_GIVEN = "refund.given"  # by head office, where it was paid
    FILE_IMPORTED = "file.imported"  # what a till could not send, begun
    ADDRESS_SHOWN = "address.shown"  # to the branch that packs the parcel, or to head office
    COLLECTION_CANCELLED = "collection.cancelled"  # by head office, with why
    HUB_BACKED_UP = "hub.backed_up"
    HUB_RESTORED = "hub.restored"
    HUB_MOVED = "hub.moved"


@dataclass(frozen=True, slots=True)
class Head:
    """How far the chain goes."""

    seq: int = 0
    hash: str = FIRST


def note(tx: Reader, event: Event, now: datetime, **what: str | int) -> None:
    """Add a row; the transaction must lock nothing more afterwards, or two of them could wait for each other."""
    tx.execute(_OPEN, {"name": HEAD, "value": _text_of(Head())})
    before = _head_of(tx.execute(_LOCK, {"name": HEAD}).scalar_one())
    row = {"seq": before.seq + 1, "at_ms": ms_of(now), "event": event.value, "what": canonical(what).decode()}
    after = Head(before.seq + 1, _hash(before.hash, row))
    tx.execute(insert(audit), {**row, "hash": after.hash})
    tx.execute(update(setting).where(setting.c.name == HEAD).values(value=_text_of(after)))


def head(reader: Reader) -> Head:
    found = reader.execute(select(setting.c.value).where(setting.c.name == HEAD)).scalar_one_or_none()
    return _head_of(found) if found else Head()


def rows(reader: Reader, *, after: int = 0, limit: int) -> list[dict[str, Any]]:
    """The rows behind a place, the oldest first."""
    return [{**row, "what": orjson.loads(row["what"])} for row in _some_rows(reader, after, limit)]


def complaints(reader: Reader, kept: Iterable[Head] = ()) -> Generator[str]:
    """Everything about the chain that is not as it was written; nothing where all is. `kept` are heads of earlier."""
    wanted: Mapping[int, set[str]] = _by_seq([*kept, head(reader)])
    last = Head()
    for row in _all_rows(reader):
        if row["seq"] != last.seq + 1:
            yield _missing(last.seq + 1, row["seq"] - 1)
        elif row["hash"] != _hash(last.hash, row):
            yield f"row {row['seq']} is not as it was written, or not where"
        last = Head(row["seq"], row["hash"])
        if wanted.get(last.seq, {last.hash}) != {last.hash}:
            yield f"row {last.seq} was written anew: a head that was kept tells of another"
    if (end := max(wanted)) > last.seq:
        yield _missing(last.seq + 1, end)
    if head(reader).seq < last.seq:
        yield f"the hub knows of {head(reader).seq} rows, but there are {last.seq}"


def _all_rows(reader: Reader) -> Generator[Mapping[str, Any]]:
    after = 0
    while some := _some_rows(reader, after, _AT_A_TIME):
        yield from some
        after = some[-1]["seq"]


def _some_rows(reader: Reader, after: int, limit: int) -> list[dict[str, Any]]:
    columns = audit.c
    found = reader.execute(select(audit).where(columns.seq > after).order_by(columns.seq).limit(limit))
    return [dict(row) for row in found.mappings()]


def _missing(first: int, last: int) -> str:
    return f"row {first} is missing" if first == last else f"rows {first} to {last} are missing"


def _by_seq(heads: Iterable[Head]) -> dict[int, set[str]]:
    found: dict[int, set[str]] = {}
    for it in heads:
        found.setdefault(it.seq, set()).add(it.hash)
    return found


def _hash(before: str, row: Mapping[str, Any]) -> str:
    said = {name: row[name] for name in ("seq", "at_ms", "event", "what")}
    return hashlib.sha256(before.encode() + canonical(said)).hexdigest()


def _text_of(it: Head) -> str:
    return f"{it.seq}:{it.hash}"


def _head_of(said: str) -> Head:
    seq, _, digest = said.partition(":")
    return Head(int(seq), digest)
