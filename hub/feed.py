"""The feed: for each scope the newest state of every entity, numbered in the order of change."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import orjson
from sqlalchemy import select

from clerk_app.wire import PAGE_MAX, PRODUCT, Change, FeedPage, scope_of
from hub import tables
from hub.database import Reader, Transaction, branch_of
from hub.readings import pinyin_of
from hub.statements import Statement

_UPSERT = Statement(
    "INSERT INTO feed (branch, entity, entity_id, seq, version, body)"
    " VALUES (:branch, :entity, :entity_id, :seq, :version, :body)"
    " ON CONFLICT (branch, entity, entity_id)"
    " DO UPDATE SET seq = excluded.seq, version = excluded.version, body = excluded.body"
)

_HEAD = Statement("SELECT seq, min_seq FROM feed_head WHERE branch = :branch")


@dataclass(frozen=True, slots=True)
class Head:
    seq: int
    min_seq: int  # the oldest seq from which this scope can still be followed


@dataclass(frozen=True, slots=True)
class News:
    """The newest state of an entity, its JSON already written; None says that the entity is gone."""

    scope: str
    entity: str
    entity_id: str
    body: str | None
    version: int | None = None


def put(
    tx: Transaction, scope: str, entity: str, entity_id: str, body: Mapping[str, Any], *, version: int | None = None
) -> int:
    """Tell a scope the newest state of an entity, and return its seq. Without a version the seq is the version."""
    return put_text(tx, scope, entity, entity_id, json_text(body), version=version)


def put_text(
    tx: Transaction, scope: str, entity: str, entity_id: str, body: str | None, *, version: int | None = None
) -> int:
    """The same with the JSON already written; None says that the entity is gone."""
    return put_all(tx, [News(scope, entity, entity_id, body, version)])[0]


def put_all(tx: Transaction, news: Sequence[News]) -> list[int]:
    """The same for several entities, with one statement. Returns their seqs."""
    seqs = [tx.next_seq(it.scope) for it in news]
    rows = [
        {
            "branch": branch_of(it.scope),
            "entity": it.entity,
            "entity_id": it.entity_id,
            "seq": seq,
            "version": seq if it.version is None else it.version,
            "body": it.body,
        }
        for it, seq in zip(news, seqs, strict=True)
    ]
    _UPSERT.run_many(tx, rows)
    return seqs


def delete(tx: Transaction, scope: str, entity: str, entity_id: str) -> int:
    """Tell a scope that an entity is gone, and return the seq."""
    return put_text(tx, scope, entity, entity_id, None)


def json_text(body: Mapping[str, Any]) -> str:
    """JSON as the tables keep it."""
    return orjson.dumps(body).decode()


def heads(reader: Reader) -> dict[str, Head]:
    """Where each scope stands."""
    columns = tables.feed_head.c
    rows = reader.execute(tables.everywhere(select(columns.branch, columns.seq, columns.min_seq)))
    return {_scope(branch): Head(seq, min_seq) for branch, seq, min_seq in rows}


def head(reader: Reader, scope: str) -> Head:
    found = _HEAD.rows(reader, {"branch": branch_of(scope)})
    return Head(*found[0]) if found else Head(0, 0)


def page(
    reader: Reader,
    scope: str,
    *,
    epoch: int,
    after: int,
    limit: int = PAGE_MAX,
    only: str = "",
    without: str = "",
) -> FeedPage:
    """The changes of a scope behind `after`, at most `limit`, all of one consistent view; of one entity only, or
    without one, if that is said.
    """
    here = head(reader, scope)
    asked = {"branch": branch_of(scope), "after": after, "only": only, "without": without, "limit": limit + 1}
    rows = _page(is_of_one=bool(only), is_without_one=bool(without)).rows(reader, asked)
    more = len(rows) > limit
    changes = tuple(
        Change(seq, entity, entity_id, version, None if body is None else _told(entity, body))
        for seq, entity, entity_id, version, body in rows[:limit]
    )
    last = changes[-1].seq if changes else after
    # On an engine where each statement sees anew, rows may be newer than the head that was read before them.
    to_seq = last if more else max(here.seq, last)
    return FeedPage(epoch=epoch, scope=scope, from_seq=after, to_seq=to_seq, more=more, changes=changes)


@cache
def _page(*, is_of_one: bool, is_without_one: bool) -> Statement:
    of_one = " AND entity = :only" if is_of_one else ""
    without_one = " AND entity <> :without" if is_without_one else ""
    return Statement(
        "SELECT seq, entity, entity_id, version, body FROM feed"  # noqa: S608 words of our own
        f" WHERE branch = :branch AND seq > :after{of_one}{without_one} ORDER BY seq LIMIT :limit"
    )


def _told(entity: str, text: str) -> dict[str, Any]:
    """A body as tills are told it: with a product goes how its name is read aloud, which a till cannot know."""
    body: dict[str, Any] = orjson.loads(text)
    if entity == PRODUCT:
        body["pinyin"] = pinyin_of(str(body.get("name_zh", "")))
    return body


def _scope(branch: int) -> str:
    return scope_of(branch) if branch else "global"
