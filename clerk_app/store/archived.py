"""Operations that are no longer here, since the hub has had them for long: of them the till keeps the numbers alone."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from sqlalchemy import Connection

from clerk_app.store.database import driver


class Span(NamedTuple):
    """Operations that followed upon one another, the last one included."""

    first: int
    last: int

    def __contains__(self, seq: object) -> bool:
        return isinstance(seq, int) and self.first <= seq <= self.last


def spans(connection: Connection) -> tuple[Span, ...]:
    """In order, none beside another: one for each hole that people have left by not settling something."""
    rows = driver(connection).execute("SELECT first_seq, last_seq FROM archived ORDER BY first_seq")
    return tuple(Span(first, last) for first, last in rows)


def count(connection: Connection, *, after_seq: int) -> int:
    """How many of those behind this place are archived."""
    return sum(max(0, last - max(first - 1, after_seq)) for first, last in spans(connection))


def size(archived: Iterable[Span]) -> int:
    return sum(span.last - span.first + 1 for span in archived)


def is_in(seq: int, archived: Iterable[Span]) -> bool:
    return any(seq in span for span in archived)


def let_go(connection: Connection, seqs: Iterable[int]) -> int:
    """Delete these operations with their answers, in the caller's transaction; returns how many were still here."""
    statements, gone = driver(connection), list[int]()
    for seq in seqs:
        statements.execute("DELETE FROM answers WHERE op_id = (SELECT op_id FROM operations WHERE seq = ?)", (seq,))
        if statements.execute("DELETE FROM operations WHERE seq = ?", (seq,)).rowcount:
            gone.append(seq)
    note(connection, [Span(seq, seq) for seq in gone])
    return len(gone)


def note(connection: Connection, new: Sequence[Span]) -> None:
    """Take these for archived too."""
    known = spans(connection)
    joined = _joined([*known, *new])
    if joined == list(known):
        return
    statements = driver(connection)
    statements.execute("DELETE FROM archived")
    statements.executemany("INSERT INTO archived VALUES (?, ?)", joined)


def without(archived: Iterable[Span], here: Iterable[int]) -> tuple[Span, ...]:
    """The same without what is here after all."""
    kept = sorted(here)
    parts: list[Span] = []
    for span in _joined(archived):
        edges = [span.first - 1, *(seq for seq in kept if seq in span), span.last + 1]
        parts += [Span(low + 1, high - 1) for low, high in pairwise(edges) if high - low > 1]
    return tuple(parts)


def _joined(parts: Iterable[Span]) -> list[Span]:
    joined: list[Span] = []
    for span in sorted(parts):
        if joined and span.first <= joined[-1].last + 1:
            joined[-1] = Span(joined[-1].first, max(joined[-1].last, span.last))
        else:
            joined.append(span)
    return joined
