"""The basket of a visit at this till: filled, priced, held for later, and taken up again.

Each change is on the disk when its function returns. What a function returns is the basket as it stands then, or why
it stays as it was. Nothing here waits for anybody.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import Connection

from clerk_app.desk.outcome import written
from clerk_app.desk.price_rules import CounterRules, counter_rules, price_rules
from clerk_app.domain import basket as rules_of_baskets
from clerk_app.domain.basket import (
    CARRY_OUT,
    Article,
    Basket,
    BasketMember,
    BasketRefusal,
    Place,
    PriceChange,
)
from clerk_app.domain.catalogue import Product, price_at
from clerk_app.domain.gtin import Gtin
from clerk_app.domain.paying import Attempt, Due, OrderPlaced, PayRefusal, due_of, open_attempt, standing
from clerk_app.domain.pricing import Coupon, PricedBasket, price
from clerk_app.domain.sales import ReturnCoupon
from clerk_app.store import baskets, cache, ledger, payments
from clerk_app.store.baskets import BasketState, KeptBasket
from clerk_app.store.ledger import NewAct
from clerk_app.till import Till

WhyNot = BasketRefusal | PayRefusal
Change = Callable[[Basket], Basket | BasketRefusal]


@dataclass(frozen=True, slots=True)
class OpenBasket:
    """All that a screen, or a command, says of the basket that is open."""

    basket: Basket
    priced: PricedBasket
    due: Due
    rules: CounterRules
    changes: tuple[PriceChange, ...] = ()  # list prices that are others by now: to be said, and accepted
    attempts: tuple[Attempt, ...] = ()
    name: str = ""  # under which it was held before
    can_undo: bool = False
    order: OrderPlaced | None = None
    address: str = ""  # the id under which the hub keeps where something is sent
    as_of: datetime | None = None  # the hub's last word: of then are prices and offers

    @property
    def currency(self) -> str:
        return self.basket.currency

    @property
    def open_attempt(self) -> Attempt | None:
        """The payment that is not known to be over: until it is, nobody may try again."""
        return open_attempt(self.attempts)

    @property
    def is_being_paid(self) -> bool:
        return bool(self.open_attempt or standing(self.attempts))


def current(till: Till) -> OpenBasket | None:
    """The basket that is open, priced as of now; None: there is none."""
    with till.cache.read() as cached, till.ledger.read() as kept:
        found = baskets.current(kept)
        return shown(till, cached, kept, found) if found else None


def new(till: Till) -> OpenBasket | WhyNot:
    """Begin a basket. An empty one that is open is that one; one with lines must be held, sold or dropped first."""
    with till.cache.read() as cached, till.ledger.write() as kept:
        found = _empty(till, cached, kept)
        if found is None:
            return BasketRefusal.BASKET_OPEN
        baskets.keep(kept, found)
        return shown(till, cached, kept, found)


@dataclass(frozen=True, slots=True)
class Wanted:
    """So many pieces of an article, and how they reach the customer."""

    sku: str
    quantity: int
    place: Place


def begin_with(till: Till, cached: Connection, kept: Connection, wanted: Sequence[Wanted]) -> OpenBasket | WhyNot:
    """Begin a basket with all of these, or with none, in the caller's transaction."""
    found = _empty(till, cached, kept)
    if found is None:
        return BasketRefusal.BASKET_OPEN
    basket, now = found.basket, till.time.now()
    products = till.catalogue.products_of_skus([it.sku for it in wanted])
    for it in wanted:
        product = products.get(it.sku)
        if product is None:
            return BasketRefusal.UNKNOWN_ARTICLE
        article = article_of(product, price_at(product, now).price_minor)
        added = rules_of_baskets.add(basket, article, it.quantity, place=it.place)
        if isinstance(added, BasketRefusal):
            return added
        basket = added
    begun = replace(found, basket=basket, changed_at=now)
    baskets.keep(kept, begun)
    return shown(till, cached, kept, begun)


