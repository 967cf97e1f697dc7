"""What was told of a member and is not so any more: marked where it changes, told anew by a chore."""

from hub.database import Transaction
from hub.statements import Statement

_TOUCH = Statement("UPDATE member_place SET is_stale = :yes WHERE member = :member")


def touch(tx: Transaction, member: str) -> None:
    """Say that something of this member has changed: every branch that knows them is told within seconds."""
    _TOUCH.run(tx, {"member": member, "yes": True})
