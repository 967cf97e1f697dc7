"""The people of a branch: their badges, roles and PINs. A PIN is kept only as an Argon2id verifier, which tills get."""

import json
import os
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import pairwise
from typing import Any, Final

from argon2 import PasswordHasher
from sqlalchemy import func, insert, select, update

from clerk_app.domain.printed_codes import clerk_badge
from clerk_app.domain.roles import Role
from clerk_app.wire import scope_of
from hub import audit, feed, tables
from hub.audit import Event
from hub.database import Database, Reader, Transaction
from hub.orders import ms_of

PIN_DIGITS: Final = 6
_HASHER: Final = PasswordHasher(time_cost=3, memory_cost=64 * 1024, parallelism=1)
_GUESSED_FIRST: Final = frozenset(
    {"112233", "147258", "159753", "258369", "321654", "456123", "521314", "131452", "789456", "100200", "998877"}
)


@dataclass(frozen=True, slots=True)
class Standing:
    """What decides what somebody may do, and by which PIN they are known."""

    role: Role
    active: bool
    pin_verifier: str


@dataclass(frozen=True, slots=True)
class StaffMember:
    branch: int
    badge: str
    name_zh: str
    name_en: str
    role: Role
    pin_verifier: str
    active: bool = True


def verifier_of(pin: str, *, salt: bytes | None = None) -> str:
    """What a till checks a PIN against. It takes a fifth of a second, so that trying all takes days."""
    return _HASHER.hash(pin, salt=salt or os.urandom(16))


def why_weak(pin: str) -> str | None:
    """Return why a PIN is refused, or None."""
    if len(pin) != PIN_DIGITS or not (pin.isascii() and pin.isdigit()):
        return f"a PIN has {PIN_DIGITS} digits"
    if len(set(pin)) <= 2:
        return "it has only one or two different digits"
    steps = {(int(after) - int(before)) % 10 for before, after in pairwise(pin)}
    if steps in ({1}, {9}):
        return "its digits count up or down"
    if pin[:3] == pin[3:] or pin[:3] == pin[5:2:-1] or pin in _GUESSED_FIRST:
        return "it is among the first that anybody would try"
    return None


def add(tx: Transaction, member: StaffMember) -> None:
    """Let a person sign in at the branch's tills; the transaction must have named the branch's scope."""
    tx.execute(insert(tables.staff), row_of(member))
    feed.put(tx, scope_of(member.branch), "staff", member.badge, feed_body(member))


def add_with_new_badge(database: Database, *, branch: int, name_zh: str, name_en: str, role: Role, pin: str) -> str:
    """Add a person under the next badge of the chain, and return it."""
    verifier = verifier_of(pin)

    def add_one(tx: Transaction) -> str:
        badge = clerk_badge(_highest_number(tx) + 1)
        add(tx, StaffMember(branch, badge, name_zh, name_en, role, verifier))
        audit.note(tx, Event.STAFF_ADDED, datetime.now(UTC), badge=badge, role=role.value, branch=branch)
        return badge

    return database.transact(add_one, scope_of(branch))


def change(
    database: Database,
    member: StaffMember,
    *,
    now: datetime,
    role: Role | None = None,
    active: bool | None = None,
    pin: str | None = None,
) -> StaffMember:
    """Change what somebody is from now on, and tell the branch's tills. What they did before is judged by what they
    were then, so that is kept.
    """
    verifier = verifier_of(pin) if pin is not None else None
    columns = tables.staff.c
    here = (columns.branch == member.branch) & (columns.badge == member.badge)

    def change_one(tx: Transaction) -> StaffMember:
        row = tx.execute(select(tables.staff).where(here)).one()
        before = _member_of(row)
        after = replace(
            before,
            role=before.role if role is None else role,
            active=before.active if active is None else active,
            pin_verifier=verifier or before.pin_verifier,
        )
        earlier = [*json.loads(row.earlier or "[]"), _until(ms_of(now), before)]
        tx.execute(update(tables.staff).where(here).values(**feed_body(after), earlier=json.dumps(earlier)))
        feed.put(tx, scope_of(after.branch), "staff", after.badge, feed_body(after))
        became = {"role": after.role.value, "active": after.active, "new_pin": verifier is not None}
        audit.note(tx, Event.STAFF_CHANGED, now, badge=after.badge, branch=after.branch, **became)
        return after

    return database.transact(change_one, scope_of(member.branch))


def _until(ms: int, was: StaffMember) -> dict[str, Any]:
    return {"until_ms": ms, "role": was.role.value, "active": was.active, "pin_verifier": was.pin_verifier}


def standing_at(now: Standing, earlier: str | None, at_ms: int) -> Standing:
    """What somebody was at that time, by what they are and the `earlier` of their row."""
    for was in json.loads(earlier) if earlier else ():
        if at_ms < was["until_ms"]:
            return Standing(Role(was["role"]), was["active"], was["pin_verifier"])
    return now


def find(reader: Reader, badge: str) -> StaffMember | None:
    row = reader.execute(tables.everywhere(select(tables.staff).where(tables.staff.c.badge == badge))).first()
    return _member_of(row) if row is not None else None


def all_staff(reader: Reader, branch: int | None = None) -> tuple[StaffMember, ...]:
    columns = tables.staff.c
    wanted = select(tables.staff).order_by(columns.branch, columns.badge)
    rows = reader.execute(tables.everywhere(wanted) if branch is None else wanted.where(columns.branch == branch))
    return tuple(map(_member_of, rows))


def _member_of(row: Any) -> StaffMember:
    return StaffMember(row.branch, row.badge, row.name_zh, row.name_en, Role(row.role), row.pin_verifier, row.active)


def row_of(member: StaffMember) -> dict[str, Any]:
    return {"branch": member.branch, **feed_body(member)}


def feed_body(member: StaffMember) -> dict[str, Any]:
    """The `staff` entity as tills know it."""
    return {
        "badge": member.badge,
        "name_zh": member.name_zh,
        "name_en": member.name_en,
        "role": member.role.value,
        "pin_verifier": member.pin_verifier,
        "active": member.active,
    }


def _highest_number(reader: Reader) -> int:
    """The number in the highest badge: between its two letters and its check digit."""
    badge = reader.execute(tables.everywhere(select(func.max(tables.staff.c.badge)))).scalar_one_or_none()
    return int(badge[2:-1]) if badge else 0
