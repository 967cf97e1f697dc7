"""Members whom a branch does not know, asked for by card or whole phone; and a name and phone in full, with a reason.

Nobody is found by a part of something here: that would let one till read all members of the chain.
"""

from typing import Annotated

from fastapi import APIRouter, Depends, Path, Query, Request, Response

from clerk_app.domain.acts import is_text
from clerk_app.wire import Revealed, looked_up_json, revealed_json
from hub import audit, members
from hub.api.context import ApiError, answered, context_of, described, keep_pace, now_utc, parsed, read_body, till_of
from hub.api.description import BY_TILL, errors
from hub.audit import Event
from hub.database import Reader
from hub.intake.people import people
from hub.limits import WrongTries
from hub.members import REVEALED_FOR
from hub.rules import load_rules
from hub.tills import Till

BADGE_MAX = 32

router = APIRouter(prefix="/v1", tags=["members"], dependencies=[BY_TILL], responses=errors(400, 401, 403, 409, 429))
Body = Annotated[bytes, Depends(read_body)]
Card = Annotated[str, Query(pattern="^(MB[0-9]{10})?$")]
Mark = Annotated[str, Query(pattern="^([0-9a-f]{64})?$")]
Number = Annotated[str, Path(pattern="^MB[0-9]{10}$")]
REVEALING = described({"clerk": "1001", "reason": "calls about a parcel"})


@router.get("/members")
def look_up(
    request: Request,
    clerk: Annotated[str, Query(min_length=1, max_length=BADGE_MAX)],
    card: Card = "",
    phone_mark: Mark = "",
    reason: Annotated[str, Query(max_length=200)] = "",
) -> Response:
    """The member of a card, or of the phone of which `phone_mark` was made: masked, as the feed tells them.

    A clerk asks 30 times an hour; from then on with a reason, which is kept (`429 reason_needed`).
    """
    till = till_of(request)
    context = context_of(request)
    keep_pace(context.limits.looks, till.till)
    if bool(card) == bool(phone_mark):
        raise ApiError(400, "unreadable", "either card or phone_mark is needed")
    now = now_utc()
    with context.hub.database.read() as reader:
        require_clerk(reader, till, clerk)
        is_one_more = needs_reason(context.limits.member_looks, till, clerk, reason)
        found = members.member_of_number(reader, card) if card else members.member_of_mark(reader, phone_mark)
        told = [members.told(reader, found, rules=load_rules(reader), now=now, seen_at=None)] if found else []
    if is_one_more:
        who = {"till": till.till, "by": clerk, "member": found.member if found else "", "reason": reason}
        context.hub.database.transact(lambda tx: audit.note(tx, Event.MEMBER_LOOKED_UP, now, **who), rows=0)
    return answered(looked_up_json(now, told))


@router.post("/members/{member}/reveal", responses=errors(404, 413), openapi_extra=REVEALING)
def reveal(member: Number, request: Request, body: Body) -> Response:
    """A member's name and phone in full, for 30 s. Who looked, and why, is written down before it is told."""
    till = till_of(request, body)
    context = context_of(request)
    keep_pace(context.limits.looks, till.till)
    said = parsed(body)
    clerk, reason = _text(said.get("clerk"), "clerk", BADGE_MAX), _text(said.get("reason"), "reason", 200)
    now = now_utc()
    with context.hub.database.read() as reader:
        require_clerk(reader, till, clerk)
        found = members.member_of_number(reader, member)
    if found is None:
        raise ApiError(404, "unknown_member", "there is no such member")
    if wait_s := context.limits.reveals.wait_s(_key(till, clerk)):
        raise ApiError(429, "too_many_requests", "this clerk has looked at many members", retry_after_s=wait_s)
    context.limits.reveals.count(_key(till, clerk))
    who = {"till": till.till, "by": clerk, "member": found.member, "reason": reason}
    context.hub.database.transact(lambda tx: audit.note(tx, Event.MEMBER_REVEALED, now, **who), rows=0)
    return answered(revealed_json(Revealed(found.name, found.phone, now + REVEALED_FOR)))


def require_clerk(reader: Reader, till: Till, badge: str) -> None:
    """Raises ApiError unless somebody of this badge works at the till's branch, or at head office."""
    person = people(reader, till.branch, [badge]).get(badge) if is_text(badge) else None
    if person is None or not person.now.active:
        raise ApiError(403, "unknown_clerk", "nobody at this branch has this badge")


def needs_reason(looks: WrongTries, till: Till, clerk: str, reason: str) -> bool:
    """Count a look; true for one beyond what is free, which has a reason. Raises ApiError where it has none."""
    wait_s = looks.wait_s(_key(till, clerk))
    if wait_s and not reason.strip():
        raise ApiError(429, "reason_needed", "this clerk has asked often: a reason is needed", retry_after_s=wait_s)
    if not wait_s:
        looks.count(_key(till, clerk))
    return bool(wait_s)


def _key(till: Till, clerk: str) -> str:
    return f"{till.branch}|{clerk}"


def _text(value: object, name: str, most: int) -> str:
    if not isinstance(value, str) or not value.strip() or len(value) > most or not is_text(value):
        raise ApiError(400, "unreadable", f"{name}: a few words are needed", field=name)
    return value.strip()
