"""The endless aisle, as a till asks for it: where goods are best had from, kept for its customer, and sent to."""

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Path, Request, Response

from clerk_app.domain.acts import QUANTITY_MAX
from clerk_app.domain.aisle.addresses import FIELDS, Address
from clerk_app.domain.aisle.reservations import Reservation, Wanted, WhyNotReserved
from clerk_app.domain.orders import OPEN_STATUSES, Method
from clerk_app.wire.aisle import Offers, offers_json, quote_json, reservation_json
from hub import audit
from hub.aisle import addresses, reserving
from hub.aisle.places import spot_of_branch
from hub.aisle.quoting import Asked, quotes_for
from hub.api.context import ApiError, answered, context_of, described, keep_pace, now_utc, parsed, read_body, till_of
from hub.api.description import BY_TILL, errors
from hub.api.models import OP_ID
from hub.database import Transaction
from hub.orders import load_order
from hub.rules import load_rules
from hub.tills import Till

SKU_MAX = 64
ID_MAX = 64
BRANCH_NO_MAX = 65_535

router = APIRouter(prefix="/v1", tags=["aisle"], dependencies=[BY_TILL], responses=errors(400, 401, 403, 409, 413, 429))
Body = Annotated[bytes, Depends(read_body)]
QUOTE = described({"sku": "NB-1", "quantity": 1, "to": "home"})
RESERVE = described({"reservation": OP_ID, "branch": 2, "sku": "NB-1", "quantity": 1, "basket": OP_ID})
ADDRESS = described(
    {"name": "林晓", "phone": "138 0000 0003", "region": "浙江省 杭州市 滨江区", "street": "糯米街 18 号"}
)


@router.post("/quotes", openapi_extra=QUOTE)
def quote(request: Request, body: Body) -> Response:
    """From where so many pieces are best had, the best first, each with why and a promise.

    `to` is `home`, the number of the branch where the customer would collect, or null for whatever is possible.
    Distances count from the till's own branch, which itself is no offer.
    """
    till = _asking(request, body)
    asked = _asked(parsed(body))
    now = now_utc()
    with context_of(request).hub.database.read() as reader:
        rules, near = load_rules(reader), spot_of_branch(reader, till.branch)
        found = quotes_for(reader, asked, near=near, rules=rules, now=now, not_from={till.branch})
    return answered(offers_json(Offers(now, found)))


@router.post("/reservations", responses=errors(404), openapi_extra=RESERVE)
def make_reservation(request: Request, body: Body) -> Response:
    """Keep pieces at one branch for 15 minutes. The till makes the id, so that asking twice keeps them once.

    409 `not_available` brings the next best offers in `quotes`; `over` says that this reservation has ended.
    """
    till = _asking(request, body)
    wanted = _wanted(parsed(body))
    now, database = now_utc(), context_of(request).hub.database
    made = reserving.reserve(database, wanted, till=till.till, now=now)
    if isinstance(made, Reservation):
        return answered(reservation_json(made))
    if made is WhyNotReserved.UNKNOWN_BRANCH:
        raise ApiError(404, made.value, "there is no such branch")
    more: dict[str, Any] = {}
    if made is WhyNotReserved.NOT_AVAILABLE:
        with database.read() as reader:
            rules, near = load_rules(reader), spot_of_branch(reader, till.branch)
            asked = Asked(wanted.sku, wanted.quantity)
            best = quotes_for(reader, asked, near=near, rules=rules, now=now, not_from={till.branch}, limit=3)
        more["quotes"] = [quote_json(it) for it in best]
    raise ApiError(409, made.value, "these pieces cannot be kept", **more)


@router.delete("/reservations/{reservation}", responses=errors(404))
def end_reservation(request: Request, reservation: Annotated[str, Path(min_length=1, max_length=64)]) -> Response:
    """Give the pieces free again; as often as one likes."""
    till = _asking(request)
    ended = reserving.release(context_of(request).hub.database, reservation, till=till.till, now=now_utc())
    if ended is None:
        raise ApiError(404, "unknown_reservation", "this till has made no such reservation")
    return answered(reservation_json(ended))


