"""The members of the chain, which branches know them, and what those are told."""

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

import orjson
from sqlalchemy import delete, insert, select, update

from clerk_app.domain.members import PURCHASES_MAX, Contact, Member, Purchase
from clerk_app.domain.names import masked
from clerk_app.domain.printed_codes import Printed, member_card, parse_printed
from clerk_app.wire import MEMBER, member_json, phone_mark, scope_of, suggestions_of
from hub import coupons, feed, points, purchases, tables
from hub.database import Database, Reader, Transaction
from hub.orders import ms_of, time_of_ms
from hub.readings import initials_of
from hub.rules import Rules, load_rules
from hub.staleness import touch
from hub.statements import Statement
from hub.visits import habits_of

SEEN_FOR: Final = timedelta(days=90)
"""So long a branch knows a member who does not come again."""
REVEALED_FOR: Final = timedelta(seconds=30)
"""So long a name and a phone may be shown in full."""
AT_ONCE_MAX: Final = 200
ROWS_MAX: Final = 500
_CARDS: Final = 10**9
_TRIES_MAX: Final = 20

_SEEN = Statement(
    "INSERT INTO member_place (member, branch, is_stale, seen_ms) VALUES (:member, :branch, :yes, :seen_ms)"
    " ON CONFLICT (member, branch) DO UPDATE SET is_stale = excluded.is_stale, seen_ms = excluded.seen_ms"
)
_CLAIM_PHONE = Statement(
    "INSERT INTO member_phone (phone_mark, member) VALUES (:phone_mark, :member)"
    " ON CONFLICT (phone_mark) DO NOTHING RETURNING member"
)
_OWN_PHONE = Statement(
    "INSERT INTO member_phone (phone_mark, member) VALUES (:phone_mark, :member) ON CONFLICT (phone_mark) DO NOTHING"
)
_BEGIN_TO_TELL = Statement(
    "UPDATE member_place SET is_stale = :no WHERE member = :member AND branch = :branch RETURNING seen_ms"
)
"""The first thing of telling: who changes something of the member meanwhile waits, and makes it stale again."""


@dataclass(frozen=True, slots=True)
class KnownMember:
    """A member as the hub alone knows them."""

    member: str
    name: str
    phone: str  # E.164
    tier: str = ""
    home_branch: int = 0
    joined_at: datetime | None = None
    consent: str = ""
    agreed_at: datetime | None = None
    contact: frozenset[Contact] = frozenset()
    child_born: str = ""


def add(tx: Transaction, members: Sequence[KnownMember]) -> None:
    """Add members who are known to be new, with phones that nobody else has; nobody is told yet."""
    add_rows(tx, [_row_of(it) for it in members])


def add_rows(tx: Transaction, rows: Sequence[Mapping[str, Any]]) -> None:
    """The same for rows as the table has them."""
    for start in range(0, len(rows), ROWS_MAX):
        some = rows[start : start + ROWS_MAX]
        tx.execute(insert(tables.member), some)
        _OWN_PHONE.run_many(tx, [{"phone_mark": phone_mark(it["phone"]), "member": it["member"]} for it in some])


def add_one(tx: Transaction, new: KnownMember) -> bool:
    """Add a member; false where the phone is somebody's, and nothing was changed."""
    if not _CLAIM_PHONE.rows(tx, {"phone_mark": phone_mark(new.phone), "member": new.member}):
        return False
    tx.execute(insert(tables.member), _row_of(new))
    return True


def new_number(tx: Transaction) -> str:
    """The number of a card that nobody has."""
    drawn = (member_card(secrets.randbelow(_CARDS)) for _ in range(_TRIES_MAX))
    return next(it for it in drawn if member_of_number(tx.connection, it) is None)


def card_of(text: str) -> str | None:
    """The number as it is printed on a member's card, or None where this is none, or is mistyped."""
    printed = parse_printed(text)
    is_card = printed is not None and printed.kind is Printed.MEMBER_CARD and printed.is_right
    return printed.text if printed is not None and is_card else None


