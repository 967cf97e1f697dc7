"""The members of the chain, and which branches know them."""

from hub.database import Transaction
from hub.statements import Statement

_TOUCH = Statement("UPDATE member SET version = version + 1 WHERE member = :member")


def touch(tx: Transaction, member: str) -> None:
    """Say that tills must be told anew of this member: a chore tells the branches that know them."""
    _TOUCH.run(tx, {"member": member})
