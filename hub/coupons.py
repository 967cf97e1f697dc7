"""Coupons that are good once: made for a member or for whoever shows them, and claimed by one act."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import orjson
from sqlalchemy import insert, select

from clerk_app.wire import time_text
from hub import tables
from hub.database import Reader, Transaction
from hub.orders import ms_of, time_of_ms
from hub.staleness import touch
from hub.statements import Statement

ROWS_MAX = 500
_NEVER = datetime.max.replace(tzinfo=UTC)
_CLAIM = Statement(
    "UPDATE coupon SET claimed_by = :by, claimed_ms = :at_ms WHERE code = :code AND claimed_by = '' RETURNING member"
)
_RELEASE = Statement(
    "UPDATE coupon SET claimed_by = '', claimed_ms = NULL WHERE code = :code AND claimed_by = :by RETURNING member"
)
_CLAIMED = Statement("SELECT claimed_by, claimed_ms, member FROM coupon WHERE code = :code")


@dataclass(frozen=True, slots=True)
class IssuedCoupon:
    """A code that head office gave out. Without times it is good for as long as its offer."""

    code: str
    offer: str
    member: str = ""
    valid_from: datetime | None = None
    valid_until: datetime | None = None


@dataclass(frozen=True, slots=True)
class Claimed:
    member: str = ""  # for whom it was made; empty: for whoever shows it


@dataclass(frozen=True, slots=True)
class AlreadyClaimed:
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class UnknownCoupon:
    """No such code was ever given out."""


def issue(tx: Transaction, coupons: Sequence[IssuedCoupon]) -> None:
    """Give out new codes. The database refuses one that there is already."""
    rows = [
        {
            "code": it.code,
            "offer": it.offer,
            "member": it.member,
            "valid_from_ms": _ms_of(it.valid_from),
            "valid_until_ms": _ms_of(it.valid_until),
        }
        for it in coupons
    ]
    for start in range(0, len(rows), ROWS_MAX):
        tx.execute(insert(tables.coupon), rows[start : start + ROWS_MAX])
    for member in sorted({it.member for it in coupons if it.member}):
        touch(tx, member)


def claim(tx: Transaction, code: str, *, by: str, at: datetime) -> Claimed | AlreadyClaimed | UnknownCoupon:
    """Use a code up. The same `by` (an act's id) may claim it again: nothing happens twice.

    Whether the offer and its times allow it is the pricing's to say, not asked here.
    """
    freed = _CLAIM.rows(tx, {"code": code, "by": by, "at_ms": ms_of(at)})
    if freed:
        _touch_owner(tx, freed[0][0])
        return Claimed(freed[0][0])
    found = _CLAIMED.rows(tx, {"code": code})
    if not found:
        return UnknownCoupon()
    claimed_by, claimed_ms, member = found[0]
    return Claimed(member) if claimed_by == by else AlreadyClaimed(claimed_by, time_of_ms(claimed_ms))


def release(tx: Transaction, code: str, *, by: str) -> bool:
    """Give back what this very act had claimed; false: it had not, and nothing was changed."""
    freed = _RELEASE.rows(tx, {"code": code, "by": by})
    if freed:
        _touch_owner(tx, freed[0][0])
    return bool(freed)


def open_coupons_of(reader: Reader, member: str) -> tuple[IssuedCoupon, ...]:
    """A member's codes that nobody has used, those that end first in front."""
    columns = tables.coupon.c
    query = select(tables.coupon).where(columns.member == member, columns.claimed_by == "")
    rows = reader.execute(tables.everywhere(query.order_by(columns.code)))  # spread by code: each machine has some
    found = [
        IssuedCoupon(row.code, row.offer, row.member, _time_of(row.valid_from_ms), _time_of(row.valid_until_ms))
        for row in rows
    ]
    return tuple(sorted(found, key=lambda it: (it.valid_until or _NEVER, it.code)))


def offers(reader: Reader, wanted: Collection[str]) -> dict[str, Mapping[str, Any]]:
    """Those of these offers that the chain makes, as tills are told them."""
    if not wanted:
        return {}
    columns = tables.feed.c
    query = select(columns.entity_id, columns.body).where(
        columns.branch == 0, columns.entity == "offer", columns.entity_id.in_(wanted), columns.body.is_not(None)
    )
    return {row.entity_id: orjson.loads(row.body) for row in reader.execute(query)}


def offers_for_coupons(reader: Reader) -> list[str]:
    """The offers that count only when a code is shown."""
    columns = tables.feed.c
    query = select(columns.entity_id, columns.body).where(
        columns.branch == 0, columns.entity == "offer", columns.body.is_not(None)
    )
    rows = reader.execute(query.order_by(columns.entity_id))
    return [row.entity_id for row in rows if orjson.loads(row.body).get("by_code")]


def coupon_json(coupon: IssuedCoupon, offer: Mapping[str, Any]) -> dict[str, Any]:
    """As `clerk_app.wire.offers.coupon_of` reads it: with the whole of its offer, whose JSON this is."""
    times = {"valid_from": coupon.valid_from, "valid_until": coupon.valid_until}
    return {
        "code": coupon.code,
        "offer": dict(offer),
        **({"member": coupon.member} if coupon.member else {}),
        **{name: time_text(at) for name, at in times.items() if at is not None},
    }


def _touch_owner(tx: Transaction, member: str) -> None:
    if member:
        touch(tx, member)


def _ms_of(at: datetime | None) -> int | None:
    return None if at is None else ms_of(at)


def _time_of(ms: int | None) -> datetime | None:
    return None if ms is None else time_of_ms(ms)
