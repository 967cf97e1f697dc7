"""Who may do what at a till."""

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    CLERK = "clerk"
    CASHIER = "cashier"
    MANAGER = "manager"
    ADMINISTRATOR = "administrator"


@dataclass(frozen=True, slots=True)
class Clerk:
    """The person signed in, whatever the role."""

    badge: str
    name: str
    role: Role


APPROVERS = frozenset({Role.MANAGER, Role.ADMINISTRATOR})


def may_approve(approver: Clerk, *, asked_by: str) -> bool:
    """Whether this person may approve an act of the clerk with badge `asked_by`: a manager, never the same person."""
    return approver.role in APPROVERS and approver.badge != asked_by
