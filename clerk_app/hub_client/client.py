"""The hub as one till sees it: every question that a till asks, each with what it may come to."""

import json
from collections.abc import Generator, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote, urlencode

from requests import Response

from clerk_app.clock import TrustedClock
from clerk_app.domain.aisle.addresses import FIELDS, Address, AddressFault
from clerk_app.domain.aisle.reservations import Reservation, Wanted, WhyNotReserved
from clerk_app.domain.catalogue import Product
from clerk_app.domain.day import Cut
from clerk_app.domain.operations import Answer, SignedOperation
from clerk_app.domain.orders import LineQuantity
from clerk_app.domain.returns.acts import key_json
from clerk_app.domain.returns.keys import PurchaseKey
from clerk_app.errors import (
    HubIncompatible,
    HubUnreachable,
    Why,
)
from clerk_app.hub_client.exchange import (
    ANSWER_MAX_BYTES,
    EVENTS,
    EVENTS_S,
    JSON,
    NDJSON,
    WITHIN_S,
    ZSTD,
    Exchange,
    Reply,
    parsed,
)
from clerk_app.ids import new_id
from clerk_app.settings import Profile
from clerk_app.signing import SigningKey
from clerk_app.wire import (
    GLOBAL,
    MEMBER,
    PAGE_MAX,
    PRODUCT,
    PROTOCOL,
    Availability,
    Digest,
    FeedPage,
    Hello,
    Hold,
    LookedUp,
    Malformed,
    Revealed,
    answer_of,
    availability_of,
    batch_json,
    bool_of,
    canonical,
    choice_of,
    digest_of,
    hello_of,
    hold_of,
    int_of,
    list_of,
    looked_up_of,
    object_of,
    page_of,
    product_of,
    revealed_of,
    text_of,
)
from clerk_app.wire.aisle import NotReserved, Offers, offers_of, quote_of, reservation_of, wanted_json

if TYPE_CHECKING:
    from clerk_app.domain.returns.purchases import Purchase
    from clerk_app.wire.returns import HeldPurchase
from clerk_app.wire.days import ToldDay, ToldEntries, told_day_of, told_entries_of

PAGE_MAX_BYTES: Final = 64 * 1024 * 1024
BUSY_S: Final = 10.0  # where the hub does not say how long
UNKNOWN_PRODUCT: Final = "unknown_product"
PAGE_S: Final = 120.0  # a long page over a slow line


class FeedGone(Exception):
    """The hub cannot go on from our position in the feed (410): the scope is read anew."""


class BatchUnreadable(Exception):
    """The hub could not read the batch, or it was too large (400, 413): halve it."""


class TooManyTries(Exception):
    """Short codes were tried too often at this till (429)."""


class ReasonNeeded(Exception):
    """This clerk has asked for many members: one more needs a reason, which the hub keeps (429)."""


@dataclass(frozen=True, slots=True)
class Hint:
    """The hub's word that a scope has come so far. Losing one is harmless."""

    scope: str
    seq: int


