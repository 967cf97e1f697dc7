"""Where the hub is reached: the address that head office gives it, or else the one on which it last listened."""

from sqlalchemy import select, text

from hub import tables
from hub.database import Database, Reader

_PUBLIC = "public_url"
_LISTENING = "listening_url"
_KEEP = text(
    "INSERT INTO setting (name, value) VALUES (:name, :value) ON CONFLICT (name) DO UPDATE SET value = excluded.value"
)


def remember_public(database: Database, url: str) -> None:
    """Keep the address under which customers and tills reach the hub, such as that of a proxy before it."""
    _remember(database, _PUBLIC, url.rstrip("/"))


def remember_listening(database: Database, url: str) -> None:
    _remember(database, _LISTENING, url)


def public(reader: Reader) -> str:
    """The address that head office gave, or an empty text."""
    return _value(reader, _PUBLIC)


def reached_at(reader: Reader) -> str:
    """The best that is known for a till, or an empty text for a hub that never listened."""
    return public(reader) or _value(reader, _LISTENING)


def _value(reader: Reader, name: str) -> str:
    found = reader.execute(select(tables.setting.c.value).where(tables.setting.c.name == name)).scalar_one_or_none()
    return str(found or "")


def _remember(database: Database, name: str, value: str) -> None:
    """In one statement: processes that begin together write at the same moment, and none of them may fall over it."""
    database.transact(lambda tx: tx.execute(_KEEP, {"name": name, "value": value}), rows=0)
