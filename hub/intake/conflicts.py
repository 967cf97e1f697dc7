"""Conflicts: facts that disagree, written down with both sides at every branch they concern; and single operations
that people must look at.
"""

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import uuid4

from sqlalchemy import insert

from clerk_app.domain.operations import Kind, Operation
from clerk_app.domain.orders import Happening, HistoryEntry
from clerk_app.domain.pickup import Actor, Disagreement
from clerk_app.domain.settling import Attention
from clerk_app.wire import scope_of, time_text
from hub import feed, tables
from hub.database import Transaction

_KINDS = {
    Happening.HANDED_OVER: Kind.HANDED_OVER,
    Happening.UNDONE: Kind.UNDONE,
    Happening.REFUSED: Kind.REFUSED,
    Happening.ACCEPTED: Kind.ACCEPTED,
    Happening.PICKED: Kind.PICKED,
    Happening.READY: Kind.READY,
    Happening.PACKED: Kind.PACKED,
    Happening.SENT: Kind.SENT,
    Happening.REJECTED: Kind.REJECTED,
    Happening.PAID: Kind.TENDER_TAKEN,
    Happening.DROPPED: Kind.RETURN_RECEIVED,
}


def record(  # one conflict has this many facets
    tx: Transaction,
    *,
    kind: Disagreement | Attention | str,
    order_no: int,  # 0: nobody can say which
    branches: Iterable[int],
    sides: list[dict[str, Any]],
    at_ms: int,
    at: str,
    about: Mapping[str, Any] | None = None,
) -> tuple[str, dict[str, int]]:
    """Write a conflict down; returns its id, and its seq in the feed of each branch. `about` is what it says beside
    its sides: the receipt, the SKUs.
    """
    conflict = str(uuid4())
    body = {
        "conflict": conflict,
        "kind": str(kind),
        "order_no": order_no,
        "at": at,
        "sides": sides,
        "resolved": False,
        **(about or {}),
    }
    seqs: dict[str, int] = {}
    for branch in sorted(set(branches)):
        row = {
            "branch": branch,
            "conflict": conflict,
            "kind": str(kind),
            "order_no": order_no,
            "at_ms": at_ms,
            "body": feed.json_text(body),
            "resolved": False,
        }
        tx.execute(insert(tables.conflict), row)
        seqs[scope_of(branch)] = feed.put(tx, scope_of(branch), "conflict", conflict, body)
    return conflict, seqs


def side_of_operation(operation: Operation, by: Actor, *, pieces: int) -> dict[str, Any]:
    """The side that arrived now."""
    return {
        "op_id": operation.op_id,
        "kind": operation.kind,
        "branch": by.branch,
        "till_name": by.till_name,
        "clerk": operation.clerk,
        "clerk_name": by.clerk_name,
        "at": time_text(operation.occurred_at),
        "pieces": pieces,
    }


def side_of_unreadable(op_id: str, *, branch: int, till_name: str, at: str) -> dict[str, Any]:
    """The side of an operation of which nobody can say what it was: which till brought it, and when."""
    said = {"op_id": op_id, "kind": "", "branch": branch, "till_name": till_name}
    return {**said, "clerk": "", "clerk_name": "", "at": at, "pieces": 0}


def side_of_entry(entry: HistoryEntry) -> dict[str, Any]:
    """The side that was here before."""
    kind = _KINDS.get(entry.happening)
    return {
        "op_id": entry.op_id,
        "kind": kind.value if kind else f"order.{entry.happening.value}",
        "branch": entry.branch,
        "till_name": entry.till_name,
        "clerk": entry.clerk,
        "clerk_name": entry.clerk_name,
        "at": time_text(entry.at),
        "pieces": entry.pieces,
    }