def take_out(till: Till, kept: Connection, lines: Iterable[int]) -> WhyNot | None:
    """Remove all of these lines of the basket that is open, or none, in the caller's transaction."""
    found = baskets.current(kept)
    if found is None:
        return PayRefusal.NO_BASKET
    why_not = why_not_touch(kept, found)
    if why_not:
        return why_not
    basket = found.basket
    for line in lines:
        left = rules_of_baskets.remove(basket, line)
        if isinstance(left, BasketRefusal):
            return left
        basket = left
    changed = replace(found, basket=basket, before=found.basket, order=None, priced=None, changed_at=till.time.now())
    baskets.keep(kept, changed)
    return None


def add(
    till: Till, sku: str, quantity: int = 1, *, place: Place = CARRY_OUT, credited: str = ""
) -> OpenBasket | WhyNot:
    """Add pieces of an article; where no basket is open one is begun."""
    product = till.catalogue.products_of_skus([sku]).get(sku)
    if product is None:
        return BasketRefusal.UNKNOWN_ARTICLE
    return add_product(till, product, quantity, place=place, credited=credited)


def add_gtin(
    till: Till, gtin: Gtin, quantity: int = 1, *, place: Place = CARRY_OUT, credited: str = ""
) -> OpenBasket | WhyNot:
    """The same for a barcode: that exact number, or none."""
    product = till.catalogue.product(gtin=gtin)
    if product is None:
        return BasketRefusal.UNKNOWN_ARTICLE
    return add_product(till, product, quantity, place=place, credited=credited)


def add_product(
    till: Till, product: Product, quantity: int = 1, *, place: Place = CARRY_OUT, credited: str = ""
) -> OpenBasket | WhyNot:
    """The same for an article that is known already, perhaps to the hub alone."""
    if quantity < 1:
        return BasketRefusal.QUANTITY_OUT_OF_RANGE
    article = article_of(product, price_at(product, till.time.now()).price_minor)
    return _changed(
        till,
        lambda basket: rules_of_baskets.add(basket, article, quantity, place=place, credited=credited),
        begin=True,
    )


def remove(till: Till, line: int) -> OpenBasket | WhyNot:
    return _changed(till, lambda basket: rules_of_baskets.remove(basket, line))


def change_quantity(till: Till, line: int, quantity: int) -> OpenBasket | WhyNot:
    return _changed(till, lambda basket: rules_of_baskets.change_quantity(basket, line, quantity))


def change_place(till: Till, line: int, place: Place) -> OpenBasket | WhyNot:
    return _changed(till, lambda basket: rules_of_baskets.change_place(basket, line, place))


def credit(till: Till, line: int, badge: str) -> OpenBasket | WhyNot:
    """Say whose sale a line is."""
    return _changed(till, lambda basket: rules_of_baskets.credit(basket, line, badge))


def take_discount_back(till: Till, line: int) -> OpenBasket | WhyNot:
    return _changed(till, lambda basket: rules_of_baskets.take_discount_back(basket, line))


def attach_member(till: Till, member: BasketMember | None) -> OpenBasket | WhyNot:
    """Attach the member whose card was shown; None: nobody any more."""
    return _changed(till, lambda basket: rules_of_baskets.attach_member(basket, member), begin=member is not None)


def attach_coupon(till: Till, code: str, found: Coupon | None = None) -> OpenBasket | WhyNot:
    """Attach a code. `found` is what the hub, or the member's row, says that it is; without it the pricing says that
    nobody here knows it.
    """
    coupons = {found.code: found} if found else {}
    return _changed(till, lambda basket: rules_of_baskets.attach_coupon(basket, code), begin=True, coupons=coupons)


def detach_coupon(till: Till, code: str) -> OpenBasket | WhyNot:
    return _changed(till, lambda basket: rules_of_baskets.detach_coupon(basket, code))


def accept_prices(till: Till, seen: tuple[PriceChange, ...]) -> OpenBasket | WhyNot:
    """Take the new prices that the clerk has seen. What has changed once more since stays said."""
    return _changed(till, lambda basket: rules_of_baskets.accept_prices(basket, seen))


