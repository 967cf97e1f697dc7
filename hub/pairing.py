"""Pairing: how a computer at a counter becomes a till. Trust flows from the hub to the till, through an invitation.

An invitation is good for ten minutes, one use and five tries. The full string carries the hub's
key and a 128-bit secret; the typed code is short, so both sides show six digits that people compare.
"""

import hashlib
import hmac
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import insert, select, update

from clerk_app.domain import short_code
from clerk_app.wire import canonical, scope_of
from hub import audit, tables, tills
from hub.audit import Event
from hub.database import Database, Reader, Transaction
from hub.keys import Keys, b64u
from hub.orders import ms_of
from hub.tills import Till

VALID_FOR = timedelta(minutes=10)
TRIES_MAX = 5
PREFIX = "CLERK1."


class State(StrEnum):
    OPEN = "open"
    CONFIRM = "confirm"  # the typed code was right; people must compare the digits
    PAIRED = "paired"
    VOID = "void"


@dataclass(frozen=True, slots=True)
class Invitation:
    pairing: str
    branch: int
    name: str
    secret: bytes
    typed: bool
    expires_ms: int
    state: str
    till: str
    till_public_key: bytes
    digits: str


_COLUMNS = (
    tables.pairing.c.pairing,
    tables.pairing.c.branch,
    tables.pairing.c.name,
    tables.pairing.c.secret,
    tables.pairing.c.typed,
    tables.pairing.c.expires_ms,
    tables.pairing.c.state,
    tables.pairing.c.till,
    tables.pairing.c.till_public_key,
    tables.pairing.c.digits,
)


def invite(database: Database, *, branch: int, name: str, typed: bool, now: datetime) -> tuple[Invitation, str]:
    """Make an invitation for a new till; with `typed` also the eight characters that lead to the same till."""
    till = str(uuid4())
    code = short_code.make([secrets.randbelow(29) for _ in range(short_code.RANDOM_VALUES)]) if typed else ""
    expires_ms = ms_of(now + VALID_FOR)
    full = Invitation(
        pairing=str(uuid4()),
        branch=branch,
        name=name,
        secret=secrets.token_bytes(16),
        typed=False,
        expires_ms=expires_ms,
        state=State.OPEN.value,
        till=till,
        till_public_key=b"",
        digits="",
    )
    rows = [_row_of(full)]
    if typed:
        rows.append({**rows[0], "pairing": str(uuid4()), "secret": code.encode(), "typed": True})
    with database.write() as tx:
        tx.execute(insert(tables.pairing), rows)
        audit.note(tx, Event.TILL_INVITED, now, till=till, branch=branch, pairing=full.pairing)
    return full, code


def pairing_string(invitation: Invitation, keys: Keys, *, url: str, tls_pin: str = "") -> str:
    """What an administrator hands to the till: the hub's address, its pins, and the one-time secret.

    The pins are the root key, and where one is given the SHA-256 of the hub's TLS certificate, in hex.
    """
    message = {
        "u": url,
        "h": str(keys.hub_id),
        "r": b64u(keys.root_public_key),
        "p": tls_pin,
        "i": invitation.pairing,
        "s": b64u(invitation.secret),
    }
    return PREFIX + b64u(canonical(message))


def open_invitation(reader: Reader, pairing: str, now: datetime) -> Invitation | None:
    """The invitation of the full string, if it may still be used."""
    found = select(*_COLUMNS).where(tables.pairing.c.pairing == pairing, ~tables.pairing.c.typed)
    row = reader.execute(_usable(found, now)).one_or_none()
    return Invitation(*row) if row else None


def open_typed(reader: Reader, now: datetime) -> list[Invitation]:
    """Every typed invitation that may still be used: the till does not say which it has before it proves it."""
    rows = reader.execute(_usable(select(*_COLUMNS).where(tables.pairing.c.typed), now))
    return [Invitation(*row) for row in rows]


def proof(secret: bytes, *, till_public_key: bytes, hub_id: UUID, nonce: bytes) -> bytes:
    """What shows that a till has the secret."""
    return hmac.digest(secret, till_public_key + hub_id.bytes + nonce, "sha256")


def hub_proof(secret: bytes, *, root_public_key: bytes, hub_nonce: bytes, till: str) -> bytes:
    """What shows the till that the hub has it too."""
    return hmac.digest(secret, b"hub" + root_public_key + hub_nonce + UUID(till).bytes, "sha256")


