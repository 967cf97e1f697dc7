"""A page of the feed: NDJSON whose last line proves that nothing is missing."""

import json
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from clerk_app.wire.fields import Malformed, bool_of, int_of, loads, object_of, text_of

PAGE_MAX = 2000
GLOBAL = "global"


def scope_of(branch: int) -> str:
    """The feed scope of one branch; the other scope is GLOBAL."""
    return f"branch:{branch}"


@dataclass(frozen=True, slots=True)
class Change:
    """One row of the feed: an entity's newest state, or that it is gone."""

    seq: int
    entity: str
    entity_id: str
    version: int
    body: Mapping[str, Any] | None  # None: deleted


@dataclass(frozen=True, slots=True)
class FeedPage:
    epoch: int
    scope: str
    from_seq: int
    to_seq: int
    more: bool
    changes: tuple[Change, ...]


def page_lines(page: FeedPage) -> Iterator[bytes]:
    """The NDJSON of a page: a head, the changes in order, and a last line that proves nothing is missing."""
    head = {
        "epoch": page.epoch,
        "scope": page.scope,
        "from": page.from_seq,
        "to": page.to_seq,
        "more": page.more,
    }
    crc = 0
    for line in (head, *map(_change_json, page.changes)):
        raw = json.dumps(line, separators=(",", ":"), ensure_ascii=False).encode() + b"\n"
        crc = zlib.crc32(raw, crc)
        yield raw
    yield json.dumps({"end": True, "n": len(page.changes), "crc": crc}).encode() + b"\n"


def _change_json(change: Change) -> list[Any]:
    if change.body is None:
        return [change.seq, change.entity, change.entity_id, "del", change.version]
    return [change.seq, change.entity, change.entity_id, "put", change.version, dict(change.body)]


def page_of(raw: bytes) -> FeedPage:
    """Read a whole page; raises Malformed when its last line is missing or does not fit what came before."""
    *lines, last = raw.splitlines(keepends=True) or [b""]
    end = loads(last)
    crc = 0
    for line in lines:
        crc = zlib.crc32(line, crc)
    if end.get("end") is not True or end.get("crc") != crc or end.get("n") != len(lines) - 1:
        raise Malformed("the page is cut or altered")
    head = loads(lines[0])
    changes = tuple(_changes(lines[1:]))
    page = FeedPage(
        epoch=int_of(head, "epoch"),
        scope=text_of(head, "scope"),
        from_seq=int_of(head, "from"),
        to_seq=int_of(head, "to"),
        more=bool_of(head, "more"),
        changes=changes,
    )
    if not in_order(page):
        raise Malformed("the page is out of order")
    return page


def in_order(page: FeedPage) -> bool:
    seqs = [page.from_seq, *(change.seq for change in page.changes)]
    rising = all(earlier < later for earlier, later in pairwise(seqs))
    return rising and page.from_seq <= seqs[-1] <= page.to_seq


def _changes(lines: Iterable[bytes]) -> Iterator[Change]:
    for line in lines:
        try:
            row: Any = json.loads(line)
        except (ValueError, RecursionError):
            raise Malformed("a change is not JSON") from None
        yield _change_of(row)


def _change_of(row: Any) -> Change:
    match row:
        case [int() as seq, str() as entity, str() as entity_id, "put", int() as version, dict()]:
            return Change(seq, entity, entity_id, version, object_of(row[5]))
        case [int() as seq, str() as entity, str() as entity_id, "del", int() as version]:
            return Change(seq, entity, entity_id, version, None)
        case _:
            raise Malformed("a change is [seq, entity, id, put|del, version, body]")
