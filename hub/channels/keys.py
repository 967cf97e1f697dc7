"""Which shop systems may place orders, each known by its key. The hub keeps only the key's hash."""

import hashlib
import hmac
import re
import secrets
from datetime import UTC, datetime

from sqlalchemy import insert, select, update

from hub import audit, tables
from hub.audit import Event
from hub.database import Database, Reader

NAME = re.compile(r"[a-z][a-z0-9_-]{0,31}")
_KEY_BYTES = 24


def add_channel(database: Database, name: str) -> str | None:
    """Let a channel place orders, and return its key, which is told this once. None if there is one of this name."""
    key = secrets.token_urlsafe(_KEY_BYTES)
    with database.write() as tx:
        if tx.execute(select(tables.channel.c.name).where(tables.channel.c.name == name)).first():
            return None
        tx.execute(insert(tables.channel).values(name=name, key_hash=_hash(key), active=True))
        audit.note(tx, Event.CHANNEL_ADDED, datetime.now(UTC), channel=name)
    return key


def replace_key(database: Database, name: str) -> str | None:
    """Give a channel a new key; the old one is refused from now on. None if there is no such channel."""
    key = secrets.token_urlsafe(_KEY_BYTES)
    with database.write() as tx:
        changed = tx.execute(
            update(tables.channel)
            .where(tables.channel.c.name == name)
            .values(key_hash=_hash(key))
            .returning(tables.channel.c.name)
        )
        if changed.first() is None:
            return None
        audit.note(tx, Event.CHANNEL_KEY_REPLACED, datetime.now(UTC), channel=name)
    return key


def channels(reader: Reader) -> list[tuple[str, bool]]:
    """Every channel by name, and whether it may place orders."""
    rows = reader.execute(select(tables.channel.c.name, tables.channel.c.active).order_by(tables.channel.c.name))
    return [(name, active) for name, active in rows]


def is_key_of(reader: Reader, channel: str, key: str) -> bool:
    """Whether this is the key of this channel. It takes as long for a channel that there is not."""
    found = select(tables.channel.c.key_hash).where(tables.channel.c.name == channel, tables.channel.c.active)
    known = reader.execute(found).scalar_one_or_none()
    return hmac.compare_digest(known or bytes(32), _hash(key)) and known is not None


def _hash(key: str) -> bytes:
    return hashlib.sha256(key.encode()).digest()