def digits(*, hub_nonce: bytes, nonce: bytes, till_public_key: bytes, root_public_key: bytes) -> str:
    """The six digits that both sides show."""
    digest = hashlib.sha256(hub_nonce + nonce + till_public_key + root_public_key).digest()
    return f"{int.from_bytes(digest, 'big') % 1_000_000:06d}"


def count_wrong_try(database: Database, tried: list[Invitation]) -> None:
    """A wrong secret counts against every invitation that it could have been for; the fifth makes it void."""
    columns = tables.pairing.c
    with database.write() as tx:
        these = columns.pairing.in_([it.pairing for it in tried])
        tx.execute(update(tables.pairing).where(these).values(tries=columns.tries + 1))
        tx.execute(
            update(tables.pairing)
            .where(these, columns.tries >= TRIES_MAX, columns.state == State.OPEN.value)
            .values(state=State.VOID.value)
        )


def let_in(
    database: Database, it: Invitation, *, attempt: str, public_key: bytes, digits: str, now: datetime
) -> State | None:
    """Use an invitation: the till is in, or must be confirmed. None when somebody else was first."""

    def use(tx: Transaction) -> State | None:
        state = State.CONFIRM if it.typed else State.PAIRED
        columns = tables.pairing.c
        used = tx.execute(
            update(tables.pairing)
            .where(columns.pairing == it.pairing, columns.state == State.OPEN.value)
            .values(state=state.value, attempt=attempt, till_public_key=public_key, digits=digits)
            .returning(columns.pairing)
        ).first()
        if used is None:
            return None
        others = (columns.till == it.till) & (columns.pairing != it.pairing)
        tx.execute(update(tables.pairing).where(others).values(state=State.VOID.value))
        if state is State.PAIRED:
            tills.add(tx, Till(it.till, it.branch, it.name, public_key), now_ms=ms_of(now))
            audit.note(tx, Event.TILL_PAIRED, now, till=it.till, branch=it.branch, pairing=it.pairing)
        return state

    return database.transact(use, scope_of(it.branch))


def pending(reader: Reader, now: datetime) -> list[Invitation]:
    """Tills that wait for somebody to confirm their digits."""
    columns = tables.pairing.c
    rows = reader.execute(
        select(*_COLUMNS).where(columns.state == State.CONFIRM.value, columns.expires_ms > ms_of(now))
    )
    return [Invitation(*row) for row in rows]


def confirm(database: Database, digits: str, now: datetime) -> Till | None:
    """Let in the waiting till that shows these digits; None when there is none, or more than one."""
    with database.read() as reader:
        found = [it for it in pending(reader, now) if hmac.compare_digest(it.digits.encode(), digits.encode())]
    if len(found) != 1:
        return None
    it = found[0]
    till = Till(it.till, it.branch, it.name, it.till_public_key)

    def let(tx: Transaction) -> Till | None:
        columns = tables.pairing.c
        this = (columns.pairing == it.pairing) & (columns.state == State.CONFIRM.value)
        changed = tx.execute(
            update(tables.pairing).where(this).values(state=State.PAIRED.value).returning(columns.pairing)
        ).first()
        if changed is None:
            return None
        tills.add(tx, till, now_ms=ms_of(now))
        audit.note(tx, Event.TILL_PAIRED, now, till=it.till, branch=it.branch, pairing=it.pairing)
        return till

    return database.transact(let, scope_of(it.branch))


def state_of_attempt(reader: Reader, attempt: str, now: datetime) -> State:
    columns = tables.pairing.c
    row = reader.execute(select(columns.state, columns.expires_ms).where(columns.attempt == attempt)).first()
    if row is None or (row.state == State.CONFIRM.value and row.expires_ms <= ms_of(now)):
        return State.VOID
    return State(row.state)


def _usable(found: Any, now: datetime) -> Any:
    return found.where(tables.pairing.c.state == State.OPEN.value, tables.pairing.c.expires_ms > ms_of(now))


def _row_of(it: Invitation) -> dict[str, Any]:
    return {
        "pairing": it.pairing,
        "branch": it.branch,
        "name": it.name,
        "secret": it.secret,
        "typed": it.typed,
        "expires_ms": it.expires_ms,
        "tries": 0,
        "state": it.state,
        "till": it.till,
        "till_public_key": it.till_public_key,
        "attempt": "",
        "hub_nonce": b"",
        "digits": it.digits,
    }