def agree(
    tx: Transaction,
    known: KnownMember,
    *,
    consent: str,
    contact: frozenset[Contact],
    child_born: str,
    at: datetime,
) -> None:
    """Note what a member agreed to now, unless something newer is known. What they do not say stays as it was."""
    if known.agreed_at is not None and known.agreed_at > at:
        return
    said = {"consent": consent, "consent_ms": ms_of(at), "contact": _contact_text(contact)}
    born = {"child_born": child_born} if child_born else {}
    tx.execute(update(tables.member).where(tables.member.c.member == known.member).values(**said, **born))


def seen(tx: Transaction, member: str, branch: int, at: datetime) -> None:
    """A member was at a branch, or ordered for it: from now on, and for 90 days, its tills know them."""
    _SEEN.run(tx, {"member": member, "branch": branch, "yes": True, "seen_ms": ms_of(at)})


def bought(tx: Transaction, it: purchases.Bought, *, now: datetime) -> None:
    """Note what a member bought at a branch, and that they were there; their own points are moved beside this."""
    purchases.note(tx, [it])
    seen(tx, it.member, it.branch, now)
    touch(tx, it.member)


def member_of_number(reader: Reader, member: str) -> KnownMember | None:
    row = reader.execute(select(tables.member).where(tables.member.c.member == member)).one_or_none()
    return _known_of(row) if row is not None else None


def member_of_mark(reader: Reader, mark: str) -> KnownMember | None:
    """By the mark of their phone."""
    columns = tables.member_phone.c
    member = reader.execute(select(columns.member).where(columns.phone_mark == mark)).scalar_one_or_none()
    return member_of_number(reader, member) if member is not None else None


def member_of_phone(reader: Reader, phone: str) -> KnownMember | None:
    """By their phone as E.164 writes it."""
    return member_of_mark(reader, phone_mark(phone))


def told(reader: Reader, it: KnownMember, *, rules: Rules, now: datetime, seen_at: datetime | None) -> dict[str, Any]:
    """What tills are told of a member: masked, with all that they may look at."""
    has = points.points_of(reader, it.member)
    bought = purchases.purchases_of(reader, it.member, limit=_HABITS_FROM_MAX)
    habits = habits_of(bought, now=now, zone=rules.zone)
    member = Member(
        member=it.member,
        name_masked=masked(it.name),
        phone_tail=it.phone[-4:],
        tier=it.tier,
        points=has.balance,
        points_at=has.changed_at,
        home_branch=it.home_branch,
        joined_at=it.joined_at,
        agreed_at=it.agreed_at,
        contact=it.contact,
        seen_at=seen_at,
        spent_minor=habits.spent_minor,
        currency=rules.currency,
        usual_branch=habits.usual_branch,
        every_days=habits.every_days,
        bought=habits.count,
        suggestions=suggestions_of({"suggestions": _suggested(reader, it.member)}),
        purchases=tuple(_purchase_of(one) for one in bought[:PURCHASES_MAX]),
    )
    return member_json(
        member,
        phone_mark=phone_mark(it.phone) if it.phone else "",
        initials=initials_of(it.name),
        coupons=_coupons_json(reader, it.member),
    )


def tell(tx: Transaction, member: str, branch: int, *, now: datetime) -> int | None:
    """Tell a branch the newest of a member, and return the seq; None where it does not know them.

    The transaction has named the branch's scope. Other branches that know them are told by `tell_others`.
    """
    begun = _BEGIN_TO_TELL.rows(tx, {"member": member, "branch": branch, "no": False})
    known = member_of_number(tx.connection, member)
    if not begun or known is None:
        return None
    seen_at = time_of_ms(begun[0][0])
    body = told(tx.connection, known, rules=load_rules(tx.connection), now=now, seen_at=seen_at)
    return feed.put(tx, scope_of(branch), MEMBER, member, body)


