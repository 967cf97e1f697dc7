"""What head office offers: kept here, told to every till, and looked up with a coupon that somebody shows."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

import orjson
from sqlalchemy import select

from clerk_app.domain.pricing import Offer
from clerk_app.wire import GLOBAL
from clerk_app.wire.offers import offer_json, offer_of
from hub import feed, tables
from hub.coupons import IssuedCoupon, coupon_json
from hub.database import Reader, Transaction
from hub.orders import time_of_ms
from hub.statements import Statement

OFFER = "offer"
_STORE = Statement(
    "INSERT INTO offer (offer, by_code, body) VALUES (:offer, :by_code, :body)"
    " ON CONFLICT (offer) DO UPDATE SET by_code = excluded.by_code, body = excluded.body"
)


def store_offer(tx: Transaction, offer: Offer, *, by_code: bool = False) -> Mapping[str, Any]:
    """Keep a new or changed offer and tell every till; `by_code`: it counts only where a code of it is shown.

    The transaction must have named the chain's scope. Returns what tills are told.
    """
    body = {**offer_json(offer), **({"by_code": True} if by_code else {})}
    text = feed.json_text(body)
    _STORE.run(tx, {"offer": offer.offer, "by_code": by_code, "body": text})
    feed.put_text(tx, GLOBAL, OFFER, offer.offer, text)
    return body


def end_offer(tx: Transaction, offer: str, at: datetime) -> Mapping[str, Any] | None:
    """Let an offer end then; None: there is no such offer. It is kept: what was sold by it names it."""
    body = _body(tx, offer)
    if body is None:
        return None
    found = offer_of(body)
    ended = replace(found, validity=replace(found.validity, until=at))
    return store_offer(tx, ended, by_code=bool(body.get("by_code")))


def end_of_offer(reader: Reader, offer: str) -> datetime | None:
    """When it is or was over; None: it has no end, or there is no such offer."""
    body = _body(reader, offer)
    return offer_of(body).validity.until if body is not None else None


def offers(reader: Reader) -> tuple[Mapping[str, Any], ...]:
    """All of them, by id, as tills are told."""
    rows = reader.execute(select(tables.offer.c.body).order_by(tables.offer.c.offer)).scalars()
    return tuple(orjson.loads(body) for body in rows)


def coupon_of_code(reader: Reader, code: str) -> tuple[Mapping[str, Any], bool] | None:
    """A coupon with the whole of its offer, as tills read it, and whether somebody has used it; None: no such code."""
    row = reader.execute(select(tables.coupon).where(tables.coupon.c.code == code)).one_or_none()
    body = _body(reader, row.offer) if row is not None else None
    if row is None or body is None:
        return None
    times = [None if ms is None else time_of_ms(ms) for ms in (row.valid_from_ms, row.valid_until_ms)]
    issued = IssuedCoupon(row.code, row.offer, row.member, *times)
    return coupon_json(issued, body), bool(row.claimed_by)


def _body(reader: Reader, offer: str) -> Mapping[str, Any] | None:
    text = reader.execute(select(tables.offer.c.body).where(tables.offer.c.offer == offer)).scalar_one_or_none()
    return orjson.loads(text) if text is not None else None
