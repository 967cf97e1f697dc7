"""The writers of one process, one after the other in one SQLite transaction that shares one sync of the disk."""

import threading
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, Engine
from sqlcipher3 import dbapi2 as sqlite3

GROUP_MAX = 64
PATIENCE_S = 0.2


@dataclass(slots=True)
class _Group:
    raw: sqlite3.Connection
    members: int = 0  # whose work is in the transaction
    done: threading.Event = field(default_factory=threading.Event)
    error: BaseException | None = None


class GroupWriter:
    """Who ends while nobody waits commits for all; the others wait for that commit.

    So a unit of work is told of only when it is on the disk. Nobody relies on the next in the queue for ever: whoever
    waits too long, because the next one died on its way, commits for the group itself.
    """

    def __init__(self, engine: Engine) -> None:
        self.patience_s = PATIENCE_S
        self._engine = engine
        self._turn = threading.Lock()
        self._count = threading.Lock()
        self._waiting = 0
        self._group: _Group | None = None
        self._connection: Connection | None = None

    @contextmanager
    def turn(self) -> Generator[Connection]:
        """The connection, inside the open transaction. Every member raises what the commit raised."""
        self._await_turn()
        try:
            connection, group = self._joined()
        except BaseException:
            self._gone()
            raise
        try:
            yield connection
        except BaseException as error:
            self._left(group, error)
            raise
        self._ended(group)

    def close(self) -> None:
        with self._turn:
            if self._connection is not None:
                self._connection.close()
                self._connection = None

    def _await_turn(self) -> None:
        if self._turn.acquire(blocking=False):
            return
        with self._count:
            self._waiting += 1
        try:
            self._turn.acquire()
        finally:
            with self._count:
                self._waiting -= 1

    def _joined(self) -> tuple[Connection, _Group]:
        connection = self._connection = self._connection or self._engine.connect().execution_options(
            isolation_level="AUTOCOMMIT"  # BEGIN and COMMIT are ours
        )
        raw: Any = connection.connection.dbapi_connection
        if self._group is None:
            raw.execute("BEGIN IMMEDIATE")
            self._group = _Group(raw)
        else:
            raw.execute("SAVEPOINT member")
        return connection, self._group

    def _gone(self) -> None:
        """Give up a turn that came to nothing, in the middle of a group or not."""
        if self._group is None:
            self._turn.release()
        else:
            self._pass_on_or_commit(self._group)

    def _left(self, group: _Group, error: BaseException) -> None:
        """Take back what a failed member did; the others' work stands."""
        if group.members:
            _settle(group, "ROLLBACK TO member", "RELEASE member")
        else:
            group.error = error
        self._pass_on_or_commit(group)

    def _ended(self, group: _Group) -> None:
        if group.members:
            _settle(group, "RELEASE member")
        group.members += 1
        if not self._pass_on_or_commit(group):
            self._await_commit(group)
        if group.error is not None:
            raise group.error

    def _pass_on_or_commit(self, group: _Group) -> bool:
        """Whether the group is over; otherwise the next in the queue will see to that."""
        if group.error is None and self._waiting and group.members < GROUP_MAX:
            self._turn.release()
            return False
        self._commit(group)
        return True

    def _commit(self, group: _Group) -> None:
        try:
            group.raw.execute("ROLLBACK" if group.error else "COMMIT")
        except sqlite3.Error as error:
            group.error = group.error or error
            if group.raw.in_transaction:  # SQLite may have taken it back already, as it does when the disk is full
                group.raw.execute("ROLLBACK")
        finally:
            self._group = None
            self._turn.release()
            group.done.set()

    def _await_commit(self, group: _Group) -> None:
        while not group.done.wait(self.patience_s):
            if self._turn.acquire(blocking=False):  # the next in the queue never came
                if self._group is group:
                    self._commit(group)
                else:
                    self._turn.release()


def _settle(group: _Group, *statements: str) -> None:
    """Close a member's savepoint. Where that fails nothing is known of the others' work either, so all of it goes."""
    try:
        for statement in statements:
            group.raw.execute(statement)
    except sqlite3.Error as error:
        group.error = error
