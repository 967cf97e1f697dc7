"""Ids that two operations have: the second is kept whole as well, under an id of its own, for people to look at."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from clerk_app.domain.settling import Attention
from hub.intake.received import OP_ID_MAX, Received
from hub.intake.store import Known

_OWN: Final = "reused-"


def told_apart(known: Known, batch: Sequence[Received]) -> Sequence[Received]:
    """The batch, in which each operation that has the id of another bears one made of its hash: sent again, the same.

    It keeps its place in its till's history, unless the other one is there.
    """
    first = {op_id: kept.received.body_hash for op_id, kept in known.by_op_id.items()}
    if all(first.setdefault(it.op_id, it.body_hash) == it.body_hash for it in batch):
        return batch
    places = dict(known.by_seq)
    for it in batch:
        if it.seq is not None and first[it.op_id] == it.body_hash:
            places.setdefault(it.seq, it.op_id)
    return [it if first[it.op_id] == it.body_hash else _apart(it, places) for it in batch]


def _apart(it: Received, places: dict[int, str]) -> Received:
    is_taken = it.seq is not None and places.get(it.seq) == it.op_id
    op_id = f"{_OWN}{it.body_hash}"[:OP_ID_MAX]
    return replace(it, op_id=op_id, seq=None if is_taken else it.seq, complaint=Attention.OP_ID_REUSED.value)