def undo(till: Till) -> OpenBasket | WhyNot:
    """Take the last change back. Once: what was before that is no more."""
    with till.cache.read() as cached, till.ledger.write() as kept:
        found = baskets.current(kept)
        if found is None or found.before is None:
            return BasketRefusal.NOTHING_TO_UNDO
        why_not = why_not_touch(kept, found)
        if why_not:
            return why_not
        before = replace(found.before, lines_made=found.basket.lines_made)
        back = replace(found, basket=before, before=None, changed_at=till.time.now())
        back = as_ordered(till, cached, found, back)
        baskets.keep(kept, back)
        return shown(till, cached, kept, back)


def place_order(till: Till, order: OrderPlaced, basket: str = "") -> OpenBasket | WhyNot:
    """Note the order that the hub has placed of the lines that are not carried out: of the basket that is open, or by
    its id of the one that asked, which may be held by now.
    """
    with till.cache.read() as cached, till.ledger.write() as kept:
        found = baskets.of_id(kept, basket) if basket else baskets.current(kept)
        if found is None:
            return PayRefusal.NO_BASKET
        why_not = why_not_touch(kept, found)
        if why_not:
            return why_not
        noted = replace(found, order=order, changed_at=till.time.now(), priced=_price(till, cached, found))
        baskets.keep(kept, noted)
        return shown(till, cached, kept, noted)


def note_address(till: Till, address: str) -> OpenBasket | WhyNot:
    """Note the id under which the hub keeps where something is sent; the address itself is kept nowhere here."""
    with till.cache.read() as cached, till.ledger.write() as kept:
        found = baskets.current(kept)
        if found is None:
            return PayRefusal.NO_BASKET
        why_not = why_not_touch(kept, found)
        if why_not:
            return why_not
        noted = replace(found, address=address, changed_at=till.time.now())
        baskets.keep(kept, noted)
        return shown(till, cached, kept, noted)


def forget(till: Till, basket: str = "") -> WhyNot | None:
    """Drop a held basket by its id, or the one that is open. What is paid of it must be given back first."""
    with till.ledger.write() as kept:
        found = baskets.of_id(kept, basket) if basket else baskets.current(kept)
        if found is None:
            return BasketRefusal.UNKNOWN_BASKET if basket else PayRefusal.NO_BASKET
        why_not = why_not_touch(kept, found)
        if not why_not:
            unclaim(till, kept, found, found.claims)
            baskets.drop(kept, found.basket.basket)
        return why_not


# ---------------------------------------------------------------------------------------------- how it is made


def shown(till: Till, cached: Connection, kept: Connection, found: KeptBasket) -> OpenBasket:
    """A basket with what it costs now, or, once it was ordered or somebody has begun to pay, what it cost then."""
    now, basket = till.time.now(), found.basket
    rules = counter_rules(cached)
    attempts = payments.of_basket(kept, basket.basket)
    order = found.order if attempts or not _is_over(found.order, now) else None
    as_agreed = _agreed(till, cached, found, order, attempts)
    products = {} if as_agreed else _products(till, basket)
    priced = as_agreed or price(basket, price_rules(cached, basket, found.found_coupons, products), at=now)
    return OpenBasket(
        basket=basket,
        priced=priced,
        due=due_of(priced.total_minor, attempts, rules.rounding, later_minor=order.later_minor if order else 0),
        rules=rules,
        changes=rules_of_baskets.price_changes(basket, _list_prices(products, now)),
        attempts=attempts,
        name=found.name,
        can_undo=found.before is not None,
        order=order,
        address=found.address,
        as_of=cache.hub(cached).answered_at,
    )


def _agreed(
    till: Till, cached: Connection, found: KeptBasket, order: OrderPlaced | None, attempts: Sequence[Attempt]
) -> PricedBasket | None:
    """What was ordered, or is being paid for, costs what it cost then. Where a till was cut off, its journal gave the
    payment back, and not the price that was kept with it: it is what the basket cost when that began.
    """
    if found.priced and (order or standing(attempts) or open_attempt(attempts)):
        return found.priced
    begun = [*standing(attempts), *(it for it in attempts if it.is_open and not it.gives_back)]
    return _price(till, cached, found, at=min(it.started_at for it in begun)) if begun else None


def _is_over(order: OrderPlaced | None, now: datetime) -> bool:
    """Whether the hub keeps its goods no longer: it is ordered anew before anybody pays."""
    return order is not None and order.until is not None and order.until <= now