def tell_others(database: Database, now: datetime) -> int:
    """Tell every branch what has changed of the members that it knows; returns how many were told."""
    done = 0
    for branch, members in _stale(database).items():
        for start in range(0, len(members), AT_ONCE_MAX):
            some = members[start : start + AT_ONCE_MAX]
            done += database.transact(
                lambda tx, branch=branch, some=some: sum(
                    tell(tx, member, branch, now=now) is not None for member in some
                ),
                scope_of(branch),
                rows=len(some),
            )
    return done


def forget_unseen(database: Database, now: datetime) -> int:
    """Take out of each branch's feed whoever was not there for 90 days, all of them; returns how many."""
    columns, forgotten = tables.member_place.c, 0
    unseen = columns.seen_ms < ms_of(now - SEEN_FOR)
    over = select(columns.branch, columns.member).where(unseen).limit(AT_ONCE_MAX)

    def forget_one(tx: Transaction, branch: int, member: str) -> int:
        here = columns.member == member, columns.branch == branch
        gone: int = tx.execute(delete(tables.member_place).where(*here, unseen)).rowcount  # who came meanwhile stays
        if gone:
            feed.delete(tx, scope_of(branch), MEMBER, member)
        return gone

    def found() -> list[tuple[int, str]]:
        with database.read() as reader:
            return [(row.branch, row.member) for row in reader.execute(tables.everywhere(over))]

    while rows := found():
        for it in rows:
            forgotten += database.transact(lambda tx, it=it: forget_one(tx, *it), scope_of(it[0]))
    return forgotten


_HABITS_FROM_MAX: Final = 400


def _stale(database: Database) -> dict[int, list[str]]:
    place = tables.member_place.c
    query = select(place.branch, place.member).where(place.is_stale.is_(True)).limit(10 * AT_ONCE_MAX)
    found: dict[int, list[str]] = {}
    with database.read() as reader:
        for row in reader.execute(tables.everywhere(query)):
            found.setdefault(row.branch, []).append(row.member)
    return {branch: sorted(found[branch]) for branch in sorted(found)}


def _coupons_json(reader: Reader, member: str) -> list[Mapping[str, Any]]:
    """Those that nobody has used, each with the whole of its offer; what is no offer any more is left out."""
    issued = coupons.open_coupons_of(reader, member)
    offers = coupons.offers(reader, {it.offer for it in issued})
    return [coupons.coupon_json(it, offers[it.offer]) for it in issued if it.offer in offers]


def _suggested(reader: Reader, member: str) -> list[Any]:
    columns = tables.suggestion.c
    body = reader.execute(select(columns.body).where(columns.member == member)).scalar_one_or_none()
    return orjson.loads(body) if body else []


def _purchase_of(it: purchases.Bought) -> Purchase:
    return Purchase(it.at, it.branch, it.channel, it.pieces, it.total_minor, it.currency, it.order_no, it.receipt_no)


def _known_of(row: Any) -> KnownMember:
    return KnownMember(
        member=row.member,
        name=row.name,
        phone=row.phone,
        tier=row.tier,
        home_branch=row.home_branch,
        joined_at=None if row.joined_ms is None else time_of_ms(row.joined_ms),
        consent=row.consent,
        agreed_at=None if row.consent_ms is None else time_of_ms(row.consent_ms),
        contact=frozenset(Contact(it) for it in row.contact.split() if it in list(Contact)),
        child_born=row.child_born,
    )


def _contact_text(contact: frozenset[Contact]) -> str:
    return " ".join(sorted(way.value for way in contact))


def _row_of(it: KnownMember) -> dict[str, Any]:
    return {
        "member": it.member,
        "name": it.name,
        "phone": it.phone,
        "tier": it.tier,
        "home_branch": it.home_branch,
        "joined_ms": None if it.joined_at is None else ms_of(it.joined_at),
        "consent": it.consent,
        "consent_ms": None if it.agreed_at is None else ms_of(it.agreed_at),
        "contact": _contact_text(it.contact),
        "child_born": it.child_born,
    }