class HubClient:
    """The hub as one till sees it. Any number of threads may use one client."""

    def __init__(
        self,
        *,
        url: str,
        hub_id: str,
        till: str = "",
        key: SigningKey | None = None,
        time: TrustedClock,
        tls_pin: str = "",
    ) -> None:
        self._hub_id = hub_id
        self._exchange = Exchange(url=url, hub_id=hub_id, till=till, key=key, time=time, tls_pin=tls_pin, jti=new_id)

    def limit_s(self, most_s: float) -> None:
        """All that is asked from now on ends within this time, together: somebody is standing there."""
        self._exchange.limit_s(most_s)

    def close(self) -> None:
        self._exchange.close()

    # -- what a till asks --------------------------------------------------------------------------------------------

    def hello(self) -> Hello:
        """Raises HubIncompatible when the hub does not speak this protocol any more, or not yet."""
        hello = parsed(hello_of, self._get("/v1/hello").json())
        if hello.hub_id != self._hub_id:
            raise HubUnreachable(Why.WRONG_HUB)
        low, high = hello.protocol
        if not low <= PROTOCOL <= high:
            raise HubIncompatible(f"the hub speaks protocols {low} to {high}, this till {PROTOCOL}")
        return hello

    def changes(self, scope: str, *, epoch: int, after: int, limit: int = PAGE_MAX, anew: bool = False) -> FeedPage:
        """Return one page of a scope, from `after` on. Raises FeedGone where the hub cannot go on from there.

        `anew` says that the reading began at 0: then the hub always can.
        """
        asked: dict[str, Any] = {"scope": scope, "epoch": epoch, "after": after, "limit": limit}
        asked |= {"anew": "true"} if anew else {}
        return self._feed_page(asked | ({"without": PRODUCT} if scope == GLOBAL else {}))

    def products(self, *, epoch: int, after: int, limit: int = PAGE_MAX, anew: bool = False) -> FeedPage:
        """Return one page of the catalogue, which is read apart from the rest of its scope; `anew` as in `changes`."""
        asked: dict[str, Any] = {"scope": GLOBAL, "epoch": epoch, "after": after, "limit": limit, "only": PRODUCT}
        return self._feed_page(asked | ({"anew": "true"} if anew else {}))

    def members_of_branch(self, scope: str, *, epoch: int, after: int, limit: int = PAGE_MAX) -> FeedPage:
        """Return one page of what a branch's feed tells of members, and of nothing else, in a reading from 0 on: so
        the hub can always go on.
        """
        asked = {"scope": scope, "epoch": epoch, "after": after, "limit": limit, "only": MEMBER}
        return self._feed_page({**asked, "anew": "true"})

    def _feed_page(self, asked: Mapping[str, Any]) -> FeedPage:
        target = f"/v1/changes?{urlencode(asked)}"
        reply = self._exchange.call("GET", target, accept=NDJSON, most=PAGE_MAX_BYTES, within_s=PAGE_S)
        if reply.status == 410:
            raise FeedGone(asked["scope"])
        _expect(reply, 200)
        try:
            page = page_of(reply.body)
        except Malformed as error:
            raise HubUnreachable(Why.TRUNCATED, str(error)) from error
        if page.scope != asked["scope"] or page.from_seq != asked["after"]:
            raise HubUnreachable(Why.TRUNCATED, "this is another page than the one asked for")
        return page

    def blob(self, sha256: str, *, after: int) -> Generator[bytes]:
        """Yield the bytes of an immutable file from there on, as they come. Whether they are right, their hash says.

        Raises HubUnreachable for whatever is not this file, and where it ends too soon; what was yielded is good.
        """
        target, range_ = f"/v1/blobs/{sha256}", {"Range": f"bytes={after}-"} if after else {}
        with self._exchange.opened("GET", target, b"", ZSTD, most_s=WITHIN_S, headers=range_) as response:
            self._exchange.check_type(response, ZSTD if response.status_code in {200, 206} else JSON)
            if response.status_code not in {200, 206}:
                self._exchange.refuse(self._exchange.read(response, ANSWER_MAX_BYTES))
                raise HubUnreachable(Why.HUB_ERROR, f"status {response.status_code} for the catalogue")
            yield from self._exchange.parts(response, skip=_skipped(response, after))

    def submit(self, batch: Sequence[SignedOperation], *, epoch: int) -> tuple[Answer, ...]:
        """Raises BatchUnreadable, TillRevoked, TillFrozen; HubIncompatible unless exactly these are answered.

        The answers name places in the feed of their epoch, so those of another one are not taken: HubUnreachable.
        """
        reply = self._exchange.call("POST", "/v1/operations", body=canonical(batch_json(batch)))
        if reply.status in {400, 413}:
            raise BatchUnreadable(f"{len(batch)} operations")
        _expect(reply, 200)
        if reply.epoch != epoch:
            raise HubUnreachable(Why.HUB_ERROR, "its epoch changed while operations were sent")
        answers = parsed(lambda message: list_of(message, "answers", answer_of), reply.json())
        if sorted(answer.op_id for answer in answers) != sorted(it.operation.op_id for it in batch):
            raise HubIncompatible("the hub did not answer exactly the operations it was sent")
        return answers

    def digest(self, scope: str) -> Digest:
        return parsed(digest_of, self._get(f"/v1/digest?{urlencode({'scope': scope})}").json())

    def hold_pickup(self, pickup_id: str, *, clerk: str, timeout_s: float) -> Hold | None:
        """Return the order as it stands, held for this badge for 30 s; None when the hub does not know it."""
        return self._hold(f"/v1/pickups/{quote(pickup_id, safe='')}/hold", clerk, timeout_s)

    def hold_order(self, order_no: int, *, clerk: str, timeout_s: float) -> Hold | None:
        return self._hold(f"/v1/orders/{order_no}/hold", clerk, timeout_s)

    def hold_short_code(self, code: str, *, clerk: str, timeout_s: float) -> Hold | None:
        """Raises TooManyTries."""
        return self._hold(f"/v1/short-codes/{quote(code, safe='')}/hold", clerk, timeout_s)

    def availability(self, skus: Sequence[str], *, timeout_s: float) -> Availability:
        """What each branch and warehouse has of these SKUs now."""
        reply = self._get(f"/v1/availability?{urlencode([('sku', sku) for sku in skus])}", within_s=timeout_s)
        return parsed(availability_of, reply.json())

    def quotes(self, sku: str, *, quantity: int, to: str | int | None, timeout_s: float) -> Offers:
        """From where so many pieces may be had: sent `home`, collected at a branch by its number, or in any way."""
        asked = canonical({"sku": sku, "quantity": quantity, "to": to})
        reply = self._exchange.call("POST", "/v1/quotes", body=asked, within_s=timeout_s)
        _expect(reply, 200)
        return parsed(offers_of, reply.json())

    def reserve(self, wanted: Wanted, *, timeout_s: float) -> Reservation | NotReserved:
        """Keep pieces at one branch. Asked twice with the same id, they are kept once."""
        reply = self._exchange.call("POST", "/v1/reservations", body=canonical(wanted_json(wanted)), within_s=timeout_s)
        if reply.status in {404, 409} and reply.error in list(WhyNotReserved):
            offers = parsed(lambda said: list_of(said, "quotes", quote_of) if "quotes" in said else (), reply.json())
            return NotReserved(WhyNotReserved(reply.error), offers)
        _expect(reply, 200)
        return parsed(reservation_of, reply.json())

    def release(self, reservation: str, *, timeout_s: float) -> Reservation | None:
        """Give the pieces free; None where this till has made no such reservation."""
        target = f"/v1/reservations/{quote(reservation, safe='')}"
        reply = self._exchange.call("DELETE", target, within_s=timeout_s)
        if reply.status == 404:
            return None
        _expect(reply, 200)
        return parsed(reservation_of, reply.json())

    def keep_address(self, typed: Mapping[str, str], *, timeout_s: float) -> str | Mapping[str, AddressFault]:
        """The id under which the hub keeps an address, or what is wrong with each field of it."""
        reply = self._exchange.call("POST", "/v1/addresses", body=canonical(dict(typed)), within_s=timeout_s)
        if reply.status == 422:
            return parsed(_faults, reply.json())
        _expect(reply, 200)
        return parsed(lambda said: text_of(said, "address"), reply.json())

    def parcel_address(self, order_no: int, *, timeout_s: float) -> Address | None:
        """Where a parcel of this branch goes, for its label; None where none is to be sent from here."""
        reply = self._exchange.call("GET", f"/v1/orders/{order_no}/address", within_s=timeout_s)
        if reply.status == 404:
            return None
        _expect(reply, 200)
        return parsed(lambda said: Address(**{name: text_of(said, name) for name in FIELDS}), reply.json())

    def product(self, gtin: str, *, timeout_s: float) -> Product | None:
        """Return the article of a barcode of 14 digits; None when nobody in the chain knows it."""
        reply = self._exchange.call("GET", f"/v1/products/{quote(gtin, safe='')}", within_s=timeout_s)
        if reply.status == 404 and reply.error == UNKNOWN_PRODUCT:  # an older hub knows no such question
            return None
        _expect(reply, 200)
        return parsed(lambda message: product_of(text_of(message, "sku"), message), reply.json())

    def members(self, *, card: str, phone_mark: str, clerk: str, reason: str, timeout_s: float) -> LookedUp:
        """The member of a card or of a whole phone, masked. Raises ReasonNeeded."""
        asked = {"card": card, "phone_mark": phone_mark, "clerk": clerk, "reason": reason}
        query = urlencode({name: value for name, value in asked.items() if value})
        reply = self._exchange.call("GET", f"/v1/members?{query}", within_s=timeout_s)
        if reply.status == 429 and reply.error == "reason_needed":
            raise ReasonNeeded
        _expect(reply, 200)
        return parsed(looked_up_of, reply.json())

    def reveal(self, member: str, *, clerk: str, reason: str, timeout_s: float) -> Revealed | None:
        """A member's name and phone in full, which the hub writes down; None where there is no such member."""
        target = f"/v1/members/{quote(member, safe='')}/reveal"
        body = canonical({"clerk": clerk, "reason": reason})
        reply = self._exchange.call("POST", target, body=body, within_s=timeout_s)
        if reply.status == 404:
            return None
        _expect(reply, 200)
        return parsed(revealed_of, reply.json())

    def coupon(self, code: str, *, timeout_s: float) -> tuple[Mapping[str, Any], bool] | None:
        """What a code is worth (`wire.offers.coupon_of` reads it), and whether it is used; None: nobody gave it out."""
        reply = self._exchange.call("GET", f"/v1/coupons/{quote(code, safe='')}", within_s=timeout_s)
        if reply.status == 404:
            return None
        _expect(reply, 200)
        return parsed(lambda said: (object_of(said.get("coupon")), bool_of(said, "used")), reply.json())

    def purchases(self, asked: Mapping[str, str | int], *, timeout_s: float) -> "tuple[Purchase, ...]":
        """What was bought under a receipt_no, order_no, pickup_id or member; nothing where nobody knows it. Raises
        ReasonNeeded.
        """
        query = urlencode({name: value for name, value in asked.items() if value})
        reply = self._exchange.call("GET", f"/v1/purchases?{query}", within_s=timeout_s)
        if reply.status == 429 and reply.error == "reason_needed":
            raise ReasonNeeded
        if reply.status == 404:
            return ()
        _expect(reply, 200)
        from clerk_app.wire.returns import purchase_of  # with it comes the pricing, which a window does not wait for

        return parsed(lambda message: tuple(list_of(message, "purchases", purchase_of)), reply.json())

    def hold_purchase(
        self, key: PurchaseKey, lines: Sequence[LineQuantity], *, clerk: str, timeout_s: float
    ) -> "HeldPurchase | None":
        """Keep these pieces for this till, for three minutes; without lines let them go. None: it knows no such one."""
        parts = [{"line": it.line, "quantity": it.quantity} for it in lines]
        body = canonical({"clerk": clerk, "purchase": key_json(key), "lines": parts})
        reply = self._exchange.call("POST", "/v1/purchases/hold", body=body, within_s=timeout_s)
        if reply.status == 404:
            return None
        _expect(reply, 200)
        from clerk_app.wire.returns import held_purchase_of

        return parsed(held_purchase_of, reply.json())

    def branch_day(self, branch: int, day: date, *, clerk: str, timeout_s: float) -> ToldDay:
        """The day of this till's branch, of all its tills: the whole to a manager, to others what is theirs."""
        asked = {"branch": branch, "date": day.isoformat(), "clerk": clerk}
        return parsed(told_day_of, self._get(f"/v1/reports/branch-day?{urlencode(asked)}", within_s=timeout_s).json())

    def day_entries(  # the part of which day, and who asks
        self, branch: int, day: date, *, clerk: str, cut: Cut, of: str, timeout_s: float
    ) -> ToldEntries:
        """The receipts and orders behind one part of that day."""
        asked = {"branch": branch, "date": day.isoformat(), "clerk": clerk, "by": cut.value, "of": of}
        target = f"/v1/reports/branch-day/entries?{urlencode(asked)}"
        return parsed(told_entries_of, self._get(target, within_s=timeout_s).json())

    def wait(self, heads: Mapping[str, int], *, seconds: int = 25) -> Mapping[str, int]:
        """Return the heads as soon as one is beyond these, or after so many seconds."""
        query = urlencode({"heads": ",".join(f"{scope}:{seq}" for scope, seq in heads.items()), "t": seconds})
        reply = self._get(f"/v1/wait?{query}", within_s=EVENTS_S)
        return parsed(lambda message: _heads(object_of(message.get("heads"))), reply.json())

    def events(self) -> Iterator[Hint | None]:
        """Yield the hub's hints as they come, None for a heartbeat. Ends when it hangs up, or in HubUnreachable."""
        with self._exchange.opened("GET", "/v1/events", b"", EVENTS, most_s=EVENTS_S) as response:
            if response.status_code != 200:
                _expect(self._exchange.read(response, ANSWER_MAX_BYTES), 200)
            self._exchange.check_type(response, EVENTS)
            for line in response.iter_lines(chunk_size=1, decode_unicode=False):
                yield _hint(line)

    # -- pairing, which has no key yet -------------------------------------------------------------------------------

    def pair(self, step: str, message: Mapping[str, Any]) -> tuple[int, Mapping[str, Any]]:
        """Send one step of pairing; returns the HTTP status and the answer."""
        reply = self._exchange.call("POST", f"/v1/pair/{step}", body=canonical(message))
        return reply.status, reply.json()

    # -- how ----------------------------------------------------------------------------------------------------------

    def _hold(self, path: str, clerk: str, timeout_s: float) -> Hold | None:
        reply = self._exchange.call("POST", path, body=canonical({"clerk": clerk}), within_s=timeout_s)
        if reply.status == 404:
            return None
        if reply.status == 429 and reply.error == "too_many_tries":
            raise TooManyTries
        _expect(reply, 200)
        return parsed(hold_of, reply.json())

    def _get(self, target: str, *, within_s: float = WITHIN_S) -> Reply:
        reply = self._exchange.call("GET", target, within_s=within_s)
        _expect(reply, 200)
        return reply


