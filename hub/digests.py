"""Counts and sums of each scope, computed once for each place of its feed, however many tills ask."""

from threading import Lock

from sqlalchemy import select

from clerk_app.wire import Digest, Sums, sums_of
from hub import feed, tables
from hub.database import Database, Reader, branch_of

KEPT_MAX = 256
TRIES_MAX = 5


class Digests:
    """Any thread may ask."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._kept: dict[str, Digest] = {}
        self._lock = Lock()

    def of(self, scope: str) -> Digest:
        with self._lock, self._database.read() as reader:
            kept = self._kept.get(scope)
            if kept is None or kept.seq != feed.head(reader, scope).seq:
                kept = _computed(reader, scope)
                self._kept.pop(scope, None)
                self._kept[scope] = kept
                while len(self._kept) > KEPT_MAX:
                    del self._kept[next(iter(self._kept))]
            return kept


def _computed(reader: Reader, scope: str) -> Digest:
    """On an engine where each statement sees anew, the rows may be newer than the head: then once more."""
    for _ in range(TRIES_MAX):
        before = feed.head(reader, scope).seq
        entities = _entities(reader, scope)
        if feed.head(reader, scope).seq == before:
            return Digest(scope, before, entities)
    return Digest(scope, 0, {})  # at no till's place: nobody compares with it


def _entities(reader: Reader, scope: str) -> dict[str, Sums]:
    columns = tables.feed.c
    living = (columns.branch == branch_of(scope), columns.body.is_not(None))
    names = reader.execute(select(columns.entity).where(*living).distinct()).scalars().all()
    return {
        name: sums_of(
            (entity_id, version)
            for entity_id, version in reader.execute(
                select(columns.entity_id, columns.version).where(*living, columns.entity == name)
            )
        )
        for name in names
    }
