"""Whether whoever did an act was allowed to: by what they were when they did it, and whether they still work here.

An act is never undone because of this: the goods have left. It is flagged, so that people look.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from clerk_app.domain.operations import Kind, Operation, StepUp
from clerk_app.domain.pickup import Disagreement
from clerk_app.domain.rights import is_in_time, is_proof, may
from clerk_app.domain.roles import APPROVERS, Clerk, Role, may_approve
from clerk_app.wire import time_text
from hub.database import Reader
from hub.orders import ms_of
from hub.staff import Standing, standing_at
from hub.statements import Statement, in_list, named

_NAMES_STEP_UP_PROOFS = 2
"""Since this version of the envelope another person's word is proved."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody of the branch or of head office: what they are, and what they were."""

    badge: str
    name: str
    now: Standing
    earlier: str | None  # JSON, as `hub.tables` says

    def at(self, at_ms: int) -> Standing:
        return standing_at(self.now, self.earlier, at_ms)


def people(reader: Reader, branch: int, badges: Iterable[str]) -> dict[str, Person]:
    """Those behind these badges, as far as they are of this branch or of head office."""
    wanted = list(badges)
    rows = _people(len(wanted)).rows(reader, {"branch": branch, **named("b", wanted)})
    return {
        badge: Person(badge, name_zh or name_en, Standing(Role(role), bool(active), verifier), earlier)
        for badge, name_zh, name_en, role, active, verifier, earlier in rows
    }


def badges_in(operation: Operation) -> tuple[str, ...]:
    """Who acted, and whose word they had."""
    step_up = operation.step_up
    return (operation.clerk, step_up.by) if step_up else (operation.clerk,)


def complaint(operation: Operation, known: Mapping[str, Person]) -> Disagreement | None:
    """What people must look at, or None. The kind of the operation is one that this hub knows."""
    clerk = known.get(operation.clerk)
    if clerk is None:
        return Disagreement.BY_NOBODY_KNOWN
    then = clerk.at(ms_of(operation.occurred_at))
    if not (then.active and clerk.now.active):
        return Disagreement.BY_ONE_WHO_LEFT
    if not may(then.role, Kind(operation.kind)):
        return Disagreement.NOT_PERMITTED
    if operation.step_up and not _is_valid(operation.step_up, operation, known.get(operation.step_up.by)):
        return Disagreement.APPROVAL_NOT_VALID
    return None


def is_approver(operation: Operation, clerk: Person | None) -> bool:
    """Whether whoever did it was then somebody whose word others need."""
    return clerk is not None and clerk.at(ms_of(operation.occurred_at)).role in APPROVERS


def lacks_a_word(operation: Operation, clerk: Person | None) -> bool:
    """Whether no manager did it, and none said a word for it. Whether a word is good is looked at for every act, and
    so is who did it.
    """
    return operation.step_up is None and clerk is not None and not is_approver(operation, clerk)


def _is_valid(word: StepUp, operation: Operation, approver: Person | None) -> bool:
    """Whether it is the word of another person who might give it, then, for this operation alone, with a reason."""
    if approver is None or not word.reason.strip():
        return False
    then = approver.at(ms_of(operation.occurred_at))
    is_theirs = may_approve(Clerk(word.by, approver.name, then.role), asked_by=operation.clerk)
    if not (then.active and approver.now.active and is_theirs):
        return False
    if word.at is None:
        return operation.v < _NAMES_STEP_UP_PROOFS
    proves = {"op_id": operation.op_id, "by": word.by, "at": time_text(word.at)}
    return is_in_time(word.at, now=operation.occurred_at) and is_proof(word.proof, then.pin_verifier, **proves)


@lru_cache(maxsize=256)
def _people(badges: int) -> Statement:
    return Statement(
        "SELECT badge, name_zh, name_en, role, active, pin_verifier, earlier FROM staff"  # noqa: S608 names only
        f" WHERE branch IN (:branch, 0) AND badge IN {in_list('b', badges)}"
    )