def client_for(profile: Profile, *, key: SigningKey, time: TrustedClock) -> HubClient:
    """The paired hub of a till."""
    return HubClient(
        url=profile.hub_url, hub_id=profile.hub_id, till=profile.till, key=key, time=time, tls_pin=profile.tls_pin
    )


def _expect(reply: Reply, status: int) -> None:
    if reply.status == 429:
        raise HubUnreachable(Why.BUSY, reply.error, retry_after_s=reply.wait_s or BUSY_S)
    if reply.status != status:
        raise HubIncompatible(f"status {reply.status} {reply.error}")


def _faults(message: Mapping[str, Any]) -> Mapping[str, AddressFault]:
    rows = list_of(message, "errors", lambda row: (text_of(row, "field"), choice_of(row, "error", AddressFault)))
    return dict(rows)


def _heads(message: Mapping[str, Any]) -> Mapping[str, int]:
    return {scope: int_of(message, scope) for scope in message}


def _skipped(response: Response, after: int) -> int:
    """How many bytes are not wanted, because the whole came where the rest was asked for."""
    if response.status_code == 200:
        return after
    if not response.headers.get("Content-Range", "").startswith(f"bytes {after}-"):
        raise HubUnreachable(Why.NOT_THE_HUB, "another part of the file than was asked for")
    return 0


def _hint(line: bytes) -> Hint | None:
    """Read one line of the event stream; what is no hint is at least a sign of life."""
    name, _, value = line.partition(b":")
    if name != b"data":
        return None
    try:
        message = json.loads(value)
        return Hint(text_of(message, "scope"), int_of(message, "seq"))
    except (ValueError, AttributeError):
        return Hint(GLOBAL, 0)  # unreadable, but something has happened: pull