def unclaim(till: Till, kept: Connection, found: KeptBasket, codes: Iterable[str]) -> None:
    """Let these coupons be free again, in the name of whoever spoke for them. In the caller's transaction."""
    asked = [(code, ledger.entry(kept, found.claims[code])) for code in codes]
    acts = [
        NewAct(till.new_id(), None, ReturnCoupon(found.basket.basket, code), entry.operation.clerk)
        for code, entry in asked
        if entry is not None
    ]
    with till.cache.read() as cached:
        written(till, kept, acts, cache.hub(cached))


def article_of(product: Product, price_minor: int) -> Article:
    return Article(
        sku=product.sku,
        unit_price_minor=price_minor,
        currency=product.currency,
        name_zh=product.name_zh,
        name_en=product.name_en,
        gtin=product.gtin,
        category=product.category,
        brand=product.brand,
    )


def _new(till: Till, cached: Connection) -> KeptBasket:
    now = till.time.now()
    basket = Basket(till.new_id(), till.branch, counter_rules(cached).currency, now)
    return KeptBasket(basket, BasketState.OPEN, now)


def _empty(till: Till, cached: Connection, kept: Connection) -> KeptBasket | None:
    """The basket that is open, if nothing is in it or paid of it, or a new one; None: one is being filled."""
    found = baskets.current(kept)
    if found is not None and (found.basket.lines or payments.of_basket(kept, found.basket.basket)):
        return None
    return found or _new(till, cached)


def _changed(
    till: Till, change: Change, *, begin: bool = False, coupons: Mapping[str, Coupon] | None = None
) -> OpenBasket | WhyNot:
    with till.cache.read() as cached, till.ledger.write() as kept:
        found = baskets.current(kept) or (_new(till, cached) if begin else None)
        if found is None:
            return PayRefusal.NO_BASKET
        why_not = why_not_touch(kept, found)
        if why_not:
            return why_not
        after = change(found.basket)
        if isinstance(after, BasketRefusal):
            return after
        known = {**found.found_coupons, **(coupons or {})}
        changed = replace(found, basket=after, before=found.basket, changed_at=till.time.now(), found_coupons=known)
        changed = as_ordered(till, cached, found, changed)
        baskets.keep(kept, changed)
        return shown(till, cached, kept, changed)


def _price(till: Till, cached: Connection, kept: KeptBasket, *, at: datetime | None = None) -> PricedBasket:
    """What it costs, now unless a moment is named."""
    rules = price_rules(cached, kept.basket, kept.found_coupons, _products(till, kept.basket))
    return price(kept.basket, rules, at=at or till.time.now())


def as_ordered(till: Till, cached: Connection, before: KeptBasket, after: KeptBasket) -> KeptBasket:
    """An order is of what it was placed for, at those prices, and for that member. What is changed is ordered anew."""
    if before.order is None:
        return replace(after, priced=None)
    now = _price(till, cached, after)
    agreed = _ordered(before.basket, before.priced or _price(till, cached, before))
    is_the_same = agreed == _ordered(after.basket, now)
    return replace(after, order=before.order, priced=now) if is_the_same else replace(after, order=None, priced=None)


def _ordered(basket: Basket, priced: PricedBasket) -> tuple[object, ...]:
    """All that an order says of a basket."""
    elsewhere = (
        (line.line, line.article.sku, line.quantity, line.place, line.credited, it.gross_minor, it.total_minor)
        for line, it in zip(basket.lines, priced.lines, strict=True)
        if line.place != CARRY_OUT
    )
    return (basket.member, *elsewhere)


def why_not_touch(kept: Connection, found: KeptBasket) -> PayRefusal | None:
    """What somebody pays for stays as it is."""
    attempts = payments.of_basket(kept, found.basket.basket)
    if open_attempt(attempts):
        return PayRefusal.ATTEMPT_OPEN
    return PayRefusal.PAYMENT_BEGUN if standing(attempts) else None


def _products(till: Till, basket: Basket) -> dict[str, Product]:
    return till.catalogue.products_of_skus({line.article.sku for line in basket.lines})


def _list_prices(products: Mapping[str, Product], now: datetime) -> dict[str, int]:
    return {sku: price_at(it, now).price_minor for sku, it in products.items()}