@router.post("/addresses", responses=errors(422), openapi_extra=ADDRESS)
def keep_address(request: Request, body: Body) -> Response:
    """Keep where a parcel goes, for the order that is about to be placed. 422: `errors` names what is wrong."""
    till_message = _asking(request, body), parsed(body)
    hub = context_of(request).hub
    with hub.database.read() as reader:
        country = load_rules(reader).phone_country
    read = addresses.read(till_message[1], phone_country=country)
    if not isinstance(read, Address):
        errors_ = [{"field": field, "error": fault.value} for field, fault in read.items()]
        raise ApiError(422, "invalid_address", "nothing was kept; see errors", errors=errors_)
    with hub.database.write() as tx:
        name = addresses.keep(tx, read, now=now_utc())
    return answered({"address": name})


@router.get("/orders/{order_no}/address", responses=errors(404))
def parcel_address(request: Request, order_no: Annotated[int, Path(ge=1, lt=2**40)]) -> Response:
    """Where a parcel goes, for its label: told to the branch that has the order while it is to be sent. Each time is in
    the audit; nobody else is told, and no till keeps it.
    """
    till = _asking(request)
    database = context_of(request).hub.database

    def look(tx: Transaction) -> Address | None:
        order = load_order(tx, till.branch, order_no)
        if order is None or order.method is not Method.SHIP or order.status not in OPEN_STATUSES:
            return None
        found = addresses.address_of_order(tx, order_no)
        if found is not None:
            audit.note(tx, audit.Event.ADDRESS_SHOWN, now_utc(), till=till.till, order_no=order_no)
        return found

    found = database.transact(look)
    if found is None:
        raise ApiError(404, "unknown_order", "no parcel of this order is to be sent from here")
    return answered({name: getattr(found, name) for name in FIELDS})


def _asking(request: Request, body: bytes = b"") -> Till:
    till = till_of(request, body)
    keep_pace(context_of(request).limits.looks, till.till)
    return till


def _asked(message: Any) -> Asked:
    sku, quantity, to = message.get("sku"), message.get("quantity", 1), message.get("to")
    if not is_name(sku, SKU_MAX):
        raise wrong("sku", f"a text of 1 to {SKU_MAX} characters is needed")
    if not is_number(quantity, 1, QUANTITY_MAX):
        raise wrong("quantity", f"a whole number from 1 to {QUANTITY_MAX} is needed")
    if to is None:
        return Asked(sku, quantity)
    if to == "home":
        return Asked(sku, quantity, frozenset({Method.SHIP}))
    if is_number(to, 1, BRANCH_NO_MAX):
        return Asked(sku, quantity, frozenset({Method.PICKUP}), only_at=to)
    raise wrong("to", "home, the number of a branch, or null is needed")


def _wanted(message: Any) -> Wanted:
    for field, most in (("reservation", ID_MAX), ("sku", SKU_MAX), ("basket", ID_MAX)):
        if not is_name(message.get(field), most):
            raise wrong(field, f"a text of 1 to {most} characters is needed")
    for field, high in (("branch", BRANCH_NO_MAX), ("quantity", QUANTITY_MAX)):
        if not is_number(message.get(field), 1, high):
            raise wrong(field, f"a whole number from 1 to {high} is needed")
    return Wanted(**{name: message[name] for name in ("reservation", "branch", "sku", "quantity", "basket")})


def is_name(value: object, most: int) -> bool:
    """A text that a table can keep: short, and of characters that can be printed."""
    return isinstance(value, str) and 1 <= len(value) <= most and value.isprintable()


def is_number(value: object, low: int, high: int) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and low <= value <= high


def wrong(field: str, message: str) -> ApiError:
    return ApiError(400, "unreadable", f"{field}: {message}", field=field)
