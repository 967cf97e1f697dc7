"""Taking the hub's pages into the cache: rows and cursor in one transaction. Only sync writes here."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Column, Connection, Table, delete

from clerk_app.domain.pickup_code import EXPIRY_TOLERANCE
from clerk_app.store import cache, pins
from clerk_app.store.database import driver
from clerk_app.store.tables import (
    branches,
    conflicts,
    holds,
    key_set,
    members,
    offers,
    orders,
    revoked,
    rules,
    staff,
    stock,
    tills,
)
from clerk_app.wire import (
    GLOBAL,
    MEMBER,
    STOCK,
    Change,
    FeedPage,
    Malformed,
    Sums,
    int_of,
    mark_of,
    object_of,
    order_json,
    order_of,
    stock_of,
    sums_of,
    text_of,
    time_of,
    time_text,
)

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class _Entity:
    """How one entity of the feed is kept: in which table, under which key, and what its row is."""

    table: Table
    key: Column[Any]
    row: Callable[[Change, Mapping[str, Any], bytes], Row]
    key_of: Callable[[str], Any] = str


def apply_page(connection: Connection, page: FeedPage, *, lookup_key: bytes) -> bool:
    """Take one page, unless another process went ahead of us; returns whether it was taken.

    Entities that this version does not know are passed over: a newer hub may send them. A row that is not
    what the protocol says raises Malformed, and nothing of the page is kept.
    """
    have = cache.cursor(connection, page.scope)
    is_first = have == cache.UNREAD and not page.from_seq
    if have != (page.epoch, page.from_seq) and not is_first:
        return False
    _apply(connection, page.changes, lookup_key)
    _move_cursor(connection, page)
    return True


def replace_scope(connection: Connection, pages: Sequence[FeedPage], *, lookup_key: bytes) -> None:
    """Put what a full reading of a scope brought in the place of all that was kept of it. The ledger stays."""
    scope = pages[0].scope
    for name, entity in _ENTITIES[scope == GLOBAL].items():
        if name != "key_set":  # an older one than ours is not believed, and none is worse than ours
            connection.execute(delete(entity.table))
    for page in pages:
        _apply(connection, page.changes, lookup_key)
    _move_cursor(connection, pages[-1])


def sums(connection: Connection, scope: str) -> dict[str, Sums]:
    """What is here of each entity of a scope, to be held against the hub's digest. The key set is not compared: an
    older one than ours is not believed.
    """
    found: dict[str, Sums] = {}
    for name, entity in _ENTITIES[scope == GLOBAL].items():
        if name != "key_set":
            sql = f"SELECT {entity.key.name}, version FROM {entity.table.name}"  # noqa: S608
            found[name] = sums_of(driver(connection).execute(sql))
    return found


def take_members(connection: Connection, page: FeedPage, *, lookup_key: bytes) -> None:
    """Take what is told again of members; how far the scope has been read stays as it is."""
    _apply(connection, [it for it in page.changes if it.entity == MEMBER], lookup_key)


def hub_answered(connection: Connection, *, epoch: int, at: datetime) -> None:
    sql = "INSERT OR REPLACE INTO hub_state (id, epoch, answered_at) VALUES (1, ?, ?)"
    driver(connection).execute(sql, (epoch, time_text(at)))


def forget_dead_revocations(connection: Connection, now: datetime) -> None:
    """A code that has ended by itself is refused without being told of."""
    driver(connection).execute("DELETE FROM revoked WHERE expires < ?", (time_text(now - EXPIRY_TOLERANCE),))


def _apply(connection: Connection, changes: Iterable[Change], lookup_key: bytes) -> None:
    """Set-based: all rows of one entity in one statement. Within a page an entity's row appears once."""
    puts: dict[str, list[Row]] = {}
    gone: dict[str, list[Any]] = {}
    for change in changes:
        entity = _KNOWN.get(change.entity)
        if entity is None:
            continue
        if change.body is None:
            gone.setdefault(change.entity, []).append({"gone": _key(entity, change)})
        else:
            row = {**entity.row(change, change.body, lookup_key), "version": change.version}
            puts.setdefault(change.entity, []).append(row)
    for name, keys in gone.items():
        column = _KNOWN[name].key
        sql = f"DELETE FROM {column.table.name} WHERE {column.name} = ?"  # noqa: S608 (names of our own tables)
        driver(connection).executemany(sql, [(key["gone"],) for key in keys])
    for name, rows in puts.items():
        table = _KNOWN[name].table
        columns = list(rows[0])
        places = ", ".join("?" * len(columns))
        sql = f"INSERT OR REPLACE INTO {table.name} ({', '.join(columns)}) VALUES ({places})"  # noqa: S608
        driver(connection).executemany(sql, [tuple(row.values()) for row in rows])


def _key(entity: _Entity, change: Change) -> Any:
    try:
        return entity.key_of(change.entity_id)
    except ValueError:
        raise Malformed(f"{change.entity}: its id is not one") from None


def _move_cursor(connection: Connection, page: FeedPage) -> None:
    """The cursor goes on with each page, and what is whole only with the last one."""
    at = {"scope": page.scope, "epoch": page.epoch, "seq": page.to_seq}
    driver(connection).execute(_TO_PAGE if page.more else _TO_LAST_PAGE, at)


