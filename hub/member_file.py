"""A file of members whom the chain had before it had this hub: one on a line, each known by their phone."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from sqlalchemy import select

from clerk_app.domain.enrolment import NAME_MAX
from clerk_app.wire import phone_mark
from clerk_app.wire.phones import phone_of_text
from hub import members, points, spreadsheet, tables
from hub.database import Transaction
from hub.members import KnownMember
from hub.points import Movement
from hub.price_list import BadEntries, is_tier
from hub.spreadsheet import Rows, twice, whole_number

NEEDED: Final = ("phone", "name")
MORE: Final = ("member", "tier", "points", "home_branch")
MEMBERS_MAX: Final = 1_000_000
POINTS_MAX: Final = 100_000_000
_AT_ONCE: Final = 500


@dataclass(frozen=True, slots=True)
class ToldMember:
    """A line: `member` is empty where the hub is to give a card number."""

    where: str
    known: KnownMember
    points: int


def members_of(text: str, *, country: str, branches: Sequence[int]) -> tuple[ToldMember, ...]:
    """What the lines of a file say. `country` is the calling code of numbers without one. Raises BadEntries."""
    rows = spreadsheet.rows_of(text, needed=NEEDED, more=MORE, most=MEMBERS_MAX, of_what="member")
    phones = {where: phone_of_text(row["phone"], country=country) or "" for where, row in rows.items()}
    wrong = [f"{where}: {why}" for where, row in rows.items() if (why := _why_not(row, phones[where], branches))]
    wrong += twice(rows, "phone", phones) + twice(rows, "member", _texts(rows, "member"))
    if wrong:
        raise BadEntries(wrong)
    return tuple(_told(where, row, phones[where]) for where, row in rows.items())


def apply(tx: Transaction, told: Sequence[ToldMember], *, now: datetime) -> int:
    """Keep those whose phone nobody has; returns how many those are. Who is known already stays as they are.

    The branch that is a member's own tells its tills of them within seconds. Raises BadEntries where a card is
    somebody else's: then nothing is kept.
    """
    new = 0
    for start in range(0, len(told), _AT_ONCE):
        some = _with_unknown_phones(tx, told[start : start + _AT_ONCE])
        _refuse_taken_cards(tx, some)
        kept = [(it, _with_card(tx, it.known)) for it in some]
        members.add(tx, [member for _, member in kept])
        points.load(tx, [Movement(who.member, "import", it.points, "imported", now) for it, who in kept if it.points])
        for _, who in kept:
            if who.home_branch:
                members.seen(tx, who.member, who.home_branch, now)
        new += len(kept)
    return new


def _told(where: str, row: Mapping[str, str], phone: str) -> ToldMember:
    known = KnownMember(
        member=members.card_of(row.get("member", "")) or "",
        name=row["name"],
        phone=phone,
        tier=row.get("tier", ""),
        home_branch=int(row.get("home_branch") or 0),
    )
    return ToldMember(where, known, int(row.get("points") or 0))


def _why_not(row: Mapping[str, str], phone: str, branches: Sequence[int]) -> str:
    if not phone:
        return f"{row['phone'] or 'Nothing'} is no phone number; +8613800002046 is one."
    if not row["name"] or len(row["name"]) > NAME_MAX or not row["name"].isprintable():
        return f"A member has a name of 1 to {NAME_MAX} characters."
    if row.get("member") and members.card_of(row["member"]) is None:
        return f"{row['member']} is no member's card; without one the hub gives a number."
    if row.get("tier") and not is_tier(row["tier"]):
        return "This is no name of a tier."
    if row.get("points") and whole_number(row["points"], POINTS_MAX) is None:
        return f"Points are a number from 0 to {POINTS_MAX}."
    if row.get("home_branch") and row["home_branch"] not in {str(no) for no in branches}:
        return f"There is no branch {row['home_branch']}."
    return ""


def _texts(rows: Rows, name: str) -> dict[str, str]:
    return {where: row.get(name, "").upper() for where, row in rows.items()}


def _with_unknown_phones(tx: Transaction, told: Sequence[ToldMember]) -> list[ToldMember]:
    marks = {phone_mark(it.known.phone): it for it in told}
    column = tables.member_phone.c.phone_mark
    taken = set(tx.execute(select(column).where(column.in_(list(marks)))).scalars())
    return [it for mark, it in marks.items() if mark not in taken]


def _refuse_taken_cards(tx: Transaction, told: Sequence[ToldMember]) -> None:
    column = tables.member.c.member
    wanted = [it.known.member for it in told if it.known.member]
    taken = set(tx.execute(select(column).where(column.in_(wanted))).scalars())
    if taken:
        whose = [it for it in told if it.known.member in taken]
        raise BadEntries([f"{it.where}: {it.known.member} is another member's." for it in whose])


def _with_card(tx: Transaction, known: KnownMember) -> KnownMember:
    return known if known.member else replace(known, member=members.new_number(tx))
