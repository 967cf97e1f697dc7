"""Counts and sums of what a scope holds, by which two holders of the same rows see whether they are the same."""

import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from clerk_app.wire.fields import int_of, object_of, text_of


class Sums(NamedTuple):
    """How many living entities there are, and Σ crc32("<id>:<version>") modulo 2³²."""

    rows: int = 0
    sum: int = 0


@dataclass(frozen=True, slots=True)
class Digest:
    """What the hub has of a scope, at this place of its feed."""

    scope: str
    seq: int
    entities: Mapping[str, Sums]

    def of(self, entity: str) -> Sums:
        return self.entities.get(entity, Sums())


def sums_of(rows: Iterable[tuple[object, int]]) -> Sums:
    """`rows` are ids and versions."""
    count = total = 0
    for entity_id, version in rows:
        count += 1
        total += zlib.crc32(f"{entity_id}:{version}".encode())
    return Sums(count, total % 2**32)


def digest_json(digest: Digest) -> dict[str, Any]:
    entities = {entity: {"count": it.rows, "sum": it.sum} for entity, it in digest.entities.items()}
    return {"scope": digest.scope, "seq": digest.seq, "entities": entities}


def digest_of(message: Mapping[str, Any]) -> Digest:
    entities = {entity: object_of(row) for entity, row in object_of(message.get("entities")).items()}
    sums = {entity: Sums(int_of(row, "count"), int_of(row, "sum")) for entity, row in entities.items()}
    return Digest(text_of(message, "scope"), int_of(message, "seq"), sums)
