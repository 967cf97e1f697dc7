"""The offers of other places in a clerk's words: which is better in what, by when, and how old the figure is."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, time
from types import MappingProxyType
from typing import Final

from clerk_app.desk.baskets import OpenBasket
from clerk_app.domain.aisle.addresses import FIELDS, AddressFault
from clerk_app.domain.aisle.orders import LATER, Credit, Pay, WhyNotPlaced
from clerk_app.domain.aisle.quotes import Quote
from clerk_app.domain.aisle.reservations import WhyNotReserved
from clerk_app.domain.basket import BasketLine, Fulfilment
from clerk_app.domain.orders import Method
from clerk_app.store.aisle import KeptReservation
from clerk_app.wire.aisle import Offers
from ui.basket.elsewhere_screen import AddressField, AddressQuestion, ElsewhereScreen, OfferRow
from ui.formats import amount, clock_time, date, join, local
from ui.messages import Text, say
from ui.places import WHY, kilometres
from ui.staff import Names
from ui.widgets.segmented import Choice

ROWS_MAX: Final = 6
NOT_RESERVED: Final[Mapping[WhyNotReserved, Text]] = MappingProxyType(
    {
        WhyNotReserved.NOT_AVAILABLE: Text.E_NOT_AVAILABLE,
        WhyNotReserved.OVER: Text.E_OVER,
        WhyNotReserved.REUSED: Text.E_OVER,
        WhyNotReserved.UNKNOWN_BRANCH: Text.E_UNKNOWN_BRANCH,
        WhyNotReserved.OTHER_WAY: Text.E_OTHER_WAY,
    }
)
NOT_PLACED: Final[Mapping[WhyNotPlaced, Text]] = MappingProxyType(
    {
        WhyNotPlaced.RESERVATION_LAPSED: Text.O_LAPSED,
        WhyNotPlaced.UNKNOWN_RESERVATION: Text.O_LAPSED,
        WhyNotPlaced.OTHER_RESERVATION: Text.O_OTHER,
        WhyNotPlaced.UNKNOWN_ADDRESS: Text.O_ADDRESS,
        WhyNotPlaced.ADDRESS_MISSING: Text.O_ADDRESS,
        WhyNotPlaced.BRANCH_CANNOT: Text.O_BRANCH_CANNOT,
        WhyNotPlaced.DEPOSIT_NOT_POSSIBLE: Text.O_DEPOSIT,
        WhyNotPlaced.ON_DELIVERY_NOT_POSSIBLE: Text.O_ON_DELIVERY,
        WhyNotPlaced.UNKNOWN_SKU: Text.O_UNKNOWN_SKU,
        WhyNotPlaced.OTHER_CURRENCY: Text.B_CURRENCY,
        WhyNotPlaced.TOTAL_OUT_OF_RANGE: Text.B_AMOUNT,
        WhyNotPlaced.PLACED_BEFORE: Text.O_PLACED_BEFORE,
    }
)
FAULTS: Final[Mapping[AddressFault, Text]] = MappingProxyType(
    {
        AddressFault.MISSING: Text.AD_MISSING,
        AddressFault.TOO_LONG: Text.AD_TOO_LONG,
        AddressFault.UNREADABLE: Text.AD_UNREADABLE,
        AddressFault.NOT_A_PHONE: Text.AD_NOT_A_PHONE,
        AddressFault.CITY_MISSING: Text.AD_CITY_MISSING,
        AddressFault.TOO_SHORT: Text.AD_TOO_SHORT,
    }
)
_FIELDS: Final = {
    "name": (Text.AD_NAME, Text.AD_NAME_HINT),
    "phone": (Text.AD_PHONE, Text.AD_PHONE_HINT),
    "region": (Text.AD_REGION, Text.AD_REGION_HINT),
    "street": (Text.AD_STREET, Text.AD_STREET_HINT),
}
_PAYS_LATER: Final = {Pay.DEPOSIT: Text.E_PAY_DEPOSIT, Pay.ON_DELIVERY: Text.E_PAY_ON_DELIVERY}
METHODS: Final = {Fulfilment.SHIP: Method.SHIP, Fulfilment.PICKUP: Method.PICKUP}


@dataclass(frozen=True, slots=True)
class Around:
    """What is known of the line and its places."""

    now: datetime
    it: OpenBasket
    line: BasketLine
    way: Fulfilment
    branches: Mapping[int, str]
    people: Names
    online: bool
    offers: Offers | None = None
    is_asking: bool = False
    words: str = ""
    kept: KeptReservation | None = None
    later: frozenset[Method] = frozenset()  # how what is paid later reaches the customer
    credits: tuple[Credit, ...] = ()


def ways() -> tuple[Choice, ...]:
    return (
        Choice(Fulfilment.CARRY_OUT.value, say(Text.F_CARRY_OUT), "bag", "Ctrl+F6"),
        Choice(Fulfilment.SHIP.value, say(Text.E_SHIP), "truck", "Shift+F6"),
        Choice(Fulfilment.PICKUP.value, say(Text.E_PICKUP), "store", "F6"),
    )


def elsewhere_screen(around: Around) -> ElsewhereScreen:
    rows = _rows(around) if around.way in METHODS else ()
    words = _words(around, has_rows=bool(rows))
    method = METHODS.get(around.line.place.fulfilment)
    pays = _pays(method) if method and around.it.order is None else ()
    return ElsewhereScreen(
        ways=ways(),
        way=around.way.value,
        words=words,
        is_doubt=bool(around.words) or not around.online,
        rows=rows,
        pays=pays,
        pay=LATER[method].value if method and method in around.later else Pay.FULL.value,
        credit=join(*(_credited(it, around) for it in around.credits)),
        credit_in_money=_credit_in_money(around),
        can_ask=around.way in METHODS and around.online and not around.is_asking,
        can_note=around.way in METHODS and not around.online and around.it.order is None,
    )


def _pays(method: Method) -> tuple[Choice, ...]:
    """How the lines that reach the customer in this way may be paid."""
    later = LATER[method]
    return (
        Choice(Pay.FULL.value, say(Text.E_PAY_FULL), "", "Ctrl+F9"),
        Choice(later.value, say(_PAYS_LATER[later]), "", "Shift+F9"),
    )


def address_question(faults: Mapping[str, AddressFault], *, can_confirm: bool, trouble: str = "") -> AddressQuestion:
    return AddressQuestion(
        title=say(Text.AD_TITLE),
        text=say(Text.AD_TEXT),
        fields=tuple(
            AddressField(
                name, say(_FIELDS[name][0]), say(_FIELDS[name][1]), say(FAULTS[faults[name]]) if name in faults else ""
            )
            for name in FIELDS
        ),
        verb=say(Text.AD_VERB),
        can_confirm=can_confirm,
        trouble=trouble,
    )


def _words(around: Around, *, has_rows: bool) -> str:
    if around.way not in METHODS:
        return ""
    if around.words:
        return around.words
    if not around.online:
        return say(Text.E_OFFLINE)
    if around.is_asking and not has_rows:
        return say(Text.E_ASKING)
    return "" if has_rows or around.offers is None else say(Text.E_NOWHERE)


def _rows(around: Around) -> tuple[OfferRow, ...]:
    method = METHODS[around.way]
    quotes = [it for it in around.offers.quotes if it.method is method] if around.offers else []
    kept = around.kept if around.kept and around.kept.method is method else None
    shown = [_row(it, place, around, kept) for place, it in enumerate(quotes[:ROWS_MAX], start=1)]
    if kept is not None and all(row.id != f"{kept.branch}" for row in shown):
        held, is_lapsed = _held(kept, around.now)
        name = around.branches.get(kept.branch, say(Text.F_BRANCH_NO, number=kept.branch))
        shown.insert(0, OfferRow(f"{kept.branch}", "·", name, "", "", "", None, "", held, is_lapsed, is_chosen=True))
    return tuple(shown)


def _row(quote: Quote, place: int, around: Around, kept: KeptReservation | None) -> OfferRow:
    is_kept = kept is not None and kept.branch == quote.branch
    held, is_lapsed = _held(kept, around.now) if kept is not None and is_kept else ("", False)
    distance = kilometres(quote.distance_m)
    opened = say(Text.E_OPEN_UNTIL, time=clock_time(quote.open_until)) if quote.open_until else ""
    return OfferRow(
        id=f"{quote.branch}",
        rank=str(place),
        name=around.branches.get(quote.branch, say(Text.F_BRANCH_NO, number=quote.branch)),
        why=join(say(WHY[quote.why]), distance, opened),
        promise=_promise(quote, around.now),
        free=say(Text.STOCK_FREE, count=quote.available),
        as_of=around.offers.checked_at if around.offers else quote.changed_at,
        key=f"Ctrl+{place}",
        held=held,
        is_lapsed=is_lapsed,
        is_chosen=is_kept,
    )


def _held(kept: KeptReservation, now: datetime) -> tuple[str, bool]:
    left_s = (kept.until - now).total_seconds()
    if left_s <= 0:
        return say(Text.E_LAPSED), True
    minutes, seconds = divmod(int(left_s), 60)
    return say(Text.E_HELD, time=f"{minutes}:{seconds:02d}"), False


def _promise(quote: Quote, now: datetime) -> str:
    first, last = _day(quote.promise_from, now), _day(quote.promise_to, now)
    return first if first == last else f"{first} – {last}"


def _day(day: dt.date, now: datetime) -> str:
    near = {0: Text.E_TODAY, 1: Text.E_TOMORROW}.get((day - local(now).date()).days)
    return say(near) if near else date(datetime.combine(day, time(12), local(now).tzinfo), now=now)


def _credit_in_money(around: Around) -> str:
    """Who gets how much, before the customer pays: for the clerk who asks, and not for the customer's eyes."""
    currency = around.it.basket.currency
    told = [
        say(Text.E_CREDITED, name=_credited(it, around), amount=amount(it.amount_minor, currency))
        for it in around.credits
    ]
    return join(*told)


def _credited(it: Credit, around: Around) -> str:
    if it.clerk:
        return around.people.get(it.clerk, it.clerk)
    return around.branches.get(it.branch or 0, say(Text.F_BRANCH_NO, number=it.branch))
