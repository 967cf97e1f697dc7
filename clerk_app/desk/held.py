"""Baskets that are put aside under a name until their customer comes back."""

from dataclasses import dataclass, replace
from datetime import datetime

from clerk_app.desk.baskets import OpenBasket, WhyNot, shown, why_not_touch
from clerk_app.domain.acts import is_text
from clerk_app.domain.basket import BasketRefusal
from clerk_app.domain.paying import PayRefusal
from clerk_app.store import baskets, payments
from clerk_app.store.baskets import BasketState, KeptBasket
from clerk_app.till import Till


@dataclass(frozen=True, slots=True)
class HeldBasket:
    basket: str
    name: str
    since: datetime
    age_s: int
    pieces: int
    total_minor: int
    currency: str


def hold(till: Till, name: str) -> WhyNot | None:
    """Put the open basket aside under a name; the next one may begin."""
    name = name.strip()
    if not name or not is_text(name):
        return BasketRefusal.NAME_NEEDED
    with till.ledger.write() as kept:
        found = baskets.current(kept)
        if found is None or not found.basket.lines:
            return PayRefusal.NOTHING_IN_IT
        why_not = why_not_touch(kept, found)
        others = baskets.held(kept)
        if why_not or len(others) >= baskets.HELD_MAX:
            return why_not or BasketRefusal.TOO_MANY_HELD
        if any(it.name.casefold() == name.casefold() for it in others):
            return BasketRefusal.NAME_TAKEN
        baskets.keep(kept, replace(found, state=BasketState.HELD, name=name, changed_at=till.time.now()))
    return None


def held(till: Till) -> tuple[HeldBasket, ...]:
    """Those that wait, the longest first; priced as of now."""
    now = till.time.now()
    with till.cache.read() as cached, till.ledger.read() as kept:
        found = baskets.held(kept)
        return tuple(_held(it, shown(till, cached, kept, it), now) for it in found)


def resume(till: Till, name: str) -> OpenBasket | WhyNot:
    """Take a held basket up again, by its name or its id. An open one with lines must be put aside first."""
    with till.cache.read() as cached, till.ledger.write() as kept:
        wanted = name.strip().casefold()
        found = next((it for it in baskets.held(kept) if wanted in (it.name.casefold(), it.basket.basket)), None)
        if found is None:
            return BasketRefusal.UNKNOWN_BASKET
        opened = baskets.current(kept)
        if opened is not None and (opened.basket.lines or payments.of_basket(kept, opened.basket.basket)):
            return BasketRefusal.BASKET_OPEN
        if opened is not None:
            baskets.drop(kept, opened.basket.basket)
        back = replace(found, state=BasketState.OPEN, changed_at=till.time.now())
        baskets.keep(kept, back)
        return shown(till, cached, kept, back)


def _held(found: KeptBasket, it: OpenBasket, now: datetime) -> HeldBasket:
    return HeldBasket(
        basket=found.basket.basket,
        name=found.name,
        since=found.changed_at,
        age_s=max(0, int((now - found.changed_at).total_seconds())),
        pieces=sum(line.quantity for line in found.basket.lines),
        total_minor=it.priced.total_minor,
        currency=found.basket.currency,
    )