_TO_PAGE: Final = (
    "INSERT INTO feed_cursor (scope, epoch, seq, whole_seq) VALUES (:scope, :epoch, :seq, 0)"
    " ON CONFLICT (scope) DO UPDATE SET epoch = excluded.epoch, seq = excluded.seq"
)
_TO_LAST_PAGE: Final = (
    "INSERT OR REPLACE INTO feed_cursor (scope, epoch, seq, whole_seq) VALUES (:scope, :epoch, :seq, :seq)"
)


def _order_row(_change: Change, body: Mapping[str, Any], lookup_key: bytes) -> Row:
    """The short code itself stops here: the till keeps only what its own key makes of it."""
    order = order_of(body)
    kept = replace(order, short_code="")
    return {
        "order_no": order.order_no,
        "pickup_id": order.pickup_id,
        "short_code_hmac": cache.short_code_hmac(order.short_code, lookup_key=lookup_key) if order.short_code else b"",
        "member": order.customer.member,
        "status": order.status.value,
        "due_at": time_text(order.due_at),
        "collect_by": time_text(order.collect_by),
        "body": _text(order_json(kept)),
    }


def _staff_row(change: Change, body: Mapping[str, Any], lookup_key: bytes) -> Row:
    """What PINs are checked against stops here: the till keeps only what its own key makes of it."""
    for name in ("badge", "name_zh", "name_en", "role"):
        text_of(body, name)
    verifier = pins.peppered(text_of(body, "pin_verifier"), lookup_key=lookup_key)
    return {"badge": change.entity_id, "body": _text({**body, "pin_verifier": verifier})}


def _revoked_row(change: Change, body: Mapping[str, Any], _key: bytes) -> Row:
    return {"pickup_id": change.entity_id, "expires": time_text(time_of(body.get("expires")))}


def _conflict_row(change: Change, body: Mapping[str, Any], _key: bytes) -> Row:
    return {"conflict": change.entity_id, "order_no": int_of(body, "order_no"), "body": _text(body)}


def _hold_row(_change: Change, body: Mapping[str, Any], _key: bytes) -> Row:
    time_of(body.get("until"))
    return {"order_no": int_of(body, "order_no"), "body": _text(body)}


def _branch_row(_change: Change, body: Mapping[str, Any], _key: bytes) -> Row:
    return {"branch": int_of(body, "no"), "body": _text(body)}


def _key_set_row(change: Change, body: Mapping[str, Any], _key: bytes) -> Row:
    object_of(body.get("key_set"))
    text_of(body, "signature")
    return {"id": change.entity_id, "body": _text(body)}


def _till_row(change: Change, body: Mapping[str, Any], _key: bytes) -> Row:
    return {"till": change.entity_id, "body": _text(body)}


def _rules_row(change: Change, body: Mapping[str, Any], _key: bytes) -> Row:
    return {"id": change.entity_id, "body": _text(body)}


def _stock_row(_change: Change, body: Mapping[str, Any], _key: bytes) -> Row:
    it = stock_of(body)
    figures = {"on_hand": it.on_hand, "reserved": it.reserved, "safety": it.safety}
    return {"sku": it.sku, **figures, "changed_at": time_text(it.changed_at)}


def _member_row(change: Change, body: Mapping[str, Any], lookup_key: bytes) -> Row:
    """The mark of the phone stops here: the till keeps only what its own key makes of it."""
    mark = mark_of(body)
    hidden = {"phone_mark", "initials"}
    return {
        "member": change.entity_id,
        "phone_tail": text_of(body, "phone_tail"),
        "phone_hmac": cache.keyed(mark, lookup_key=lookup_key) if mark else b"",
        "initials": text_of(body, "initials"),
        "name_masked": text_of(body, "name_masked"),
        "tier": text_of(body, "tier"),
        "points": int_of(body, "points", low=-(2**53)),
        "seen_at": time_text(time_of(body.get("seen_at"))),
        "body": _text({name: value for name, value in body.items() if name not in hidden}),
    }


def _offer_row(change: Change, body: Mapping[str, Any], _key: bytes) -> Row:
    """One that this version cannot read is kept, and does nothing: a newer hub may offer what we cannot price."""
    return {"offer": change.entity_id, "body": _text(body)}


def _text(body: Mapping[str, Any]) -> str:
    return json.dumps(dict(body), ensure_ascii=False, separators=(",", ":"))


_OF_GLOBAL: Final = {
    "branch": _Entity(branches, branches.c.branch, _branch_row, int),
    "rules": _Entity(rules, rules.c.id, _rules_row),
    "key_set": _Entity(key_set, key_set.c.id, _key_set_row),
    "offer": _Entity(offers, offers.c.offer, _offer_row),
}
_OF_BRANCH: Final = {
    "order": _Entity(orders, orders.c.order_no, _order_row, int),
    "staff": _Entity(staff, staff.c.badge, _staff_row),
    "till": _Entity(tills, tills.c.till, _till_row),
    "revoked": _Entity(revoked, revoked.c.pickup_id, _revoked_row),
    "conflict": _Entity(conflicts, conflicts.c.conflict, _conflict_row),
    "hold": _Entity(holds, holds.c.order_no, _hold_row, int),
    STOCK: _Entity(stock, stock.c.sku, _stock_row),
    MEMBER: _Entity(members, members.c.member, _member_row),
}
_ENTITIES: Final = {True: _OF_GLOBAL, False: _OF_BRANCH}
_KNOWN: Final = {**_OF_GLOBAL, **_OF_BRANCH}
