"""Pairings that are under way, in the database: whichever process of the hub is asked next goes on with them."""

import base64
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final
from uuid import UUID, uuid4

from sqlalchemy import delete, insert, select, update

from hub import tables
from hub.database import Database, Reader, Transaction
from hub.orders import ms_of

ATTEMPTS_MAX: Final = 1000
LASTS: Final = timedelta(minutes=10)
_PREFIX: Final = "pair:"
_COLUMNS = tables.setting.c


@dataclass(frozen=True, slots=True)
class Attempt:
    """What the hub must know of one until it is over."""

    pairing: str  # empty: a typed code, whose invitation shows itself at the end
    till_public_key: bytes
    hub_nonce: bytes
    until_ms: int
    proof: bytes = b""  # by which it was ended
    answer: Mapping[str, Any] | None = None  # what the till was told then


def begin(database: Database, attempt: Attempt, now: datetime) -> str:
    """Keep it, and return its name. Those that are over go; of too many the oldest."""
    name = uuid4()
    database.transact(lambda tx: _kept(tx, name, attempt, now), rows=0)
    return str(name)


def under_way(reader: Reader, name: str, now: datetime) -> Attempt | None:
    """None where there is none of this name, or its time is over."""
    try:
        wanted = UUID(name)
    except ValueError:
        return None
    text = reader.execute(select(_COLUMNS.value).where(tables.setting.c.name == _key(wanted))).scalar_one_or_none()
    found = _attempt_of(text) if text else None
    return found if found and found.until_ms > ms_of(now) else None


def end(database: Database, name: str, attempt: Attempt) -> None:
    """Remember how it ended: the answer may be lost on its way, and is asked for again then."""
    ended = update(tables.setting).where(tables.setting.c.name == _key(UUID(name))).values(value=_text(attempt))
    database.transact(lambda tx: tx.execute(ended), rows=0)


def _kept(tx: Transaction, name: UUID, attempt: Attempt, now: datetime) -> None:
    rows = tx.execute(select(_COLUMNS.name, _COLUMNS.value).where(_COLUMNS.name.startswith(_PREFIX))).all()
    oldest_first = sorted((_attempt_of(value).until_ms, key) for key, value in rows)
    too_many = max(0, len(oldest_first) - ATTEMPTS_MAX + 1)
    over = [key for n, (until_ms, key) in enumerate(oldest_first) if n < too_many or until_ms <= ms_of(now)]
    if over:
        tx.execute(delete(tables.setting).where(_COLUMNS.name.in_(over)))
    tx.execute(insert(tables.setting), {"name": _key(name), "value": _text(attempt)})


def _key(name: UUID) -> str:
    return f"{_PREFIX}{name.hex}"


def _text(it: Attempt) -> str:
    raw = {"till_public_key": it.till_public_key, "hub_nonce": it.hub_nonce, "proof": it.proof}
    said = {name: base64.b64encode(value).decode() for name, value in raw.items()}
    return json.dumps({**said, "pairing": it.pairing, "until_ms": it.until_ms, "answer": it.answer})


def _attempt_of(text: str) -> Attempt:
    said: dict[str, Any] = json.loads(text)
    raw = {name: base64.b64decode(said[name]) for name in ("till_public_key", "hub_nonce", "proof")}
    return Attempt(said["pairing"], until_ms=said["until_ms"], answer=said["answer"], **raw)
